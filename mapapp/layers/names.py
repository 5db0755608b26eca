"""The name of a place to show: of a contested place, both."""

import re
import unicodedata

from mapapp.layers.scripts import romanised
from mapapp.model import Place, PlaceName

# Letters that one sound is written with in the alphabets and transliterations at hand. Two
# spellings alike after this are one name; vowels are kept, since Shusha and Shushi are two.
_SOUNDS = (
    (re.compile("sh"), "s"),
    (re.compile("ch|dzh|dj|zh|[cj]"), "j"),
    (re.compile("kh|gh|[qxgh]"), "k"),
    (re.compile("[əe]"), "a"),
    (re.compile("[yıi]+"), "i"),
    (re.compile("w"), "v"),
    (re.compile(r"(\w)\1+"), r"\1"),
    (re.compile(r"\W+"), ""),
)


def shown_name(place: Place) -> str:
    """The name to show: a contested place's with the first other one that is no mere spelling.

    Only names that a source gives a language count, since the rest are mostly variants; those in
    use go before former ones, and among equals the gazetteer's order decides. Only names in Latin
    letters are paired: whether one in another script is another name or the same one cannot be
    told by its letters.

    Examples
    --------
    >>> shown_name(Place("x:1", "Shusha", "settlement", contested=True,
    ...                  names=(PlaceName("Şuşa", "az"), PlaceName("Shushi", "hy"))))
    'Shusha / Shushi'
    """
    return " / ".join(names_in_use(place))


def names_in_use(place: Place) -> tuple[str, ...]:
    """The name to show; of a contested place two, in the order in which they are shown."""
    second = _second(place) if place.contested else None
    return (place.name, second) if second else (place.name,)


def _second(place: Place) -> str | None:
    first = sound_of(place.name)
    others = [
        name
        for name in place.names
        if name.language and _is_latin(name.text) and sound_of(name.text) != first
    ]
    return min(others, key=_is_former).text if others else None


def _is_former(name: PlaceName) -> bool:
    return name.last is not None


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def sound_of(text: str) -> str:
    """What two spellings of one name have in common, also in other scripts.

    >>> sound_of("Şuşa") == sound_of("Shusha") == sound_of("Шуша")
    True
    """
    plain = unicodedata.normalize("NFKD", romanised(text))
    sound = "".join(c for c in plain if not unicodedata.combining(c))
    for pattern, letter in _SOUNDS:
        sound = pattern.sub(letter, sound)
    return sound
