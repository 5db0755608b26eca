"""Reading texts with gold answers: JSON lines with id, text and toponyms (or times)."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mapapp.model import Usage

PLACES = ("trnews", "geowebnews", "geovirus", "lgl")
_ADJECTIVE = re.compile(r"(?:ans?|ish|ese|is?|ians?|ic|ch|eans?|ites?|ers?|ine)$")
_USAGES: dict[str | None, Usage] = {
    "Literal": "literal", "Literal_Modifier": "literal", "Mixed": "literal",
    "Coercion": "literal", "Embedded_Literal": "literal", "Metonymic": "metonymic",
    "Non_Literal_Modifier": "metonymic", "Embedded_Non_Lit": "name_part",
}  # fmt: skip
_STATES = frozenset({"PCLI", "PCL", "PCLD", "PCLS", "PCLH", "PCLIX", "TERR"})


@dataclass(frozen=True)
class GoldPlace:
    start: int
    end: int
    text: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    type: str | None
    demonym: bool

    @property
    def usage(self) -> Usage | None:
        """How the name is used, where the corpus has types (GeoWebNews)."""
        return _USAGES.get(self.type)


@dataclass(frozen=True)
class GoldDocument:
    corpus: str
    id: str
    text: str
    places: tuple[GoldPlace, ...]
    record: dict[str, Any]


def read_places(folder: Path, corpora: tuple[str, ...] = PLACES) -> list[GoldDocument]:
    """All documents of the corpora with places, in order."""
    return [
        _document(corpus, record)
        for corpus in corpora
        for path in sorted(folder.glob(f"{corpus}*.jsonl"))
        for record in read_lines(path)
    ]


def read_texts(folder: Path) -> list[str]:
    """The words of every document in the folder, whatever its gold is about."""
    return [
        record["text"] for path in sorted(folder.glob("*.jsonl")) for record in read_lines(path)
    ]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _document(corpus: str, record: dict[str, Any]) -> GoldDocument:
    return GoldDocument(
        corpus=corpus,
        id=str(record["id"]),
        text=record["text"],
        places=tuple(_place(item) for item in record.get("toponyms", ())),
        record=record,
    )


def _place(item: dict[str, Any]) -> GoldPlace:
    return GoldPlace(
        start=item["start"],
        end=item["end"],
        text=item["text"],
        lat=None if item.get("lat") is None else float(item["lat"]),
        lon=None if item.get("lon") is None else float(item["lon"]),
        geonameid=item.get("geonameid"),
        type=item.get("type"),
        demonym=_is_demonym(item),
    )


def _is_demonym(item: dict[str, Any]) -> bool:
    """Corpora mark `Turkish` as a place in several ways; a demonym is neither right nor wrong."""
    kind, modifier = item.get("type"), item.get("modifier")
    if modifier == "Adjective":
        return True
    if kind in ("Demonym", "Non_Literal_Modifier") and modifier != "Noun":
        return True
    surface, name = item["text"], item.get("gaz_name") or ""
    return (
        item.get("fcode") in _STATES
        and surface.lower() not in name.lower()
        and not surface.isupper()
        and _ADJECTIVE.search(surface.lower()) is not None
        and "Republic" not in surface
        and " and " not in surface
    )
