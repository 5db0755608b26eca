import socket
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure; and what is tried is the same each time, so that no change is held
# up by another's fault. `--hypothesis-profile=default` looks for new ones.
settings.register_profile(
    "calm", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("calm")

_NUMBERS = count()  # of tests
LOCAL = {"127.0.0.1", "::1", "localhost", ""}


def guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
    def refuse(self: socket.socket, address: Any) -> Any:  # noqa: ANN401 - as socket.connect
        host = address[0] if isinstance(address, tuple) else "localhost"  # unix sockets stay open
        if host not in LOCAL:
            raise RuntimeError(f"a test tried to reach {host}; give it a recorded answer instead")
        return connect(self, address)

    return refuse


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all: to number a new one pytest looks at all that there are."""
    return tmp_path_factory.mktemp("libraries")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, libraries: Path) -> None:
    """The library of the person who runs the tests is never touched."""
    monkeypatch.setenv("MAPAPP_DATABASE", str(libraries / str(next(_NUMBERS)) / "stories.sqlite"))
