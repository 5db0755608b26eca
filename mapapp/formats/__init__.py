"""Files that stories are written to and read from: one module a format, one registry.

>>> [format_.suffix for format_ in formats()][:2]
['.geojson', '.csv']
"""

from mapapp.formats.format import Content, Format, whole_library
from mapapp.formats.readers import Columns
from mapapp.formats.reading import is_readable, read_story, story_title
from mapapp.formats.registry import format_of, formats
from mapapp.formats.writing import pieces, write

__all__ = [
    "Columns",
    "Content",
    "Format",
    "format_of",
    "formats",
    "is_readable",
    "pieces",
    "read_story",
    "story_title",
    "whole_library",
    "write",
]
