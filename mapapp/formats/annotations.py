"""W3C Web Annotation (Recommendation of 23 February 2017): what is marked in the text.

Each place, time and event points at its words twice: by quotation with a little around it, and by
position in Unicode code points.
"""

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from mapapp.formats.format import Content, Format
from mapapp.layers import shown_name
from mapapp.layers.events import shown_events
from mapapp.model import Event, Span, TimeExpression, Toponym, iso_date

_AROUND = 32  # characters of context on either side of a quotation


class _Quote(msgspec.Struct, tag_field="type", tag="TextQuoteSelector"):
    exact: str
    prefix: str
    suffix: str


class _Position(msgspec.Struct, tag_field="type", tag="TextPositionSelector"):
    start: int
    end: int


class _Target(msgspec.Struct):
    source: str
    selector: tuple[_Quote, _Position]


class _Body(msgspec.Struct, omit_defaults=True, tag_field="type", tag="TextualBody"):
    purpose: str
    value: str
    format: str = "text/plain"


class _Thing(msgspec.Struct, tag_field="type", tag="SpecificResource"):
    purpose: str
    source: str


class _Annotation(msgspec.Struct, tag_field="type", tag="Annotation"):
    id: str
    motivation: str
    body: list[_Body | _Thing]
    target: _Target


def _pieces(content: Content) -> Iterator[bytes]:
    page = _page(content)
    yield (
        '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage",'
        f'"id":"{page}/annotations","items":['
    ).encode()
    before = b"\n"
    for annotation in _annotations(content, page):
        yield before + msgspec.json.encode(annotation)
        before = b",\n"
    yield b"\n]}\n"


def _page(content: Content) -> str:
    """The IRI of the text that is marked: its page, or where no server is known a name for it."""
    if not content.base_url:
        return f"urn:mapapp:story:{content.story.slug}"
    return f"{content.base_url}/stories/{content.story.slug}"


def _annotations(content: Content, page: str) -> Iterator[_Annotation]:
    annotation = content.story.annotation

    def made(span: Span, motivation: str, body: list[_Body | _Thing], key: str) -> _Annotation:
        target = _target(annotation.article.text, span, page)
        return _Annotation(f"{page}#{key}", motivation, body, target)

    for toponym in annotation.toponyms:
        yield made(toponym.span, "identifying", _place(toponym), f"place-{toponym.span.start}")
    for time in annotation.times:
        yield made(time.span, "tagging", _time(time), f"time-{time.span.start}")
    for event in shown_events(content.story, content.selection):
        yield made(event.evidence[0], "describing", _event(event), f"event-{quote(event.id)}")


def _target(text: str, span: Span, page: str) -> _Target:
    quote = _Quote(
        span.of(text),
        text[max(0, span.start - _AROUND) : span.start],
        text[span.end : span.end + _AROUND],
    )
    return _Target(page, (quote, _Position(span.start, span.end)))


def _place(toponym: Toponym) -> list[_Body | _Thing]:
    body: list[_Body | _Thing] = [_Body("classifying", toponym.usage)]
    place = toponym.place
    if place is None:
        return body
    body.append(_Body("tagging", shown_name(place)))
    if place.geonameid is not None:
        body.append(_Thing("identifying", f"https://sws.geonames.org/{place.geonameid}/"))
    return body


def _time(time: TimeExpression) -> list[_Body | _Thing]:
    if time.when is None:
        return [_Body("tagging", time.value or time.type)]
    return [_Body("tagging", time.when.edtf)]


def _event(event: Event) -> list[_Body | _Thing]:
    body: list[_Body | _Thing] = [
        _Body("describing", event.title),
        _Body("classifying", event.category),
    ]
    if event.when is not None:
        days = f"{iso_date(event.when.first) or '..'}/{iso_date(event.when.last) or '..'}"
        body.append(_Body("tagging", event.when.edtf or days))
    return body


FORMAT = Format(
    ".annotations.jsonld",
    "W3C Web Annotation",
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    (),
    ("positions on the map",),
    _pieces,
)
