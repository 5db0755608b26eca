"""The stories of the start page: looked for, sorted, and a page at a time."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mapapp.maps.finding import folded
from mapapp.maps.paging import Pages, paged
from mapapp.stories import StorySummary
from mapapp.stories.sought import sought

CARDS = 24  # of a page: whole rows of one, two, three and four
_LATE = float("inf")  # where a story without dates stands

# What the stories are sorted by; the first is how they come.
ORDERS: dict[str, Callable[[StorySummary], Any]] = {
    "added": lambda _: 0,
    "title": lambda story: folded(story.title or story.slug),
    "time": lambda story: _LATE if story.first is None else story.first,
    "events": lambda story: -story.events,
}


def shelf(
    stories: Sequence[StorySummary], query: Mapping[str, str]
) -> tuple[Sequence[StorySummary], Pages]:
    """The stories that an address asks for by `q`, `sort` and `page`.

    Every word of `q` stands in a story's title, its slug or its source, whatever case and marks;
    raises QueryError where they are too many.
    """
    wanted = sought(folded(query.get("q", "")))
    found = [story for story in stories if _holds(story, wanted)]
    found.sort(key=ORDERS.get(query.get("sort", ""), ORDERS["added"]))
    return paged(found, CARDS, of=len(stories), query=query)


def _holds(story: StorySummary, wanted: Sequence[str]) -> bool:
    told = folded(f"{story.title} {story.slug} {story.source}") if wanted else ""
    return all(word in told for word in wanted)
