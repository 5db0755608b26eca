import pytest

from mapapp.layers import shown_name
from mapapp.model import Place, PlaceName


def _place(name: str, *others: str, contested: bool = True) -> Place:
    """Others as `text@language`, a former one with a `-` before it."""
    names = tuple(
        PlaceName(
            other.lstrip("-").partition("@")[0],
            other.partition("@")[2] or None,
            last=0 if other.startswith("-") else None,
        )
        for other in others
    )
    return Place("x:1", name, "settlement", names=names, contested=contested)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (_place("Shusha", "Şuşa@az", "Shushi@hy", "Şuşa@tr"), "Shusha / Shushi"),
        (_place("Khankendi", "Xankəndi@az", "Hankendi@tr", "Stepanakert@hy"),
         "Khankendi / Stepanakert"),
        (_place("Kalbajar", "Kəlbəcər@az", "Karvachar@hy"), "Kalbajar / Karvachar"),
        (_place("Aghdam", "Ağdam@az", "Agdam@ru", "Akna@hy"), "Aghdam / Akna"),
        (_place("Falkland Islands", "Falklands", "Malvinas@es"), "Falkland Islands / Malvinas"),
        (_place("Derry", "Londonderry@en", "Doire@ga"), "Derry / Londonderry"),
        (_place("Khojaly", "Xocalı@az", "-Ivanyan@hy", "Khojali"), "Khojaly / Ivanyan"),
        (_place("Jerusalem", "القدس@ar", "Al-Quds@ar"), "Jerusalem / Al-Quds"),
        (_place("Famagusta", "Αμμόχωστος@el", "Mağusa@tr"), "Famagusta / Mağusa"),
        (_place("Donbas", "Donbass"), "Donbas"),
        (_place("Ladakh"), "Ladakh"),
        (_place("Istanbul", "Constantinople@en", contested=False), "Istanbul"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_both_names_of_a_contested_place(place: Place, shown: str) -> None:
    assert shown_name(place) == shown
