"""Bytes to text, or a clear word on why not."""

import codecs
import re

from mapapp.errors import EmptyInput, NotText
from mapapp.locale import N_
from mapapp.locale import gettext as _
from mapapp.reading.latin import latin_encoding
from mapapp.reading.raw import Raw

# The first bytes of files that people hand over by mistake.
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": N_("a PNG picture"),
    b"\xff\xd8\xff": N_("a JPEG picture"),
    b"GIF8": N_("a GIF picture"),
    b"PK\x03\x04": N_("a ZIP archive or an OpenDocument, Excel or e-book file"),
    b"\xd0\xcf\x11\xe0": N_("an old Word or Excel file"),
    b"{\\rtf": N_("an RTF document"),
    b"\x1f\x8b": N_("a gzip archive"),
    b"\x7fELF": N_("a program"),
    b"MZ\x90": N_("a program"),
    b"SQLite format 3": N_("an SQLite database"),
    b"OggS": N_("a sound or film"),
    b"ID3": N_("a sound"),
}
# UTF-32 before UTF-16: its little-endian mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.:-]+)""",
    re.I,
)
_RIGHT = N_("give the article as plain text, Markdown, HTML, Word (.docx) or PDF")
_SAMPLE = 200_000  # bytes, enough to tell an encoding by
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: Raw) -> str:
    r"""The text of some bytes, ends of lines as `\n`, without a byte order mark.

    Raises
    ------
    EmptyInput
        When there is no word in it.
    NotText
        For pictures, archives and the like, and when no encoding fits.
    """
    for start, what in _SIGNATURES.items():
        if raw.data.startswith(start):
            told = _("{name} is {what}, not text; {right}", what=_(what), **_words(raw))
            raise NotText(told)
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROLS.findall(text)) > len(text) / 200 or "\0" in text:
        raise NotText(
            _(
                "{name} holds bytes that stand for no letter, so it is no text; {right}",
                **_words(raw),
            )
        )
    if not re.search(r"\w", text):
        raise EmptyInput(_("{name} holds no word to read; {right}", **_words(raw)))
    return text


def _words(raw: Raw) -> dict[str, str]:
    return {"name": raw.name, "right": _(_RIGHT)}


def _decoded(raw: Raw) -> str:
    data = raw.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    text = _utf16(data)  # first, since its zeros are letters to UTF-8
    if text is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        ways = (_nearly_utf8, _declared, _latin, _guessed)
        text = next(filter(None, (way(data) for way in ways)), None)
    if text is None:
        raise NotText(
            _(
                "{name} is in no encoding that can be told; save it as UTF-8, and {right}",
                **_words(raw),
            )
        )
    return text


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a letter cut in half or a few bytes pasted from elsewhere."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    return text if right > 2 * wrong else None


def _declared(data: bytes) -> str | None:
    """As a web page says of itself."""
    found = _DECLARED.search(data, 0, 4096)
    if found is None:
        return None
    try:
        return data.decode((found[1] or found[2]).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    pairs = {"utf-16-le": (sample[1::2], sample[::2]), "utf-16-be": (sample[::2], sample[1::2])}
    for encoding, (high, low) in pairs.items():
        if half and high.count(0) > 0.4 * half and not low.count(0):
            return data.decode(encoding, errors="replace")
    return None


def _latin(data: bytes) -> str | None:
    encoding = latin_encoding(data)
    return data.decode(encoding, errors="replace") if encoding else None


def _guessed(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    return data.decode(best.encoding, errors="replace")
