"""How many words are looked for at once."""

from collections.abc import Sequence

from mapapp.errors import QueryError
from mapapp.locale import gettext as _

# More than a pasted sentence has. Each is looked for in every event, and anyone may ask.
_MOST = 100


def sought(words: str) -> Sequence[str]:
    """The different words of a search, in their order.

    Raises
    ------
    QueryError
        Naming `q`, for more words than are looked for at once.
    """
    wanted = list(dict.fromkeys(words.split()))
    if len(wanted) > _MOST:
        told = _(
            "q has {count} different words; look for at most {most} at once",
            count=len(wanted),
            most=_MOST,
        )
        raise QueryError(told, parameter="q")
    return wanted
