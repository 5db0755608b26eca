import pytest

from mapapp.model import Article, day_number, iso_date
from mapapp.times import find_times


def told(text: str, published: str | None = None, mode: str | None = None) -> list[tuple[str, str]]:
    day = day_number(*map(int, published.split("-"))) if published else None
    times = find_times(Article(text, published=day), mode)  # type: ignore[arg-type]
    return [(time.span.of(text), time.value) for time in times if not time.in_name]


def days(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (time.when.edtf, iso_date(time.when.first), iso_date(time.when.last))
        for time in find_times(Article(text))
        if time.when is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on June 4, 1918.", [("June 4, 1918", "1918-06-04")]),
        ("It was signed on 31 October 2017.", [("31 October 2017", "2017-10-31")]),
        ("He came in the early 90s.", [("the early 90s", "199")]),
        ("Since 1996 it has helped.", [("1996", "1996")]),
        ("In the 2011-2020 period it sold arms.", [("2011", "2011"), ("2020", "2020")]),
        (
            "On March 1, 2001 they met. Same year they flew. In the same period they paid.",
            [("March 1, 2001", "2001-03-01"), ("Same year", "2001"), ("the same period", "2001")],
        ),
        (
            "It fell on 14 May 1948. Two days later they left, and the following spring they came.",
            [
                ("14 May 1948", "1948-05-14"),
                ("Two days later", "1948-05-16"),
                ("the following spring", "1949-SP"),
            ],
        ),
    ],
)
def test_reads_spans_and_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They lost 89 T-72 tanks, six F-16s and a TB2; the boat AB-34 (P-134) sank.",
        "Los Angeles, CA\n90089-0043",
        "Article 1949 of the code cost $1950 and fed 1918 people.",
        "You may march as the sun falls.",
        "Theresa May met Frederic March.",
        "He came second in the race.",
    ],
)
def test_leaves_alone_what_is_no_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 1992 and 1997", [("1992/1997", "1992-01-01", "1997-12-31")] * 2),
        ("Since 1996 it has helped.", [("1996/..", "1996-01-01", None)]),
        ("It lasted until 2009.", [("../2009", None, "2009-12-31")]),
        (
            "the second half of the 1990s",
            [("1995/1999", "1995-01-01", "1999-12-31")],
        ),
        ("14-16 May 1948", [("1948-05-14/1948-05-16", "1948-05-14", "1948-05-16")] * 2),
        ("from April to June 1992", [("1992-04/1992-06", "1992-04-01", "1992-06-30")] * 2),
        ("in 490 BC", [("-0489", "-0489-01-01", "-0489-12-31")]),
    ],
)
def test_tells_the_days_that_are_meant(text: str, expected: object) -> None:
    assert days(text) == expected


def test_years_in_names_are_kept_apart() -> None:
    text = "They held ADEX-2018 in Baku and TurAz Eagle – 2019."
    times = find_times(Article(text))
    assert [(time.span.of(text), time.in_name) for time in times] == [
        ("2018", True),
        ("2019", True),
    ]


def test_news_without_a_day_of_writing_count_from_no_other_date() -> None:
    text = (
        "The council voted Tuesday night to close the bridge. Built in 1931, it would open again"
        " in March. Last year a bridge closed next door; a hearing is set for June 3."
    )
    assert told(text) == [
        ("Tuesday night", "XXXX-WXX-2"),
        ("1931", "1931"),
        ("March", "XXXX-03"),
        ("Last year", "PAST_REF"),
        ("June 3", "XXXX-06-03"),
    ]
