"""Answers to the questions of `ladder fit`, from a file or from a pipe."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ladder.errors import CannotRead, ExitCode, InvalidAnswers
from ladder.reading.answers import read_answers
from ladders import lines_of, write

Hand = Callable[[bytes], str]
"""Puts answers where they can be read, and says what stands for them on the command line."""


@pytest.fixture(params=["a file", "a pipe"])
def hand(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """Both ways in which answers come."""

    def in_a_file(raw: bytes) -> str:
        return write(tmp_path, raw, "answers.yaml")

    def in_a_pipe(raw: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        return "-"

    return in_a_file if request.param == "a file" else in_a_pipe


WRITTEN = {
    "one line a question": (b"1: yes\n2: no\n", {"1": "yes", "2": "no"}),
    "JSON": (b'{"dust": "In part", "2": 3, "3": null}', {"dust": "In part", "2": "3", "3": ""}),
    "words that YAML takes for others": (b"1: no\n2: 10:30\n3: 2026-01\n", {"1": "no", "2": "10:30", "3": "2026-01"}),
    "questions that are skipped": (b"1:\n2: ~\n3: null\n", {"1": "", "2": "", "3": ""}),
    "blanks around an answer": (b"1: '  yes '\n", {"1": "yes"}),
    "the file is empty": (b"", {}),
    "a file of notes": (b"# not yet\n", {}),
    "line ends of another system": (b"1: yes\r\n2: no\r\n", {"1": "yes", "2": "no"}),
    "a mark before the text": (b"\xef\xbb\xbf1: yes\n", {"1": "yes"}),
    "another script": ("塵: はい\n".encode(), {"塵": "はい"}),
}


@pytest.mark.parametrize(("raw", "answers"), WRITTEN.values(), ids=WRITTEN)
def test_answers_are_read_by_question(hand: Hand, raw: bytes, answers: dict[str, str]) -> None:
    assert read_answers(hand(raw)) == answers


WRONG = {
    "a list": (b"- yes\n- no\n", ["1:1: expected answers by question, found a list"]),
    "a word": (b"yes", ["1:1: expected answers by question, found 'yes'"]),
    "a question twice": (
        b"1: yes\n2: no\n1: no\n",
        ["3:1: the key '1' is given twice | it is also in line 1: keep one"],
    ),
    "a list and a mapping as answers": (
        b"1: [yes]\n2: {a: b}\n3: yes\n",
        ["1:4: expected text, found a list", "2:4: expected text, found a mapping"],
    ),
    "a list as a question": (b"[a]: yes\n", ["1:1: expected a key, found a list"]),
    "a tag": (b"!!set {a: b}\n", ["1:1: expected answers by question, found the tag '!!set'"]),
    "no YAML": (b"1: [\n", ["2:1: a bracket that is not closed | close it"]),
    "a character of no text": (
        b"1: yes\n2: \x00\n",
        ["2:4: a character that YAML does not allow: U+0000 | delete it"],
    ),
}


@pytest.mark.parametrize(("raw", "problems"), WRONG.values(), ids=WRONG)
def test_every_problem_of_answers_is_told_with_its_place(hand: Hand, raw: bytes, problems: list[str]) -> None:
    path = hand(raw)
    with pytest.raises(InvalidAnswers) as caught:
        read_answers(path)
    assert lines_of(caught.value.problems) == problems
    assert {one.path for one in caught.value.problems} == {"standard input" if path == "-" else path}
    assert caught.value.message == f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in the answers"
    assert caught.value.exit_code is ExitCode.NO


def test_a_file_that_is_no_text_is_told_with_the_place_of_the_first_byte_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InvalidAnswers) as caught:
        read_answers(write(tmp_path, b"1: yes\n2: \xff\xfe\n"))
    assert lines_of(caught.value.problems) == ["2:4: not UTF-8 text | save the file as UTF-8"]


@pytest.mark.parametrize(
    "errors",
    [
        "strict",
        "surrogateescape",
    ],
)
def test_a_pipe_that_brings_no_text_is_told_in_every_locale(monkeypatch: pytest.MonkeyPatch, errors: str) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(b"1: yes\n2: \xff\xfe\n"), encoding="utf-8", errors=errors)
    monkeypatch.setattr(sys, "stdin", pipe)
    with pytest.raises((CannotRead, InvalidAnswers)) as caught:
        read_answers("-")
    assert "UTF-8" in f"{caught.value.hint}{getattr(caught.value, 'problems', '')}"
    assert caught.value.exit_code is ExitCode.NO


def test_a_standard_input_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(tmp_path / "answers.yaml", "w") as for_writing_alone:
        monkeypatch.setattr(sys, "stdin", for_writing_alone)
        with pytest.raises(CannotRead, match="standard input cannot be read"):
            read_answers("-")


def test_a_standard_input_that_is_closed_has_no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert read_answers("-") == {}


def test_an_empty_answer_skips_its_question_in_json_too(tmp_path: Path) -> None:
    assert read_answers(write(tmp_path, b'{"1": "", "2": "yes"}')) == {"1": "", "2": "yes"}


@pytest.mark.parametrize("name", ["missing.yaml", "", "a\0b"])
def test_where_no_file_stands_its_path_is_named_with_what_to_write(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / "gone" / name) if name else ""
    with pytest.raises(CannotRead) as caught:
        read_answers(path)
    assert caught.value.message == f"no file '{path}'"
    assert "`1: yes`" in caught.value.hint
    assert caught.value.exit_code is ExitCode.NO


def test_what_is_no_file_to_read_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(CannotRead) as caught:
            read_answers(str(path))
        assert caught.value.message == f"'{path}' is not a file"
        assert "standard input" in caught.value.hint
