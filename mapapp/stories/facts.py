"""The events of a story that are told as facts: those that a library shows."""

from typing import NamedTuple

from mapapp.model import Annotation, Event, Tie


class Fact(NamedTuple):
    """An event, and the tie under which it is shown, which would be looked for again and again."""

    event: Event
    home: Tie | None


def facts_of(annotation: Annotation) -> list[Fact]:
    """The events that are told as facts, in their order."""
    return [Fact(event, event.home) for event in annotation.events if event.modality == "asserted"]
