"""A file of events that a reader sends: a table, a calendar, features."""

import tempfile
from pathlib import Path

from msgspec.structs import replace
from werkzeug.datastructures import FileStorage

from mapapp.errors import InputTooLarge
from mapapp.formats import Columns, is_readable, read_story, story_title
from mapapp.locale import gettext as _
from mapapp.model import Annotation, Article

_LONGEST = 100  # characters of a name, the last ones


def is_table(file: FileStorage | None) -> bool:
    """Is it a file of events, by its name?"""
    return file is not None and is_readable(file.filename or "")


def read_table(file: FileStorage, article: Article, columns: str, *, most: int) -> Annotation:
    """The events of the file, places that it only names looked up.

    Parameters
    ----------
    article : Article
        What is known of it; its text becomes that of the file, its title the file's name where
        there is none.
    columns : str
        See `Columns.parse`.
    most : int
        Bytes that the file may have.

    Raises
    ------
    BadFile
        Naming the row that cannot be read.
    QueryError
        For columns that cannot be read.
    InputTooLarge
    """
    from mapapp.places import default_gazetteer, resolve_names  # numpy takes a tenth of a second

    told = Columns.parse(columns)
    name = Path((file.filename or "").replace("\\", "/").replace("\0", "")).name[-_LONGEST:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        file.save(path)
        if path.stat().st_size > most:
            raise InputTooLarge(_("{name} has more than {most} bytes", name=name, most=most))
        return read_story(
            path,
            "table",
            replace(article, title=article.title or story_title(path)),
            known=default_gazetteer().place,
            find=resolve_names,
            columns=told,
        ).annotation
