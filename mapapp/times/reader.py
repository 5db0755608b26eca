"""The front door: an article's time expressions, read in order."""

from mapapp.model import Article, TimeExpression, When
from mapapp.times.context import Context, Mode
from mapapp.times.cues import cue
from mapapp.times.expressions import Found, find
from mapapp.times.mode import likely_mode
from mapapp.times.normalise import Reading, resolve
from mapapp.times.ranges import completed, directed
from mapapp.times.when import when


def find_times(article: Article, mode: Mode | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of an article, in order.

    Parameters
    ----------
    mode : "news", "narrative" or None
        Whether dates count from the day of writing or from the last date told; None finds out.

    Examples
    --------
    >>> text = "The war of 1918 ended in May; the following year they met."
    >>> [(time.span.of(text), time.value) for time in find_times(Article(text))]
    [('1918', '1918'), ('May', '1918-05'), ('the following year', '1919')]
    """
    found = completed(list(find(article.text)))
    context = Context(mode or likely_mode(article.published, found), article.published)
    readings = [_read(one, context) for one in found]
    whens = [_when(one, read, article.text) for one, read in zip(found, readings, strict=True)]
    return tuple(
        TimeExpression(one.span, read.type, read.value, stretch, one.in_name)
        for one, read, stretch in zip(found, readings, directed(found, whens), strict=True)
    )


def _read(found: Found, context: Context) -> Reading:
    reading = resolve(found.meaning, context, lambda: cue(found))
    if reading.calendar is not None and not found.in_name and not found.aside:
        context.tell(reading.calendar)
    return reading


def _when(found: Found, reading: Reading, text: str) -> When | None:
    if reading.calendar is None:
        return None
    return when(reading.calendar, found.span.of(text), inferred=reading.inferred)
