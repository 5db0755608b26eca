from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

from tests import stories_zoo


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    store = open_store(tmp_path / "stories.sqlite")
    for make in (stories_zoo.caucasus, stories_zoo.hostile, stories_zoo.empty):
        store.save(make())
    return create_app(Settings(), store).test_client()
