"""What is said when something is wrong: one line, and a hint that mends it."""

import shlex
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ladder.errors import (
    AmbiguousName,
    CannotRead,
    CannotWrite,
    ExitCode,
    InvalidAnswers,
    InvalidLadder,
    LadderError,
    Problem,
    Unanswerable,
    UnknownName,
    argument,
    did_you_mean,
    listed,
    nearest,
    quoted,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (LadderError("x"), 2),
        (UnknownName("level", "x"), 2),
        (AmbiguousName("x", ["a", "b"]), 2),
        (InvalidLadder([]), 1),
        (InvalidAnswers([]), 1),
        (CannotRead("x"), 1),
        (CannotWrite("x"), 1),
        (Unanswerable("x"), 1),
    ],
)
def test_every_error_has_its_exit_code_and_is_caught_as_one(error: LadderError, code: int) -> None:
    assert error.exit_code == code
    assert isinstance(error, LadderError)
    assert str(error) == error.message


def test_what_cannot_be_written_says_the_systems_reason() -> None:
    assert CannotWrite.because("x.md", PermissionError(13, "Permission denied")).message == "x.md: permission denied"
    assert CannotWrite.because("x.md", OSError("Disk full")).message == "x.md: disk full"


def test_exit_codes_are_those_that_shells_are_told() -> None:
    assert [(code.name, code.value) for code in ExitCode] == [
        ("DONE", 0),
        ("NO", 1),
        ("USAGE", 2),
        ("INTERRUPTED", 130),
    ]


def test_a_problem_is_written_as_editors_jump_to_it() -> None:
    error = Problem("levels/a.yaml", 3, 7, "unknown-name", "no track 'x'", "known: ic")
    assert str(error) == "levels/a.yaml:3:7: error[unknown-name]: no track 'x'"
    warning = Problem("levels/a.yaml", 3, 7, "gap", "nothing about 'x'", severity="warning")
    assert str(warning) == "levels/a.yaml:3:7: warning[gap]: nothing about 'x'"


@pytest.mark.parametrize(
    ("count", "message"),
    [(1, "1 problem in the ladder"), (2, "2 problems in the ladder"), (0, "0 problems in the ladder")],
)
def test_an_invalid_ladder_counts_its_problems(count: int, message: str) -> None:
    problems = [Problem("a", line, 1, "value", "x") for line in range(count)]
    error = InvalidLadder(problems)
    assert (error.message, error.problems, error.hint) == (message, tuple(problems), "")


@pytest.mark.parametrize(
    ("count", "message"),
    [(1, "1 problem in the answers"), (2, "2 problems in the answers"), (0, "0 problems in the answers")],
)
def test_answers_with_problems_are_told_as_a_ladder_s_and_not_as_a_ladder(count: int, message: str) -> None:
    problems = [Problem("answers.yaml", line, 1, "value", "x") for line in range(count)]
    error = InvalidAnswers(problems)
    assert (error.message, error.problems, error.hint) == (message, tuple(problems), "")
    assert isinstance(error, InvalidLadder)
    assert InvalidLadder(problems).message.endswith("in the ladder")


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (UnknownName("level", "staf", ["staff"]), "no level 'staf'", "did you mean 'staff'?"),
        (UnknownName("level", "x", [], "see all"), "no level 'x'", "see all"),
        (UnknownName("level", "x", ["y"], "see all", where=" here"), "no level 'x' here", "did you mean 'y'?"),
        (AmbiguousName("x", iter(["a", "b"])), "'x' could mean several", "say which: 'a', 'b'"),
    ],
)
def test_a_name_that_is_wrong_offers_what_was_meant(error: LadderError, message: str, hint: str) -> None:
    assert (error.message, error.hint) == (message, hint)


@pytest.mark.parametrize(
    ("near", "hint"),
    [
        ([], ""),
        (["a"], "did you mean 'a'?"),
        (["a", "b"], "did you mean 'a' or 'b'?"),
        (["a", "b", "c"], "did you mean 'a', 'b' or 'c'?"),
    ],
)
def test_the_nearest_names_are_offered_in_words(near: list[str], hint: str) -> None:
    assert did_you_mean(near) == hint


def test_what_was_typed_is_quoted_and_never_longer_than_about_a_line() -> None:
    assert quoted("staf") == "'staf'"
    assert quoted("x" * 80) == f"'{'x' * 80}'"
    assert quoted("x" * 81) == f"'{'x' * 77}...'"
    assert listed(["a", "b"]) == "'a', 'b'"


@pytest.mark.parametrize("name", ["miller", "acme:l4", "./a/b.yaml", "a@b", "100%", "mühle", "日本"])
def test_a_name_that_no_shell_takes_apart_is_typed_as_it_is(name: str) -> None:
    assert argument(name) == name


@pytest.mark.parametrize("name", ["first miller", "a b/c.yaml", "the mill:l4"])
def test_a_name_with_blanks_is_quoted_as_people_do(name: str) -> None:
    assert argument(name) == f'"{name}"'


@given(name=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
@example("")
@example("$(x) `y`")
@example("a b!")
@example('it\'s "so"')
@example("a\\ b")
@example("a\nb")
def test_any_name_is_one_word_of_a_command(name: str) -> None:
    assert shlex.split(f"ladder show {argument(name)}") == ["ladder", "show", name]


@pytest.mark.parametrize(
    "name", ["$HOME", "`x`", "$(x)", "a b$HOME", "*", "{a,b}", "a;b", "a b", "'", '"', "#", "!x", ""]
)
def test_no_shell_makes_anything_else_of_a_name(name: str) -> None:
    ran = subprocess.run(["sh", "-c", f"printf %s {argument(name)}"], capture_output=True, text=True, check=True)
    assert ran.stdout == name


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("staf", ["staff", "senior"], ["staff"]),
        ("STAF", ["Staff"], ["Staff"]),
        ("zzz", ["staff"], []),
        ("", ["staff"], []),
        ("ic", ["IC1", "IC2", "MG1"], ["IC1", "IC2"]),
        ("Ic", ["IC", "ic"], ["IC"]),
        ("x", [], []),
    ],
)
def test_the_nearest_look_most_like_it_whatever_their_case(word: str, known: list[str], near: list[str]) -> None:
    assert sorted(nearest(word, known)) == near


def test_how_near_and_how_many_may_be_said() -> None:
    assert nearest("abcd", ["abzz"]) == []
    assert nearest("abcd", ["abzz"], cutoff=0.5) == ["abzz"]
    assert len(nearest("level 1", [f"level {number}" for number in range(9)], most=5)) == 5
