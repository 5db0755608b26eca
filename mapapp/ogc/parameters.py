"""The parameters of a request for items, read into one value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.errors import BadBBox, QueryError
from mapapp.layers import LayerName
from mapapp.locale import gettext as _
from mapapp.model import BBox, Interval, Selection
from mapapp.ogc.media import Format
from mapapp.ogc.times import days_asked
from mapapp.ogc.tokens import read_token

DEFAULT_LIMIT = 100
MAX_LIMIT = 10_000
KEPT = ("include", "exclude")  # what `undated` and `unlocated` take; the first is the default

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_LIMIT = re.compile(r"[1-9][0-9]*")

Arguments = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ItemsQuery:
    """What a request for a page of items asks for.

    Attributes
    ----------
    story : str or None
        Slug of the story whose items are asked for; None asks for all stories'.
    words : str
        Words to be found; empty asks for none.
    limit : int
        Items on a page, from 1 to MAX_LIMIT.
    after : int or str or None
        Key of the last item of the page before; None asks for the first page.
    given : tuple of (str, str)
        The parameters as they were given, but for `f` and `next`: for links to other pages.
    """

    selection: Selection
    story: str | None = None
    words: str = ""
    limit: int = DEFAULT_LIMIT
    after: int | str | None = None
    given: tuple[tuple[str, str], ...] = ()


def parse_items(arguments: Arguments, collection: LayerName) -> ItemsQuery:
    """Read the parameters of `/collections/{id}/items`.

    Raises
    ------
    QueryError
        Naming the parameter that is unknown, given twice, empty or malformed: OGC 17-069r4,
        requirements /req/core/query-param-unknown and /req/core/query-param-invalid.
    """
    found = _checked(arguments, ITEMS_PARAMETERS)
    selection = Selection(
        days_asked(found["datetime"]) if "datetime" in found else Interval(None, None),
        parse_bbox(found["bbox"]) if "bbox" in found else None,
        _categories(found.get("category", "")),
        found.get("place"),
        keep_undated=_kept(found, "undated"),
        keep_unlocated=_kept(found, "unlocated"),
    )
    return ItemsQuery(
        selection,
        found.get("story"),
        found.get("q", ""),
        parse_limit(found["limit"]) if "limit" in found else DEFAULT_LIMIT,
        read_token(found["next"], collection) if "next" in found else None,
        tuple((name, value) for name, value in found.items() if name not in ("f", "next")),
    )


def check_plain(arguments: Arguments) -> None:
    """Refuse every parameter but `f`; raises QueryError."""
    _checked(arguments, ("f",))


def parse_format(arguments: Arguments) -> Format | None:
    """The format that `f` names; None where it is not given; raises QueryError."""
    for name, value in arguments:
        if name == "f":
            return Format(_choice(name, value, [known.value for known in Format]))
    return None


def parse_bbox(text: str) -> BBox:
    """Read `west,south,east,north`, or the same with heights, which nothing here has.

    Raises
    ------
    BadBBox
        For other than 4 or 6 numbers, and a box that is upside down or off the globe.
    """
    parts = text.split(",")
    if len(parts) not in (4, 6) or not all(map(_NUMBER.fullmatch, parts)):
        raise BadBBox(
            _(
                "bbox={text!r}: write west,south,east,north or west,south,low,east,north,high,"
                " numbers of degrees and metres",
                text=text,
            ),
            parameter="bbox",
        )
    if len(parts) == 6:
        parts = [*parts[:2], *parts[3:5]]
    return BBox.parse(",".join(parts))


def parse_limit(text: str) -> int:
    """Items on a page; what is above the maximum is taken for it (/req/core/fc-limit-response-1).

    Raises
    ------
    QueryError
        For anything but a whole number from 1 up.
    """
    if not _LIMIT.fullmatch(text):
        told = _("limit={text!r}: write a whole number from 1 up", text=text)
        raise QueryError(told, parameter="limit")
    return MAX_LIMIT if len(text) > len(str(MAX_LIMIT)) else min(int(text), MAX_LIMIT)


ITEMS_PARAMETERS = (
    "f",
    "limit",
    "bbox",
    "datetime",
    "story",
    "category",
    "place",
    "q",
    "undated",
    "unlocated",
    "next",
)


def _checked(arguments: Arguments, known: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in arguments:
        if name not in known:
            told = _(
                "there is no parameter {name!r} here; known are {known}",
                name=name,
                known=", ".join(known),
            )
            raise QueryError(told, parameter=name)
        if name in found:
            raise QueryError(_("{name} is given twice; give it once", name=name), parameter=name)
        if not value:
            told = _("{name} is empty; give it a value or leave it out", name=name)
            raise QueryError(told, parameter=name)
        found[name] = value
    return found


def _categories(text: str) -> frozenset[str]:
    names = text.split(",") if text else []
    if "" in names:
        told = _("{name} is empty; give it a value or leave it out", name="category")
        raise QueryError(told, parameter="category")
    return frozenset(name.strip() for name in names)


def _kept(found: dict[str, str], name: str) -> bool:
    return _choice(name, found.get(name, KEPT[0]), KEPT) == KEPT[0]


def _choice(name: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        told = _(
            "{name}={text!r}: choose one of {known}", name=name, text=value, known=", ".join(known)
        )
        raise QueryError(told, parameter=name)
    return value
