"""News as the web writes them: what an annotator would mark, and with which value."""

import pytest

from mapapp.model import Article, Interval
from mapapp.times import find_times

FRIDAY = Interval.parse("2013-03-22").first


def told(text: str) -> list[tuple[str, str]]:
    times = find_times(Article(text, published=FRIDAY), "news")
    return [(time.span.of(text), time.value) for time in times if not time.in_name]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Crews worked through Sunday morning.", "Sunday morning", "2013-03-17TMO"),
        ("Prices rose earlier this month.", "this month", "2013-03"),
        ("Sales rose in the first quarter.", "the first quarter", "2013-Q1"),
        ("Profit for the latest quarter rose.", "the latest quarter", "2012-Q4"),
        ("They hold a two-day meeting.", "two-day", "P2D"),
        ("Debt has doubled over the past decade.", "the past decade", "P10Y"),
        ("Prices doubled in the last year.", "the last year", "P1Y"),
        ("She left on 17 March last year.", "17 March last year", "2012-03-17"),
        ("The past week has been calm.", "The past week", "P1W"),
        ("The inquiry is expected to last six weeks.", "six weeks", "P6W"),
        ("Polls close at 7 p.m. and all is over.", "7 p.m.", "2013-03-22T19:00"),
        ("It struck at 0430 local time.", "0430", "2013-03-22T04:30"),
        ("It struck at 2130 local time.", "2130", "2013-03-22T21:30"),
        ("By mid-afternoon it was quiet.", "mid-afternoon", "2013-03-22TAF"),
        ("A day earlier, police had come.", "A day earlier", "2013-03-21"),
        ("She won this year's prize.", "this year", "2013"),
        ("Half an hour later it was over.", "Half an hour later", "2013-03-22TXX:XX"),
        ("They waited a half-hour for it.", "a half-hour", "PT30M"),
        ("Few recall the post-1945 order.", "1945", "1945"),
        (
            "It lost money in the second half of last year.",
            "the second half of last year",
            "2012-H2",
        ),
        ("They married on New Year's Eve.", "New Year's Eve", "2012-12-31"),
        ("Shops closed for Presidents' Day.", "Presidents' Day", "2013-02-18"),
        ("Prosecutors filed charges in May.", "May", "2012-05"),
        ("The election is in June.", "June", "2013-06"),
        ("Rain will end in mid-April.", "mid-April", "2013-04"),
        ("They walk daily.", "daily", "P1D"),
        ("He has been here since 1986.", "1986", "1986"),
        ("In recent years the lake shrank.", "recent years", "PXY"),
    ],
)
def test_reads_the_times_of_the_news(text: str, words: str, value: str) -> None:
    assert told(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The opposition daily El Lector wrote so.",
        "The Daily Lector wrote so.",
        "Its latest film opened.",
        "A 20-year-old man was held.",
        "A 12 year old was held.",
        "The People's Daily wrote so.",
        "They struck only minutes apart.",
        "It is older by decades.",
        "It is a matter of days.",
        "Later in the day they left.",
        "If it rains on a subsequent day, they stay.",
        "They hope for a better tomorrow.",
    ],
)
def test_leaves_alone_what_only_looks_like_a_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fired at a Christmas market.", "XXXX-XX-XX"),
        ("A company Christmas party was over.", "XXXX-XX-XX"),
        ("They came for the Christmas holidays.", "2012-12-25"),
        ("On Christmas troops came.", "2012-12-25"),
    ],
)
def test_a_feast_that_only_describes_is_no_day(text: str, value: str) -> None:
    ((_, found),) = told(text)
    assert found == value


def test_any_weekday_is_of_no_week() -> None:
    assert told("He sings on a Saturday night.") == [("Saturday night", "XXXX-WXX-6TNI")]
    assert told("He said so in a Wednesday speech.") == [("Wednesday", "2013-03-20")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It runs from 6:30-11:30 p.m. April 24.", ["2013-04-24T18:30", "2013-04-24T23:30"]),
        ("It ran from 11:30 to 2 p.m. there.", ["2013-03-22T11:30", "2013-03-22T14:00"]),
        ("It ran from 9 a.m. to 10 p.m. there.", ["2013-03-22T09:00", "2013-03-22T22:00"]),
    ],
)
def test_hours_share_their_half_of_the_day(text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == values


def test_a_time_of_another_zone_has_its_own_day() -> None:
    assert told("It hit at 6 am (2200 GMT Thursday).") == [
        ("6 am", "2013-03-22T06:00"),
        ("2200 GMT", "2013-03-21T22:00"),
        ("Thursday", "2013-03-21"),
    ]


def test_weeks_counted_from_a_day_that_was_told_end_on_a_day() -> None:
    assert told("On March 20, 2003, it began; three weeks later it ended.") == [
        ("March 20, 2003", "2003-03-20"),
        ("three weeks later", "2003-04-10"),
    ]


def test_a_time_of_day_is_of_the_day_told_in_the_paragraph_before() -> None:
    text = "The bus crashed Monday.\n\nIt left at 9 a.m., police said."
    assert [value for _, value in told(text)] == ["2013-03-18", "2013-03-18T09:00"]
    text = "The trial began on June 4, 2011.\n\nIt goes on at 9 a.m., police said."
    assert [value for _, value in told(text)] == ["2011-06-04", "2013-03-22T09:00"]
