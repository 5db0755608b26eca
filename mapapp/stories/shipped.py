"""The stories that ship, read into a library when it is first used.

They are articles in geodata/stories/, named by their slugs, with stories.toml telling of them. A
library remembers which it was given: one that a reader removed stays away, a story of the
reader's own under the same slug is left alone, and one that reads differently now, since its
file or mapapp changed, is put in place of what was there.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mapapp.model import Interval, Story
from mapapp.resources import geodata
from mapapp.stories.codec import encode
from mapapp.stories.store import Store


class _About(msgspec.Struct, forbid_unknown_fields=True):
    source: str = ""
    published: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ShippedStory:
    """An article that ships, and what is known of it."""

    slug: str
    path: Path
    source: str
    published: int | None
    language: str


def shipped_stories(folder: Path | None = None) -> list[ShippedStory]:
    """All that ship, by slug; `folder` is geodata/stories/ when None."""
    found = folder or geodata("stories")
    table = tomllib.loads((found / "stories.toml").read_text("utf-8"))
    about = msgspec.convert(table, dict[str, _About])
    return [
        ShippedStory(
            path.stem,
            path,
            about[path.stem].source,
            Interval.parse(about[path.stem].published).first
            if about[path.stem].published
            else None,
            about[path.stem].language,
        )
        for path in sorted(found.glob("*.md"))
    ]


def ensure_shipped(store: Store, folder: Path | None = None) -> list[str]:
    """Give the library what ships and it was not given yet; answers the slugs that were written.

    Raises
    ------
    StoreUnavailable
        When the library may not be written; those written before stay.
    """
    given = store.shipped()
    held = {summary.slug for summary in store.summaries()}
    written = []
    for shipped in shipped_stories(folder):
        known = shipped.slug in given
        if known != (shipped.slug in held):
            continue  # removed by the reader, or a story of the reader's own
        story = _story(shipped)
        digest = hashlib.sha256(encode(story.annotation)).hexdigest()
        if given.get(shipped.slug) != digest:
            store.save(story, replace=known, shipped=digest)
            written.append(shipped.slug)
    return written


def _story(shipped: ShippedStory) -> Story:
    # Reading and places are loaded only where a story has to be read.
    from mapapp.pipeline import annotate
    from mapapp.reading import read_article

    article = read_article(
        shipped.path,
        source_name=shipped.source,
        published=shipped.published,
        language=shipped.language,
    )
    return Story(shipped.slug, annotate(article))
