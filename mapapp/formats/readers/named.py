"""Rows that name a place and tell no point: what their names mean, all weighed as one scene."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from mapapp.formats.readers.record import Record
from mapapp.formats.readers.text import Laid
from mapapp.model import Toponym, When
from mapapp.places import GivenName
from mapapp.places.ancient import is_ancient

Find = Callable[[Sequence[GivenName]], Sequence[Toponym]]
_OWN_ID = re.compile("[a-z]+:(?!//)")  # gn:586523, file:Atlantis; but no address


def looked_up(
    rows: Sequence[Record], whens: Sequence[When | None], find: Find | None
) -> list[Toponym | None]:
    """What the name of each row means; None where there is nothing to look up.

    A point that the row tells, or another row of the same name, is better than a guess; and so is
    an id with its authority, by which mapapp's own files are read back as they were.

    Parameters
    ----------
    find : callable or None
        A toponym a name, its span pointing into the name's text; None looks nothing up.
    """
    if find is None:
        return [None] * len(rows)
    located = {row.get("place") for row in rows if row.lon is not None}
    asked = [
        _given(row, when) if is_only_named(row) and row.get("place") not in located else None
        for row, when in zip(rows, whens, strict=True)
    ]
    found = iter(find([name for name in asked if name]))
    return [next(found) if name else None for name in asked]


def is_only_named(row: Record) -> bool:
    """Does it tell neither a point nor an id of ours?"""
    return row.lon is None and not _OWN_ID.match(row.get("place_id"))


def name_of(row: Record) -> str:
    """How the row names its place: the smallest that it names."""
    return next(iter(_names(row)), "")


def _given(row: Record, when: When | None) -> GivenName | None:
    names = tuple(_names(row))
    return (
        GivenName(names[0], names[1:], is_ancient(when.last if when else None)) if names else None
    )


def _names(row: Record) -> Iterator[str]:
    told = (row.get("place"), row.get("admin"), row.country or row.get("country"))
    yield from dict.fromkeys(filter(None, told))


def toponyms(found: Sequence[Toponym | None], laid: Sequence[Laid]) -> Iterator[Toponym]:
    """The toponyms where they stand in the text, each once; none overlaps another."""
    end = 0
    pairs = ((each, spot.name) for each, spot in zip(found, laid, strict=True))
    named = {span: each for each, span in pairs if each is not None and span is not None}
    for span in sorted(named):
        if span.start >= end:
            yield replace(named[span], span=span)
            end = span.end
