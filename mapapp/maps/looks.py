"""How a category looks: a colour and a shape, so that neither has to be told apart alone."""

from zlib import crc32

from mapapp.events.categories import shipped

_SHAPES, _HUES = 6, 7  # as the style sheet has them; without a common factor, so 42 pairs


def look(category: str) -> str:
    """The style classes of a category, the same in every story.

    Categories of the shipped lexicon all look different; one of another lexicon gets a look by
    its name, which it may share.

    Examples
    --------
    >>> look("other")
    'shape-0 hue-0'
    """
    names = ("other", *shipped().names)
    number = names.index(category) if category in names else crc32(category.encode())
    return f"shape-{number % _SHAPES} hue-{number % _HUES}"
