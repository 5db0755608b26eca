"""Messages in the language that is spoken.

A message is its English text, whole sentences with `{names}` for what is put in; `make messages`
collects it into the catalogues. Numbers that are put in are written as the language groups them.
"""

import re
from collections.abc import Mapping

from mapapp.locale.catalogue import translations
from mapapp.locale.language import current

_Value = str | int
_STOPPED = re.compile(r"\{(\w+)\}\.(?=\s|$)")


def gettext(message: str, **values: _Value) -> str:
    """The message, with values for its `{names}`."""
    return _filled(translations(current().tag).gettext(message), values)


def pgettext(context: str, message: str, **values: _Value) -> str:
    """The message where one English text means several things, told apart by the context."""
    return _filled(translations(current().tag).pgettext(context, message), values)


def ngettext(one: str, many: str, count: int, **values: _Value) -> str:
    """The message in the form that goes with the count, which is put in as `{count}`."""
    return _filled(form_for(one, many, count), {"count": count, **values})


def form_for(one: str, many: str, count: int) -> str:
    """The form of a message that goes with the count, with nothing put in."""
    return translations(current().tag).ngettext(one, many, count)


def N_(message: str) -> str:
    """The message itself: marked for the catalogues where it stands, said elsewhere."""
    return message


def number(value: int) -> str:
    """A whole number with its groups of three: `1,200`, `1.200`."""
    group = current().cldr.number_symbols["latn"]["group"]
    return f"{value:,}".replace(",", group)


def sentence(text: str) -> str:
    """The text with what ends a sentence, which the point of `14 марта 44 г.` does as well."""
    stop = current().full_stop
    return text if text.endswith(stop) else text + stop


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, Turkish and Azerbaijani i with its dot."""
    first = "İ" if text[:1] == "i" and current().tag in ("tr", "az") else text[:1].upper()
    return first + text[1:]


def values_in(text: str, values: Mapping[str, _Value]) -> tuple[str, dict[str, str]]:
    """A message and its values as they are put together.

    Numbers are grouped; where a value ends in the point of an abbreviation (`44 г.`), the full
    stop behind it in the message is left out.
    """
    written = {
        name: number(value) if isinstance(value, int) else value for name, value in values.items()
    }
    return _STOPPED.sub(lambda at: _without_stop(at, written), text), written


def _without_stop(at: re.Match[str], written: Mapping[str, str]) -> str:
    return at[0][:-1] if written.get(at[1], "").endswith(".") else at[0]


def _filled(text: str, values: Mapping[str, _Value]) -> str:
    if not values:
        return text
    text, written = values_in(text, values)
    return text.format(**written)
