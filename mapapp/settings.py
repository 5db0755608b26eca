"""Settings as data: name, default, help; one table feeds environment, CLI and manual."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_data_path

_EDITING = ("local", "on", "off")


def _setting(default: int | str, help_: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(default=default, metadata={"help": help_})


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, each as MAPAPP_ and its name in capitals in the environment."""

    cache: str = _setting("", "Folder of the place index; empty: the user's cache folder.")
    database: str = _setting(
        "", "File of the library of stories; empty: stories.sqlite in the user's data folder."
    )
    max_input_bytes: int = _setting(50_000_000, "Largest article that is read, in bytes.")
    tiles: str = _setting(
        "", "URL template of a tile layer ({z}/{x}/{y}) over our own base map; empty: none."
    )
    tiles_credit: str = _setting(
        "", "Credit that the tile layer's owner asks for; required with tiles."
    )
    frame_ancestors: str = _setting(
        "*", "Who may embed the maps (Content-Security-Policy frame-ancestors)."
    )
    address: str = _setting(
        "",
        "Address at which readers find the server, such as https://maps.example, if a proxy stands"
        " before it, and for links in exported files; empty: as each request says.",
    )
    editing: str = _setting(
        "local",
        "Who may add, review and remove stories on the pages: local (readers at this machine), on"
        " (all readers) or off.",
    )

    def __post_init__(self) -> None:
        if self.max_input_bytes < 1:
            raise ValueError("max_input_bytes must be at least 1")
        if self.tiles and not self.tiles_credit:
            raise ValueError("tiles needs tiles_credit: every tile layer's owner asks for one")
        if self.address and not self.address.startswith(("http://", "https://")):
            raise ValueError(f"address={self.address!r}: write https:// before the host's name")
        if self.editing not in _EDITING:
            raise ValueError(f"editing={self.editing!r}: choose one of {', '.join(_EDITING)}")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Read MAPAPP_CACHE and so on; values take the type of the default."""
        found: dict[str, int | str] = {}
        for item in fields(cls):
            text = environ.get(f"MAPAPP_{item.name.upper()}")
            if text is None:
                continue
            try:
                found[item.name] = int(text) if item.type is int else text
            except ValueError:
                raise ValueError(f"MAPAPP_{item.name.upper()}={text!r} is not a number") from None
        return cls(**found)  # type: ignore[arg-type]

    @property
    def cache_dir(self) -> Path:
        """The folder of the place index."""
        return Path(self.cache) if self.cache else user_cache_path("mapapp", appauthor=False)

    @property
    def database_path(self) -> Path:
        """The file of the library of stories."""
        if self.database:
            return Path(self.database)
        return user_data_path("mapapp", appauthor=False) / "stories.sqlite"
