"""Archives of files of events, unpacked as far as they are wanted and no further.

GDAL opens archives by itself, but trusts what they say of their size; a few kilobytes of zeros can
fill a disk.
"""

import tempfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from mapapp.errors import BadFile

_LARGEST = 2_000_000_000  # bytes, unpacked; a dBase file cannot have more
_CHUNK = 1 << 20


@contextmanager
def unpacked(path: Path, main: str, beside: Collection[str] = ()) -> Iterator[Path]:
    """The one file of an archive that ends in `main`, in a folder that is gone afterwards.

    Files of the same name with other endings, `beside`, stand next to it.

    Raises
    ------
    BadFile
        When it is no archive, holds no such file or several, has a password, or is too large.
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                yield _taken(archive, Path(folder), main, beside)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise BadFile(f"it is no ZIP archive that can be read: {error}") from error


def _taken(archive: zipfile.ZipFile, folder: Path, main: str, beside: Collection[str]) -> Path:
    files = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each)]
    found = [each.filename for each in files if _suffix(each) == main]
    if len(found) != 1:
        told = ", ".join(found) or "none"
        raise BadFile(f"it must hold one file {main}; it holds {told}")
    stem = found[0][: -len(main)].lower()
    left = _LARGEST
    for each in files:
        is_wanted = _suffix(each) == main or _suffix(each) in beside
        if is_wanted and each.filename.lower() == stem + _suffix(each):
            # Under a name of ours, lest one lead out of the folder.
            left = _copied(archive, each, folder / f"file{_suffix(each)}", left)
    return folder / f"file{main}"


def _copied(archive: zipfile.ZipFile, each: zipfile.ZipInfo, path: Path, left: int) -> int:
    """Write a file of the archive; answers how many bytes there may be more."""
    if each.flag_bits & 1:
        raise BadFile(f"{each.filename} in it has a password")
    with archive.open(each) as packed, path.open("wb") as file:
        while chunk := packed.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise BadFile(f"it unpacks to more than {_LARGEST:,} bytes")
            file.write(chunk)
    return left


def _suffix(each: zipfile.ZipInfo) -> str:
    return PurePosixPath(each.filename).suffix.lower()


def _is_hidden(each: zipfile.ZipInfo) -> bool:
    """What macOS puts beside each file of an archive, under the same name."""
    path = PurePosixPath(each.filename)
    return path.name.startswith("._") or "__MACOSX" in path.parts
