"""Which words of an article name a time, and what they denote: TIMEX3, EDTF and days."""

from mapapp.times.context import Mode
from mapapp.times.reader import find_times

__all__ = ["Mode", "find_times"]
