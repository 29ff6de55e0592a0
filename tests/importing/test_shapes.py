"""Which shape files have: the one that is named, else the most particular that fits; whatever fits none is told."""

from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

from importing.samples import PAGE, SAMPLES, TABLE, paths_of
from ladder.errors import CannotRead, InvalidLadder, LadderError
from ladder.importing.draft import Draft
from ladder.importing.files import opened
from importing.reading import understood
from ladder.importing.shapes import NAMED, SHAPES
from ladders import write, write_all

NAMES: Final = [one.name for one in SHAPES]


def read_in(folder: Path, shape: str = "") -> Draft:
    return understood(opened([str(folder)]), shape=shape)


def test_there_is_a_sample_and_a_reader_for_every_shape() -> None:
    assert list(SAMPLES) == NAMES
    for one in SHAPES:
        reader = import_module(f"ladder.importing.{one.module}")
        assert callable(reader.fits)
        assert callable(reader.read)


@pytest.mark.parametrize("shape", NAMES)
def test_every_shape_is_recognised_and_is_the_same_as_when_it_is_named(shape: str, tmp_path: Path) -> None:
    files = opened(paths_of(shape, tmp_path))
    fitting = [one.name for one in SHAPES if import_module(f"ladder.importing.{one.module}").fits(files)]
    assert fitting[0] == shape
    found, named = understood(files), understood(files, shape=shape)
    assert vars(found) == vars(named) == vars(understood(files, shape=shape.upper()))
    assert len(found.levels) >= 2
    assert found.statements
    assert found.did
    assert "passed over" not in " ".join(found.did)


@pytest.mark.parametrize("shape", NAMES)
def test_what_fits_no_reader_is_no_ladder_by_the_name_that_was_given(shape: str, tmp_path: Path) -> None:
    other = "markdown" if shape == "table" else "table"
    with pytest.raises(CannotRead, match=f"no ladder found in '.*' as {shape}") as caught:
        understood(opened(paths_of(other, tmp_path)), shape=shape)
    assert all(name in caught.value.hint for name in NAMES)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("tabel", "did you mean 'table'?"),
        ("Markdwon", "did you mean 'markdown'?"),
        ("csv", f"one of {', '.join(NAMES)}"),
        (" ", f"one of {', '.join(NAMES)}"),
    ],
)
def test_a_shape_that_is_none_offers_the_nearest_or_names_them_all(typed: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(LadderError, match="no shape '") as caught:
        understood(opened(paths_of("table", tmp_path)), shape=typed)
    assert caught.value.hint == hint


def test_of_a_folder_that_holds_several_shapes_one_is_read_and_the_others_are_said(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.csv": TABLE, "b.md": PAGE, "c.yaml": "a: [\n", "d.txt": "Some words."})
    draft = read_in(tmp_path)
    assert [one["title"] for one in draft.levels.values()] == ["L1 – Hand", "L2 – Miller"]
    (over,) = [line for line in draft.did if line.startswith("passed over")]
    assert over.endswith(f": {tmp_path}/b.md, {tmp_path}/c.yaml, {tmp_path}/d.txt")
    by_name = read_in(tmp_path, "markdown")
    assert list(by_name.levels) == ["junior", "senior"]
    assert "a.csv" in by_name.did[-1]


def test_of_many_that_are_passed_over_some_are_named_and_all_are_counted(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.csv": TABLE, **{f"m{number:04}.md": PAGE for number in range(1200)}})
    (over,) = [line for line in read_in(tmp_path).did if line.startswith("passed over")]
    assert over.endswith(f"m{NAMED - 1:04}.md and {1200 - NAMED:,} more")


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("mill.yaml", "a: [1\n", "2:1"),
        ("mill.json", '{"a": ]', "1:7"),
        ("mill.md", "---\ntitle: [a\n---\n# L1\n", "3:1"),
        ("mill.md", "---\ntitle: [a\n---\n## Junior\n\n### Grain\n\n- Grinds\n", "3:1"),
        ("mill.csv", "a,b\0,c\n", "1:1"),
        ("mill.txt", b"a\n\xff", "2:1"),
    ],
)
def test_what_cannot_be_read_at_all_is_told_with_its_place(
    name: str, text: str | bytes, where: str, tmp_path: Path
) -> None:
    path = write(tmp_path, text, name)
    with pytest.raises(InvalidLadder) as caught:
        understood(opened([path]))
    (problem,) = caught.value.problems
    assert (problem.path, f"{problem.line}:{problem.column}") == (path, where)


@pytest.mark.parametrize("name", ["mill.csv", "mill.md", "mill.yaml", "mill.txt"])
@pytest.mark.parametrize("text", ["", "\n \n\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(name: str, text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text, name)
    with pytest.raises(CannotRead, match="nothing stands in '"):
        understood(opened([path]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mill.csv", "a,b\nc,d\n"),
        ("mill.csv", "just words\n"),
        ("mill.md", "# The mill\n\nStands by the river.\n"),
        ("mill.yaml", "a: 1\n"),
        ("mill.json", "[]"),
        ("mill.json", "7"),
        ("mill.txt", "A letter.\n\nIt says nothing, really.\n"),
    ],
)
def test_what_holds_no_ladder_is_one_line_and_a_hint(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(LadderError) as caught:
        understood(opened([write(tmp_path, text, name)]))
    assert name in caught.value.message
    assert caught.value.hint
    assert "\n" not in caught.value.message + caught.value.hint
