"""A file out of a story, in any format."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mapapp.errors import QueryError
from mapapp.formats.format import Content, Format
from mapapp.formats.registry import format_of, formats
from mapapp.locale import DEFAULT, use
from mapapp.locale import gettext as _


def pieces(content: Content, format_: Format) -> Iterator[bytes]:
    """The file, piece by piece.

    Raises
    ------
    QueryError
        When the format cannot hold the layer or a whole library, has no such option, or is to
        speak a language that nobody knows.
    """
    if format_.layers and content.layer not in format_.layers:
        told = _(
            "{format} cannot hold the layer {layer!r}; it can: {known}",
            format=format_.name,
            layer=content.layer,
            known=", ".join(format_.layers),
        )
        raise QueryError(told, parameter="layer")
    names = [option.name for option in format_.options]
    for name in content.options:
        if name not in names:
            said = f"choose {' or '.join(names)}" if names else "it has none"
            raise QueryError(f"{format_.name} has no option {name!r}; {said}", parameter=name)
    if content.library is not None and not format_.holds_library:
        listed = ", ".join(known.suffix for known in formats() if known.holds_library)
        raise QueryError(f"{format_.name} holds one story; all are held by {listed}")
    with use(content.language):  # an unknown one is told before a file is begun
        return _spoken(content.language if format_.speaks else DEFAULT, format_.pieces(content))


def _spoken(tag: str, parts: Iterator[bytes]) -> Iterator[bytes]:
    """Speak the language while a piece is made, and not while whoever asks does other things."""
    while True:
        with use(tag):
            piece = next(parts, None)
        if piece is None:
            return
        yield piece


def write(content: Content, path: str | Path) -> Format:
    """Write a file in the format that its suffix names; it appears whole or not at all.

    Raises
    ------
    UnknownFormat, QueryError
        See `format_of` and `pieces`.
    OSError
        When the file cannot be written.
    """
    path = Path(path)
    format_ = format_of(path)
    parts = pieces(content, format_)
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        # The file that people named, and not the one that it is written to first.
        raise OSError(error.errno, error.strerror, str(path.parent)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        os.unlink(temporary)
        if error.filename is None and error.errno is not None:  # a full disk names nothing
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    except BaseException:
        os.unlink(temporary)
        raise
    return format_


def _umask() -> int:
    """The permissions that new files are denied; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
