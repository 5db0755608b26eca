"""`mapapp gazetteer`: build, widen and describe the place index."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapapp.cli.options import settings
from mapapp.errors import GazetteerError

if TYPE_CHECKING:
    from mapapp.places.gazetteer.index import Meta

_ABOUT = 255_000  # places in the index, for the length of the bar


@click.group()
def command() -> None:
    """Build, widen and describe the place index."""


@command.command()
@click.option("--force", is_flag=True, help="Build it even when it is there and whole.")
def build(force: bool) -> None:
    """Build the place index, unless it is there for the present sources."""
    from mapapp.places.gazetteer import build as build_index

    if not force and (found := _built()):
        click.echo(f"{_sum(found)}; --force builds it anew", err=True)
        return
    with _bar("Places", _ABOUT) as progress:
        meta = build_index(settings(), progress=progress, force=force)
    click.echo(_sum(meta), err=True)


def _built() -> "Meta | None":
    from mapapp.places.gazetteer.cache import index_folder
    from mapapp.places.gazetteer.index import read_meta

    try:
        return read_meta(index_folder(settings()))
    except GazetteerError:
        return None


def _sum(meta: "Meta") -> str:
    return f"{meta.places:,} places, {meta.names:,} names, built {meta.built}"


@command.command()
def info() -> None:
    """Tell what went into the place index, tabs between: sources, sums, age, folder."""
    from mapapp.places.gazetteer.cache import index_folder
    from mapapp.places.gazetteer.index import read_meta
    from mapapp.places.gazetteer.lists import list_files, list_name

    folder = index_folder(settings())
    meta = read_meta(folder)
    for source, count in meta.sources.items():
        click.echo(f"{source}\t{count}")
    click.echo(f"places\t{meta.places}\nnames\t{meta.names}\nbuilt\t{meta.built}\nfolder\t{folder}")
    click.echo(f"bytes\t{sum(meta.sizes.values())}")
    for path in list_files(settings()):
        click.echo(f"added: {list_name(path)}\t{path}")


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--skip-faulty", is_flag=True, help="Leave out lines that cannot be read.")
def add(file: Path, skip_faulty: bool) -> None:
    """Add a list of places: GeoNames dump, Linked Places file, or CSV with name,lon,lat.

    GeoNames' alternateNamesV2.txt adds its names to the places that are known. A CSV may have
    more of the columns id, kind, country, names and so on. A faulty line refuses the list whole,
    unless told otherwise.

    \b
    Example:
        mapapp gazetteer add my-places.csv
        mapapp gazetteer remove my-places
    """  # noqa: D301 - click's mark for lines that stay as they are
    from mapapp.places.gazetteer.cache import build_list, open_gazetteer
    from mapapp.places.gazetteer.lists import add_list

    with _bar("Reading", file.stat().st_size) as progress:
        added = add_list(
            file,
            settings(),
            skip_faulty=skip_faulty,
            progress=progress,
            known=lambda: open_gazetteer(settings()),
        )
    for fault in added.faults:
        click.echo(f"left out: {fault}", err=True)
    if added.faulty > len(added.faults):
        click.echo(f"left out: {added.faulty - len(added.faults):,} lines more", err=True)
    if added.passed:
        click.echo(f"passed over: {added.passed:,} names of places not in the index", err=True)
    with _bar("Places", added.places) as progress:
        build_list(added.path, settings(), progress=progress)
    click.echo(f"{added.places:,} places added as {added.name!r}", err=True)


@command.command()
@click.argument("name")
def remove(name: str) -> None:
    """Take away a list that was added, by its name."""
    from mapapp.places.gazetteer.cache import forget_list
    from mapapp.places.gazetteer.lists import remove_list

    forget_list(name, settings())
    remove_list(name, settings())


@contextmanager
def _bar(label: str, length: int) -> Iterator[Callable[[int], None]]:
    with click.progressbar(range(length), label=label, file=sys.stderr) as bar:
        yield bar.update
