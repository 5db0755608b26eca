"""A cheap guess at a text's language, by its letters and its commonest little words."""

import re
import unicodedata
from collections import Counter

# Words that are frequent in one of these languages and rare in the others.
_WORDS = {
    "en": "the of and to in that was is for with as his were from by are has had which",
    "de": "der die das und ist nicht mit von den dem ein eine im für auf sich wurde auch",
    "fr": "le la les des et est une dans pour qui que du sur par pas avec aux été",
    "es": "el los las y una por del que con para como fue más su al entre también",
    "it": "il che di è una per del della non con sono nel alla anche gli dei",
    "pt": "o os um uma do da em não com para foi ao mais como pela pelo são",
    "nl": "het een en van de niet is op met voor zijn werd aan door ook naar",
    "tr": "ve bir bu için ile olarak olan da de daha çok sonra kadar tarafından gibi",
    "az": "və bir bu üçün ilə olan da də daha çox sonra qədər tərəfindən kimi edib",
    "pl": "i w na z do nie się jest przez oraz że od po był dla jako",
    "ru": "и в на не что с по из как для был его от но это также",
    "uk": "і в на не що з до та як для був його від але це також",
}
# Scripts by the first word of their letters' names. What several languages share stays
# undetermined (RFC 5646, section 2.2.3); of what is written in Cyrillic the words decide.
_SCRIPTS = {
    "ARABIC": "und-Arab",
    "ARMENIAN": "hy",
    "CJK": "und-Hani",
    "CYRILLIC": "und-Cyrl",
    "DEVANAGARI": "und-Deva",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "und-Hebr",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
}
_SAMPLE = 20_000  # characters
_CLEARLY = 1.5  # times as many words as English has, before it is not English


def guess_language(text: str) -> str:
    """BCP 47 tag; `en` unless another language is clearly more likely.

    Examples
    --------
    >>> guess_language("Der Zug fuhr nicht ab, und die Leute warteten auf den Bus.")
    'de'
    >>> guess_language("Baku 1992")
    'en'
    >>> guess_language("Գնացքը չեկավ։")
    'hy'
    """
    script = _script(text[:_SAMPLE])
    words = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].casefold()))
    found = {
        language: sum(words[word] for word in common.split()) for language, common in _WORDS.items()
    }
    best = max(found, key=lambda language: found[language])
    if found[best] > _CLEARLY * found["en"]:
        return best
    return script or "en"


def is_english(language: str) -> bool:
    """Is the text in the language that mapapp reads?

    Parameters
    ----------
    language : str
        BCP 47 tag; empty where nobody told or guessed it, which counts as English.
    """
    return language.partition("-")[0].lower() in ("", "en")


def _script(text: str) -> str:
    """The tag of the script in which most letters are written; empty for Latin ones."""
    letters = Counter(letter for letter in text if letter.isalpha())
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        scripts[_SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "")] += times
    script, most = scripts.most_common(1)[0] if scripts else ("", 0)
    return script if 2 * most > letters.total() else ""
