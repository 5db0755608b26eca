"""Rules for lengths, repetitions and times told from other times."""

from typing import Literal

from msgspec.structs import replace

from mapapp.times.calendar_rules import ENDS
from mapapp.times.grammar import Rule, Words
from mapapp.times.lexicon import LETTERS, UNITS
from mapapp.times.meaning import Length, Meaning, Relative, Repeated, Vague

_DIGITS = "(DAY1|DAY|TWO|THREE|BIG|DECIMAL|ZDAY)"
_SPELLED = "((TENS HYPHEN?)? NUM|TENS|(a|NUM|FEW)? HUNDRED)"
_AMOUNT = f"({_DIGITS} HUNDRED?|{_SPELLED}|a? FEW of?|a)"
_DIGITS_OR_WORDS = f"({_DIGITS}|{_SPELLED})"
# Two at most (`just over`): without an end, a page of `more than` would take for ever.
_HEDGE = "((JUST|ALMOST|VERY)? (ALMOST|JUST|OVER THAN?|MORE THAN|AROUND|at LEAST)?)"
_UNIT = "(UNIT|UNITS)"
_AND_PART = "(DAY1 SLASH DAY1|HYPHEN? and HYPHEN? a HYPHEN? HALF)"
_QUANTITY = f"{_AMOUNT} (OPEN {_DIGITS} CLOSE)? {_AND_PART}? HYPHEN? MORE? FULL? {_UNIT}"


def amount(words: Words) -> float | None:
    """The number that the words name; None for `a few`, `several` or no number.

    Examples
    --------
    `twenty-five` 25, `a hundred` 100, `two dozen` 24, `a` 1.
    """
    if words.has("FEW"):
        return None
    digits = words.find("DECIMAL", "BIG", "THREE", "TWO", "DAY", "DAY1", "ZDAY")
    if digits is not None:
        number = float(digits.replace(",", ""))
    else:
        number = float((words.number("TENS") or 0) + (words.number("NUM") or 0))
    number *= words.number("HUNDRED") or 1
    if not number:
        number = float(words.number("HUNDRED") or 0) or (1.0 if words.has("a") else 0.0)
    return number or None


def _length(words: Words) -> Meaning | None:
    hedged = words.has("ALMOST", "AROUND", "OVER", "MORE", "LEAST")
    number = amount(words)
    if words.has("HALF"):
        return Length(_unit(words), (number or 0) + 0.5, hedged)
    if words.has("SLASH"):
        part = _fraction(words)
        return Length(_unit(words), (number or 0) + part, hedged) if part else None
    return Length(_unit(words), number, hedged)


def _fraction(words: Words) -> float | None:
    """The `1/2` of `5 1/2 hours`; None when it is no part of one."""
    slash = words.codes.index(LETTERS["SLASH"])
    above, below = int(words.texts[slash - 1]), int(words.texts[slash + 1])
    return above / below if 0 < above < below else None


_HALVES = {"CE": ("Y", 50), "DE": ("Y", 5), "Y": ("M", 6), "TH": ("TM", 30)}


def _half(words: Words) -> Meaning | None:
    """`half a century`: fifty years."""
    unit, number = _HALVES.get(_unit(words), (_unit(words), 0.5))
    return Length(unit, number)


def _half_ago(words: Words) -> Meaning | None:
    unit, number = _HALVES.get(_unit(words), ("", 0))
    moved = _offset(words)
    if not unit or not isinstance(moved, Relative):
        return None
    return replace(moved, unit=unit, amount=moved.sign * number)


def _plain_length(words: Words) -> Meaning | None:
    """A length with an adjective in it, which is a word in small letters."""
    adjective = words.find("OTHER")
    return _length(words) if adjective and adjective.islower() else None


def _one(words: Words) -> Meaning | None:
    return Length(_unit(words), None if words.has("UNITS") else 1)


def _nth(words: Words) -> Meaning | None:
    """`the first year` is a length, `the third day` a day that nothing fixes."""
    unit = _unit(words)
    if unit == "D":
        return Vague("XXXX-XX-XX")
    return Length(unit, 1) if unit[0] != "T" else None


def _unit(words: Words) -> str:
    return words.code("UNIT", "UNITS") or "D"


def _offset(words: Words) -> Meaning | None:
    """`two days later`, `almost four years ago`."""
    number, unit = amount(words), _unit(words)
    hedged = words.has("ALMOST", "AROUND", "OVER", "MORE", "LEAST")
    sign = -1 if words.has("AGO", "EARLIER", "BEFORE") else 1
    steps = None if number is None else sign * int(number)
    if unit == "DE" and number == 1:  # a decade later is a year, decades later are decades
        unit, steps = "Y", 10 * sign
    base: Literal["told", "said"] = "said" if words.has("AGO", "NOW") else "told"
    return Relative(unit, steps, base, sign=sign, approximate=hedged)


def _unit_earlier(words: Words) -> Meaning | None:
    """`the year-ago quarter`: as far back from what was told."""
    unit = words.texts[words.codes.index(LETTERS["HYPHEN"]) - 1]
    return Relative(UNITS[unit.lower()], -1, "told", sign=-1)


def _step(words: Words) -> Meaning | None:
    """`the next day`, `last week`; with a number a length: `the past two months`."""
    step = words.number("NEXT", "FOLLOWING", "LAST", "PAST", "PREVIOUS")
    if words.has("UNITS") or words.has("NUM", "FEW"):
        return Length(_unit(words), amount(words))
    if words.has("LAST") and _unit(words) == "D":  # the last of some days, not yesterday
        return Vague("XXXX-XX-XX")
    if words.has("LAST", "PAST") and words.has("the"):  # up to now, and the last one of a war
        return Length(_unit(words), 1)
    told = words.has("FOLLOWING", "PREVIOUS") or (words.has("NEXT") and words.has("the"))
    return Relative(_unit(words), step, "told" if told else "either", sign=step or 1)


def _beside(words: Words) -> Meaning | None:
    """`the day after`, `the year before`, `the day before yesterday`."""
    sign = -1 if words.has("BEFORE") else 1
    if words.has("DAYPART"):
        return Relative("D", sign, "told", sign=sign, clock=words.code("DAYPART"))
    if words.has("TODAY"):
        return Relative("D", (words.number("TODAY") or 0) + sign, "said", sign=sign)
    return Relative(_unit(words), sign, "told", sign=sign)


def _quarter(words: Words) -> Meaning | None:
    step = words.number("NEXT", "FOLLOWING", "LAST", "PREVIOUS")
    told = words.has("FOLLOWING", "PREVIOUS", "SAME")
    return Relative("Q", step or 0, "told" if told else "either", sign=step or 1)


def _weekend(words: Words) -> Meaning | None:
    """The one just past; other units say nothing when only `the` stands before them."""
    return Relative("WE", -1, "either", sign=-1) if _unit(words) == "WE" else None


def _same(words: Words) -> Meaning | None:
    if words.has("PERIOD", "TIME", "UNITS"):
        vague = "PRESENT_REF" if words.has("THIS") else "PAST_REF"
        return Vague(vague, back=True, period=words.has("PERIOD", "UNITS"))
    return Relative(_unit(words), 0, "either" if words.has("THIS") else "told")


def _later_same(words: Words) -> Meaning | None:
    """`later that year` lies in that year."""
    if words.has("in"):
        return Relative(_unit(words), 0, "told")
    return _same(words)


def _today(words: Words) -> Meaning | None:
    clock = "NI" if words.has("TONIGHT") else words.code("DAYPART")
    return Relative("D", words.number("TODAY", "TONIGHT"), "said", clock=clock)


def _every(words: Words) -> Meaning | None:
    if words.has("WEEKDAY", "WEEKDAYS"):
        return Repeated(f"XXXX-WXX-{words.number('WEEKDAY', 'WEEKDAYS')}")
    if words.has("SEASON"):
        return Repeated(f"XXXX-{words.code('SEASON')}")
    number = amount(words)
    return Repeated(_unit(words) if number is None else f"P{number:g}{_unit(words)}")


def _rate(words: Words) -> Meaning | None:
    return Repeated(_unit(words), "rate")


def _adverb(words: Words) -> Meaning | None:
    return Repeated(words.code("DAILY") or "D", "adverb")


# In examples the brackets show what the pattern takes; the words around them are its context.
RULES = (
    Rule(
        "offset",
        f"{_HEDGE} {_QUANTITY} (LATER|EARLIER|AGO|from NOW|(BEFORE|AFTER) (THAT {ENDS}|{ENDS}))"
        f"|{_UNIT} (LATER|EARLIER|AGO|from NOW)",
        "[almost two decades earlier]",
        _offset,
    ),
    Rule(
        "unit_earlier",
        "the? UNIT HYPHEN (EARLIER|AGO) (QUARTER|PERIOD|UNIT)?",
        "[the year-earlier period]",
        _unit_earlier,
    ),
    Rule(
        "step",
        f"EARLY? (the|THIS|THAT)? (NEXT|FOLLOWING|LAST|PAST|PREVIOUS) {_AMOUNT}? FULL? {_UNIT}"
        f"|the {_AMOUNT} (PREVIOUS|FOLLOWING) {_UNIT}",
        "[the past two months]",
        _step,
    ),
    Rule(
        "beside",
        f"the (UNIT|DAYPART) (FOLLOWING|(BEFORE|AFTER) {ENDS})|the UNIT (BEFORE|AFTER) TODAY",
        "[the year before],",
        _beside,
    ),
    Rule(
        "later_same",
        "(LATER|EARLIER) (on? in the|THAT SAME?) UNIT",
        "[later that year]",
        _later_same,
    ),
    Rule(
        "same",
        "(the (SAME|SAID)|THAT SAME?|THIS SAME?|SAME) (UNIT|UNITS|PERIOD)|THAT TIME",
        "[that same day]",
        _same,
    ),
    Rule(
        "same_time",
        "(?<= (in|by|at|during|from|since|until|through|to|of|AROUND|ALMOST)) THIS TIME"
        "|the SAME TIME|(?<= (at|by)) the TIME",
        "at [the time],",
        _same,
    ),
    Rule(
        "step_quarter",
        "(the|THIS|THAT)? (NEXT|FOLLOWING|LAST|PREVIOUS|CURRENT|SAME) QUARTER|THIS QUARTER",
        "[the previous quarter]",
        _quarter,
    ),
    Rule("today", "TODAY DAYPART?|TONIGHT", "[yesterday evening]", _today),
    Rule(
        "every",
        f"EVERY (UNIT|DAYPART|WEEKDAY DAYPART?|SEASON|{_AMOUNT} UNITS)",
        "[every year]",
        _every,
    ),
    Rule("weekdays", "WEEKDAYS", "on [Fridays]", _every),
    Rule("times_a", "(NUM? TIMES) a UNIT", "[twice a week]", _rate),
    Rule(
        "half_ago",
        f"{_HEDGE} (HALF a UNIT|a HALF HYPHEN? UNIT) (LATER|EARLIER|AGO|BEFORE {ENDS})",
        "[half a century ago]",
        _half_ago,
    ),
    Rule("half_a", "HALF a UNIT|a? HALF HYPHEN? UNIT", "[half a century]", _half),
    Rule("per", "PER UNIT", "[per month]", _rate),
    Rule("yearly", "UNIT by UNIT|UNIT AFTER UNIT", "[year by year]", _rate),
    Rule("adverb", "DAILY", "[daily]", _adverb),
    Rule(
        "first_lengths",
        f"the (ORD|FINAL|LAST|NEXT) {_AMOUNT} {_UNIT}",
        "[the first three years]",
        _length,
    ),
    Rule(
        "rate", "(?<= (DAY1|DAY|TWO|THREE|YEAR|BIG|HUNDRED|NUM|SLASH)) a UNIT", "120 [a day]", _rate
    ),
    Rule(
        "length_of_period",
        f"(a|the SAME?|THIS|THAT)? {_DIGITS_OR_WORDS} HYPHEN? UNIT HYPHEN? PERIOD",
        "[the same 28-day period]",
        _length,
    ),
    Rule(
        "length",
        f"(?! a {_UNIT} HYPHEN) {_HEDGE} {_QUANTITY} (and a HALF|HYPHEN? LONG|of AGE)?",
        "[more than forty days]",
        _length,
    ),
    Rule("long_length", f"{_AMOUNT} OTHER UNITS", "[two bloody weeks]", _plain_length),
    Rule("unit_long", f"(?<! HYPHEN) {_UNIT} HYPHEN LONG", "a [year-long]", _one),
    Rule("nth_day", "the (ORD|ORDDIG|FINAL|LAST) UNIT", "[the first year]", _nth),
    Rule(
        "plural",
        "(?<! HYPHEN) (the|THIS|THAT)? (RECENT|EARLY|FINAL|FOLLOWING|ORD)? UNITS"
        " (?! YEAR|HYPHEN LONG|HYPHEN OTHER)",
        "for [months]",
        _length,
    ),
    Rule("weekend", "the UNIT", "over [the weekend]", _weekend),
)
