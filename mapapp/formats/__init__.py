"""Files that stories are written to: one module a format, one registry.

>>> [format_.suffix for format_ in formats()][:2]
['.geojson', '.csv']
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mapapp.errors import BadFile, QueryError, UnknownFormat
from mapapp.formats import (
    annotations,
    calendar,
    csv,
    gdal,
    geojson,
    html,
    kml,
    linked_places,
    parquet,
    picture,
    timeline,
)
from mapapp.formats.format import Content, Format, whole_library
from mapapp.formats.readers import Known, Record, story_of_records
from mapapp.locale import DEFAULT, use
from mapapp.locale import gettext as _
from mapapp.model import Article, Story

__all__ = [
    "Content",
    "Format",
    "format_of",
    "formats",
    "pieces",
    "read_story",
    "whole_library",
    "write",
]

_FORMATS = (
    geojson.FORMAT,
    csv.FORMAT,
    html.FORMAT,
    gdal.GEOPACKAGE,
    gdal.FLATGEOBUF,
    gdal.SHAPEFILE,
    parquet.FORMAT,
    kml.FORMAT,
    linked_places.FORMAT,
    calendar.FORMAT,
    timeline.FORMAT,
    annotations.FORMAT,
    picture.PNG,
    picture.SVG,
    picture.PDF,
)


def formats() -> Sequence[Format]:
    """All formats that can be written, the richest first."""
    return _FORMATS


def format_of(name: str | Path) -> Format:
    """The format that a file's name, or a bare suffix, stands for.

    Raises
    ------
    UnknownFormat
        Listing those that there are.
    """
    text = Path(name).name
    for known in _FORMATS:
        if text.lower().endswith(known.suffix):
            return known
    listed = ", ".join(known.suffix for known in _FORMATS)
    raise UnknownFormat(
        _("cannot write {name!r}; name a file that ends in one of {known}", name=text, known=listed)
    )


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
        listed = ", ".join(known.suffix for known in _FORMATS if known.holds_library)
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


def read_story(
    path: str | Path,
    slug: str,
    article: Article,
    *,
    known: Known = lambda _: None,
    progress: Callable[[int], None] = lambda _: None,
) -> Story:
    """The story of a file of events: one that mapapp wrote, or a table of another hand.

    Parameters
    ----------
    slug, article, known
        See `mapapp.formats.readers.story_of_records`.
    progress : callable
        Told how many events were read, after each.

    Raises
    ------
    UnknownFormat
        When files of that suffix are not read.
    BadFile
        Naming the file, and the line or feature that cannot be read.
    OSError
        When the file cannot be opened.
    """
    path = Path(path)
    readable = [known_ for known_ in _FORMATS if known_.records]
    format_ = next((each for each in readable if path.name.lower().endswith(each.suffix)), None)
    if format_ is None or format_.records is None:
        listed = ", ".join(each.suffix for each in readable)
        raise UnknownFormat(f"cannot read {path.name!r}; name a file that ends in one of {listed}")
    try:
        records = _counted(format_.records(path), progress)
        return story_of_records(records, slug, article, known)
    except BadFile as error:
        raise BadFile(f"{path.name}: {error}") from error


def _counted(records: Iterator[Record], progress: Callable[[int], None]) -> Iterator[Record]:
    for number, record in enumerate(records, start=1):
        progress(number)
        yield record


def _umask() -> int:
    """The permissions that new files are denied; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
