"""`ladder fit` as it is typed, and as it asks back."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import ladder
from cli.test_streams import Terminal
from ladders import FULL, write, write_all
from running import Ran, Run
from terminals import CTRL_C, CTRL_D, typed_at

Sit = Callable[..., Ran]

QUESTIONS = "1. Do you sleep well?"


@pytest.fixture
def sit(ask: Run, monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Runs `ladder fit` with somebody at a terminal who types these lines, and then ends the input."""

    def sit_down(typed: str, *arguments: str, away: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        for name in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(getattr(sys, name), "isatty", lambda name=name: name != away)
        return ask("fit", *arguments, NO_COLOR="1")

    return sit_down


class Silent(Terminal):
    """A terminal at which nobody may be asked anything."""

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        raise AssertionError("asked")

    def read(self, size: int | None = -1, /) -> str:
        raise AssertionError("read")


# -- asked one by one


def test_each_question_is_asked_with_its_answers_by_number(sit: Sit) -> None:
    ran = sit("1\nno\n", "senior-miller")
    assert ran.code == 0
    assert ran.err == (
        "Is it for you? Senior miller\n2 questions. Enter skips one, Ctrl-D ends early.\n\n"
        "1/2 Do you sleep well?\n    1 Always\n    2 Yes, at night\n    3 Yes, by day\n> \n"
        "2/2 Do you mind dust?\n    1 No\n    2 Yes\n> \n"
    )
    assert "Your answers lean towards it: 2 for." in ran.out
    assert "The stones are loud." in ran.out
    assert "points to a tide mill" in ran.out
    assert "Enter skips" not in ran.out


def test_an_empty_line_skips_a_question(sit: Sit) -> None:
    out = sit("\n2\n", "senior-miller").out
    assert "Not answered" in out
    assert "Your answers lean away from it: 1 against and 1 not answered." in " ".join(out.split())


def test_what_is_no_answer_is_asked_again(sit: Sit) -> None:
    ran = sit("yes\n7\nyes, by\n1\n", "senior-miller")
    assert ran.err.count("type a number from 1 to 3, or press Enter to skip") == 2
    assert ran.err.count("Do you sleep well?") == 1
    assert "They turn by day." in ran.out


def test_the_end_of_the_input_ends_the_questions(sit: Sit) -> None:
    for typed, said in (("3\n", "1 neither and 1 not answered"), ("", QUESTIONS), ("oh\n", QUESTIONS)):
        ran = sit(typed, "senior-miller")
        assert ran.code == 0
        assert said in " ".join(ran.out.split())


def test_who_answers_nothing_sees_the_questions(sit: Sit) -> None:
    out = sit("\n\n", "senior-miller").out
    assert QUESTIONS in out
    assert "Your answers" not in out


def test_questions_that_are_made_are_asked_as_well(sit: Sit) -> None:
    ran = sit("yes\nno\n", "foreman")
    assert ran.err.count("Does this describe you?") == 2
    assert "Your answers lean towards it: 2 for." in ran.out


def test_where_nothing_is_to_be_asked_nothing_is(sit: Sit) -> None:
    ran = sit("", "miller")
    assert (ran.code, ran.err) == (0, "")
    assert "the ladder does not say whom it suits" in ran.out


@pytest.mark.parametrize("away", ["stdin", "stdout", "stderr"])
def test_nobody_is_asked_where_a_stream_is_no_terminal(away: str, sit: Sit) -> None:
    ran = sit("1\n1\n", "senior-miller", away=away)
    assert (ran.code, ran.err) == (0, "")
    assert QUESTIONS in ran.out.replace("\\", "")


@pytest.mark.parametrize("format", ["json", "csv", "markdown", "html", "svg"])
def test_nobody_is_asked_where_another_paper_was_asked_for(
    format: str, ask: Run, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit("", "senior-miller")
    monkeypatch.setattr(sys, "stdin", Silent())
    ran = ask("fit", "senior-miller", "-f", format)
    assert (ran.code, ran.err) == (0, "")
    assert "sleep well?" in ran.out.replace("\xa0", " ").replace("&#160;", " ")


def test_nobody_is_asked_where_it_goes_to_a_file(
    sit: Sit, ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit("", "senior-miller")
    monkeypatch.setattr(sys, "stdin", Silent())
    assert ask("fit", "senior-miller", "-o", str(tmp_path / "fit.txt")) == (0, "", "")
    assert QUESTIONS in (tmp_path / "fit.txt").read_text()


def test_nobody_is_asked_where_there_is_no_input_at_all(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    ran = ask("fit", "senior-miller")
    assert (ran.code, ran.err) == (0, "")


def test_a_closed_standard_error_is_no_fault(sit: Sit, ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    sit("", "senior-miller")
    monkeypatch.setattr(sys, "stderr", None)
    assert ask("fit", "senior-miller").code == 0


@pytest.mark.parametrize("wrong", [("--width", "5"), ("--color", "alway")])
def test_a_wrong_option_is_said_before_anything_is_asked(wrong: tuple[str, str], sit: Sit) -> None:
    ran = sit("1\n1\n", "senior-miller", *wrong)
    assert ran.code == 2
    assert "Do you sleep well?" not in ran.err


def test_every_question_takes_its_own_answer(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    statement = "[{text: %s noise., id: noise}]"
    level = f"{{id: a, title: A, fit: {{for: {statement % 'Likes'}, against: {statement % 'Fears'}}}}}"
    path = write(tmp_path, f"format: 1\nlevels: [{level}]\n")
    monkeypatch.setattr(sys, "stdin", Terminal("yes\nno\n"))
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)
    assert "Your answers lean towards it: 2 for." in run("--ladder", path, "fit", "a", NO_COLOR="1").out


def test_hostile_questions_are_text_when_they_are_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '"\\e[31mred\\e[0m \\u202e [bold]x[/] \\n two"'
    question = f"{{ask: {text}, answers: [{{say: {text}}}, {{say: b}}]}}"
    path = write(tmp_path, f"format: 1\nlevels: [{{id: a, title: {text}, fit: {{questions: [{question}]}}}}]\n")
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)
    err = run("--ladder", path, "fit", "a", NO_COLOR="1").err
    assert err.count("\\x1b[31mred\\x1b[0m \\u202e [bold]x[/] two") == 3
    assert "\x1b" not in err


# -- on a terminal


@pytest.fixture
def mill(tmp_path: Path) -> list[str]:
    """The words with which a process asks the ladder that answers everything."""
    return ["--ladder", write_all(tmp_path / "mill", FULL), "fit", "senior-miller"]


def test_on_a_terminal_it_asks_and_then_shows_the_page(mill: list[str]) -> None:
    ran = typed_at(mill, ["what\n", "always\n", "\n"])
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert "type a number from 1 to 3, or press Enter to skip" in said
    assert said.index("2/2 Do you mind dust?") < said.index("Your answers lean towards it: 1 for and 1 not answered.")
    assert "The stones are loud." in said


def test_ctrl_d_ends_early_and_shows_the_page(mill: list[str]) -> None:
    ran = typed_at(mill, ["2\n", CTRL_D])
    assert ran.code == 0
    assert "Your answers lean away from it: 1 against and 1 not answered." in " ".join(ran.out.split())
    assert QUESTIONS in typed_at(mill, [CTRL_D]).out


def test_ctrl_c_ends_with_130_and_nothing_more(mill: list[str]) -> None:
    ran = typed_at(mill, ["2\n", CTRL_C])
    assert ran.code == 130
    assert "Traceback" not in ran.out
    assert "Your answers" not in ran.out


@pytest.mark.parametrize("piped", ["stdin", "stdout"])
def test_with_a_pipe_on_either_side_it_asks_nothing_and_waits_for_nothing(piped: str, mill: list[str]) -> None:
    ran = typed_at(mill, piped=piped)
    assert ran.code == 0
    assert QUESTIONS in ran.out.replace("\\", "")
    assert "> \n" not in ran.err
    assert ran.err == (ran.out if piped == "stdin" else "")


def test_json_on_a_terminal_asks_nothing(mill: list[str]) -> None:
    ran = typed_at([*mill, "-f", "json"])
    assert json.loads(ran.out)["leans"] == "open"


# -- answers from elsewhere


def test_answers_come_from_a_file_in_yaml_or_json(ask: Run, tmp_path: Path) -> None:
    yaml = write(tmp_path, "noise: always\n2: no\n", "me.yaml")
    js = write(tmp_path, '{"noise": 1, "2": "No"}', "me.json")
    ran = ask("fit", "senior-miller", "--answers", yaml)
    assert (ran.code, ran.err) == (0, "")
    assert "**Your answers lean towards it**: 2 for." in ran.out
    assert ask("fit", "senior-miller", "--answers", js) == ran


def test_answers_come_from_standard_input(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("noise: 2\n"))
    out = ask("fit", "senior-miller", "--answers", "-").out
    assert "lean away from it" in out


def test_with_answers_nobody_is_asked(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Run) -> None:
    path = write(tmp_path, "noise: 1\n", "me.yaml")
    sit("", "senior-miller")
    monkeypatch.setattr(sys, "stdin", Silent())
    assert ask("fit", "senior-miller", "--answers", path).err == ""


def test_no_answers_are_the_questions(ask: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "", "me.yaml")
    assert ask("fit", "senior-miller", "--answers", path).out == ask("fit", "senior-miller").out


def test_json_has_the_place_of_every_answer_given(ask: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "noise: 2\n", "me.yaml")
    answer = json.loads(ask("fit", "senior-miller", "--answers", path, "-f", "json").out)
    assert [one["answer"] for one in answer["questions"]] == [1, None]
    assert [one["id"] for one in answer["questions"]] == ["noise", "2"]
    assert (answer["leans"], answer["derived"]) == ("against", False)
    assert {"for", "against", "sources"} <= answer.keys()


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        (None, 1, "no file '{path}'", "write one line per question, such as `noise: Always`"),
        ("noise: maybe\n", 2, "no answer 'maybe' to 'noise'", "one of: 1 Always; 2 Yes, at night; 3 Yes, by day"),
        ("noise: yes\n", 2, "no answer 'yes' to 'noise'", "one of: 1 Always; 2 Yes, at night; 3 Yes, by day"),
        ("nois: 1\n", 2, "no question 'nois'", "did you mean 'noise'?"),
        ("fish: 1\n", 2, "no question 'fish'", "known: noise, 2"),
    ],
)
def test_answers_that_cannot_be_taken_are_one_line_and_a_hint(
    text: str | None, code: int, message: str, hint: str, ask: Run, tmp_path: Path
) -> None:
    path = str(tmp_path / "me.yaml") if text is None else write(tmp_path, text, "me.yaml")
    ran = ask("fit", "senior-miller", "--answers", path)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err == f"error: {message.format(path=path)}\n\nhint: {hint}\n"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("noise: [\n", ["2:1: error[syntax]: a bracket that is not closed"]),
        ("- noise\n", ["1:1: error[type]: expected answers by question, found a list"]),
        (
            "noise: [1]\n2: {a: b}\n",
            ["1:8: error[type]: expected text, found a list", "2:4: error[type]: expected text, found a mapping"],
        ),
    ],
)
def test_a_broken_file_is_exit_1_with_file_line_and_column(
    text: str, problems: list[str], ask: Run, tmp_path: Path
) -> None:
    path = write(tmp_path, text, "me.yaml")
    ran = ask("fit", "senior-miller", "--answers", path)
    assert (ran.code, ran.out) == (1, "")
    lines = [line for line in ran.err.splitlines() if not line.startswith("  hint: ")]
    assert lines[:-1] == [f"{path}:{problem}" for problem in problems]
    assert lines[-1] == f"error: {len(problems)} problem{'s' if len(problems) > 1 else ''} in the answers"


def test_errors_are_json_where_json_was_asked_for(ask: Run, tmp_path: Path) -> None:
    broken = write(tmp_path, "- noise\n", "me.yaml")
    error = json.loads(ask("fit", "senior-miller", "--answers", broken, "-f", "json").err)["error"]
    assert error["exit_code"] == 1
    assert [(one["path"], one["line"], one["column"]) for one in error["problems"]] == [(broken, 1, 1)]
    unknown = write(tmp_path, "fish: 1\n", "other.yaml")
    error = json.loads(ask("fit", "senior-miller", "--answers", unknown, "-f", "json").err)["error"]
    assert (error["exit_code"], error["message"], error["hint"]) == (2, "no question 'fish'", "known: noise, 2")


def test_a_program_can_tell_a_broken_file_of_answers_from_other_errors(ask: Run, tmp_path: Path) -> None:
    broken = write(tmp_path, "- noise\n", "me.yaml")
    error = json.loads(ask("fit", "senior-miller", "--answers", broken, "-f", "json").err)["error"]
    assert error["code"] != "error"


def test_what_a_file_says_cannot_steer_the_terminal_in_an_error(ask: Run, tmp_path: Path) -> None:
    path = write(tmp_path, 'noise: "\\e[31m\\u202e"\n', "me.yaml")
    err = ask("fit", "senior-miller", "--answers", path).err
    assert "no answer '\\x1b[31m\\u202e'" in err
    assert "\x1b" not in err


def test_of_the_bundled_ladder_staff_has_questions_and_every_level_a_page(run: Run) -> None:
    assert "1\\. " in run("fit", "staff").out
    assert run("fit", "google:L6") == run("fit", "staff")
    for name in ladder.load().order:
        assert run("fit", name).code == 0
