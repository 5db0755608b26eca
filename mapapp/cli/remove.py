"""`mapapp remove`: one story less."""

import click

from mapapp.cli.library import library, library_option


@click.command()
@click.argument("slug")
@library_option
def command(slug: str, database: str | None) -> None:
    """Remove the story SLUG from the library, with what was decided about it."""
    library(database).remove(slug)
    click.echo(f"removed {slug}", err=True)
