import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pages_are_served_with_the_stories_that_ship(tmp_path: Path) -> None:
    args = ["serve", "--port", "0", "--database", str(tmp_path / "s.sqlite")]
    with subprocess.Popen(
        [sys.executable, "-m", "mapapp", *args], stderr=-1, cwd=ROOT, env=os.environ, text=True
    ) as server:
        assert server.stderr is not None
        try:
            told = next(line for line in server.stderr if "mapapp is at" in line)
            found = re.search(r"http://127\.0\.0\.1:(\d+)", told)
            assert found is not None
            with urllib.request.urlopen(f"{found[0]}/") as answer:
                assert b"voyage-of-the-beagle" in answer.read()
        finally:
            server.terminate()


def test_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "mapapp", "serve", "--port", str(port),
             "--database", str(tmp_path / "s.sqlite")],
            capture_output=True, cwd=ROOT, env=os.environ, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "choose another --port" in done.stderr
