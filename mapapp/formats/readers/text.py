"""The text of a story that came without its article: the quotes of its events."""

from collections.abc import Sequence

from mapapp.model import Span

_LONGEST = 5_000_000  # characters, beyond which offsets are not believed
_GAP = "\n"  # what nobody quoted


def laid_out(quotes: Sequence[str], stood: Sequence[Span | None]) -> tuple[str, tuple[Span, ...]]:
    """One text of all quotes, and where each is.

    Each stands where it stood in its article, if that is told of all and none contradicts
    another; else one after the other, a quote of several events once.

    Examples
    --------
    >>> laid_out(["Rain.", "Rain."], [None, None])
    ('Rain.', (Span(start=0, end=5), Span(start=0, end=5)))
    """
    told = [span for span in stood if span is not None]
    if len(told) == len(quotes) and max(span.end for span in told) <= _LONGEST:
        text = _as_they_stood(quotes, told)
        if text is not None:
            return text, tuple(told)
    return _one_after_the_other(quotes)


def _as_they_stood(quotes: Sequence[str], spans: Sequence[Span]) -> str | None:
    text = [_GAP] * max(span.end for span in spans)
    for quote, span in zip(quotes, spans, strict=True):
        if len(quote) != span.end - span.start:
            return None
        text[span.start : span.end] = quote
    joined = "".join(text)
    fits = all(span.of(joined) == quote for quote, span in zip(quotes, spans, strict=True))
    return joined if fits else None


def _one_after_the_other(quotes: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    at: dict[str, Span] = {}
    end = 0
    for quote in quotes:
        if quote not in at:
            at[quote] = Span(end, end + len(quote))
            end += len(quote) + 2 * len(_GAP)
    return (2 * _GAP).join(at), tuple(at[quote] for quote in quotes)
