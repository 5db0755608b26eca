"""Bytes from a file, a pipe or a caller, never more than the setting allows."""

import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mapapp.errors import InputTooLarge, ReadingError
from mapapp.locale import gettext as _
from mapapp.settings import Settings


@dataclass(frozen=True, slots=True)
class Raw:
    """What was read, and what to call it in messages."""

    name: str
    data: bytes


def take(source: str | Path | bytes, *, name: str, settings: Settings) -> Raw:
    """Read a path, `-` for standard input, or bytes that are at hand.

    Raises
    ------
    InputTooLarge
        Before the whole is read.
    ReadingError
        When there is no such file, or it may not be read.
    """
    most = settings.max_input_bytes
    if isinstance(source, bytes):
        return _checked(name or _("the text"), source, most)
    if str(source) == "-":
        return _checked(name or "standard input", sys.stdin.buffer.read(most + 1), most)
    if str(source).startswith(("http://", "https://")):
        raise ReadingError(f"{source}: save the page as a file first; mapapp reads files")
    path = Path(source)
    try:
        with path.open("rb") as file:
            return _checked(name or path.name, _read(file, path, most), most)
    except OSError as error:
        raise ReadingError(f"{path}: {error.strerror or error}") from error


def _read(file: BinaryIO, path: Path, most: int) -> bytes:
    facts = path.stat()
    if stat.S_ISREG(facts.st_mode) and facts.st_size > most:
        raise _too_large(path.name, _("{count} bytes", count=facts.st_size), most)
    return file.read(most + 1)


def _checked(name: str, data: bytes, most: int) -> Raw:
    if len(data) > most:
        raise _too_large(name, _("more than {count} bytes", count=most), most)
    return Raw(name, data)


def _too_large(name: str, size: str, most: int) -> InputTooLarge:
    return InputTooLarge(
        _(
            "{name} has {size}, and an article may have {most}; cut it into parts, or raise"
            " MAPAPP_MAX_INPUT_BYTES",
            name=name,
            size=size,
            most=most,
        )
    )
