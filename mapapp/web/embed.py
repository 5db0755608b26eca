"""The map alone, for an iframe of another site."""

from flask import Blueprint, Response, request

from mapapp.maps.embedding import Embedding
from mapapp.maps.page import render_story
from mapapp.web.pages import answer, links, selected
from mapapp.web.state import state

blueprint = Blueprint("embed", __name__)


@blueprint.get("/stories/<slug>/embed")
def frame(slug: str) -> Response:
    """The map with what `theme`, `list` and `time` add or leave out; else as the story's page."""
    edition = state().editions.of(slug)
    page = render_story(
        edition,
        settings=state().settings,
        links=links(edition, editing=False),
        embedding=Embedding.of(request.args),
        selection=selected(),
    )
    return answer(page, frames=state().settings.frame_ancestors)
