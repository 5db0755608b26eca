"""Stories made by hand: contested, ancient, undated, unlocated, hostile."""

from mapapp.model import (
    Annotation,
    Article,
    Candidate,
    Event,
    Place,
    PlaceName,
    Resolution,
    Span,
    Story,
    Tie,
    TimeExpression,
    Toponym,
    When,
    day_number,
)

BAKU = Place(
    "gn:587084",
    "Baku",
    "settlement",
    49.89201,
    40.37767,
    names=(PlaceName("Bakı", "az"), PlaceName("Баку")),
    country="AZ",
    population=1_116_513,
)
SHUSHA = Place(
    "gn:585225",
    "Shusha",
    "settlement",
    46.74944,
    39.75833,
    names=(PlaceName("Şuşa", "az"), PlaceName("Shushi", "hy")),
    country="AZ",
    contested=True,
)
NAKHCHIVAN = Place(
    "ma:nakhchivan", "Nakhchivan", "region", 45.5, 39.3, country="AZ", area="ma:nakhchivan",
    radius_km=50.0,
)  # fmt: skip
TURKEY = Place("gn:298795", "Turkey", "country", 35.0, 39.0, country="TR", radius_km=500.0)
KARABAKH = Place(
    "ma:karabakh", "Karabakh", "region", 46.7, 39.8, area="ma:karabakh", radius_km=80.0,
    names=(PlaceName("Qarabağ", "az"), PlaceName("Artsakh", "hy")), contested=True,
)  # fmt: skip
FIJI = Place("gn:2205218", "Fiji", "country", 178.0, -18.0, country="FJ", radius_km=200.0)
NOWHERE = Place("un:eldorado", "El Dorado", "site")
ROME = Place("gn:3169070", "Rome", "settlement", 12.51133, 41.89193, country="IT")

_SENTENCES = (
    "In 1992 officers met in Baku.",
    "On 14 March 1992 a delegation from Turkey came to Baku.",
    "Shusha, which Armenians call Shushi, was taken on 8 November 2020.",
    "Turkey and Azerbaijan signed a treaty in 2010.",
    "Since 1996 troops have trained in Nakhchivan.",
    "Caesar was killed in Rome on 15 March 44 BCE.",
    "Gold was found in El Dorado in 1595.",
    "Something happened in Karabakh.",
    "</script><img src=x onerror=alert(1)> ${alert(2)} was seen in Fiji in 2001.",
    "No army entered Baku in 1993.",
)
TEXT = "\n\n".join(_SENTENCES)


def sentence(number: int) -> Span:
    start = TEXT.index(_SENTENCES[number])
    return Span(start, start + len(_SENTENCES[number]))


def when(edtf: str, first: int | None, last: int | None, text: str) -> When:
    return When(edtf, first, last, text)


_Y1992 = when("1992", day_number(1992), day_number(1992, 12, 31), "1992")
_14_MARCH = when("1992-03-14", day_number(1992, 3, 14), day_number(1992, 3, 14), "14 March 1992")
_8_NOVEMBER = when(
    "2020-11-08", day_number(2020, 11, 8), day_number(2020, 11, 8), "8 November 2020"
)
_IDES = when("-0043-03-15", day_number(-43, 3, 15), day_number(-43, 3, 15), "15 March 44 BCE")

EVENTS = (
    Event(
        "e1", "officers met in Baku", "meeting", _Y1992, (Tie(BAKU, "location"),), (sentence(0),)
    ),
    Event(
        "e2",
        "a delegation from Turkey came to Baku",
        "visit",
        _14_MARCH,
        (Tie(BAKU, "destination", score=0.9), Tie(TURKEY, "origin", score=0.7)),
        (sentence(1), sentence(0)),
        score=0.87654,
    ),
    Event(
        "e3",
        "Shusha was taken",
        "military operation",
        _8_NOVEMBER,
        (Tie(SHUSHA, "location", Span(sentence(2).start, sentence(2).start + 6), 0.6),),
        (sentence(2),),
        status="confirmed",
    ),
    Event(
        "e4",
        "a treaty was signed",
        "agreement",
        when("2010", day_number(2010), day_number(2010, 12, 31), "2010"),
        (Tie(TURKEY, "party", score=0.4),),
        (sentence(3),),
        inferred=True,
    ),
    Event(
        "e5",
        "troops have trained in Nakhchivan",
        "training",
        when("1996/..", day_number(1996), None, "Since 1996"),
        (Tie(NAKHCHIVAN, "location"),),
        (sentence(4),),
    ),
    Event("e6", "Caesar was killed", "other", _IDES, (Tie(ROME, "location"),), (sentence(5),)),
    Event(
        "e7",
        "Gold was found",
        "economic",
        when("1595", day_number(1595), day_number(1595, 12, 31), "1595"),
        (Tie(NOWHERE, "location"),),
        (sentence(6),),
    ),
    Event("e8", "Something happened", "other", None, (Tie(KARABAKH, "location"),), (sentence(7),)),
    Event(
        "e9",
        "</script><img src=x onerror=alert(1)> ${alert(2)} was seen",
        "other",
        when("2001", day_number(2001), day_number(2001, 12, 31), "2001"),
        (Tie(FIJI, "location"),),
        (sentence(8),),
    ),
    Event(
        "e10",
        "No army entered Baku",
        "military operation",
        when("1993", day_number(1993), day_number(1993, 12, 31), "1993"),
        (Tie(BAKU, "location"),),
        (sentence(9),),
        modality="negated",
    ),
)

_BAKU_AT = TEXT.index("Baku")
_1992_AT = TEXT.index("1992")
ANNOTATION = Annotation(
    Article(TEXT, "A story of everything", "the zoo", day_number(2024, 5, 6)),
    toponyms=(
        Toponym(
            Span(_BAKU_AT, _BAKU_AT + 4),
            "literal",
            Resolution(BAKU, 0.98, ("capital of Azerbaijan",)),
            (Candidate(BAKU, 0.98, ("capital of Azerbaijan",)), Candidate(ROME, 0.01)),
        ),
        Toponym(Span(TEXT.index("El D"), TEXT.index("El D") + 9), "literal"),
    ),
    times=(TimeExpression(Span(_1992_AT, _1992_AT + 4), "DATE", "1992", _Y1992),),
    events=EVENTS,
)
STORY = Story("zoo", ANNOTATION)
EMPTY = Story("empty", Annotation(Article("Nothing is said.", "Empty")))
