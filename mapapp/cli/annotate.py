"""`mapapp annotate`: documents as JSON lines, in and out, in order, as they come."""

import json
import re
import sys
from functools import partial
from typing import BinaryIO, get_args

import click
import msgspec

from mapapp.cli.options import settings
from mapapp.cli.workers import DOCUMENTS_OWN, in_order, told_error, workers_option
from mapapp.errors import BadDate, ReadingError
from mapapp.model import Article, Interval
from mapapp.pipeline import annotate, document
from mapapp.times import Mode, find_times

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


class _Document(msgspec.Struct):
    id: str | int
    text: str
    dct: str | None = None


class _Id(msgspec.Struct):
    id: str | int | None = None


class _Failure(msgspec.Struct):
    id: str | int | None
    error: str


@click.command()
@click.argument("documents", type=click.File("rb"), default="-")
@click.option(
    "--mode",
    type=click.Choice(get_args(Mode)),
    help="Whether dates count from the day of writing or the last one told; else found out.",
)
@workers_option
def command(documents: BinaryIO, mode: Mode | None, workers: int) -> None:
    """Read DOCUMENTS (a file, or standard input) and print what is in them.

    One JSON object a line: {"id", "text"} and, where known, "dct", the day on which the text was
    written. One line is printed for each, in order; one that cannot be read costs that line
    alone, which is {"id", "error"}.

    \b
    Example:
        mapapp annotate documents.jsonl > annotations.jsonl
    """  # noqa: D301 - click's mark for lines that stay as they are
    output = sys.stdout.buffer
    lines = (line for line in documents if line.strip())
    most = settings().max_input_bytes
    for line in in_order(partial(answer, most=most, mode=mode), lines, workers):
        output.write(line + b"\n")
        output.flush()


def answer(line: bytes, most: int, mode: Mode | None = None) -> bytes:
    """The line that is printed for a line; `most` bytes may be in it."""
    try:
        given = _document(line)
        if len(line) > most:
            raise ReadingError(f"the document has {len(line):,} bytes, and may have {most:,}")
        published, notes = _day(given.dct)
        article = Article(given.text, published=published)
        record = document(annotate(article, mode=mode), str(given.id))
        return msgspec.json.encode({**record, "id": given.id, **notes})
    except (*DOCUMENTS_OWN, msgspec.DecodeError) as error:
        return msgspec.json.encode(_Failure(_id(line), _told(error)))


def _document(line: bytes) -> _Document:
    try:
        return msgspec.json.decode(line, type=_Document)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as error:
        # Half a surrogate pair is no letter, but other programs write it. Python's reader takes
        # it; the sign for a lost letter goes in its place, so that every offset stays right.
        try:
            given = msgspec.convert(json.loads(line), _Document)
        except ValueError:
            raise error from None
        return _Document(given.id, _HALF_A_PAIR.sub("\ufffd", given.text), given.dct)


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, msgspec.DecodeError) else told_error(error)


def _day(dct: str | None) -> tuple[int | None, dict[str, list[str]]]:
    """First day of a document's time, and what is to be said of one that is none.

    An hour behind the day says nothing more. Collections carry times such as `11/28/2016` or
    `Wed`: the first is read as a date is read in a text, and the second costs nothing but itself.
    """
    if not dct or not dct.strip():
        return None, {}
    try:
        return Interval.parse(dct.partition("T")[0].split()[0]).first, {}
    except BadDate:
        told = [time.when for time in find_times(Article(dct), mode="narrative") if time.when]
    exact = [when.first for when in told if when.first is not None and when.first == when.last]
    if len(exact) == 1:
        return exact[0], {}
    return None, {"notes": [f"dct {dct!r} is not a date; the text was read without it"]}


def _id(line: bytes) -> str | int | None:
    try:
        return msgspec.json.decode(line, type=_Id).id
    except msgspec.DecodeError:
        return None
