"""Boxes on the globe."""

import math

import msgspec

from mapapp.errors import BadBBox
from mapapp.locale import gettext as _


class BBox(msgspec.Struct, frozen=True):
    """Degrees, WGS 84, longitude first (OGC:CRS84). `west > east` spans the antimeridian.

    Raises
    ------
    BadBBox
        When the degrees do not exist or south lies north of north.

    Examples
    --------
    >>> BBox.parse("177,-20,-178,-16").contains(179.9, -17)
    True
    """

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise BadBBox(_("bbox: west and east must lie between -180 and 180"), parameter="bbox")
        if not -90 <= self.south <= self.north <= 90:
            raise BadBBox(
                _(
                    "bbox: south and north lie between -90 and 90, south first; these are"
                    " {south} and {north}",
                    south=f"{self.south:g}",
                    north=f"{self.north:g}",
                ),
                parameter="bbox",
            )

    @classmethod
    def parse(cls, text: str) -> "BBox":
        """Read `west,south,east,north`."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            raise BadBBox(
                _("bbox={text!r}: write four numbers west,south,east,north", text=text),
                parameter="bbox",
            ) from None
        if not all(map(math.isfinite, (west, south, east, north))):
            raise BadBBox(
                _("bbox={text!r}: the numbers must be finite", text=text), parameter="bbox"
            )
        return cls(west, south, east, north)

    def contains(self, lon: float, lat: float) -> bool:
        """Does the point lie inside or on the edge?"""
        if self.west <= self.east:
            inside = self.west <= lon <= self.east
        else:
            inside = lon >= self.west or lon <= self.east
        return inside and self.south <= lat <= self.north
