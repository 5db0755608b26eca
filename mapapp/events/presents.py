"""Which words of a sentence are verbs in the present tense, told by their neighbours.

`Reports`, `attack`, `holds` are verbs or nouns. What a stretch between two cuts (marks,
conjunctions, relative words) says of one counts for and against: a subject before it, an object
behind it, another finite verb beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.stems import Form, present_forms
from mapapp.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    LEAD_ADVERBS,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from mapapp.text import Token

_MARKS = frozenset(",;:()—–[].?!\"“”'‘")
_CUTS = _MARKS | OPENERS | {"how", "why", "what"}
_ONE = frozenset("he she it who which that this one everyone nobody neither each".split())
_MANY = frozenset("they we i you who which that these those people police some many most".split())
_OBJECTS = frozenset(
    "the a an his her its their this these those my our your him them it us me himself herself"
    " itself themselves each both all any some another no".split()
)
_PLURALS = frozenset("people police men women children troops both others many some".split())
_LIGHT = frozenset("also still now often never always again then not soon already only".split())
_ADJECTIVE = ("al", "ic", "ive", "ous", "ary", "ish", "ian", "ese", "ful", "less", "ing", "ani")
_AWAY = frozenset("out up off down back away".split())
_ITS = [["the"], ["a"], ["an"], ["its"], ["his"], ["her"], ["their"]]
_UNKNOWN = Form(2, third=True)  # `overtops its banks`
_SHORT = 4  # letters of a word whose last says nothing
_NO_SUBJECT = (PREPOSITIONS | DETERMINERS | AUXILIARIES) - _ONE - _MANY
_BEFORE_PLURAL = _MANY | _PLURALS | COORDINATORS | _LIGHT
_ENOUGH = 2.0
_BY_NOUN = (1.5, 0.5, -1.0)  # what a form says by itself, by how far it is a noun
_PLURAL = -0.5  # the plural's form is the infinitive's and a noun's, too


def add_presents(words: Sequence[Token], lowered: Sequence[str], verbs: list[bool]) -> None:
    """Mark the verbs of the present tense, one a stretch without a verb.

    Parameters
    ----------
    words, lowered : sequence of Token, sequence of str
        A sentence's tokens and their words in lower case.
    verbs : list of bool
        The finite verbs known by their form; the others are added here.
    """
    forms = present_forms()
    for i, word in enumerate(lowered):
        if word in forms:
            form = forms[word]
        elif word[-1] == "s" and len(word) > _SHORT and lowered[i + 1 : i + 2] in _ITS:
            form = _UNKNOWN
        else:
            continue
        if verbs[i] or not i or lowered[i - 1] in _NO_SUBJECT or word in AUXILIARIES:
            continue
        if form.third or _may_be_plural(words, lowered, i - 1):
            if words[i].text.islower() and _Reading(words, lowered, verbs, i, form).is_verb():
                verbs[i] = True


def _may_be_plural(words: Sequence[Token], lowered: Sequence[str], i: int) -> bool:
    """Can a word end the subject of a plural verb, or stand between the two?"""
    word = lowered[i]
    return word[-1] in "sy" or word in _BEFORE_PLURAL or words[i].text[0].isupper()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What speaks for a verb in the place of a token."""

    words: Sequence[Token]
    lowered: Sequence[str]
    verbs: Sequence[bool]
    at: int
    form: Form

    def is_verb(self) -> bool:
        subject = self._subject()
        if subject is None:
            return False
        alone = self._alone()
        if alone is None:
            return False
        own = _BY_NOUN[self.form.noun] + (0 if self.form.third else _PLURAL)
        return own + subject + alone + self._object() >= _ENOUGH

    def _subject(self) -> float | None:
        """How well the word before fits as the subject's last; None where there can be none."""
        lowered, i = self.lowered, self.at - 1
        while i and (is_adverb(lowered[i]) or lowered[i] in _LIGHT):
            i -= 1
        word, token = lowered[i], self.words[i]
        if self.verbs[i] or token.kind == "possessive" or word in AUXILIARIES:
            return None
        if word in (_ONE if self.form.third else _MANY):
            return 2.5
        if word in PREPOSITIONS or word in DETERMINERS or token.kind == "number":
            return None
        if word in COORDINATORS:
            return self._goes_on(i)
        if token.kind == "mark":
            return self._behind_aside(i)
        if word in OPENERS or word in LEAD_ADVERBS:
            return None
        opens = not i or lowered[i - 1] in (":", "–", "—")  # `4 October: Rockets strike Lima`
        plural = word[-1] == "s" and word[-2:] != "ss" and (token.text.islower() or opens)
        many = plural or word in _PLURALS
        if self.form.third:
            adjective = word.endswith(_ADJECTIVE) and not self._has_object()
            return -1.0 if many else -0.5 if adjective else 1.0
        return 1.5 if many or self._joined(i) or self._of_several(i) else None

    def _of_several(self, i: int) -> bool:
        """Is the name before in a phrase of a plural: `schools in Lima open`?"""
        named = self.words[i].text[0].isupper() and i > 1
        noun = self.lowered[i - 2] if named and self.lowered[i - 1] in PREPOSITIONS else ""
        return noun in _PLURALS or (noun[-1:] == "s" and noun[-2:] != "ss")

    def _behind_aside(self, mark: int) -> float | None:
        """How well a verb fits behind a mark: `Lima, a port on the sea, holds`."""
        if not self.form.third or self.lowered[mark] not in ",)—–" or self._listed(mark):
            return None
        head = next(k for k, word in enumerate(self.lowered) if word in _CUTS)
        waits = 0 < head < mark and not any(self.verbs[:head])
        waits = waits and self.lowered[0] not in PREPOSITIONS
        return 1.5 if waits and not self.lowered[0].endswith("ing") else 0.0

    def _joined(self, i: int) -> bool:
        """Do two names make a plural: `Peru and Chile share`?"""
        names = i > 1 and self.lowered[i - 1] == "and" and self.words[i].text[0].isupper()
        return names and self.words[i - 2].text[0].isupper()

    def _goes_on(self, link: int) -> float | None:
        """How well a verb fits behind `and`: like the verb before, if there is one."""
        before = next((k for k in range(link - 1, -1, -1) if self.verbs[k]), None)
        if before is None:
            return None
        form = present_forms().get(self.lowered[before])
        alike = form is not None and form.third == self.form.third
        if not self.form.third:
            return 1.5 if alike and "to" not in self.lowered[before:link] else None
        return 1.5 if alike or self.lowered[before] in ("is", "has") else 0.0

    def _listed(self, comma: int) -> bool:
        """Is it one of several nouns between commas?"""
        following = self.lowered[self.at + 1 : self.at + 2]
        return self.lowered[comma] == "," and (not following or following[0] in (",", "and", "or"))

    def _alone(self) -> float | None:
        """Whether the stretch has another verb; how much it, or the sentence, wants one."""
        first = last = self.at
        while first and self.lowered[first - 1] not in _CUTS:
            first -= 1
        while last < len(self.lowered) - 1 and self.lowered[last] not in _CUTS:
            last += 1
        if any(self.verbs[first : self.at]):
            return None
        if 0 < first == last - 2 and self.lowered[first - 1] == "," == self.lowered[last]:
            return None  # `the tax, I believe, will`
        if any(self.verbs[self.at : last + 1]):
            return None  # also in `police say two men fled`, where the second tells what happened
        opener = self.lowered[first - 1] if first else ""
        wanted = 1.0 if opener in SUBORDINATORS or opener in RELATIVES else 0.0
        doing = self.lowered[first].endswith("ing") and first + 1 < self.at
        if self.lowered[first] in PREPOSITIONS or doing:
            wanted -= 0.75  # `after missile attacks`, `conducting bar checks`
        if any(self.verbs[: self.at]):
            return wanted
        return wanted + (0.25 if any(self.verbs[self.at :]) else 0.75)

    def _has_object(self) -> bool:
        return self.at + 1 < len(self.lowered) and self.lowered[self.at + 1] in _OBJECTS

    def _object(self) -> float:
        """How well what follows fits a verb."""
        i, noun = self.at + 1, self.form.noun
        adverb = 0.0
        while i < len(self.lowered) and (is_adverb(self.lowered[i]) or self.lowered[i] in _LIGHT):
            i, adverb = i + 1, 0.5
        if i == len(self.lowered):
            return adverb - (1.5 if noun == 2 else 0.5)
        word = self.lowered[i]
        if word == "of" and noun:
            return -3.0
        if word in _OBJECTS:
            return adverb + 2.0
        if word == "that" and any(self.verbs[i + 1 : i + 2]):
            return -1.0  # `forces that had left`
        if word in ("that", "how", "why", "what", "whether") or self._infinitive(i):
            return adverb + 1.0
        if word in _AWAY and self.form.third:
            return adverb + 1.5  # `fighting breaks out`
        if word in PREPOSITIONS:
            return adverb + 0.25
        if word in _CUTS:
            return adverb - (1.5 if noun == 2 else 0.5)
        named = self.words[i].text[0].isupper() or self.words[i].kind == "number"
        return adverb + (0.75 if named else 0.25)

    def _infinitive(self, i: int) -> bool:
        """Does `to` stand there with a verb: `continues to grow`?"""
        form = present_forms().get(self.lowered[i + 1]) if i + 1 < len(self.lowered) else None
        return self.lowered[i] == "to" and form is not None and not form.third
