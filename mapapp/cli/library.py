"""The library that a command works on."""

import click

from mapapp.cli.options import Command, settings
from mapapp.errors import StoreUnavailable
from mapapp.stories import Store, open_store


def library_option(command: Command) -> Command:
    """`--database`: which library."""
    return click.option(
        "--database", metavar="URL", help="File of the library, or sqlite:///file."
    )(command)


def library(database: str | None) -> Store:
    """The library at `--database`, else that of the settings; a new one is given what ships."""
    store = open_store(database or settings().database_path)
    if not store.shipped() and not store.summaries():
        give_shipped(store)
    return store


def give_shipped(store: Store) -> None:
    """Give the library what ships; one that may only be read is served as it is, and told of."""
    from mapapp.stories.shipped import ensure_shipped

    try:
        ensure_shipped(store)
    except StoreUnavailable as error:
        click.echo(f"the stories that ship were not added: {error}", err=True)
