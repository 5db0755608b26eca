"""Names of places in the language that is spoken, where a source has them."""

import re
import unicodedata
from functools import cache

from mapapp.layers import shown_name
from mapapp.layers.names import names_in_use, sound_of
from mapapp.layers.scripts import romanised
from mapapp.locale import DEFAULT, LANGUAGES, Language, current
from mapapp.model import Place

# The CLDR's codes of continents (UN M.49), by GeoNames' ids.
_CONTINENTS = {
    "gn:6255146": "002",
    "gn:6255147": "142",
    "gn:6255148": "150",
    "gn:6255149": "003",
    "gn:6255150": "005",
    "gn:6255151": "009",
}

# Ukrainian spellings, and those of Russian before 1918.
_FOREIGN = re.compile(r"[сцз]ьк\b|ньск|ъ\b")


def spoken_name(place: Place) -> str:
    """The name to show to readers of the language; in English as `shown_name`.

    Countries, continents and large cities are called as the CLDR has them, other places as the
    gazetteer does, by a name that is in use. A contested place keeps its two names in their order:
    each may be respelled in the language, none is left out or translated, and in another script
    both are or neither is.

    Examples
    --------
    >>> from mapapp.locale import use
    >>> with use("ru"):
    ...     spoken_name(Place("gn:1", "Baku", "settlement", country="AZ"))
    'Баку'
    """
    language = current()
    if language.tag == DEFAULT:
        return shown_name(place)
    own = _own_names(place, language)
    if not place.contested:
        return own[0] if own else place.name
    return " / ".join(_respelled(names_in_use(place), own, language))


def country_name(code: str, otherwise: str) -> str:
    """A country by its ISO 3166-1 alpha-2 code; `otherwise` in English, and where none is known."""
    if current().tag == DEFAULT:
        return otherwise
    return str(current().cldr.territories.get(code, otherwise))


def _own_names(place: Place, language: Language) -> list[str]:
    territories, code = language.cldr.territories, place.country or ""
    found = [
        territories.get(code) if place.kind in ("country", "territory") else None,
        territories.get(_CONTINENTS.get(place.id, "")),
        _cities(language.tag).get((code, place.name)) if place.kind == "settlement" else None,
        *(
            name.text
            for name in place.names
            if name.language == language.tag and (place.contested or name.last is None)
        ),
        _official(place, language),
    ]
    return [name for name in found if name and _is_written_in(name, language.script)]


def _official(place: Place, language: Language) -> str | None:
    """A town's name that no source gives a language, where the language alone is official.

    There the one name in its letters that sounds like the town's is its own. Elsewhere such names
    are of any language of that script, and one in five was wrong.
    """
    if language.script == "LATIN" or place.contested or place.kind != "settlement":
        return None
    if not _is_alone(language.tag, place.country or ""):
        return None
    sound = sound_of(place.name)
    found = {
        name.text
        for name in place.names
        if name.language is None
        and name.last is None
        and name.text[:1].isupper()
        and _is_written_in(name.text, language.script)
        and romanised(name.text).isascii()  # no letters of another alphabet of the script
        and not _FOREIGN.search(name.text)
        and sound_of(name.text) == sound
    }
    # The letters of its English transcription go first; then the soft sign, which the languages
    # of the south do without: Ставрополь and not Ставропол.
    exact = {text for text in found if romanised(text) == place.name.casefold()}
    softest = max((text.count("ь") for text in exact or found), default=0)
    best = [text for text in exact or found if text.count("ь") == softest]
    return best[0] if len(best) == 1 else None


@cache
def _is_alone(tag: str, country: str) -> bool:
    from babel.core import get_global

    spoken = get_global("territory_languages").get(country, {})
    official = [each for each, told in spoken.items() if told["official_status"] == "official"]
    return official == [tag]


def _respelled(names: tuple[str, ...], own: list[str], language: Language) -> list[str]:
    found = [
        next((each for each in own if sound_of(each) == sound_of(name)), None) for name in names
    ]
    # One name in the reader's letters beside one in others would look like the better one.
    if language.script != "LATIN" and None in found:
        return list(names)
    return [each or name for each, name in zip(found, names, strict=True)]


@cache
def _cities(tag: str) -> dict[tuple[str, str], str]:
    """The cities that the CLDR names time zones by: country and English name to the language's."""
    from babel.core import get_global

    countries, aliases = get_global("zone_territories"), get_global("zone_aliases")
    english = LANGUAGES[DEFAULT].cldr.time_zones
    found = {}
    for zone, names in LANGUAGES[tag].cldr.time_zones.items():
        if "city" in names:
            known = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            found[countries.get(aliases.get(zone, zone), ""), known] = names["city"]
    return found


def _is_written_in(text: str, script: str) -> bool:
    return all(script in unicodedata.name(letter, "") for letter in text if letter.isalpha())
