"""The tokens that say where a page begins.

A page begins after a key and not at a number of items: what is added or removed between two
requests then moves no other item to another page, so nothing is skipped and nothing comes twice.
"""

import re

from mapapp.errors import QueryError
from mapapp.layers import LayerName
from mapapp.locale import gettext as _

# Any token of these forms can be read, so the API document promises no more than is kept.
_NUMBER = "^[0-9a-f]{1,15}$"  # less than 2^60: SQLite's keys have 63 bits
_TEXT = "^(?:[0-9a-f]{2}){1,256}$"
TOKEN_PATTERNS: dict[LayerName, str] = {"events": _NUMBER, "places": _TEXT, "areas": _TEXT}


def write_token(key: int | str) -> str:
    """The token of a page that begins after a key.

    Examples
    --------
    >>> write_token(255), write_token("gn:1")
    ('ff', '676e3a31')
    """
    return f"{key:x}" if isinstance(key, int) else key.encode().hex()


def read_token(token: str, collection: LayerName) -> int | str:
    """The key in a token of a collection; raises QueryError for what cannot be one."""
    if not re.fullmatch(TOKEN_PATTERNS[collection], token):
        raise QueryError(
            _(
                "next={token!r} was not given out here; follow the link “next” of a page",
                token=token,
            ),
            parameter="next",
        )
    if collection == "events":
        return int(token, 16)
    return bytes.fromhex(token).decode(errors="replace")
