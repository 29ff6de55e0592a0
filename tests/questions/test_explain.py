"""What each code means: one entry each, none left out, and examples that do what they say."""

from pathlib import Path
from typing import Final, get_args

import pytest

from ladder import api
from ladder.errors import Code, UnknownName
from ladder.figures import OLD, needed
from ladder.questions.explain import CODES, Explanation, explain
from ladder.questions.lint import THIN
from ladders import write_all

PAY: Final = "title: P\nsource: handbook\ncurrency: EUR\nmeasure: base\nbands:\n"
AROUND: Final[dict[Code, str]] = {
    "syntax": "levels/staff.yaml",
    "unknown-key": "levels/staff.yaml",
    "type": "levels/staff.yaml",
    "unknown-name": "levels/staff.yaml",
    "outside": "ladder.yaml",
    "format": "ladder.yaml",
    "missing-key": "roles/ml.yaml",
    "unsourced": "levels/staff.yaml",
    "few": "comp/pay.yaml",
}
"""In which file an example stands that is a whole line of it."""


def test_every_code_is_explained_once_and_in_the_order_in_which_they_are_listed() -> None:
    assert tuple(CODES) == get_args(Code)
    for code, one in CODES.items():
        assert one.code == code
        assert one.severity in ("error", "warning")
        assert one.title[0].isupper()
        assert not one.title.endswith(".")
        assert one.why.endswith(".")
        assert bool(one.wrong) == bool(one.right)
        assert one.wrong != one.right or not one.wrong


@pytest.mark.parametrize("typed", ["gap", "GAP", " gap ", "[gap]"])
def test_a_code_is_taken_as_it_is_printed_in_any_case(typed: str) -> None:
    assert explain(typed) == Explanation((CODES["gap"],))


def test_all_stands_for_all_of_them() -> None:
    assert api.explain("all").codes == tuple(CODES.values())


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("thin-stp", "did you mean 'thin-step'?"),
        ("unknown_key", "did you mean 'unknown-key'?"),
        ("zzz", "`ladder validate --explain all` shows them all"),
        ("", "`ladder validate --explain all` shows them all"),
    ],
)
def test_a_word_that_is_no_code_is_told_with_the_nearest(typed: str, hint: str) -> None:
    with pytest.raises(UnknownName, match="no code") as caught:
        explain(typed)
    assert caught.value.hint.startswith(hint[:-1])


@pytest.mark.parametrize("code", AROUND)
@pytest.mark.parametrize("which", ["wrong", "right"])
def test_the_example_gives_the_problem_and_what_it_says_to_write_does_not(
    code: Code, which: str, tmp_path: Path
) -> None:
    one = CODES[code]
    files = {
        "ladder.yaml": "format: 1\nlevels: [staff]\n",
        "competencies.txt": "",
        "levels/staff.yaml": "title: Staff engineer\n",
        "sources.yaml": "handbook: {title: Our handbook, kind: editorial}\n",
    }
    header = "competencies: {scope: {title: Scope}}\n"
    text = getattr(one, which) + "\n"
    if AROUND[code] == "ladder.yaml":
        files["ladder.yaml"] = text if code == "format" else "format: 1\n" + text
        del files["levels/staff.yaml"]
    else:
        files["ladder.yaml"] += header
        files[AROUND[code]] = PAY + text if AROUND[code].startswith("comp/") else text
    write_all(tmp_path / "generic", {"ladder.yaml": "format: 1\n"})
    problems = api.validate(write_all(tmp_path / "mill", files)).problems
    assert [problem.code for problem in problems] == ([code] if which == "wrong" else [])


def test_the_figures_in_the_explanations_are_those_of_the_checks() -> None:
    assert "less than a quarter" in CODES["thin-step"].why.lower()
    assert THIN == 1 / 4
    assert str(OLD) in CODES["old-pay"].title
    for one in (50, 25, 75, 10, 90):
        assert str(needed(one)) in CODES["few"].why
