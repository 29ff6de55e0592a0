"""`ladder validate` as a whole command line."""

import csv
import json
import os
import re
import shlex
from pathlib import Path
from typing import get_args

import pytest

from ladder.errors import Code
from ladder.render import FORMATS
from ladders import SMALL, write, write_all
from running import Run

BROKEN = "format: 1\ntitel: x\nlevels:\n- {id: a, title: A, years: 3}\n"
WARNED = "format: 1\nlevels:\n- {id: a, title: A, years: 3}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command runs."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def test_a_sound_ladder_is_a_line_of_its_size_and_exit_0(run: Run, here: Path) -> None:
    write(here, "format: 1\nlevels: [{id: a, title: A}]\n")
    ran = run("validate", "acme.yaml")
    assert ran == (0, "acme: 1 level, 0 roles, 0 competencies, 0 statements\nno problems\n", "")


def test_problems_are_the_answer_on_standard_output_and_exit_1(run: Run, here: Path) -> None:
    write(here, BROKEN)
    ran = run("validate", "acme.yaml")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[:2] == [
        "acme.yaml:2:1: error[unknown-key]: unknown key 'titel'",
        "  hint: did you mean 'title'?",
    ]
    assert ran.out.endswith("\n1 error, 0 warnings\n")


def test_warnings_are_exit_0_and_with_strict_exit_1(run: Run, here: Path) -> None:
    write(here, WARNED)
    ran = run("validate", "acme.yaml")
    assert ran.code == 0
    assert ran.out.startswith("acme.yaml:3:21: warning[unsourced]: years without a source\n  hint: add `source:` to it")
    strict = run("validate", "acme.yaml", "--strict")
    assert (strict.code, strict.out, strict.err) == (1, ran.out, "")


def test_strict_asks_no_more_of_a_sound_ladder(run: Run) -> None:
    ran = run("validate", "industry", "--strict")
    assert (ran.code, ran.err) == (0, "")


def test_without_a_name_the_ladder_of_this_folder_is_meant_or_the_one_that_was_asked_for(run: Run, here: Path) -> None:
    assert run("validate").out.startswith("industry: 7 levels")
    write_all(here, SMALL)
    assert run("validate").out.splitlines()[-2].startswith("here: 4 levels, 1 role")
    other = write(here.parent, WARNED, "other.yaml")
    assert run("--ladder", other, "validate").out.splitlines()[-2].startswith("other: 1 level")
    assert run("validate", "--ladder", other).out.splitlines()[-2].startswith("other: 1 level")
    assert run("--ladder", other, "validate", ".").out.splitlines()[-2].startswith("here: 4 levels")


FILES = ("ladder.yaml", "levels/miller.yaml", "roles/senior-wind.yaml", "comp/guild.yaml", "sources.yaml")


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_a_ladder_stands_for_the_whole_ladder(file: str, run: Run, here: Path) -> None:
    write_all(here / "acme", SMALL)
    whole = run("validate", "acme")
    assert "acme: 4 levels" in whole.out
    for typed in (f"acme/{file}", f"./acme/{file}", str(here / "acme" / file)):
        ran = run("validate", typed)
        assert [*ran.out.splitlines()[-2:]] == [*whole.out.splitlines()[-2:]]
    assert run("--ladder", f"acme/{file}", "list").out == run("--ladder", "acme", "list").out
    assert run("--ladder", f"acme/{file}", "validate").out.splitlines()[-2:] == whole.out.splitlines()[-2:]


def test_a_file_of_a_ladder_stands_for_it_from_any_folder_inside(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(here / "acme", SMALL)
    for folder, typed in (("acme", "ladder.yaml"), ("acme", "levels/miller.yaml"), ("acme/levels", "miller.yaml")):
        monkeypatch.chdir(here / folder)
        assert run("validate", typed).out.splitlines()[-2].startswith("acme: 4 levels, 1 role")


def test_a_file_that_no_header_stands_beside_is_a_ladder_of_its_own(run: Run, here: Path) -> None:
    write(here, WARNED, "levels/acme.yaml")
    write(here, WARNED, "sources.yaml")
    assert run("validate", "levels/acme.yaml").out.splitlines()[-2].startswith("acme: 1 level")
    assert run("validate", "sources.yaml").out.splitlines()[-2].startswith("sources: 1 level")


def test_one_ladder_that_is_named_in_several_ways_is_told_once(run: Run, here: Path) -> None:
    write_all(here / "acme", {**SMALL, "levels/master.yaml": "titel: x\n"})
    (here / "link").symlink_to("acme")
    once = run("validate", "acme")
    assert once.code == 1
    names = ["acme", "./acme/", "acme/ladder.yaml", "acme/levels/master.yaml", str(here / "acme"), "link"]
    assert run("validate", *names).out == once.out
    assert json.loads(run("validate", *names, "-f", "json").out)["errors"] == 1


def test_of_a_header_that_is_broken_the_ladder_is_said_to_be_not_read(run: Run, here: Path) -> None:
    for text in ("format: [1\n", BROKEN, "- a\n"):
        write(here, text)
        ran = run("validate", "acme.yaml")
        assert ran.code == 1
        assert "acme: not counted while it has errors" in ran.out.splitlines()
        assert "0 levels" not in ran.out
        (told,) = json.loads(run("validate", "acme.yaml", "-f", "json").out)["ladders"]
        assert told["read"] is False
    write_all(here / "mill", {**SMALL, "levels/master.yaml": "titel: x\n"})
    assert "mill: 3 levels, 1 role" in run("validate", "mill").out


def test_the_command_in_a_hint_runs(run: Run, here: Path) -> None:
    same = "expects: {grain: [Grinds.]}"
    text = f"format: 1\ncompetencies: {{grain: {{}}}}\nlevels:\n- {{id: a 1, {same}}}\n- {{id: b'2, {same}}}\n"
    write(here, text, "my mill.yaml")
    (line,) = re.findall(r"`ladder ([^`]+)`", run("validate", "my mill.yaml").out)
    ran = run(*shlex.split(line))
    assert (ran.code, ran.err) == (0, "")
    assert "Grinds." in ran.out


def test_several_ladders_share_one_verdict(run: Run, here: Path) -> None:
    write(here, BROKEN, "a.yaml")
    write(here, WARNED, "b.yaml")
    ran = run("validate", "a.yaml", "b.yaml")
    assert ran.code == 1
    assert [line.partition(": ")[0] for line in ran.out.splitlines() if not line.startswith("  ")] == [
        "a.yaml:2:1",
        "b.yaml:3:21",
        "a",
        "b",
        "1 error, 1 warning",
    ]


def test_json_has_the_verdict_the_sizes_and_every_problem(run: Run, here: Path) -> None:
    write(here, BROKEN)
    ran = run("validate", "acme.yaml", "-f", "json")
    answer = json.loads(ran.out)
    assert (ran.code, ran.err) == (1, "")
    assert (answer["schema_version"], answer["kind"]) == (2, "validation")
    assert (answer["valid"], answer["strict"], answer["errors"], answer["warnings"]) == (False, False, 1, 0)
    assert answer["ladders"][0]["path"] == "acme.yaml"
    assert answer["problems"] == [
        {
            "path": "acme.yaml",
            "line": 2,
            "column": 1,
            "code": "unknown-key",
            "message": "unknown key 'titel'",
            "hint": "did you mean 'title'?",
            "severity": "error",
        }
    ]


def test_github_gets_annotations_and_nothing_else(run: Run, here: Path) -> None:
    write(here, BROKEN, "a,b.yaml")
    ran = run("validate", "a,b.yaml", "-f", "github")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "::error file=a%2Cb.yaml,line=2,col=1,title=unknown-key::unknown key 'titel'%0Ahint: did you mean 'title'?\n"
    )
    write(here, WARNED, "a.yaml")
    assert run("validate", "a.yaml", "-f", "github").out.startswith("::warning file=a.yaml,line=3,col=21,")


def test_a_spreadsheet_has_a_row_a_problem(run: Run, here: Path) -> None:
    write(here, WARNED)
    (row,) = csv.DictReader(run("validate", "acme.yaml", "-f", "csv").out.splitlines())
    assert (row["path"], row["line"], row["severity"], row["code"]) == ("acme.yaml", "3", "warning", "unsourced")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_every_problem_with_its_exit_code(format: str, run: Run, here: Path) -> None:
    write(here, BROKEN)
    ran = run("validate", "acme.yaml", "-f", format)
    assert (ran.code, ran.err) == (1, "")
    assert "unknown-key" in ran.out


def test_lines_are_what_is_printed_wherever_no_format_is_asked_for(run: Run, here: Path) -> None:
    write(here, WARNED)
    lines = run("validate", "acme.yaml").out
    assert run("validate", "acme.yaml", "-f", "text").out == lines
    assert run("validate", "acme.yaml", "-f", "auto").out == lines
    assert run("validate", "acme.yaml", "-o", "report").out == ""
    assert (here / "report").read_text() == lines
    run("validate", "acme.yaml", "-o", "report.md")
    assert (here / "report.md").read_text().startswith("# acme\n")


def test_a_format_that_only_this_answer_has_is_none_of_the_others(run: Run) -> None:
    ran = run("list", "-f", "github")
    assert (ran.code, ran.out) == (2, "")
    assert "no format 'github'" in ran.err


def test_colour_marks_severities_where_it_is_wanted(run: Run, here: Path) -> None:
    write(here, BROKEN)
    coloured = run("validate", "acme.yaml", "--color", "always").out
    assert "\x1b[1;31merror[unknown-key]:\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == run("validate", "acme.yaml").out


@pytest.mark.parametrize("code", get_args(Code))
def test_every_code_is_explained(code: str, run: Run) -> None:
    ran = run("validate", "--explain", code, "-f", "terminal")
    assert (ran.code, ran.err) == (0, "")
    assert f"[{code}]" in ran.out.splitlines()[0]
    for format in ("markdown", "json", "csv"):
        assert code in run("validate", "--explain", code, "-f", format).out


def test_all_codes_are_listed_and_a_wrong_one_mended(run: Run) -> None:
    out = run("validate", "--explain", "all").out
    assert all(f"| {code} |" in out for code in get_args(Code))
    ran = run("validate", "--explain", "thin-stp")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no code 'thin-stp'\n\nhint: did you mean 'thin-step'?\n"


@pytest.mark.parametrize(
    ("typed", "message"),
    [("nowhere", "no ladder at 'nowhere'"), ("", "no ladder at ''"), (".", "no ladder.yaml in '.'")],
)
def test_where_no_ladder_stands_is_one_line_and_a_hint(typed: str, message: str, run: Run, here: Path) -> None:
    ran = run("validate", typed)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error: {message}\n\nhint: ")


def test_what_a_ladder_is_called_steers_no_terminal(run: Run, here: Path) -> None:
    write(here, "format: 1\ntitel: x\n", "\x1b[31m\u202ered\n.yaml")
    ran = run("validate", "\x1b[31m\u202ered\n.yaml")
    assert ran.code == 1
    assert not {"\x1b", "\u202e"} & set(ran.out)
    assert len(ran.out.splitlines()) == 4


def test_all_problems_of_all_files_come_in_one_run_also_where_the_header_is_broken(run: Run, here: Path) -> None:
    for header in (SMALL["ladder.yaml"] + "titel: x\n", "format: [1\n"):
        files = {**SMALL, "ladder.yaml": header, "levels/miller.yaml": "a: [\n", "companies.yaml": "b: [\n"}
        write_all(here / "mill", files)
        ran = run("validate", "mill")
        assert ran.code == 1
        places = {
            os.path.relpath(line.partition(":")[0], "mill") for line in ran.out.splitlines() if ": error[" in line
        }
        assert places == {"ladder.yaml", "levels/miller.yaml", "companies.yaml"}
