"""Ways to write dates, each with its value and EDTF."""

import pytest

from mapapp.model import Article
from mapapp.times import find_times


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (time.span.of(text), time.value, time.when.edtf if time.when else None)
        for time in find_times(Article(text))
        if not time.in_name
    ]


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("2 May, 1777", "1777-05-02", "1777-05-02"),
        ("the 4th of July, 1943", "1943-07-04", "1943-07-04"),
        ("Monday, 5 May 2003", "2003-05-05", "2003-05-05"),
        ("January 13 1951", "1951-01-13", "1951-01-13"),
        ("Oct. 23, 1998", "1998-10-23", "1998-10-23"),
        ("1998-08-07", "1998-08-07", "1998-08-07"),
        ("14.5.1948", "1948-05-14", "1948-05-14"),
        ("February of 1940", "1940-02", "1940-02"),
        ("SEPTEMBER 1939", "1939-09", "1939-09"),
        ("the third week of August 1914", "1914-08", "1914-08"),
        ("mid-1943", "1943", "1943"),
        ("the second half of 2008", "2008-H2", "2008-07/2008-12"),
        ("the fourth quarter of 2012", "2012-Q4", "2012-10/2012-12"),
        ("Q3 2012", "2012-Q3", "2012-07/2012-09"),
        ("early summer of 1943", "1943-SU", "1943-22"),
        ("1982 summer", "1982-SU", "1982-22"),
        ("the 470s BC", "BC047", "-0478/-0469"),
        ("the mid-1960s", "196", "196X"),
        ("the first half of the 19th century", "18", "1800/1849"),
        ("the mid-1800s", "18", "18XX"),
        ("the fourth century BC", "BC03", "-0399/-0300"),
        ("April 480 BC", "BC0480-04", "-0479-04"),
        ("AD 79", "0079", "0079"),
        ("circa 1350", "1350", "1350~"),
        ("the year 1066", "1066", "1066"),
        ("5:30PM, May 7, 1954", "1954-05-07T17:30", "1954-05-07"),
        ("the early morning hours of November 1, 1954", "1954-11-01TMO", "1954-11-01"),
        ("Christmas Day 1914", "1914-12-25", "1914-12-25"),
        ("Easter Monday 1916", "1916-04-24", "1916-04-24"),
        ("Thanksgiving 1999", "1999-11-25", "1999-11-25"),
        ("New Year's Eve, 1999", "1999-12-31", "1999-12-31"),
        ("29 February 2000", "2000-02-29", "2000-02-29"),
        ("the 3rd day of March, 2014", "2014-03-03", "2014-03-03"),
        ("the twenty-first of June, 1850", "1850-06-21", "1850-06-21"),
        ("the second Tuesday of November 2008", "2008-11-11", "2008-11-11"),
        ("the last Sunday in March 1999", "1999-03-28", "1999-03-28"),
        ("the week of March 6, 2000", "2000-W10", "2000-03-06/2000-03-12"),
        ("the first week in September 1939", "1939-09", "1939-09"),
        ("the twenty-first century", "20", "20XX"),
        ("the 1840's", "184", "184X"),
        ("3000 BC", "BC3000", "-2999"),
        ("2020/09/27", "2020-09-27", "2020-09-27"),
        ("27-09-2020", "2020-09-27", "2020-09-27"),
        ("2020-09-27T08:03Z", "2020-09-27T08:03", "2020-09-27"),
        ("Ash Wednesday 1916", "1916-03-08", "1916-03-08"),
        ("9/11", "2001-09-11", "2001-09-11"),
        ("fiscal 2013", "2013", "2013~"),
        ("the last quarter of the 19th century", "18", "1875/1899"),
        ("the first third of the 20th century", "19", "1900/1932"),
        ("the last decade of the 19th century", "189", "189X"),
        ("the second quarter of the 4th century BC", "BC03", "-0374/-0350"),
        ("the turn of the 20th century", "19", "1895/1905"),
        ("the opening years of the 20th century", "19", "19XX"),
        ("the closing months of 1918", "1918", "1918"),
        ("the early Seventies", "197", "197X"),
        ("the last quarter of 2012", "2012-Q4", "2012-10/2012-12"),
        ("3Q 2008", "2008-Q3", "2008-07/2008-09"),
        ("Q2 FY2013", "2013-Q2", "2013~"),
        ("FY12", "2012", "2012~"),
        ("2 September 31 BC", "BC0031-09-02", "-0030-09-02"),
        ("AD 14", "0014", "0014"),
        ("4 BC", "BC0004", "-0003"),
        ("12/III/1918", "1918-03-12", "1918-03-12"),
        ("12.III.1918", "1918-03-12", "1918-03-12"),
        ("12 III 1918", "1918-03-12", "1918-03-12"),
        ("31-Mar-1918", "1918-03-31", "1918-03-31"),
        ("2020-11-9", "2020-11-09", "2020-11-09"),
        ("1990.01.20", "1990-01-20", "1990-01-20"),
        ("2020-11-09T22:00+04:00", "2020-11-09T22:00", "2020-11-09"),
        ("2020-11", "2020-11", "2020-11"),
        ("01/1990", "1990-01", "1990-01"),
    ],
)
def test_reads_a_date_whole(text: str, value: str, edtf: str) -> None:
    assert read(text) == [(text, value, edtf)]
    assert read(f"It was over by {text}.") == [(text, value, edtf)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1683, July–September: the siege.", ["1683", "1683-07", "1683-09"]),
        ("1571 Oct 7: a battle at sea.", ["1571", "1571-10-07"]),
        ("They met on 7 November (25 October) 1917.", ["1917-11-07", "1917-10-25", "1917"]),
        ("From the 5th to the 4th century BC.", ["BC04", "BC03"]),
        ("In the 9th and 10th centuries.", ["08", "09"]),
        ("Of the 1850s and '60s.", ["185", "186"]),
        ("It lasted Sept.-Oct. 2020.", ["2020-09", "2020-10"]),
        ("In June of '41, not in 1940.", ["1941-06", "1940"]),
        ("At 04:17 local time (01:17 UTC) on 6 February 2023.",
         ["2023-02-06T04:17", "2023-02-06T01:17", "2023-02-06"]),
        ("At five o'clock in the evening on 3 June 1911.", ["1911-06-03T17:00", "1911-06-03"]),
        ("In 1950 the law was half a century old; half a century ago, so.", ["1950", "P50Y"]),
    ],
)  # fmt: skip
def test_dates_lend_each_other_what_they_leave_out(text: str, expected: list[str]) -> None:
    assert [value for _, value, _ in read(text)][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "values", "certainty"),
    [
        ("On 27/9/2020 and on 3/4/2021.", ["2020-09-27", "2021-04-03"], "certain"),
        ("On 9/27/2020 and on 3/4/2021.", ["2020-09-27", "2021-03-04"], "certain"),
        ("On 2 May 1999 and on 3/4/2021.", ["1999-05-02", "2021-04-03"], "certain"),
        ("Nothing else tells: 3/4/2021.", ["2021-03-04"], "less-certain"),
    ],
)
def test_digits_are_read_as_the_document_writes_dates(
    text: str, values: list[str], certainty: str
) -> None:
    times = find_times(Article(text))
    assert [time.value for time in times] == values
    assert times[-1].when is not None
    assert times[-1].when.certainty == certainty


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They ruled in 2009-11.", "2009/2011"),
        ("March was cold in 1947.", "1947"),
        ("He had a score of 1270 in 1999.", "1999"),
        ("Some 1500 birds died in 2006.", "2006"),
        ("The cases reached 1004 in 2009.", "2009"),
        ("They met there (10 October 680).", "0680-10-10"),
        ("The treaty of 12/24 October 1813 was signed.", "1813-10-24"),
        ("On 12/24 October 1999 they met.", "1999-10-12/1999-10-24"),
        ("In March 1918 they met, on 9.4.18 they left.", "1918-04-09"),
        ("They left on 9.4.18.", "2018-04-09"),
        ("On the night from 25 to 26 February 1992 it burned.", "1992-02-25/1992-02-26"),
    ],
)
def test_the_last_date_means_these_days(text: str, edtf: str) -> None:
    assert read(text)[-1][2] == edtf


@pytest.mark.parametrize("text", ["Law No. 11/2020 holds.", "It is 12 XX 19999.", "12-13-2020-14"])
def test_digits_that_make_no_date(text: str) -> None:
    assert not [edtf for _, _, edtf in read(text) if edtf and "-" in edtf]


def test_numbers_of_divisions_are_no_dates() -> None:
    assert read("The 9th and 10th divisions met 5/11 of it.") == []


@pytest.mark.parametrize("word", ["By", "Before", "After"])
def test_what_lies_beside_a_date_is_less_certain(word: str) -> None:
    (time,) = find_times(Article(f"{word} 1992 they held the town."))
    assert time.when is not None
    assert (time.when.edtf, time.when.certainty) == ("1992", "less-certain")


def test_a_day_that_never_was_has_no_days() -> None:
    assert read("On February 30, 1999, nothing happened.") == [
        ("February 30, 1999", "1999-02-30", None)
    ]
    assert read("On 2018-02-30 nothing happened.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three weeks", "P3W"),
        ("a fortnight", "P2W"),
        ("twenty-five years", "P25Y"),
        ("a hundred years", "P100Y"),
        ("two dozen days", "P24D"),
        ("two and a half years", "P2.5Y"),
        ("a year and a half", "P1.5Y"),
        ("half a century", "P50Y"),
        ("several months", "PXM"),
        ("the past two decades", "P2DE"),
        ("more than 48 hours", "PT48H"),
        ("the first three years", "P3Y"),
        ("every two years", "P2Y"),
        ("every Monday", "XXXX-WXX-1"),
        ("twice a week", "P1W"),
        ("recently", "PAST_REF"),
        ("the future", "FUTURE_REF"),
        ("right now", "PRESENT_REF"),
    ],
)
def test_reads_lengths_and_sets_that_nothing_anchors(text: str, value: str) -> None:
    ((words, found, edtf),) = read(f"They had it {text}.")
    assert (found, edtf) == (value, None)
    assert words in text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In January, February and March 1916", ["1916-01", "1916-02", "1916-03"]),
        ("On 3, 4 and 5 May 1808", ["1808-05-03", "1808-05-04", "1808-05-05"]),
        ("On May 4 and 5, 1865", ["1865-05-04", "1865-05-05"]),
        ("On the night of 24/25 May 1982", ["1982-05-24TNI", "1982-05-25"]),
        ("In 1861-5 they fought", ["1861", "1865"]),
        ("In 1898-02 they fought", ["1898", "1902"]),
    ],
)
def test_lends_what_dates_share(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the winter of 1939-40", ["1939-24", "1939-24"]),
        ("since the 1990s", ["1990/.."]),
        ("until the summer of 1943", ["../1943-08"]),
        ("from the 1960s to 1975", ["1960/1975", "1960/1975"]),
        ("from 25 June 1950 to 27 July 1953", ["1950-06-25/1953-07-27"] * 2),
        ("since about 1850", ["1850~/.."]),
        ("(264-241 BC)", ["-0263/-0240", "-0263/-0240"]),
        ("from 1997 to 1992", ["1997", "1992"]),
        ("in 1992 and 1997", ["1992", "1997"]),
        ("In 2019 and 2020 it grew, in the same years it won", ["2019", "2020", "2019/2020"]),
    ],
)
def test_ranges_and_open_ends_carry_all_their_days(text: str, edtf: list[str]) -> None:
    assert [found for _, _, found in read(text)] == edtf


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("in 1850", "certain"),
        ("about 1850", "less-certain"),
        ("c. 1850", "less-certain"),
    ],
)
def test_says_how_sure_it_is(text: str, certainty: str) -> None:
    (time,) = find_times(Article(text))
    assert time.when is not None
    assert time.when.certainty == certainty


def test_what_is_carried_forward_is_less_certain() -> None:
    first, second = find_times(Article("In 1850 they came. In May they left."))
    assert first.when is not None
    assert second.when is not None
    assert (first.when.certainty, second.when.certainty) == ("certain", "less-certain")


@pytest.mark.parametrize(
    "text",
    [
        "Over 1000 cases at 1424 John Bragg Highway; Post No. 1922, ext. 1133",
        "He lives in the 1100 block of a road.",
        "It was high noon for a show called 60 Minutes.",
        "on the 40th anniversary, from the 17th through the 19th, Linda Daily, High Noon",
        "a 6-year-old boy and a forty-year-old ship",
        "They butchered 1400 victims and 2000 soldiers.",
        "See page 1914, resolution 1973, Route 1945, flight 1549 and § 1984.",
        "It cost £1914 and 1,914 euros, or 1.85 billion dollars.",
        "Call 555-2013 or 2013-555-0199.",
        "The March on the capital; the exercises Star, Winter Training and Phoenix.",
        '"Yes," said May, "May is right."',
        "the 1st Division, to the 11th Circuit, by the 5th Corps",
        "the fall of the city, a second try, the sun",
        "In his 20s he won 3-1, 4:2 and 10/12.",
        "model F-2000 and the TB2s, B-52s, AK-47 and 9K1980",
    ],
)
def test_leaves_other_numbers_and_names_alone(text: str) -> None:
    assert [found for found in read(text) if found[0] != "Years"] == []


def test_the_end_of_a_range_in_two_digits_counts_from_its_beginning() -> None:
    text = "He went to Paris (1850–51)."
    assert {time.when.edtf for time in find_times(Article(text)) if time.when} == {"1850/1851"}
