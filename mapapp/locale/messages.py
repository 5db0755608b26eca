"""Messages in the language that is spoken.

A message is its English text, whole sentences with `{names}` for what is put in; `make messages`
collects it into the catalogues. Numbers that are put in are written as the language groups them.
"""

from mapapp.locale.catalogue import translations
from mapapp.locale.language import current

_Value = str | int


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


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, Turkish and Azerbaijani i with its dot."""
    first = "İ" if text[:1] == "i" and current().tag in ("tr", "az") else text[:1].upper()
    return first + text[1:]


def _filled(text: str, values: dict[str, _Value]) -> str:
    if not values:
        return text
    written = {
        name: number(value) if isinstance(value, int) else value for name, value in values.items()
    }
    return text.format(**written)
