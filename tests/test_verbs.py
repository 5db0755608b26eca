import json
from pathlib import Path

import pytest

import mapapp
from mapapp.errors import QueryError, UnknownFormat
from mapapp.locale import use
from mapapp.model import Annotation, Article, Selection

from tests.zoo import ANNOTATION, STORY


def test_layer_is_plain_geojson() -> None:
    layer = mapapp.to_layer(STORY, "events", Selection.parse(start="1990", end="1995"))
    assert json.loads(json.dumps(layer)) == layer
    assert [feature["id"] for feature in layer["features"]] == ["e1", "e2"]
    assert layer["features"][0]["geometry"]["coordinates"] == [49.89201, 40.37767]


def test_annotation_and_article_become_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    assert mapapp.to_layer(ANNOTATION)["features"][0]["properties"]["story"] == (
        "a-story-of-everything"
    )
    monkeypatch.setattr("mapapp.pipeline.annotate", lambda article: Annotation(article))
    assert mapapp.to_layer(Article("Nothing."))["features"] == []


@pytest.mark.parametrize("layer", ["events", "places", "areas"])
def test_geodataframe_has_places_days_and_no_zero_zero(layer: str) -> None:
    frame = mapapp.to_geodataframe(STORY, layer)  # type: ignore[arg-type]
    assert frame.crs.to_epsg() == 4326
    assert str(frame.start_date.dtype) == "datetime64[s]"
    assert frame.index.name == "id"
    if layer == "events":
        assert frame.geometry["e1"].x == 49.89201
        assert frame.geometry["e7"] is None
        assert str(frame.start_date["e2"].date()) == "1992-03-14"
        assert frame.loc["e6", "edtf"] == "-0043-03-15"


def test_empty_story_is_an_empty_frame() -> None:
    frame = mapapp.to_geodataframe(Annotation(Article("Nothing.")))
    assert len(frame) == 0
    assert "start_date" in frame


def test_map_is_foliums(tmp_path: Path) -> None:
    import folium

    assert isinstance(mapapp.to_map(STORY), folium.Map)


def test_a_notebook_shows_the_map_of_what_was_read(tmp_path: Path) -> None:
    shown = mapapp.to_map(STORY)._repr_html_()
    assert STORY._repr_html_() == shown
    assert 'sandbox="allow-scripts"' in shown
    assert "story-data" in shown
    assert ANNOTATION._repr_html_().count("<iframe") == 1


def test_a_map_is_saved_as_a_page_that_stands_alone(tmp_path: Path) -> None:
    mapapp.to_map(STORY).save(tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text("utf-8")
    assert "https://cdn" not in page
    assert "<title>A story of everything</title>" in page


def test_a_map_speaks_the_language_it_was_made_in(tmp_path: Path) -> None:
    made = mapapp.to_map(STORY, language="tr")
    made.save(tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text("utf-8")
    assert '<html lang="tr"' in page
    assert 'aria-label="Oynat"' in page
    assert 'lang="tr"' in mapapp.write(STORY, tmp_path / "story.html", language="tr").read_text()
    with pytest.raises(QueryError, match="no language 'fr'"):
        mapapp.to_map(STORY, language="fr")
    with pytest.raises(QueryError, match="no language 'fr'"):
        mapapp.write(STORY, tmp_path / "new.html", language="fr")
    assert not (tmp_path / "new.html").exists()


def test_data_are_english_whoever_asks(tmp_path: Path) -> None:
    plain = mapapp.write(STORY, tmp_path / "a.csv").read_bytes()
    with use("ru"):
        assert mapapp.write(STORY, tmp_path / "b.csv").read_bytes() == plain


def test_write_answers_the_path(tmp_path: Path) -> None:
    out = mapapp.write(STORY, tmp_path / "places.csv", "places")
    assert out.read_bytes().count(b"\r\n") == 9
    with pytest.raises(UnknownFormat):
        mapapp.write(STORY, tmp_path / "story.doc")


def test_lookup_tells_reasons() -> None:
    best = mapapp.lookup("Ganja")[0]
    assert (best.place.country, best.place.kind) == ("AZ", "settlement")
    assert best.reasons
    assert mapapp.lookup("Nosuchplaceatall") == []
