"""Features in, and files out, some at a time: so that the largest library fits into memory."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from mapapp.layers import Feature

_CHUNK = 1 << 16  # bytes
_BATCH = 10_000  # features; in memory some ten megabytes


def batches(features: Iterator[Feature]) -> Iterator[list[Feature]]:
    """The features by the ten thousand; one empty list where there are none."""
    batch = list(islice(features, _BATCH))
    yield batch
    while batch := list(islice(features, _BATCH)):
        yield batch


def file_pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file."""
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece
