"""What went wrong, as a page or, where a program asked, as JSON (RFC 9457)."""

import json

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from mapapp.errors import (
    GazetteerError,
    InputTooLarge,
    MapAppError,
    QueryError,
    ReadingError,
    StoreUnavailable,
    StoryExists,
    UnknownEvent,
    UnknownFormat,
    UnknownStory,
)
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.locale.messages import capitalised
from mapapp.maps.templating import rendered
from mapapp.web.framing import framers


class NoSuchPage(MapAppError, LookupError):
    """The address names nothing."""


# The first class that fits gives the status; what is none of these is our own fault.
_STATUS: tuple[tuple[type[MapAppError], int, str], ...] = (
    (UnknownStory, 404, N_("No such story")),
    (UnknownEvent, 404, N_("No such event")),
    (NoSuchPage, 404, N_("Not found")),
    (StoryExists, 409, N_("That name is taken")),
    (QueryError, 400, N_("That cannot be asked")),
    (InputTooLarge, 413, N_("That is too large")),
    (ReadingError, 400, N_("That cannot be read")),
    (UnknownFormat, 400, N_("That cannot be read")),
    (GazetteerError, 503, N_("The place index does not answer")),
    (StoreUnavailable, 503, N_("The library does not answer")),
)
# What to do about it, on pages; programs know.
_ADVICE: dict[type[MapAppError], str] = {
    UnknownStory: N_("It may have been removed, or its address was not copied whole."),
    UnknownEvent: N_(
        "It may have been hidden or made one with another, or the article was read again."
    ),
}
# The same for what Flask refuses: a title, and what is said where it brings its own English words.
_REFUSED = {
    400: (N_("That cannot be asked"), N_("The request cannot be understood.")),
    403: (N_("That is not allowed"), N_("This may not be done from here.")),
    404: (N_("Not found"), ""),
    405: (N_("That is not possible here"), N_("Nothing can be done in this way at this address.")),
    409: (N_("The story has changed"), N_("Load the page again.")),
    413: (N_("That is too large"), N_("Send less at once.")),
    500: (N_("The program failed"), N_("The fault is not yours; it stands in the server's log.")),
}


def register(app: Flask) -> None:
    """Answer errors of ours and of Flask's."""
    app.register_error_handler(MapAppError, _ours)
    app.register_error_handler(HTTPException, _flasks)


def _ours(error: MapAppError) -> Response:
    for kind, status, title in _STATUS:
        if isinstance(error, kind):
            if kind in _ADVICE:
                return _answer(status, _(title), capitalised(str(error)), _(_ADVICE[kind]))
            return _answer(status, _(title), str(error))
    raise error


def _flasks(error: HTTPException) -> Response:
    if error.code == 404:
        return _answer(404, _("Not found"), _("Nothing is at {path}.", path=request.path))
    code = error.code or 500
    title, said = _REFUSED.get(code, (error.name, error.name))
    is_ours = error.description and error.description != type(error).description
    answer = _answer(code, _(title), error.description or "" if is_ours else _(said))
    for name, value in error.get_headers():
        if name == "Allow":
            answer.headers[name] = value
    return answer


def _answer(status: int, title: str, message: str, advice: str = "") -> Response:
    if _is_for_programs():
        problem = {"title": title, "status": status, "detail": message}
        answer = Response(
            json.dumps(problem, ensure_ascii=False),
            status,
            mimetype="application/problem+json",
        )
        answer.access_control_allow_origin = "*"
        return answer
    from mapapp.web.pages import links  # pages raise what is answered here

    html = rendered(
        "pages/error.html",
        title=title,
        message=message,
        advice=advice,
        links=links(),
        is_framed=_is_framed(),
    )
    answer = Response(html, status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors {framers()}"
    )
    return answer


def _is_framed() -> bool:
    return request.endpoint == "embed.frame"


def _is_for_programs() -> bool:
    last = request.path.rsplit("/", 1)[-1]
    if "." in last or request.path in ("/healthz", "/oembed"):
        return True
    kinds = ["text/html", "application/json"]
    if request.path.startswith("/ogc"):
        kinds.reverse()  # who takes anything is a program there, and a person elsewhere
    return request.accept_mimetypes.best_match(kinds, default=kinds[0]) == "application/json"
