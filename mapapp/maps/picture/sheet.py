"""The whole sheet: title, map, strip of time, credits, from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from mapapp.errors import QueryError
from mapapp.layers import shown_events
from mapapp.maps.picture import furniture, key, labels, marks, names, style, words
from mapapp.maps.picture.base import Ground, base_map
from mapapp.maps.picture.frame import Frame, Room, frame
from mapapp.maps.picture.shapes import Drawing, Ink, Panel, Shape, Text
from mapapp.maps.picture.strip import domain, time_strip
from mapapp.maps.picture.theme import Theme, themed
from mapapp.model import Interval, Selection, Story, When

LEAST, MOST = 60, 4000  # pixels of a side
_LABELS, _FEW_LABELS = 30, 8
_EVERYTHING = Selection()


def draw(
    story: Story,
    *,
    width: int = 1200,
    height: int = 630,
    selection: Selection = _EVERYTHING,
    bare: bool = False,
    theme: Theme = "light",
) -> Drawing:
    """The story's locator map as a drawing, which `svg`, `png` and `pdf` write.

    Parameters
    ----------
    width, height : int
        Pixels; the letters grow with the sheet, so that twice the size is the same picture in
        print quality.
    selection : Selection
        Which events are told. Its window is marked in the strip of time, which shows all.
    bare : bool
        The map alone, for a page that itself tells title, count, key and credits.
    theme : {"light", "dark"}
        Dark for a dark page; on paper it wastes ink.

    Raises
    ------
    QueryError
        When a side is shorter than 60 or longer than 4000 pixels.
    """
    for side, name in ((width, "width"), (height, "height")):
        if not LEAST <= side <= MOST:
            raise QueryError(
                f"{name}={side}: a picture is {LEAST} to {MOST} pixels wide and high",
                parameter=name,
            )
    plan = _plan(story, width, height, selection, bare=bare)
    return Drawing(
        width=width,
        height=height,
        title=words.plain(story.title),
        description=words.plain(
            words.description(story.title, plan.told, plan.whens, selection.window)
        ),
        language=story.annotation.article.language,
        shapes=tuple(themed(_plain(each), theme) for each in _shapes(story, plan, selection)),
    )


def _plain(shape: Shape) -> Shape:
    return replace(shape, text=words.plain(shape.text)) if isinstance(shape, Text) else shape


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is told, and which part of the sheet is whose."""

    told: marks.Located
    whens: tuple[When, ...]
    all_whens: tuple[When, ...]
    measures: style.Measures
    head: Room | None
    map: Room
    strip: Room | None
    items: list[list[key.Item]]
    key: Room | None
    foot: Room | None


def _plan(story: Story, width: int, height: int, selection: Selection, *, bare: bool) -> _Plan:
    measures = style.measures(width, height)
    margin, inner = measures.margin, width - 2 * measures.margin
    all_whens = _whens(story, structs.replace(selection, window=Interval(None, None)))
    told = marks.located(story, selection)
    items: list[list[key.Item]] = []
    head = strip = foot = band = None
    ceiling, floor = 0.0, float(height)
    if not bare and not measures.is_tiny:
        tall = furniture.heading_height(story.title, inner, measures)
        head = Room(margin, margin * 0.7, inner, tall)
        foot = Room(margin, height - margin * 0.5 - measures.small, inner, measures.small)
        ceiling, floor = head.bottom, foot.y - margin * 0.4
        if not measures.is_small and domain(all_whens) is not None:
            tall = 62 * measures.unit
            strip = Room(margin, floor - margin * 0.15 - tall, inner, tall)
            floor = strip.y - margin * 0.45
        if not measures.is_small and told.marks:
            items = key.lines(key.items(told.marks), inner, measures)
            tall = key.height(items, measures)
            band = Room(margin, floor - tall, inner, tall)
            floor = band.y - margin * 0.35
    return _Plan(
        told=told,
        whens=_whens(story, selection),
        all_whens=all_whens,
        measures=measures,
        head=head,
        map=Room(0, ceiling, width, floor - ceiling),
        strip=strip,
        items=items,
        key=band,
        foot=foot,
    )


def _whens(story: Story, selection: Selection) -> tuple[When, ...]:
    return tuple(event.when for event in shown_events(story, selection) if event.when)


def _shapes(story: Story, plan: _Plan, selection: Selection) -> Sequence[Shape]:
    measures = plan.measures
    fitted = frame(marks.in_view(plan.told.marks), plan.map)
    shapes = _map(plan, fitted)
    # Bands of paper over what the map drew beyond its room.
    paper = Ink(fill=style.PAPER)
    shapes.append(Panel(0, 0, measures.width, plan.map.y, paper))
    below = measures.height - plan.map.bottom
    shapes.append(Panel(0, plan.map.bottom, measures.width, below, paper))
    if plan.head is not None:
        subtitle = words.subtitle(plan.told, plan.whens, selection.window)
        shapes += furniture.heading(story.title, subtitle, plan.head, measures)
    if plan.key is not None:
        shapes += key.key(plan.items, plan.key, measures)
    if plan.strip is not None:
        shapes += time_strip(plan.all_whens, selection.window, plan.strip, measures)
    if plan.foot is not None:
        source = story.annotation.article.source
        shapes += furniture.credits_line(source, plan.foot, measures)
    return shapes


def _map(plan: _Plan, fitted: Frame) -> list[Shape]:
    """Ground, areas, circles, names; what is written first has the first choice of room."""
    measures = plan.measures
    ground = Ground(fitted)
    found = marks.drawn(plan.told.marks, fitted, measures)
    on_map, taken = _on_map(plan, fitted, found)
    obstacles = labels.Obstacles(plan.map, [*taken, *(each.room for each in found)])
    most = _FEW_LABELS if measures.is_small else _LABELS
    place_names = list(labels.place_names(found, obstacles, measures, most=most))
    written = frozenset(text.text for text in place_names)
    quiet = list(names.country_names(ground, plan.map, obstacles, measures, written=written))
    quiet += names.sea_names(fitted, obstacles, measures)
    return [
        *base_map(ground, fitted, measures),
        *marks.areas(found, fitted, measures),
        *quiet,
        *on_map,
        *marks.discs(found, measures),
        *place_names,
    ]


def _on_map(
    plan: _Plan, fitted: Frame, found: Sequence[marks.Drawn]
) -> tuple[list[Shape], list[Room]]:
    shapes: list[Shape] = []
    taken: list[Room] = []
    if plan.measures.is_small or plan.foot is None:
        return shapes, taken
    if not fitted.is_world:
        bar, room = furniture.scale_bar(fitted, plan.measures)
        shapes += bar
        taken.append(room)
    said = words.note(plan.told, found)
    if said:
        note, room = furniture.note(said, fitted, plan.measures)
        shapes.append(note)
        taken.append(room)
    return shapes, taken
