"""Places to learn from beside the collections that mark them: tools/readings.csv.

The collections with places hold short news, and most of their long lists of towns are of American
states; a reader who learnt from them alone sends the Treaty of Paris to Kentucky. The table says
which names are places, and which, in texts whose own gold is of other things: histories, news wire,
accounts of battles. No word of them stands in it but the names.

A row says of a name in a document, wherever no longer name of the table covers it:

- an id of the gazetteer: that place;
- nothing: a place that the gazetteer does not know;
- `-`: no place, though it holds words that are (`Atlanta Journal-Constitution`).

`occurrence` is empty, or says which times in the document are meant (`2`, `1;4`), counted from 1:
for a name with two readings, in a row for each.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from mapapp.places.gazetteer import Gazetteer
from tools.corpora import GoldDocument, GoldPlace, read_lines

TABLE = Path(__file__).with_name("readings.csv")
HISTORIES, BATTLES = "wikiwars_timex3", "acw_battles"
CORPORA = (HISTORIES, "te3_aquaint", BATTLES)
NO_PLACE = "-"
# By name: what it means at each time that the table tells apart, and at all others under None.
Names = Mapping[str, Mapping[int | None, str]]


def read_readings(folder: Path, gazetteer: Gazetteer, table: Path = TABLE) -> list[GoldDocument]:
    """The documents of the folder that the table knows, corpus by corpus and in order."""
    known = read_table(table)
    return [
        GoldDocument(
            corpus,
            record["id"],
            record["text"],
            tuple(places(record["text"], known[corpus, record["id"]], gazetteer)),
            record,
        )
        for corpus in CORPORA
        for path in sorted(folder.glob(f"{corpus}*.jsonl"))
        for record in read_lines(path)
        if (corpus, record["id"]) in known
    ]


def read_table(table: Path) -> dict[tuple[str, str], dict[str, dict[int | None, str]]]:
    """The rows by corpus and document."""
    known: defaultdict[tuple[str, str], dict[str, dict[int | None, str]]] = defaultdict(dict)
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            readings = known[row["corpus"], row["document"]].setdefault(row["name"], {})
            for time in row["occurrence"].split(";"):
                readings[int(time) if time else None] = row["place"]
    return dict(known)


def places(text: str, names: Names, gazetteer: Gazetteer) -> Iterator[GoldPlace]:
    """The places of a text, by the readings of its names; the longest name wins.

    Raises
    ------
    ValueError
        An id is not the gazetteer's.
    """
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, longest_first))
    times: Counter[str] = Counter()
    for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text):
        readings = names[match.group()]
        times[match.group()] += 1
        reading = readings.get(times[match.group()], readings.get(None, NO_PLACE))
        if reading != NO_PLACE:
            yield gold_place(match.start(), match.group(), reading, gazetteer)


def gold_place(start: int, name: str, id_: str, gazetteer: Gazetteer) -> GoldPlace:
    """A gold place by its id in the gazetteer; no id, no point.

    Raises
    ------
    ValueError
        The id is not the gazetteer's.
    """
    place = gazetteer.place(id_) if id_ else None
    if id_ and place is None:
        raise ValueError(f"{name}: the gazetteer has no place {id_}")
    return GoldPlace(
        start=start,
        end=start + len(name),
        text=name,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        geonameid=place.geonameid if place else None,
        type=None,
        demonym=False,
    )
