"""Stories made by hand that hold every kind of place and date; tests of pages draw them."""

from collections.abc import Sequence

from msgspec.structs import replace

from mapapp.model import (
    Annotation,
    Article,
    Event,
    Interval,
    Place,
    PlaceName,
    Resolution,
    Role,
    Span,
    Story,
    Tie,
    TimeExpression,
    Toponym,
    When,
)
from mapapp.model.day import day_number

HOSTILE = (
    "</script><script>alert(1)</script> ${alert(2)} <img src=x onerror=alert(3)> & \"'`"
    " {{ 7 * 7 }} {{{ no.thing }}} {# gone #} {% raw %}"
)

BAKU = Place("gn:587084", "Baku", "settlement", 49.8920, 40.3777, (PlaceName("Bakı", "az"),), "AZ")
GANJA = Place(
    "gn:586523",
    "Ganja",
    "settlement",
    46.3606,
    40.6828,
    (
        PlaceName("Elisabethpol", "ru", day_number(1804), day_number(1918, 12, 31)),
        PlaceName("Kirovabad", "ru", day_number(1935), day_number(1989, 12, 31)),
        PlaceName("Gandzak", "hy"),
    ),
    "AZ",
)
SHUSHA = Place(
    "gn:585226",
    "Shusha",
    "settlement",
    46.7464,
    39.7601,
    (PlaceName("Shushi", "hy"), PlaceName("Şuşa", "az")),
    "AZ",
    contested=True,
)
NAKHCHIVAN = Place(
    "ma:nakhchivan",
    "Nakhchivan",
    "admin1",
    45.45,
    39.3,
    country="AZ",
    area="nakhchivan",
    radius_km=42,
)
TURKEY = Place(
    "ma:tr", "Turkey", "country", 35.2, 39.1, country="TR", radius_km=480, area="country:TR"
)
AZERBAIJAN = Place(
    "ma:az", "Azerbaijan", "country", 47.5, 40.35, country="AZ", radius_km=170, area="country:AZ"
)
ANKARA = Place("gn:323786", "Ankara", "settlement", 32.8543, 39.9199, country="TR")
ISTANBUL = Place("gn:745044", "Istanbul", "settlement", 28.9497, 41.0138, country="TR")
ROME = Place("gn:3169070", "Rome", "settlement", 12.5113, 41.8919, country="IT")
SUVA = Place("x:suva", "Suva", "settlement", 178.44, -18.14, country="FJ")
TAVEUNI = Place("x:taveuni", "Taveuni", "island", -179.97, -16.85, radius_km=20)
APIA = Place("x:apia", "Apia", "settlement", -171.77, -13.83, country="WS")
NOWHERE = Place("ma:nowhere", "Aghband", "site")

# (sentence, date words, EDTF or None, place or None, place words, role, category)
_Row = tuple[str, str, str | None, Place | None, str, Role, str]

_CHRONICLE: tuple[_Row, ...] = (
    (
        "Dictator and senate met in Rome on 15 March 44 BCE.",
        "15 March 44 BCE",
        "-0043-03-15",
        ROME,
        "Rome",
        "location",
        "conflict",
    ),
)

_PACIFIC: tuple[_Row, ...] = (
    (
        "Delegates met in Suva on 3 May 1971.",
        "3 May 1971",
        "1971-05-03",
        SUVA,
        "Suva",
        "location",
        "meeting",
    ),
    (
        "A road round Taveuni was opened in 1975.",
        "1975",
        "1975",
        TAVEUNI,
        "Taveuni",
        "location",
        "other",
    ),
    ("A storm reached Apia in 1982.", "1982", "1982", APIA, "Apia", "location", "disaster"),
)

_AGES: tuple[_Row, ...] = (
    ("Rome was founded in 753 BC.", "753 BC", "-0752", ROME, "Rome", "location", "other"),
    *_CHRONICLE,
    ("A truce was sworn in Rome in 1077.", "1077", "1077", ROME, "Rome", "location", "agreement"),
    (
        "A fleet took Istanbul in 1204.",
        "1204",
        "1204",
        ISTANBUL,
        "Istanbul",
        "location",
        "conflict",
    ),
    (
        "Oil came from Baku in the 19th century.",
        "19th century",
        "1801/1900",
        BAKU,
        "Baku",
        "location",
        "economic",
    ),
    (
        "A fair was held in Istanbul in 1993.",
        "1993",
        "1993",
        ISTANBUL,
        "Istanbul",
        "location",
        "exhibition",
    ),
)

_DAYS: tuple[_Row, ...] = (
    (
        "Troops came to Baku on 18 August 1991.",
        "18 August 1991",
        "1991-08-18",
        BAKU,
        "Baku",
        "destination",
        "conflict",
    ),
    (
        "A crowd met in Ganja on 19 August 1991.",
        "19 August 1991",
        "1991-08-19",
        GANJA,
        "Ganja",
        "location",
        "meeting",
    ),
    (
        "A decree was signed in Ankara on 20 August 1991.",
        "20 August 1991",
        "1991-08-20",
        ANKARA,
        "Ankara",
        "location",
        "policy",
    ),
)

_CAUCASUS: tuple[_Row, ...] = (
    (
        "A treaty was signed in Ganja on 4 June 1918.",
        "4 June 1918",
        "1918-06-04",
        GANJA,
        "Ganja",
        "location",
        "agreement",
    ),
    (
        "Officers came to Baku in September 1918.",
        "September 1918",
        "1918-09",
        BAKU,
        "Baku",
        "destination",
        "visit",
    ),
    (
        "Both states signed a treaty on training in 1992 in Ankara.",
        "1992",
        "1992",
        ANKARA,
        "Ankara",
        "location",
        "agreement",
    ),
    (
        "Turkey announced the inspection of aircraft on 14 March 1992.",
        "14 March 1992",
        "1992-03-14",
        TURKEY,
        "Turkey",
        "party",
        "policy",
    ),
    (
        "The staff college in Baku took foreign teachers between 1992 and 1997.",
        "between 1992 and 1997",
        "1992/1997",
        BAKU,
        "Baku",
        "location",
        "training",
    ),
    (
        "A protocol was signed in Baku in June 1996.",
        "June 1996",
        "1996-06",
        BAKU,
        "Baku",
        "location",
        "agreement",
    ),
    (
        "Oil made Azerbaijan richer in the second half of the 1990s.",
        "second half of the 1990s",
        "1995/1999",
        AZERBAIJAN,
        "Azerbaijan",
        "party",
        "economic",
    ),
    (
        "Free aid has gone to Azerbaijan since 1996.",
        "since 1996",
        "1996/..",
        AZERBAIJAN,
        "Azerbaijan",
        "destination",
        "aid",
    ),
    (
        "Ministers met in Baku on 3 May 2001.",
        "3 May 2001",
        "2001-05-03",
        BAKU,
        "Baku",
        "location",
        "meeting",
    ),
    (
        "An arms fair opened in Istanbul in 2019.",
        "2019",
        "2019",
        ISTANBUL,
        "Istanbul",
        "location",
        "exhibition",
    ),
    (
        "A drill was held in Nakhchivan in July 2020.",
        "July 2020",
        "2020-07",
        NAKHCHIVAN,
        "Nakhchivan",
        "location",
        "exercise",
    ),
    (
        "The presidents signed a declaration in Shusha on 15 June 2021.",
        "15 June 2021",
        "2021-06-15",
        SHUSHA,
        "Shusha",
        "location",
        "agreement",
    ),
    (
        "A fair of technology took place in Baku in 2022.",
        "2022",
        "2022",
        BAKU,
        "Baku",
        "location",
        "exhibition",
    ),
    (
        "An academy in Baku keeps close ties with another one.",
        "",
        None,
        BAKU,
        "Baku",
        "location",
        "organisation",
    ),
    (
        "Engineers opened a bridge at Aghband in 2023.",
        "2023",
        "2023",
        NOWHERE,
        "Aghband",
        "location",
        "other",
    ),
)


def caucasus() -> Story:
    """Sixteen sentences: towns, a contested town, areas, parties, undated and unlocated ones."""
    return _story("caucasus", "Two neighbours and their armies", _CAUCASUS)


def antiquity() -> Story:
    """One day before the year 1."""
    return _story("antiquity", "The Ides of March", _CHRONICLE)


def pacific() -> Story:
    """Three islands on both sides of the antimeridian."""
    return _story("pacific", "Across the date line", _PACIFIC)


def ages() -> Story:
    """From the founding of Rome to the 1990s."""
    return _story("ages", "Three thousand years", _AGES)


def days() -> Story:
    """Three days on end."""
    return _story("days", "Three days in August", _DAYS)


def hostile() -> Story:
    """Every text that reaches the page tries to become markup or program."""
    place = Place("x:evil", f"Evil {HOSTILE}", "settlement", 10.0, 50.0)
    sentence = f"Evil {HOSTILE} fell in 1999."
    text = f"{HOSTILE}\n\n{sentence}"
    start = len(HOSTILE) + 2
    span = Span(start, len(text))
    event = Event(
        "evil1",
        f"Fell {HOSTILE}",
        "conflict",
        When("1999", day_number(1999), day_number(1999, 12, 31), f"1999{HOSTILE}"),
        (Tie(place, "location", Span(start, start + 4)),),
        (span,),
    )
    toponym = Toponym(Span(start, start + 4), "literal", Resolution(place, 1.0))
    article = Article(text, f"Title {HOSTILE}", f"Source {HOSTILE}")
    return Story("hostile", Annotation(article, (toponym,), (), (event,)))


def checked() -> Story:
    """The first story, every third event confirmed by a person."""
    notes = caucasus().annotation
    events = tuple(
        event if number % 3 else replace(event, status="confirmed")
        for number, event in enumerate(notes.events)
    )
    return Story("checked", replace(notes, events=events))


def empty() -> Story:
    """No place, no date, no event."""
    return Story("empty", Annotation(Article("Nothing happened.", "Nothing")))


def gathered(slug: str, places: Sequence[Place]) -> Story:
    """One event at each of some places, a year after the one before."""
    rows: list[_Row] = []
    for year, place in enumerate(places, 1700):
        sentence = f"A protocol was signed in {place.name} in {year}."
        rows.append((sentence, str(year), str(year), place, place.name, "location", "agreement"))
    return _story(slug, f"{len(places)} places", tuple(rows))


def _story(slug: str, title: str, rows: tuple[_Row, ...]) -> Story:
    text = title
    toponyms: list[Toponym] = []
    times: list[TimeExpression] = []
    events: list[Event] = []
    for number, (sentence, words, edtf, place, name, role, category) in enumerate(rows):
        text += "\n\n"
        span = Span(len(text), len(text) + len(sentence))
        text += sentence
        when = _when(edtf, words)
        if when:
            at = text.index(words, span.start)
            times.append(TimeExpression(Span(at, at + len(words)), "DATE", when.edtf, when))
        ties: tuple[Tie, ...] = ()
        if place:
            at = text.index(name, span.start)
            named = Span(at, at + len(name))
            resolved = Resolution(place, 0.9) if place.lon is not None else None
            toponyms.append(Toponym(named, "literal", resolved))
            ties = (Tie(place, role, named),)
        if role == "party" and place is TURKEY:
            ties = (*ties, Tie(AZERBAIJAN, "party"))
        title_words = " ".join(sentence.rstrip(".").split()[:12])
        events.append(Event(f"e{number}", title_words, category, when, ties, (span,)))
    article = Article(text, title, "A hand-made chronicle", headings=(Span(0, len(title)),))
    return Story(slug, Annotation(article, tuple(toponyms), tuple(times), tuple(events)))


def _when(edtf: str | None, words: str) -> When | None:
    if edtf is None:
        return None
    start, _, end = edtf.partition("/")
    first = Interval.parse(start).first
    last = None if end == ".." else Interval.parse(end or start).last
    return When(edtf, first, last, words)
