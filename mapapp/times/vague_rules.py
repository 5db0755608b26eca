"""Rules for times that name no stretch of the calendar: now, recently, the future."""

from mapapp.times.grammar import Rule, Words
from mapapp.times.meaning import Meaning, Vague

_VAGUE = ("NOW", "PRESENT", "CURRENTLY", "CURRENT", "RECENTLY", "RECENT", "FORMER", "FUTURE")


def read(words: Words) -> Meaning:
    """PAST_REF and the like, whatever the context."""
    if words.has("PAST"):
        return Vague("PAST_REF")
    return Vague(words.code(*_VAGUE) or "PRESENT_REF")


RULES = (
    Rule("now", "NOW|CURRENTLY|RECENTLY", "right [now]", read),
    Rule(
        "present_day",
        "PRESENT HYPHEN? UNIT|(?<= at) PRESENT|the TIME BEING",
        "[present-day]",
        read,
    ),
    Rule("to_date", "(?<= to) DATE", "to [date]", read),
    Rule(
        "past_future",
        "(?<= in) the FUTURE|the (PAST|FUTURE) (?! OTHER)|FUTURE",
        "[the future]",
        read,
    ),
    Rule("current", "CURRENT", "[current]", read),
    Rule("former", "RECENT|FORMER", "[former]", read),
)
