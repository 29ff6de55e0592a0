"""Problems as linters print them: lines that editors jump to, and annotations of a pull request."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.errors import Problem
from ladder.render.problems import github, text

ERROR = Problem("acme/levels/a.yaml", 3, 5, "unknown-key", "unknown key 'titel'", "did you mean 'title'?")
WARNING = Problem("acme.yaml", 12, 1, "gap", "nothing about 'grain'", severity="warning")


def test_a_problem_is_a_line_and_its_hint_another() -> None:
    assert text([ERROR, WARNING]) == (
        "acme/levels/a.yaml:3:5: error[unknown-key]: unknown key 'titel'\n"
        "  hint: did you mean 'title'?\n"
        "acme.yaml:12:1: warning[gap]: nothing about 'grain'\n"
    )
    assert text([]) == github([]) == ""


def test_colour_marks_the_severity_alone_and_says_nothing_that_the_word_does_not() -> None:
    coloured = text([ERROR, WARNING], colour=True)
    assert "\x1b[1;31merror[unknown-key]:\x1b[0m" in coloured
    assert "\x1b[1;33mwarning[gap]:\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text([ERROR, WARNING])


def test_a_pull_request_gets_an_annotation_a_problem_with_the_hint_below_it() -> None:
    assert github([ERROR, WARNING]) == (
        "::error file=acme/levels/a.yaml,line=3,col=5,title=unknown-key::"
        "unknown key 'titel'%0Ahint: did you mean 'title'?\n"
        "::warning file=acme.yaml,line=12,col=1,title=gap::nothing about 'grain'\n"
    )


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a,b.yaml", "a%2Cb.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("%2C.yaml", "%252C.yaml"),
        ("a\nb.yaml", "a b.yaml"),
        ("a\r::b.yaml", "a\\x0d%3A%3Ab.yaml"),
        ("日本.yaml", "日本.yaml"),
    ],
)
def test_what_separates_properties_is_escaped_in_a_path(path: str, written: str) -> None:
    assert f"file={written},line=3," in github([ERROR._replace(path=path)])


def test_a_message_keeps_its_colons_and_commas_and_loses_what_would_end_it() -> None:
    said = ERROR._replace(message="a: b, c %0A 8%\n::warning::x", hint="")
    assert github([said]).endswith("::a: b, c %250A 8%25 ::warning::x\n")


ODD = st.text(st.characters(exclude_categories=()), max_size=30)


@given(ODD, ODD, ODD)
def test_whatever_a_file_says_a_problem_is_one_annotation_and_two_lines(path: str, message: str, hint: str) -> None:
    problem = Problem(path, 3, 5, "type", message, hint)
    annotation = github([problem])
    assert annotation.splitlines() == [annotation[:-1]]
    assert re.fullmatch(r"::error file=[^,:]*,line=3,col=5,title=type::.*\n", annotation)
    assert len(text([problem]).splitlines()) == (2 if hint else 1)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", annotation + text([problem]))
