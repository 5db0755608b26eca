import pytest

from mapapp.locale import use
from mapapp.maps.placenames import country_name, spoken_name
from mapapp.model import Place, PlaceName

from tests import stories_zoo

FORMER = Place(
    "gn:1", "Gyumri", "settlement", names=(PlaceName("Ленинакан", "ru", None, 7000),), country="AM"
)
PAIR = Place(
    "gn:2",
    "Shusha",
    "settlement",
    contested=True,
    names=(PlaceName("Shushi", "hy"), PlaceName("Şuşa", "az"), PlaceName("Шуша", "ru")),
)
WHOLE = Place(
    "gn:3",
    "Shusha",
    "settlement",
    contested=True,
    names=(PlaceName("Shushi", "hy"), PlaceName("Шуши", "ru"), PlaceName("Шуша", "ru")),
)


@pytest.mark.parametrize(
    ("tag", "place", "name"),
    [
        ("en", stories_zoo.BAKU, "Baku"),
        ("az", stories_zoo.BAKU, "Bakı"),
        ("hy", stories_zoo.BAKU, "Բաքու"),  # of the CLDR, since the place has none
        ("ru", stories_zoo.TURKEY, "Турция"),
        ("tr", stories_zoo.ROME, "Roma"),
        ("ru", stories_zoo.NOWHERE, "Aghband"),
        ("hy", stories_zoo.GANJA, "Ganja"),  # Gandzak is Armenian, and not in Armenian letters
        ("ru", FORMER, "Gyumri"),
    ],
)
def test_a_name_of_the_language_is_shown_where_there_is_one(
    tag: str, place: Place, name: str
) -> None:
    with use(tag):
        assert spoken_name(place) == name


def town(name: str, country: str, *names: str) -> Place:
    return Place("gn:9", name, "settlement", names=tuple(map(PlaceName, names)), country=country)


@pytest.mark.parametrize(
    ("tag", "place", "name"),
    [
        ("ru", town("Krasnodar", "RU", "Екатеринодар", "Краснодар", "クラスノダル"), "Краснодар"),
        ("hy", town("Abovyan", "AM", "Абовян", "Աբովյան"), "Աբովյան"),
        ("ru", town("Krasnodar", "RU", "краснодар"), "Krasnodar"),
        ("ru", town("Nalchik", "RU", "Налчик", "Нальчик", "Нaльчик"), "Нальчик"),
        ("ru", town("Atkarsk", "RU", "Аткарск", "Аткарськ"), "Аткарск"),
        ("ru", town("Makhachkala", "RU", "Магачкала", "Махачкала"), "Махачкала"),
        ("ru", town("Orel", "RU", "Орел", "Орэл"), "Orel"),  # which of the two?
        ("ru", town("Kobryn", "BY", "Кобрын"), "Kobryn"),  # two languages are official there
        ("ru", town("Pinsk", "RU", "Пінск"), "Pinsk"),  # in letters of another language
        ("ru", town("Lyon", "FR", "Лион"), "Lyon"),  # of whatever language
        ("az", town("Krasnodar", "RU", "Краснодар"), "Krasnodar"),
    ],
)
def test_a_name_of_no_told_language_serves_where_the_language_is_official(
    tag: str, place: Place, name: str
) -> None:
    with use(tag):
        assert spoken_name(place) == name


@pytest.mark.parametrize(
    ("tag", "place", "name"),
    [
        ("en", PAIR, "Shusha / Shushi"),
        ("az", PAIR, "Şuşa / Shushi"),
        ("hy", PAIR, "Shusha / Shushi"),
        ("ru", PAIR, "Shusha / Shushi"),  # one of two in the reader's letters would stand out
        ("ru", WHOLE, "Шуша / Шуши"),
    ],
)
def test_a_pair_stays_a_pair_in_its_order(tag: str, place: Place, name: str) -> None:
    with use(tag):
        assert spoken_name(place) == name


def test_countries() -> None:
    assert country_name("DE", "Germany") == "Germany"
    with use("hy"):
        assert country_name("DE", "Germany") == "Գերմանիա"
        assert country_name("", "Somaliland") == "Somaliland"
