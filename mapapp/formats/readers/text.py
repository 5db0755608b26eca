"""The text of a story that came without its article: the quotes of its events."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mapapp.model import Span

_LONGEST = 5_000_000  # characters, beyond which offsets are not believed
_GAP = "\n"  # what nobody quoted
_DASH = " \N{EM DASH} "


class Line(NamedTuple):
    """What a row says.

    Attributes
    ----------
    stood : Span or None
        Where the quote stood in its article, if that is told.
    name : str
        How the row names its place beside the quote; empty for none.
    words : Span or None
        What of that is the name, None for all: `Leipzig` of `Leipzig, hall 1`.
    """

    quote: str
    stood: Span | None = None
    name: str = ""
    words: Span | None = None


class Laid(NamedTuple):
    """Where the quote of a row is in the text, and the name, if it is there."""

    quote: Span
    name: Span | None = None


def laid_out(lines: Sequence[Line]) -> tuple[str, tuple[Laid, ...]]:
    r"""One text of all quotes, and where each is.

    Each stands where it stood in its article, if that is told of all and none contradicts
    another; else one after the other, a quote of several events once, and behind it the name
    that is not in it.

    Examples
    --------
    >>> text, (rain, sun) = laid_out([Line("Rain."), Line("Sun in Rome.", name="Rome")])
    >>> text, sun.quote.of(text), sun.name.of(text)
    ('Rain.\n\nSun in Rome.', 'Sun in Rome.', 'Rome')
    """
    told = [line.stood for line in lines if line.stood is not None]
    if len(told) == len(lines) and max(span.end for span in told) <= _LONGEST:
        text = _as_they_stood([line.quote for line in lines], told)
        if text is not None:
            laid = zip(told, map(_named_in, lines), strict=True)
            return text, tuple(Laid(span, _moved(name, span.start)) for span, name in laid)
    return _one_after_the_other(lines)


def _as_they_stood(quotes: Sequence[str], spans: Sequence[Span]) -> str | None:
    text = [_GAP] * max(span.end for span in spans)
    for quote, span in zip(quotes, spans, strict=True):
        if len(quote) != span.end - span.start:
            return None
        text[span.start : span.end] = quote
    joined = "".join(text)
    fits = all(span.of(joined) == quote for quote, span in zip(quotes, spans, strict=True))
    return joined if fits else None


def _one_after_the_other(lines: Sequence[Line]) -> tuple[str, tuple[Laid, ...]]:
    at: dict[str, int] = {}
    end = 0
    laid: list[Laid] = []
    for line in lines:
        whole, name = line.quote, _named_in(line)
        if line.name and name is None:
            name = _moved(line.words or Span(0, len(line.name)), len(whole) + len(_DASH))
            whole += _DASH + line.name
        if whole not in at:
            at[whole] = end
            end += len(whole) + 2 * len(_GAP)
        start = at[whole]
        laid.append(Laid(Span(start, start + len(line.quote)), _moved(name, start)))
    return (2 * _GAP).join(at), tuple(laid)


def _named_in(line: Line) -> Span | None:
    """Where a quote has the name as words of its own."""
    name = line.words.of(line.name) if line.words else line.name
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.quote) if name else None
    return Span(*found.span()) if found else None


def _moved(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None
