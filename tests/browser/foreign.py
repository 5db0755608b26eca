"""A site of somebody else, on a port of its own, whose pages hold our frames."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import make_server


class Foreign:
    """Serves what is put into `pages`, by path; else an empty page."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.address = ""

    def put(self, body: str, path: str = "host.html") -> str:
        """Serve that body; gives its address."""
        self.pages[path] = f"<!doctype html><title>A paper</title><body>{body}</body>"
        return f"{self.address}/{path}"


@contextmanager
def foreign_site() -> Iterator[Foreign]:
    site = Foreign()
    app = Flask("foreign")
    app.add_url_rule("/<path:path>", "page", lambda path: site.pages.get(path, ""))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
