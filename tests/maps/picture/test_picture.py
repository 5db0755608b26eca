import struct
from functools import cache
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from mapapp.errors import QueryError
from mapapp.maps.picture import Drawing, draw, pdf, png, svg
from mapapp.maps.picture.fonts import text_width
from mapapp.maps.picture.frame import Room
from mapapp.maps.picture.shapes import Disc, Text
from mapapp.model import Annotation, Article, Event, Place, Selection, Span, Story, Tie, When

from tests import stories_zoo

SVG = "{http://www.w3.org/2000/svg}"


def islands() -> Story:
    """Events on both sides of the antimeridian, told in three scripts."""
    places = [
        Place("x:1", "Suva", "settlement", 178.44, -18.14),
        Place("x:2", "Ապիա", "settlement", -171.77, -13.83),
        Place("x:3", "Нукуалофа", "settlement", -175.2, -21.13),
    ]
    events = tuple(
        Event(
            f"e{i}",
            "t",
            "other",
            When("1999", 10_592, 10_956),
            (Tie(place, "location"),),
            (Span(0, 4),),
        )
        for i, place in enumerate(places)
    )
    return Story("islands", Annotation(Article("Rain.", "Şərq adaları"), events=events))


STORIES = {
    story.slug: story
    for story in (
        stories_zoo.caucasus(),
        stories_zoo.antiquity(),
        stories_zoo.hostile(),
        stories_zoo.empty(),
        islands(),
    )
}
SIZES = [(1200, 630), (600, 315), (320, 200), (120, 63), (2400, 1260), (800, 1200), (1600, 400)]


@cache
def drawn(slug: str) -> Drawing:
    return draw(STORIES[slug])


def texts(drawing: Drawing) -> list[Text]:
    return [shape for shape in drawing.shapes if isinstance(shape, Text)]


def room_of(text: Text) -> Room:
    width = text_width(text.text, text.size, text.face, text.spacing)
    left = text.x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    return Room(left, text.y - text.size * 0.7, width, text.size * 0.7)


@pytest.mark.parametrize(
    ("slug", "size"),
    [*(("caucasus", size) for size in SIZES), *((slug, (1200, 630)) for slug in STORIES)],
)
def test_no_word_leaves_the_sheet_or_covers_another(slug: str, size: tuple[int, int]) -> None:
    drawing = draw(STORIES[slug], width=size[0], height=size[1])
    sheet = Room(0, 0, *size)
    words = texts(drawing)
    for text in words:
        assert sheet.contains(room_of(text)), text.text
    for one, other in combinations(words, 2):
        assert not room_of(one).meets(room_of(other)), (one.text, other.text)


def test_places_are_named_and_counted() -> None:
    written = {text.text for text in texts(drawn("caucasus"))}
    assert {"Two neighbours and their armies", "15 events at 8 places, 1918 to 2023"} <= written
    assert {"Baku", "6", "Turkey", "Nakhchivan"} <= written
    assert "Shusha / Shushi" in written, "a contested place bears both names"
    assert "1 event without a known place" in written
    assert any("GeoNames (CC BY 4.0)" in text for text in written)


def test_the_window_leaves_out_what_lies_outside() -> None:
    chosen = Selection.parse(start="1990", end="2001")
    drawing = draw(STORIES["caucasus"], selection=chosen)
    written = {text.text for text in texts(drawing)}
    assert "7 events at 4 places, 1990 to 2001" in written
    assert "Ganja" not in written
    assert "1920" in written, "the strip of time shows all years"
    assert "1990 to 2001" in drawing.description


def test_a_far_outlier_is_told_and_not_shown_but_the_antimeridian_makes_no_outlier() -> None:
    def at(number: int, lon: float) -> Event:
        place = Place(f"x:{lon}", f"At {lon:g}", "settlement", lon, -17.0)
        return Event(f"e{number}", "t", "other", None, (Tie(place, "location"),), (Span(0, 4),))

    lons = [178.0] * 9 + [-178.0, 10.0]
    events = tuple(at(number, lon) for number, lon in enumerate(lons))
    story = Story("far", Annotation(Article("Rain.", "Far"), events=events))
    written = {text.text for text in texts(draw(story))}
    assert {"At 178", "At -178", "Outside the map: At 10 (1)"} <= written


def test_a_crowd_of_circles_leaves_the_map_visible() -> None:
    places = [
        Place(f"x:{i}", f"P{i}", "settlement", 20 + i % 40, 30 + i // 40 * 0.5) for i in range(800)
    ]
    events = tuple(
        Event(f"e{i}", "t", "other", None, (Tie(place, "location"),), (Span(0, 4),))
        for i, place in enumerate(places * 3)
    )
    drawing = draw(Story("crowd", Annotation(Article("Rain.", "Crowd"), events=events)))
    circles = [shape for shape in drawing.shapes if isinstance(shape, Disc)]
    assert sum(3.1416 * circle.radius**2 for circle in circles) < 0.25 * 1200 * 430


def test_circles_grow_by_area() -> None:
    radii = sorted(
        shape.radius
        for shape in drawn("caucasus").shapes
        if isinstance(shape, Disc) and shape.radius > 6
    )
    assert radii[-1] / radii[0] == pytest.approx(6**0.5)


def test_islands_on_both_sides_of_the_antimeridian_are_one_picture() -> None:
    drawing = drawn("islands")
    written = {text.text: text for text in texts(drawing)}
    assert 0 < written["Suva"].x < written["Нукуалофа"].x < written["Ապիա"].x < 1200


@pytest.mark.parametrize("slug", STORIES)
def test_svg_is_xml_that_holds_words_and_no_program(slug: str) -> None:
    drawing = drawn(slug)
    root = ElementTree.fromstring(svg(drawing))
    assert root.findtext(f"{SVG}title") == STORIES[slug].title
    assert root.findtext(f"{SVG}desc") == drawing.description
    assert {each.tag for each in root.iter()} <= {
        SVG + name for name in "svg title desc style path circle rect text".split()
    }
    assert [each.text for each in root.iter(f"{SVG}text")] == [text.text for text in texts(drawing)]


def test_what_xml_cannot_hold_is_left_out() -> None:
    article = replace(STORIES["empty"].annotation.article, title="a\x00b\x1b\ufffe\ud800c")
    story = replace(STORIES["empty"], annotation=Annotation(article))
    assert ElementTree.fromstring(svg(draw(story))).findtext(f"{SVG}title") == "abc"
    assert png(draw(story))
    assert pdf(draw(story))


@pytest.mark.parametrize("size", SIZES[:4], ids=str)
def test_png_has_the_size_that_was_asked_for(size: tuple[int, int]) -> None:
    data = png(draw(STORIES["islands"], width=size[0], height=size[1]))
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == size


def test_letters_of_all_scripts_have_glyphs() -> None:
    """A letter without one would be drawn as the same box as any other."""
    widths = {text_width(letter, 100) for letter in "ƏəşığŘЩյԱქλ"}
    assert text_width("\U0010ffff", 100) not in widths


def test_pdf_is_one_page_whose_words_can_be_found() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf(drawn("islands")))
    assert len(document) == 1
    assert document[0].get_size() == (900, 472.5)
    text = document[0].get_textpage().get_text_range()
    assert {"Şərq adaları", "Suva", "Ապիա", "Нукуалофа"} <= set(text.replace("\r", "").split("\n"))
    assert document.get_metadata_dict()["Title"] == "Şərq adaları"


@pytest.mark.parametrize("slug", STORIES)
def test_pdf_looks_like_the_png(slug: str) -> None:
    """Two programs that know nothing of each other draw the same picture."""
    import numpy as np
    import pypdfium2
    from PIL import Image

    drawing = drawn(slug)
    document = pypdfium2.PdfDocument(pdf(drawing))
    page = np.asarray(document[0].render(scale=96 / 72).to_pil().convert("L"), dtype=float)
    picture = np.asarray(Image.open(BytesIO(png(drawing))).convert("L"), dtype=float)
    assert page.shape == picture.shape
    # Words of the one are words of the other: blurred, since letters differ by parts of a pixel.
    blocks = [each.reshape(21, 30, 40, 30).mean(axis=(1, 3)) for each in (page, picture)]
    assert abs(blocks[0] - blocks[1]).max() < 16


@pytest.mark.parametrize("slug", STORIES)
def test_same_story_same_bytes(slug: str) -> None:
    first, second = drawn(slug), draw(STORIES[slug])
    assert svg(first) == svg(second)
    assert png(first) == png(second)
    assert pdf(first) == pdf(second)


@pytest.mark.parametrize(("width", "height", "named"), [(59, 630, "width"), (1200, 4001, "height")])
def test_sheets_have_limits(width: int, height: int, named: str) -> None:
    with pytest.raises(QueryError, match=f"{named}=") as caught:
        draw(STORIES["empty"], width=width, height=height)
    assert caught.value.parameter == named
