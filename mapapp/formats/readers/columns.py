"""Columns of other hands under our names: those that people named, else by what they are called.

A column is known by the words of its name, so that `date_of_event`, `Event date` and `datum` are
one to us; a word that we know nothing of leaves a column alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from mapapp.errors import BadFile, QueryError
from mapapp.formats.readers.record import Record, column_name

_DECIMAL_COMMA = re.compile(r"^(-?\d+),(\d+)$")


def _plain(text: str) -> str:
    """Without accents, which tables lose and find again."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(part for part in parts if not unicodedata.combining(part))


# What a column of ours is called elsewhere, the surest word first.
_SPELLED: dict[str, tuple[str, ...]] = {
    "title": ("title", "name", "event", "headline", "label", "summary", "subject", "titel", "titre",
              "título", "titolo", "nome", "nombre", "nom", "ereignis", "événement", "evento",
              "başlık", "başlıq", "ad", "adı", "olay", "hadisə", "название", "событие",
              "անվանում", "իրադարձություն"),
    "quote": ("quote", "description", "text", "sentence", "notes", "note", "remarks", "comment",
              "desc", "beschreibung", "descripción", "descrizione", "descrição", "açıklama",
              "təsvir", "описание", "նկարագրություն"),
    "start_date": ("start", "begin", "from", "since", "date", "datetime", "when", "year", "anfang",
                   "beginn", "von", "début", "inicio", "inizio", "datum", "fecha", "data", "jahr",
                   "année", "año", "anno", "tarih", "tarix", "yıl", "начало", "дата", "год",
                   "ամսաթիվ", "տարեթիվ"),
    "end_date": ("end", "to", "until", "till", "ende", "bis", "fin", "fim", "fine", "bitiş",
                 "son", "конец", "окончание", "վերջ"),
    "place": ("place", "location", "where", "city", "town", "site", "venue", "ort", "stadt",
              "lieu", "ville", "lugar", "ciudad", "luogo", "cidade", "yer", "şehir", "şəhər",
              "место", "город", "վայր", "քաղաք"),
    "country": ("country", "nation", "iso", "land", "staat", "pays", "país", "paese", "ülke",
                "ölkə", "страна", "երկիր"),
    "admin": ("admin", "state", "province", "region", "county", "district", "bundesland",
              "région", "département", "región", "provincia", "regione", "vilayet", "область",
              "регион", "մարզ"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "lat": ("lat", "latitude", "y"),
    "category": ("category", "type", "class", "kategorie", "catégorie", "categoría", "kategori",
                 "kateqoriya", "категория"),
}  # fmt: skip
_CALLED = {ours: tuple(map(_plain, words)) for ours, words in _SPELLED.items()}
_DATE_WORDS = {"date", "datum", "fecha", "data", "day", "dt", "time", "tarih", "tarix", "дата"}
# Words that may stand beside these and say nothing more.
_BESIDE: dict[str, frozenset[str]] = {
    "title": frozenset({"of", "the", "name", "event", "title", "en"}),
    "quote": frozenset({"of", "the", "event", "en"}),
    "start_date": frozenset({"of", "the", "event", *_DATE_WORDS}),
    "end_date": frozenset({"of", "the", "event", *_DATE_WORDS}),
    "place": frozenset({"of", "the", "event", "name"}),
    "country": frozenset({"of", "the", "name", "code", "place", "alpha"}),
    "admin": frozenset({"of", "the", "name", "place"}),
    "lon": frozenset({"of", "the", "deg", "dd", "wgs84", "coord", "place"}),
    "lat": frozenset({"of", "the", "deg", "dd", "wgs84", "coord", "place"}),
    "category": frozenset({"of", "the", "event", "name"}),
}
# In this order: an `end_date` is no date, and a `place_name` no name.
_ASKED = (
    "end_date", "start_date", "lon", "lat", "country", "admin", "place", "category", "quote",
    "title",
)  # fmt: skip
# What people may call our columns when they tell which is which.
_SHORT = {"date": "start_date", "start": "start_date", "end": "end_date", "text": "quote"}
_KNOWN = (*_CALLED, "id", "edtf", "date_text", "place_id", "place_names", "role", "places")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what.

    Attributes
    ----------
    told : mapping of str to str
        Our names, each with the name of the column that holds it.
    """

    told: Mapping[str, str]

    @classmethod
    def parse(cls, text: str) -> "Columns":
        """Read `date=Datum,place=Ort`.

        Raises
        ------
        QueryError
            For what is no such list, and for a name that is none of ours.
        """
        told: dict[str, str] = {}
        for part in re.split(r",(?=\s*\w+=)", text) if text else ():
            ours, equals, theirs = part.partition("=")
            name = _SHORT.get(ours.strip(), ours.strip())
            if not equals or not theirs.strip() or name not in _KNOWN:
                raise QueryError(
                    f"{part!r}: write OURS=THEIRS,..., OURS one of {', '.join((*_SHORT, *_KNOWN))}",
                    parameter="columns",
                )
            told[name] = column_name(theirs)
        return cls(told)


def under_our_names(records: Iterable[Record], columns: Columns) -> Iterator[Record]:
    """The records, their columns called as ours are.

    Raises
    ------
    BadFile
        When a column that was told of is in none of them, and naming the row whose degrees are
        none.
    """
    seen: dict[str, None] = {}  # in the order of the file
    for record in records:
        seen.update(dict.fromkeys(record.values))
        yield _located(replace(record, values=_named(record.values, columns.told)))
    for theirs in columns.told.values():
        if seen and theirs not in seen:
            raise BadFile(f"it has no column {theirs!r}; it has {', '.join(seen)}")


def _named(found: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    named = {**found, **{ours: found[theirs] for ours, theirs in told.items() if theirs in found}}
    best: dict[str, tuple[int, str]] = {}
    for theirs in found:
        if theirs not in told.values() and (guess := _guessed(theirs)):
            ours, rank = guess
            best[ours] = min(best.get(ours, (rank, theirs)), (rank, theirs))
    for ours, (_, theirs) in best.items():
        if ours not in named:
            named[ours] = found[theirs]
    return named


@lru_cache(2000)
def _guessed(theirs: str) -> tuple[str, int] | None:
    """Which of ours a column seems to hold, and how sure that is, 0 the surest."""
    words = [word.rstrip("0123456789") for word in re.split(r"[^\w]|_", _plain(theirs))]
    said = {word for word in words if word}
    for ours in _ASKED:
        ranks = [rank for rank, word in enumerate(_CALLED[ours]) if word in said]
        if ranks and said <= {*_CALLED[ours], *_BESIDE[ours]}:
            return ours, min(ranks)
    return None


def _located(record: Record) -> Record:
    """With the point of its columns, where it has no geometry."""
    if record.lon is not None:
        return record
    lon, lat = _degrees(record, "lon", 180), _degrees(record, "lat", 90)
    return replace(record, lon=lon, lat=lat)


def _degrees(record: Record, name: str, most: float) -> float | None:
    text = record.get(name)
    if not text:
        return None
    try:
        number = float(_DECIMAL_COMMA.sub(r"\1.\2", text))
    except ValueError:
        raise record.bad(f"{name}={text!r} is no number of degrees") from None
    if not abs(number) <= most:
        raise record.bad(f"{name}={text} lies beyond {most:g} degrees")
    return number
