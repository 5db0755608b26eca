import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mapapp.cli import main
from mapapp.formats import formats
from mapapp.model import Annotation, Article, Decision, Span, Story, TimeExpression, iso_date
from mapapp.stories import open_store
from mapapp.stories.shipped import ShippedStory

from tests.zoo import ANNOTATION

Run = Callable[..., Result]
TEXT = "A visit\n\nIn 1992 officers met in Baku.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Commands in an empty folder; what an article says is made up, and tested elsewhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mapapp.pipeline.annotate", _annotate)
    monkeypatch.setattr("mapapp.stories.shipped.shipped_stories", lambda folder: [])
    (tmp_path / "article.txt").write_text(TEXT)
    return lambda *args, **more: CliRunner().invoke(main, [*map(str, args)], **more)


def _annotate(article: Article) -> Annotation:
    return Annotation(Article(ANNOTATION.article.text, article.title), events=ANNOTATION.events)


def test_map_writes_the_format_of_the_suffix(run: Run) -> None:
    done = run("map", "article.txt", "-o", "out.geojson", "--from", "1990", "--to", "1995")
    assert done.exit_code == 0, done.output
    assert done.stdout == "", "talk goes to stderr"
    assert "out.geojson" in done.stderr
    found = json.loads(Path("out.geojson").read_bytes())["features"]
    assert [feature["id"] for feature in found] == ["e1", "e2"]
    assert found[0]["properties"]["story"] == "a-visit"


def test_files_speak_the_language_asked_for(run: Run) -> None:
    assert run("map", "article.txt", "-o", "map.html", "--lang", "tr").exit_code == 0
    assert '<html lang="tr"' in Path("map.html").read_text("utf-8")
    run("add", "article.txt", "--slug", "visit")
    for name in ("visit.html", "site/"):
        done = run("export", "visit", name, "--lang", "ru")
        assert done.exit_code == 0, done.output
    for page in ("visit.html", "site/index.html"):
        assert '<html lang="ru"' in Path(page).read_text("utf-8")
    assert run("export", "visit", "visit.html", "--lang", "fr").exit_code == 2


def test_map_reads_standard_input(run: Run) -> None:
    done = run("map", "-", "-o", "out.csv", "--title", "Given", input=TEXT)
    assert done.exit_code == 0, done.output
    assert b"given" in Path("out.csv").read_bytes()


def test_library_from_add_to_remove(run: Run) -> None:
    added = run("add", "article.txt", "--source", "A paper", "--published", "2024-05-06")
    assert (added.exit_code, added.stdout) == (0, "a-visit\n"), added.output
    assert run("add", "article.txt", "--slug", "other").stdout == "other\n"
    listed = run("stories").stdout.splitlines()
    assert [line.split("\t") for line in listed] == [
        ["other", "9", "-43/2020", "A visit"],
        ["a-visit", "9", "-43/2020", "A visit"],
    ]
    exported = run(
        "export", "a-visit", "out.geojson", "--bbox", "44,38,51,42", "--category", "visit"
    )
    assert exported.exit_code == 0, exported.output
    assert [f["id"] for f in json.loads(Path("out.geojson").read_bytes())["features"]] == ["e2"]
    assert run("remove", "a-visit").exit_code == 0
    assert run("stories").stdout.startswith("other")


def test_dates_that_hang_on_an_unknown_day_are_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = TimeExpression(Span(0, 1), "DATE", "XXXX-WXX-2")
    monkeypatch.setattr(
        "mapapp.pipeline.annotate", lambda article: Annotation(article, times=(time,))
    )
    assert "1 date without a year: --published" in run("add", "article.txt").stderr
    told = run("add", "article.txt", "--published", "1992-05-03", "--replace").stderr
    assert "without a year" not in told


def test_a_text_that_is_no_english_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mapapp.pipeline.annotate", Annotation)
    assert "English" not in run("map", "article.txt", "-o", "a.geojson").stderr
    Path("pont.txt").write_text("Le pont est dans la ville, et les soldats sont sur le pont.")
    assert "not in English (fr)" in run("map", "pont.txt", "-o", "b.geojson").stderr


def test_text_without_a_headline_goes_by_its_file(run: Run) -> None:
    Path("first note.txt").write_text("It rained in Baku in 1992.")
    assert run("add", "first note.txt").stdout == "first-note\n"
    assert run("map", "first note.txt", "-o", "x.geojson").exit_code == 0
    assert "stories/first-note" in Path("x.geojson").read_text()


def test_layer_is_chosen_by_the_format_where_none_is_named(run: Run) -> None:
    assert run("map", "article.txt", "-o", "x.lpf.json").exit_code == 0
    assert b"Shushi" in Path("x.lpf.json").read_bytes()


def test_slash_makes_a_folder_for_a_web_host(run: Run) -> None:
    run("add", "article.txt", "--slug", "s")
    assert run("export", "s", "site/").exit_code == 0
    where = "https://example.org/s"
    assert run("export", "s", "there/", "--base-url", where).exit_code == 0
    assert f'content="{where}/picture.png"' in Path("there/index.html").read_text("utf-8")
    assert run("export", "s", "there.geojson", "--base-url", where).exit_code == 0
    assert f'"url":"{where}/stories/s?' in Path("there.geojson").read_text("utf-8")
    assert run("export", "s", "nowhere/", "--base-url", "example.org").exit_code == 2
    assert Path("site/index.html").exists()
    again = run("export", "s", "site")
    assert (again.exit_code, "site is not empty" in again.stderr) == (1, True)


def test_links_in_files_lead_to_where_readers_find_the_server(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "article.txt", "--slug", "s")
    monkeypatch.setenv("MAPAPP_ADDRESS", "https://maps.example/here/")
    for name in ([], ["--all"]):
        assert run("export", *(name or ["s"]), "out.geojson").exit_code == 0
        (url, *_) = [
            feature["properties"]["url"]
            for feature in json.loads(Path("out.geojson").read_bytes())["features"]
        ]
        assert url == "https://maps.example/here/stories/s?event=e1"
    monkeypatch.setenv("MAPAPP_ADDRESS", "maps.example")
    assert run("export", "s", "out.geojson").exit_code == 2


def test_layers_are_exported(run: Run) -> None:
    run("add", "article.txt", "--slug", "s")
    run("export", "s", "places.geojson", "--layer", "places", "--from", "1990", "--to", "1995")
    (baku,) = json.loads(Path("places.geojson").read_bytes())["features"]
    assert baku["properties"]["events"] == 2


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".gpkg"])
def test_an_exported_story_is_imported(run: Run, suffix: str) -> None:
    run("add", "article.txt")
    run("export", "a-visit", f"events{suffix}")
    done = run("import", f"events{suffix}", "--slug", "again", "--title", "Again")
    assert (done.exit_code, done.stdout) == (0, "again\n"), done.output
    assert "9 events" in done.stderr
    run("export", "a-visit", "first.csv")
    run("export", "again", "second.csv")
    second = Path("second.csv").read_text("utf-8").replace("again", "a-visit")
    assert second == Path("first.csv").read_text("utf-8")


def test_places_that_are_only_named_are_looked_up(run: Run) -> None:
    rows = ("Datum,Ort,Ereignis", "1990,Baku,Fair", "1990,Ganja,Snow", "1991,Xyzzyx,Rain")
    Path("t.csv").write_text("\n".join(rows), "utf-8")
    done = run("import", "t.csv")
    assert "3 events at 2 places; 1 without a place" in done.stderr
    assert "3 names looked up, 0 unsure, 1 not found: " in done.stderr
    done = run("import", "t.csv", "--no-lookup", "--slug", "names")
    assert "3 events at 0 places" in done.stderr
    assert "looked up" not in done.stderr


def test_a_file_with_a_bad_row_leaves_the_library_as_it_was(run: Run) -> None:
    Path("trips.csv").write_text("title,start_date\nA,1990\nB,1990-02-30\n")
    done = run("import", "trips.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: trips.csv: line 3: ")
    assert len(done.stderr.splitlines()) == 1
    assert run("stories").stdout == ""


def test_decisions_go_to_another_library(run: Run) -> None:
    run("add", "article.txt")
    decision = Decision("retitle", "In 1992 officers met in Baku.", "They met", event="e1")
    open_store("other.sqlite").save(Story("a-visit", ANNOTATION, (decision,)))
    saved = run("decisions", "export", "a-visit", "--database", "other.sqlite")
    Path("decisions.json").write_text(saved.stdout)
    for counted in ("1 new of 1", "0 new of 1"):
        done = run("decisions", "import", "a-visit", "decisions.json")
        assert (done.exit_code, counted in done.stderr) == (0, True), done.output
    run("export", "a-visit", "events.csv")
    assert "They met" in Path("events.csv").read_text("utf-8")
    Path("decisions.json").write_text('[{"act": "burn"}]')
    done = run("decisions", "import", "a-visit", "decisions.json")
    assert done.exit_code == 1
    assert "decisions.json holds no decisions" in done.stderr


def test_a_format_is_written_with_and_without_its_options(run: Run) -> None:
    run("add", "article.txt")
    done = run("export", "a-visit", "events.csv", "--without", "bom", "--with", "times")
    assert done.exit_code == 0, done.output
    head = Path("events.csv").read_bytes().partition(b"\r\n")[0]
    assert head.startswith(b"id,")
    assert head.endswith(b"start_datetime,end_datetime")
    assert run("export", "a-visit", "events.kml", "--with", "bom").exit_code == 1
    told = " ".join(run("export", "--help").stdout.split())
    for option in (option for known in formats() for option in known.options):
        assert f"{option.name} (usually with" in told


def test_all_stories_are_exported_as_one(run: Run) -> None:
    run("add", "article.txt", "--slug", "s")
    run("add", "article.txt", "--slug", "t")
    assert run("export", "--all", "all.geojson", "--category", "visit").exit_code == 0
    told = json.loads(Path("all.geojson").read_bytes())["features"]
    assert {each["properties"]["story"] for each in told} == {"s", "t"}
    assert run("export", "--all", "site.ics").exit_code == 1
    assert run("export", "all.geojson").exit_code == 2
    assert run("export", "--all", "s", "all.geojson").exit_code == 2


def test_taken_slug_and_replacing(run: Run) -> None:
    run("add", "article.txt")
    again = run("add", "article.txt")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "'a-visit'" in again.stderr
    assert run("add", "article.txt", "--replace").exit_code == 0


def test_library_that_may_only_be_read_is_listed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("stories", "--database", "mine.sqlite")
    shipped = ShippedStory("s", Path("article.txt"), "Us", None, "en")
    monkeypatch.setattr("mapapp.stories.shipped.shipped_stories", lambda folder: [shipped])
    monkeypatch.setattr("mapapp.stories.connection.os.access", lambda *_: False)
    done = run("stories", "--database", "mine.sqlite")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "may only be read" in done.stderr


@pytest.mark.parametrize("database", ["mine.sqlite", "sqlite:///mine.sqlite"])
def test_database_option_goes_before_the_environment(run: Run, database: str) -> None:
    assert run("add", "article.txt", "--database", database).exit_code == 0
    assert Path("mine.sqlite").exists()
    assert run("stories").stdout == ""


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["map", "missing.txt", "-o", "x.geojson"], "missing.txt: No such file"),
        (["map", "empty.txt", "-o", "x.geojson"], "empty.txt holds no word"),
        (["map", "photo.txt", "-o", "x.geojson"], "photo.txt is a PNG picture"),
        (["map", "huge.txt", "-o", "x.geojson"], "huge.txt has 200,000,000 bytes"),
        (["map", "article.txt", "-o", "x.docx"], "ends in one of .geojson"),
        (["map", "article.txt", "-o", "no/folder/x.geojson"], "No such file or directory"),
        (["map", "article.txt", "-o", "x.csv", "--layer", "areas"], "--layer: CSV cannot hold"),
        (["map", "article.txt", "-o", "x.csv", "--from", "2020", "--to", "1990"], "swap them"),
        (["map", "article.txt", "-o", "x.csv", "--bbox", "1,2,3"], "--bbox: bbox='1,2,3'"),
        (["map", "article.txt", "-o", "x.csv", "--bbox", "1,9,3,4"], "these are 9 and 4"),
        (["map", "article.txt", "-o", "x.csv", "--from", "1992-02-30"], "day 30 does not exist"),
        (["add", "article.txt", "--published", "1992"], "--published: '1992' is no single day"),
        (["add", "article.txt", "--slug", "Not OK"], "'Not OK' cannot be"),
        (["add", "article.txt", "--database", "empty.txt/x.sqlite"], "cannot be made"),
        (["stories", "--database", "photo.txt"], "photo.txt is damaged or is no library"),
        (["export", "nope", "x.geojson"], "no story goes by 'nope'"),
        (["remove", "nope"], "no story goes by 'nope'"),
    ],
)
def test_failure_is_one_clear_line_and_status_1(run: Run, args: list[str], message: str) -> None:
    Path("empty.txt").write_text("")
    Path("photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with Path("huge.txt").open("wb") as sparse:
        sparse.truncate(200_000_000)
    done = run(*args)
    assert done.exit_code == 1, done.output
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
    assert not list(Path().glob("x.*")), "nothing half done is left"


@pytest.mark.parametrize(
    "args", [["nonsense"], ["map"], ["map", "a.txt"], ["export", "s"], ["map", "--nonsense"]]
)
def test_wrong_usage_is_status_2(run: Run, args: list[str]) -> None:
    assert run(*args).exit_code == 2


def test_wrong_setting_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPAPP_MAX_INPUT_BYTES", "many")
    done = run("stories", "--database", "x.sqlite")
    assert done.exit_code == 0, "a command that needs it not does not mind"
    done = run("map", "article.txt", "-o", "x.geojson")
    assert done.exit_code == 2
    assert "MAPAPP_MAX_INPUT_BYTES='many' is not a number" in done.stderr


def test_help_of_every_command_that_there_is(run: Run) -> None:
    listed = run("--help").stdout
    for name in main.list_commands(None):  # type: ignore[arg-type]
        assert name in listed
        told = run(name, "--help")
        assert told.exit_code == 0
        assert "\\b" not in told.stdout, "the mark is for click and not for readers"


@pytest.mark.parametrize("command", ["map", "export"])
def test_help_lists_every_format_and_its_losses(run: Run, command: str) -> None:
    told = " ".join(run(command, "--help").stdout.split())
    for known in formats():
        assert known.suffix in told
        assert all(" ".join(loss.split()) in told for loss in known.losses)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dict[str, object]]]:
    monkeypatch.setattr("mapapp.cli.annotate.annotate", lambda article, mode: Annotation(article))

    def run_lines(*given: str | bytes, args: tuple[str, ...] = ()) -> list[dict[str, object]]:
        data = b"\n".join(line.encode() if isinstance(line, str) else line for line in given)
        done = CliRunner().invoke(main, ["annotate", *args], input=data)
        assert done.exit_code == 0, done.output
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run_lines


def test_bad_line_costs_that_line_alone(lines: Callable[..., list[dict[str, object]]]) -> None:
    found = lines(
        '{"id": "a", "text": "It rained."}',
        "not json",
        '{"id": "b"}',
        '{"id": "c", "text": 7}',
        "",
        b"\xff\xfe",
        '{"id": "d", "text": "x", "dct": "1998-13-45"}',
        '{"id": 5, "text": "", "dct": "2009-03-24 14:28:00"}',
    )
    assert [line.get("id") for line in found] == ["a", None, "b", "c", None, "d", 5]
    assert ["error" in line for line in found] == [False, True, True, True, True, False, False]
    assert "'1998-13-45' is not a date" in str(found[5]["notes"]), "the text is still read"
    assert found[0] == {"id": "a", "toponyms": [], "times": [], "events": []}


@pytest.mark.parametrize(
    ("dct", "day"),
    [
        ("2016-11-28", "2016-11-28"),
        ("2009-03-24 09:33:48.834765-05", "2009-03-24"),
        ("11/28/2016", "2016-11-28"),
        ("March 3, 2011 9:55 am", "2011-03-03"),
        ("Wed", None),
        (" ", None),
    ],
)
def test_document_times_as_collections_write_them(
    dct: str, day: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mapapp.cli.annotate import answer

    seen: list[Article] = []
    monkeypatch.setattr(
        "mapapp.cli.annotate.annotate",
        lambda article, mode: seen.append(article) or Annotation(article),
    )
    answer(json.dumps({"id": "a", "text": "He came.", "dct": dct}).encode(), 1000)
    assert iso_date(seen[0].published) == day


def test_half_a_surrogate_pair_costs_one_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    from mapapp.cli.annotate import answer

    seen: list[str] = []
    monkeypatch.setattr(
        "mapapp.cli.annotate.annotate",
        lambda article, mode: seen.append(article.text) or Annotation(article),
    )
    found = json.loads(answer(rb'{"id": "a", "text": "x\ud800y \\ud800 \ud83d\ude00"}', 100))
    assert found["id"] == "a"
    assert seen == ["x\ufffdy \\ud800 \U0001f600"]


def test_document_time_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from mapapp.cli.annotate import answer

    seen: list[Article] = []
    monkeypatch.setattr(
        "mapapp.cli.annotate.annotate",
        lambda article, mode: seen.append(article) or Annotation(article),
    )
    answer(b'{"id": "a", "text": "x\\r\\ny", "dct": "1970-01-03T10:00:00Z"}', 100)
    assert (seen[0].published, seen[0].text) == (2, "x\r\ny"), "offsets are into what was given"


def test_mistake_of_ours_costs_one_document_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from mapapp.cli.annotate import answer

    def stumble(article: Article, mode: str | None) -> Annotation:
        raise TypeError("no such thing")

    monkeypatch.setattr("mapapp.cli.annotate.annotate", stumble)
    told = json.loads(answer(b'{"id": "a", "text": "x"}', 100))
    assert told["id"] == "a"
    assert "TypeError: no such thing" in told["error"]


def test_line_that_is_too_large_is_told(lines: Callable[..., list[dict[str, object]]],
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("MAPAPP_MAX_INPUT_BYTES", "50")
    (found,) = lines(json.dumps({"id": "a", "text": "word " * 20}))
    assert found["id"] == "a"
    assert "may have 50" in str(found["error"])


_ANNOTATE = """
import sys
import mapapp.cli.annotate as command
from mapapp.model import Annotation
command.annotate = lambda article: Annotation(article)
from mapapp.cli import main
main(sys.argv[1:])
"""
ROOT = Path(__file__).parents[2]


def test_each_document_is_answered_before_the_next_is_asked_for() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _ANNOTATE, "annotate"], stdin=-1, stdout=-1, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(b'{"id": %d, "text": "x"}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()


def test_workers_keep_the_order() -> None:
    given = b"".join(b'{"id": %d, "text": "x"}\n' % number for number in range(40)) + b"bad\n"
    done = subprocess.run(
        [sys.executable, "-c", _ANNOTATE, "annotate", "--workers", "2"],
        input=given, capture_output=True, cwd=ROOT, check=True,
    )  # fmt: skip
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in found] == [*range(40), None]


def test_reader_that_goes_away_is_no_failure() -> None:
    given = b"".join(b'{"id": %d, "text": "x"}\n' % number for number in range(20_000))
    with subprocess.Popen(
        [sys.executable, "-c", _ANNOTATE, "annotate"], stdin=-1, stdout=-1, stderr=-1, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, talk = process.communicate(given)
    assert (process.returncode, talk) == (0, b"")


def test_mode_of_the_dates_can_be_set(lines: Callable[..., list[dict[str, object]]],
                                      monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    seen: list[object] = []
    monkeypatch.setattr(
        "mapapp.cli.annotate.annotate",
        lambda article, mode: seen.append(mode) or Annotation(article),
    )
    lines('{"id": "a", "text": "x"}', args=("--mode", "narrative"))
    lines('{"id": "a", "text": "x"}')
    assert seen == ["narrative", None]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["remove", "gone"], 1, "no story goes by 'gone'; mapapp stories lists those there are"),
        (["add", "t.csv"], 1, "t.csv is no article but a file of events; mapapp import reads it"),
        (["map", "t.csv", "-o", "t.html"], 1, "mapapp import reads it"),
        (["import", "article.txt"], 1, "article.txt is no file of events but an article; mapapp"),
        (["import", "t.gpkg"], 1, "t.gpkg: it cannot be opened: 't.gpkg' not recognized as being in"
                                  " a supported file format\n"),
        (["import", "t.csv"], 1, "t.csv: line 2: date 1990-02-30: day 30 does not exist"),
        (["export", "s", "out.csv", "--with", "wings"], 1, "Error: CSV has no option 'wings'"),
        (["add", "article.txt", "--slug", "s"], 1, "put this in its place with --replace"),
        (["lookup", "Baku", "--most", "-1"], 2, "-1 is not in the range x>=0"),
        (["serve", "--host", "no such host", "--port", "0"], 2, "no name or address of this"),
    ],
)  # fmt: skip
def test_wrong_invocations_name_the_thing_and_what_to_do(
    run: Run, arguments: list[str], code: int, said: str
) -> None:
    Path("t.csv").write_text("title,date\nA,1990-02-30\n", "utf-8")
    Path("t.gpkg").write_bytes(b"SQLite format 3\0")
    run("add", "article.txt", "--slug", "s")
    before = run("stories").stdout
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert run("stories").stdout == before


def test_an_export_of_nothing_says_so(run: Run) -> None:
    run("add", "article.txt", "--slug", "s")
    done = run("export", "s", "out.csv", "--category", "wings")
    assert "no event is in the selection: the file will hold none" in done.stderr
    assert "no event" not in run("export", "s", "out.csv", "--from", "1900").stderr
