"""Many articles into the library: one that cannot be read costs that one alone."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from mapapp.cli.options import day, read
from mapapp.cli.workers import DOCUMENTS_OWN, in_order, told_error
from mapapp.errors import StoryExists
from mapapp.model import Annotation, Article, Story
from mapapp.stories import Store

_EVERY = 2.0  # seconds between two words of progress


@dataclass(frozen=True)
class _Named:
    """A file's article under its slug; None of both, and why, where there is none."""

    path: str
    slug: str = ""
    article: Article | None = None
    wrong: str = ""


@dataclass
class _Progress:
    """Counts, told from time to time."""

    whole: int
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)
    added: int = 0
    passed: int = 0
    failed: int = 0

    @property
    def done(self) -> int:
        return self.added + self.passed + self.failed

    def tell(self) -> None:
        now = time.monotonic()
        if now - self.told < _EVERY:
            return
        self.told = now
        speed = self.done / (now - self.began)
        left = (self.whole - self.done) / speed
        click.echo(f"{self.said()}; {speed:.1f} a second, {_duration(left)} to go", err=True)

    def said(self) -> str:
        parts = [f"{self.added} added"]
        parts += [f"{self.passed} there already"] if self.passed else []
        parts += [f"{self.failed} could not be added"] if self.failed else []
        return f"{self.done} of {self.whole}: {', '.join(parts)}"


def files(articles: Iterable[str]) -> list[str]:
    """The files that are named, and in place of a folder all files in it, by name."""
    found: list[str] = []
    for article in articles:
        path = Path(article)
        if not path.is_dir():
            found.append(article)
            continue
        inside = (each for each in path.rglob("*") if each.is_file())
        found += sorted(str(each) for each in inside if not each.name.startswith("."))
    return found


def add_all(
    store: Store,
    paths: Sequence[str],
    *,
    workers: int,
    replace: bool,
    resume: bool,
    about: dict[str, str | None],
) -> None:
    """Read the files into the library, each on its own, and print the slugs.

    Parameters
    ----------
    resume : bool
        Pass over articles whose slug is taken.

    Raises
    ------
    StoreUnavailable
        At the first that cannot be written; those before it are kept.
    click.ClickException
        At the end, when some could not be read.
    """
    if about["published"]:
        day(about["published"])  # wrong for all is wrong at once
    progress = _Progress(len(paths))
    taken = set() if replace else {summary.slug for summary in store.summaries()}
    try:
        for named, made in in_order(_annotated, _named(paths, taken, about), workers):
            _keep(store, named, made, progress, replace=replace, resume=resume)
            progress.tell()
    except BaseException:
        click.echo(f"stopped at {progress.said()}; --resume goes on from there", err=True)
        raise
    click.echo(progress.said(), err=True)
    if progress.failed:
        raise click.ClickException(f"{progress.failed} of {progress.whole} could not be added")


def _named(paths: Iterable[str], taken: set[str], about: dict[str, str | None]) -> Iterator[_Named]:
    from mapapp.stories import slug_of

    for path in paths:
        try:
            article = read(path, **about)
            slug = slug_of(article.title or Path(path).stem)
        except (*DOCUMENTS_OWN, OSError) as error:
            yield _Named(path, wrong=told_error(error))
            continue
        # One that is there need not be read for what it tells.
        yield _Named(path, slug, None if slug in taken else article)
        taken.add(slug)  # with --replace too: two files of one run do not oust each other


def _annotated(named: _Named) -> tuple[_Named, Annotation | str]:
    """What is in the article, or what is wrong with it; nothing, where there is no article."""
    from mapapp.pipeline import annotate

    if named.article is None:
        return named, named.wrong
    try:
        return named, annotate(named.article)
    except DOCUMENTS_OWN as error:
        return named, told_error(error)


def _keep(
    store: Store,
    named: _Named,
    made: Annotation | str,
    progress: _Progress,
    *,
    replace: bool,
    resume: bool,
) -> None:
    try:
        if isinstance(made, Annotation):
            store.save(Story(named.slug, made), replace=replace)
            click.echo(named.slug)
            progress.added += 1
            return
        if not made:
            raise StoryExists(f"there is a story {named.slug!r} already")
    except StoryExists as error:
        if resume:
            progress.passed += 1
            return
        made = str(error)
    progress.failed += 1
    click.echo(f"{named.path}: {made}", err=True)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
