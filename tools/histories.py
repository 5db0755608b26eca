"""Places of long histories to learn from, beside the news: tools/histories.csv.

The collections with places hold short news, and most of their long lists of towns are of American
states; a reader who learnt from them alone sends the Treaty of Paris to Kentucky. The table says
which names of WikiWars' histories (whose gold is of dates) are places, and of which id: one sense a
document, read off mapapp's own answers and corrected by hand. An empty id is a place that the
gazetteer does not know.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from mapapp.places.gazetteer import Gazetteer
from tools.corpora import GoldDocument, GoldPlace, read_lines

TABLE = Path(__file__).with_name("histories.csv")
CORPUS = "wikiwars_timex3"
HISTORIES = "histories"  # what the documents are called as a corpus of places


def read_histories(folder: Path, gazetteer: Gazetteer) -> list[GoldDocument]:
    """The histories of the folder that the table knows, in order."""
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names[row["document"]][row["name"]] = row["place"]
    return [
        _document(record, names[record["id"]], gazetteer)
        for path in sorted(folder.glob(f"{CORPUS}*.jsonl"))
        for record in read_lines(path)
        if record["id"] in names
    ]


def _document(
    record: Mapping[str, str], names: Mapping[str, str], gazetteer: Gazetteer
) -> GoldDocument:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, longest_first))
    found = re.finditer(rf"(?<!\w)(?:{either})(?!\w)", record["text"])
    places = tuple(_place(match, names[match.group()], gazetteer) for match in found)
    return GoldDocument(HISTORIES, record["id"], record["text"], places, dict(record))


def _place(match: re.Match[str], id_: str, gazetteer: Gazetteer) -> GoldPlace:
    place = gazetteer.place(id_) if id_ else None
    if id_ and place is None:
        raise ValueError(f"{TABLE.name}: the gazetteer has no place {id_}")
    return GoldPlace(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        geonameid=place.geonameid if place else None,
        type=None,
        demonym=False,
    )
