"""Write the table of docs/formats.md, which the registry of formats tells.

    python -m tools.describe_formats

A test fails while the two differ.
"""

from pathlib import Path

from mapapp.formats import Format, formats

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
_HEAD = "| suffix | format | media type | layers | read back | holds a library | loses |\n"


def table() -> str:
    """One row a format, in the registry's order."""
    return _HEAD + "|---" * _HEAD.count(" | ") + "|---|\n" + "".join(map(_row, formats()))


def _row(each: Format) -> str:
    cells = (
        f"`{each.suffix}`",
        each.name,
        f"`{each.media_type}`",
        ", ".join(each.layers) or "the whole story",
        "yes" if each.records else "",
        "yes" if each.holds_library else "",
        "; ".join(each.losses) or "nothing",
    )
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Put the table in place of the one that is there."""
    text = PAGE.read_text("utf-8")
    start = text.index(_HEAD[: len("| suffix")])
    end = text.find("\n\n", start)
    PAGE.write_text(text[:start] + table() + (text[end + 1 :] if end >= 0 else ""), "utf-8")


if __name__ == "__main__":
    main()
