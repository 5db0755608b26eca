"""A reader adds an article, pasted or as a file, and removes a story."""

from dataclasses import dataclass
from itertools import count

from flask import Blueprint, Response, redirect, request, url_for
from msgspec.structs import replace
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from mapapp.errors import (
    BadDate,
    EmptyInput,
    GazetteerError,
    InputTooLarge,
    MapAppError,
    QueryError,
    ReadingError,
    StoreUnavailable,
    StoryExists,
    UnknownStory,
)
from mapapp.formats.reading import readable
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.maps.edition import Edition
from mapapp.maps.page import Page
from mapapp.maps.templating import rendered
from mapapp.model import Annotation, Article, Interval, Story
from mapapp.stories import Store, slug_of
from mapapp.web.pages import answer, links
from mapapp.web.rights import check_editing, check_sender
from mapapp.web.state import state
from mapapp.web.tables import is_table, read_table

blueprint = Blueprint("desk", __name__)
_BOTH = N_("There is a text as well: empty that field, or leave the file out.")
_NEITHER = N_("There is nothing to read: paste an article or choose a file.")
_LONGEST_TITLE = 300  # characters
_OPENING = 8  # words of a text that stand for the title that it lacks
_KEPT = 8  # removed stories that can be had back
_FRAME = 64 * 1024  # bytes that a form sends besides the article


@dataclass(frozen=True, slots=True)
class Entries:
    """What was written into the form."""

    text: str = ""
    title: str = ""
    source: str = ""
    published: str = ""
    columns: str = ""


class _Refused(Exception):
    """What to say beside which field."""

    def __init__(self, field: str, error: MapAppError, status: int = 400) -> None:
        super().__init__(str(error))
        self.field, self.status = field, status


@blueprint.get("/new")
def new() -> Response:
    """The form."""
    check_editing()
    return _form(Entries(), {})


@blueprint.post("/new")
def add() -> AnyResponse:
    """Read the article of the form; answers with the way to its page, or with the form again."""
    check_sender()
    most = state().settings.max_input_bytes
    # Twice as much, so that a text that is just too large comes back with the reason.
    request.max_content_length = request.max_form_memory_size = 2 * most + _FRAME
    try:
        entries, file = _sent()
        annotation = _read(entries, file)
        slug = _save(state().store, annotation)
    except RequestEntityTooLarge:
        told = _("That is far more than the {most} bytes that an article may have.", most=most)
        told += " " + _("Go back for what you wrote.")
        return _form(Entries(), {"form": told}, 413)
    except _Refused as refused:
        return _form(entries, {refused.field: str(refused)}, refused.status)
    return redirect(url_for("pages.story", slug=slug), 303)


@blueprint.post("/stories/<slug>/about")
def about(slug: str) -> AnyResponse:
    """Give the story another title or source; its address and its events stay."""
    check_sender()
    store = state().store
    title = " ".join(request.form.get("title", "").split())
    if not title:
        raise QueryError(_("A story needs a title."), parameter="title")
    annotation = store.unreviewed(slug).annotation
    article = replace(
        annotation.article,
        title=title[:_LONGEST_TITLE],
        source=request.form.get("source", "").strip(),
    )
    store.save(Story(slug, replace(annotation, article=article)), replace=True)
    return redirect(url_for("reviewing.story", slug=slug), 303)


@blueprint.get("/stories/<slug>/remove")
def ask(slug: str) -> Response:
    """Shall the story be removed?"""
    check_editing()
    story = state().store.load(slug)
    html = rendered("pages/remove.html", story=story, links=links(Edition(story)))
    return answer(Page(html), frames="'none'")


@blueprint.post("/stories/<slug>/remove")
def remove(slug: str) -> AnyResponse:
    """Remove the story; the start page says so and offers it back."""
    check_sender()
    store, removed = state().store, state().removed
    story = store.unreviewed(slug)
    store.remove(slug)
    removed.pop(slug, None)
    removed[slug] = story
    while len(removed) > _KEPT:
        removed.pop(next(iter(removed)))
    return redirect(url_for("pages.index", removed=slug), 303)


@blueprint.post("/stories/<slug>/restore")
def restore(slug: str) -> AnyResponse:
    """Have a story back that was removed."""
    check_sender()
    story = state().removed.get(slug)
    if story is None:
        raise UnknownStory(_("No story “{slug}” was removed since mapapp was started.", slug=slug))
    state().store.save(story)
    state().removed.pop(slug, None)
    return redirect(url_for("pages.story", slug=slug), 303)


def _sent() -> tuple[Entries, FileStorage | None]:
    form, file = request.form, request.files.get("file")
    entries = Entries(
        form.get("text", ""),
        form.get("title", "").strip(),
        form.get("source", "").strip(),
        form.get("published", "").strip(),
        form.get("columns", "").strip(),
    )
    return entries, file if file is not None and file.filename else None


def _read(entries: Entries, file: FileStorage | None) -> Annotation:
    from mapapp.pipeline import annotate  # reading and the place index cost a second

    published = _published(entries.published)
    try:
        if file and is_table(file) and not entries.text.strip():
            return _table(entries, file, published)
        return annotate(_article(entries, file, published))
    except GazetteerError as error:
        raise _Refused("form", error, 503) from error


def _table(entries: Entries, file: FileStorage, published: int | None) -> Annotation:
    about = Article("", entries.title, entries.source, published)
    try:
        return read_table(file, about, entries.columns, most=state().settings.max_input_bytes)
    except ReadingError as error:
        status = 413 if isinstance(error, InputTooLarge) else 400
        raise _Refused("file", error, status) from error
    except QueryError as error:
        raise _Refused("columns", error) from error


def _article(entries: Entries, file: FileStorage | None, published: int | None) -> Article:
    from mapapp.reading import read_article

    pasted = bool(entries.text.strip())
    try:
        if pasted and file:
            raise ReadingError(_(_BOTH))
        if not pasted and not file:
            raise EmptyInput(_(_NEITHER))
        article = read_article(
            file.read() if file else entries.text.encode(),
            name=(file.filename or "") if file else _("The pasted text"),
            title=entries.title or None,
            source_name=entries.source or None,
            published=published,
            settings=state().settings,
        )
        return article if article.title else replace(article, title=_opening(article.text))
    except ReadingError as error:
        status = 413 if isinstance(error, InputTooLarge) else 400
        raise _Refused("file" if file else "text", error, status) from error


def _opening(text: str) -> str:
    """The first words of a text."""
    words = text.split()
    more = " …" if len(words) > _OPENING else ""
    return " ".join(words[:_OPENING]).rstrip(".,;:")[:_LONGEST_TITLE] + more


def _published(text: str) -> int | None:
    if not text:
        return None
    try:
        days = Interval.parse(text, parameter="published")
        if days.first != days.last:
            raise BadDate(_("“{text}” is no single day; write YYYY-MM-DD.", text=text))
    except BadDate as error:
        raise _Refused("published", error) from error
    return days.first


def _save(store: Store, annotation: Annotation) -> str:
    """Keep the story under its slug, or under that with the first number that is free.

    A story with the very same article is left as it is: the form was sent twice.
    """
    wanted = slug_of(annotation.article.title)
    for number in count(1):
        slug = wanted if number == 1 else f"{wanted}-{number}"
        try:
            store.save(Story(slug, annotation))
        except StoryExists:
            if store.load(slug).annotation.article != annotation.article:
                continue
        except StoreUnavailable as error:
            raise _Refused("form", error, 503) from error
        return slug
    raise AssertionError("numbers do not end")


def _form(entries: Entries, problems: dict[str, str], status: int = 200) -> Response:
    html = rendered(
        "pages/new.html",
        entries=entries,
        problems=problems,
        tables=",".join(readable()),
        most=state().settings.max_input_bytes,
        links=links(),
    )
    response = answer(Page(html), frames="'none'")
    response.status_code = status
    return response
