"""How a category looks: a colour and a shape, so that neither has to be told apart alone."""

from typing import NamedTuple
from zlib import crc32

from mapapp.events.categories import shipped

_SHAPES, _HUES = 6, 7  # as the style sheet has them; without a common factor, so 42 pairs


class Look(NamedTuple):
    """Numbers of a shape and of a colour."""

    shape: int
    hue: int


def look(category: str) -> str:
    """The style classes of a category.

    Examples
    --------
    >>> look("other")
    'shape-0 hue-0'
    """
    found = look_of(category)
    return f"shape-{found.shape} hue-{found.hue}"


def look_of(category: str) -> Look:
    """The look of a category, the same in every story.

    Categories of the shipped lexicon all look different; one of another lexicon gets a look by
    its name, which it may share.
    """
    names = ("other", *shipped().names)
    number = names.index(category) if category in names else crc32(category.encode())
    return Look(number % _SHAPES, number % _HUES)
