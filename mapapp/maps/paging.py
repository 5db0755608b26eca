"""A long list in pages, for readers without a program that fetches the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from mapapp.text.numbers import whole_number

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page of how many is shown, and what was asked for.

    Attributes
    ----------
    number, count : int
        Of the page, from 1, and of all pages.
    shown, of : int
        How many things were found, and of how many.
    query : mapping of str to str
        The parameters of the address.
    """

    number: int
    count: int
    shown: int
    of: int
    query: Mapping[str, str]

    def at(self, number: int) -> str:
        """The address of another page."""
        return "?" + urlencode({**self.query, "page": str(number)})

    @property
    def is_narrowed(self) -> bool:
        """Was less found than there is?"""
        return self.shown < self.of


def paged(
    found: Sequence[_Item], size: int, *, of: int, query: Mapping[str, str]
) -> tuple[Sequence[_Item], Pages]:
    """The part of a list on the page that is asked for, the last where there are not so many."""
    count = max(1, -(-len(found) // size))
    asked = whole_number(query.get("page", ""))
    number = min(max(1, asked or 1), count)
    part = found[(number - 1) * size : number * size]
    return part, Pages(number, count, len(found), of, query)
