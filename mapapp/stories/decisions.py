"""The decisions of reviewers as a file: JSON, one a line, in the order in which they were taken."""

from collections.abc import Sequence

import msgspec

from mapapp.errors import BadDate, NotText
from mapapp.locale import gettext as _
from mapapp.model import Decision
from mapapp.times.edtf import parse


def encode_decisions(decisions: Sequence[Decision]) -> bytes:
    r"""The file.

    Examples
    --------
    >>> encode_decisions([])
    b'[]\n'
    """
    if not decisions:
        return b"[]\n"
    return b"[\n" + b",\n".join(map(msgspec.json.encode, decisions)) + b"\n]\n"


def decode_decisions(body: bytes, name: str) -> tuple[Decision, ...]:
    """What such a file holds.

    Raises
    ------
    NotText
        When it is none, or a date in it cannot be read; naming the file.
    """
    try:
        found = msgspec.json.decode(body, type=tuple[Decision, ...])
        for decision in found:
            if decision.act == "redate" and decision.value:
                parse(decision.value)
    except (msgspec.MsgspecError, BadDate, UnicodeDecodeError) as error:
        raise NotText(
            _(
                "{name} holds no decisions: {reason}."
                " Give a file that decisions.json was saved as.",
                name=name,
                reason=str(error),
            )
        ) from error
    return found
