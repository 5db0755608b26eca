"""Pages of features and single features, out of a library."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, Literal, TypeVar

import msgspec

from mapapp.errors import UnknownPlace, UnknownStory
from mapapp.layers import Feature, LayerName
from mapapp.locale import gettext as _
from mapapp.ogc.links import Addresses, Link, same_page
from mapapp.ogc.media import GEOJSON, HTML, JSON, Format
from mapapp.ogc.parameters import ItemsQuery
from mapapp.ogc.tokens import write_token
from mapapp.stories import Store
from mapapp.stories.encoded import placed
from mapapp.stories.features import (
    area_features,
    place_features,
    place_ids,
    stored_event_feature,
)
from mapapp.stories.slug import split_key

F = TypeVar("F", bound=Feature | msgspec.Raw)
JSON_FG = ("http://www.opengis.net/spec/json-fg-1/1.0/conf/core",)


@dataclass(frozen=True, slots=True)
class Page:
    """Some features of a collection.

    Attributes
    ----------
    features : tuple of Feature or msgspec.Raw
        As values, or all as one piece of JSON already.
    matched, returned : int
        Features that the whole request finds, on all pages, and those of this page.
    following : str or None
        Token of the next page, None on the last.
    """

    features: tuple[Feature | msgspec.Raw, ...]
    matched: int
    returned: int
    following: str | None


class FeatureCollection(
    msgspec.Struct, Generic[F], frozen=True, rename="camel", tag_field="type", tag=True
):
    """A page of features: GeoJSON with JSON-FG's `conformsTo` and the standard's members."""

    conforms_to: tuple[str, ...]
    time_stamp: str
    number_matched: int
    number_returned: int
    links: tuple[Link, ...]
    features: tuple[F, ...]


def page(store: Store, name: LayerName, query: ItemsQuery, addresses: Addresses) -> Page:
    """The page of a collection that is asked for; an unknown story has no features."""
    try:
        if name == "events":
            return _events(store, query, addresses)
        return _places(store, name, query)
    except UnknownStory:
        return Page((), 0, 0, None)


def feature_collection(
    page: Page, name: LayerName, query: ItemsQuery, addresses: Addresses, shown: Format
) -> FeatureCollection[Feature | msgspec.Raw]:
    """The page as the standard wants it (/req/core/fc-response)."""
    links = same_page(addresses.items(name), shown, json=GEOJSON, arguments=_here(query))
    if page.following:
        arguments = (*query.given, ("next", page.following), ("f", shown.value))
        kind = GEOJSON if shown is Format.JSON else HTML
        following = Link(addresses.items(name, arguments), "next", kind, _("the next page"))
        links = (*links, following)
    up = Link(addresses.collection(name), "collection", JSON, _("the collection"))
    return FeatureCollection(
        JSON_FG,
        datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        page.matched,
        page.returned,
        (*links, up),
        page.features,
    )


def item(store: Store, name: LayerName, key: str, addresses: Addresses) -> Feature:
    """One feature; raises UnknownEvent or UnknownPlace."""
    if name == "events":
        found = store.event(*split_key(key))
        return stored_event_feature(found, base_url=addresses.site)
    places = store.places([key])
    features: Sequence[Feature] = (
        area_features(places) if name == "areas" else place_features(places)
    )
    if not features:
        if name == "areas":
            raise UnknownPlace(_("there is no outline of a place {id!r}", id=key))
        raise UnknownPlace(_("there is no place {id!r}", id=key))
    return features[0]


def item_document(
    feature: Feature, name: LayerName, addresses: Addresses, shown: Format
) -> dict[str, Any]:
    """The members of a single feature: the feature's own, `conformsTo` and `links`."""
    address = addresses.item(name, feature.id)
    up = Link(addresses.collection(name), "collection", JSON, _("the collection"))
    links = (*same_page(address, shown, json=GEOJSON), up)
    members: dict[str, Any] = msgspec.to_builtins(feature)
    return {**members, "conformsTo": JSON_FG, "links": msgspec.to_builtins(links)}


def _here(query: ItemsQuery) -> tuple[tuple[str, str], ...]:
    if query.after is None:
        return query.given
    return (*query.given, ("next", write_token(query.after)))


def _events(store: Store, query: ItemsQuery, addresses: Addresses) -> Page:
    found = store.page(
        query.selection,
        slug=query.story,
        words=query.words,
        after=query.after if isinstance(query.after, int) else 0,
        limit=query.limit,
    )
    return Page(
        # All in one piece, the commas within it.
        (msgspec.Raw(placed(found.features, addresses.site)),) if found.features else (),
        found.matched,
        len(found.features),
        None if found.last is None else write_token(found.last),
    )


def _places(store: Store, name: Literal["places", "areas"], query: ItemsQuery) -> Page:
    ids = place_ids(store, name, query.selection, slug=query.story, words=query.words)
    after = str(query.after or "")
    left = [key for key in ids if key > after]
    shown = left[: query.limit]
    found = store.places(shown)
    features: Sequence[Feature] = area_features(found) if name == "areas" else place_features(found)
    return Page(
        tuple(features),
        len(ids),
        len(features),
        write_token(shown[-1]) if len(left) > len(shown) else None,
    )
