"""Short names for addresses."""

import re
import unicodedata

from mapapp.errors import StoreError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
# Letters that no decomposition turns into a-z.
_LATIN = str.maketrans(
    {"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)


def check_slug(slug: str) -> str:
    """The slug itself; raises StoreError, saying what would be right, for what cannot be one."""
    if len(slug) > _LONGEST or not _SLUG.fullmatch(slug):
        raise StoreError(
            f"{slug!r} cannot be a story's short name: write at most {_LONGEST} of a-z, 0-9, and"
            " single hyphens between them"
        )
    return slug


def slug_of(title: str) -> str:
    """A slug made of a title, cut at a word; `story` where no letter is left.

    Examples
    --------
    >>> slug_of("Şuşa / Shushi: 1992–2020"), slug_of("巴库")
    ('susa-shushi-1992-2020', 'story')
    """
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LATIN))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    slug = "-".join(words)[: _LONGEST + 1]
    if len(slug) > _LONGEST:
        slug = slug.rpartition("-")[0] or slug[:_LONGEST]
    return slug or "story"


def event_key(slug: str, event_id: str) -> str:
    """The id of an event among all stories' events.

    Two stories may quote the same sentence, and an event's own id is made of that.

    Examples
    --------
    >>> event_key("zoo", "e1")
    'zoo:e1'
    """
    return f"{slug}:{event_id}"


def split_key(key: str) -> tuple[str, str]:
    """Slug and id of an event; the id is empty where the key is not one of `event_key`'s.

    Examples
    --------
    >>> split_key("zoo:e1")
    ('zoo', 'e1')
    """
    slug, _, event_id = key.partition(":")  # no slug holds a colon
    return slug, event_id
