"""Jinja over templates/, with the messages of the language that is spoken."""

from collections.abc import Mapping
from functools import cache
from typing import Protocol
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from mapapp.locale import browser_messages, current, messages
from mapapp.maps.terms import grade_in_words, progress_in_words, status_in_words
from mapapp.resources import templates


def _gettext(message: str, **values: str | int) -> Markup:
    return _put(messages.gettext(message), values)


def _pgettext(context: str, message: str, **values: str | int) -> Markup:
    return _put(messages.pgettext(context, message), values)


def _ngettext(one: str, many: str, count: int, **values: str | int) -> Markup:
    return _put(messages.form_for(one, many, count), {"count": count, **values})


def _put(message: str, values: Mapping[str, str | int]) -> Markup:
    text, written = messages.values_in(message, values)
    return Markup(text).format(**written)


def isolated(text: str) -> Markup:
    """Words of another writing direction than the sentence that they stand in."""
    return Markup("<bdi>{}</bdi>").format(text)


class _Kept(Protocol):
    def kept(self, address: str, **query: str) -> str: ...


def event_link(links: _Kept | None, event: str, page: str = "") -> str:
    """The way to an event on its story's page, this one where `page` is empty."""
    return links.kept(page, event=event) if links else f"?event={quote(event)}"


# What a template calls. The messages are markup, which the catalogues are trusted with; what is
# put into them is escaped.
FUNCTIONS = {
    "_": _gettext,
    "ngettext": _ngettext,
    "pgettext": _pgettext,
    "language": current,
    "event_link": event_link,
    "browser_messages": lambda: Markup(browser_messages(current().tag)),
    "grade_in_words": grade_in_words,
    "status_in_words": status_in_words,
    "progress_in_words": progress_in_words,
}


@cache
def environment() -> Environment:
    """Jinja over templates/; every value is escaped, and a missing one is an error."""
    made = Environment(
        loader=FileSystemLoader(templates()),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(FUNCTIONS)
    made.filters["isolated"] = isolated
    made.filters["sentence"] = messages.sentence
    return made


def rendered(template: str, /, **values: object) -> str:
    """What a template makes of some values."""
    return environment().get_template(template).render(values)
