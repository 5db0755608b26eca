import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import QueryError
from mapapp.model import BBox
from mapapp.ogc.parameters import (
    MAX_LIMIT,
    ItemsQuery,
    check_plain,
    parse_bbox,
    parse_format,
    parse_items,
    parse_limit,
)
from mapapp.ogc.tokens import read_token, write_token


def parse(**arguments: str) -> ItemsQuery:
    return parse_items(list(arguments.items()), "events")


def test_nothing_asked_takes_everything() -> None:
    query = parse()
    assert (query.limit, query.after, query.story, query.given) == (100, None, None, ())
    assert not query.selection.is_dated


def test_what_has_no_place_or_date_matches_unless_left_out() -> None:
    kept = parse(bbox="0,0,1,1", datetime="1990").selection
    assert (kept.keep_undated, kept.keep_unlocated) == (True, True)
    left = parse(undated="exclude", unlocated="exclude").selection
    assert (left.keep_undated, left.keep_unlocated) == (False, False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bbox", "1,2,3"), ("bbox", "1,2,3,4,5"), ("bbox", "a,b,c,d"), ("bbox", "nan,0,1,1"),
        ("bbox", "0,5,1,-5"), ("bbox", "0,0,181,1"), ("bbox", "1_0,0,20,1"),
        ("bbox", " 0,0,1,1"), ("bbox", "0,0,1e999,1"), ("limit", "0"), ("limit", "-1"),
        ("limit", "ten"), ("limit", "1.0"),
        ("limit", "٣"), ("datetime", "yesterday"), ("undated", "maybe"), ("unlocated", "1"),
        ("next", "zz"), ("next", "f" * 16), ("story", ""), ("limits", "1"), ("crs", "x"),
    ],
)  # fmt: skip
def test_invalid_value_names_its_parameter(name: str, value: str) -> None:
    with pytest.raises(QueryError, match=name) as refused:
        parse(**{name: value})
    assert refused.value.parameter == name


def test_twice_is_refused() -> None:
    with pytest.raises(QueryError, match="twice"):
        parse_items([("limit", "1"), ("limit", "2")], "events")


def test_pages_without_parameters_take_the_format_alone() -> None:
    check_plain([("f", "json")])
    with pytest.raises(QueryError, match="limit"):
        check_plain([("limit", "1")])
    with pytest.raises(QueryError, match="json, html"):
        parse_format([("f", "xml")])


def test_heights_are_passed_over() -> None:
    assert parse_bbox("44,38,-100,51,42,9000") == BBox(44, 38, 51, 42)


@pytest.mark.parametrize("text", ["10001", "1" + "0" * 5000])
def test_limit_is_clamped(text: str) -> None:
    assert parse_limit(text) == MAX_LIMIT


def test_links_carry_what_was_given_but_not_the_page() -> None:
    query = parse(f="html", q="a b", next="ff", limit="5")
    assert query.given == (("q", "a b"), ("limit", "5"))
    assert query.after == 255


@given(st.integers(0, 2**60 - 1))
def test_numbers_travel_in_tokens(key: int) -> None:
    assert read_token(write_token(key), "events") == key


@given(st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable()))
def test_ids_travel_in_tokens(key: str) -> None:
    assert read_token(write_token(key), "places") == key


@given(st.from_regex(r"(?:[0-9a-f]{2}){1,20}", fullmatch=True))
def test_made_up_tokens_break_nothing(token: str) -> None:
    assert isinstance(read_token(token, "areas"), str)
