"""The address that readers use, where a proxy before the server hides it."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def under(address: str, application: WSGIApplication) -> WSGIApplication:
    """The application, which takes every request for one to this address.

    The proxy's own headers would tell as much, but anyone can send them to a server that has no
    proxy before it. A path in the address may have been cut off by the proxy, or not.
    """
    parts = urlsplit(address)
    path = parts.path.rstrip("/")

    def public(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        asked = environ.get("PATH_INFO", "")
        cut = path and (asked + "/").startswith(path + "/")
        told = {
            "wsgi.url_scheme": parts.scheme,
            "HTTP_HOST": parts.netloc,
            "SCRIPT_NAME": path,
            "PATH_INFO": asked[len(path) :] if cut else asked,
        }
        return application(environ | told, start)

    return public
