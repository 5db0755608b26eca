"""The mark (ETag) of an answer that changes only with the library."""

from hashlib import sha256

from flask import Response, request

from mapapp import __version__
from mapapp.web.state import state


def mark_of_now(*more: str) -> str:
    """Changes with the program, the library and the address, and with `more`.

    Ask for it before anything is read: were the library changed in between, a client would keep
    what is old under the mark of what is new.
    """
    asked = request.query_string.decode("latin-1")
    told = (__version__, state().store.revision(), request.base_url, asked, *more)
    return sha256("\n".join(told).encode()).hexdigest()[:24]


def is_kept(mark: str) -> bool:
    """Has the client what is under this mark?"""
    return request.if_none_match.contains_weak(mark)


def marked_for_keeping(response: Response, mark: str) -> Response:
    """The response under its mark: kept by whoever likes, but asked for anew each time.

    The mark is weak, since bytes may differ where what is said does not (RFC 9110, 8.8.1).
    """
    response.set_etag(mark, weak=True)
    response.cache_control.public = True
    response.cache_control.no_cache = True
    return response
