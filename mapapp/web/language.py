"""In which language a request is answered: `lang`, else what the browser prefers, else English."""

from contextlib import ExitStack
from urllib.parse import urlencode

from flask import Flask, Response, g, request

from mapapp.locale import DEFAULT, LANGUAGES, current, use
from mapapp.maps.page import LanguageLink

_PAGES = ("pages.", "embed.", "desk.", "review.", "reviewing.")  # whose links carry it along


def register(app: Flask) -> None:
    """Speak the asked language while a request is answered, and tell caches of it."""
    app.before_request(_begin)
    app.teardown_request(_end)
    app.after_request(_told)
    app.url_defaults(_carried)


def speak(tag: str) -> None:
    """Speak this language until the request is answered."""
    g.spoken.enter_context(use(tag))


def asked() -> str:
    """The language that the address asks for; empty where it asks for none that we know."""
    tag = request.args.get("lang", "")
    return tag if tag in LANGUAGES else ""


def pinned() -> str | None:
    """What a picture's or a base map's address says of the language, so that caches may keep it.

    None is English for everybody, as those had it who linked to it before there was a choice.
    """
    return asked() or (current().tag if current().tag != DEFAULT else None)


def language_links() -> tuple[LanguageLink, ...]:
    """The page that is answered, in each language."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return tuple(
        LanguageLink(language, f"?{urlencode([*kept, ('lang', language.tag)])}")
        for language in LANGUAGES.values()
    )


def _begin() -> None:
    preferred = request.accept_languages.best_match(list(LANGUAGES), default=DEFAULT)
    g.spoken = ExitStack()
    speak(asked() or preferred)


def _end(_error: BaseException | None) -> None:
    spoken = g.pop("spoken", None)
    if spoken is not None:
        spoken.close()


def marked(response: Response) -> Response:
    """The answer, with a word to caches on the language; an address that names one decides it."""
    if not asked():
        response.vary.add("Accept-Language")
    response.content_language.add(current().tag)
    return response


def _told(response: Response) -> Response:
    """Pages speak; of files it is said where they are answered, since data do not."""
    return marked(response) if response.mimetype == "text/html" else response


def _carried(endpoint: str, values: dict[str, object]) -> None:
    if endpoint.startswith(_PAGES) and "lang" not in values:
        values["lang"] = asked() or None
