"""The API held against its own document by schemathesis, which we did not write."""

import os
import subprocess
import sys
from pathlib import Path

from mapapp.stories import open_store
from tools.serving import served

from tests.zoo import EMPTY, STORY

ROOT = Path(__file__).parents[2]


def test_api_keeps_what_its_document_says(tmp_path: Path) -> None:
    store = open_store(tmp_path / "stories.sqlite")
    store.save(STORY)
    store.save(EMPTY)
    with served(tmp_path / "stories.sqlite") as address:
        # In a folder of its own, since it keeps notes of what it found.
        run = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/ogc/api"),
                *("--max-examples", "10", "--seed", "1", "--no-color"),
            ],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "SCHEMATHESIS_HOOKS": "tests.web.openapi_hooks",
            },
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "15 selected / 15 total" in run.stdout
