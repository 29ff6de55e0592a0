"""Which shape files have: the one that is named, else the most particular that fits; whatever fits none is told."""

from pathlib import Path
from typing import Final

import pytest

from importing.reading import understood
from importing.samples import paths_of
from ladder.errors import CannotRead, InvalidLadder, LadderError
from ladder.importing.draft import Draft
from ladder.importing.files import opened
from ladder.importing.shapes import SHAPES
from ladders import write

NAMES: Final = [one.name for one in SHAPES]


def read_in(folder: Path, shape: str = "") -> Draft:
    return understood(opened([str(folder)]), shape=shape)


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
