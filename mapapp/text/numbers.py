"""Numbers that people and programs write into addresses and forms."""

import re

_WHOLE = re.compile(r"0*([0-9]{1,9})")


def whole_number(text: str) -> int | None:
    """The whole number from 0 up that some figures write; None for anything else.

    Above 999 999 999 nothing is a number here: nobody means so many, and Python refuses to read
    some thousand figures with an error of its own.

    >>> whole_number("007"), whole_number("-1"), whole_number("9" * 5000)
    (7, None, None)
    """
    found = _WHOLE.fullmatch(text)
    return int(found[1]) if found else None
