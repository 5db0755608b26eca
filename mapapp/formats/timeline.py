"""TimelineJS 3 JSON: the dated events as slides."""

from collections.abc import Iterator
from html import escape

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.formats.readers.slides import slide_records
from mapapp.layers import EventFeature, event_feature
from mapapp.layers.events import shown_events
from mapapp.model import Event, civil


class _Date(msgspec.Struct, omit_defaults=True):
    year: int
    month: int | None = None
    day: int | None = None


class _Text(msgspec.Struct):
    headline: str
    text: str


class _Slide(msgspec.Struct, omit_defaults=True):
    unique_id: str
    start_date: _Date
    text: _Text
    end_date: _Date | None = None
    display_date: str = ""
    group: str = ""
    mapapp: EventFeature | None = None  # for those who read it back; the player passes it over


class _Title(msgspec.Struct):
    text: _Text


class _Timeline(msgspec.Struct):
    title: _Title
    events: list[_Slide]
    scale: str = "human"


def _pieces(content: Content) -> Iterator[bytes]:
    story = content.story
    slides = [
        _slide(content, event) for event in shown_events(story, content.selection) if _start(event)
    ]
    head = _Text(escape(story.title), escape(story.annotation.article.source))
    yield msgspec.json.encode(_Timeline(_Title(head), slides))


def _slide(content: Content, event: Event) -> _Slide:
    quote = event.evidence[0].of(content.story.annotation.article.text)
    feature = event_feature(event, story=content.story.slug, quote=quote, base_url=content.base_url)
    about = feature.properties
    start = _start(event)
    assert start is not None
    assert event.when is not None
    place = f"<p>{escape(about.place)}</p>" if about.place else ""
    return _Slide(
        event.id,
        start,
        # Its readers take texts for HTML.
        _Text(escape(event.title), f"{place}<blockquote>{escape(quote)}</blockquote>"),
        _date(event.when.last) if event.when.first is not None else None,
        _twice(about.date_text),
        _twice(about.category),
        feature,
    )


def _twice(text: str) -> str:
    """The text for members out of which TimelineJS takes markup, to show the rest as markup.

    Escaped but once, `<img onerror=...>` would come out of that as it is, and run.
    """
    return escape(escape(text))


def _start(event: Event) -> _Date | None:
    """The first day, or the last where the start is open."""
    if event.when is None:
        return None
    first = event.when.first
    return _date(first if first is not None else event.when.last)


def _date(day: int | None) -> _Date | None:
    if day is None:
        return None
    year, month, day_of_month = civil(day)
    # TimelineJS writes -44 on its axis as 44 BCE, and so knows no year 0.
    return _Date(year if year > 0 else year - 1, month, day_of_month)


FORMAT = Format(
    ".timeline.json",
    "TimelineJS",
    "application/json",
    ("events",),
    ("undated events", "on the slides: positions, and open starts, for which the last day stands"),
    _pieces,
    slide_records,
)
