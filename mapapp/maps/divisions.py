"""What each arc of the world divides: land from water, country from country."""

from collections import defaultdict
from typing import Literal

from mapapp.maps.topology import Topology, rings

Division = Literal["coast", "border", "disputed", "cut"]

# Natural Earth's names of lands whose statehood or belonging is in dispute.
_DISPUTED = frozenset(
    "Kosovo|N. Cyprus|Somaliland|W. Sahara|Palestine|Siachen Glacier|Taiwan|Falkland Is.".split("|")
)
_CUT = 179.9  # degrees from which an arc runs along the antimeridian


def divisions(world: Topology) -> list[Division]:
    """For each arc what it is; `cut` where the map is cut and nothing is divided."""
    owners: dict[int, set[str]] = defaultdict(set)
    for shape in world.shapes:
        for polygon in rings(shape):
            for ring in polygon:
                for index in ring:
                    owners[max(index, ~index)].add(str(shape.properties["name"]))
    return [_division(world, index, owners[index]) for index in range(len(world.arcs))]


def _division(world: Topology, index: int, sides: set[str]) -> Division:
    if len(sides) > 1:
        return "disputed" if sides & _DISPUTED else "border"
    if all(abs(world.degrees(point)[0]) > _CUT for point in world.arcs[index]):
        return "cut"
    return "coast"
