"""Tables of places that were written by hand or derived: geodata/gazetteer/*.csv[.gz].

One line a place: `id,name,kind,lon,lat,radius_km,country,admin,population,area,names,demonyms,
first,last,contested,prominence,note`; a table leaves out the columns that it does not need. A table
of patches (`towns.csv`, `divisions.csv`) says what is known better of places that another source
has, and in `geonameid` which place of GeoNames a derived one is. `names` and `demonyms` are divided
by `;`. A name may be followed by its language and its days, either side of the stroke open:
`Kirovabad@ru[1935-01-07/1989]`. `first` and `last` are dates, `contested` is `yes` or empty.
geodata/README.md says what the tables hold and why.
"""

import csv
import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import replace

from mapapp.errors import GazetteerError
from mapapp.model import Interval, Kind, Place, PlaceName
from mapapp.places.gazetteer.protocol import Entry

COLUMNS = (
    "id", "name", "kind", "lon", "lat", "radius_km", "country", "admin", "population", "area",
    "names", "demonyms", "first", "last", "contested", "prominence", "note", "geonameid",
)  # fmt: skip
# A line as csv reads it, or as another format is made to look.
Row = Mapping[str, Any]

_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_NAME = re.compile(r"(?P<text>[^@\[\]]+)(?:@(?P<language>[\w-]+))?(?:\[(?P<days>[^\]]*)\])?")


@dataclass(frozen=True, slots=True)
class Patch:
    """What a table adds to a place that another source has; empty where it leaves it alone."""

    id: str = ""
    name: str = ""
    names: tuple[PlaceName, ...] = ()
    demonyms: tuple[str, ...] = ()
    contested: bool = False
    prominence: float | None = None
    area: str = ""
    point: tuple[float, float] | None = None  # lon, lat

    def apply(self, entry: Entry) -> Entry:
        """The entry with the patch: its own name stays as another name."""
        place = entry.place
        known = {self.name or place.name, *(name.text for name in self.names)}
        others = (PlaceName(place.name), *place.names)
        lon, lat = self.point or (place.lon, place.lat)
        better = replace(
            place,
            lon=lon,
            lat=lat,
            id=self.id or place.id,
            name=self.name or place.name,
            names=(*self.names, *(name for name in others if name.text not in known)),
            contested=self.contested or place.contested,
            area=self.area or place.area,
            prominence=place.prominence if self.prominence is None else self.prominence,
        )
        weak = entry.weak - {name.text for name in self.names}
        return Entry(better, (*self.demonyms, *entry.demonyms), weak)


def read_table(path: Path) -> Iterator[Entry]:
    """The entries of a table.

    Raises
    ------
    GazetteerError
        Naming file and line, for a column, kind, number, name or date that cannot be.
    """
    for line, row in _lines(path):
        try:
            yield entry(row)
        except (ValueError, KeyError) as error:
            raise GazetteerError(f"{path.name}, line {line}: {error}") from error


def read_patches(path: Path) -> dict[str, Patch]:
    """The patches of a table by place id; errors as in `read_table`."""
    found: dict[str, Patch] = {}
    for line, row in _lines(path):
        try:
            geonameid = row.get("geonameid", "")
            found[row["id"]] = Patch(
                id=f"gn:{int(geonameid)}" if geonameid else "",
                name=row.get("name", ""),
                names=names(row.get("names", "")),
                demonyms=_several(row.get("demonyms", "")),
                contested=row.get("contested") == "yes",
                prominence=_number(row.get("prominence", "")),
                area=row.get("area", ""),
                point=(float(row["lon"]), float(row["lat"])) if row.get("lon") else None,
            )
        except (ValueError, KeyError) as error:
            raise GazetteerError(f"{path.name}, line {line}: {error}") from error
    return found


def names(text: str) -> tuple[PlaceName, ...]:
    """Names as a table writes them.

    Examples
    --------
    >>> names("Gəncə@az; Kirovabad[1935/1989]")[0]
    PlaceName(text='Gəncə', language='az', first=None, last=None)
    """
    return tuple(map(_name, _several(text)))


def _name(text: str) -> PlaceName:
    found = _NAME.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no name; write Name@language[first/last]")
    first, last = _days(*(found["days"] or "/").split("/", 1))
    return PlaceName(found["text"].strip(), found["language"], first, last)


def entry(row: Row) -> Entry:
    """The place of a row; raises ValueError or KeyError when it is none."""
    kind = _KINDS.get(row["kind"])
    if kind is None:
        raise ValueError(f"kind {row['kind']!r} is none of {', '.join(_KINDS)}")
    first, last = _days(row.get("first", ""), row.get("last", ""))
    people = _number(row.get("population", ""))
    lon, lat = _number(row["lon"]), _number(row["lat"])
    if lon is not None and not (-180 <= lon <= 180 and lat is not None and -90 <= lat <= 90):
        raise ValueError(f"lon {lon}, lat {lat} is no point on the globe")
    place = Place(
        id=row["id"],
        name=row["name"],
        kind=kind,
        lon=lon,
        lat=lat,
        names=names(row.get("names", "")),
        country=row.get("country") or None,
        admin=row.get("admin") or None,
        population=None if people is None else int(people),
        area=row.get("area") or None,
        radius_km=_number(row.get("radius_km", "")),
        first=first,
        last=last,
        contested=row.get("contested") == "yes",
        prominence=_number(row.get("prominence", "")),
    )
    return Entry(place, _several(row.get("demonyms", "")))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            unknown = set(reader.fieldnames or ()) - set(COLUMNS)
            if unknown:
                raise GazetteerError(f"{path.name}: no column is called {sorted(unknown)[0]!r}")
            for row in reader:
                if None in row or None in row.values():
                    raise GazetteerError(f"{path.name}, line {reader.line_num}: count of columns")
                yield reader.line_num, row
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"{path}: {error}") from error


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _number(text: str) -> float | None:
    return float(text) if text else None


def _days(first: str, last: str) -> tuple[int | None, int | None]:
    days = Interval(
        Interval.parse(first).first if first else None,
        Interval.parse(last).last if last else None,
    )
    return days.first, days.last
