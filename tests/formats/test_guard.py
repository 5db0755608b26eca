import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.formats.guard import guarded, unguarded

_STARTS = st.text(alphabet="'=+-@\t\r\n \u00a0＝＋－＠a1", max_size=6)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", " =1", "\u3000+1"],
)
def test_what_might_be_calculated_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Baku", "'90s", "‘quoted’", "1-2", "a=b", " a"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(st.one_of(st.text(), st.builds(str.__add__, _STARTS, st.text(max_size=3))))
def test_nothing_is_lost_on_the_way_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
