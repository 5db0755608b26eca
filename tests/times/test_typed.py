import pytest

from mapapp.errors import BadDate
from mapapp.times.edtf import parse
from mapapp.times.typed import typed_date


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1992", "1992"),
        ("476", "0476"),
        ("\N{MINUS SIGN}43", "-0043"),
        (" 1992-5 ", "1992-05"),
        ("1992-5-3", "1992-05-03"),
        ("1992~", "1992~"),
        ("199X", "199X"),
        ("1990..1995", "1990/1995"),
        ("1990 – 1995", "1990/1995"),
        ("1992-05-03/1992-6", "1992-05-03/1992-06"),
        ("1996..", "1996/.."),
        ("1996/..", "1996/.."),
        ("..1996", "../1996"),
        ("../1996", "../1996"),
        ("14 March 1992", "1992-03-14"),
        ("between 1992 and 1997", "1992/1997"),
        ("since 1996", "1996/.."),
        ("the second half of the 1990s", "1995/1999"),
        ("44 BCE", "-0043"),
    ],
)
def test_what_people_type_becomes_edtf(typed: str, edtf: str) -> None:
    assert typed_date(typed) == edtf
    assert parse(edtf).text == edtf


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "write 1992"),
        ("soon", "write 1992"),
        ("last Tuesday", "write 1992"),
        ("in 1992 and in 2005", "as one date"),
        ("1992-02-30", "does not exist"),
        ("1992-13", "month 13"),
        ("1999..1990", "before it starts"),
        ("../..", "write 1992"),
        ("<b>", "write 1992"),
    ],
)
def test_what_is_no_date_is_refused_with_what_would_be_right(typed: str, words: str) -> None:
    with pytest.raises(BadDate, match=words):
        typed_date(typed)
