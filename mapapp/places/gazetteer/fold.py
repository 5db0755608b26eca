"""Folding of names: the one form in which two spellings of a name meet.

Case, accents, apostrophes, hyphens and dots make no difference, nor do the letters that Unicode
does not take apart (ı, ə, ø, ł, ß, œ ...). Folded text is for comparing only and knows no offsets:
a reader folds word by word with `fold_words` and keeps the words' offsets itself.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Letters with no decomposition, in the spelling that English texts put in their place. For the
# Azerbaijani ə that is e (Gence for Gəncə): what is written a in English is a name of its own.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ŧ": "t", "ɓ": "b", "ɗ": "d",
        "ƙ": "k", "ƴ": "y", "ƀ": "b", "ɨ": "i", "ʉ": "u", "ĸ": "k", "ß": "ss",
    }
)  # fmt: skip
# Accents of European, Hebrew and Arabic script; vowel signs of Indic scripts are letters and stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060]"
)
_APOSTROPHES = re.compile("['’‘ʼʻʽʹʾʿ`´′‛＇ʺ\"“”«»]")
_ACRONYM = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
# Vowel signs of Indic and South-East Asian scripts are no word characters to `re`: not gaps.
_GAPS = re.compile(r"(?:[^\w\u0900-\u0963\u0966-\u0fff\u1000-\u109f\u1780-\u17d3]|_)+")
_IN_FULL = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The form of `name` that is compared: words of letters and digits, one space apart.

    Abbreviated first parts are written out (`St.` is Saint), since gazetteers hold both. A name
    with nothing but marks folds to the empty string.

    Examples
    --------
    >>> fold("St. John's"), fold("Port-au-Prince"), fold("U.S."), fold("Gəncə"), fold("İSTANBUL")
    ('saint johns', 'port au prince', 'us', 'gence', 'istanbul')
    """
    folded = _fold(name)
    if " " not in folded:
        return folded
    words = folded.split(" ")
    return folded if _IN_FULL.keys().isdisjoint(words) else " ".join(in_full(words))


def fold_words(words: Sequence[str]) -> list[str]:
    """Fold the words and marks of a sentence one by one, as `Gazetteer.longest` wants them.

    A mark that a name can hold (full stop, hyphen, apostrophe) folds to the empty string and any
    other mark stays itself, so that no name reaches across it.

    Examples
    --------
    >>> fold_words(["Near", "St", ".", "Louis", ",", "Mo", "."])
    ['near', 'saint', '', 'louis', ',', 'mo', '']
    """
    return in_full([fold_word(word) for word in words])


def fold_word(word: str) -> str:
    """Fold one word or mark; see `fold_words`."""
    folded = fold(word)
    if folded or all(mark in ".-‐‑" or _APOSTROPHES.match(mark) for mark in word):
        return folded
    return word


class _Letters(dict[int, str]):
    """What each character folds to by itself, worked out when it is first met.

    Full stops stay, since they tell an acronym; so do marks that may yet join the letter before.
    """

    _MOST = 30_000  # characters kept: more than all living scripts have

    def __missing__(self, code: int) -> str:
        text = unicodedata.normalize("NFKD", chr(code))
        text = unicodedata.normalize("NFKD", text.casefold())
        text = unicodedata.normalize("NFC", _MARKS.sub("", text).translate(_LETTERS))
        text = _APOSTROPHES.sub("", text)
        if not unicodedata.combining(text[:1] or " "):
            text = ".".join(_GAPS.sub(" ", part) for part in text.split(".")).lower()
        if len(self) < self._MOST:
            self[code] = text
        return text


_FOLDED = _Letters()


def _fold(name: str) -> str:
    if name.isascii() and name.isalnum():
        return name.lower()
    name = name.translate(_FOLDED)
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    if "." in name:
        name = _ACRONYM.sub(lambda found: found[0].replace(".", ""), name).replace(".", " ")
    if not name.isascii() and not name.replace(" ", "").isalnum():
        name = _GAPS.sub(" ", name)  # marks that joined nothing
    return " ".join(name.split()) if " " in name else name


def in_full(words: list[str]) -> list[str]:
    """The folded words of a name or a sentence with abbreviated first parts written out.

    The last word is never such a first part (Main St.).
    """
    return [*(_IN_FULL.get(word, word) for word in words[:-1]), *words[-1:]]
