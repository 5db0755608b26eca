import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.maps.picture import fonts
from mapapp.maps.picture.fonts import shortened, text_width, wrapped

_WORDS = st.text(alphabet="iW ,;əЖ\u0301", max_size=60)


@given(_WORDS, st.floats(0, 300))
def test_a_shortened_line_has_room_and_begins_as_the_text_does(text: str, room: float) -> None:
    line = shortened(text, room, 12)
    kept = line.removesuffix("…")
    if line != text:
        assert text_width(line, 12) <= max(room, text_width("…", 12)) + 1e-6
        assert " ".join(text.split()).startswith(kept)


def test_a_line_is_cut_between_words() -> None:
    text = "Two neighbours, and their armies"
    room = text_width("Two neighbours, and…", 12)
    assert shortened(text, room, 12) == "Two neighbours, and…"
    assert shortened(text, room - 1, 12) == "Two neighbours…"


def test_an_endless_word_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []
    monkeypatch.setattr(
        fonts,
        "text_width",
        lambda text, *more: measured.append(len(text)) or text_width(text, *more),
    )
    lines = wrapped("x" * 100_000 + " tail", 200, 12)
    assert lines[0].endswith("…")
    assert sum(measured) < 500_000
