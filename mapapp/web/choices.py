"""Places that a reviewer may choose for an event, each with what speaks for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from mapapp.locale import gettext as _
from mapapp.maps.placenames import country_name, spoken_name
from mapapp.maps.terms import kind_in_words, role_in_words
from mapapp.model import Annotation, Candidate, Event, Place

_MOST = 8  # candidates of a name


@dataclass(frozen=True, slots=True)
class Choice:
    """A place with its kind, what it lies in, and reasons in words."""

    id: str
    name: str
    about: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Places under one heading."""

    heading: str
    choices: tuple[Choice, ...]


def choices(annotation: Annotation, event: Event) -> list[Choices]:
    """Its present places, then what each name in its sentences may mean; no place twice."""
    text = annotation.article.text
    seen: set[str] = set()
    home = event.home
    ties = sorted(event.ties, key=lambda tie: tie is not home)
    groups = [
        Choices(
            _("As it is"),
            tuple(_new((choice(tie.place, (role_in_words(tie.role),)) for tie in ties), seen)),
        )
    ]
    told = (*event.evidence, *(tie.span for tie in event.ties if tie.span))
    for toponym in annotation.toponyms:
        if any(toponym.span.overlaps(span) for span in told):
            found = tuple(_new(map(_candidate, toponym.candidates[:_MOST]), seen))
            is_known = toponym.place is not None or toponym.candidates
            words = toponym.span.of(text)
            group = Choices(
                _("“{words}” may mean", words=words)
                if is_known
                else _("“{words}” is in no list of places; look for another name", words=words),
                found,
            )
            if group not in groups and (found or not is_known):
                groups.append(group)
    return groups if groups[0].choices else groups[1:]


def found_places(words: str, known: Iterable[Choices]) -> Choices:
    """What the gazetteer has under a name, without what is offered already."""
    seen = {each.id for group in known for each in group.choices}
    found = search(words)
    # The first reason tells kind and country, which stand there already.
    told = (choice(each.place, each.reasons[1:]) for each in found)
    fresh = tuple(_new(told, seen))
    if fresh:
        heading = _("Found for “{words}”", words=words)
    elif found:
        heading = _("All places called “{words}” stand above", words=words)
    else:
        heading = _("No place goes by “{words}”; write its whole name", words=words)
    return Choices(heading, fresh)


def search(words: str, most: int = 20) -> tuple[Candidate, ...]:
    """Places that go by a name, the best known first; raises GazetteerError."""
    from mapapp.places import default_gazetteer  # numpy takes a tenth of a second
    from mapapp.places.gazetteer.prior import candidates

    return candidates(default_gazetteer(), words)[:most]


def choice(place: Place, reasons: Iterable[str]) -> Choice:
    """A place to choose."""
    country = place.country and country_name(place.country, place.country)
    where = [part for part in (place.admin, country) if part and part != place.name]
    about = ", ".join((kind_in_words(place.kind), *where))
    return Choice(place.id, spoken_name(place), about, "; ".join(reasons))


def _candidate(candidate: Candidate) -> Choice:
    # Kept in English, as the text was read.
    return choice(candidate.place, map(_, candidate.reasons))


def _new(found: Iterable[Choice], seen: set[str]) -> list[Choice]:
    fresh = []
    for each in found:
        if each.id not in seen:
            seen.add(each.id)
            fresh.append(each)
    return fresh
