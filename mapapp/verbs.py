"""The verbs of `import mapapp`: short ways through the house for notebooks and scripts."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from mapapp.formats import Content
from mapapp.formats import write as write_content
from mapapp.layers import LayerName, encode, features
from mapapp.layers.frame import geodataframe
from mapapp.locale import DEFAULT, use
from mapapp.model import Annotation, Article, Candidate, Selection, Story
from mapapp.settings import Settings
from mapapp.stories import slug_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from mapapp.maps.elements import StoryMap

Subject = Article | Annotation | Story


def story_of(subject: Subject) -> Story:
    """A story: an article is read first, an annotation takes its slug from its title."""
    if isinstance(subject, Article):
        from mapapp.pipeline import annotate

        subject = annotate(subject)
    if isinstance(subject, Annotation):
        return Story(slug_of(subject.article.title), subject)
    return subject


def to_layer(
    subject: Subject, layer: LayerName = "events", selection: Selection | None = None
) -> dict[str, Any]:
    """A layer as a GeoJSON FeatureCollection, made of dicts and lists."""
    found = features(story_of(subject), layer, selection or Selection())
    return {
        "type": "FeatureCollection",
        "features": [msgspec.json.decode(encode(feature)) for feature in found],
    }


def to_geodataframe(
    subject: Subject, layer: LayerName = "events", selection: Selection | None = None
) -> "GeoDataFrame":
    """A layer as a GeoDataFrame in EPSG:4326, longitude first, indexed by id.

    `start_date` and `end_date` are datetimes; NaT where open, undated or before the year 1, which
    `edtf` still tells.
    """
    return geodataframe(layer, features(story_of(subject), layer, selection or Selection()))


def to_map(subject: Subject, *, language: str = DEFAULT) -> "StoryMap":
    """The story's map with its time control, a `folium.Map`; a notebook shows it.

    Raises
    ------
    QueryError
        When the interface does not know the language; see `write`.
    """
    from mapapp.maps import story_map

    with use(language):
        return story_map(story_of(subject))


def write(
    subject: Subject,
    path: str | Path,
    layer: LayerName = "events",
    selection: Selection | None = None,
    *,
    language: str = DEFAULT,
) -> Path:
    """Write a file in the format that its suffix names; it appears whole or not at all.

    Parameters
    ----------
    language : str
        Of pages and pictures: `en`, `tr`, `az`, `hy` or `ru`. Data are the same in each.

    Raises
    ------
    UnknownFormat, QueryError
        When nothing is written so, the format cannot hold the layer, or there is no such language.
    """
    content = Content(story_of(subject), layer, selection or Selection(), language=language)
    write_content(content, path)
    return Path(path)


def lookup(name: str) -> list[Candidate]:
    """What the gazetteer knows under a name, best first, with the reasons; empty for nothing."""
    from mapapp.places.gazetteer import open_gazetteer
    from mapapp.places.gazetteer.prior import candidates

    return list(candidates(open_gazetteer(Settings.from_env(os.environ)), name))
