"""The languages of the interface: messages, dates and numbers in the language that is spoken.

The language is ambient, as the precision of `decimal` is: forty functions write a word or a date,
and one more parameter on each would say nothing. `use` sets it for a request or a file; without
that it is English, so the command line, the logs and the data speak English.

>>> with use("tr"):
...     number(1200)
'1.200'
"""

from mapapp.locale.catalogue import browser_messages
from mapapp.locale.dates import calendar
from mapapp.locale.language import DEFAULT, LANGUAGES, Language, current, use
from mapapp.locale.messages import N_, gettext, ngettext, number, pgettext

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "N_",
    "Language",
    "browser_messages",
    "calendar",
    "current",
    "gettext",
    "ngettext",
    "number",
    "pgettext",
    "use",
]
