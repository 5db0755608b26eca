"""Names that agree on a neighbourhood which none of them is known for."""

import numpy as np
import pytest

from mapapp.model import Kind, Place
from mapapp.places.company import COMPANY, company
from mapapp.places.options import Options, options


def at(lon: float, lat: float, admin: str, kind: Kind = "settlement") -> Place:
    return Place(f"x:{lon},{lat}", "X", kind, lon, lat, country="US", admin=admin)


def evidence(*names: list[Place]) -> list[dict[str, float]]:
    """One row a candidate, in order."""
    known: list[Options] = [options("x", tuple(places)) for places in names]
    divisions = np.concatenate([item.admin for item in known])
    table = company(
        points=np.concatenate([item.points for item in known]),
        radius=np.concatenate([item.radius for item in known]),
        division=1 + np.unique(divisions, return_inverse=True)[1],
        bounds=np.concatenate(([0], np.cumsum([len(item.places) for item in known]))),
        weight=np.ones(len(known), np.float32),
    )
    return [dict(zip(COMPANY, row, strict=True)) for row in table.tolist()]


def test_places_side_by_side_back_each_other() -> None:
    richmond = [at(-77.4, 37.5, "Virginia"), at(-84.3, 37.7, "Kentucky")]
    irvine = [at(-117.8, 33.7, "California"), at(-84.0, 37.7, "Kentucky")]
    virginia, kentucky, *_ = evidence(richmond, irvine)
    assert kentucky["company"] > 10 * virginia["company"]
    assert kentucky["division company gap"] == 0 > virginia["division company gap"]


def test_nearness_of_a_rare_name_is_no_coincidence() -> None:
    alexandria = [at(29.9, 31.2, "Egypt"), at(-95.4, 45.9, "Minnesota")]
    rare = [at(-95.5, 46.0, "Minnesota")]
    common = [*rare, *(at(-80.0 - n, 35.0, f"{n}") for n in range(20))]
    egypt, minnesota, *_ = evidence(alexandria, rare)
    assert minnesota["coincidence gap"] == 0 > egypt["coincidence gap"]
    assert evidence(alexandria, common)[1]["coincidence"] < minnesota["coincidence"]


def test_long_texts_say_no_more_than_short_ones() -> None:
    """Else what is learnt from the one is wrong for the other."""
    short = evidence(*([at(n / 100, 50.0, "A")] for n in range(10)))
    long = evidence(*([at(n / 100, 50.0, "A")] for n in range(60)))
    for column in ("company", "coincidence", "division company"):
        assert long[0][column] == pytest.approx(short[0][column], rel=0.3)


def test_a_name_lends_itself_no_support() -> None:
    twins = [at(10.0, 50.0, "A"), at(10.1, 50.0, "A")]
    assert all(row["company"] == row["division company"] == 0 for row in evidence(twins))


def test_a_place_without_a_point_is_near_nothing() -> None:
    nowhere = Place("x:1", "X", "region")
    assert all(row["company"] == 0 for row in evidence([nowhere], [at(0.0, 0.0, "A")]))


@pytest.mark.parametrize("names", [1, 80])
def test_any_number_of_names_can_be_asked(names: int) -> None:
    rows = evidence(*([at(10.0 + n / 100, 50.0, "A")] for n in range(names)))
    assert len(rows) == names
    assert all(np.isfinite(list(row.values())).all() for row in rows)
