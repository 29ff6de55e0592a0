"""The verdict on ladders, laid out."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ladder.document import Span
from ladder.errors import Problem
from ladder.pages.validate import page, sheet, summary
from ladder.questions.validation import Checked, Validation
from ladder.questions.validation import verdict as judged
from ladder.render import Printable, render
from pages.reading import assert_tidy, cells, headings, notes, tables
from pages.rules import assert_fits, assert_shown_as_text
from render.documents import FEW_HOSTILE
from render.papers import PAPERS

ACME = Checked("acme", "ladders/acme", True, 3, 1, 2, 1300)
PROBLEMS = (
    Problem("acme/levels/a.yaml", 3, 5, "unknown-key", "unknown key 'titel'", "did you mean 'title'?"),
    Problem("acme/levels/b.yaml", 12, 1, "gap", "nothing about 'grain' between 'a' and 'c'", severity="warning"),
)


def of(answer: Validation) -> Printable:
    """The answer as the command hands it over."""
    return Printable("validation", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


def test_a_valid_ladder_says_so_and_how_much_of_it_was_read() -> None:
    document = page(judged([ACME], []))
    assert headings(document) == [("acme", "valid")]
    assert tables(document) == []
    assert [text for _, text in notes(document)] == [
        "acme: 3 levels, 1 role, 2 competencies, 1,300 statements",
        "no problems",
    ]


def test_each_problem_is_a_row_with_its_code_its_place_and_its_cure() -> None:
    document = page(judged([ACME], PROBLEMS))
    assert headings(document) == [("acme", "not valid")]
    (table,) = tables(document)
    assert cells(table) == [
        ["error", "unknown-key", "unknown key 'titel'", "acme/levels/a.yaml:3:5", "did you mean 'title'?"],
        ["warning", "gap", "nothing about 'grain' between 'a' and 'c'", "acme/levels/b.yaml:12:1", None],
    ]
    assert notes(document)[-1] == ("", "1 error, 1 warning")


def test_an_error_and_a_warning_differ_in_word_and_in_tone() -> None:
    (table,) = tables(page(judged([ACME], PROBLEMS)))
    assert [row[0] for row in table.rows] == [Span("error", "left"), Span("warning", "warn")]


@pytest.mark.parametrize(
    ("problems", "strict", "verdict"),
    [(PROBLEMS[1:], False, "valid"), (PROBLEMS[1:], True, "not valid"), (PROBLEMS[:1], False, "not valid")],
)
def test_the_verdict_stands_beside_the_name(problems: tuple[Problem, ...], strict: bool, verdict: str) -> None:
    assert headings(page(judged([ACME], problems, strict=strict))) == [("acme", verdict)]


@pytest.mark.parametrize(
    ("count", "last"), [(0, "no problems"), (1, "1 error, 0 warnings"), (1200, "1,200 errors, 0 warnings")]
)
def test_the_summary_ends_with_the_count(count: int, last: str) -> None:
    assert summary(judged([ACME], PROBLEMS[:1] * count))[-1] == last


def test_several_ladders_have_a_line_each() -> None:
    other = Checked("mill", "mill.yaml", True, 1, 0, 1, 1)
    answer = judged([ACME, other], [])
    assert headings(page(answer)) == [("acme, mill", "valid")]
    assert summary(answer) == [
        "acme: 3 levels, 1 role, 2 competencies, 1,300 statements",
        "mill: 1 level, 0 roles, 1 competency, 1 statement",
        "no problems",
    ]


def test_the_sheet_has_a_row_a_problem() -> None:
    found = sheet(judged([ACME], PROBLEMS))
    assert_tidy(found)
    assert found.columns == ("path", "line", "column", "severity", "code", "message", "hint")
    assert found.rows[0] == (
        "acme/levels/a.yaml", 3, 5, "error", "unknown-key", "unknown key 'titel'", "did you mean 'title'?"
    )  # fmt: skip
    assert sheet(judged([ACME], [])).rows == ()


@pytest.mark.parametrize("text", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_what_a_file_says_or_is_called_steers_no_paper(text: str) -> None:
    problem = Problem(f"{text}.yaml", 1, 1, "type", f"expected a number, found '{text}'", text)
    assert_shown_as_text(of(judged([Checked(text, text, True, 0, 0, 0, 0)], [problem])), text)


LONG = Problem(
    "a/folder/of/ladders/with/a/long/path/levels/senior-principal-engineer.yaml", 1200, 17, "thin-step",
    "a thin step above 'principal-engineer': 1 of its 12 statements is new or raised (8%)",
    "`ladder compare principal-engineer senior-principal-engineer` shows the step; say what changes, or join the two",
    "warning",
)  # fmt: skip


def test_the_page_looks_as_before_and_fits(snapshot: SnapshotAssertion) -> None:
    thing = of(judged([ACME], [*PROBLEMS, LONG]))
    assert_fits(thing)
    assert render(thing, "terminal", width=80, colour=False) == snapshot.use_extension(PAPERS["terminal"])
