"""A server for the length of a test."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import make_server

from mapapp.settings import Settings
from mapapp.stories import Store
from mapapp.web import create_app


@contextmanager
def serving(store: Store) -> Iterator[str]:
    """The address at which a library's pages are served, until the block is left."""
    server = make_server("127.0.0.1", 0, create_app(Settings(), store), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
