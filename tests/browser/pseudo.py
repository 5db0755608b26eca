"""A language that runs from right to left and takes two fifths more room than English.

No language of ours does yet. It is Hebrew to the browser and the Unicode CLDR; what it says is
English with Hebrew letters behind it, so that what is not translated shows.
"""

import pytest
from babel.messages import Catalog

from mapapp.locale import LANGUAGES, Language, catalogue
from tools import messages

TAG = "he"
_LONGER = 0.4


def spoken(patch: pytest.MonkeyPatch) -> None:
    """Let the pages speak it, until the patch is undone."""
    known = catalogue.catalogue
    patch.setitem(LANGUAGES, TAG, Language(TAG, "עברית", "HEBREW"))
    patch.setattr(catalogue, "catalogue", lambda tag: _made() if tag == TAG else known(tag))


def _made() -> Catalog:
    found = Catalog(locale="en")
    for message in messages.template():
        if message.id:
            one = isinstance(message.id, str)
            said = longer(message.id) if one else tuple(map(longer, message.id))
            found.add(message.id, said, message.locations, context=message.context)
    return found


def longer(text: str) -> str:
    """The text with words behind it."""
    room = max(2, round(len(text) * _LONGER))
    return f"{text} {('אבגדה ' * room)[:room].strip()}"
