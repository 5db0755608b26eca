"""Which languages there are, and which one is spoken now."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapapp.errors import QueryError

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True)
class Language:
    """A language of the interface.

    Attributes
    ----------
    tag : str
        BCP 47.
    name : str
        As its speakers write it at the beginning of a line.
    script : str
        The script that it is written in, by its name in Unicode: `LATIN`, `CYRILLIC`.
    territory : str
        What is added to the tag for the Unicode CLDR; empty for nothing.
    full_stop : str
        What ends a sentence.
    """

    tag: str
    name: str
    script: str
    territory: str = ""
    full_stop: str = "."

    @cached_property
    def cldr(self) -> "Locale":
        """Its data in the Unicode CLDR."""
        from babel import Locale

        return Locale.parse("_".join(filter(None, (self.tag, self.territory))))

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.cldr.text_direction)


DEFAULT = "en"
LANGUAGES = {
    language.tag: language
    for language in (
        # The English of the world at large, which puts the day before the month.
        Language("en", "English", "LATIN", "001"),
        Language("tr", "Türkçe", "LATIN"),
        Language("az", "Azərbaycanca", "LATIN"),
        Language("hy", "Հայերեն", "ARMENIAN", full_stop="։"),
        Language("ru", "Русский", "CYRILLIC"),
    )
}
_current: ContextVar[str] = ContextVar("language", default=DEFAULT)


def current() -> Language:
    """The language that is spoken now."""
    return LANGUAGES[_current.get()]


@contextmanager
def use(tag: str) -> Iterator[Language]:
    """Speak a language within the block.

    Raises
    ------
    QueryError
        Listing those that the interface knows.
    """
    if tag not in LANGUAGES:
        raise QueryError(
            f"no language {tag!r}; choose one of {', '.join(LANGUAGES)}", parameter="lang"
        )
    token = _current.set(tag)
    try:
        yield current()
    finally:
        _current.reset(token)
