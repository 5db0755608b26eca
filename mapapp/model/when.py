"""When something happened, as exactly as the text says and no more."""

from typing import Literal

import msgspec

from mapapp.model.day import Interval
from mapapp.model.span import Span

# The three grades of Linked Places Format 1.3 ("certainty").
Certainty = Literal["certain", "less-certain", "uncertain"]
# TIMEX3's types (ISO-TimeML, ISO 24617-1).
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class When(msgspec.Struct, frozen=True, gc=False):
    """A stretch of days with the words that said so.

    Attributes
    ----------
    edtf : str
        EDTF (ISO 8601-2:2019), level 1.
    first, last : int or None
        Earliest and latest day that it can mean; None is open.
    text : str
        The words as written, empty when only inferred.
    certainty : Certainty
        How sure the reading of the words is.
    """

    edtf: str
    first: int | None
    last: int | None
    text: str = ""
    certainty: Certainty = "certain"

    @property
    def days(self) -> Interval:
        """The days as an interval."""
        return Interval(self.first, self.last)


class TimeExpression(msgspec.Struct, frozen=True, gc=False):
    """A span that names a time, and what it denotes.

    Attributes
    ----------
    type, value : TimeType, str
        TIMEX3's; `value` is empty when the words denote no calendar time.
    when : When or None
        The days on a calendar; None for durations and sets that the text anchors nowhere.
    in_name : bool
        The words stand inside a proper name (`ADEX-2018`): no TIMEX3 of their own,
        but a date of an event.
    anchor : bool
        The expression before it counts from it (`two days after the treaty of 10 August 1920`):
        it dates nothing else.
    """

    span: Span
    type: TimeType
    value: str
    when: When | None = None
    in_name: bool = False
    anchor: bool = False
