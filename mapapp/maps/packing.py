"""What a page that stands alone carries packed, for the browser to unpack when it is needed.

Gzip, since every browser since 2023 unpacks it by itself (WHATWG Compression Standard), in base64,
since HTML holds no bytes. A large story is packed in the same pieces in which a server sends it, so
that the first marker waits for the columns alone. Mirrored by mapapp/web/static/js/packing.mjs.
"""

import gzip
from base64 import b64encode
from typing import NamedTuple

import msgspec

from mapapp.maps.columns import columns_json, ids_json
from mapapp.maps.edition import Edition
from mapapp.maps.view import Remote, event_views

_WORDS = 1000  # events whose words are unpacked at once
_LEVEL = 6  # 9 wins a hundredth in twice the time
# Selectors instead of addresses: the pieces stand in the page itself.
PACKED = Remote(columns="#story-columns", ids="#story-ids", details=".story-words", search="")


class Pieces(NamedTuple):
    """The pieces of a large story, packed.

    Attributes
    ----------
    words : tuple of str
        Of as many events each, the last of what is left, in the order of the columns.
    """

    columns: str
    ids: str
    words: tuple[str, ...]


def pieces(edition: Edition) -> Pieces:
    """A story in pieces; the same bytes for the same story."""
    count = len(edition.order.events)
    words = (
        msgspec.json.encode(event_views(edition, range(first, min(first + _WORDS, count))))
        for first in range(0, count, _WORDS)
    )
    return Pieces(
        packed(columns_json(edition.order)),
        packed(ids_json(edition.order)),
        tuple(map(packed, words)),
    )


def packed(body: bytes) -> str:
    """The same text for the same bytes."""
    return b64encode(gzip.compress(body, compresslevel=_LEVEL, mtime=0)).decode()
