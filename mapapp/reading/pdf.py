"""PDF documents that carry their text."""

import ctypes
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from mapapp.errors import EmptyInput, NotText
from mapapp.locale import gettext as _
from mapapp.model import Article
from mapapp.reading.blocks import Blocks
from mapapp.reading.lines import Line, paragraphs, without_furniture
from mapapp.reading.plain import short_first_line

# PDFium may be entered by one thread at a time.
_PDFIUM = threading.Lock()
_HYPHENS = "\ufffe\x02"  # where PDFium met one that only breaks a word
_GAP = 1.3  # of the usual distance between lines: a larger one parts paragraphs
_LARGE = 1.12  # of the usual size: larger letters are a heading


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line, how high its baseline stands on the page and how tall its letters are, in points."""

    text: str
    baseline: float
    size: float


def parse_pdf(data: bytes, name: str) -> Article:
    """The text of a document, its lines made paragraphs again, without running heads and numbers.

    Its title is the one in its properties, else its first heading or short first line. The day on
    which the file was made is not taken for the day of writing: a report of 1915 was scanned last
    year.

    Raises
    ------
    EmptyInput
        The pages are pictures without text.
    NotText
        The file is damaged or wants a password.
    """
    with _PDFIUM:
        printed, title = _read(data, name)
    body = _usual_size(printed)
    pages = [list(_with_gaps(page, body)) for page in printed]
    blocks = Blocks()
    for paragraph in paragraphs(without_furniture(pages)):
        blocks.add(paragraph.text, heading=paragraph.heading)
    if not blocks.text:
        raise EmptyInput(
            _(
                "{name} holds no text, only pictures of pages; let a program for text recognition"
                " (OCR) read them first",
                name=name,
            )
        )
    headings = tuple(blocks.headings)
    if not title:
        title = headings[0].of(blocks.text) if headings else short_first_line(blocks.text)
    return Article(blocks.text, title=title, language="", headings=headings)


def _read(data: bytes, name: str) -> tuple[list[list[_Printed]], str]:
    """The lines of each page, and the title in the properties."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise NotText(_("{name} wants a password; save it without one", name=name)) from error
        raise NotText(_("{name} is a damaged PDF document; save it anew", name=name)) from error
    with document:
        pages = []
        for n in range(len(document)):
            try:
                pages.append(list(_lines(document[n].get_textpage())))
            except pypdfium2.PdfiumError as error:
                message = _("{name} is a damaged PDF document; save it anew", name=name)
                raise NotText(message) from error
        return pages, _likely_title(str(document.get_metadata_value("Title")).strip())


def _lines(page: Any) -> Iterator[_Printed]:  # noqa: ANN401 - pypdfium2 carries no types
    """Letter by letter, as only these are numbered the same in every call."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    letters = ((n, chr(raw.FPDFText_GetUnicode(page, n))) for n in range(page.count_chars()))
    for is_end, group in groupby(letters, key=lambda letter: letter[1] in "\r\n\0"):
        if is_end:
            continue
        line = list(group)
        text = "".join("-" if letter in _HYPHENS else letter for _, letter in line).strip()
        first = next((n for n, letter in line if not letter.isspace()), None)
        if text and first is not None:
            raw.FPDFText_GetCharOrigin(page, first, x, y)
            _, bottom, _, top = page.get_charbox(first, loose=True)
            yield _Printed(text, y.value, top - bottom)


def _usual_size(pages: Sequence[Sequence[_Printed]]) -> float:
    """The size of most letters."""
    sizes = sorted((line.size, len(line.text)) for page in pages for line in page)
    half, passed = sum(length for _, length in sizes) / 2, 0
    for size, length in sizes:
        passed += length
        if passed >= half:
            return size
    return 0.0


def _with_gaps(page: Sequence[_Printed], body: float) -> Iterator[Line]:
    """The lines, an empty one wherever white space parts paragraphs."""
    steps = [one.baseline - other.baseline for one, other in pairwise(page)]
    down = sorted(step for step in steps if step > 0) or [body]
    usual = down[len(down) // 6]  # not the middle one: many paragraphs have a line or two
    for line, step in zip(page, [0.0, *steps], strict=False):
        if step > _GAP * usual:
            yield Line("")
        yield Line(line.text, heading=line.size > _LARGE * body)


def _likely_title(title: str) -> str:
    """Programs put the name of the file there, or their own."""
    named_file = title.lower().endswith((".doc", ".docx", ".pdf", ".txt", ".indd", ".odt"))
    return "" if named_file or title.lower().startswith(("microsoft word", "untitled")) else title
