"""What is called after a place is none, and names spelt as at home are some."""

import pytest

from mapapp.model import Article, Place, Span
from mapapp.places import find_places
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.mention import Mention
from mapapp.places.namesakes import put_right
from mapapp.places.patterns import Patterns
from mapapp.places.recognise import ChainRecogniser

_PLACES = [
    Place("ma:north-atlantic", "North Atlantic", "sea", -35.0, 40.0),
    Place("ma:caucasus", "Caucasus", "region", 44.0, 42.5),
    Place("gn:614540", "Georgia", "country", 43.5, 42.0, country="GE"),
    Place("ma:orton", "Orton", "settlement", -84.1, 33.6, country="US"),
    Place("gn:585221", "Şuşa", "settlement", 46.75, 39.76, country="AZ", population=19_400),
    Place("gn:586523", "Gəncə", "settlement", 46.36, 40.68, country="AZ", population=330_663),
    Place("gn:587084", "Baku", "settlement", 49.88, 40.37, country="AZ", population=1_116_513),
]


@pytest.fixture(scope="module")
def gazetteer() -> DictGazetteer:
    return DictGazetteer([Entry(place, ()) for place in _PLACES])


def _found(text: str, gazetteer: DictGazetteer) -> list[str]:
    return [item.span.of(text) for item in find_places(Article(text), gazetteer)]


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("Convoys crossed the North Atlantic Ocean.", "North Atlantic", True),
        ("Ministers accused the West of meddling.", "West", False),
        ("Shelling in West Bengal stopped.", "West Bengal", True),
        ("The Caucasus Eagle drills were held in May.", "Caucasus", False),
        ("Both joined exercise Caucasus Eagle in May.", "Caucasus", False),
        ("Both joined exercises in Caucasus and Baku.", "Caucasus", True),
        ("Two torpedoes sank the frigate Orton.", "Orton", False),
        ("Two Orton-class boats lay at anchor.", "Orton", False),
        ("The film Baku won a prize.", "Baku", False),
        ("As Orton et al. (2004) show, it failed.", "Orton", False),
        ("They left the ship, Baku in sight.", "Baku", True),
        ("Crews film Baku at night and ship Orton steel.", "Baku", True),
        ("Crews film Baku at night and ship Orton steel.", "Orton", True),
        ("The last novel\n\nBaku is a town of wind.", "Baku", True),
        ("An Orton-based class went by ship to Baku.", "Baku", True),
    ],
)
def test_names_called_after_places(
    text: str, name: str, stays: bool, gazetteer: DictGazetteer
) -> None:
    page, _, _ = ChainRecogniser(gazetteer).layout(text)
    start = text.index(name)
    span = Span(start, start + len(name))
    first, last = page.starts.tolist().index(span.start), page.ends.tolist().index(span.end) + 1
    mention = Mention(span, first, last, 0.9)
    assert put_right(page, [mention]) == ([mention] if stays else [])


def test_an_ocean_in_the_name_of_an_alliance_is_part_of_a_name(gazetteer: DictGazetteer) -> None:
    text = "It joined the North Atlantic Cooperation Council."
    page, _, _ = ChainRecogniser(gazetteer).layout(text)
    (left,) = put_right(page, [Mention(Span(14, 28), 3, 5, 0.9)])
    assert left.usage == "name_part"


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("Baku-2015 was opened.", "name_part"),
        ("Baku, 2015.", "literal"),
        ("Baku-based firms", "literal"),
        ("Baku", "literal"),
    ],
)
def test_a_name_numbered_by_its_year_is_part_of_a_name(
    text: str, usage: str, gazetteer: DictGazetteer
) -> None:
    page, _, _ = ChainRecogniser(gazetteer).layout(text)
    (left,) = put_right(page, [Mention(Span(0, 4), 0, 1, 0.9, "literal")])
    assert left.usage == usage


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The Duke of Baku marched. Baku lost, and they met Baku.", ["name_part"]),
        (
            "The Duke of Baku marched. Baku lost. He fled to Baku.",
            ["name_part", "literal", "literal"],
        ),
        ("The count of Baku was taken. Baku lost.", ["literal", "literal"]),
        ("The Duke of Orton marched on Baku.", ["literal"]),
    ],
)
def test_a_peer_goes_by_the_name_of_his_land(
    text: str, left: list[str], gazetteer: DictGazetteer
) -> None:
    page, _, _ = ChainRecogniser(gazetteer).layout(text)
    mentions = [
        Mention(Span(int(page.starts[at]), int(page.ends[at])), at, at + 1, 0.9, "literal")
        for at, word in enumerate(page.folded)
        if word == "baku"
    ]
    assert [one.usage for one in put_right(page, mentions)] == left


def test_names_spelt_as_at_home(gazetteer: DictGazetteer) -> None:
    text = "The delegation travelled from Baku to Şuşa and Gəncə by car."
    assert _found(text, gazetteer) == ["Baku", "Şuşa", "Gəncə"]


def test_a_person_spelt_as_at_home_is_no_place(gazetteer: DictGazetteer) -> None:
    assert _found("A letter came from Şuşa Kərimova.", gazetteer) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # Whose full name is told is she throughout, before and after.
        ("Then Georgia won. Georgia Stevens is nine. It is to Georgia's credit.", []),
        ('"She is," said Georgia Stevens. A friend, Georgia\'s aunt, met Georgia.', []),
        # Unless the land is meant at least once,
        ("Georgia Stevens lives in Georgia. She likes Georgia.", ["Georgia"] * 3),
        ("Georgia Stevens came. At Gori, Georgia, it rained.", ["Georgia"] * 2),
        # no full name is told,
        ("Georgia Republicans met. Then Georgia won.", ["Georgia"] * 2),
        ("They met at Georgia\nStevens came. Then Georgia won.", ["Georgia"] * 2),
        # or another name leads up to it.
        ("The North Georgia Stevens met. Then Georgia won.", ["Georgia"] * 2),
        ("Georgia", ["Georgia"]),
    ],
)
def test_a_person_called_like_a_land(text: str, left: list[str], gazetteer: DictGazetteer) -> None:
    page, _, _ = ChainRecogniser(gazetteer).layout(text)
    mentions = [
        Mention(Span(int(page.starts[at]), int(page.ends[at])), at, at + 1, 0.9)
        for at, word in enumerate(page.folded)
        if word == "georgia"
    ]
    assert [mention.span.of(text) for mention in put_right(page, mentions)] == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Nokia said so. Shares of Nokia fell, and at Nokia, Baku's supplier, all is well.",
            ["Baku"],
        ),
        ("Nokia, Toyota and Hitachi have plants there.", []),
        ("She was born in Nokia. Later she left Nokia.", ["Nokia", "Nokia"]),
        ("They met at Nokia, Georgia, on Monday.", ["Nokia", "Georgia"]),
    ],
)
def test_a_firm_called_like_a_town(text: str, left: list[str], gazetteer: DictGazetteer) -> None:
    page, _, _ = ChainRecogniser(gazetteer).layout(text)
    mentions = [
        Mention(Span(int(page.starts[at]), int(page.ends[at])), at, at + 1, 0.9)
        for at, word in enumerate(page.folded)
        if word in ("nokia", "toyota", "hitachi", "georgia", "baku")
    ]
    assert [mention.span.of(text) for mention in put_right(page, mentions)] == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ORTON -- Officials say a car was found.", "ORTON"),
        ("Car found in lake. ORTON — Officials say a car was found.", "ORTON"),
        ("ORTON-BASED firms won.", None),
        ("The ORTON -- as they call it -- won.", None),
    ],
)
def test_a_name_in_capitals_opens_a_report(
    text: str, name: str | None, gazetteer: DictGazetteer
) -> None:
    page, _, matches = ChainRecogniser(gazetteer).layout(text)
    found = [mention.span.of(text) for mention in Patterns(gazetteer).find(page, matches, ())]
    assert found == ([name] if name else [])
