"""Parts of centuries that are told as a count: `the last quarter of the 19th century`."""

from mapapp.times.grammar import Rule, Words
from mapapp.times.meaning import Calendar, Meaning, Stretch
from mapapp.times.timex import calendar_value

_ORDINAL = "((TENS HYPHEN)? ORD|ORDDIG|ROMAN)"
_CENTURY = f"{_ORDINAL} HYPHEN? UNIT (BC|AD)?"
_WIDTHS = {"QUARTER": 25, "ORD": 100 / 3, "UNIT": 10}
_ABOUT = 5  # years on either side of the turn of a century


def _first_year(words: Words) -> int | None:
    """Astronomical, of the century that the words end with; None when they name another unit."""
    if words.code("UNIT") != "CE":
        return None
    text = words.find("ORDDIG")
    ordinal = int(text[:-2]) if text else words.number("ORD", "ROMAN")
    if ordinal is None:
        return None
    ordinal += words.number("TENS") or 0
    return 1 - 100 * ordinal if words.has("BC") else 100 * (ordinal - 1)


def _part(words: Words) -> Meaning | None:
    """`the first third of the 20th century`, `the last decade of the 19th century`."""
    century = words.without(0, 5)
    start, kind = _first_year(century), words.name(2)
    if start is None or (kind == "ORD" and words.texts[2] != "third"):
        return None
    head = Words(words.texts[1:2], words.codes[1:2])
    width = _WIDTHS[kind]
    if kind == "UNIT" and Words(words.texts[2:3], words.codes[2:3]).code("UNIT") != "DE":
        return None
    parts = round(100 / width)
    nth = parts if head.has("LAST", "FINAL") else head.number("ORD") or 0
    if not 1 <= nth <= parts:
        return None
    first, last = start + round(width * (nth - 1)), start + round(width * nth) - 1
    if kind == "UNIT" and start >= 0:
        return Calendar(decade=first)
    return _between(first, last, start)


def _turn(words: Words) -> Meaning | None:
    """`the turn of the 20th century`: some years before and after it began; None for its start."""
    start = _first_year(words) if words.texts[1] == "turn" else None
    return None if start is None else _between(start - _ABOUT, start + _ABOUT, start)


def _between(first: int, last: int, start: int) -> Stretch:
    century = -((100 - start) // 100) if start < 0 else start // 100 + 1
    value = calendar_value(Calendar(century=century))
    return Stretch(Calendar(year=first), Calendar(year=last), value)


RULES = (
    Rule(
        "century_part",
        f"the (ORD|LAST|FINAL) (QUARTER|ORD|UNIT) of the {_CENTURY}",
        "[the last quarter of the 19th century]",
        _part,
    ),
    Rule(
        "century_turn",
        f"the START of the {_CENTURY}",
        "[the turn of the 20th century]",
        _turn,
    ),
)
