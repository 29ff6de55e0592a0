"""Whether ladders are sound: the verdict, and a small ladder for each code, so that no code is dead."""

import os
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Final, get_args

import pytest

from ladder import api
from ladder.errors import CannotRead, Code, Problem
from ladder.model import Baseline, Cell, Competency, Ladder, Level, Step
from ladder.questions.explain import CODES
from ladder.questions.validation import Checked, checked, said, verdict
from ladders import SMALL, write, write_all
from questions.builders import a_ladder, cell
from questions.builders import said as statements

ERROR: Final = Problem("a.yaml", 1, 1, "type", "x")
WARNING: Final = Problem("a.yaml", 1, 1, "gap", "x", severity="warning")
TODAY: Final = "2026-11-20"


@pytest.mark.parametrize(
    ("problems", "strict", "valid"),
    [
        ([], False, True),
        ([], True, True),
        ([WARNING], False, True),
        ([WARNING], True, False),
        ([ERROR], False, False),
        ([WARNING, ERROR], True, False),
    ],
)
def test_an_error_makes_a_ladder_invalid_and_a_warning_where_that_is_asked_for(
    problems: list[Problem], strict: bool, valid: bool
) -> None:
    answer = verdict([], problems, strict=strict)
    assert (answer.valid, answer.strict) == (valid, strict)
    assert (answer.errors, answer.warnings) == (problems.count(ERROR), problems.count(WARNING))
    assert answer.problems == tuple(problems)


def test_a_ladder_of_which_nothing_could_be_read_has_no_size() -> None:
    assert checked("acme", "there/acme", None) == Checked("acme", "there/acme", False, 0, 0, 0, 0)


def test_statements_are_counted_where_they_are_written_and_once() -> None:
    steps = (Step("turns", expects=statements("Turns.")), Step("dresses", expects=statements("Dresses.", "Hears.")))
    level = Level("a", expects={"grain": cell("Mills.", "Sweeps."), "stones": Cell(step="turns")})
    role = Level("w", level="a", expects={**level.expects, "grain": cell("Mills.", "Waits for wind.")})
    ladder = a_ladder(
        level,
        Level("b"),
        roles=[role],
        competencies={"grain": Competency("grain"), "stones": Competency("stones", steps=steps)},
        baseline=Baseline({"grain": cell("Greets.")}),
    )
    assert said(ladder) == 3 + 2 + 2 + 1
    assert checked("mill", "mill", ladder) == Checked("mill", "mill", True, 2, 1, 2, 8)
    assert said(a_ladder(Level("a"))) == 0


def test_the_small_ladder_is_counted_as_one_counts_it_by_hand(small: Ladder, small_ladder: str) -> None:
    (one,) = api.validate(small_ladder).ladders
    assert one == checked("mill", small_ladder, small) == Checked("mill", small_ladder, True, 4, 1, 3, 11)


# -- each code

HEAD: Final = "format: 1\ncompetencies: {grain: {title: Grain}}\n"
ONE: Final = HEAD + "levels: [a]\n"
WORDS: Final = ("Sow", "Reap", "Mill", "Bake")
STEPS: Final = "expects: {grain: [" + ", ".join(f"{{text: {word}s., id: {word}}}" for word in WORDS)
PAY: Final = "title: P\nsource: s\ncurrency: EUR\nmeasure: base\n"
SOURCE: Final = "sources: {s: {title: S, kind: survey}}\n"

Files = Mapping[str, str | bytes | None]

WRONG: Final[dict[Code, Files]] = {
    "syntax": {"ladder.yaml": "format: [1"},
    "encoding": {"ladder.yaml": b"format: 1\ntitle: caf\xe9\n"},
    "unreadable": {"ladder.yaml": ONE, "levels/a.yaml": None},
    "outside": {"ladder.yaml": "format: 1\nextends: /\n"},
    "empty": {"ladder.yaml": ONE, "levels/a.yaml": "# to be written\n"},
    "format": {"ladder.yaml": "format: 2\n"},
    "unknown-key": {"ladder.yaml": "format: 1\ntitel: x\n"},
    "duplicate-key": {"ladder.yaml": "format: 1\nformat: 1\n"},
    "missing-key": {"ladder.yaml": "title: x\n"},
    "type": {"ladder.yaml": "format: 1\ntitle: [x]\n"},
    "value": {
        "ladder.yaml": ONE + SOURCE,
        "levels/a.yaml": "title: A\n",
        "comp/p.yaml": PAY + "bands: [{for: a, mean: 1, top_company_share: 140}]\n",
    },
    "unknown-word": {"ladder.yaml": SOURCE.replace("survey", "opinion") + "format: 1\n"},
    "bad-id": {"ladder.yaml": "format: 1\nlevels: [{id: a/b}]\n"},
    "unknown-name": {"ladder.yaml": "format: 1\nsource: s\n"},
    "duplicate-id": {"ladder.yaml": "format: 1\nlevels: [{id: a}, {id: a}]\n"},
    "duplicate-title": {"ladder.yaml": "format: 1\nlevels: [{id: a, title: A}, {id: b, title: A}]\n"},
    "no-file": {"ladder.yaml": ONE},
    "unlisted": {"ladder.yaml": "format: 1\nlevels: []\n", "levels/a.yaml": "title: A\n"},
    "extends": {"ladder.yaml": "format: 1\nextends: .\n"},
    "blocks": {"ladder.yaml": ONE, "levels/a.yaml": 'days: [{blocks: [{from: "10:00", to: "9:00", title: T}]}]\n'},
    "share": {"ladder.yaml": ONE + "activities: {x: {}}\n", "levels/a.yaml": "time: {x: 130}\n"},
    "years": {"ladder.yaml": ONE, "levels/a.yaml": "years: {from: 7, to: 4}\n"},
    "band": {"ladder.yaml": ONE + SOURCE, "levels/a.yaml": "title: A\n", "comp/p.yaml": PAY + "bands: [{for: a}]\n"},
    "percentiles": {
        "ladder.yaml": ONE + SOURCE,
        "levels/a.yaml": "title: A\n",
        "comp/p.yaml": PAY + "bands: [{for: a, percentiles: {25: 2, 50: 1}}]\n",
    },
    "questions": {"ladder.yaml": ONE, "levels/a.yaml": "fit: {questions: [{ask: A, answers: [{say: B}]}]}\n"},
    "gap": {
        "ladder.yaml": HEAD.replace("}}", "}, bins: {}}") + "levels: [a, b, c]\n",
        "levels/a.yaml": "expects: {grain: [Sows.]}\n",
        "levels/b.yaml": "expects: {bins: [Sweeps.]}\n",
        "levels/c.yaml": "expects: {grain: [Reaps.]}\n",
    },
    "repeated": {
        "ladder.yaml": HEAD + "levels: [a, b]\n",
        "levels/a.yaml": "expects: {grain: [Sows.]}\n",
        "levels/b.yaml": "expects: {grain: [Sows., Reaps.]}\n",
    },
    "long": {"ladder.yaml": ONE, "levels/a.yaml": "short: Fourteen signs\n"},
    "same-gist": {
        "ladder.yaml": HEAD + "levels: [a, b]\n",
        "levels/a.yaml": "expects: {grain: {gist: sows, statements: [Sows.]}}\n",
        "levels/b.yaml": "expects: {grain: {gist: Sows, statements: [Reaps.]}}\n",
    },
    "common-word": {
        "ladder.yaml": "format: 1\ncompetencies: {a: {words: [wheat]}, b: {words: [Wheat]}}\nlevels: []\n",
    },
    "thin-step": {
        "ladder.yaml": HEAD + "levels: [a, b]\n",
        "levels/a.yaml": STEPS + "]}\n",
        "levels/b.yaml": STEPS + ", Buys.]}\n",
    },
    "shares": {
        "ladder.yaml": ONE + SOURCE + "source: s\nactivities: {x: {}}\n",
        "levels/a.yaml": "time: {x: 20}\n",
    },
    "unsourced": {"ladder.yaml": ONE, "levels/a.yaml": "years: 3\n"},
    "few": {
        "ladder.yaml": ONE + SOURCE,
        "levels/a.yaml": "title: A\n",
        "comp/p.yaml": PAY + "bands: [{for: a, n: 5, percentiles: {50: 1}}]\n",
    },
    "old-pay": {"ladder.yaml": ONE + SOURCE, "levels/a.yaml": "title: A\n", "comp/p.yaml": PAY + "published: 2020\n"},
    "currency": {"ladder.yaml": ONE + SOURCE, "levels/a.yaml": "title: A\n", "comp/p.yaml": PAY.replace("EUR", "Euro")},
    "ambiguous-alias": {"ladder.yaml": "format: 1\nlevels: [{id: a}, {id: b, aliases: [a]}]\n"},
}


def with_files(folder: Path, files: Files) -> str:
    """Writes a ladder's files; one without a text is a folder of that name. The ladder's path."""
    write_all(folder, {name: text for name, text in files.items() if text is not None})
    for name in [name for name, text in files.items() if text is None]:
        (folder / name).mkdir(parents=True)
    return str(folder)


def test_there_is_a_small_ladder_for_every_code() -> None:
    assert list(WRONG) == list(get_args(Code))


@pytest.mark.parametrize(("code", "files"), WRONG.items(), ids=WRONG)
def test_every_code_is_found_in_some_ladder_and_nothing_else_in_that_one(
    code: Code, files: Files, tmp_path: Path
) -> None:
    answer = api.validate(with_files(tmp_path / "mill", files), today=TODAY)
    (problem,) = answer.problems
    assert (problem.code, problem.severity) == (code, CODES[code].severity)
    assert answer.valid is (problem.severity == "warning")
    assert not api.validate(str(tmp_path / "mill"), today=TODAY, strict=True).valid


# -- all problems, of all files, of all ladders


def test_problems_come_file_by_file_and_line_by_line_with_warnings_between_errors(tmp_path: Path) -> None:
    files = {
        "ladder.yaml": HEAD + "levels: [a, b, c]\n",
        "levels/a.yaml": "years: 3\ntitle: A\naliases: [b]\n",
        "levels/b.yaml": "years: 3\ntitle: A\naliases: [c]\n",
        "levels/c.yaml": "faq: [{ask: A}]\ntitel: C\n",
    }
    path = write_all(tmp_path, files)
    problems = api.validate(path).problems
    found = {
        Path(file).name: [f"{one.line} {one.code}" for one in of_it]
        for file, of_it in groupby(problems, lambda one: one.path)
    }
    assert found == {
        "c.yaml": ["1 missing-key", "2 unknown-key"],
        "b.yaml": ["1 unsourced", "2 duplicate-title"],
        "a.yaml": ["1 unsourced", "3 ambiguous-alias"],
    }
    assert sum(map(len, found.values())) == len(problems)


def test_a_broken_file_hides_no_warning_about_the_others(tmp_path: Path) -> None:
    files = {
        "ladder.yaml": HEAD + "levels: [a, b]\n",
        "levels/a.yaml": "titel: A\n",
        "levels/b.yaml": "title: B\nyears: 3\n",
        "roles/of-a.yaml": "level: a\nyears: 4\n",
        "roles/of-b.yaml": "level: b\nyears: 4\n",
        "companies.yaml": "mill: {titel: M}\n",
    }
    path = write_all(tmp_path / "mill", files)
    answer = api.validate(path, today=TODAY)
    assert [one.path.removeprefix(f"{path}/") for one in answer.problems if one.severity == "warning"] == [
        "levels/b.yaml",
        "roles/of-b.yaml",
    ]
    assert {one.path.removeprefix(f"{path}/") for one in answer.problems if one.severity == "error"} == {
        "levels/a.yaml",
        "companies.yaml",
    }
    (size,) = answer.ladders
    assert (size.levels, size.roles) == (1, 1)


@pytest.mark.parametrize("header", ["format: [1", "- a list\n", "", "format: 2\nlevels: [a, b, c]\n"])
def test_a_broken_header_does_not_keep_the_problems_of_other_files_back(header: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "ladder.yaml": header,
        "levels/a.yaml": "title: [\n",
        "levels/b.yml": "title: {\n",
        "levels/c.yaml": "title: C\n",
        "comp/p.yaml": b"\xff",
        "sources.yaml": "a: b: c\n",
        "notes.txt": "title: [\n",
    }
    path = write_all(tmp_path / "mill", files)
    answer = api.validate(path)
    assert {os.path.relpath(one.path, path) for one in answer.problems} == {
        "ladder.yaml",
        "levels/a.yaml",
        "levels/b.yml",
        "comp/p.yaml",
        "sources.yaml",
    }
    assert answer.ladders == (Checked("mill", path, False, 0, 0, 0, 0),)


def test_a_ladder_over_a_broken_one_tells_the_problems_of_both(tmp_path: Path) -> None:
    write_all(tmp_path / "mill", {**SMALL, "levels/master.yaml": "titel: x\n"})
    files = {"ladder.yaml": "format: 1\nextends: ../mill\n", "levels/miller.yaml": "sumary: y\n"}
    path = write_all(tmp_path / "ours", files)
    answer = api.validate(path, today=TODAY)
    assert [(os.path.relpath(one.path, tmp_path), one.code) for one in answer.problems] == [
        ("mill/levels/master.yaml", "unknown-key"),
        ("ours/levels/miller.yaml", "unknown-key"),
    ]


def test_several_ladders_are_looked_at_in_one_run(tmp_path: Path) -> None:
    first = write(tmp_path, "format: 1\ntitel: x\n", "a.yaml")
    second = write(tmp_path, "format: 1\nlevels: [{id: l, years: 2}]\n", "b.yaml")
    answer = api.validate(first, second)
    assert [one.name for one in answer.ladders] == ["a", "b"]
    assert [(one.path, one.severity) for one in answer.problems] == [(first, "error"), (second, "warning")]
    assert (answer.errors, answer.warnings, answer.valid) == (1, 1, False)


def test_without_a_path_it_is_the_ladder_of_this_folder_else_the_bundled_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [one.name for one in api.validate().ladders] == ["industry"]
    folder = write_all(tmp_path / "mill", SMALL)
    monkeypatch.chdir(folder)
    assert [(one.name, one.levels) for one in api.validate().ladders] == [("mill", 4)]


def test_where_no_ladder_stands_that_is_an_error_and_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no ladder at"):
        api.validate(str(tmp_path / "nowhere"))
    with pytest.raises(CannotRead, match=r"no ladder\.yaml in"):
        api.validate(str(tmp_path))
