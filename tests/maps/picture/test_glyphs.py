"""Pictures draw categories as the page does."""

import re

import pytest

from mapapp.maps.looks import look_of
from mapapp.maps.picture import draw, style
from mapapp.maps.picture.glyphs import GROWN, RINGS, Glyph, reach
from mapapp.maps.picture.shapes import Disc, Outline, Text
from mapapp.maps.picture.theme import themed
from mapapp.model import Selection
from mapapp.resources import static

from tests import stories_zoo

CSS = static("css", "mapapp.css").read_text("utf-8")
DARK = static("css", "dark.css").read_text("utf-8")


@pytest.mark.parametrize("shape", range(len(RINGS)))
def test_a_shape_has_the_corners_that_the_style_sheet_gives_it(shape: int) -> None:
    rule = re.search(rf"^\.shape-{shape} \{{(.*)\}}", CSS, re.MULTILINE)
    assert rule
    grown = re.search(r"--grow: (-?[\d.]+)", rule[1])
    assert grown
    assert GROWN[shape] == pytest.approx(-float(grown[1]) / 100)
    corners = re.search(r"polygon\((.*?)\)", rule[1])
    if corners:
        found = [
            [float(n.rstrip("%")) / 100 for n in pair.split()] for pair in corners[1].split(",")
        ]
        assert [list(pair) for pair in RINGS[shape]] == found


@pytest.mark.parametrize("hue", range(len(style.HUES)))
def test_a_colour_is_the_style_sheets_in_both_themes(hue: int) -> None:
    for theme, sheet in (("light", CSS), ("dark", DARK)):
        wanted = re.search(rf"--hue-{hue}: (#\w+)", sheet)
        text = Text(x=0, y=0, text="", size=1, fill=style.HUES[hue])
        shape = themed(text, "dark" if theme == "dark" else "light")
        assert isinstance(shape, Text)
        assert wanted
        assert shape.fill == wanted[1]


@pytest.mark.parametrize("shape", range(len(RINGS)))
def test_a_shape_has_about_the_area_of_its_disc_and_stays_within_reach(shape: int) -> None:
    import shapely

    glyph = Glyph(look_of("other")._replace(shape=shape))
    drawn = glyph.drawn(100, 100, 10, 1)
    if isinstance(drawn, Disc):
        assert shape == 0
        return
    assert isinstance(drawn, Outline)
    polygon = shapely.Polygon(drawn.lines[0])
    assert 0.7 < polygon.area / (3.1416 * 100) < 1.3
    half = reach(glyph, 10) + 0.01
    assert shapely.box(100 - half, 100 - half, 100 + half, 100 + half).contains(polygon)


def test_the_key_tells_what_the_markers_show_and_no_more() -> None:
    story = stories_zoo.caucasus()
    words = {each.text for each in draw(story).shapes if isinstance(each, Text)}
    assert {"Place", "Country or region, or only involved", "Exhibition"} <= words
    fair = Selection.parse(category="exhibition")
    words = {each.text for each in draw(story, selection=fair).shapes if isinstance(each, Text)}
    assert "Exhibition" in words
    assert not {"Place", "Agreement", "Country or region, or only involved"} & words
