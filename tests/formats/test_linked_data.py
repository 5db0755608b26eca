"""Linked Places and Web Annotations as a processor of JSON-LD sees them: nothing falls out.

The contexts here hold the terms that we write, each under the IRI that the published context gives
it: of Linked Places v1.1, which is the latest, and of the Web Annotation vocabulary, off which they
were read. They are told here since a test asks no network.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from msgspec.structs import replace
from pyld import jsonld

from mapapp.formats import Content, format_of, pieces
from mapapp.layers import places
from mapapp.model import Place, Story, Tie

from tests import stories_zoo, zoo

LPO = "https://github.com/LinkedPasts/linked-pasts-ontology/blob/main/lpo_latest.ttl#"
DCT, RDF = "http://purl.org/dc/terms/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
GEOJSON, SKOS = "https://purl.org/geojson/vocab#", "http://www.w3.org/2004/02/skos/core#"
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
_KEYWORDS = {"id": "@id", "type": "@type"}


def _typed(iri: str, kind: str = "@id", **more: str) -> Mapping[str, str]:
    return {"@id": iri, "@type": kind, **more}


_LINKED_PLACES = {
    **_KEYWORDS,
    **{name: LPO + iri for name, iri in {
        "toponym": "toponym", "certainty": "has_certainty", "when": "when", "start": "has_start",
        "end": "has_end", "earliest": "earliest", "latest": "latest",
    }.items()},
    **{name: _typed(LPO + iri, LPO + kind, **{"@container": "@set"}) for name, iri, kind in (
        ("names", "name_attestation", "NameAttestation"),
        ("timespans", "timespan", "Timespan"),
        ("links", "link_attestation", "LinkAttestation"),
    )},
    "features": _typed(f"{LPO}hasFeature", f"{GEOJSON}Feature", **{"@container": "@set"}),
    "properties": f"{GEOJSON}properties",
    "FeatureCollection": f"{GEOJSON}FeatureCollection",
    "Feature": f"{GEOJSON}Feature",
    "Point": f"{GEOJSON}Point",
    "coordinates": {"@id": f"{GEOJSON}coordinates", "@container": "@list"},
    "geometry": "https://github.com/kgeographer/geojson-t/geometry",
    "title": f"{DCT}title",
    "lang": f"{DCT}language",
    "identifier": f"{DCT}identifier",
    "descriptions": _typed(f"{DCT}description", **{"@container": "@set"}),
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": f"{RDF}value",
    "ccodes": "http://www.geonames.org/ontology#countryCode",
    "exactMatch": f"{SKOS}exactMatch",
    "citations": _typed("http://purl.org/spar/cito#cites"),
}  # fmt: skip
_ANNOTATIONS = {
    **{name: _typed(iri) for name, iri in _KEYWORDS.items()},
    **{name: OA + name for name in (
        "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
        "TextPositionSelector", "identifying", "classifying", "tagging", "describing", "start",
        "end", "exact", "prefix", "suffix",
    )},
    **{name: _typed(f"{OA}has{name.capitalize()}") for name in (
        "body", "target", "source", "selector",
    )},
    "purpose": _typed(f"{OA}hasPurpose", "@vocab"),
    "motivation": _typed(f"{OA}motivatedBy", "@vocab"),
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": _typed(f"{AS}items", **{"@container": "@list"}),
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
}  # fmt: skip
_CONTEXTS = {
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld": _LINKED_PLACES,
    "http://www.w3.org/ns/anno.jsonld": _ANNOTATIONS,
}
# The published context of Linked Places has no term for these two, so that they are GeoJSON alone.
_NO_TERM = {"fclasses", "year"}
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_GEOMETRY = "https://github.com/kgeographer/geojson-t/geometry"


def _loaded(address: str, _options: object = None) -> dict[str, Any]:
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": _CONTEXTS[address]},
    }


def _written(story: Story, suffix: str) -> dict[str, Any]:
    layer = format_of(suffix).default_layer
    found: dict[str, Any] = json.loads(b"".join(pieces(Content(story, layer), format_of(suffix))))
    return found


def _expanded(document: Mapping[str, Any]) -> dict[str, Any]:
    (found,) = jsonld.expand(document, {"documentLoader": _loaded})
    assert isinstance(found, dict)
    return found


def _odd() -> Story:
    """Ids that no address may hold as they are: of files of other hands."""
    place = Place("file:El Dorado / <1>", "El Dorado", "site", 1.0, 2.0)
    events = tuple(
        replace(event, id=f'a b"{n}>', ties=(Tie(place, "location"),))
        for n, event in enumerate(zoo.EVENTS[:3])
    )
    return replace(zoo.STORY, annotation=replace(zoo.ANNOTATION, events=events))


STORIES = [zoo.STORY, stories_zoo.caucasus(), stories_zoo.hostile(), _odd()]


def _members(value: object) -> Iterator[str]:
    """The names of all members, at any depth."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield name
            yield from _members(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _members(inner)


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("@id"), str):
            yield value["@id"]
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def _text(node: Mapping[str, Any], name: str) -> str:
    ((value,),) = ([each["@value"] for each in node[name]],)
    return str(value)


@pytest.mark.parametrize("suffix", [".lpf.json", ".annotations.jsonld"])
@pytest.mark.parametrize("story", STORIES, ids=["zoo", "caucasus", "hostile", "odd"])
def test_every_member_is_a_term_and_every_id_an_iri(story: Story, suffix: str) -> None:
    document = _written(story, suffix)
    context = _CONTEXTS[document["@context"]]
    known = {*context, "@context", "@id"}
    assert set(_members(document)) - known <= _NO_TERM
    ids = list(_ids(_expanded(document)))
    assert ids
    assert [id_ for id_ in ids if not _IRI.fullmatch(id_)] == []
    quads = jsonld.to_rdf(document, {"documentLoader": _loaded, "format": "application/n-quads"})
    subjects = set(re.findall(r"^<([^>]*)>", quads, re.MULTILINE))
    told = document["features"] if "features" in document else document["items"]
    assert {each.get("@id", each.get("id")) for each in told} <= subjects


@pytest.mark.parametrize("story", STORIES, ids=["zoo", "caucasus", "hostile", "odd"])
def test_places_keep_names_times_and_positions(story: Story) -> None:
    found = _expanded(_written(story, ".lpf.json"))[f"{LPO}hasFeature"]
    told = {each.properties.name: each for each in places(story)}
    assert found
    for node in found:
        (properties,) = node[f"{GEOJSON}properties"]
        place = told[_text(properties, f"{DCT}title")]
        names = [_text(name, f"{LPO}toponym") for name in node[f"{LPO}name_attestation"]]
        assert list(dict.fromkeys(names)) == place.properties.names.split("; ")
        (when,) = node[f"{LPO}when"]
        assert when[f"{LPO}timespan"]
        if place.geometry is None:
            assert _GEOMETRY not in node
        else:
            ((position,),) = (node[_GEOMETRY][0][f"{GEOJSON}coordinates"],)
            assert [each["@value"] for each in position["@list"]] == list(
                place.geometry.coordinates
            )


@pytest.mark.parametrize("story", STORIES, ids=["zoo", "caucasus", "hostile", "odd"])
def test_annotations_keep_words_purposes_and_places(story: Story) -> None:
    page = _expanded(_written(story, ".annotations.jsonld"))
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    ((items,),) = (page[f"{AS}items"],)
    text = story.annotation.article.text
    assert items["@list"]
    for node in items["@list"]:
        assert node["@type"] == [f"{OA}Annotation"]
        (target,) = node[f"{OA}hasTarget"]
        quote, position = target[f"{OA}hasSelector"]
        start, end = (int(_text(position, OA + name)) for name in ("start", "end"))
        assert _text(quote, f"{OA}exact") == text[start:end]
        for each in [*node[f"{OA}motivatedBy"], *_purposes(node)]:
            assert each["@id"].startswith(OA)


def _purposes(node: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    for body in node[f"{OA}hasBody"]:
        yield from body[f"{OA}hasPurpose"]
