"""What holds for every text: a ladder or problems with their places, and nothing of a text is lost."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ladder.errors import InvalidLadder
from ladder.model import Ladder
from ladder.reading.context import valid_id
from ladders import SMALL, problems_of, read, with_header, with_level, write, write_all

PRINTABLE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(
    lambda text: text.isprintable() and text.strip()
)
PIECES = st.sampled_from(
    [
        *("format: 1\n", "levels:\n", "- id: a\n", "  title: b\n", "expects:\n", "competencies:\n", "extends: .\n"),
        *("{", "}", "[", "]", ": ", "? ", "- ", "&a ", "*a", "!t ", '"', "'", "|\n", "#", "~", "---\n"),
        *("\n", "  ", "\t", "\x00", "\ud7ff"),
    ]
)

# The lines of the small ladder that say something in a key of their own.
FILES = [name for name in SMALL if name.startswith(("levels/", "roles/"))]
KEYS = [
    (name, number)
    for name in FILES
    for number, line in enumerate(SMALL[name].splitlines())
    if re.match(r"\w+:", line) and not line.startswith("level:")
]


def anything_or_its_problems(raw: bytes) -> Ladder | None:
    """The ladder of a file with these bytes, or None where it has problems, each with a place."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), raw)
        try:
            return read(path)
        except InvalidLadder as error:
            problems = error.problems
    text = raw.decode(errors="ignore")
    last = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text)) + 1
    assert problems
    for problem in problems:
        assert problem.path == path
        assert 1 <= problem.line <= last
        assert problem.column >= 1
        assert problem.message
        assert problem.hint or problem.code != "syntax"
    return None


@given(st.binary(max_size=200))
def test_any_bytes_are_a_ladder_or_have_problems_with_places(raw: bytes) -> None:
    anything_or_its_problems(raw)
    anything_or_its_problems(b"format: 1\ntitle: " + raw)


@given(st.lists(PIECES, max_size=25))
@example(["format: 1\n", "levels:\n", "? ", "- ", "? ", "~"])
@example(["format: 1\n", "competencies:\n", "  ", "? ", "[", "]", "\n", "  ", ": ", "{", "}"])
def test_any_pieces_of_yaml_are_a_ladder_or_have_problems_with_places(pieces: list[str]) -> None:
    anything_or_its_problems("".join(pieces).encode())


def any_value() -> st.SearchStrategy[object]:
    """Values as a wrong file could have them, of the kinds and words that the format knows."""
    words = ["a", "house", "from", "1", "09:30", "x-a", "2026", "satire", "", "a/b", "text", "id", "share"]
    scalars = st.none() | st.booleans() | st.integers(-5, 10**19) | st.floats(allow_nan=False) | st.sampled_from(words)
    known = "id text title share blocks from to step statements for about bands range mean levels level steps source"
    known += " years is aliases a x-a 25 percentiles expects per_step does answer ask does"
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(known.split()), inner, max_size=4),
        max_leaves=12,
    )


HEADER_KEYS = ["title", "source", "tracks", "levels", "roles", "competencies", "activities", "topics", "archetypes"]
HEADER_KEYS += ["points", "baseline", "comp", "companies", "sources", "cumulative", "about", "version", "extends"]
LEVEL_KEYS = ["title", "aliases", "rank", "years", "expects", "time", "days", "topics", "next", "fit", "faq", "record"]
LEVEL_KEYS += ["source", "points", "track", "level", "id", "summary"]


@given(st.dictionaries(st.sampled_from(HEADER_KEYS), any_value(), max_size=5))
def test_any_values_in_a_header_are_a_ladder_or_have_problems_with_places(values: dict[str, object]) -> None:
    anything_or_its_problems(json.dumps({"format": 1, **values}, ensure_ascii=False).encode())


@given(st.dictionaries(st.sampled_from(LEVEL_KEYS), any_value(), max_size=5))
def test_any_values_in_a_level_are_a_ladder_or_have_problems_with_places(values: dict[str, object]) -> None:
    level = {"id": "a", "expects": {"a": 1}, **values}
    known: dict[str, object] = {key: {"a": {}} for key in ("tracks", "activities", "topics", "archetypes")}
    known["competencies"] = {"a": {"steps": [{"id": "a"}]}}
    header = {"format": 1, "levels": [level], "sources": {"house": {"title": "t", "kind": "survey"}}, **known}
    anything_or_its_problems(json.dumps(header).encode())


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small ladder, of which each example changes one file and puts it back."""
    return Path(write_all(tmp_path_factory.mktemp("any") / "mill", SMALL))


def changed(mill: Path, name: str, lines: list[str]) -> list[tuple[str, int]]:
    """Where the problems are once a file has these lines: its name and the line."""
    write(mill, "\n".join(lines), name)
    try:
        return [(one.path.removeprefix(f"{mill}/"), one.line) for one in problems_of(str(mill))]
    finally:
        write(mill, SMALL[name], name)


@pytest.mark.parametrize(("name", "number"), KEYS)
def test_a_key_renamed_is_a_problem_in_its_line(mill: Path, name: str, number: int) -> None:
    lines = SMALL[name].splitlines()
    lines[number] = "q" + lines[number]
    assert changed(mill, name, lines) == [(name, number + 1)]


@pytest.mark.parametrize(("name", "number"), KEYS)
def test_a_key_written_twice_is_a_problem_in_the_second_line(mill: Path, name: str, number: int) -> None:
    lines = SMALL[name].splitlines()
    key = lines[number].split(":")[0]
    assert changed(mill, name, [*lines, f"{key}:"]) == [(name, len(lines) + 1)]


NUMBERS = [
    (name, number, match.start(), match.end())
    for name in (*FILES, "comp/guild.yaml")
    for number, line in enumerate(SMALL[name].splitlines())
    for match in re.finditer(r"(?<=[ \[])\d+(?=[,}\]]|$)", line)
]


BROKEN = ["x", "1,5", "9" * 19, "1.2.3", "''", "~~", "0x1F", "١", "{a: b}", "1 2", "half"]


@given(st.sampled_from(NUMBERS), st.sampled_from(BROKEN))
def test_a_number_that_is_broken_is_a_problem_in_its_line(
    mill: Path, place: tuple[str, int, int, int], broken: str
) -> None:
    name, number, start, end = place
    lines = SMALL[name].splitlines()
    lines[number] = f"{lines[number][:start]}{broken}{lines[number][end:]}"
    assert (name, number + 1) in changed(mill, name, lines)


@given(PRINTABLE)
@example("👩🏽‍💻 日本語 a: b # c")
@example("  *a &b !c | > %d @e `f` ~ ")
@example("\\ \" ' \\u0041 {}[]")
def test_any_printable_text_is_read_as_written(text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    written = f"title: {quoted}\ntopics: {{hiring: [{quoted}, {{text: {quoted}, id: {quoted}, examples: [{quoted}]}}]}}"
    with tempfile.TemporaryDirectory() as folder:
        level = read(with_level(Path(folder), written)).role("miller")
    text = text.strip()
    plain, full = level.topics["hiring"]
    assert (level.title, plain.text, full.text, full.id, full.examples) == (text, text, text, text, (text,))


@given(PRINTABLE)
@example(" a")
@example("..")
def test_any_printable_text_that_may_be_an_id_is_one_as_written(text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    written = f"levels:\n- id: {quoted}\n  next: [{{to: {quoted}}}]"
    with tempfile.TemporaryDirectory() as folder:
        path = with_header(Path(folder), written)
        if valid_id(text):
            assert read(path).order == (text,)
        else:
            assert {":", "/", "\\"} & set(text) or text in (".", "..") or text != text.strip()
            assert problems_of(path)[0].line == 3
