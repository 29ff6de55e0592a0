"""`ladder diff` as it is typed."""

import csv
import json
import os
from pathlib import Path

import pytest

from examples import git_in, prepare
from ladder import api
from ladder.cli.commands import COMMANDS
from ladder.errors import LadderError
from ladder.render import FORMATS
from ladders import read, write
from running import Ran, Run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a repository with a committed ladder `acme` that was changed since, and a copy of it."""
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    prepare(folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def ask(here: Path, run: Run) -> Run:
    """Runs `ladder diff` there."""
    return lambda *words, **environment: run("diff", *words, **environment)


def ids(ran: Ran) -> dict[str, list[str]]:
    return {thing["id"]: thing["how"] for thing in json.loads(ran.out)["things"]}


CHANGES = {
    "acme": ["changed"],
    "hand": ["added"],
    "senior-miller": ["changed"],
    "master": ["renamed"],
    "guild": ["changed"],
}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (["acme@old", "acme"], "acme@old"),
        (["./acme@old/", "./acme"], "acme@old"),
        (["git:HEAD:acme", "acme"], "acme@HEAD"),
        (["git:v1.0:acme"], "acme@v1.0"),
        (["git:v1.0:./acme/"], "acme@v1.0"),
    ],
)
def test_two_versions_are_named_by_paths_or_revisions(line: list[str], name: str, ask: Run) -> None:
    ran = ask(*line, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ids(ran) == CHANGES
    answer = json.loads(ran.out)
    assert (answer["schema_version"], answer["kind"], answer["after"]["version"]) == (2, "diff", "2")
    assert answer["before"]["name"] == name


def test_names_on_the_shelf_are_versions_too(here: Path, run: Run, ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here.parent)
    ran = run("diff", "acme@old", "acme", "-f", "json", LADDER_PATH=str(here))
    assert ids(ran) == CHANGES
    assert run("diff", "industry", "acme").code == 0


def test_the_ladder_that_was_asked_for_is_the_later_version(ask: Run, run: Run) -> None:
    assert run("--ladder", "acme", "diff", "acme@old", "-f", "json") == ask("acme@old", "acme", "-f", "json")
    assert ask("acme@old", "--ladder", "acme", "-f", "json") == ask("acme@old", "acme", "-f", "json")


def test_a_ladder_may_be_one_file(here: Path, ask: Run) -> None:
    write(here, "format: 1\nlevels: [{id: a, title: A}]\n", "one.yaml")
    write(here, "format: 1\nlevels: [{id: a, title: B}]\n", "two.yml")
    assert ids(ask("one.yaml", "two.yml", "-f", "json")) == {"a": ["renamed"]}


def test_the_page_says_what_changed_with_before_and_after(ask: Run) -> None:
    out = ask("git:HEAD:acme").out
    assert out.startswith("# What changed in The mill's ladder\n\n*acme@HEAD → acme 2*\n")
    assert "- **Levels:** 1 added, 1 renamed, 1 changed\n" in out
    assert "- **reworded** Buys the best wheat.¹ (was: Buys the right wheat.¹)\n" in out
    assert "*level · renamed from Master miller*" in out
    assert "p50 24,000" in out
    assert "p50 25,000" in out


def test_csv_is_a_row_a_change(ask: Run) -> None:
    rows = list(csv.DictReader(ask("git:HEAD:acme", "-f", "csv").out.splitlines()))
    assert [(row["what"], row["id"], row["part"], row["change"]) for row in rows] == [
        ("ladder", "acme", "version", "added"),
        ("level", "hand", "", "added"),
        ("level", "hand", "summary", "added"),
        ("level", "hand", "expects", "added"),
        ("level", "senior-miller", "expects", "reworded"),
        ("level", "master", "title", "changed"),
        ("survey", "guild", "bands", "changed"),
    ]


def test_an_answer_of_revisions_has_every_format(ask: Run) -> None:
    for format in FORMATS:
        ran = ask("git:HEAD:acme", "-f", format)
        assert (ran.code, ran.err) == (0, ""), format
        assert ran.out.endswith("\n"), format


ONLY = {
    "levels": {"hand", "senior-miller", "master"},
    "Levels": {"hand", "senior-miller", "master"},
    "comp": {"guild"},
    "pay": {"guild"},
    "grain": {"hand", "senior-miller"},
    "Grain": {"hand", "senior-miller"},
    "hand, comp,": {"hand", "guild"},
    "roles": set(),
}


def test_parts_and_ids_can_be_asked_for_alone(ask: Run) -> None:
    assert {only: set(ids(ask("acme@old", "acme", "--only", only, "-f", "json"))) for only in ONLY} == ONLY


def test_the_exit_code_tells_whether_anything_differs_where_that_was_asked(ask: Run) -> None:
    for line, code in (
        (["git:HEAD:acme", "--exit-code"], 1),
        (["git:HEAD:acme"], 0),
        (["acme", "acme", "--exit-code"], 0),
        (["git:HEAD:acme", "acme@old", "--exit-code"], 0),
        (["acme@old", "acme", "--only", "roles", "--exit-code"], 0),
    ):
        ran = ask(*line)
        assert (ran.code, ran.err) == (code, ""), line
        assert ran.out


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        (["acme"], 2, "`diff` compares two ladders", "git:HEAD:PATH"),
        (["acme", "nowhere"], 1, "no ladder at 'nowhere'", ""),
        (["git:HEAD:nowhere"], 1, "no 'nowhere' at the revision 'HEAD'", "git log --oneline -- nowhere"),
        (["git:HEAD"], 2, "'git:HEAD' does not name a revision and a path", "write git:REV:PATH"),
        (["git:v1:acme"], 2, "no revision 'v1' in this repository", "did you mean 'v1.0'?"),
        (["acme", "git:--help:acme"], 2, "'--help' is not a revision", "write git:REV:PATH"),
        (["acme@old", "acme", "--only", "levls"], 2, "no part or id 'levls'", "did you mean 'levels'"),
        (["acme@old", "acme", "--only", "xyz"], 2, "no part or id 'xyz'", "parts are ladder, tracks, levels"),
        ([], 2, "missing argument 'BEFORE'", "--help"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_a_hint(
    line: list[str], code: int, message: str, hint: str, ask: Run
) -> None:
    ran = ask(*line)
    assert (ran.code, ran.out) == (code, "")
    said, _, told = ran.err.splitlines()
    assert said == f"error: {message}"
    assert hint in told


def test_a_ladder_that_is_gone_from_the_working_tree_is_missed_there(here: Path, ask: Run) -> None:
    (here / "acme").rename(here / "mill")
    ran = ask("git:HEAD:acme")
    assert (ran.code, ran.err.splitlines()[0]) == (1, "error: no 'acme' in the working tree")
    assert ask("git:HEAD:acme", "mill").code == 0


def test_problems_of_a_revision_are_shown_by_its_name(here: Path, ask: Run) -> None:
    write(here, "titel: x\n", "acme/levels/miller.yaml")
    git_in(here, "add", "-A")
    git_in(here, "commit", "-q", "-m", "second")
    ran = ask("git:HEAD:acme", "acme@old")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("git:HEAD:acme/levels/miller.yaml:1:1: ")
    assert ask("git:HEAD~1:acme", "acme@old", "--exit-code").code == 0


def test_the_help_begins_with_its_examples(run: Run) -> None:
    """That each of them runs is tried for all commands at once."""
    examples = [line for line, _ in COMMANDS["diff"].examples]
    assert [
        line.split("  ")[1] for line in run("diff", "--help").out.splitlines() if line.startswith("  ladder ")
    ] == examples


def test_a_program_may_hand_over_ladders_that_it_has_read(here: Path) -> None:
    old, new = read(str(here / "acme@old")), read(str(here / "acme"))
    assert api.diff(old, new).things == api.diff(here / "acme@old", "acme").things
    with pytest.raises(LadderError):
        api.diff(old)
