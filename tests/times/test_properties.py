"""What holds for any text whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.model import Article
from mapapp.times import edtf, find_times
from mapapp.times.lexicon import CODES

NUMBERS = "31 30 2 1945 45 07 1990s 3:15 0300 500 5th 2018-02-30 31.02.1999 9999 10,000".split()
WORDS = st.sampled_from([*sorted(CODES)[:700], *NUMBERS, "Smith", "war", "T-72", "ADEX-2018"])
GAPS = st.sampled_from([" ", " ", " ", "-", ", ", "/", " – ", "\n", ". ", " (", ") ", " '"])
TEXTS = st.lists(st.builds(str.__add__, WORDS, GAPS), max_size=40).map("".join)
DAYS = st.one_of(st.none(), st.integers(-800_000, 800_000))


@settings(deadline=None)
@given(TEXTS, DAYS, st.sampled_from(["news", "narrative", None]))
def test_spans_lie_in_order_and_days_agree_with_edtf(text, published, mode) -> None:  # noqa: ANN001
    times = find_times(Article(text, published=published), mode)
    end = 0
    for time in times:
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
        assert not time.span.of(text)[0].isspace()
        if time.when is not None:
            assert edtf.parse(time.when.edtf).days == time.when.days
            assert time.when.text == time.span.of(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_reads_any_text(text: str) -> None:
    find_times(Article(text))


def test_reads_nothing_into_nothing() -> None:
    assert find_times(Article("")) == ()


def test_reads_page_upon_page_of_almost_nothing() -> None:
    """Patterns without an end would take minutes."""
    for words in ("more than ", "the end of the ", "twenty-", "1 1 , ", "May ", "("):
        find_times(Article(words * 20_000))
