"""GeoNames dumps as rows of our tables (https://download.geonames.org/export/dump/readme.txt)."""

from collections.abc import Iterable, Iterator

from mapapp.model import Kind
from mapapp.places.gazetteer.tables import Row

_COLUMNS = 19
# Feature codes first, then classes; what is not named here is a site.
_KINDS: dict[str, Kind] = {
    "ADM1": "admin1", "ADM2": "admin2", "PCLI": "country", "PCLD": "territory",
    "PCLH": "historic_state", "CONT": "continent", "RGN": "region", "MILB": "base",
    "AIRP": "airport", "AIRF": "airport", "AIRB": "base", "ISL": "island", "ISLS": "island",
    "STM": "river", "STMS": "river", "LK": "lake", "LKS": "lake", "RSV": "lake", "SEA": "sea",
    "OCN": "sea", "GULF": "sea", "STRT": "sea", "BAY": "sea", "MT": "mountain", "MTS": "mountain",
    "PK": "mountain", "PKS": "mountain", "VLC": "mountain", "HLL": "mountain",
    "P": "settlement", "A": "region",
}  # fmt: skip
_SEPARATORS = str.maketrans(";@[]", "    ")  # they divide the names of a table's cell


def geonames_rows(lines: Iterable[str]) -> Iterator[tuple[int, Row]]:
    """A row a line; a line of another width has None in it, which the caller refuses."""
    for number, line in enumerate(lines, start=1):
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) != _COLUMNS:
            yield number, {"name": None}
            continue
        alternates = ";".join(fields[3].translate(_SEPARATORS).split(","))
        yield (
            number,
            {
                "id": f"gn:{fields[0]}",
                "name": fields[1],
                "kind": _KINDS.get(fields[7]) or _KINDS.get(fields[6], "site"),
                "lon": fields[5],
                "lat": fields[4],
                "country": fields[8],
                "population": fields[14] if fields[14] != "0" else "",
                "names": alternates,
            },
        )
