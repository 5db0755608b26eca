"""Files and strings to an Article: text, Markdown, HTML, Word and PDF behind one function."""

from pathlib import Path

from msgspec.structs import replace

from mapapp.model import Article
from mapapp.reading.decoding import decode
from mapapp.reading.language import guess_language, is_english
from mapapp.reading.raw import Raw, take
from mapapp.reading.shape import Shape, packed_shape, shape_of
from mapapp.settings import Settings

__all__ = ["is_english", "read_article"]


def read_article(
    source: str | Path | bytes,
    *,
    name: str = "",
    title: str | None = None,
    source_name: str | None = None,
    published: int | None = None,
    language: str | None = None,
    settings: Settings | None = None,
) -> Article:
    r"""Read an article from a file, from standard input (`-`) or from bytes.

    Every offset in the program points into `Article.text`: the words that a reader is shown.
    That is a plain text itself, without its byte order mark and with every end of line as `\n`
    (a browser would make them so and shift the offsets); for the other kinds it is their text
    without the marks, a blank line between blocks.

    Parameters
    ----------
    name : str
        What messages call the input, and whose suffix tells its kind; for bytes above all.
    title, source_name, published, language : optional
        Go before what the input says of itself. `published` is a day number, `language` BCP 47.

    Raises
    ------
    ReadingError
        There is no such file; EmptyInput, NotText, InputTooLarge: see there.

    Examples
    --------
    >>> read_article(b"# Rain\n\nIt *rained* in Oslo.", name="rain.md")
    ... # doctest: +NORMALIZE_WHITESPACE
    Article(text='Rain\n\nIt rained in Oslo.', title='Rain', source='', published=None,
            language='en', headings=(Span(start=0, end=4),))
    """
    raw = take(source, name=name, settings=settings or Settings())
    article = _parse(raw)
    return replace(
        article,
        title=title or article.title,
        source=source_name or article.source,
        published=published if published is not None else article.published,
        language=language or article.language or guess_language(article.text),
    )


def _parse(raw: Raw) -> Article:
    """The article with what the input says of itself; `language` empty where it says nothing."""
    # Each module is imported when its kind is met: the HTML one alone costs half a second.
    packed = packed_shape(raw.data)
    if packed is Shape.PDF:
        from mapapp.reading.pdf import parse_pdf

        return parse_pdf(raw.data, raw.name)
    if packed is Shape.WORD:
        from mapapp.reading.word import parse_word

        return parse_word(raw.data, raw.name)
    text = decode(raw)
    match shape_of(raw.name, text):
        case Shape.HTML:
            from mapapp.reading.html import parse_html

            return parse_html(text, raw.name)
        case Shape.MARKDOWN:
            from mapapp.reading.markdown import parse_markdown

            return parse_markdown(text, raw.name)
        case _:
            from mapapp.reading.plain import parse_plain

            return parse_plain(text, raw.name)
