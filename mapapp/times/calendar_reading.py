"""How the rules for calendar times read the words that they matched."""

from msgspec.structs import replace

from mapapp.times.clock_reading import take_clock
from mapapp.times.grammar import Words
from mapapp.times.lexicon import FEASTS, LETTERS
from mapapp.times.meaning import Calendar, Meaning, Part, Relative, Vague


def date(words: Words) -> Calendar | None:
    """Every rule here in one: which parts the words name, in whatever order."""
    clock, rest = take_clock(words)
    of_era, rest = _cut_era(rest)
    cut, rest = _cut_year(rest)
    half = rest.has("HALF")
    return Calendar(
        year=of_era if of_era is not None else _year(rest) if cut is None else cut,
        short=0 if cut is None else 2,
        month=rest.number("MONTH", "MAY", "ABBR"),
        day=_day(rest),
        weekday=rest.number("WEEKDAY"),
        season=rest.code("SEASON", "FALL"),
        clock=clock or ("MO" if _in_early_hours(rest) else None),
        part=_half(rest) if half else _part(rest),
        within=_within(rest),
    )


def _in_early_hours(words: Words) -> bool:
    """`the early hours of 7 May`"""
    return words.code("UNITS") == "TH" and words.code("EARLY") == "START"


_PARTS = ("LATTER", "EARLY", "START", "MIDDLE", "END", "EARLIER", "LATER", "CA")
_PART_LETTERS = frozenset(LETTERS[name] for name in _PARTS)


def _year(words: Words) -> int | None:
    text = words.find("YEAR", "THREE")
    return None if text is None else int(text)


def _cut_era(words: Words) -> tuple[int | None, Words]:
    """The `31 BC` of `2 September 31 BC` or the `AD 14`, and the words without it."""
    if not words.has("BC", "AD"):
        return None, words
    for n in range(len(words.texts)):
        era = words.name(n)
        if era not in ("BC", "AD"):
            continue
        at = n + 1 if era == "AD" and words.name(n + 1) in _NUMBERS else n - 1
        if at >= 0 and words.name(at) in _NUMBERS:
            number = int(words.texts[at].replace(",", ""))
            first = min(n, at)
            return (1 - number if era == "BC" else number), words.without(first, first + 2)
    return None, words


_NUMBERS = ("YEAR", "BIG", "THREE", "TWO", "DAY", "DAY1")


def _cut_year(words: Words) -> tuple[int | None, Words]:
    """The `41` of `June '41`, and the words without it."""
    at = words.codes.find(LETTERS["QUOTE"])
    if at < 0 or words.name(at + 1) not in ("TWO", "ZDAY", "DAY"):
        return None, words
    return int(words.texts[at + 1]), words.without(at, at + 2)


def _day(words: Words) -> int | None:
    words = _after_part(words)
    text = words.find("ORDDIG", "DAY1", "DAY", "ZDAY")
    if text is not None:
        day = int(text.rstrip("sthndr"))
        return day if 1 <= day <= 31 else None
    return _ordinal(words) if words.has("MONTH", "MAY", "ABBR") else None


def _after_part(words: Words) -> Words:
    """Without the number of weeks or halves that stands before the month."""
    month = max(words.codes.find(LETTERS[name]) for name in ("MONTH", "MAY", "ABBR"))
    parts = [n for n in range(month) if words.name(n) in ("UNIT", "UNITS", "HALF")]
    if not parts or words.code("UNIT") == "D":
        return words
    return words.without(0, parts[-1] + 1)


def _ordinal(words: Words) -> int | None:
    """`20th`, `twentieth` or `twenty-first`."""
    text = words.find("ORDDIG")
    if text is not None:
        return int(text[:-2])
    unit = words.number("ORD", "ROMAN")
    return None if unit is None else (words.number("TENS") or 0) + unit


def _half(words: Words) -> Part:
    return "H1" if words.number("ORD") == 1 else "H2"


def _part(words: Words) -> Part | None:
    if _PART_LETTERS.isdisjoint(words.codes):
        return None
    for name in _PARTS:
        match words.meaning(name):
            case "START" | -1:
                return "START"
            case "MID":
                return "MID"
            case "END" | 1:
                return "END"
            case "APPROX":
                return "APPROX"
    return None


def _within(words: Words) -> Relative | None:
    unit = words.code("UNIT")
    if unit is None and words.has("THAT"):  # `that October` is of the year told
        return Relative("Y", 0, "told")
    if unit is None or words.has("YEAR"):
        return None
    if words.has("NEXT", "LAST"):
        return Relative(unit, words.number("NEXT", "LAST"), "either")
    amount = words.number("FOLLOWING", "PREVIOUS", "SAME", "THAT", "THIS")
    if amount is None:
        return None
    return Relative(unit, amount, "either" if words.has("THIS") else "told")


def week_of(words: Words) -> Calendar | None:
    """`the week of March 6`; None for another unit."""
    if words.code("UNIT") != "W":
        return None
    found = date(Words(words.texts[2:], words.codes[2:]))
    return replace(found, weekly=True) if found else None


def nth_weekday(words: Words) -> Calendar | None:
    """`the second Tuesday of November 2008`; 0 is the last."""
    nth = 0 if words.has("LAST", "FINAL") else words.number("ORD") or 0
    if nth > 5:
        return None
    at = words.codes.index(LETTERS["WEEKDAY"]) + 2
    month = date(Words(words.texts[at:], words.codes[at:]))
    return replace(month, weekday=words.number("WEEKDAY"), nth=nth) if month else None


def weekday(words: Words) -> Calendar | None:
    """`last Friday`; `this past Monday` is the last one."""
    found = date(words)
    if found is None:
        return None
    step = words.number("NEXT", "FOLLOWING", "LAST", "PAST", "PREVIOUS", "THIS")
    told = words.has("FOLLOWING", "PREVIOUS") or (words.has("NEXT") and words.has("the"))
    within = Relative("D", step, "told" if told else "either") if step is not None else None
    return replace(found, within=within)


def any_weekday(words: Words) -> Vague:
    """`on a Saturday night`: of no week in particular."""
    part = words.code("DAYPART")
    value = f"XXXX-WXX-{words.number('WEEKDAY')}"
    return Vague(f"{value}T{part}", "TIME") if part else Vague(value)


def weekday_of_week(words: Words) -> Calendar | None:
    """`Tuesday of next week`; None for another unit."""
    return date(words) if words.code("UNIT") == "W" else None


def decade(words: Words) -> Calendar | None:
    """`the late 1960s`, `the 470s BC`, `the early 90s`."""
    text = words.find("DECADE")
    part = _half(words) if words.has("HALF") else _part(words)
    if text is None:  # the Sixties
        return Calendar(decade=words.number("DECADE_WORD"), part=part)
    first = int(text.rstrip("'’s"))
    if first % 100 == 0 and 1000 <= first < 2000:  # the 1800s are a century, the 2000s ten years
        return Calendar(century=first // 100 + 1, part=_part(words))
    if words.has("BC"):
        return Calendar(decade=-first - 8, part=_part(words))
    if first >= 1000 or words.has("AD"):
        return Calendar(decade=first, part=part)
    # `the 90s`: of the last hundred years, as nobody means any other
    return Calendar(decade=first + (1900 if first >= 30 else 2000), part=part) if first else None


def century(words: Words) -> Calendar | None:
    """`the 18th century`; None when the unit is another."""
    ordinal = _ordinal(words)
    if ordinal is None or words.code("UNIT", "UNITS") != "CE":
        return None
    part = _half(words) if words.has("HALF") else _part(words)
    return Calendar(century=-ordinal if words.has("BC") else ordinal, part=part)


def century_before(words: Words) -> Calendar | None:
    """`the 9th` of `the 9th and 10th centuries`; a guard looks what units they are."""
    return Calendar(century=_ordinal(words), part=_part(words))


def division(words: Words) -> Calendar | None:
    """`the fourth quarter of 2012`; of a fiscal year it lies about that year."""
    ordinal = 4 if words.has("LAST", "FINAL") else _ordinal(words)
    year = words.number("FISCAL_YEAR") or _year(words)
    part: Part | None = "APPROX" if words.has("FISCAL", "FISCAL_YEAR") else None
    if words.has("DIVISION"):
        return Calendar(year=year, division=words.code("DIVISION"), part=part)
    if ordinal is None or ordinal > 4:
        return None
    return Calendar(year=year, division=f"Q{ordinal}", within=_within(words), part=part)


def feast(words: Words) -> Calendar | None:
    """`Christmas 1963`, `Easter Monday`, `Easter week`; None when the words name none."""
    named = [
        text.lower() for n, text in enumerate(words.texts) if words.name(n) not in _BESIDE_FEASTS
    ]
    weekly = named[-1:] == ["week"]
    named = named[: len(named) - weekly]
    name = " ".join(named).replace(" ' ", "'").replace(" ’ ", "'")
    found = FEASTS.get(name) or words.code("HOLIDAY")
    if not found:
        return None
    clock = words.code("DAYPART")
    return Calendar(year=_year(words), feast=found, clock=clock, weekly=weekly)


_BESIDE_FEASTS = ("LAST", "THIS", "NEXT", "DAYPART", "COMMA", "of", "YEAR")


def any_season(words: Words) -> Vague:
    """`winter quarters`: no winter in particular."""
    return Vague(f"XXXX-{words.code('SEASON')}")


def step_season(words: Words) -> Calendar:
    """The step is of a year: `the next spring` is the first after what was told."""
    return Calendar(
        season=words.code("SEASON", "FALL"), part=_part(words), within=_step(words, "Y")
    )


def _step(words: Words, unit: str) -> Relative:
    if words.has("FOLLOWING", "PREVIOUS"):
        amount = words.number("FOLLOWING", "PREVIOUS")
        return Relative(unit, amount, "told")
    if words.has("NEXT", "LAST", "PAST"):
        amount = words.number("NEXT", "LAST", "PAST")
        # `the next year` counts from what was told, `the end of next year` need not
        told = LETTERS["the"] + LETTERS["NEXT"] in words.codes
        return Relative(unit, amount, "told" if told else "either")
    # `later in the day` is of the day told, `the end of the month` that of writing in the news
    told = unit == "D" or words.has("THAT", "SAME")
    return Relative(unit, 0, "told" if told and not words.has("THIS") else "either")


def part_of_unit(words: Words) -> Relative | None:
    """`the end of the year`, `early in that month`."""
    unit = words.code("UNIT")
    if unit is None or unit[0] == "T":
        return None
    step = _step(words, unit)
    return replace(step, part=_half(words) if words.has("HALF") else _part(words))


def fiscal(words: Words) -> Calendar:
    """`fiscal 2013`: about that year, as firms begin theirs when they like."""
    return Calendar(year=words.number("FISCAL_YEAR") or _year(words), part="APPROX")


def part_of_day(words: Words) -> Calendar:
    """`late afternoon`, of the day that the context tells."""
    return Calendar(clock=words.code("DAYPART"))


def daypart(words: Words) -> Meaning:
    """`that evening`; alone (`at night`) it belongs to no day yet."""
    part = words.code("DAYPART")
    if len(words.texts) == 1:
        return Vague(f"XXXX-XX-XXT{part}", "TIME")
    if len(words.texts) == 2 and words.has("the", "NUM"):
        return Calendar(clock=part)
    if words.has("LAST"):
        return Relative("D", -1, "said", sign=-1, clock=part)
    return replace(_step(words, "D"), clock=part)
