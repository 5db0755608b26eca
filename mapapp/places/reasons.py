"""Why a candidate was ranked where it is, in English; pages say it in the reader's language."""

from mapapp.locale import N_
from mapapp.places.chain import FloatArray
from mapapp.places.options import STATIC
from mapapp.places.scene import CONTEXT

_COLUMN = {name: at for at, name in enumerate((*STATIC, *CONTEXT))}
HELD = N_("the text names its state or province")
# Column, least value, words; the first that hold are given.
_WORDS = (
    ("inside next", 0.5, N_("the text names what holds it right after it")),
    ("holds previous", 0.5, N_("it holds the place named right before it")),
    ("admin named", 0.5, HELD),
    ("country named", 0.5, N_("the text names its country")),
    ("near", 0.5, N_("near other places of the text")),
    ("country share", 0.4, N_("in the country of most places of the text")),
    ("first", 0.5, N_("the best known of that name")),
)
_MOST = 3
PART = N_("only a part of the words is known")


def reasons(evidence: FloatArray) -> tuple[str, ...]:
    """The strongest reasons that a candidate's evidence gives, at most three.

    Parameters
    ----------
    evidence : array of float, shape (len(STATIC) + len(CONTEXT),)
    """
    held = [words for name, least, words in _WORDS if evidence[_COLUMN[name]] >= least]
    return tuple(held[:_MOST])
