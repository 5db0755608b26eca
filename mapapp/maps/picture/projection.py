"""From the globe to the plane, both ways of drawing areas in true proportion.

Up to half a hemisphere the Lambert azimuthal equal-area projection about the middle of the map,
beyond it the Equal Earth projection (Savric, Patterson and Jenny 2018). Mercator, which the
browser's map needs, would let the north outgrow everything in a picture that nobody pans.
Coordinates on the plane are radii of the globe, y up.
"""

import math
from dataclasses import dataclass
from typing import Protocol

EARTH_KM = 6371.0088  # mean radius (IUGG)
KM_IN_DEGREE = EARTH_KM * math.pi / 180  # of latitude


class Projection(Protocol):
    """A way to flatten the globe; `lon` is the middle meridian in degrees."""

    @property
    def lon(self) -> float:
        """The middle meridian, degrees."""

    def plane(self, offset: float, lat: float) -> tuple[float, float]:
        """Plane coordinates of a point, `offset` degrees east of the middle meridian."""

    def reach(self, corner: tuple[float, float]) -> tuple[float, float, float]:
        """What lies no further out than `corner`: degrees east and west, south, north."""


@dataclass(frozen=True, slots=True)
class EqualArea:
    """Lambert's azimuthal equal-area projection of the sphere (Snyder 1987, pages 182 to 190)."""

    lon: float
    lat: float

    def plane(self, offset: float, lat: float) -> tuple[float, float]:
        """Plane coordinates; the antipode, a circle in truth, goes to its rim."""
        angle, height, middle = (math.radians(each) for each in (offset, lat, self.lat))
        nearness = math.sin(middle) * math.sin(height)
        nearness += math.cos(middle) * math.cos(height) * math.cos(angle)
        factor = math.sqrt(2 / max(1 + nearness, 1e-9))
        rise = math.cos(middle) * math.sin(height)
        rise -= math.sin(middle) * math.cos(height) * math.cos(angle)
        return factor * math.cos(height) * math.sin(angle), factor * rise

    def reach(self, corner: tuple[float, float]) -> tuple[float, float, float]:
        """The box of the spherical cap that reaches as far as `corner`."""
        angle = 2 * math.asin(min(math.hypot(*corner) / 2, 1.0))
        middle = math.radians(self.lat)
        south, north = middle - angle, middle + angle
        if south <= -math.pi / 2 or north >= math.pi / 2:
            sideways = math.pi
        else:
            sideways = math.asin(min(math.sin(angle) / math.cos(middle), 1.0))
        return (
            math.degrees(sideways),
            max(math.degrees(south), -90.0),
            min(math.degrees(north), 90.0),
        )


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """The Equal Earth projection, for maps of more than half the globe."""

    lon: float

    def plane(self, offset: float, lat: float) -> tuple[float, float]:
        """Plane coordinates by the published polynomial."""
        a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
        root = math.sqrt(3)
        theta = math.asin(root / 2 * math.sin(math.radians(lat)))
        square = theta * theta
        sixth = square**3
        slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        x = 2 * root * math.radians(offset) * math.cos(theta) / (3 * slope)
        return x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))

    def reach(self, corner: tuple[float, float]) -> tuple[float, float, float]:
        """The whole globe: so wide a map leaves little of it out."""
        return 180.0, -90.0, 90.0
