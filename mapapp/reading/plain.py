"""Plain text."""

from mapapp.model import Article

_LONGEST_TITLE = 150  # characters


def parse_plain(text: str, name: str) -> Article:
    """The text as it is; its title is a short first line that no full stop ends.

    Parameters
    ----------
    name : str
        Not looked at: the name of a file is no headline.
    """
    del name
    return Article(text, title=short_first_line(text), language="")


def short_first_line(text: str) -> str:
    """What can be the title of a text; empty where its first line is a sentence."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    heads = len(first) <= _LONGEST_TITLE and not first.endswith((".", ",", ";", ":", "!", "…"))
    return first if heads and rest.strip() else ""
