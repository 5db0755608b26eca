"""Whatever events there are, every format writes them, and those that are read give them back."""

import json
import re
from collections.abc import Callable
from itertools import compress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree, html
from msgspec.structs import replace

from mapapp.formats import Content, Format, format_of, formats, pieces, read_story, write
from mapapp.layers import EventFeature, EventProperties, events
from mapapp.model import (
    ROLES,
    Annotation,
    Article,
    Event,
    Place,
    PlaceName,
    Span,
    Story,
    Tie,
    When,
    day_number,
)
from mapapp.times.edtf import format_days

_READ = [each for each in formats() if each.records and "events" in (each.layers or ("events",))]
_NOT_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_LOST = {
    ".gpkg": "\0",
    ".fgb": "\0",
    ".shp.zip": "\0",
    ".kml": _NOT_XML,
    ".ics": "\0-\x08\x0b-\x1f\x7f",
}
_PICTURES = (".png", ".svg", ".pdf", ".html")  # slow to draw; of some stories, below

# Blanks around a text are cut when tables are read, and a name may not hold what parts names.
_text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).map(str.strip).filter(bool)
_name = _text.filter(lambda text: not any(mark in text for mark in ("; ", " / ", " (")))
_odd = st.sampled_from(
    """'=1|=HYPERLINK(1)|-1|@|1|1e5|NULL|None|nan|2024-05-06|{{ 7 }}|%s|]]>|</script>|"|\\n|a\0b
    |\x7f|\ufffe|a\r\nb\rc\u2028d|\u202eעברית\u202c|👩‍👩‍👧""".replace("\n    |", "|").split("|")
)
# Programs of other hands that must make sense of what was written.
_PARSERS: dict[str, Callable[[bytes], object]] = {
    ".geojson": json.loads,
    ".lpf.json": json.loads,
    ".timeline.json": json.loads,
    ".annotations.jsonld": json.loads,
    ".kml": etree.fromstring,
    ".svg": etree.fromstring,
    ".ics": Calendar.from_ical,
    ".html": html.document_fromstring,
}
_DAYS = st.one_of(
    st.integers(day_number(-9999), day_number(9999, 12, 31)),
    st.sampled_from([day_number(-9999), day_number(0), day_number(1), day_number(9999, 12, 31)]),
)


@st.composite
def _whens(draw: st.DrawFn) -> When:
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    opened = draw(st.sampled_from(["", "", "start", "end"]))
    when = When(
        "",
        None if opened == "start" else first,
        None if opened == "end" else last,
        draw(st.one_of(_text, _odd)),
        draw(st.sampled_from(["certain", "less-certain", "uncertain"])),
    )
    return replace(when, edtf=format_days(when.days))


@st.composite
def _places(draw: st.DrawFn) -> Place:
    lon = draw(st.none() | st.floats(-180, 180, width=32))
    lat = None if lon is None else draw(st.floats(-90, 90, width=32))
    names = draw(st.lists(_name, max_size=2, unique=True))
    kind = draw(st.sampled_from(["settlement", "country", "region", "admin2"]))
    name = draw(st.one_of(_name, _odd))
    return Place(
        f"x:{name}", name, kind if lon is not None else "site", lon, lat,
        tuple(PlaceName(each, "en") for each in names if each != name),
    )  # fmt: skip


@st.composite
def _stories(draw: st.DrawFn) -> Story:
    text, made = "", []
    for number in range(draw(st.integers(1, 4))):
        quote = draw(st.one_of(_text, _odd))
        span = Span(len(text), len(text) + len(quote))
        text += quote + "\n"
        place = draw(st.none() | _places())
        tie = place and Tie(place, draw(st.sampled_from(ROLES)), score=0.9)
        made.append(
            Event(
                f"e{number}",
                draw(st.one_of(_text, _odd)),
                draw(st.one_of(_text, _odd)),
                draw(st.none() | _whens()),
                (tie,) if tie else (),
                (span,),
                draw(st.sampled_from([0.0, 0.125, 1.0])),
                draw(st.sampled_from(["machine", "confirmed", "edited"])),
            )
        )
    return Story("s", Annotation(Article(text, draw(st.one_of(_text, _odd))), events=tuple(made)))


def _kept(feature: EventFeature, format_: Format) -> EventFeature:
    """The feature with what the format says that it loses."""
    lost = _LOST.get(format_.suffix)
    if lost is None:
        return feature
    told = {
        name: re.sub(f"[{lost}]", "\ufffd", _lined(value, format_))
        if isinstance(value, str)
        else value
        for name, value in msgspec.structs.asdict(feature.properties).items()
    }
    return msgspec.structs.replace(feature, properties=EventProperties(**told))


def _unplaced(feature: EventFeature) -> EventFeature:
    about = msgspec.structs.replace(feature.properties, quote_start=0, quote_end=0)
    return msgspec.structs.replace(feature, properties=about)


def _lined(text: str, format_: Format) -> str:
    return re.sub("\r\n?", "\n", text) if format_.suffix == ".ics" else text


def _holds(format_: Format, event: Event) -> bool:
    """Can the format hold the event at all, by what it says?"""
    when = event.when
    days = [day for day in (when.first, when.last) if day is not None] if when else []
    if format_.suffix == ".ics":
        return bool(days) and min(days) >= day_number(1) and max(days) <= day_number(9999, 12, 30)
    return bool(days) or format_.suffix != ".timeline.json"


@pytest.mark.parametrize("format_", _READ, ids=lambda each: each.suffix)
@settings(max_examples=25)
@given(story=_stories())
def test_the_same_events_come_back(format_: Format, story: Story) -> None:
    held = [_holds(format_, event) for event in story.annotation.events]
    assume(any(held))  # a file without events is refused
    with TemporaryDirectory() as folder:
        out = Path(folder, f"out{format_.suffix}")
        write(Content(story), out)
        found = list(events(read_story(out, "s", Article("", "A story"))))
    told = [_kept(feature, format_) for feature in compress(events(story), held)]
    if any("\r" in each.evidence[0].of(story.annotation.article.text)
           for each in story.annotation.events) and format_.suffix == ".ics":  # fmt: skip
        found, told = (
            [_unplaced(one) for one in each] for each in (found, told)
        )  # shorter than they were
    if format_.suffix == ".fgb":  # which loses their order
        found, told = (sorted(each, key=lambda feature: feature.id) for each in (found, told))
    assert found == told


@pytest.mark.parametrize(
    "format_", [each for each in formats() if each.suffix not in _PICTURES], ids=lambda e: e.suffix
)
@settings(max_examples=10)
@given(story=_stories())
def test_every_format_writes_it(format_: Format, story: Story) -> None:
    for layer in format_.layers or ("events",):
        body = b"".join(pieces(Content(story, layer), format_))
        assert body
        _PARSERS.get(format_.suffix, len)(body)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".html"])
@settings(max_examples=2)
@given(story=_stories())
def test_pictures_and_pages_are_drawn_of_it(suffix: str, story: Story) -> None:
    body = b"".join(pieces(Content(story), format_of(suffix)))
    _PARSERS.get(suffix, len)(body)
