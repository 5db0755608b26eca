"""What the messages are in each language.

The catalogues are read as they are written (`.po`) when a language is first spoken, in about a
twentieth of a second: compiled ones (`.mo`) would be one more thing to build, and to go stale.
"""

import json
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations, c2py
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from mapapp.locale.dates import calendar
from mapapp.locale.language import DEFAULT, LANGUAGES

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

_IN_CONTEXT = "\x04"  # between context and message, as gettext has it
_LARGEST = 1000  # numbers that are tried for the categories of plurals


def path(tag: str) -> Path:
    """The file of a language's messages."""
    return Path(__file__).with_name(f"{tag}.po")


@cache
def catalogue(tag: str) -> "Catalog":
    """The messages of a language with where they are used."""
    from babel.messages.pofile import read_po

    with path(tag).open("rb") as file:
        return read_po(file, locale=tag)


@cache
def translations(tag: str) -> NullTranslations:
    """The messages of a language as gettext looks them up; English is what is looked up."""
    if tag == DEFAULT:
        return NullTranslations()
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, catalogue(tag))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def browser_messages(tag: str) -> str:
    """What the browser's program says in a language, as JSON for the page.

    The words come from the same catalogue, months and patterns from the CLDR: browsers know the
    dates of some languages and not of others (Chromium has none in Armenian). Categories of
    plurals are named as `Intl.PluralRules` names them, which browsers do know.
    """
    told = {
        "language": tag,
        "messages": {} if tag == DEFAULT else dict(_browser_messages(tag)),
        "calendar": calendar(tag).as_dict(),
        "group": LANGUAGES[tag].cldr.number_symbols["latn"]["group"],
    }
    # Inside a script tag nothing may close it.
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


def _browser_messages(tag: str) -> Iterator[tuple[str, str | dict[str, str]]]:
    for message in catalogue(tag):
        if any(file.endswith(".mjs") for file, _ in message.locations):
            yield _key(message), _value(message, tag)


def _key(message: "Message") -> str:
    first = message.id if isinstance(message.id, str) else message.id[0]
    return f"{message.context}{_IN_CONTEXT}{first}" if message.context else first


def _value(message: "Message", tag: str) -> str | dict[str, str]:
    said = message.string
    if said is None or isinstance(said, str):
        return said or ""
    return {category: said[form] for category, form in plural_forms(tag).items()}


@cache
def plural_forms(tag: str) -> dict[str, int]:
    """Which form of a message goes with each category of the CLDR that whole numbers have.

    Examples
    --------
    >>> plural_forms("ru")
    {'many': 2, 'one': 0, 'few': 1}
    """
    plural = LANGUAGES[tag].cldr.plural_form
    form = c2py(catalogue(tag).plural_expr)
    return {plural(count): form(count) for count in range(_LARGEST)}
