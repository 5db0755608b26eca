"""A multimap in many parts holds what one in one part holds, whatever waits on disk meanwhile."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import GazetteerError
from mapapp.model import Place
from mapapp.places.gazetteer import Entry, IndexedGazetteer, fold_words, multimap
from mapapp.places.gazetteer.ids import Ids
from mapapp.places.gazetteer.multimap import Gathering, Multimap
from mapapp.places.gazetteer.writing import write_index

KEYS = st.dictionaries(
    st.sampled_from(["a", "a b", "b", "ba c", "ü"]), st.integers(0, 3).map(float)
)


@given(added=st.lists(KEYS, max_size=12), parts=st.sampled_from([1, 3]))
def test_values_come_in_the_order_of_their_scores(
    added: list[dict[str, float]], parts: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("multimap", numbered=True)
    expected: dict[str, list[tuple[float, int]]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(multimap, "_IN_MEMORY", 4)
        gathering = Gathering(folder, "names", parts)
        for value, keys in enumerate(added):
            gathering.add(keys, value)
            for key, score in keys.items():
                expected.setdefault(key, []).append((-score, value))
        assert gathering.write() == len(expected)
    opened = Multimap(folder, "names", parts)
    assert {key: list(opened.get(key)) for key in opened.keys("")} == {
        key: [value for _, value in sorted(pairs)] for key, pairs in expected.items()
    }
    assert opened.prefixes("a b c") == sorted(expected.keys() & {"a", "a b"})
    assert sorted(path.name for path in folder.iterdir()) == sorted(multimap.files("names", parts))


def test_an_index_in_parts_answers_as_one(tmp_path: Path) -> None:
    names = [f"{word} {number}" for number in range(9) for word in "ABC"]
    places = [Place(f"x:{at}", name, "site", 0.5, at) for at, name in enumerate(names)]
    entries = [("x", Entry(place)) for place in places]
    write_index(tmp_path, entries, fingerprint="", built="", parts=4)
    opened = IndexedGazetteer(tmp_path)
    for place in places:
        assert opened.lookup(place.name) == (place,)
        assert opened.place(place.id) == place
        assert opened.longest(fold_words([*place.name.split(), "x"]), 0) == 2


def test_a_lost_file_is_damage(tmp_path: Path) -> None:
    Gathering(tmp_path, "names").write()
    Multimap(tmp_path, "names", 1)
    (tmp_path / "names-0.marisa").write_bytes(b"")
    with pytest.raises(GazetteerError, match="damaged"):
        Multimap(tmp_path, "names", 1)


IDS = ["gn:7", "gn:8", "gn:07", "gn:x", "gn:", "7", "gn:999999999999"]


@given(st.lists(st.sampled_from(IDS)))
def test_ids_are_taken_once(taken: list[str]) -> None:
    ids = Ids("mills")
    for id_ in taken:
        ids.take(id_)
    assert {id_ for id_ in IDS if id_ in ids} == set(taken)


def test_a_fresh_id_is_no_taken_one() -> None:
    ids = Ids("mills")
    ids.take("mills:old-2")
    ids.take(ids.fresh("old"))
    assert ids.fresh("old") == "mills:old-3"
