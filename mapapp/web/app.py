"""The application: settings and store in, blueprints on."""

import os

from flask import Flask

from mapapp.settings import Settings
from mapapp.stories import Store, open_store
from mapapp.web import (
    adding,
    assets,
    desk,
    downloads,
    embed,
    errors,
    language,
    large,
    oembed,
    ogc,
    pages,
    picture,
    review,
    reviewing,
)
from mapapp.web.editions import Editions
from mapapp.web.public import under
from mapapp.web.state import State, keep

_LARGEST_REQUEST = 2 * 1024 * 1024  # bytes; pages send nothing larger


def create_app(settings: Settings | None, store: Store | None) -> Flask:
    """See `mapapp.web.create_app`."""
    chosen = settings or Settings.from_env(os.environ)
    app = Flask("mapapp.web", static_folder=None, template_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=_LARGEST_REQUEST)
    app.url_map.strict_slashes = False
    library = store or open_store(chosen.database_path)
    keep(app, State(chosen, library, Editions(library)))
    for part in (
        *(assets, pages, large, picture, embed, downloads),
        *(desk, review, adding, reviewing, ogc, oembed),
    ):
        app.register_blueprint(part.blueprint)
    errors.register(app)
    language.register(app)
    if chosen.address:
        app.wsgi_app = under(chosen.address, app.wsgi_app)  # type: ignore[assignment,method-assign]
    return app
