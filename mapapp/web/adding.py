"""A reader adds an article: pasted or as a file, read at once, kept in the library."""

from itertools import count
from urllib.parse import urlsplit

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from mapapp.errors import EmptyInput, StoryExists
from mapapp.model import Article, Interval, Story
from mapapp.stories import Store, slug_of
from mapapp.web.state import state

blueprint = Blueprint("adding", __name__)


@blueprint.post("/stories")
def add() -> Response:
    """Read the article of the form; answers with the way to its page.

    Raises
    ------
    ReadingError, BadDate
        When there is nothing to read, or the day of publication is no date.
    """
    if not state().settings.pasting:
        abort(403, "This library takes no articles from the web; use `mapapp add`.")
    if not _is_from_here():
        abort(403, "The form must be sent from this library's own page.")
    from mapapp.pipeline import annotate  # reading and the place index cost a second

    annotation = annotate(_article())
    slug = _save(state().store, Story(slug_of(annotation.article.title), annotation))
    return redirect(url_for("pages.story", slug=slug), 303)


def _article() -> Article:
    from mapapp.reading import read_article

    form, upload = request.form, request.files.get("file")
    text = form.get("text", "")
    if text.strip():
        source, name = text.encode(), "the pasted text"
    elif upload is not None and upload.filename:
        source, name = upload.read(), upload.filename
    else:
        raise EmptyInput("There is nothing to read: paste an article or choose a file.")
    published = form.get("published", "").strip()
    return read_article(
        source,
        name=name,
        title=form.get("title", "").strip() or None,
        source_name=form.get("source", "").strip() or None,
        published=Interval.parse(published, parameter="published").first if published else None,
        settings=state().settings,
    )


def _save(store: Store, story: Story) -> str:
    """Keep the story under its slug, or under that with the first number that is free."""
    for number in count(1):
        slug = story.slug if number == 1 else f"{story.slug}-{number}"
        try:
            store.save(Story(slug, story.annotation))
        except StoryExists:
            continue
        return slug
    raise AssertionError("numbers do not end")


def _is_from_here() -> bool:
    """Was the form sent from a page of this very server?

    Browsers say so in a header that pages cannot forge; a program that sends neither header
    carries nobody's rights, since the library knows no log-in.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host
