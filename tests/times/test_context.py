"""Values that hang on what was told before, or on the day of writing."""

from typing import Literal

import pytest

from mapapp.model import Article, Interval
from mapapp.times import find_times


def values(
    text: str, published: str | None = None, mode: Literal["news", "narrative"] | None = None
) -> list[str]:
    day = Interval.parse(published).first if published else None
    times = find_times(Article(text, published=day), mode)
    return [time.value for time in times if not time.in_name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 May 1948 it began. On 14 August they left.", ["1948-05-05", "1948-08-14"]),
        ("It began in December 1941. In January they won.", ["1941-12", "1942-01"]),
        ("In 1947 it began. By the end of the year it was over.", ["1947", "1947"]),
        ("In 1947 it began. The previous year had been calm.", ["1947", "1946"]),
        ("It fell on 3 July 1863. The next day they left.", ["1863-07-03", "1863-07-04"]),
        ("They met on 28 February 1900. Two days later it ended.", ["1900-02-28", "1900-03-02"]),
        ("They met on 28 February 1904. Two days later it ended.", ["1904-02-28", "1904-03-01"]),
        ("It fell in July 1863. The next day they left.", ["1863-07", "1863-07-XX"]),
        ("In the winter of 1777 they froze. The next spring they ate.", ["1777-WI", "1777-SP"]),
        ("It fell on 3 July 1863. That same evening it rained.", ["1863-07-03", "1863-07-03TEV"]),
        ("On 2 May 1915 it began. On the 5th they left.", ["1915-05-02", "1915-05-05"]),
        ("In June, they met. In 1920, they parted.", ["1920-06", "1920"]),
        ("In April and June 1955, they met.", ["1955-04", "1955-06"]),
        (
            "He left on 2 May 1915. On the night of the 5th he fell. They left the next day.",
            ["1915-05-02", "1915-05-05TNI", "1915-05-06"],
        ),
        (
            "He left on 2 May 1915. Early the next morning, the 4th, it fell.",
            ["1915-05-02", "1915-05-03TMO", "1915-05-04"],
        ),
        ("Between December and March 1944 it froze.", ["1943-12", "1944-03"]),
        ("In 480 BC he came. The following year he left.", ["BC0480", "BC0479"]),
        ("It lasted from 499 to 493 BC.", ["BC0499", "BC0493"]),
        ("He came in 280 BC. They made him king in 278.", ["BC0280", "BC0278"]),
        ("They counted on 280 men. He slept in 278.", []),
        ("AD 79. It burned. He came in 84.", ["0079", "0084"]),
        ("A.D. 614. It fell.\n\n630. It came back.", ["0614", "0630"]),
        ("In 1930 it fell.\n\n101. It came back.", ["1930"]),
        (
            "By August 1688 a force that had left on 20 July was beaten on the night of the 4th.",
            ["1688-08", "1688-07-20", "1688-08-04TNI"],
        ),
        (
            "On 2 May 1916 Ada, who had moved to Lima in 1903, fell ill. Two days later she died.",
            ["1916-05-02", "1903", "1916-05-04"],
        ),
        ("The war of 1939-45 was long.", ["1939", "1945"]),
        ("In the 1920s it grew; in the next decade it fell.", ["192", "193"]),
        (
            "At 5:34 a.m. local time on March 20, 2003, it began.",
            ["2003-03-20T05:34", "2003-03-20"],
        ),
        ("Between 2011 and 2020 it grew. In the same period it won.", ["2011", "2020", "P10Y"]),
    ],
)
def test_a_narrative_counts_from_the_last_date_told(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Written on a Wednesday.
        ("Police said Tuesday that two men fled.", ["2013-03-19"]),
        ("Police said Wednesday that two men fled.", ["2013-03-20"]),
        ("The court will meet on Friday.", ["2013-03-22"]),
        ("Schools will remain closed on Monday.", ["2013-03-25"]),
        ("He would travel to the United States Thursday.", ["2013-03-21"]),
        ("It closed on Friday night.", ["2013-03-15TNI"]),
        ("They left last week and come back next month.", ["2013-W11", "2013-04"]),
        ("He was freed two years ago, and again six weeks ago.", ["2011", "2013-W06"]),
        ("She came in November and leaves in April.", ["2012-11", "2013-04"]),
        ("It fell yesterday; tomorrow it may rise.", ["2013-03-19", "2013-03-21"]),
        ("They met last Thanksgiving.", ["2012-11-22"]),
        ("Profits fell in the 1990s and rose every year.", ["199X", "P1Y"]),
        ("Rain fell for about three weeks.", ["P3W"]),
        ("This year they stay until Monday.", ["2013", "2013-03-25"]),
        ("Until Tuesday, they had not spoken.", ["2013-03-19"]),
        ("He said he would be leaving on Thursday.", ["2013-03-21"]),
        ("The trial is set for Monday.", ["2013-03-25"]),
        ("They set out on Monday.", ["2013-03-18"]),
        ("On Monday, she spoke to those who will vote.", ["2013-03-18"]),
        ("It struck on Friday at about 10 p.m. in the port.", ["2013-03-15", "2013-03-15T22:00"]),
        ("In 2009 he left; he is back at the end of next year.", ["2009", "2014"]),
        ("He retires two years from now; weeks from now he moves.", ["2015", "FUTURE_REF"]),
        ("On Saturdays they wait 5 1/2 hours.", ["XXXX-WXX-6", "PT5H30M"]),
        ("The service will be held Saturday.", ["2013-03-23"]),
        ("The vote was postponed to October.", ["2013-10"]),
        ("It closed in 2012; it opens again by the end of the month.", ["2012", "2013-03"]),
        (
            "It ended at 3 a.m. on Monday; at 9 a.m. they left.",
            ["2013-03-18T03:00", "2013-03-18", "2013-03-18T09:00"],
        ),
        (
            "The blast came at 10:35 a.m. (0735 GMT) Friday.",
            ["2013-03-15T10:35", "2013-03-15T07:35", "2013-03-15"],
        ),
        ("A law of half a century ago, and stars of 13 billion years.", ["1963", "P13000000000Y"]),
        ("He slept badly; he had left the night before.", ["2013-03-19TNI"]),
        ("Sales fell in the fourth quarter from a year earlier.", ["2012-Q4", "2011-Q4"]),
        ("The third quarter beat the year-ago period.", ["2012-Q3", "2011-Q3"]),
        ("The year ends on June 30.", ["2013-06-30"]),
        ("It fell in the early hours of Monday.", ["2013-03-18TMO"]),
        ("Over the past decade it grew; for two centuries it had not.", ["P10Y", "P200Y"]),
        ("They married five-and-a-half years ago.", ["2008"]),
        ("Orders fell in Q4 2008. In the following quarter they rose.", ["2008-Q4", "2009-Q1"]),
        ("In the future it may rain.", ["FUTURE_REF"]),
        ("On “Spring of Hope” they spoke.", []),
        ("They voted on Election Day last year.", ["2012-11-06", "2012"]),
        (
            "It came to a halt on Tuesday, with no trains until at least Friday. Drivers left at"
            " 5 a.m.",
            ["2013-03-19", "2013-03-22", "2013-03-19T05:00"],
        ),
        ("It began in the summer of 2010 and ended that October.", ["2010-SU", "2010-10"]),
    ],
)
def test_news_counts_from_the_day_of_writing(text: str, expected: list[str]) -> None:
    assert values(text, published="2013-03-20", mode="news") == expected


@pytest.mark.parametrize(
    "head",
    [
        "BOSTON, March 20, 2013 (AP) -- ",
        "Storm leaves two dead\nBy Jane Roe\nPublished: 20 March 2013\n\n",
        "March 20, 2013\n\n",
    ],
)
def test_news_without_a_known_day_counts_from_the_one_at_its_head(head: str) -> None:
    text = f"{head}Rain fell here Tuesday. A week ago it had been dry, officials said Monday."
    assert values(text)[-3:] == ["2013-03-19", "2013-W11", "2013-03-18"]


def test_news_of_an_unknown_day_are_near_the_latest_that_they_tell() -> None:
    text = (
        "Cases rose on Monday, officials said Tuesday. The outbreak, declared on 4 September 2018,"
        " began in late August; by 10 September it had crossed the border. In 2009 it came in May."
    )
    assert values(text) == [
        "XXXX-WXX-1", "XXXX-WXX-2", "2018-09-04", "2018-08", "2018-09-10", "2009", "2009-05",
    ]  # fmt: skip


def test_a_chronicle_does_not_count_from_the_day_at_its_head() -> None:
    text = "12 May 1994\n\nA truce is signed. In June the guns are silent. Next year talks begin."
    assert values(text) == ["1994-05-12", "1994-06", "1995"]


def test_a_year_at_the_head_covers_the_days_below_it() -> None:
    chronology = """
1988
20 February – The soviet votes.
27–29 February: violence in a town.
May: first refugees.

1991
Sept 2. Independence is declared.

2016 | Clashes (2–5 April)
2020 | 27 Sep – 10 Nov
"""
    assert values(chronology) == [
        "1988", "1988-02-20", "1988-02-27", "1988-02-29", "1988-05",
        "1991", "1991-09-02",
        "2016", "2016-04-02", "2016-04-05",
        "2020", "2020-09-27", "2020-11-10",
    ]  # fmt: skip


def test_a_year_named_in_passing_moves_nothing() -> None:
    text = (
        "On 10 March 1975 they attacked. Victory had been planned for 1976. On 11 March it fell."
        " As one wrote in 2004, it was quick. On 1 April 1975 they left; on 7 April it fell."
    )
    assert values(text) == [
        "1975-03-10",
        "1976",
        "1975-03-11",
        "2004",
        "1975-04-01",
        "1975-04-07",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The year turned unseen: on the way to 1957 May is the next.
        (
            "In October 1955 he won. In May he travelled. In March 1957 they rose.",
            ["1955-10", "1956-05", "1957-03"],
        ),
        # The story goes back without saying so, as the next year that it names shows.
        (
            "The siege lasted until February 1945. By early July they had won. In mid-June they"
            " landed; in August 1944 they left.",
            ["1945-02", "1944-07", "1944-06", "1944-08"],
        ),
        (
            "It began on 7 December (8 December in Asia), 1941. In January they signed.",
            ["1941-12-07", "1941-12-08", "1941", "1942-01"],
        ),
        (
            "On 2 June 1793 they fell. The leader of the August 1792 uprising went. On 24 June"
            " they voted.",
            ["1793-06-02", "1792-08", "1793-06-24"],
        ),
        # Without a year to come the guess stands.
        ("In October 1955 he won. In May he travelled.", ["1955-10", "1955-05"]),
    ],
)
def test_a_story_goes_the_shortest_way_through_its_dates(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("WARSAW, March 19 (Agency) - The minister said on Tuesday that he would go.", "news"),
        ("In 1861 it began. In 1862 they fought. In May they met; in 1863 it ended.", "narrative"),
    ],
)
def test_finds_out_whether_it_reads_news(text: str, mode: Literal["news", "narrative"]) -> None:
    assert values(text, "2013-03-20") == values(text, "2013-03-20", mode)


@pytest.mark.parametrize("mode", ["news", "narrative"])
def test_without_a_day_of_writing_nothing_is_guessed(mode: Literal["news", "narrative"]) -> None:
    assert values("They left yesterday, on Friday, in May.", mode=mode) == [
        "PAST_REF",
        "XXXX-WXX-5",
        "XXXX-05",
    ]


def test_numbers_under_the_name_of_a_month_are_its_days() -> None:
    chronicle = """Chronicle – 1915

May
  • 1. A steamer is torpedoed.
  • 4-6. Towns are shelled; 12 ships sail.

January 1916

13: The battle ends
26 The raid begins, with 30 guns.

Sources, 1917

7: a number of something else
"""
    assert values(chronicle) == [
        "1915", "1915-05", "1915-05-01", "1915-05-04", "1915-05-06",
        "1916-01", "1916-01-13", "1917",
    ]  # fmt: skip
