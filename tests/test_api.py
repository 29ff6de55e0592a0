"""What `import ladder` promises to programs."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import ladder
from ladder.cli.app import run
from ladder.cli.commands import COMMANDS
from ladder.questions.compare import Counts
from ladder.render.json import render
from ladders import FULL, write_all


def test_one_function_a_question_and_few_names_more_are_public() -> None:
    assert len(ladder.__all__) <= len(COMMANDS) + 13
    assert set(ladder.__all__) <= set(dir(ladder))
    for name in ladder.__all__:
        assert getattr(ladder, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        ladder.nonsense  # noqa: B018


@pytest.mark.parametrize(
    ("command", "kind", "ask"),
    [
        (
            ["compare", "senior", "staff", "--changes"],
            "compare",
            lambda: ladder.compare("senior", "staff", changes=True),
        ),
        (["day", "staff", "--hours", "7"], "day", lambda: ladder.day("staff", hours=7)),
        (["show", "google:L6", "--topic", "hiring"], "show", lambda: ladder.show("google:L6", topics=["hiring"])),
        (["list", "sources"], "list", lambda: ladder.list("sources")),
    ],
)
def test_functions_return_what_the_commands_print(
    command: list[str], kind: str, ask: object, capsys: pytest.CaptureFixture[str]
) -> None:
    run([*command, "-f", "json"])
    printed = json.loads(capsys.readouterr().out)
    assert callable(ask)
    assert json.loads(render(kind, ask())) == printed


def test_the_staff_median_and_what_lies_between() -> None:
    rows = {row.survey: row for row in ladder.comp("staff", percentile=60).rows}
    at = rows["rfs-2026"].at
    assert at is not None
    assert (at.found, at.amount) == ("interpolated", 234_000)


def test_a_comparison_counts_what_it_lists() -> None:
    answer = ladder.compare("staff", "senior-staff")
    assert answer.moves is not None
    move = answer.moves[0]
    kinds = [change.kind for subject in move.subjects for change in subject.changes]
    assert move.counts == Counts(*(kinds.count(kind) for kind in ("new", "changes", "same", "unsaid")))
    assert min(move.counts.new, move.counts.changes, move.counts.unsaid) > 0


def test_what_a_caller_can_mend_is_a_ladder_error(tmp_path: object) -> None:
    with pytest.raises(ladder.UnknownName) as unknown:
        ladder.show("staf")
    assert unknown.value.near == ("staff",)
    with pytest.raises(ladder.LadderError):
        ladder.load("/no/such/ladder")
    with pytest.raises(ladder.LadderError, match="no ladder or company"):
        ladder.comp("google:L6", "nowhere:l1")


QUESTIONS: dict[str, tuple[list[str], Callable[[str], object]]] = {
    "path": (["path", "sail miller", "master"], lambda mill: ladder.path("sail miller", "master", ladder=mill)),
    "ways": (["path", "tide:T2"], lambda mill: ladder.path("tide:T2", ladder=mill)),
    "hats": (["archetypes"], lambda mill: ladder.archetypes(ladder=mill)),
    "hat": (["archetypes", "keeper"], lambda mill: ladder.archetypes("keeper", ladder=mill)),
    "hats of a level": (["archetypes", "hill:5"], lambda mill: ladder.archetypes("hill:5", ladder=mill)),
    "map": (["map"], lambda mill: ladder.map(ladder=mill)),
    "map of a level": (["map", "sail miller"], lambda mill: ladder.map("sail miller", ladder=mill)),
    "map of a company's level": (["map", "tide:M1"], lambda mill: ladder.map("tide:M1", ladder=mill)),
    "map of a company": (["map", "--company", "tide"], lambda mill: ladder.map(company="tide", ladder=mill)),
    "fit": (["fit", "senior-wind"], lambda mill: ladder.fit("senior-wind", ladder=mill)),
    "record": (["record", "senior-wind"], lambda mill: ladder.record("senior-wind", ladder=mill)),
    "all faq": (["faq"], lambda mill: ladder.faq(ladder=mill)),
    "faq": (["faq", "senior-wind"], lambda mill: ladder.faq("senior-wind", ladder=mill)),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_functions_answer_any_ladder_as_the_commands_do(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line, ask = QUESTIONS[name]
    mill = write_all(tmp_path / "mill", FULL)
    assert run(["--ladder", mill, *line, "-f", "json"]) == 0
    assert json.loads(render(line[0], ask(mill))) == json.loads(capsys.readouterr().out)


def test_a_fit_is_asked_and_answered_by_a_program() -> None:
    questions = ladder.fit("staff").questions
    assert len(questions) > 3
    answers = {one.id: next((a.say for a in one.answers if a.leans == "for"), "") for one in questions}
    fitting = ladder.fit("staff", answers=answers)
    assert fitting.leans == "for"
    assert all(one.given.why for one in fitting.questions if one.given)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: ladder.path("senior", "senior"),
        lambda: ladder.path("staff", "senior"),
        lambda: ladder.map("staff", company="google"),
        lambda: ladder.map(company="gogle"),
        lambda: ladder.archetypes("nobody"),
        lambda: ladder.fit("staff", answers={"nothing": "1"}),
        lambda: ladder.record("staff"),
        lambda: ladder.faq("nobody"),
        lambda: ladder.show("google:EM L6"),
    ],
)
def test_what_cannot_be_asked_is_a_ladder_error_with_a_hint(ask: Callable[[], object]) -> None:
    with pytest.raises(ladder.LadderError) as caught:
        ask()
    assert caught.value.hint


def test_every_public_function_is_one_after_an_answer_was_laid_out() -> None:
    """No package of ours is called like a function, which importing it would hide."""
    code = "import ladder; str(ladder.record('staff-ml')); print([n for n in dir(ladder) if not n.startswith('_')"
    code += " and not callable(getattr(ladder, n))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
