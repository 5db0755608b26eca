import pytest

from mapapp.errors import BadBBox
from mapapp.model import BBox


def test_a_box_over_the_antimeridian_holds_both_sides() -> None:
    fiji = BBox.parse("177,-20,-178,-16")
    assert fiji.contains(178, -17)
    assert fiji.contains(-179.5, -17)
    assert not fiji.contains(0, -17)
    assert not fiji.contains(178, -15)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "0,10,5,0",
        "0,-91,1,1",
        "181,0,182,1",
        "nan,0,1,1",
        "0,0,inf,1",
    ],
)
def test_a_box_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadBBox) as caught:
        BBox.parse(text)
    assert caught.value.parameter == "bbox"
