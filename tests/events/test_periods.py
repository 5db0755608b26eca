from pathlib import Path

import pytest
from msgspec.structs import replace

from mapapp.events import relate
from mapapp.events.periods import Periods, shipped
from mapapp.model import Span, TimeExpression, window

from tests.events.told import read, told


def test_shipped_periods_are_well_formed() -> None:
    names = [name for period in shipped().known for name in period.names]
    assert len(names) == len(set(names))
    assert all(period.names for period in shipped().known)


def test_named_war_dates_what_happened_in_it() -> None:
    [event] = told("During the Korean War, tents were sewn in {Lima}.")
    assert event.when is not None
    assert event.when.days == window("1950-06-25", "1953-07-27")
    assert event.when.text == "Korean War"


def test_a_name_dated_by_the_text_dates_later_sentences() -> None:
    events = told(
        "The Salt War in [1881] ruined {Lima}. During the Salt War, a school in {Quito} was closed."
    )
    assert [event.when.edtf[:4] for event in events if event.when] == ["1881", "1881"]


def test_the_war_means_the_war_named_last() -> None:
    events = told(
        "In the Korean War, tents were sewn in {Lima}. A mill stood idle in {Quito} during the war."
    )
    assert [event.when.text for event in events if event.when] == ["Korean War", "war"]


def test_unknown_war_dates_nothing() -> None:
    assert told("During the Spoon War, tents were sewn in {Lima}.") == ()


def test_day_without_year_lies_within_the_war_that_the_text_is_about() -> None:
    article, toponyms, times = read(
        "Confederate guns stood at {Tuscumbia}. On [July 7|1863-07-07] they fell silent."
    )
    yearless = [replace(times[0], value="XXXX-07-07", when=None)]
    events = relate(article, toponyms, yearless)
    dated = [event for event in events if event.when and event.when.text == "July 7"]
    assert dated[0].when is not None
    assert dated[0].when.edtf == "1861-07-07/1864-07-07"
    assert dated[0].when.certainty == "uncertain"


def test_day_without_year_stays_undated_without_a_sign() -> None:
    article, toponyms, times = read("On [July 7|1863-07-07] the fair opened in {Lima}.")
    yearless = [TimeExpression(Span(3, 9), "DATE", "XXXX-07-07")]
    assert relate(article, toponyms, yearless) == ()
    assert times


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ('[a]\nnames = "x"\nfirst = "1900"\nlast = "1901"', "names"),
        ('[a]\nnames = ["x"]\nfirst = "1902"\nlast = "1901"', "1902"),
        ('[a]\nnames = ["x"]\nfirst = "soon"\nlast = "1901"', "soon"),
    ],
)
def test_bad_file_is_named_with_its_fault(tmp_path: Path, toml: str, fault: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(toml)
    with pytest.raises(ValueError, match=fault) as error:
        Periods.read(path)
    assert "own.toml" in str(error.value)


def test_own_file_replaces_the_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[salt]\nnames = ["Salt War"]\nfirst = "1881"\nlast = "1882"')
    article, toponyms, times = read("During the Salt War, a school in {Quito} was closed.")
    [event] = relate(article, toponyms, times, named=Periods.read(path))
    assert event.when is not None
    assert event.when.edtf == "1881-01-01/1882-12-31"


@pytest.mark.parametrize(
    ("sign", "year"),
    [
        ("Two Union brigades", "1861"),
        ("The Union army", "1861"),
        ("The African Union army", ""),
        ("A union of brigades", ""),
    ],
)
def test_a_phrase_shows_what_a_text_without_years_is_about(sign: str, year: str) -> None:
    events = told(f"{sign} stormed the fort at {{Tuscumbia}}. It rained for a day.")
    assert [event.when.edtf[:4] if event.when else "" for event in events] == [year]
