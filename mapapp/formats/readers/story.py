"""A story out of records: ids, days, places and quotes, each checked where it stands."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar, get_args

from msgspec import structs

from mapapp.errors import BadDate, BadFile
from mapapp.formats.readers.dates import Dates
from mapapp.formats.readers.named import Find, looked_up, name_of, toponyms
from mapapp.formats.readers.record import Record
from mapapp.formats.readers.text import Line, laid_out
from mapapp.formats.readers.where import Known, ties_of
from mapapp.model import (
    Annotation,
    Article,
    Certainty,
    Event,
    Interval,
    Span,
    Status,
    Story,
    Toponym,
    When,
)
from mapapp.times.edtf import format_days, parse

_Word = TypeVar("_Word", bound=str)
_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_STATUSES: tuple[Status, ...] = get_args(Status)


def story_of_records(
    records: Iterable[Record],
    slug: str,
    article: Article,
    known: Known = lambda _: None,
    find: Find | None = None,
) -> Story:
    """The story that a file tells.

    Parameters
    ----------
    slug, article : str, Article
        The story's; the article's text is put aside for the quotes, each where it stood in its
        own article if the file tells that.
    known : callable
        The gazetteer's place of an id. It is taken where the file says the same of it, with all
        that the file had no room for.
    find : callable or None
        Finds the places of names that stand there without a point; what it finds becomes a
        toponym of the story, with all else that it may be. None keeps such places by name.

    Raises
    ------
    BadFile
        Naming the first row that cannot be read.
    """
    rows = list(_identified(records))
    if not rows:
        raise BadFile("there is no event in it")
    quotes = [row.get("quote") or row.get("title") for row in rows]
    dates = Dates.of(row.get(name) for row in rows for name in ("start_date", "end_date"))
    whens = [_when(row, dates) for row in rows]
    found = looked_up(rows, whens, find)
    lines = [_line(*each) for each in zip(rows, quotes, found, strict=True)]
    text, laid = laid_out(lines)
    ties = ties_of(rows, known, found, [spot.name for spot in laid])
    events = tuple(
        Event(
            row.get("id"),
            row.get("title") or row.get("quote"),
            row.get("category") or "other",
            when,
            ties_,
            (spot.quote,),
            _score(row),
            _one_of(row, "status", _STATUSES),
        )
        for row, when, ties_, spot in zip(rows, whens, ties, laid, strict=True)
    )
    named = tuple(toponyms(found, laid))
    return Story(slug, Annotation(structs.replace(article, text=text), named, events=events))


def _line(row: Record, quote: str, found: Toponym | None) -> Line:
    if found is None:
        return Line(quote, _stood(row))
    return Line(quote, _stood(row), name_of(row), found.span)


def _identified(records: Iterable[Record]) -> Iterable[Record]:
    """The rows, each with an id of its own."""
    seen: dict[str, str] = {}
    for record in records:
        if not (record.get("title") or record.get("quote")):
            known = ", ".join(record.values) or "none"
            raise record.bad(
                f"it has neither a title nor a quote; of its columns ({known}) say which is which,"
                " such as columns title=NAME"
            )
        id_ = record.get("id") or _made_id(record, len(seen))
        if id_ in seen:
            raise record.bad(f"its id {id_!r} is that of {seen[id_]} too")
        seen[id_] = record.where
        yield replace(record, values={**record.values, "id": id_})


def _made_id(record: Record, number: int) -> str:
    told = "\n".join((*sorted(record.values.values()), str(number)))
    return sha256(told.encode()).hexdigest()[:12]


def _stood(row: Record) -> Span | None:
    start, end = row.get("quote_start"), row.get("quote_end")
    if not (start and end):
        return None
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise row.bad(f"quote_start={start!r}, quote_end={end!r} are no stretch of a text")
    return Span(int(start), int(end))


def _when(row: Record, dates: Dates) -> When | None:
    """The days: those of the EDTF, as far as the columns of dates say no other."""
    edtf, start, end = row.get("edtf"), row.get("start_date"), row.get("end_date")
    if not (edtf or start or end):
        return None
    try:
        whole = parse(edtf).days if edtf else Interval(None, None)
        begun, ended = (dates.when(date) if date else None for date in (start, end))
        if begun and not edtf and not end:
            ended = begun  # one date, and not one that goes on
        days = Interval(begun.first if begun else whole.first, ended.last if ended else whole.last)
        said = edtf or (begun.edtf if begun and begun == ended else "") or format_days(days)
    except BadDate as error:
        raise row.bad(f"date {edtf or _written(start, end)}: {error}") from error
    return When(
        said,
        days.first,
        days.last,
        row.get("date_text") or ("" if edtf else _written(start, end)),
        _one_of(row, "date_certainty", _CERTAINTIES),
    )


def _written(start: str, end: str) -> str:
    return f"{start} to {end}" if start and end and start != end else start or end


def _score(row: Record) -> float:
    text = row.get("score") or "1"
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise row.bad(f"score={text!r} is no number from 0 to 1")
    return score


def _one_of(row: Record, name: str, words: tuple[_Word, ...]) -> _Word:
    """The word of a column; the first of them where there is none."""
    text = row.get(name)
    for word in words:
        if text in ("", word):
            return word
    raise row.bad(f"{name}={text!r}: choose one of {', '.join(words)}")
