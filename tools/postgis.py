"""A PostgreSQL of one's own, for as long as it is needed: a new cluster in a temporary folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.serving import free_port


def is_there() -> bool:
    """Are the programs of PostgreSQL and the extension PostGIS installed?"""
    if not all(map(shutil.which, ("initdb", "pg_ctl", "psql", "pg_config"))):
        return False
    shared = subprocess.run(
        ["pg_config", "--sharedir"], capture_output=True, text=True, check=True
    ).stdout
    return Path(shared.strip(), "extension", "postgis.control").exists()


@contextmanager
def cluster() -> Iterator[int]:
    """The port of a PostgreSQL whose user `postgres` may do anything from this machine."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="postgis-") as made:
        folder = Path(made, "data")
        if _is_root():
            shutil.chown(made, "postgres")
        _run("initdb", "-A", "trust", "-U", "postgres", "-D", folder, "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        # Waits until it answers; its own words go to a file, lest it hold on to our output.
        _run("pg_ctl", "-D", folder, "-w", "-l", Path(made, "log"), "-o", options, "start")
        try:
            yield port
        finally:
            _run("pg_ctl", "-D", folder, "-m", "immediate", "stop")


def _run(*command: str | Path) -> None:
    # It refuses to run as root.
    before = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    subprocess.run(
        [*(before if _is_root() else []), *command], check=True, stdout=subprocess.DEVNULL, cwd="/"
    )


def _is_root() -> bool:
    return os.geteuid() == 0
