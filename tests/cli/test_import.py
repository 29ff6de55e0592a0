"""`ladder import` as a whole command line: what it makes, what it says, and that nothing that stood there is lost."""

import csv
import errno
import io
import json
import os
import re
import shlex
import stat
from pathlib import Path
from typing import Any

import pytest

from cli.test_complete import offered
from importing.samples import PAGE, SAMPLES, TABLE, paths_of
from ladder import api
from ladder.cli import saving
from ladder.cli.import_ import MOST_TOLD
from ladder.importing.shapes import SHAPES
from ladder.model import Ladder
from ladder.packaged import SCHEMA_FILE
from ladder.questions.statements import statements
from ladders import FULL, SMALL, read, write, write_all
from running import Ran, Run

FILES = {"ladder.yaml", SCHEMA_FILE, "levels/L1.yaml", "levels/L2.yaml"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a spreadsheet, in which the command runs."""
    write(tmp_path / "here", TABLE, "mill.csv")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def tree(folder: Path) -> dict[str, str | None]:
    """All that stands in a folder, hidden things too: files with their texts, folders with None."""
    return {
        str(path.relative_to(folder)): path.read_text(errors="replace") if path.is_file() else None
        for path in folder.rglob("*")
    }


def made(run: Run, *arguments: str) -> list[str]:
    """Runs the command, which says on standard error what it did, and nothing else; the lines."""
    ran = run("import", *arguments)
    assert (ran.code, ran.out) == (0, ""), ran
    return ran.err.splitlines()


def refused(run: Run, *arguments: str, code: int = 1) -> str:
    """Runs the command, which refuses in one line and a hint, and changes nothing; both."""
    before = tree(Path.cwd())
    ran = run("import", *arguments)
    assert (ran.code, ran.out) == (code, ""), ran
    assert tree(Path.cwd()) == before
    line, _, hint = ran.err.splitlines()
    assert line.startswith("error: ")
    assert hint.startswith("hint: ")
    return f"{line.removeprefix('error: ')} | {hint.removeprefix('hint: ')}"


def told(run: Run, *arguments: str) -> str:
    """Runs the command, which tells a problem with its place and changes nothing; the first line."""
    before = tree(Path.cwd())
    ran = run("import", *arguments)
    assert (ran.code, ran.out) == (1, ""), ran
    assert tree(Path.cwd()) == before
    assert ran.err.endswith("error: 1 problem in what is to be imported\n")
    return ran.err.splitlines()[0]


def opens(run: Run, name: str) -> Ladder:
    """The ladder that was made, which validates without errors and which every question takes."""
    assert [str(one) for one in api.validate(name).problems if one.severity == "error"] == []
    ladder = read(name)
    first, last = ladder.order[0], ladder.order[-1]
    for line in (
        ["--ladder", name, "list"],
        ["--ladder", name, "list", "statements"],
        ["--ladder", name, "show", first],
        ["--ladder", name, "show", next(iter(ladder.competencies))],
        ["--ladder", name, "compare", first, last],
        ["diff", name, name],
        ["validate", name],
    ):
        ran = run(*line)
        assert (ran.code, ran.err) == (0, ""), line
    return ladder


# -- where it goes


def test_without_a_name_the_new_folder_is_called_like_the_file(run: Run, here: Path) -> None:
    made(run, "mill.csv")
    assert {name for name, text in tree(here / "mill").items() if text is not None} == FILES
    ladder = opens(run, "mill")
    assert (ladder.title, ladder.order, list(ladder.competencies)) == ("The mill", ("L1", "L2"), ["grain", "talk"])


def test_it_stands_here_wherever_the_file_stands(run: Run, here: Path) -> None:
    write(here.parent / "far.d", TABLE, "our.mill.csv")
    made(run, "../far.d/our.mill.csv")
    made(run, "../far.d")
    assert sorted(os.listdir(here)) == ["far.d", "mill.csv", "our.mill"]


@pytest.mark.parametrize("name", ["acme", "acme/", "a/b/c", "our mill", "acme.yaml", "a/acme.yml", "日本"])
def test_with_a_name_it_is_a_folder_or_the_file_of_that_name(name: str, run: Run, here: Path) -> None:
    made(run, "mill.csv", "-o", name)
    made(run, "mill.csv", "-o", "plain")
    assert os.path.isfile(name) is name.endswith((".yaml", ".yml"))
    assert opens(run, name)._replace(name="") == read("plain")._replace(name="")


def test_a_dash_is_standard_output(run: Run, here: Path) -> None:
    ran = run("import", "mill.csv", "-o", "-")
    assert ran.code == 0
    assert sorted(os.listdir(here)) == ["mill.csv"]
    made(run, "mill.csv", "-o", "acme.yaml")
    assert ran.out == (here / "acme.yaml").read_text()
    assert "the ladder: 2 levels" in ran.err
    assert "next:" not in ran.err


def test_a_name_that_is_none_is_one_line_and_a_hint(run: Run, here: Path) -> None:
    for name in ("", " ", ".yaml", "/", "a\nb", "\x1b[31m"):
        assert refused(run, "mill.csv", "-o", name, code=2).startswith("a ladder cannot be called '")


def test_the_new_ladder_never_takes_the_place_of_what_it_is_made_of(run: Run, here: Path) -> None:
    write(here / "pages", PAGE, "mill.md")
    (here / "link").symlink_to("pages")
    for line in (["pages"], ["pages/"], ["./pages", "-o", "pages"], ["link", "-o", "pages"], ["pages", "-o", "link"]):
        assert "is what you are importing | name the new ladder with `-o NAME`" in refused(run, *line, "--force")
    assert "is what you are importing" in refused(run, "mill.csv", "-o", "mill.csv", "--force")
    made(run, "pages", "-o", "pages/ladder")
    assert opens(run, "pages/ladder").order == ("junior", "senior")


def test_what_it_says_one_may_do_next_runs(run: Run, here: Path) -> None:
    for name in ("acme", "our mill", "-x", "$(x) 'y'", "one.yaml"):
        line = made(run, "mill.csv", "-o", name)[-1]
        first, second = re.findall(r"`ladder ([^`]+)`", line)
        for command in (first, second):
            assert run(*shlex.split(command)).code == 0, command


# -- nothing is overwritten


def test_nothing_is_overwritten_unless_forced(run: Run, here: Path) -> None:
    write_all(here / "acme", {**SMALL, "notes.md": "mine", ".git/HEAD": "mine"})
    write(here, "mine")
    assert refused(run, "mill.csv", "-o", "acme").endswith("exists | add `--force` to overwrite it")
    assert refused(run, "mill.csv", "-o", "acme.yaml") == "'acme.yaml' exists | add `--force` to overwrite it"
    made(run, "mill.csv", "-o", "acme", "--force")
    made(run, "mill.csv", "-o", "acme.yaml", "--force")
    assert opens(run, "acme").order == opens(run, "acme.yaml").order == ("L1", "L2")
    kept = {name for name, text in tree(here / "acme").items() if text is not None}
    assert kept == FILES | {"notes.md", ".git/HEAD"}


@pytest.mark.parametrize("part", ["comp/z.yaml", "roles/x.yaml", "sources.yaml", "ladder.schema.json"])
def test_what_would_be_a_part_of_it_is_not_taken_for_free(part: str, run: Run, here: Path) -> None:
    write(here / "acme", "x: 1\n", part)
    assert refused(run, "mill.csv", "-o", "acme").startswith(f"'acme/{part.partition('/')[0]}' exists")


def test_a_folder_is_no_file_and_a_file_no_folder(run: Run, here: Path) -> None:
    write(here, "mine", "file")
    for force in ([], ["--force"]):
        assert refused(run, "mill.csv", "-o", "file", *force).startswith("'file' is not a folder")
    assert (here / "file").read_text() == "mine"


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", range(1, 5))
def test_a_full_disk_or_ctrl_c_half_way_leaves_all_as_it_was(
    failing: int, fault: BaseException, exists: bool, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if exists:
        write_all(here / "acme", SMALL)
    before, opened, really = tree(here), 0, open

    def full(path: str, mode: str = "r", **more: Any) -> object:
        nonlocal opened
        opened += mode == "w"
        if opened == failing:
            raise fault
        return really(path, mode, **more)

    monkeypatch.setattr(saving, "open", full, raising=False)
    ran = run("import", "mill.csv", "-o", "acme", "--force")
    if isinstance(fault, OSError):
        assert (ran.code, ran.err) == (1, f"error: cannot write '{here}/acme': no space left on device\n")
    else:
        assert (ran.code, ran.err) == (130, "")
    assert tree(here) == before


@pytest.mark.parametrize("fault", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", range(1, 8))
def test_whichever_move_fails_all_is_as_it_was(
    failing: int, fault: BaseException, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(here / "acme", SMALL)
    before, moves, really = tree(here), 0, os.rename

    def rename(source: str, target: str) -> None:
        nonlocal moves
        moves += 1
        if moves == failing:
            raise fault
        really(source, target)

    monkeypatch.setattr(os, "rename", rename)
    assert run("import", "mill.csv", "-o", "acme", "--force").code == (1 if isinstance(fault, OSError) else 130)
    assert tree(here) == before


def test_a_failing_write_leaves_a_file_as_it_was(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "mine")
    before = tree(here)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    ran = run("import", "mill.csv", "-o", "acme.yaml", "--force")
    assert (ran.code, ran.err) == (1, "error: cannot write 'acme.yaml': no space left on device\n")
    assert tree(here) == before


def test_what_cannot_be_read_is_found_out_before_anything_is_moved(run: Run, here: Path) -> None:
    write_all(here / "acme", SMALL)
    write(here, "a: [\n", "bad.yaml")
    assert told(run, "bad.yaml", "-o", "acme", "--force").startswith("bad.yaml:2:1: error[syntax]: ")


# -- what it says


def test_it_says_how_the_file_was_read_what_there_is_and_what_comes_next(run: Run, here: Path) -> None:
    assert made(run, "mill.csv", "-o", "acme") == [
        "mill.csv: rows are competencies, columns are 2 levels",
        "acme: 2 levels, 2 competencies, 5 statements",
        "next: `ladder validate acme`, `ladder --ladder acme list`",
    ]


def test_it_says_what_found_no_place_with_a_line_of_the_first(run: Run, here: Path) -> None:
    write(here, "Bread,is baked\nin the,village\n", "notes.csv")
    lines = made(run, "mill.csv", "notes.csv", "-o", "acme")
    assert lines[-2] == ("2 texts found no place and stand under x-unplaced, the first from notes.csv:2: 'village'")
    assert "x-unplaced:" in (here / "acme/ladder.yaml").read_text()
    write(here, f"Bread,is {'very ' * 99}well baked\n", "notes.csv")
    line = made(run, "mill.csv", "notes.csv")[-2]
    assert line.startswith("2 texts found no place and stand under x-unplaced, ")
    assert len(line) < 200


def test_what_a_file_says_or_is_called_steers_no_terminal(run: Run, here: Path) -> None:
    write(here, "\x1b[31m,L1,L2\nGrain,\x1b[2J,\u202ex\n\x07,a,b\n", "\x1b[1m\u202e.csv")
    for target in ("acme", "-"):
        ran = run("import", "\x1b[1m\u202e.csv", "-o", target)
        assert ran.code == 0
        assert not {"\x1b", "\u202e", "\x07"} & set(ran.err)
    ran = run("import", "\x1b[1m\u202e.csv")
    assert ran.code == 2
    assert not {"\x1b", "\u202e"} & set(ran.err)


def test_a_folder_of_many_files_is_told_in_few_lines(run: Run, here: Path) -> None:
    write_all(here / "pages", {f"{number:04}.csv": TABLE.partition("\n")[2] for number in range(30)})
    lines = made(run, "pages", "-o", "acme.yaml")
    assert len(lines) == MOST_TOLD + 3
    assert lines[MOST_TOLD] == f"… and {30 - MOST_TOLD} more like these"
    assert opens(run, "acme.yaml").order == ("L1", "L2")


# -- shapes


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("shape", SAMPLES)
def test_every_shape_becomes_a_ladder_that_opens_everywhere(shape: str, named: bool, run: Run, here: Path) -> None:
    paths = paths_of(shape, here / "in")
    before = tree(here / "in")
    made(run, *paths, "-o", "acme", *(["--from", shape] if named else []))
    made(run, "in", "-o", "acme.yaml")
    ladder = opens(run, "acme")
    assert len(ladder.levels) >= 2
    assert ladder._replace(title="") == read("acme.yaml")._replace(title="")
    assert tree(here / "in") == before


def test_a_shape_that_is_none_offers_the_nearest(run: Run, here: Path) -> None:
    assert refused(run, "mill.csv", "--from", "tabel", code=2) == "no shape 'tabel' | did you mean 'table'?"
    said = refused(run, "mill.csv", "--from", "xyzzy", code=2)
    assert all(one.name in said for one in SHAPES)


@pytest.mark.parametrize("shape", [name for name in SAMPLES if name != "table"])
def test_a_shape_that_the_file_has_not_is_said(shape: str, run: Run, here: Path) -> None:
    assert refused(run, "mill.csv", "--from", shape).startswith(f"no ladder found in 'mill.csv' as {shape} | `--from`")


def test_shapes_are_offered_with_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    found = offered("ladder import mill.csv --from ", capsys)
    assert found == {one.name: one.about for one in SHAPES}
    assert set(offered("ladder import mill.csv --from t", capsys)) == {"table", "tree"}


def test_a_folder_of_several_shapes_is_read_whole_and_it_is_said_what_could_not_be(run: Run, here: Path) -> None:
    write_all(here / "mix", {"a.csv": TABLE, "b.md": PAGE, "c.yaml": "a: [\n"})
    lines = made(run, "mix", "-o", "acme")
    (over,) = [line for line in lines if line.startswith("not read")]
    assert over.startswith("not read: mix/c.yaml:2:1: error[syntax]")
    assert read("acme").order == ("junior", "senior", "L1", "L2")
    made(run, "mix", "-o", "other", "--from", "markdown")
    assert read("other").order == ("junior", "senior")


def test_several_files_are_one_ladder_called_like_the_first(run: Run, here: Path) -> None:
    write(here, ",L2,L3\nBins,Sweeps,Counts\n", "bins.csv")
    made(run, "mill.csv", "bins.csv")
    ladder = opens(run, "mill")
    assert (ladder.order, list(ladder.competencies)) == (("L1", "L2", "L3"), ["grain", "talk", "bins"])


# -- options


def test_a_title_may_be_given(run: Run, here: Path) -> None:
    made(run, "mill.csv", "--title", "Our mill: 2026", "-o", "acme")
    assert opens(run, "acme").title == "Our mill: 2026"


def test_levels_may_add_up(run: Run, here: Path) -> None:
    made(run, "mill.csv", "--cumulative", "-o", "acme")
    assert opens(run, "acme").cumulative


def test_levels_may_be_those_along_the_other_side(run: Run, here: Path) -> None:
    lines = made(run, "mill.csv", "--transpose", "-o", "acme")
    assert lines[0] == "mill.csv: rows are 2 levels, columns are competencies"
    assert [level.title for level in opens(run, "acme").levels.values()] == ["Grain", "Talk"]


# -- what is given to it


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_the_same_however_a_spreadsheet_writes_it(
    encoding: str, ending: str, delimiter: str, run: Run, here: Path
) -> None:
    paper = io.StringIO()
    csv.writer(paper, delimiter=delimiter, lineterminator=ending).writerows(csv.reader(io.StringIO(TABLE)))
    write(here, paper.getvalue().encode(encoding), "sheet.csv")
    made(run, "mill.csv", "-o", "a.yaml")
    made(run, "sheet.csv", "-o", "b.yaml")
    assert (here / "a.yaml").read_text() == (here / "b.yaml").read_text()


def test_a_missing_file_is_said(run: Run, here: Path) -> None:
    assert refused(run, "nowhere.csv") == (
        "no file 'nowhere.csv' | give a CSV, TSV, Markdown, HTML, YAML or JSON file, or a folder of them"
    )
    assert refused(run, "mill.csv", "nowhere.csv", "-o", "x").startswith("no file 'nowhere.csv'")
    assert refused(run, "", "-o", "x").startswith("no file ''")


def test_a_folder_with_nothing_in_it_is_said(run: Run, here: Path) -> None:
    (here / "empty").mkdir()
    assert refused(run, "empty", "-o", "x").startswith("nothing to import in 'empty' | a file ends in .csv")


@pytest.mark.parametrize("name", ["mill.csv", "mill.md", "mill.yaml", "mill.json", "mill.txt", "mill"])
@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\xff\xd8", b"\0" * 9, bytes(range(256))])
def test_a_binary_file_is_one_problem_and_a_cure(name: str, raw: bytes, run: Run, here: Path) -> None:
    write(here, raw, f"in/{name}")
    line = told(run, f"in/{name}", "-o", "x")
    assert re.match(rf"in/{name}:\d+:\d+: error\[encoding\]: ", line)
    assert "  hint: save the file as UTF-8" in run("import", f"in/{name}", "-o", "x").err


def test_latin_1_is_told_with_a_cure(run: Run, here: Path) -> None:
    write(here, ",L1\nGrün,Mahlt\n".encode("latin-1"), "alt.csv")
    assert told(run, "alt.csv", "-o", "x") == "alt.csv:2:3: error[encoding]: not UTF-8 text"


def test_what_is_not_read_says_why_and_what_to_do_instead(run: Run, here: Path) -> None:
    write(here, b"%PDF", "mill.pdf")
    said = refused(run, "mill.pdf", "-o", "x")
    assert said == "'mill.pdf' is not read: a PDF has no structure to read | copy its text into a Markdown file"


@pytest.mark.parametrize("name", ["e.csv", "e.md", "e.yaml", "e.txt"])
def test_an_empty_file_is_said(name: str, run: Run, here: Path) -> None:
    write(here, "", name)
    assert refused(run, name, "-o", "x") == f"nothing stands in '{name}' | give a file with text"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("bad.yaml", "a:\n  b: [1\n", "3:1"),
        ("bad.yml", "a: 'b\n", "1:4"),
        ("bad.json", '{"a" 1}', "1:6"),
        ("bad.md", "---\ntitle: [x\n---\n# L1\n", "3:1"),
    ],
)
def test_what_is_no_yaml_json_or_front_matter_is_told_with_its_place(
    name: str, text: str, place: str, run: Run, here: Path
) -> None:
    write(here, text, name)
    assert told(run, name, "-o", "x").startswith(f"{name}:{place}")


def test_a_pipe_is_not_waited_for(run: Run, here: Path) -> None:
    os.mkfifo(here / "pipe.csv")
    assert refused(run, "pipe.csv", "-o", "x").startswith("'pipe.csv' is no file")
    write(here / "in", TABLE, "a.csv")
    os.mkfifo(here / "in/b.csv")
    made(run, "in", "-o", "acme")


def test_no_link_in_a_folder_is_followed(run: Run, here: Path) -> None:
    write(here.parent / "far", "Secret,L1\nhidden-word,x\n", "secret.csv")
    write(here / "in", TABLE, "a.csv")
    (here / "in/b.csv").symlink_to(here.parent / "far/secret.csv")
    (here / "in/c").symlink_to(here.parent / "far")
    made(run, "in", "-o", "acme.yaml")
    assert "hidden-word" not in (here / "acme.yaml").read_text()


def test_a_file_of_17_mb_is_refused_at_once(run: Run, here: Path) -> None:
    with open(here / "huge.csv", "wb") as file:
        file.truncate(17 * 1024 * 1024)
    assert told(run, "huge.csv", "-o", "x") == "huge.csv:1:1: error[unreadable]: larger than 16 MB"


def test_a_folder_of_very_many_files_is_refused_before_any_is_read(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ladder.importing.files.MOST_FILES", 20)
    write_all(here / "pages", {f"{number}.csv": b"\xff" for number in range(21)})
    assert refused(run, "pages", "-o", "x") == "more than 20 files in 'pages' | name those that are a ladder"


def test_a_ladder_of_ours_is_not_imported_and_what_to_do_instead_runs(run: Run, here: Path) -> None:
    write_all(here / "our mill", SMALL)
    write(here, "format: 1\nlevels: [{id: a}]\n")
    for path in ("our mill", "our mill/ladder.yaml", "acme.yaml"):
        for more in ([], ["-o", "x"], ["--force"]):
            said = refused(run, path, *more)
            assert said.startswith(f"'{path}' is a ladder already | ")
        first, second = re.findall(r"`ladder ([^`]+)`", said)
        assert run(*shlex.split(first)).code == 0
        assert run(*shlex.split(second.replace("NAME", "copy")), "--force").code == 0
        assert read("copy").order == read(path.removesuffix("/ladder.yaml")).order


def test_wrong_usage_is_one_line_and_a_hint(run: Run, here: Path) -> None:
    for line in ([], ["mill.csv", "--xyzzy"], ["mill.csv", "-f", "csv"]):
        assert "`ladder import --help` shows what it takes" in refused(run, *line, code=2)


def test_help_begins_with_examples_and_names_the_shapes(run: Run) -> None:
    ran = run("import", "--help")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Examples:"
    assert all(one.name in ran.out for one in SHAPES)


# -- the table that the program itself writes


def same(ladder: Ladder) -> Any:
    """What a table of statements keeps of a ladder: levels, competencies and statements; not who says so."""
    return [row._replace(source=()) for row in statements(ladder).rows]


@pytest.mark.parametrize("suffix", ["csv", "yaml"])
def test_all_statements_of_the_bundled_ladder_come_back(suffix: str, run: Run, here: Path) -> None:
    assert run("list", "statements", "-f", "csv", "-o", "all.csv").code == 0
    target = "acme" if suffix == "csv" else "acme.yaml"
    made(run, "all.csv", "-o", target)
    found, ours = opens(run, target), api.load()
    assert found.order == ours.order
    assert [level.title for level in found.levels.values()] == [level.title for level in ours.levels.values()]
    assert list(found.competencies) == list(ours.competencies)
    assert same(found) == same(ours)


def test_all_statements_of_any_ladder_come_back(run: Run, here: Path) -> None:
    write_all(here / "ours", FULL)
    assert run("--ladder", "ours", "list", "statements", "-f", "csv", "-o", "all.csv").code == 0
    made(run, "all.csv", "-o", "acme")
    found, ours = opens(run, "acme"), read("ours")
    assert same(found) == same(ours)
    assert (found.order, found.role_ids) == (ours.order, ours.role_ids)
    assert {name: one.steps for name, one in found.competencies.items()}.keys() == ours.competencies.keys()
    assert found.baseline is not None
    made(run, "all.csv", "-o", "acme2")
    again = run("--ladder", "acme2", "list", "statements", "-f", "csv").out
    before = list(csv.DictReader(io.StringIO((here / "all.csv").read_text())))
    after = list(csv.DictReader(io.StringIO(again)))
    assert [{**row, "source": ""} for row in after] == [{**row, "source": ""} for row in before]


def test_new_folders_are_as_open_as_the_user_wants_them(run: Run, here: Path) -> None:
    before = os.umask(0o027)
    try:
        made(run, "mill.csv", "-o", "acme")
        made(run, "mill.csv", "-o", "acme.yaml")
    finally:
        os.umask(before)
    assert stat.S_IMODE((here / "acme").stat().st_mode) == 0o750
    assert stat.S_IMODE((here / "acme.yaml").stat().st_mode) == 0o640


def test_json_is_no_format_of_it_but_errors_are_json_where_it_was_asked_for(run: Run, here: Path) -> None:
    ran: Ran = run("import", "mill.csv", "-f", "json")
    assert json.loads(ran.err)["error"]["exit_code"] == ran.code == 2


@pytest.mark.parametrize("what", [("matrix",), ("list", "statements")])
def test_a_table_that_the_program_writes_comes_back_equal(run: Run, here: Path, what: tuple[str, ...]) -> None:
    write_all(here / "full", FULL)
    first = run("--ladder", "full", *what, "-f", "csv")
    write(here, first.out, "table.csv")
    assert run("import", "table.csv", "-o", "again").code == 0
    assert run("validate", "again").code == 0
    second = run("--ladder", "again", *what, "-f", "csv")
    assert (second.code, second.out) == (0, first.out)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("md", "## L1\n### Grain\n- Sorts it\n## L2\n### Grain\n- Buys it\n"),
        ("csv", TABLE),
        ("json", '{"L1": {"Grain": ["Sorts it"]}, "L2": {"Grain": ["Buys it"]}}'),
        ("html", "<h2>L1</h2><h3>Grain</h3><p>Sorts it</p><h2>L2</h2><h3>Grain</h3><p>Buys it</p>"),
    ],
)
def test_standard_input_is_of_the_kind_that_is_named(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, kind: str, text: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    made(run, "-", "--as", kind, "-o", "piped")
    assert list(read("piped").levels) == ["L1", "L2"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_brought_in(run: Run, here: Path) -> None:
    write(here, "{broken", "broken.json")
    lines = made(run, "mill.csv", "broken.json", "-o", "acme")
    assert any(line.startswith("not read: broken.json:1:2: error[syntax]: not JSON") for line in lines), lines


def test_what_nobody_reads_in_a_folder_is_named(run: Run, here: Path) -> None:
    write_all(here / "mixed", {"mill.csv": TABLE, "plan.pdf": "x", "mill.tex": "x", ".hidden": "x"})
    lines = made(run, "mixed", "-o", "acme")
    assert "passed over: mixed/mill.tex, mixed/plan.pdf" in lines


def test_where_levels_stand_may_be_a_column_and_what_is_none_is_said(run: Run, here: Path) -> None:
    write(here, "Area,Rung,What,Note\nGrain,Low,Sorts it,a\nGrain,High,Buys it,b\n", "rows.csv")
    made(run, "rows.csv", "--levels", "Rung", "--competencies", "Area", "-o", "acme")
    assert list(read("acme").levels) == ["low", "high"]
    said = refused(run, "mill.csv", "--levels", "nonsense", "-o", "x")
    assert said.startswith("nothing in 'mill.csv' is called 'nonsense' | `--levels` takes rows, columns, ")
    write(here, "Rung,Grain,Stone\nLow,Sorts it,Turns it\nHigh,Buys it,Mends it\n", "matrix.csv")
    made(run, "matrix.csv", "--levels", "rung", "-o", "wide")
    assert list(read("wide").levels) == ["low", "high"]


def test_a_kind_of_standard_input_that_is_none_is_said(run: Run, here: Path) -> None:
    said = refused(run, "-", "--as", "mdd", "-o", "x", code=2)
    assert said == "no kind 'mdd' of text | did you mean 'md', 'mkd' or 'mdx'?"
