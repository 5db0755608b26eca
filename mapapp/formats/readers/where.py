"""Places out of records: what the file says of them, with what the gazetteer adds."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from mapapp.formats.readers.named import is_only_named, name_of
from mapapp.formats.readers.record import Record
from mapapp.layers import precision, shown_name, usual_names
from mapapp.layers.events import point
from mapapp.model import ROLES, Kind, Place, PlaceName, Role, Span, Tie, Toponym

Known = Callable[[str], Place | None]

# A place as exact as it was drawn, and a tie's score in the grade that it was told in.
_KINDS: dict[str, Kind] = {
    "settlement": "settlement",
    "country": "country",
    "region": "region",
    "district": "admin2",
}
_SCORES = {"certain": 1.0, "less-certain": 0.65, "uncertain": 0.3}
_ROLE = re.compile(rf" \(({'|'.join(ROLES)})\)(?:; |$)")
_UNTOLD = "und"  # BCP 47: a language that nobody told


def ties_of(
    rows: Sequence[Record],
    known: Known,
    found: Sequence[Toponym | None],
    spans: Sequence[Span | None],
) -> Iterator[tuple[Tie, ...]]:
    """The ties of each row; places that rows only name are those that other rows are at.

    Parameters
    ----------
    found : sequence of Toponym or None
        What the names of rows without a point mean, where they were looked up.
    spans : sequence of Span or None
        Where such a name stands in the text.
    """
    homes = [
        _home(row, known) if toponym is None else _named(row, toponym, span)
        for row, toponym, span in zip(rows, found, spans, strict=True)
    ]
    told = sorted((tie.place for tie in homes if tie), key=lambda place: place.lon is not None)
    by_name = {shown_name(place): place for place in told}
    for row, home in zip(rows, homes, strict=True):
        is_loose = home is not None and home.place.lon is None and is_only_named(row)
        yield _ties(row, _at(by_name, home) if home and is_loose else home, by_name)


def _at(by_name: Mapping[str, Place], home: Tie) -> Tie:
    return replace(home, place=by_name[shown_name(home.place)])


def _named(row: Record, toponym: Toponym, span: Span | None) -> Tie:
    """The place that a name was found to mean; one of that name only, where none was."""
    choice, name = toponym.resolution, name_of(row)
    place = choice.place if choice else Place(_own_id(name), name, "site")
    return Tie(place, _told_role(row), span, choice.score if choice else 1.0)


def _ties(row: Record, home: Tie | None, by_name: dict[str, Place]) -> tuple[Tie, ...]:
    if home is None:
        return ()
    ties: list[Tie] = []
    is_told = False
    for name, role in _told(row.get("places")):
        if not is_told and (name, role) == (shown_name(home.place), home.role):
            is_told = True
            ties.append(home)
        else:
            place = by_name.get(name) or Place(_own_id(name), name, "site")
            ties.append(Tie(place, role))
    return tuple(ties) if is_told else (home, *ties)


def _told(text: str) -> Iterator[tuple[str, Role]]:
    """Names and roles of `Turkey (party); Baku (location)`."""
    begin = 0
    for found in _ROLE.finditer(text):
        yield text[begin : found.start()], _role(found[1])
        begin = found.end()


def _role(text: str) -> Role:
    return next(role for role in ROLES if role == text)


def _home(row: Record, known: Known) -> Tie | None:
    name = row.get("place")
    if not name:
        if row.lon is None or row.lat is None:
            return None
        name = f"{row.lat:g}, {row.lon:g}"
    score = _SCORES.get(row.get("place_certainty") or "certain")
    if score is None:
        raise row.bad(f"place_certainty={row.get('place_certainty')!r}: choose {_listed(_SCORES)}")
    told = _place(row, name)
    found = known(told.id)
    is_same = found is not None and (told.lon is None or _same(found, told))
    return Tie(found if found and is_same else told, _told_role(row), score=score)


def _told_role(row: Record) -> Role:
    role = row.get("role") or "location"
    if role not in ROLES:
        raise row.bad(f"role={role!r}: choose one of {', '.join(ROLES)}")
    return _role(role)


def _place(row: Record, name: str) -> Place:
    told = row.get("place_names").split("; ")
    # Two names with a slash between, unless the slash is part of a name.
    first, slash, second = (name, "", "") if name in told else name.partition(" / ")
    others = [each for each in told if each not in ("", first)]
    # Of a contested place all names are shown, and beside the first the one that has a language.
    names = row.names or tuple(
        PlaceName(each, _UNTOLD if each == second or not slash else None) for each in others
    )
    is_located = row.lon is not None and row.lat is not None
    return Place(
        row.get("place_id") or _own_id(name),
        first if slash else name,
        row.kind or _KINDS.get(row.get("place_precision"), "settlement" if is_located else "site"),
        row.lon if is_located else None,
        row.lat if is_located else None,
        names,
        row.country,
        contested=bool(slash),
    )


def _same(found: Place, told: Place) -> bool:
    """Does the gazetteer say what the file says, as far as that goes?"""
    return (
        shown_name(found) == shown_name(told)
        and usual_names(found) == usual_names(told)
        and precision(found) == precision(told)
        and point(found) == point(told)
    )


def _own_id(name: str) -> str:
    """An id for a place that the file gives none."""
    return f"file:{name}"


def _listed(words: dict[str, float]) -> str:
    return ", ".join(words)
