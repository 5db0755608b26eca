from mapapp.model import Place, PlaceName, day_number
from mapapp.places.gazetteer import DictGazetteer, Entry
from mapapp.places.gazetteer.prior import candidates

GANJA = Place(
    "gn:586523",
    "Ganja",
    "settlement",
    names=(PlaceName("Kirovabad", "ru", day_number(1935), day_number(1989)),),
    country="AZ",
    population=330_663,
)
PANJ = Place("gn:1220750", "Panj", "settlement", names=(PlaceName("Kirovabad"),), population=8_019)
TURKEY = Place("gn:298795", "Turkey", "country", country="TR", contested=True)
GAZETTEER = DictGazetteer([Entry(PANJ), Entry(GANJA), Entry(TURKEY, ("Turkish",))])


def test_scores_are_shares_in_falling_order() -> None:
    scores = [candidate.score for candidate in candidates(GAZETTEER, "kirovabad")]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == 1


def test_reasons_say_what_the_name_is_and_when_it_was_used() -> None:
    best = candidates(GAZETTEER, "Kirovabad")[0]
    assert best.place == GANJA
    assert best.reasons == (
        "settlement in AZ",
        "population 330,663",
        "Kirovabad (ru) is another name of Ganja",
        "used: 1935-01-01 – 1989-01-01",
    )


def test_a_demonym_is_marked_as_one() -> None:
    (only,) = candidates(GAZETTEER, "Turkish")
    assert "its people or adjective; the place is Turkey" in only.reasons
    assert "name or belonging in dispute" in only.reasons


def test_an_unknown_name_has_no_candidates() -> None:
    assert candidates(GAZETTEER, "Nowhere") == ()
