"""`mapapp decisions`: what reviewers decided, as a file that another library takes."""

from pathlib import Path

import click
from msgspec.structs import replace

from mapapp.cli.library import library, library_option


@click.group()
def command() -> None:
    """Save the decisions of a story's reviewers as a file, and take such a file."""


@command.command("export")
@click.argument("slug")
@click.argument("output", metavar="[OUT]", default="-")
@library_option
def export(slug: str, output: str, database: str | None) -> None:
    """Write the decisions on the story SLUG to OUT, as JSON; without OUT to standard output."""
    from mapapp.stories.decisions import encode_decisions

    decisions = library(database).unreviewed(slug).decisions
    with click.open_file(output, "wb", atomic=output != "-") as file:
        file.write(encode_decisions(decisions))
    click.echo(f"{len(decisions)} decisions", err=True)


@command.command("import")
@click.argument("slug")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@library_option
def import_(slug: str, file: Path, database: str | None) -> None:
    """Take the decisions in FILE on the story SLUG; those that it has already count once.

    Those that find their sentence act at once, the others wait for a reading that has it.
    """
    from mapapp.stories.decisions import decode_decisions

    found = decode_decisions(file.read_bytes(), file.name)
    store = library(database)
    raw = store.unreviewed(slug)
    store.save(replace(raw, decisions=found), replace=True)
    taken = len(store.unreviewed(slug).decisions) - len(raw.decisions)
    click.echo(f"{taken} new of {len(found)} decisions", err=True)
