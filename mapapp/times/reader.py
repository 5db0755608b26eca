"""The front door: an article's time expressions, read in order."""

from mapapp.model import Article, TimeExpression, When
from mapapp.times.context import Context, Mode
from mapapp.times.cues import cue
from mapapp.times.digressions import digressions
from mapapp.times.expressions import Found, find
from mapapp.times.mode import likely_mode
from mapapp.times.news import as_in_news
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
    mode = mode or likely_mode(article.published, found)
    if mode == "news":
        found = as_in_news(found)
    context = Context(mode, article.published)
    aside = digressions(found)
    readings = [_read(one, context, told=n not in aside) for n, one in enumerate(found)]
    whens = [_when(one, read, article.text) for one, read in zip(found, readings, strict=True)]
    return tuple(
        TimeExpression(one.span, read.type, read.value, stretch, one.in_name)
        for one, read, stretch in zip(found, readings, directed(found, whens), strict=True)
    )


def _read(found: Found, context: Context, *, told: bool) -> Reading:
    reading = resolve(found.meaning, context, lambda: cue(found))
    if told and reading.calendar is not None:
        context.tell(reading.calendar)
    return reading


def _when(found: Found, reading: Reading, text: str) -> When | None:
    if reading.calendar is None:
        return None
    return when(reading.calendar, found.span.of(text), inferred=reading.inferred)
