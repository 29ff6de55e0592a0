"""What a question does not need of a file is left unread, and nobody can tell by what is read of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.errors import InvalidLadder
from ladder.reading.cutting import keys_of, only
from ladder.reading.folder import Folder
from ladders import AROUND, SMALL, lines_of, problems_of, with_level, write_all

PLAIN = "title: A\n# a note\nexpects:\n  grain:\n    - B\n\ntopics:\n- c\nyears: 2\n"


def test_what_is_dropped_leaves_its_line_ends_behind() -> None:
    assert only(PLAIN, drop=["expects"]) == "title: A\n# a note\n\n\n\n\ntopics:\n- c\nyears: 2\n"
    assert only(PLAIN, ["years"]) == "\n" * 8 + "years: 2\n"


@pytest.mark.parametrize("drop", [(), ("nothing",), ("title", "expects", "topics", "years")])
def test_nothing_is_cut_where_nothing_or_everything_would_go(drop: tuple[str, ...]) -> None:
    assert only(PLAIN, drop=drop) == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "{title: A, expects: {}}\n",
        "---\ntitle: A\nexpects: {}\n",
        '"title": A\nexpects: {}\n',
        "title: &a A\nexpects: *a\n",
        "title: A\rexpects: {}\n",
        "title: A\u2028expects: {}\n",
        "title: A\x85expects: {}\n",
        "- title\n- expects\n",
        "",
    ],
)
def test_a_file_that_is_not_plain_is_read_whole(text: str) -> None:
    assert keys_of(text) == []
    assert only(text, drop=["expects"]) == text


def test_a_problem_is_told_at_its_line_whatever_was_cut_above_it(tmp_path: Path) -> None:
    text = "topics:\n  hiring:\n    - Ask.\nfit: {for: [X.]}\nexpects: {grian: [Y.]}\n"
    path = with_level(tmp_path, text)
    with pytest.raises(InvalidLadder) as caught:
        Folder(path, parts=("expects",)).ladder(["miller"])
    assert (
        lines_of(caught.value.problems)
        == lines_of(problems_of(path))
        == ["5:11: no competency 'grian' | did you mean 'grain'?"]
    )


def test_what_a_question_needs_is_the_same_cut_or_whole(tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", SMALL)
    whole = Folder(path).ladder()
    for name in whole.order:
        part = Folder(path, parts=("expects", "time")).ladder([name])
        assert part.levels[name].expects == whole.levels[name].expects
        assert part.levels[name].time == whole.levels[name].time
        assert part.sources.items() <= whole.sources.items()


@pytest.mark.parametrize("value", ['"a\ntime: b"', "[a,\ntime: b]"])
def test_a_key_that_stands_inside_of_a_value_is_no_way_to_write_a_ladder(tmp_path: Path, value: str) -> None:
    problems = problems_of(write_all(tmp_path, {"ladder.yaml": AROUND, "levels/miller.yaml": f"summary: {value}\n"}))
    assert "2:1: this key is inside a value that began above" in [
        line.partition(" | ")[0] for line in lines_of(problems)
    ]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text("xy :#-\n'\"", max_size=12)), max_size=6))
def test_what_is_kept_stands_where_it_stood(entries: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}:\n  {value.replace(chr(10), chr(10) + '  ')}\n" for key, value in entries)
    cut = only(text, drop=["b"])
    assert cut.count("\n") == text.count("\n")
    for before, after in zip(text.split("\n"), cut.split("\n"), strict=True):
        assert after in (before, "")
