"""Opening the SQLite file, and its refusals in our own words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from mapapp.errors import StoreUnavailable
from mapapp.stories import encoded
from mapapp.stories.schema import STATEMENTS, UPGRADES, VERSION

_REASONS = {
    sqlite3.SQLITE_BUSY: "is locked by another program; try again when that has ended",
    sqlite3.SQLITE_LOCKED: "is locked by another program; try again when that has ended",
    sqlite3.SQLITE_READONLY: "may only be read; choose a library that you may write with --database"
    " or MAPAPP_DATABASE",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; nothing was changed",
    sqlite3.SQLITE_NOTADB: "is damaged or is no library of stories; name another file with"
    " --database or MAPAPP_DATABASE",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy, or name another file with"
    " --database or MAPAPP_DATABASE",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; name a file in a folder that you may write with"
    " --database or MAPAPP_DATABASE",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
}


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into StoreUnavailable, naming the file and what would be right."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise  # a mistake of ours
        # The lowest byte of an extended result code is the primary one.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code == sqlite3.SQLITE_ERROR:
            raise  # a mistake in a statement of ours
        reason = _REASONS.get(code, f"fails: {error}")
        raise StoreUnavailable(f"the library {path} {reason}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All statements or none; the right to write is asked for at the start."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back when the disk is full
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All that is read is of one state of the library, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")


def connect(path: Path, *, timeout: float) -> sqlite3.Connection:
    """Open the library, made if it is not there; waits `timeout` seconds for a lock.

    Raises
    ------
    StoreUnavailable
        When the file is not a library, or of a newer mapapp, or cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"the library {path} cannot be made: {error.strerror or error}; name a file in a"
            " folder that you may write with --database or MAPAPP_DATABASE"
        ) from error
    with refusals(path):
        connection = _open(path, timeout)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, timeout: float) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    if _may_only_be_read(path):
        # A reader makes the files of a write-ahead log where there are none; where it may not,
        # SQLite must be told that nobody writes, which is so as long as there is no log.
        written = path.with_name(f"{path.name}-wal").exists()
        address += "?mode=ro" if written else "?mode=ro&immutable=1"
    # Autocommit: transactions are begun and ended by `transaction` alone.
    return sqlite3.connect(
        address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )


def _may_only_be_read(path: Path) -> bool:
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if _version(connection) == 0:
        _create(connection, path)
    if _version(connection) in UPGRADES:
        _upgrade(connection, path)
    found = _version(connection)
    if found == VERSION and not encoded.are_current(connection):
        _make_features(connection, path)
    if found != VERSION:
        raise StoreUnavailable(
            f"the library {path} has layout {found}, and this mapapp reads layout {VERSION};"
            " use the mapapp that wrote it, or name another file"
        )


def _create(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("SELECT 1 FROM sqlite_schema").fetchone() and _version(connection) == 0:
        raise StoreUnavailable(f"{path} is a database of another program, no library of stories")
    # A log written ahead lets readers go on while one writes; a file system that cannot share
    # memory refuses it, and the older journal serves as well.
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if _version(connection) != 0:
            return  # another process was quicker
        if connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise StoreUnavailable(
                f"{path} is a database of another program, no library of stories"
            )
        for statement in STATEMENTS:
            connection.execute(statement)


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    _check_writable(path)
    with transaction(connection):
        while statements := UPGRADES.get(_version(connection)):
            for statement in statements:
                connection.execute(statement)


def _make_features(connection: sqlite3.Connection, path: Path) -> None:
    _check_writable(path)
    with transaction(connection):
        if not encoded.are_current(connection):  # else another process was quicker
            encoded.make_anew(connection)


def _check_writable(path: Path) -> None:
    if _may_only_be_read(path):
        raise StoreUnavailable(
            f"the library {path} has an older layout and may only be read; let mapapp open it once"
            " where it may write"
        )


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
