"""The same events in Datasette on SQLite, and in pygeoapi on PostGIS, to measure beside mapapp."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mapapp.model import Story, iso_date
from tools.serving import free_port
from tools.synthetic import library

_PYGEOAPI = "0.21.0"
_COLUMNS = "id, title, category, place, start_date, end_date, quote, lon, lat"
Row = tuple[str | float | None, ...]


def rows(events: int) -> Iterator[Row]:
    """The events of the synthetic library, one row each."""
    for story in library(events):
        yield from _rows(story)


def _rows(story: Story) -> Iterator[Row]:
    text = story.annotation.article.text
    for event in story.annotation.events:
        place, when = event.place, event.when
        yield (
            f"{story.slug}:{event.id}",
            event.title,
            event.category,
            place.name if place else None,
            iso_date(when.first) if when else None,
            iso_date(when.last) if when else None,
            event.evidence[0].of(text),
            place.lon if place else None,
            place.lat if place else None,
        )


@contextmanager
def datasette(folder: Path, events: int) -> Iterator[str]:
    """The address of the events in Datasette, indexed by place and by days."""
    path = folder / f"datasette-{events}.db"
    if not path.exists():
        with sqlite3.connect(path) as connection:
            connection.execute(f"CREATE TABLE events ({_COLUMNS}, PRIMARY KEY (id))")
            connection.executemany(f"INSERT INTO events VALUES ({','.join('?' * 9)})", rows(events))
            connection.execute("CREATE INDEX place ON events (lon, lat)")
            connection.execute("CREATE INDEX days ON events (start_date, end_date)")
            connection.execute("ANALYZE")
        connection.close()
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(path), "--port", str(port)]
    with _running(command, port):
        yield f"http://127.0.0.1:{port}/{path.stem}/events.json"


def environment(cache: Path) -> Path | None:
    """The Python of an environment with pygeoapi, made when it is not there; None if it cannot be.

    Of its own, since it asks for other versions of what mapapp needs.
    """
    folder = cache / f"pygeoapi-{_PYGEOAPI}"
    python = folder / "bin" / "python"
    if not (folder / "made").exists():
        sys.stderr.write(f"bringing pygeoapi {_PYGEOAPI} into {folder}\n")
        venv.create(folder, clear=True, with_pip=True)
        wanted = [f"pygeoapi=={_PYGEOAPI}", "geoalchemy2", "psycopg2-binary", "waitress"]
        command = [python, "-m", "pip", "install", "--quiet", *wanted]
        if subprocess.run(command, check=False).returncode:
            return None
        (folder / "made").touch()
    return python


@contextmanager
def pygeoapi(program: Path, events: int, *, port: int, user: str = "postgres") -> Iterator[str]:
    """The address of the events in pygeoapi, over a PostGIS that listens at a port of this machine.

    `program` is the Python of an environment that has pygeoapi 0.21, waitress and psycopg2.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        own = free_port()
        subprocess.run(
            ["psql", "-q", "-h", "127.0.0.1", "-p", str(port), "-U", user, "-f", "-"],
            input=_sql(events),
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (folder / "config.json").write_text(json.dumps(_config(own, port, user)))
        environment = {
            **os.environ,
            "PYGEOAPI_CONFIG": str(folder / "config.json"),
            "PYGEOAPI_OPENAPI": str(folder / "openapi.json"),
        }
        generate = [str(program.with_name("pygeoapi")), "openapi", "generate"]
        subprocess.run(
            [*generate, str(folder / "config.json"), "--output-file", str(folder / "openapi.json"),
             "--format", "json"],
            check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        serve = "import waitress; from pygeoapi.flask_app import APP; waitress.serve(APP, port={})"
        command = [str(program), "-c", serve.format(own)]
        with _running(command, own, environment):
            yield f"http://127.0.0.1:{own}/collections/events/items"


def _sql(events: int) -> str:
    lines = [
        "SET client_min_messages = error;",
        "CREATE EXTENSION IF NOT EXISTS postgis; DROP TABLE IF EXISTS events;",
        "CREATE TABLE events (id text PRIMARY KEY, title text, category text, place text,"
        " start_date timestamp, end_date timestamp, quote text, lon float, lat float);",
        f"COPY events ({_COLUMNS}) FROM stdin;",
    ]
    lines += [
        "\t".join("\\N" if value is None else str(value) for value in row) for row in rows(events)
    ]
    lines += [
        "\\.",
        "ALTER TABLE events ADD geom geometry(Point, 4326);",
        "UPDATE events SET geom = ST_SetSRID(ST_MakePoint(lon, lat), 4326) WHERE lon IS NOT NULL;",
        "CREATE INDEX ON events USING gist (geom); CREATE INDEX ON events (start_date);",
        "VACUUM ANALYZE events;\n",
    ]
    return "\n".join(lines)


def _config(own: int, port: int, user: str) -> dict[str, object]:
    connection = {"host": "127.0.0.1", "port": port, "dbname": user, "user": user, "password": "-"}
    provider = {
        "type": "feature", "name": "PostgreSQL", "id_field": "id", "table": "events",
        "geom_field": "geom", "time_field": "start_date",
        "data": {**connection, "search_path": ["public"]},
    }  # fmt: skip
    about = {"title": "events", "description": "events", "keywords": ["events"]}
    contact = {"name": "nobody", "url": "https://example.org"}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": own}, "url": f"http://127.0.0.1:{own}",
            "mimetype": "application/json; charset=UTF-8", "encoding": "utf-8",
            "languages": ["en-US"], "limits": {"default_items": 100, "max_items": 10_000},
            "map": {"url": "https://example.org", "attribution": "none"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {**about, "keywords_type": "theme", "url": "https://example.org",
                               "terms_of_service": "https://example.org"},
            "license": {"name": "none", "url": "https://example.org"},
            "provider": contact, "contact": contact,
        },
        "resources": {
            "events": {
                "type": "collection", **about, "links": [],
                "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
                "providers": [provider],
            }
        },
    }  # fmt: skip


@contextmanager
def _running(
    command: list[str], port: int, environment: dict[str, str] | None = None
) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            until = time.monotonic() + 60
            while socket.socket().connect_ex(("127.0.0.1", port)):
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{command[:4]} does not answer")
                time.sleep(0.2)
            yield
        finally:
            process.terminate()
