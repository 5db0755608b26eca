"""Dates of other calendars, against days that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.model import Article, civil, day_number
from mapapp.times import find_times
from mapapp.times.reckonings import as_written, hebrew, islamic, persian, republican


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("He died in 656 AH.", "656 AH", "1258"),
        ("It fell in A.H. 1339.", "A.H. 1339", "1920/1921"),
        ("They ruled in 1339-40 AH.", "1339-40 AH", "1920/1922"),
        ("On 10 Muharram 61 AH they met.", "10 Muharram 61 AH", "0680-10-09/0680-10-11"),
        ("In Rajab 1221 he marched.", "Rajab 1221", "1806-09/1806-10"),
        ("The dam of 1335 SH holds.", "1335 SH", "1956/1957"),
        ("On 22 Bahman 1357 it ended.", "22 Bahman 1357", "1979-02-11"),
        ("In Khordad 1342 they rose.", "Khordad 1342", "1963-05/1963-06"),
        ("It was declared on 5 Iyar 5708.", "5 Iyar 5708", "1948-05-14"),
        ("In Adar 5784 it rained.", "Adar 5784", "2024-03/2024-04"),
        ("On 99th Av 5708 they fled.", "Av 5708", "1948-08/1948-09"),
        ("On 18 Brumaire Year VIII he rose.", "18 Brumaire Year VIII", "1799-11-09"),
        ("On 9 Thermidor, Year II, he fell.", "9 Thermidor, Year II", "1794-07-27"),
        ("On 1 Vendémiaire an I it began.", "1 Vendémiaire an I", "1792-09-22"),
        ("On the Ides of March 44 BC he fell.", "the Ides of March 44 BC", "-0043-03-15"),
        ("On the Nones of May 1204 it fell.", "the Nones of May 1204", "1204-05-07"),
        ("Rome, 709 AUC, was calm.", "709 AUC", "-0044"),
        ("In the 151st Olympiad it fell.", "the 151st Olympiad", "-0175/-0171"),
        ("In the 2nd millennium BC it stood.", "the 2nd millennium BC", "-1999/-1000"),
        ("In the XIX century it stood.", "the XIX century", "18XX"),
    ],
)
def test_reads_dates_of_other_calendars(text: str, words: str, edtf: str) -> None:
    (time,) = find_times(Article(text))
    assert time.when is not None
    assert (time.span.of(text), time.when.edtf) == (words, edtf)
    assert ("/" in edtf) == (time.when.certainty == "less-certain")


@pytest.mark.parametrize(
    "text",
    [
        "Mr Rajab met Ali Safar.",
        "Germinal is a novel; Thermidor is a dish.",
        "The Games of the XXX Olympiad were long.",
        "On 9 Thermidor he fell.",
        "Pope Pius XII met Malcolm X.",
        "Ah, 12 of them!",
    ],
)
def test_names_alone_are_no_dates(text: str) -> None:
    assert find_times(Article(text)) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The treaty of 12/24 October 1813 holds.", ["1813-10-24"] * 2),
        ("On 14 (26) December 1825 they rose.", ["1825-12-26"]),
        ("On 25 October (7 November) 1917 it fell.", ["1917-11-07"] * 2 + ["1917"]),
        ("On 7 November (25 October) 1917 it fell.", ["1917-11-07"] * 2 + ["1917"]),
        ("On 10 Muharram 61 AH (10 October 680) they met.", ["0680-10-10"] * 2),
        ("It fell in 1339 AH (1921).", ["1921"] * 2),
        ("In 1339 AH (not in 1917) it fell.", ["1920/1921", "1917"]),
        ("On 3 May (7 May) 1918 they met.", ["1918-05-03", "1918-05-07", "1918"]),
    ],
)
def test_a_day_told_in_two_calendars_is_one(text: str, edtf: list[str]) -> None:
    assert [time.when.edtf for time in find_times(Article(text)) if time.when] == edtf


def test_years_of_other_calendars_begin_where_they_do() -> None:
    assert civil(islamic(1)) == (622, 7, 19)
    assert as_written(islamic(1)) == (622, 7, 16)
    assert [civil(persian(year)) for year in (1300, 1375, 1399, 1403)] == [
        (1921, 3, 21),
        (1996, 3, 20),
        (2020, 3, 20),
        (2024, 3, 20),
    ]
    assert [civil(hebrew(year, 1, 1)) for year in (5708, 5734, 5784, 5785)] == [
        (1947, 9, 15),
        (1973, 9, 27),
        (2023, 9, 16),
        (2024, 10, 3),
    ]
    assert republican(15, 1, 1) is None


@given(st.integers(1, 1499), st.integers(1, 12))
def test_months_of_the_moon_have_29_or_30_days(year: int, month: int) -> None:
    after = islamic(year, month + 1) if month < 12 else islamic(year + 1)
    assert after - islamic(year, month) in (29, 30)


@given(st.integers(4000, 5999))
def test_hebrew_years_have_a_length_that_there_is(year: int) -> None:
    assert hebrew(year + 1, 1, 1) - hebrew(year, 1, 1) in (353, 354, 355, 383, 384, 385)
    assert hebrew(year + 1, 1, 1) - hebrew(year, 12, 29) == 1  # Elul has 29 days


def test_europe_wrote_julian_days_until_the_reform() -> None:
    first = day_number(1582, 10, 15)
    assert (as_written(first), as_written(first - 1)) == ((1582, 10, 15), (1582, 10, 4))
    assert as_written(day_number(-43, 3, 13)) == (-43, 3, 15)
