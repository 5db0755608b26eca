"""Which place a name means."""

from mapapp.model import Article, Candidate, Resolution, Toponym
from mapapp.places.gazetteer import Gazetteer, rank
from mapapp.places.recognise import Mention, Reading

_KEPT = 5  # candidates that a toponym shows


def resolve(article: Article, reading: Reading, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Settle every mention of a reading; demonyms of the gazetteer are added as such."""
    return tuple(_toponym(article, mention, gazetteer) for mention in reading.mentions)


def _toponym(article: Article, mention: Mention, gazetteer: Gazetteer) -> Toponym:
    places = gazetteer.lookup(mention.span.of(article.text))[:_KEPT]
    total = sum(10 ** rank(place) for place in places)
    candidates = tuple(Candidate(place, 10 ** rank(place) / total) for place in places)
    best = candidates[0] if candidates else None
    return Toponym(
        mention.span,
        "literal",
        Resolution(best.place, best.score * mention.score, ("best known",)) if best else None,
        candidates,
    )
