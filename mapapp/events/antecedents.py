"""Whom a title's pronoun means, where the sentences before say it plainly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mapapp.events.hero import hero
from mapapp.events.pronouns import referent
from mapapp.events.sentence import Sentence
from mapapp.events.subjects import subject_of
from mapapp.events.wording import OPENS_ADVERBIAL, after_adverbial, clipped, written
from mapapp.model import Span

_BACK = 3  # sentences that are asked, as long as they only go on with the pronoun
_SHORT = 3  # words of a name that is told whole; of a longer one its last word
_PERSONS = frozenset("he she his her".split())
_LOST = frozenset("died killed drowned murdered".split())
_KIN = {"his": "he", "her": "she", "their": "they", "its": "it"}


@dataclass(slots=True)
class Antecedents:
    """The subjects of a paragraph's sentences, read only when a pronoun asks for them.

    Attributes
    ----------
    reads : callable
        Cuts the sentence at a span.
    spans : list of Span
        The paragraph's sentences up to the present one.
    text : str
        The whole article, which may be somebody's life.
    first : Span or None
        Its first sentence.
    known : dict of Span to Sentence
        Those of them that were read already.
    """

    reads: Callable[[Span], Sentence]
    spans: list[Span] = field(default_factory=list)
    text: str = ""
    first: Span | None = None
    known: dict[Span, Sentence] = field(default_factory=dict)
    _opened: int = 0
    _hero: tuple[str, str] | None = None

    def open_paragraph(self) -> None:
        """Forget the paragraph before, unless each sentence is one: then none begins anew."""
        self.known.clear()
        if len(self.spans) - self._opened != 1:
            self.spans.clear()
        self._opened = len(self.spans)

    def named(self, pronoun: str) -> str:
        """The words that `he` or `their` stands for; empty when that is not plain.

        It is not where the sentences that are asked tell of two persons.
        """
        found = ""
        first = 0 if pronoun in _PERSONS else self._opened
        for span in reversed(self.spans[max(first, len(self.spans) - 1 - _BACK) : -1]):
            sentence = self.known.get(span) or self.reads(span)
            subject = _main_subject(sentence)
            if not subject:
                break
            if not _LOST.isdisjoint(sentence.lowered):
                break  # whoever died there does nothing more
            meant = referent(sentence, subject, pronoun)
            if meant:
                name = short(sentence, meant, pronoun)
                if found and pronoun in _PERSONS and name.split()[-1] != found.split()[-1]:
                    if sentence.words[meant[-1]].text.islower():
                        continue  # `the victim` of long before, and no other name
                    return ""
                found = found or name
                if pronoun not in _PERSONS:
                    break
            elif not found and _kin(sentence.lowered[subject[0]]) != _kin(pronoun):
                break
        return found or self._hero_of(pronoun)

    def _hero_of(self, pronoun: str) -> str:
        if self._hero is None:
            self._hero = hero(self.text, self.reads(self.first)) if self.first else ("", "")
        name, said = self._hero
        return name if name and _kin(pronoun) == said else ""


def _kin(pronoun: str) -> str:
    return _KIN.get(pronoun, pronoun)


def _main_subject(sentence: Sentence) -> list[int]:
    for i, segment in enumerate(sentence.segments):
        if segment.kind == "clause" and segment.verb is not None:
            subject = subject_of(sentence, i)
            if subject and sentence.lowered[subject[0]] in OPENS_ADVERBIAL:
                return subject[after_adverbial(sentence.lowered, subject) :]
            return clipped(sentence, subject) if subject else []
    return []


def short(sentence: Sentence, subject: Sequence[int], pronoun: str) -> str:
    """The words of a subject as a title begins with them: of a longer name the last word."""
    name = subject
    if pronoun in _PERSONS and len(subject) > _SHORT and sentence.lowered[subject[0]] != "the":
        name = subject[-1:]
    return written(sentence, name)
