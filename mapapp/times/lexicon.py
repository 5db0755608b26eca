"""The words that can be part of a time expression, each with its class and its meaning.

A class is a name such as MONTH or `of`; the grammar's patterns are written in these names. Each
class is kept as one character, so that a text becomes a string with one character for each token,
on which a pattern runs as an ordinary regular expression. A word of no class is OTHER.
"""

import re
from collections.abc import Iterable, Mapping

from mapapp.times.names import NAMES_OF_OTHERS

Payload = int | str

MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
# Lengths of time, as in TIMEX3 (DE decade, CE century); T marks parts of a day.
UNITS = {
    "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "FN",
    "month": "M", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_PLURALS = {word + "s": code for word, code in UNITS.items() if word != "century"}
_ABBREVIATED = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9,
    "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip


def _alike(words: str, meaning: Payload) -> dict[str, Payload]:
    return dict.fromkeys(words.split(), meaning)


def _cased(words: Mapping[str, Payload]) -> dict[str, Payload]:
    """Also with a capital, as at the start of a sentence."""
    return {form: meaning for word, meaning in words.items() for form in (word, word.capitalize())}


def _names(words: Iterable[str], first: int) -> dict[str, Payload]:
    """Proper names, also in capitals, numbered."""
    return {form: n for n, word in enumerate(words, first) for form in (word, word.upper())}


# Every word has one class; the test holds that.
CLASSES: Mapping[str, Mapping[str, Payload]] = {
    # `May` and `March` are verbs too, and `Jan.` or `Dec` need a day or a year beside them.
    "MAY": {"May": 5, "MAY": 5, "March": 3, "MARCH": 3},
    "MONTH": {word: n for word, n in _names(MONTHS, 1).items() if n not in (3, 5)},
    "ABBR": {form: n for word, n in _ABBREVIATED.items() for form in (word, word.upper())},
    "WEEKDAY": _names(WEEKDAYS, 1),
    "WEEKDAYS": {word + "s": n for n, word in enumerate(WEEKDAYS, 1)},
    "SEASON": _cased({"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}),
    "FALL": {"fall": "FA", "Fall": "FA"},
    "DAYPART": _cased({"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}),
    "NOON": _cased({"noon": "12:00", "midday": "12:00", "midnight": "24:00"}),
    # `Day` with a capital is mostly that of a name, as in Boxing Day.
    "UNIT": {word: code for word, code in _cased(dict(UNITS)).items() if word != "Day"},
    "UNITS": _cased({**_PLURALS, "centuries": "CE", "seconds": "TS"}),
    "NUM": _cased({word: n for n, word in enumerate(_CARDINALS, 1)}),
    "TENS": _cased({word: 10 * n for n, word in enumerate(_TENS, 2)}),
    "DECADE_WORD": _cased(
        {word[:-1] + "ies": 1910 + 10 * n for n, word in enumerate(_TENS, 1)}
    ),
    "HUNDRED": {
        "hundred": 100, "thousand": 1000, "dozen": 12, "million": 10**6, "billion": 10**9,
    },
    "FEW": _cased(_alike("few several many some couple numerous", "X")),
    "ORD": _cased({word: n for n, word in enumerate(_ORDINALS, 1)}),
    "EARLY": _cased({"early": "START", "late": "END", "mid": "MID"}),
    "START": _cased(_alike("start beginning onset outset opening turn", "START")),
    "MIDDLE": _alike("middle midst", "MID"),
    "END": _cased(_alike("end close", "END")),
    "HALF": _cased({"half": "H"}),
    "QUARTER": {"quarter": "Q"},
    "PART": {"part": "PART", "rest": "REST", "remainder": "REST"},
    "LATTER": {"latter": "END"},
    "NEXT": _cased(_alike("next coming upcoming", 1)),
    "FOLLOWING": _cased(_alike("following subsequent succeeding ensuing", 1)),
    "LAST": _cased({"last": -1, "latest": -1}),
    "PAST": _cased({"past": -1}),
    "PREVIOUS": _cased(_alike("previous preceding prior", -1)),
    "SAME": _cased({"same": 0}),
    "SAID": {"said": 0},
    "THAT": _cased(_alike("that those", 0)),
    "THIS": _cased(_alike("this these", 0)),
    "AGO": {"ago": -1},
    "LATER": _cased(_alike("later afterwards afterward thereafter hence", 1)),
    "EARLIER": _cased(_alike("earlier previously beforehand", -1)),
    "BEFORE": _cased({"before": -1}),
    "AFTER": _cased({"after": 1}),
    "TODAY": _cased({"today": 0, "yesterday": -1, "tomorrow": 1}),
    "TONIGHT": _cased({"tonight": 0}),
    "NOW": _cased({"now": "PRESENT_REF"}),
    "PRESENT": _cased({"present": "PRESENT_REF"}),
    "CURRENTLY": _cased(_alike("currently nowadays presently", "PRESENT_REF")),
    "CURRENT": _cased({"current": "PRESENT_REF"}),
    "RECENTLY": _cased(_alike("recently lately", "PAST_REF")),
    "RECENT": _cased({"recent": "PAST_REF"}),
    "FORMER": _cased(_alike("former formerly", "PAST_REF")),
    "FUTURE": {"future": "FUTURE_REF"},
    "PERIOD": {"period": "PERIOD", "era": "PERIOD"},
    "TIME": {"time": "TIME"},
    "DATE": {"date": "TIME"},
    "BEING": {"being": ""},
    "DAILY": _cased({"daily": "D", "weekly": "W", "monthly": "M", "yearly": "Y", "annually": "Y"}),
    "EVERY": _cased(_alike("every each", "EVERY")),
    "PER": {"per": "PER"},
    "ALMOST": _cased(_alike("about approximately roughly almost nearly", "APPROX")),
    "CA": _cased(_alike("ca c circa", "APPROX")),
    "AROUND": _cased({"around": "APPROX"}),
    "OVER": _cased(_alike("over less fewer", "OVER")),
    "MORE": _cased({"more": "OVER"}),
    "JUST": _cased(_alike("just only exactly", "JUST")),
    "LEAST": _alike("least most", "LEAST"),
    "THAN": {"than": ""},
    "LONG": _alike("long old", "LONG"),
    "AGE": _alike("age aged", "AGE"),
    "RIGHT": {"right": ""},
    "VERY": _cased({"very": ""}),
    "FINAL": _alike("final intervening closing", "FINAL"),
    "FULL": _alike("full whole entire consecutive straight single additional", "FULL"),
    "GMT": _alike(
        "GMT EST EDT UTC BST CET CEST CST CDT PST PDT MST MDT EET EEST MSK IST JST ET PT", "ZONE"
    ),
    "FISCAL": {**_cased({"fiscal": "FY"}), "FY": "FY"},
    "FISCAL_YEAR": {
        f"FY{form}": year
        for year in range(1980, 2060)
        for form in ((year, f"{year % 100:02d}"))
    },
    "HRS": {"hrs": ""},
    "BC": _alike("BC BCE B.C. B.C.E. B.C", "BC"),
    "AD": _alike("AD CE A.D. C.E. A.D", "AD"),
    "AM": _alike("am a.m. a.m AM A.M.", "AM"),
    "PM": _alike("pm p.m. p.m PM P.M.", "PM"),
    "OCLOCK": dict.fromkeys(["o'clock", "o’clock", "O'Clock", "O’Clock"], ""),
    "EVE": {"Eve": "", "eve": ""},
    "HOLIDAY": {
        "Christmas": "12-25", "Easter": "easter", "Thanksgiving": "thanksgiving",
        "Halloween": "10-31", "Pentecost": "easter+49", "Nowruz": "03-21",
        "Novruz": "03-21", "Epiphany": "01-06", "Candlemas": "02-02", "Lammas": "08-01",
        "Michaelmas": "09-29", "Martinmas": "11-11", "Whitsun": "easter+49",
    },
    "DAYNAME": {"Day": ""},
    # The first words of feasts that have several; FEASTS knows the rest.
    "FEASTWORD": _alike(
        "Bastille Independence Armistice Labor Labour Memorial Veterans Valentine Boxing Good Palm"
        " New Ash Whit Maundy Ascension Shrove Remembrance Canada Australia Anzac ANZAC Election"
        " Inauguration Presidents Columbus Patrick Mother Father Mothers Fathers Women King",
        "",
    ),
    "TIMES": _cased(_alike("once twice times", "")),
    "DIVISION": {
        form: name
        for name in ("Q1", "Q2", "Q3", "Q4", "H1", "H2")
        for form in (name, name[::-1])
    },
    "COMMA": {",": ""},
    "HYPHEN": _alike("- ‐ ‑ – —", "-"),
    "DASH": dict.fromkeys([" - ", " – ", " — ", " -- ", " --- ", " _ "], "-"),
    "SLASH": {"/": ""},
    "STOP": {".": ""},
    "MARK": _alike("; : ! ? …", ""),
    "QUOTE": _alike("' ’ ‘", "'"),
    "OPEN": {"(": ""},
    "CLOSE": {")": ""},
    **NAMES_OF_OTHERS,
}  # fmt: skip
# Feasts of several words: month and day, or a rule of the room's feasts.
FEASTS: Mapping[str, str] = {
    "bastille day": "07-14", "independence day": "07-04", "armistice day": "11-11",
    "labor day": "labor", "memorial day": "memorial", "veterans day": "11-11",
    "valentine's day": "02-14", "boxing day": "12-26", "good friday": "easter-2",
    "palm sunday": "easter-7", "new year": "01-01", "new year's day": "01-01",
    "new year's eve": "12-31", "easter sunday": "easter", "easter monday": "easter+1",
    "christmas eve": "12-24", "christmas day": "12-25", "thanksgiving day": "thanksgiving",
    "may day": "05-01", "labour day": "labor", "ash wednesday": "easter-46",
    "whit sunday": "easter+49", "whit monday": "easter+50", "maundy thursday": "easter-3",
    "ascension day": "easter+39", "shrove tuesday": "easter-47", "canada day": "07-01",
    "australia day": "01-26", "anzac day": "04-25", "remembrance day": "11-11",
    "election day": "election", "inauguration day": "01-20", "columbus day": "columbus",
    "presidents day": "presidents", "presidents'day": "presidents", "patrick's day": "03-17",
    "mother's day": "mothers", "mothers day": "mothers", "father's day": "fathers",
    "fathers day": "fathers", "women's day": "03-08", "king day": "king",
}  # fmt: skip

# Function words that the grammar names: each is a class of its own, under its own name.
_PLAIN = (
    "the a of in and to at on by from between until till since during through throughout within"
    " for or"
).split()
# Shapes of numbers, told apart by `shape`.
_SHAPES = (
    "DAY1 ZDAY DAY TWO THREE YEAR BIG DECIMAL ORDDIG DECADE CLOCK CLOCKAM ISO NUMERIC MILITARY"
).split()

_NAMES = ["OTHER", *CLASSES, *_PLAIN, *_SHAPES]
# Private use characters: none of them means anything to a regular expression.
LETTERS: Mapping[str, str] = {name: chr(0xE000 + n) for n, name in enumerate(_NAMES)}
NAMES: Mapping[str, str] = {letter: name for name, letter in LETTERS.items()}
MEANINGS: Mapping[str, Payload] = {
    word: meaning for words in CLASSES.values() for word, meaning in words.items()
}


_REMEMBERED = 50_000  # words; what is met again is not looked at again


class _Codes(dict[str, str]):
    """Word to class letter; numbers are told by their shape, the rest is OTHER."""

    def __missing__(self, word: str) -> str:
        code = shape(word) if word[0].isdigit() else LETTERS["OTHER"]
        if len(self) < _REMEMBERED:
            self[word] = code
        return code


CODES = _Codes({word: LETTERS[name] for name, words in CLASSES.items() for word in words})
CODES.update({form: LETTERS[word] for word in _PLAIN for form in (word, word.capitalize())})
CODES["an"] = CODES["An"] = LETTERS["a"]

_PATTERNS = [
    ("DECADE", r"\d+0['’]?s"),
    ("ORDDIG", r"\d+(?:st|nd|rd|th)"),
    ("CLOCKAM", r"\d{1,2}(?::\d\d)?(?:am|pm|AM|PM)"),
    ("CLOCK", r"\d{1,2}:\d\d(?::\d\d)?"),
    ("ISO", r"\d{4}(?P<between>[-/.])\d\d?(?P=between)\d\d?(?:T\d\d:.*)?"),
    (
        "NUMERIC",
        r"\d{1,2}(?:(?P<mark>[-./])\d{1,2}(?P=mark)(?:\d{4}|\d\d)|[-./\s]+[IVX]+[-./\s]+\d{4})",
    ),
    ("DECIMAL", r"\d+\.\d+"),
    ("BIG", r"\d{1,3}(?:,\d{3})+"),
]
_SHAPE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS))


def shape(number: str) -> str:
    """The class letter of a token that begins with a digit.

    DAY1 1-9, ZDAY 00-09, DAY 10-31, TWO 32-99, THREE 100-999, MILITARY 0000-0959, YEAR 1000-2199.
    """
    if not number.isascii():
        return LETTERS["OTHER"]
    if number.isdecimal():
        return LETTERS[_integer(number)]
    found = _SHAPE.fullmatch(number)
    return LETTERS[(found.lastgroup if found else None) or "OTHER"]


def _integer(digits: str) -> str:
    match len(digits):
        case 1:
            return "DAY1"
        case 2:
            return "ZDAY" if digits[0] == "0" else "DAY" if int(digits) <= 31 else "TWO"
        case 3:
            return "THREE"
        case 4 if digits[0] == "0":
            return "MILITARY"
        case 4 if "1000" <= digits <= "2199":
            return "YEAR"
    return "BIG"
