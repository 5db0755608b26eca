"""Many articles at once: what one of them costs, and what is left when the run is stopped."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.model import Annotation, Article
from mapapp.stories import open_store

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mapapp.pipeline.annotate", _annotate)
    monkeypatch.setattr("mapapp.stories.shipped.shipped_stories", lambda folder: [])
    monkeypatch.setenv("MAPAPP_DATABASE", "library.sqlite")
    return lambda *args: CliRunner().invoke(main, [*map(str, args)])


def _annotate(article: Article) -> Annotation:
    if "stumble" in article.text:
        raise KeyError("stumbled")
    return Annotation(article)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.md").write_text("# First\n\nIt rained.")
    (folder / "b.txt").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "c.md").write_text("# Second\n\nWe stumble.")
    (folder / "deep" / "d.md").write_text("# Third\n\nIt snowed.")
    (folder / ".hidden").write_text("not for us")
    return folder


def _slugs(path: Path | str = "library.sqlite") -> list[str]:
    return [summary.slug for summary in reversed(open_store(path).summaries())]


def test_one_that_cannot_be_read_costs_that_one_alone(run: Run, articles: Path) -> None:
    done = run("add", articles)
    assert (done.exit_code, done.stdout.split()) == (1, ["first", "third"])
    assert _slugs() == ["first", "third"]
    bad, stumbled, count, error = done.stderr.splitlines()
    assert bad.startswith(f"{articles}/b.txt: ")
    assert stumbled.startswith(f"{articles}/c.md: reading it failed with KeyError")
    assert count == "4 of 4: 2 added, 2 could not be added"
    assert error == "Error: 2 of 4 could not be added"


def test_files_by_name_go_in_the_order_given(run: Run, articles: Path) -> None:
    done = run("add", articles / "deep" / "d.md", articles / "a.md")
    assert (done.exit_code, done.stdout.split()) == (0, ["third", "first"])


def test_missing_file_is_told_and_the_rest_goes_on(run: Run, articles: Path) -> None:
    done = run("add", "nowhere.txt", articles / "a.md")
    assert (done.exit_code, done.stdout.split()) == (1, ["first"])
    assert "nowhere.txt" in done.stderr


def test_taken_slugs_fail_or_are_passed_over_or_replaced(run: Run, articles: Path) -> None:
    files = [articles / "a.md", articles / "deep" / "d.md"]
    run("add", *files[:1])
    assert "there is a story 'first' already" in run("add", *files).stderr
    resumed = run("add", *files, "--resume")
    assert resumed.exit_code == 0, resumed.stderr
    assert resumed.stderr.splitlines() == ["2 of 2: 0 added, 2 there already"]
    assert run("add", *files, "--replace").exit_code == 0


def test_two_files_of_one_title_do_not_oust_each_other(run: Run, articles: Path) -> None:
    (articles / "deep" / "same.md").write_text("# First\n\nSomething else.")
    done = run("add", articles / "a.md", articles / "deep" / "same.md", "--replace")
    assert done.exit_code == 1
    assert open_store("library.sqlite").load("first").annotation.article.text.endswith("rained.")


def test_wrong_day_for_all_is_one_failure(run: Run, articles: Path) -> None:
    done = run("add", articles, "--published", "1990-02-30")
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert run("add", articles, "--title", "One").exit_code == 2


_SLOW = """
import sys, time
pause = float(sys.argv.pop(1))
import mapapp.pipeline
import mapapp.stories.shipped
from mapapp.model import Annotation, Event, Span

first = {f"Report {number}" for number in range(12)}

def annotate(article):
    time.sleep(0 if article.title in first else pause)
    told = (Event(f"e{n}", article.title, "other", None, (), (Span(0, 5),)) for n in range(40))
    return Annotation(article, events=tuple(told))

mapapp.pipeline.annotate = annotate
mapapp.stories.shipped.shipped_stories = lambda folder: []
from mapapp.cli import main
main(sys.argv[1:])
"""
_MANY = 40


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(_MANY):
        (folder / f"{number:02}.md").write_text(f"# Report {number}\n\nAll is well.")
    return folder


def _command(folder: Path, *more: str, pause: int = 0) -> list[str]:
    """Add the folder; after the first dozen articles with so many seconds for each."""
    database = str(folder.parent / "library.sqlite")
    program = [sys.executable, "-c", _SLOW, str(pause)]
    return [*program, "add", str(folder), "--database", database, *more]


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_run_keeps_what_it_told_of_and_goes_on(
    many: Path, how: signal.Signals, workers: str
) -> None:
    with subprocess.Popen(
        _command(many, "--workers", workers, pause=1), stdout=-1, stderr=-1, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(5)]
        process.send_signal(how)
        more, talk = process.communicate()
    assert process.returncode != 0
    assert "Traceback" not in talk
    told += more.split()
    kept = _slugs(many.parent / "library.sqlite")
    assert told == kept[: len(told)]
    assert 5 <= len(kept) < _MANY
    subprocess.run(_command(many, "--resume"), check=True, capture_output=True, cwd=ROOT)
    assert len(_slugs(many.parent / "library.sqlite")) == _MANY


def test_file_that_may_not_grow_ends_the_run_and_keeps_what_was_added(many: Path) -> None:
    done = subprocess.run(
        _command(many), check=False, capture_output=True, text=True, cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
    )  # fmt: skip
    assert done.returncode == 1
    stopped, error = done.stderr.splitlines()[-2:]
    assert "--resume goes on" in stopped
    assert "library.sqlite" in error
    kept = done.stdout.split()
    assert 0 < len(kept) < _MANY
    assert _slugs(many.parent / "library.sqlite") == kept


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="only root can become another, and only others are kept from writing",
)
def test_reader_who_may_not_write_reads_and_is_told_so(many: Path) -> None:
    path = many.parent / "library.sqlite"
    open_store(path).close()  # type: ignore[attr-defined]
    for folder in (many.parent, *many.parent.parents[:2]):
        folder.chmod(0o755)
    # Nobody, who may yet read the program wherever it lies.
    may = "-all,+dac_read_search"
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
              f"--inh-caps={may}", f"--ambient-caps={may}"]  # fmt: skip
    before = path.read_bytes()
    listed = subprocess.run(
        [*nobody, sys.executable, "-c", _SLOW, "0", "stories", "--database", str(path)],
        check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert (listed.returncode, listed.stdout) == (0, ""), listed.stderr
    added = subprocess.run(
        [*nobody, *_command(many)], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert added.returncode == 1
    assert "may only be read" in added.stderr
    assert path.read_bytes() == before
