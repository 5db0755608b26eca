import pytest

from mapapp.model import Article
from mapapp.times import find_times


def read(text: str) -> list[str]:
    return [time.value for time in find_times(Article(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "He was held on 2 June 2014. He had been elected in November 2012. He was charged on"
            " 5 June and tried on 9 July.",
            ["2014-06-02", "2012-11", "2014-06-05", "2014-07-09"],
        ),
        (
            "The storm came on 28 December 2019. In 1987 the dam had held. It broke on 2 January.",
            ["2019-12-28", "1987", "2020-01-02"],
        ),
        (
            "Guards closed the gates on 26 July 2023. There had been an attempt on 31 March 2021,"
            " and another in the spring of 2022. The general spoke on 28 July.",
            ["2023-07-26", "2021-03-31", "2022-SP", "2023-07-28"],
        ),
    ],
)
def test_the_story_comes_back_from_what_had_happened_before(text: str, values: list[str]) -> None:
    assert read(text) == values


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It ended on 2 June 2014. It began in May 2012. On 5 June both sides met.", "2012-06-05"),
        ("It broke on 2 June 2014. It had begun in May 2012. In July towns fell.", "2012-07"),
        (
            "He died on 2 June 2014. He had come in May 2012. On 5 June he had met her.",
            "2012-06-05",
        ),
        ("He left on 2 June 2014. In May 2012 he had a boat. On 5 June it sank.", "2012-06-05"),
        (
            "He left on 2 June 2014. He had come in May 2012. On 5 Dec. it snowed.",
            "2012-12-05",
        ),
        ("He left on 2 June 2014. By May 2016 all had gone. On 5 June it snowed.", "2016-06-05"),
    ],
    ids=["simple past", "month", "still perfect", "no perfect", "too far on", "looks ahead"],
)
def test_the_story_stays_where_nothing_shows_that_it_came_back(text: str, last: str) -> None:
    assert read(text)[-1] == last
