"""Whom a title's pronoun means, where the sentences before say it plainly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mapapp.events.sentence import Sentence
from mapapp.events.subjects import clause_words, stands_for
from mapapp.events.wording import written
from mapapp.model import Span

_BACK = 3  # sentences that are asked, as long as they only go on with the pronoun
_SHORT = 3  # words of a name that is told whole; of a longer one its last word
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
    """

    reads: Callable[[Span], Sentence]
    spans: list[Span] = field(default_factory=list)

    def named(self, pronoun: str) -> str:
        """The words that `he` or `their` stands for; empty when that is not plain."""
        for span in reversed(self.spans[-1 - _BACK : -1]):
            sentence = self.reads(span)
            subject = _main_subject(sentence)
            if not subject:
                return ""
            if stands_for(sentence, subject, pronoun):
                return _short(sentence, subject, pronoun)
            if sentence.lowered[subject[0]] != _KIN.get(pronoun, pronoun):
                return ""
        return ""


def _main_subject(sentence: Sentence) -> list[int]:
    for i, segment in enumerate(sentence.segments):
        if segment.kind == "clause" and segment.verb is not None:
            return [k for k in clause_words(sentence, i) if k < segment.verb]
    return []


def _short(sentence: Sentence, subject: Sequence[int], pronoun: str) -> str:
    name = subject
    if pronoun in ("he", "she", "his", "her") and len(subject) > _SHORT:
        name = subject[-1:]
    return written(sentence, name)
