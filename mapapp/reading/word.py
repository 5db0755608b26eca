"""Word documents (.docx, Office Open XML)."""

import io
import zipfile
import zlib
from typing import Any
from xml.parsers.expat import ExpatError

from mapapp.errors import EmptyInput, InputTooLarge, NotText
from mapapp.locale import gettext as _
from mapapp.model import Article
from mapapp.reading.tree import shown_blocks

_MOST = 200_000_000  # bytes unpacked: a small archive may hold a flood
_BROKEN = (zipfile.BadZipFile, zlib.error, ExpatError, ValueError, LookupError, OSError, EOFError)
_BODY = "word/document.xml"


def is_word(data: bytes) -> bool:
    """Is this archive a Word document?"""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _BODY in archive.namelist()
    except zipfile.BadZipFile:
        return False


def parse_word(data: bytes, name: str) -> Article:
    """The text of a document, with its tables and notes, as it reads when all changes are taken.

    Its title is its first heading: the title in a file's properties is mostly that of a template.

    Raises
    ------
    EmptyInput, InputTooLarge
        It shows no word; it unpacks to more than 200 MB.
    NotText
        The file is damaged.
    """
    import mammoth  # type: ignore[import-untyped]
    from lxml import html

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST:
                raise InputTooLarge(
                    _("{name} unpacks to more than {count} bytes", name=name, count=_MOST)
                )
        shown = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(_no_picture),
            external_file_access=False,
            style_map="p[style-name='Title'] => h1:fresh",
        ).value
    except _BROKEN as error:
        raise NotText(_("{name} is a damaged Word document; save it anew", name=name)) from error
    blocks = shown_blocks(html.document_fromstring(f"<body>{shown}</body>"))
    if not blocks.text:
        raise EmptyInput(_("{name} shows no word to read; give an article", name=name))
    headings = tuple(blocks.headings)
    title = headings[0].of(blocks.text) if headings else ""
    return Article(blocks.text, title=title, language="", headings=headings)


def _no_picture(picture: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth carries no types
    del picture
    return {"src": ""}
