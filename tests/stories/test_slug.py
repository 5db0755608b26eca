import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.stories import check_slug, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The Second Voyage of HMS Beagle", "the-second-voyage-of-hms-beagle"),
        ("Çanakkale — Gelibolu", "canakkale-gelibolu"),
        ("Ağdam və Füzuli", "agdam-va-fuzuli"),
        ("Łódź, Århus & Œuvre", "lodz-arhus-oeuvre"),
        ("!!!", "story"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_slug_reads_like_the_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text())
def test_every_title_gives_a_slug(title: str) -> None:
    assert check_slug(slug_of(title))
