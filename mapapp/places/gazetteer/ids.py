"""Which ids of a list are taken, and what a place without one is called."""

_GEONAMES = "gn:"
_MOST = 100_000_000  # GeoNames' numbers go to some 14 million today


class Ids:
    """The ids of a list so far.

    GeoNames' numbers lie close together and are kept as bits, so that all thirteen million take
    two megabytes and not a thousand.
    """

    def __init__(self, list_name: str) -> None:
        self._list = list_name
        self._taken: set[str] = set()
        self._bits = bytearray()
        self._counts: dict[str, int] = {}

    def __contains__(self, id_: str) -> bool:
        number = _number(id_)
        if number is None:
            return id_ in self._taken
        return number >> 3 < len(self._bits) and bool(self._bits[number >> 3] >> (number & 7) & 1)

    def take(self, id_: str) -> None:
        """Note that a place has that id."""
        number = _number(id_)
        if number is None:
            self._taken.add(id_)
            return
        if number >> 3 >= len(self._bits):
            self._bits.extend(bytes((number >> 3) + 1 - len(self._bits)))
        self._bits[number >> 3] |= 1 << (number & 7)

    def fresh(self, slug: str) -> str:
        """An id of its own for a place called so: `list:slug`, then `list:slug-2` and so on."""
        while True:
            count = self._counts[slug] = self._counts.get(slug, 0) + 1
            id_ = f"{self._list}:{slug}" + (f"-{count}" if count > 1 else "")
            if id_ not in self:
                return id_


def _number(id_: str) -> int | None:
    digits = id_[len(_GEONAMES) :]
    plain = id_.startswith(_GEONAMES) and digits.isascii() and digits.isdigit()
    # A number with zeros before it is another id.
    if not plain or len(digits) > len(str(_MOST)) or digits != str(int(digits)):
        return None
    return int(digits) if int(digits) < _MOST else None
