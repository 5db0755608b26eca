import msgspec
import pytest

from mapapp.stories.codec import PlaceTable, decode, decode_event, encode, encode_event

from tests.zoo import ANNOTATION, BAKU, EMPTY, EVENTS, ROME


@pytest.mark.parametrize("annotation", [ANNOTATION, EMPTY.annotation])
def test_annotation_comes_back_equal(annotation: object) -> None:
    assert decode(encode(annotation)) == annotation  # type: ignore[arg-type]


def test_place_is_written_once() -> None:
    assert encode(ANNOTATION).count("Bakı".encode()) == 1


def test_equal_places_share_a_number() -> None:
    table = PlaceTable(first=7)
    twin = type(BAKU)(**{name: getattr(BAKU, name) for name in BAKU.__slots__})
    assert [table.number(place) for place in (BAKU, ROME, twin)] == [7, 8, 7]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_event_comes_back_equal(event: object) -> None:
    table = PlaceTable(first=3)
    body = encode_event(event, table)  # type: ignore[arg-type]
    assert decode_event(body, lambda number: table.places[number - 3]) == event


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b'{"article": 3}'])
def test_foreign_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(body)
