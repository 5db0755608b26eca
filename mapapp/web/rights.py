"""Who may change the library: add, review and remove stories.

There is no log-in. Whoever sits at the machine may, unless the setting `editing` says otherwise.
A site elsewhere may not make a reader's browser do it: browsers say in headers that no page can
forge from where a form was sent. Cookies with a token were dropped: they would tell no more, and
the pages set none.
"""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from flask import abort, request

from mapapp.locale import gettext as _
from mapapp.web.state import state

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


def may_edit() -> bool:
    """May who asks change the library?"""
    editing = state().settings.editing
    return editing == "on" or (editing == "local" and _is_local())


def check_editing() -> None:
    """Answer 403, saying what would be right, to who may not change the library."""
    if not may_edit():
        abort(
            403,
            _(
                "This library is not changed from here. Use the program on the machine that keeps"
                " it, or start that with MAPAPP_EDITING=on."
            ),
        )


def check_sender() -> None:
    """Answer 403 to a form that was not sent from this library's own page, or without right."""
    check_editing()
    if not _is_from_here():
        abort(403, _("The form must be sent from this library’s own page."))


def _is_local() -> bool:
    """Does the request come from this machine, and was it meant for it?

    The host is looked at too: a name elsewhere that is made to lead here (DNS rebinding), or that
    a proxy on this machine serves, is not local.
    """
    if any(name in request.headers for name in _FORWARDED):
        return False
    host = _split(f"//{request.host}").hostname or ""
    return _is_loopback(request.remote_addr or "") and (host == "localhost" or _is_loopback(host))


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _is_from_here() -> bool:
    """Was the form sent from a page of this very server?

    A program that sends neither header carries nobody's rights, since the library knows no log-in.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or _split(origin).netloc == request.host


def _split(address: str) -> SplitResult:
    """Its parts; none where it is no address."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")
