"""Links between the pages of the API, each with its relation and media type."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

import msgspec

from mapapp.layers import LayerName
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.ogc.media import GEOJSON, HTML, JSON, OPENAPI, SCHEMA, Format

_ABOUT = {Format.JSON: N_("this page as JSON"), Format.HTML: N_("this page as HTML")}
_TITLES: dict[LayerName, str] = {
    "events": N_("Events"),
    "places": N_("Places"),
    "areas": N_("Areas"),
}


def layer_title(name: LayerName) -> str:
    """What a collection is called."""
    return _(_TITLES[name])


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """A link (RFC 8288), with a title for people."""

    href: str
    rel: str
    type: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The absolute addresses of one installation.

    Attributes
    ----------
    site : str
        Of the program, with no slash at the end: `http://127.0.0.1:8000`.
    """

    site: str

    @property
    def root(self) -> str:
        """The landing page."""
        return f"{self.site}/ogc"

    @property
    def api(self) -> str:
        """The API document."""
        return f"{self.root}/api"

    @property
    def conformance(self) -> str:
        """The classes that are kept."""
        return f"{self.root}/conformance"

    @property
    def collections(self) -> str:
        """The list of collections."""
        return f"{self.root}/collections"

    def collection(self, name: str) -> str:
        """A collection."""
        return f"{self.collections}/{name}"

    def schema(self, name: str) -> str:
        """The schema of a collection's features."""
        return f"{self.collection(name)}/schema"

    def items(self, name: str, arguments: tuple[tuple[str, str], ...] = ()) -> str:
        """A page of items, asked for by these parameters."""
        return with_arguments(f"{self.collection(name)}/items", arguments)

    def item(self, name: str, key: str) -> str:
        """One item; what an address cannot hold in its id is quoted."""
        return f"{self.collection(name)}/items/{quote(key, safe=':')}"


def with_arguments(address: str, arguments: tuple[tuple[str, str], ...]) -> str:
    """The address with parameters behind it.

    Examples
    --------
    >>> with_arguments("/items", (("datetime", "1990/.."), ("q", "a b")))
    '/items?datetime=1990/..&q=a+b'
    """
    return f"{address}?{urlencode(arguments, safe='/:,')}" if arguments else address


def same_page(
    address: str,
    shown: Format,
    *,
    json: str = JSON,
    arguments: tuple[tuple[str, str], ...] = (),
) -> tuple[Link, ...]:
    """`self`, and `alternate` for the other format; `json` is the media type of the first."""
    types = {Format.JSON: json, Format.HTML: HTML}
    others = [each for each in Format if each is not shown]
    return tuple(
        Link(
            with_arguments(address, (*arguments, ("f", each.value))),
            "self" if each is shown else "alternate",
            types[each],
            _(_ABOUT[each]),
        )
        for each in (shown, *others)
    )


def landing_links(addresses: Addresses, shown: Format) -> tuple[Link, ...]:
    """Links of the landing page (/req/core/root-success)."""
    described = with_arguments(addresses.api, (("f", "json"),))
    documented = with_arguments(addresses.api, (("f", "html"),))
    return (
        *same_page(addresses.root, shown),
        Link(described, "service-desc", OPENAPI, _("the API, for programs")),
        Link(documented, "service-doc", HTML, _("the API, for people")),
        Link(addresses.conformance, "conformance", JSON, _("standards that are kept")),
        Link(addresses.collections, "data", JSON, _("the collections")),
        Link(f"{addresses.site}/", "related", HTML, _("the stories as maps")),
    )


def schema_link(addresses: Addresses, name: LayerName) -> Link:
    """The link by which GDAL finds the schema of a collection's features."""
    told = _("{layer}: columns", layer=layer_title(name))
    return Link(addresses.schema(name), "describedby", SCHEMA, told)


def items_links(addresses: Addresses, name: LayerName) -> tuple[Link, ...]:
    """Links from a collection to its items (/req/core/fc-md-items-links)."""
    data = _("{layer} as GeoJSON", layer=layer_title(name))
    pages = _("{layer} as pages", layer=layer_title(name))
    return (
        Link(addresses.items(name, (("f", "json"),)), "items", GEOJSON, data),
        Link(addresses.items(name, (("f", "html"),)), "items", HTML, pages),
    )
