"""A server in a process of its own, as users have it; GDAL, asked from Python, keeps its lock."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PROGRAM = """
import sys
from waitress import create_server
from mapapp.settings import Settings
from mapapp.stories import open_store
from mapapp.web import create_app

app = create_app(Settings(database=sys.argv[1]), open_store(sys.argv[1]))
server = create_server(app, host="127.0.0.1", port=0, threads=8)
sys.stdout.write(f"{server.effective_port}\\n")
sys.stdout.flush()
server.run()
"""


def free_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def peak_memory(process: int | str = "self") -> float:
    """Megabytes that a process held at most, as Linux tells.

    `getrusage` tells of a young process what its parent held when it was forked.
    """
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    (line,) = (each for each in told.splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    address: str
    process: int

    def peak(self) -> float:
        """Megabytes that it held at most."""
        return peak_memory(self.process)


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The address of a server over a library."""
    with running(database) as server:
        yield server.address


@contextmanager
def running(database: Path) -> Iterator[Server]:
    """A server over a library."""
    command = [sys.executable, "-c", _PROGRAM, str(database)]
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        try:
            yield Server(f"http://127.0.0.1:{int(process.stdout.readline())}", process.pid)
        finally:
            process.terminate()
