"""What an embed shows beside the map, as its address says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Theme = Literal["", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True, slots=True)
class Embedding:
    """The look of an embed.

    Attributes
    ----------
    theme : Theme
        Empty leaves it to the reader's system.
    has_list : bool
        The list of events stands beside or under the map.
    has_time : bool
        The window of time can be moved.
    """

    theme: Theme = ""
    has_list: bool = False
    has_time: bool = True

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Embedding":
        """Read `theme`, `list` and `time`; what cannot be read is left at its default.

        An embed stands in pages that nobody looks after any more, so no word breaks it.

        Examples
        --------
        >>> Embedding.of({"theme": "dark", "list": "1", "time": "0"})
        Embedding(theme='dark', has_list=True, has_time=False)
        """
        theme = query.get("theme", "")
        return cls(
            theme if theme in THEMES else "",
            query.get("list", "0") == "1",
            query.get("time", "1") != "0",
        )

    def query(self) -> dict[str, str]:
        """The parameters that say so; none for what is usual."""
        asked = {
            "theme": self.theme,
            "list": "1" if self.has_list else "",
            "time": "" if self.has_time else "0",
        }
        return {name: value for name, value in asked.items() if value}
