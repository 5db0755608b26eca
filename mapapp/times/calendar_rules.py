"""Rules for times with a place of their own on the calendar: dates, months, years, seasons, clocks.

What the words leave out (the year of `on 14 August`) the context tells later.
"""

from mapapp.times import calendar_reading as read
from mapapp.times import clock_reading
from mapapp.times import digits_reading as digits
from mapapp.times.grammar import Rule

# The pieces that the patterns share.
_ERA = "(BC|AD)"
_DAY = "(DAY1|DAY|ZDAY|ORDDIG)"
_MONTH = "(MONTH|MAY|ABBR STOP?)"
_YEAR = (
    f"(COMMA? (of|in)? (YEAR {_ERA}?|(YEAR|THREE|TWO|DAY|DAY1) {_ERA}|AD (THREE|TWO|DAY|DAY1)"
    "|QUOTE (TWO|ZDAY|DAY) (?! QUOTE))|THREE (?= CLOSE|STOP|MARK))"
)
_WEEKDAY = "(WEEKDAY COMMA? (the|on)?)"
_MONTH_DAY = f"({_MONTH} the? {_DAY} {_YEAR}?)"
_ORDINAL = "((TENS HYPHEN)? ORD|ORDDIG|ROMAN)"
_NTH_DAY = "(TENS HYPHEN)? ORD of|ORDDIG UNIT of|(TENS HYPHEN)? ORD UNIT of"
_DAY_MONTH = f"(the? ({_DAY}|{_NTH_DAY}) of? {_MONTH} {_YEAR}?)"
_DATE = f"({_WEEKDAY}? ({_MONTH_DAY}|{_DAY_MONTH}))"
_JOIN = "(HYPHEN|DASH|SLASH|to|and|or)"
_SPOKEN = "((NUM|DAY1|DAY) OCLOCK ((in the|at) DAYPART)?|(CLOCK|DECIMAL|DAY1|DAY) in the DAYPART)"
_CLOCK = f"((CLOCKAM|(CLOCK|DECIMAL|DAY1|DAY) (AM|PM)|{_SPOKEN}|CLOCK|NOON) GMT?)"
_THIS_UNIT = "((THAT|THIS|NEXT|LAST|the (SAME|FOLLOWING|PREVIOUS|NEXT)) UNIT)"
# `the end of`, `early in`, `the second half of the`
_PART = (
    "(the? VERY? (EARLY|LATTER|LAST|ORD|START|FINAL)? (START|MIDDLE|END|PART|HALF|UNITS) of the?"
    "|the (ORD|FINAL|LAST) UNIT (of|in) (?= EARLY? (MONTH|MAY))"
    "|VERY? (EARLY|LATER|EARLIER) in the?|VERY? EARLY HYPHEN?|CA STOP?)"
)
ENDS = "(?= COMMA|STOP|CLOSE|MARK|and|in)"
# Three at most: `on 4, 8, 11, 15 and 17 October`.
_FURTHER = f"(COMMA the? {_DAY} (COMMA the? {_DAY} (COMMA the? {_DAY})?)?)?"
_STEP = "(LAST|NEXT|THIS|THAT|PAST|(the|THAT) (SAME|FOLLOWING|PREVIOUS|NEXT|LAST))"

RULES = (
    Rule("iso", "ISO", "[1998-08-07]", digits.iso),
    Rule("numeric", "NUMERIC", "[14.5.1948]", digits.numeric),
    Rule(
        "day_month_strokes",
        f"(DAY1|DAY|ZDAY) (HYPHEN|SLASH) {_MONTH} (HYPHEN|SLASH) (YEAR|TWO|DAY|ZDAY)",
        "[31-Mar-1918]",
        digits.strokes,
    ),
    Rule(
        "year_month",
        "YEAR HYPHEN (ZDAY|DAY) (?! HYPHEN)|(ZDAY|DAY) SLASH YEAR",
        "[2020-11]",
        digits.year_month,
    ),
    Rule(
        "clock_date",
        f"{_CLOCK} COMMA? {_DATE} GMT? | {_CLOCK} COMMA? WEEKDAY",
        "[9:34 p.m., March 19 EST]",
        read.date,
    ),
    Rule("date_clock", f"{_DATE} COMMA? {_CLOCK}", "[May 8 1:00AM]", read.date),
    Rule(
        "daypart_date",
        f"(EARLY in)? the? EARLY? (DAYPART|NOON) UNITS? of the? {_DATE}",
        "[the early morning hours of November 1, 1954]",
        read.date,
    ),
    Rule(
        "daypart_ordinal",
        "(EARLY in)? the? EARLY? (DAYPART|NOON) UNITS? (of|on) the ORDDIG"
        " (?! (MONTH|MAY|UNIT|UNITS))"
        "|(?<= DAYPART COMMA) the ORDDIG (?= COMMA)",
        "[the night of the 27th]",
        read.date,
    ),
    Rule(
        "week_of",
        f"the UNIT (of|START|END) the? ({_MONTH_DAY}|{_DAY_MONTH})",
        "[the week of March 6]",
        read.week_of,
    ),
    Rule(
        "nth_weekday",
        f"the (ORD|LAST|FINAL) WEEKDAY (of|in) {_MONTH} {_YEAR}?",
        "[the second Tuesday of November 2008]",
        read.nth_weekday,
    ),
    Rule(
        "date",
        f"{_PART}? {_DATE} ({_ERA}|of {_THIS_UNIT})?",
        "[Sunday, the 4th of July, 1943]",
        read.date,
    ),
    Rule(
        "two_styles",
        f"the? {_DAY} OPEN the? {_DAY} CLOSE of? {_MONTH} {_YEAR}",
        "[14 (26) December 1825]",
        digits.two_styles,
    ),
    # The first day of `14-16 May` and `15 to 22 February 1984`, the second of `May 4 and 5`.
    Rule(
        "day_before",
        f"((the EARLY? DAYPART|DAYPART) (of|from))? the? {_DAY}"
        f" (?= {_FURTHER} ({_JOIN}|COMMA) the? {_DAY} of? {_MONTH})",
        "[the night of 14]-16 May",
        read.date,
    ),
    Rule(
        "day_after",
        f"(?<= (MONTH|MAY|ABBR) {_DAY} {_JOIN}) the? {_DAY} {_YEAR}?"
        f"|(?<= (MONTH|MAY|ABBR) STOP {_DAY} {_JOIN}) the? {_DAY} {_YEAR}?",
        "May 14-[16, 1948]",
        read.date,
    ),
    Rule(
        "feast",
        "(LAST|THIS|NEXT)? (HOLIDAY (EVE|DAYNAME|WEEKDAY|UNIT)?|MAY DAYNAME"
        "|FEASTWORD UNIT? (QUOTE OTHER?)? (DAYNAME|EVE|WEEKDAY)|FEASTWORD UNIT (?! QUOTE))"
        " DAYPART? (COMMA? of? YEAR)?",
        "[Christmas 1963]",
        read.feast,
    ),
    Rule("month_year", f"{_PART}? {_MONTH} {_YEAR}", "[the end of March 1944]", read.date),
    Rule(
        "month_within",
        f"{_PART}? {_MONTH} of? {_THIS_UNIT}",
        "[early August of that year]",
        read.date,
    ),
    Rule("step_month", f"{_STEP} {_PART}? (MONTH|MAY)", "[last October]", read.date),
    Rule("month", f"{_PART}? (MONTH|MAY)", "[mid-November]", read.date),
    Rule(
        "abbreviated",
        "(?<= (in|by|since|until|of|from|to|LAST|NEXT)) ABBR STOP?"
        f"|ABBR STOP? (?= {_JOIN} {_MONTH})",
        "in [Oct.]",
        read.date,
    ),
    Rule(
        "day_within",
        f"the (ORDDIG|ORD UNIT) of {_THIS_UNIT}",
        "[the 28th of that month]",
        read.date,
    ),
    Rule(
        "century_before",
        f"{_PART}? the? (EARLY HYPHEN?)? {_ORDINAL} HYPHEN?"
        f" (?= ({_JOIN}|COMMA) the? (EARLY HYPHEN?)? {_ORDINAL} HYPHEN? (UNIT|UNITS))",
        "[the 9th] and 10th centuries",
        read.century_before,
    ),
    Rule(
        "ordinal_day",
        "(?<= (on|until|by|from|to)) the ORDDIG"
        " (?! (UNIT|UNITS|(through|to|and|or|HYPHEN) the? (ORDDIG|ORD)))",
        "on [the 5th]",
        read.date,
    ),
    Rule(
        "weekday_of_week",
        f"WEEKDAY DAYPART? of? {_THIS_UNIT}",
        "[Tuesday of last week]",
        read.weekday_of_week,
    ),
    Rule("any_weekday", "(?<= on a) WEEKDAY DAYPART?", "on a [Saturday night]", read.any_weekday),
    Rule(
        "weekday",
        "(the? VERY? EARLY UNITS of)?"
        "(LAST|NEXT|THIS? PAST|THIS|the? FOLLOWING|the? PREVIOUS|the NEXT)? WEEKDAY DAYPART?",
        "[last Friday morning]",
        read.weekday,
    ),
    Rule(
        "season_year",
        f"{_PART}? the? EARLY? (SEASON|FALL (?! in)) {_YEAR}|YEAR SEASON",
        "[early summer of 1943]",
        read.date,
    ),
    Rule(
        "season_within",
        f"{_PART}? the? (SEASON|FALL) of {_THIS_UNIT}",
        "[the spring of next year]",
        read.date,
    ),
    Rule(
        "step_season",
        f"{_STEP} EARLY? (SEASON|FALL)",
        "[the following spring]",
        read.step_season,
    ),
    Rule(
        "any_season",
        "(?<! the|EARLY|ORD|and|HYPHEN) SEASON (?= OTHER)",
        "[winter] wheat",
        read.any_season,
    ),
    Rule(
        "season",
        f"{_PART}? the EARLY? SEASON (?! OTHER)|{_PART}? SEASON"
        "|(?<= (in|during|by|throughout|through|until)) the FALL (?! of)",
        "[the winter]",
        read.date,
    ),
    Rule(
        "decade",
        f"{_PART}? the? (EARLY HYPHEN?)? QUOTE? DECADE {_ERA}?"
        f"|{_PART}? the (EARLY HYPHEN?)? DECADE_WORD",
        "[the second half of the 1990s]",
        read.decade,
    ),
    Rule(
        "century",
        f"{_PART}? the? (EARLY HYPHEN?)? {_ORDINAL} HYPHEN? (UNIT|UNITS) {_ERA}?",
        "[the early part of the 20th century]",
        read.century,
    ),
    Rule(
        "quarter",
        f"the? (ORD|ORDDIG) HYPHEN? QUARTER ((of the?)? FISCAL? YEAR|of {_THIS_UNIT})?"
        "|the (LAST|FINAL) QUARTER (of YEAR|YEAR)|DIVISION of? FISCAL? (YEAR|FISCAL_YEAR)",
        "[the fourth quarter of 2012]",
        read.division,
    ),
    Rule(
        "part_of_unit",
        f"{_PART} (UNIT|UNITS) | {_PART} {_THIS_UNIT} ",
        "[the end of the year]",
        read.part_of_unit,
    ),
    Rule(
        "year_bc", f"{_PART}? AD? (YEAR|THREE|TWO|DAY|DAY1|BIG) {_ERA}", "[early 480 BC]", read.date
    ),
    Rule(
        "year_bare",
        f"(?<= (in|of|until|by|since|from)) (THREE|TWO) {ENDS}",
        "in [278].",
        digits.bc_left,
    ),
    Rule(
        "year_head",
        "THREE (?= (STOP|MARK) (OTHER|in|the|a|THIS))",
        "[793]. They",
        digits.bc_left,
    ),
    Rule("year_ad", "AD (YEAR|THREE|TWO|DAY|DAY1)", "[AD 79]", read.date),
    Rule(
        "year_bc_left",
        "(YEAR|THREE|TWO|BIG) (?= (HYPHEN|DASH|to|and|or) (YEAR|THREE|TWO|DAY|BIG) BC)",
        "[499]-493 BC",
        digits.bc_left,
    ),
    Rule(
        "year_short",
        "(?<= YEAR (HYPHEN|SLASH)) (TWO|DAY|ZDAY|DAY1) | QUOTE (TWO|ZDAY)",
        "1939-[45]",
        digits.short_year,
    ),
    Rule("nine_eleven", "DAY1 SLASH DAY", "[9/11]", digits.nine_eleven),
    Rule("fiscal", "FISCAL UNIT? YEAR|FISCAL_YEAR", "[fiscal 2013]", read.fiscal),
    # Before `year`: 1830 may be one.
    Rule(
        "military",
        "(MILITARY|YEAR|BIG) GMT|MILITARY UNITS|(?<= at) (YEAR|BIG) UNITS"
        "|(?<= (at|by|until|AROUND|ALMOST)) (MILITARY|YEAR (?= OTHER TIME))",
        "[1830 GMT]",
        clock_reading.military,
    ),
    Rule("year", f"(the UNIT)? {_PART}? YEAR", "[the end of 1963]", read.date),
    Rule(
        "clock",
        f"(CLOCKAM|(CLOCK|DECIMAL|DAY1|DAY) (AM|PM)|{_SPOKEN}|NOON) GMT?|CLOCK GMT"
        "|(?<= (at|by|until|from|between|and|to)) CLOCK (UNITS|GMT)?",
        "[11:30 a.m.]",
        clock_reading.clock,
    ),
    Rule("part_of_day", "EARLY HYPHEN? DAYPART", "[mid-afternoon]", read.part_of_day),
    Rule(
        "daypart",
        "EARLY? (the|THAT SAME?|THIS) (SAME|NEXT|FOLLOWING|PREVIOUS)? DAYPART"
        " (?! BEFORE|AFTER)|(NUM|LAST)? DAYPART",
        "[that same evening]",
        read.daypart,
    ),
)
