from msgspec.structs import replace

from mapapp.events import relate
from mapapp.events.episode import episode
from mapapp.model import Place, Resolution, Toponym

from tests.events.told import place, read

_POINTS = {
    "Callao": (-77.1, -12.1),
    "Lima": (-77.0, -12.0),
    "Ica": (-75.7, -14.1),
    "Brig": (8.0, 46.3),
}


def _placed(toponyms: list[Toponym], text: str) -> list[Toponym]:
    return [
        replace(one, resolution=Resolution(_at(one.span.of(text)), 0.9)) for one in toponyms
    ]  # fmt: skip


def _at(name: str) -> Place:
    lon, lat = _POINTS[name]
    return replace(place(name), lon=lon, lat=lat)


def test_main_place_is_the_most_named_of_the_region() -> None:
    article, toponyms, _ = read("{Brig} and {Brig}. {Callao}, {Lima} and {Lima}. {Lima}.")
    found = episode(article.text, _placed(toponyms, article.text))
    assert found is not None
    assert found.main.place == _at("Lima")
    assert found.region == {"t:Callao", "t:Lima"}


def test_a_text_that_goes_from_region_to_region_is_no_episode() -> None:
    article, toponyms, _ = read("{Callao} and {Lima}. {Brig} and {Brig}.")
    assert episode(article.text, _placed(toponyms, article.text)) is None


def test_long_text_is_no_episode() -> None:
    article, toponyms, _ = read("{Lima}. " + "It rained. " * 500)
    assert episode(article.text, _placed(toponyms, article.text)) is None


def test_text_without_located_place_is_no_episode() -> None:
    article, toponyms, _ = read("{Nowhere} and {Nowhere Gap}.")
    assert episode(article.text, toponyms) is None


def test_a_name_far_off_does_not_carry_the_episode_away() -> None:
    article, toponyms, times = read(
        "On [2 May 1866|1866-05-02] the fleet left {Callao}, near {Lima}. {Brig} gave the word."
        " On [3 May 1866|1866-05-03] the guns fell silent."
    )
    events = relate(article, _placed(toponyms, article.text), times)
    last = events[-1]
    assert last.place is not None
    assert last.place.name in ("Callao", "Lima")


def test_dates_strewn_over_the_years_are_no_episode() -> None:
    article, toponyms, times = read("[1138]: {Lima} fell. [1509]: {Lima} burnt. [1939]: A quake.")
    placed = _placed(toponyms, article.text)
    assert episode(article.text, placed, times) is None
    assert [event.place for event in relate(article, placed, times)][2] is None


def test_what_was_years_before_an_episode_was_not_there() -> None:
    article, toponyms, times = read(
        "On [2 May 1866|1866-05-02] a fire broke out in {Lima}. On [3 May 1866|1866-05-03] men from"
        " {Callao} came. On [4 May 1866|1866-05-04] it rained in {Lima}. The ship was sold in"
        " [1840]."
    )
    events = relate(article, _placed(toponyms, article.text), times)
    assert events[-1].ties == ()
