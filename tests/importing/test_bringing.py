"""An import as a whole: nothing is written, nothing is lost, and what comes out is a ladder."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.samples import SAMPLES, TABLE, paths_of
from ladder import api
from ladder.errors import CannotRead, InvalidLadder, LadderError
from ladder.importing.bringing import InvalidInput, bring, called
from ladder.importing.draft import Draft
from ladders import SMALL, read, write, write_all

FEW = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize("shape", SAMPLES)
def test_the_files_and_the_text_are_the_ladder_that_was_read_back(shape: str, tmp_path: Path) -> None:
    brought = bring(paths_of(shape, tmp_path / "in"))
    folder = write_all(tmp_path / "imported", brought.files)
    single = write(tmp_path, brought.single, "imported.yaml")
    assert read(folder) == read(single) == brought.ladder
    assert [one for one in api.validate(folder, single).problems if one.severity == "error"] == []
    assert brought.statements == api.validate(single).ladders[0].statements


def test_nothing_is_written_anywhere_that_stays(tmp_path: Path) -> None:
    paths = paths_of("table", tmp_path / "in")
    bring(paths)
    assert [str(path) for path in (tmp_path / "in").rglob("*")] == paths


# -- title, cumulative, transpose


def test_the_title_is_the_given_one_else_the_input_s_else_the_name_of_the_file_or_folder(tmp_path: Path) -> None:
    titled = paths_of("table", tmp_path)
    assert bring(titled).ladder.title == "The mill"
    assert bring(titled, title="  Our \n mill: ").ladder.title == "Our mill"
    bare = write(tmp_path / "old.mill", TABLE.partition("\n")[2], "my.mill.csv")
    assert bring([bare]).ladder.title == "my.mill"
    assert bring([str(tmp_path / "old.mill")]).ladder.title == "old.mill"
    assert bring([f"{tmp_path}/old.mill/"], title=" \n").ladder.title == "old.mill"
    assert bring([f"{tmp_path}/old.mill/../old.mill/."]).ladder.title == "old.mill"


@pytest.mark.parametrize("title", ["a: b # c", "- x", "'", '"', "no", "1", "[x]", "\x1b[31mred", "日本", "x" * 500])
def test_any_title_is_one_as_far_as_it_can_be_shown(title: str, tmp_path: Path) -> None:
    found = bring(paths_of("table", tmp_path), title=title).ladder.title
    assert found == title.replace("\x1b", "")


def test_levels_add_up_where_that_is_said(tmp_path: Path) -> None:
    paths = paths_of("table", tmp_path)
    assert bring(paths, cumulative=True).ladder.cumulative
    assert not bring(paths).ladder.cumulative


def test_transposed_the_competencies_are_the_levels(tmp_path: Path) -> None:
    paths = paths_of("table", tmp_path)
    one, other = bring(paths), bring(paths, transpose=True)
    assert [level.title for level in other.ladder.levels.values()] == ["Grain", "Talk"]
    assert [level.title for level in one.ladder.levels.values()] == ["L1 – Hand", "L2 – Miller"]
    assert one.statements == other.statements


# -- what cannot be brought


def test_a_ladder_of_this_format_is_not_imported_but_named_as_one(tmp_path: Path) -> None:
    folder = write_all(tmp_path / "my mill", SMALL)
    single = write(tmp_path, "format: 1\nlevels: [{id: a}]\n")
    for path in (folder, f"{folder}/ladder.yaml", single):
        with pytest.raises(CannotRead, match="is a ladder already") as caught:
            bring([path])
        assert "init NAME --from" in caught.value.hint


@pytest.mark.parametrize(
    "text", ["about: {format: 1}\n", "format: json\n", "format: 2\n", "- format: 1\n", "a: |\n  format: 1\n"]
)
def test_a_key_called_format_makes_no_ladder_of_this_format(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text, "mill.yaml")
    with pytest.raises(LadderError) as caught:
        bring([path])
    assert "already" not in caught.value.message


def test_what_is_no_text_is_a_problem_of_the_input_and_not_of_a_ladder(tmp_path: Path) -> None:
    path = write(tmp_path, "a: [\n", "mill.yaml")
    with pytest.raises(InvalidInput) as caught:
        bring([path])
    assert isinstance(caught.value, InvalidLadder)
    assert caught.value.message == "1 problem in what is to be imported"
    assert caught.value.problems[0].path == path


def test_a_reader_that_loses_a_statement_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Losing(Draft):
        @property
        def statements(self) -> int:
            return super().statements + 1

    monkeypatch.setattr("ladder.importing.shapes.Draft", Losing)
    with pytest.raises(AssertionError, match="6 statements were found and 5 written"):
        bring(paths_of("table", tmp_path))


def test_several_files_of_one_shape_are_one_ladder(tmp_path: Path) -> None:
    one = write(tmp_path, ",L1,L2\nGrain,Grinds,Buys\n", "grain.csv")
    other = write(tmp_path, ",L2,L3\nTalk,Sings,Hires\n", "talk.csv")
    brought = bring([one, other])
    assert (brought.ladder.title, brought.ladder.order) == ("grain", ("L1", "L2", "L3"))
    assert list(brought.ladder.competencies) == ["grain", "talk"]
    assert brought.statements == 4


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.csv", "a"),
        ("x/a.b.csv", "a.b"),
        ("folder.d", "folder.d"),
        ("folder.d/", "folder.d"),
        ("Makefile", "Makefile"),
    ],
)
def test_what_is_imported_is_called_by_its_own_name(
    path: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder.d").mkdir()
    monkeypatch.chdir(tmp_path)
    assert called(path) == name
    monkeypatch.chdir(tmp_path / "folder.d")
    assert called(".") == "folder.d"


# -- whatever it says


WORDS = [
    "",
    "L1",
    "Senior",
    "Grain",
    "- a\n- b",
    "no",
    "x-y",
    "a: b",
    "\x1b[31m",
    "\ufeff",
    "\ud800",
    "日本 🌾",
    "'=1",
    "1",
]
CELL = st.sampled_from(WORDS) | st.text(max_size=6)


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5), transpose=st.booleans())
@FEW
def test_any_table_becomes_a_valid_ladder_or_one_clear_line(
    rows: list[list[str]], transpose: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = ",L1,L2\n" + "".join(",".join(map(quoted, row)) + "\n" for row in rows)
    path = write(tmp_path_factory.getbasetemp(), text.encode("utf-8", "replace").replace(b"\0", b""), "any.csv")
    sound(path, transpose=transpose)


TEXTS = st.sampled_from(WORDS) | st.text(max_size=5)
VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            TEXTS | st.sampled_from(["levels", "name", "title", "competencies", "tracks"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(value=VALUES)
@FEW
def test_any_json_becomes_a_valid_ladder_or_one_clear_line(
    value: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = write(tmp_path_factory.getbasetemp(), json.dumps({"levels": ["L1", "L2"], "more": value}), "any.json")
    sound(path)


LINES = [
    "# The mill",
    "## Junior",
    "## Senior",
    "### Grain",
    "- Grinds",
    "  - rye",
    "| a | b |",
    "|---|---|",
    "---",
    "",
    "a: b",
]


@given(lines=st.lists(st.sampled_from(LINES) | TEXTS, max_size=14))
@FEW
def test_any_page_becomes_a_valid_ladder_or_one_clear_line(
    lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = "\n".join(lines).encode("utf-8", "replace").replace(b"\0", b"")
    path = write(tmp_path_factory.getbasetemp(), text, "any.md")
    sound(path)


def sound(path: str, *, transpose: bool = False) -> None:
    """Imports a file; what comes out validates without errors, what does not says so in a line."""
    try:
        brought = bring([path], transpose=transpose)
    except LadderError:  # anything else is a fault
        return
    folder = Path(path).parent / "sound"
    folder.mkdir(exist_ok=True)
    made = write(folder, brought.single, "made.yaml")
    assert [str(one) for one in api.validate(made).problems if one.severity == "error"] == []


def test_what_found_no_place_is_kept_in_the_file_with_where_it_stood(tmp_path: Path) -> None:
    paths = [*paths_of("table", tmp_path), write(tmp_path, "Bread,is baked\nin the,village\n", "notes.csv")]
    brought = bring(paths)
    kept = {(one.at.removeprefix(f"{tmp_path}/"), one.text) for one in brought.unplaced}
    assert kept == {("notes.csv:1", "Bread"), ("notes.csv:2", "village")}
    assert next(one.under for one in brought.unplaced if one.text == "village") == "is baked / in the"
    for text in (brought.single, brought.files["ladder.yaml"]):
        assert text.index("x-unplaced:") > text.index("levels:")
        assert "village" in text
    assert read(write(tmp_path / "out", brought.single)).order == ("L1", "L2")
