"""The text that everything else points into."""

import msgspec

from mapapp.model.span import Span


class Article(msgspec.Struct, frozen=True):
    """A text to be read, unedited.

    Attributes
    ----------
    text : str
        What is shown to the reader; every offset in the program points into it.
    title, source : str
        Headline; who says so (author, paper or address). Empty when unknown.
    published : int or None
        Day number of the day that "last Tuesday" hangs on, TimeML's document creation time.
    language : str
        BCP 47 tag of the text.
    headings : tuple of Span
        Lines that head a section, where the format marks them.
    """

    text: str
    title: str = ""
    source: str = ""
    published: int | None = None
    language: str = "en"
    headings: tuple[Span, ...] = ()
