"""What words say of a time, before the context has told the rest."""

from typing import Literal

import msgspec

# Lengths: TIMEX3's letters, with TH and TM for hours and minutes, WE weekend, FN fortnight.
Unit = str
Part = Literal["START", "MID", "END", "H1", "H2", "APPROX", "REST"]


class Calendar(msgspec.Struct, frozen=True):
    """A calendar time, some of whose parts the words may leave out.

    Attributes
    ----------
    year : int or None
        Astronomical: 0 is 1 BCE.
    month, day, weekday : int or None
        From 1; Monday is 1.
    season : str or None
        SP, SU, FA, WI as in TIMEX3.
    division : str or None
        Of a year: H1, H2, Q1 to Q4.
    week : int or None
        ISO 8601's; the year is then the week's. `weekend`: only its Saturday and Sunday.
    decade : int or None
        The first of its ten years: 1990; -478 for the 470s BC (479 to 470 BC).
    century : int or None
        Counted from 1; -4 is the fourth century BC.
    short : int
        How many digits the year has, when it lacks the others: 2 in `'45`, else 0.
    clock : str or None
        TIMEX3's time part: `09:30`, or MO, AF, EV, NI.
    part : Part or None
        Which part of it, or APPROX.
    within : Relative or None
        The stretch that it lies in: `August` of `that year`.
    feast : str or None
        A day found by rule, as in the lexicon.
    nth : int or None
        Which `weekday` of the month, 0 for the last.
    weekly : bool
        The week that the day lies in.
    two_ways : bool
        Day and month may be the other way round: 3/12/1992.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    division: str | None = None
    week: int | None = None
    weekend: bool = False
    decade: int | None = None
    century: int | None = None
    short: int = 0
    clock: str | None = None
    part: Part | None = None
    within: "Relative | None" = None
    feast: str | None = None
    nth: int | None = None
    weekly: bool = False
    two_ways: bool = False


class Relative(msgspec.Struct, frozen=True):
    """So many units from a day: `two days later`, `that year` (0), `last week` (-1).

    Attributes
    ----------
    amount : int or None
        None is an unknown number: `a few months later`.
    base : str
        `told` counts from the last date in the text, `said` from the day of writing, `either`
        from the day of writing in news and from the last date elsewhere.
    sign : int
        The direction, where the amount is unknown.
    """

    unit: Unit
    amount: int | None
    base: Literal["told", "said", "either"]
    sign: int = 1
    approximate: bool = False
    clock: str | None = None
    part: Part | None = None


class Stretch(msgspec.Struct, frozen=True):
    """From one calendar time to another, both named by a single expression: a year of the Hijra.

    Attributes
    ----------
    value : str
        TIMEX3's.
    """

    first: Calendar
    last: Calendar
    value: str


class Length(msgspec.Struct, frozen=True):
    """A duration: `three weeks`. `amount` None is an unknown number."""

    unit: Unit
    amount: float | None
    approximate: bool = False


class Repeated(msgspec.Struct, frozen=True):
    """A set: `every year`, `daily`. `form` is how the corpora write it."""

    unit: Unit
    form: Literal["each", "adverb", "rate"] = "each"


class Vague(msgspec.Struct, frozen=True):
    """PAST_REF, PRESENT_REF, FUTURE_REF, or a value of X's.

    Attributes
    ----------
    back : bool
        `that time`, which may be the date last told.
    period : bool
        `that period`, which may be the range last told.
    """

    value: str
    type: Literal["DATE", "TIME"] = "DATE"
    back: bool = False
    period: bool = False


Meaning = Calendar | Stretch | Relative | Length | Repeated | Vague
