"""Media types, and the two formats that every page comes in."""

from enum import Enum

GEOJSON = "application/geo+json"  # RFC 7946, section 12
JSON = "application/json"
HTML = "text/html"
SCHEMA = "application/schema+json"  # JSON Schema 2020-12
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"  # OGC 17-069r4, requirement /req/oas30


class Format(Enum):
    """What the parameter `f` takes."""

    JSON = "json"
    HTML = "html"
