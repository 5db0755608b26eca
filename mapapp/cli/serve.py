"""`mapapp serve`: the library's pages, from a production WSGI server."""

import contextlib
import threading
import webbrowser
from dataclasses import replace
from typing import Any

import click

from mapapp.cli.library import give_shipped, library, library_option
from mapapp.cli.options import settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535),
              help="Port to listen at; 0 takes a free one.")  # fmt: skip
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 256),
              help="Requests that are answered at the same time.")  # fmt: skip
@click.option("--open", "show", is_flag=True, help="Open the pages in a browser.")
@library_option
def command(host: str, port: int, threads: int, show: bool, database: str | None) -> None:
    """Serve the library's pages until stopped."""
    from waitress import create_server

    from mapapp.web import create_app, prepare

    store = library(database)
    give_shipped(store)
    app = create_app(replace(settings(), database=database or settings().database), store)
    try:
        server = create_server(app, host=host, port=port, threads=threads, ident="mapapp")
    except ValueError as error:  # what waitress makes of a name without an address
        raise click.UsageError(f"--host: {host!r} is no name or address of this machine") from error
    except OSError as error:
        raise click.ClickException(
            f"cannot listen at {host}, port {port}: {error.strerror}; choose another --port"
        ) from error
    address = f"http://{_bracketed(host)}:{_port(server)}"
    click.echo(f"mapapp is at {address} - stop it with Ctrl+C", err=True)
    threading.Thread(target=prepare, args=(app,), daemon=True).start()
    if show:
        threading.Timer(0.2, webbrowser.open, [address]).start()
    with contextlib.suppress(KeyboardInterrupt):
        server.run()


def _port(server: Any) -> int:  # noqa: ANN401 - waitress carries no types
    """The port that was taken; a host name that has several addresses makes several sockets."""
    sockets = getattr(server, "effective_listen", None)
    return int(sockets[0][1] if sockets else server.effective_port)


def _bracketed(host: str) -> str:
    """An IPv6 address as addresses of pages write it."""
    return f"[{host}]" if ":" in host else host
