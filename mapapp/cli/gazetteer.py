"""`mapapp gazetteer`: build, widen and describe the place index."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from mapapp.cli.options import settings

_ABOUT = 255_000  # places in the index, for the length of the bar


@click.group()
def command() -> None:
    """Build, widen and describe the place index."""


@command.command()
@click.option("--if-needed", is_flag=True, help="Leave a whole index of the same sources alone.")
def build(if_needed: bool) -> None:
    """Build the place index anew."""
    from mapapp.places.gazetteer import build as build_index

    with _bar("Places", _ABOUT) as progress:
        meta = build_index(settings(), progress=progress, force=not if_needed)
    click.echo(f"{meta.places:,} places, {meta.names:,} names, built {meta.built}", err=True)


@command.command()
def info() -> None:
    """Tell what went into the place index, tabs between: sources, sums, age, folder."""
    from mapapp.places.gazetteer.cache import index_folder
    from mapapp.places.gazetteer.index import read_meta

    folder = index_folder(settings())
    meta = read_meta(folder)
    for source, count in meta.sources.items():
        click.echo(f"{source}\t{count}")
    click.echo(f"places\t{meta.places}\nnames\t{meta.names}\nbuilt\t{meta.built}\nfolder\t{folder}")
    click.echo(f"bytes\t{sum(meta.sizes.values())}")


@contextmanager
def _bar(label: str, length: int) -> Iterator[Callable[[int], None]]:
    with click.progressbar(range(length), label=label, file=sys.stderr) as bar:
        yield bar.update
