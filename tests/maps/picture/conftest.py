import os

import pytest

from mapapp.maps.picture.fonts import FACES, file_of


@pytest.fixture(autouse=True)
def typeface() -> None:
    if all(file_of(face).exists() for face in FACES):
        return
    message = "the typeface of the pictures is not installed; run make install"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
