"""Places, the words that name them, and the choice between namesakes."""

from functools import lru_cache
from typing import Literal

import msgspec

from mapapp.model.span import Span

# How a name is used (after Gritta et al. 2019, "A pragmatic guide to geoparsing evaluation").
Usage = Literal["literal", "metonymic", "name_part", "demonym"]

Kind = Literal[
    "settlement",  # city, town, village
    "country",
    "territory",  # dependent or separately coded land: Greenland, Hong Kong
    "historic_state",  # a state with a last day, or one no longer on the map
    "admin1",  # first-level division: state, province, oblast
    "admin2",  # second-level division: county, district
    "region",  # named land without fixed rank or outline: Karabakh, the Caucasus
    "continent",
    "sea",  # ocean, sea, gulf, strait
    "river",
    "lake",
    "mountain",  # peak or range
    "island",
    "airport",
    "base",  # military base or range
    "site",  # university, dam, border crossing, other named spot
]


class PlaceName(msgspec.Struct, frozen=True, gc=False):
    """One name of a place.

    Attributes
    ----------
    text : str
        The name in its own script.
    language : str or None
        BCP 47 tag, None when the source does not tell.
    first, last : int or None
        Day numbers between which the name was official or usual; None when unknown or open.
    """

    text: str
    language: str | None = None
    first: int | None = None
    last: int | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """An entry of a gazetteer.

    Attributes
    ----------
    id : str
        With its authority: `gn:586523` is GeoNames', `ma:karabakh` is mapapp's own table's.
    name : str
        The name to show first, in English where there is a usual English name.
    names : tuple of PlaceName
        Other names; those of contested or renamed places stand first, with languages and days.
    kind : Kind
    lon, lat : float or None
        Degrees, WGS 84; a settlement's centre or an area's label point. None when unlocated.
    country : str or None
        ISO 3166-1 alpha-2 code of the present country that holds it; None for seas and the like.
    admin : str or None
        Name of the first-level division that holds it.
    population : int or None
    area : str or None
        Id of an outline in geodata/, None where there is only a point.
    radius_km : float or None
        For areas: a circle of about the area's size; None for points.
    first, last : int or None
        Day numbers between which the place existed (historic states); None when open.
    contested : bool
        Its name or its belonging is in dispute: both names are always shown.
    prominence : float or None
        How well known it is, as the decimal logarithm of a city of the same standing, where a
        source tells; None leaves it to the kind and the population.
    """

    id: str
    name: str
    kind: Kind
    lon: float | None = None
    lat: float | None = None
    names: tuple[PlaceName, ...] = ()
    country: str | None = None
    admin: str | None = None
    population: int | None = None
    area: str | None = None
    radius_km: float | None = None
    first: int | None = None
    last: int | None = None
    contested: bool = False
    prominence: float | None = None

    def __hash__(self) -> int:
        # Of all fields it would take as long as what is remembered by place: a town has two
        # hundred names. Places of one id that differ are told apart by equality.
        return hash(self.id)

    @property
    def geonameid(self) -> int | None:
        """GeoNames' number, where GeoNames is the authority."""
        return int(self.id[3:]) if self.id.startswith("gn:") else None

    @property
    def usual_names(self) -> tuple[str, ...]:
        """The names that a source vouches for by a language or days, the one to show first.

        All names of a contested place. The untagged spellings of a large town, two hundred in
        GeoNames, are left out.
        """
        return _usual_names(self)

    @property
    def is_area(self) -> bool:
        """Is it better drawn as an area or a soft circle than as a point?"""
        return self.radius_km is not None or self.area is not None


@lru_cache(4096)  # asked of the same few places with each of their events
def _usual_names(place: Place) -> tuple[str, ...]:
    vouched = (
        name.text
        for name in place.names
        if place.contested or name.language or name.first is not None or name.last is not None
    )
    return tuple(dict.fromkeys([place.name, *vouched]))


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A place that a name might mean.

    Attributes
    ----------
    score : float
        From 0 to 1; comparable between the candidates of one name.
    reasons : tuple of str
        Why, in words: `capital of Azerbaijan`, `named beside Ganja`.
    """

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


class Resolution(msgspec.Struct, frozen=True, gc=False):
    """The choice between candidates.

    Attributes
    ----------
    score : float
        Probability from 0 to 1 that the place is the one meant.
    """

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


class Toponym(msgspec.Struct, frozen=True, gc=False):
    """A span that names a place.

    Attributes
    ----------
    resolution : Resolution or None
        None when the name is unknown or no candidate is likely enough: it is unlocated then.
    candidates : tuple of Candidate
        Best first; at most a handful are kept.
    """

    span: Span
    usage: Usage
    resolution: Resolution | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def place(self) -> Place | None:
        """The place that was chosen, if one was."""
        return self.resolution.place if self.resolution else None
