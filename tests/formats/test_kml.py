"""KML held to OGC's schema, which fastkml brings, and read by GDAL and fastkml."""

from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from mapapp.formats import Content, format_of, pieces, write
from mapapp.layers import LAYERS, LayerName, events, features
from mapapp.model import Selection, Story, When, day_number

from tests import stories_zoo
from tests.zoo import EMPTY, EVENTS, STORY

KML = "{http://www.opengis.net/kml/2.2}"


def body(story: Story, layer: LayerName = "events", **more: str) -> bytes:
    content = Content(story, layer, Selection.parse(**more))
    return b"".join(pieces(content, format_of(".kml")))


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    import fastkml

    return etree.XMLSchema(file=Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd")


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize(
    "story",
    [STORY, EMPTY, stories_zoo.hostile(), stories_zoo.pacific(), stories_zoo.ages()],
    ids=lambda story: story.slug,
)
def test_it_keeps_the_schema(schema: etree.XMLSchema, story: Story, layer: LayerName) -> None:
    schema.assertValid(etree.fromstring(body(story, layer)))


def test_ids_that_are_alike_stay_two_names(schema: etree.XMLSchema) -> None:
    found = tuple(replace(EVENTS[0], id=id_) for id_ in ("a:b", "a-b", "a b", "a_b", "²", "1", "é"))
    story = replace(STORY, annotation=replace(STORY.annotation, events=found))
    root = etree.fromstring(body(story))
    schema.assertValid(root)
    assert len({node.get("id") for node in root.iter(f"{KML}Placemark")}) == len(found)


def test_the_schema_has_no_year_0() -> None:
    when = When("0000/-0043", day_number(-43), day_number(0, 12, 31))
    event = replace(EVENTS[0], when=when)
    story = replace(STORY, annotation=replace(STORY.annotation, events=(event,)))
    span = etree.fromstring(body(story)).find(f".//{KML}TimeSpan")
    assert [each.text for each in span] == ["-0044-01-01", "-0001-12-31"]


def test_characters_that_xml_has_not_are_replaced(schema: etree.XMLSchema) -> None:
    event = replace(EVENTS[0], title="a\x00b\x0bc\ufffed]]>")
    story = replace(STORY, annotation=replace(STORY.annotation, events=(event,)))
    root = etree.fromstring(body(story))
    schema.assertValid(root)
    assert root.findtext(f".//{KML}Placemark/{KML}name") == "a\ufffdb\ufffdc\ufffdd]]>"


def test_fastkml_finds_names_days_and_places() -> None:
    from fastkml import KML as Reader

    (document,) = Reader.from_string(body(STORY, start="1500")).features
    chosen = list(events(STORY, Selection.parse(start="1500")))
    assert [each.name for each in document.features] == [each.properties.title for each in chosen]
    for told, feature in zip(document.features, chosen, strict=True):
        assert (told.geometry is None) == (feature.geometry is None)
        if told.times:
            assert str(told.times.begin) == feature.properties.start_date
    assert (document.features[0].geometry.x, document.features[0].geometry.y) == (
        49.89201,
        40.37767,
    )


def test_gdal_finds_the_days(tmp_path: Path) -> None:
    import pyogrio

    out = tmp_path / "story.kml"
    write(Content(STORY, selection=Selection.parse(start="1500")), out)
    frame = pyogrio.read_dataframe(out).set_index("title")
    assert len(frame) == 7
    row = frame.loc["a delegation from Turkey came to Baku"]
    assert (row.geometry.x, row.geometry.y) == (49.89201, 40.37767)
    assert str(row.begin)[:10] == str(row.end)[:10] == "1992-03-14"


def test_hostile_text_stays_text() -> None:
    root = etree.fromstring(body(STORY))
    names = [node.text for node in root.iter(f"{KML}name")]
    assert names[0] == STORY.title
    assert "</script><img src=x onerror=alert(1)> ${alert(2)} was seen" in names
    for node in root.iter(f"{KML}description"):
        assert "<" not in (node.text or ""), "a description is HTML to its readers"


def test_areas_are_areas_to_gdal(tmp_path: Path) -> None:
    import pyogrio

    out = tmp_path / "areas.kml"
    write(Content(STORY, "areas"), out)
    frame = pyogrio.read_dataframe(out)
    assert len(frame) == len(list(features(STORY, "areas")))
    assert frame.geometry.geom_type.isin({"Polygon", "MultiPolygon", "GeometryCollection"}).all()
    assert not frame.geometry.is_empty.any()
