"""One event made of what a sentence says of a date."""

from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.events.carry import Story
from mapapp.events.categories import Lexicon
from mapapp.events.dates import Dated
from mapapp.events.episode import WIDE
from mapapp.events.judgement import attributed
from mapapp.events.modality import is_plain, is_supposed, modality
from mapapp.events.segments import Segment, clause_of
from mapapp.events.sentence import Sentence
from mapapp.events.tellings import gerund, onward, participle
from mapapp.events.ties import located, ties, unique
from mapapp.events.titles import title
from mapapp.model import Certainty, Event, Modality, Span, Tie, When

_CERTAINTY = {"certain": 1.0, "less-certain": 0.8, "uncertain": 0.6}
_LESS: dict[Certainty, Certainty] = {
    "certain": "less-certain",
    "less-certain": "uncertain",
    "uncertain": "uncertain",
}
_INFERRED = 0.75
_PLACELESS = 0.5


def draft(
    text: str,
    lexicon: Lexicon,
    sentence: Sentence,
    dated: Dated,
    story: Story,
    *,
    date_carried: bool = False,
) -> Event:
    """The event that a sentence tells of a date, with what it takes over from those before.

    Parameters
    ----------
    date_carried : bool
        The date is that of a sentence before; the event is `inferred` then.
    """
    words = sentence.span.of(text)
    clause = sentence.segments[clause_of(sentence.segments, dated.segment)]
    found = ties(sentence, dated, one_scene=story.episode is not None)
    mode = _modality(sentence, dated, clause)
    if mode == "negated" or dated.shared:
        found = _own(sentence, dated, clause, found)
    tied = any(one.place.lon is not None for one in found)
    here = [one for one in found if one.place.kind in WIDE or story.trusts(one)]
    carried: list[Tie] = []
    elsewhere = not story.episode and (
        _says_where(sentence, clause, found) or _stands_elsewhere(sentence)
    )
    elsewhere = elsewhere or mode in ("planned", "hypothetical")  # nobody said that it was there
    if not located(here) and not elsewhere:
        carried = story.where(words, dated.when, tied=tied)
    if not found and not carried:
        whose = story.whose(words, dated.when)
        carried = [one for one in whose if one.role == "party" or not elsewhere]
    together = tuple(unique([*found, *carried]))
    inferred = bool(carried) or date_carried or dated.shared
    when = dated.when
    if date_carried:
        when = replace(onward(sentence, clause, when), text="", certainty="uncertain")
    elif dated.shared and not dated.noun:
        when = replace(when, certainty=_LESS[when.certainty])
    elif not when.text and dated.spans:
        when = replace(when, text=dated.spans[0].of(text))
    headline = title(text, sentence, dated, story.named)
    names = {sentence.lowered[i] for i in sentence.place_words}  # Bombay speaks for no bombs
    telling = _words(sentence, dated, clause)
    telling += [word for word in headline.lower().split() if word not in names]
    around = [] if dated.noun else sentence.lowered
    if sentence.lists_names(dated):
        telling += sentence.lowered[sentence.segments[-1].first :]  # `... and Falcon exercises`
    return Event(
        id="",
        title=attributed(headline, sentence.span.of(text)),
        category=lexicon.category(telling, around),
        when=when,
        ties=together,
        evidence=(sentence.span,),
        score=_score(when, together, inferred=inferred),
        modality=mode,
        inferred=inferred,
    )


def _says_where(sentence: Sentence, clause: Segment, found: Sequence[Tie]) -> bool:
    """Does an event say by itself where it was, be it at a place that nobody can locate?"""
    return any(one.role != "party" for one in found) or sentence.names_unknown(clause)


def _stands_elsewhere(sentence: Sentence) -> bool:
    """Has the telling moved on, to where something else of the sentence was?"""
    return any(
        not one.weak and one.role in ("location", "destination") and one.toponym.place is not None
        for one in sentence.mentions
    )


def _words(sentence: Sentence, dated: Dated, clause: Segment) -> list[str]:
    """The words of the date's clause and phrase, in lower case, without dates and places."""
    near = sentence.segments[dated.segment]
    places = sentence.place_words
    parts = (near,) if near is clause or dated.noun else (clause, near)
    return [
        sentence.lowered[i]
        for part in parts
        for i in range(part.first, part.last)
        if (i not in sentence.dated_words or i in sentence.named_dates) and i not in places
    ]


def _modality(sentence: Sentence, dated: Dated, clause: Segment) -> Modality:
    segments = sentence.segments
    if dated.noun or gerund(sentence, dated):
        return "asserted"
    near = segments[dated.segment]
    if near is not clause and is_supposed(sentence.lowered, near):
        return "hypothetical"
    if near.kind == "phrase" and participle(sentence, dated) == near.first:
        if is_plain(sentence.lowered, near):
            return "asserted"  # `will expand its works at Lima, bought last year`
    host = segments[clause.host]
    reporting = [host] if clause.opener == "that" and host is not clause else []
    start = dated.spans[0].start if dated.spans else -1
    date = next((i for i in sentence.dated_words if sentence.words[i].start == start), 0)
    named = sentence.dated_words | sentence.place_words
    return modality(sentence.lowered, named, clause, reporting, date)


def _own(sentence: Sentence, dated: Dated, clause: Segment, found: Sequence[Tie]) -> list[Tie]:
    """The ties whose words stand in the clause: what is denied or shares a date goes no further."""
    near = sentence.segments[dated.segment]
    parts = (near,) if dated.noun else (clause, near)
    stretches = [
        Span(sentence.words[part.first].start, sentence.words[part.last - 1].end) for part in parts
    ]
    return [one for one in found if one.span and any(s.contains(one.span) for s in stretches)]


def _score(when: When, found: Sequence[Tie], *, inferred: bool) -> float:
    place = max((tie.score for tie in found if tie.place.lon is not None), default=_PLACELESS)
    return round(_CERTAINTY[when.certainty] * place * (_INFERRED if inferred else 1.0), 3)
