"""Which day a weekday of the news means: by the step that is told, or by the way of the verb."""

import pytest

from tests.times.test_context import values

FRIDAY = "2013-03-22"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge fell last Friday.", "2013-03-15"),
        ("She spoke this past Monday.", "2013-03-18"),
        ("He sings this Sunday.", "2013-03-24"),
        ("It rained on Tuesday of last week.", "2013-03-12"),
        ("They vote on Monday of next week.", "2013-03-25"),
        ("He joined next Friday's list last year.", "2013-03-29"),
        ("The court hears them Tuesday.", "2013-03-26"),
        ("The two are to meet on Tuesday.", "2013-03-26"),
        ("They agreed to meet again on Thursday.", "2013-03-28"),
        ("She hopes to come home Saturday.", "2013-03-23"),
        ("He went to see her on Saturday.", "2013-03-16"),
        ("The vote is on Sunday.", "2013-03-24"),
        ("Ahead of Sunday's vote they traded blows.", "2013-03-24"),
        ("Sunday's blast killed nine.", "2013-03-17"),
        ("The talks, scheduled for Wednesday, were called off.", "2013-03-20"),
        ("The talks scheduled for Wednesday have been called off.", "2013-03-27"),
        ("Lawmakers may decide as early as Wednesday.", "2013-03-27"),
        ("A truce was to start Monday.", "2013-03-25"),
        ("It was not told until Monday.", "2013-03-18"),
        ("It will not be told until Monday.", "2013-03-25"),
        ("He spoke as U.S. envoy Wednesday, but will not go.", "2013-03-20"),
    ],
)
def test_news_tell_a_weekday_by_its_step_or_verb(text: str, day: str) -> None:
    assert values(text, published=FRIDAY, mode="news")[0] == day


def test_a_range_of_weekdays_goes_on() -> None:
    text = "The road is closed from Thursday through Saturday."
    assert values(text, published=FRIDAY, mode="news") == ["2013-03-21", "2013-03-23"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 2 May 2011 they came. The following Monday they left.", "2011-05-09"),
        ("On 2 May 2011 they came. On Friday they left.", "2011-05-06"),
        ("On 6 May 2011 they came. The previous Sunday it had snowed.", "2011-05-01"),
    ],
)
def test_a_story_counts_weekdays_from_the_day_it_told(text: str, day: str) -> None:
    assert values(text, mode="narrative")[-1] == day


def test_without_a_day_of_writing_a_weekday_has_no_date() -> None:
    assert values("It fell last Friday.", mode="news") == ["XXXX-WXX-5"]
