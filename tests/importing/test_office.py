"""Workbooks and word processors' files, which the extra `office` reads."""

from pathlib import Path

import pytest

from importing.office import docx, ods, xlsx
from importing.reading import understood
from ladder.errors import InvalidLadder
from ladder.importing.bringing import bring
from ladder.importing.files import File

pytest.importorskip("python_calamine")
pytest.importorskip("mammoth")

ROWS = [["Skill", "Junior", "Senior"], ["Grain", "Sorts it", "Buys it\nSells it"], ["Stone", "Turns it", "Mends it"]]
CELLS = {"junior": {"grain": ["Sorts it"], "stone": ["Turns it"]}}
CELLS["senior"] = {"grain": ["Buys it", "Sells it"], "stone": ["Mends it"]}


def cells(path: str) -> dict[str, dict[str, list[str]]]:
    draft = understood([File(path)])
    return {
        name: {competency: cell["statements"] for competency, cell in level["expects"].items()}
        for name, level in draft.levels.items()
    }


def test_a_workbook_of_one_sheet_is_a_table(tmp_path: Path) -> None:
    assert cells(xlsx(tmp_path / "mill.xlsx", {"Mill": ROWS})) == CELLS


def test_an_open_document_is_a_table(tmp_path: Path) -> None:
    assert cells(ods(tmp_path / "mill.ods", ROWS)) == CELLS


def test_each_sheet_is_a_group_of_competencies_by_its_name(tmp_path: Path) -> None:
    talk = [["Skill", "Junior", "Senior"], ["Talk", "Greets", "Sings"]]
    draft = understood([File(xlsx(tmp_path / "mill.xlsx", {"Craft": ROWS, "People": talk}))])
    groups = {one["title"]: one["group"] for one in draft.competencies.values()}
    assert groups == {"Grain": "Craft", "Stone": "Craft", "Talk": "People"}
    assert list(draft.levels) == ["junior", "senior"]


def test_a_hidden_sheet_is_not_read_and_named(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "mill.xlsx", {"Mill": ROWS, "Pay": [["Secret", "1"], ["More", "2"]]}, hidden=["Pay"])
    brought = bring([book])
    assert "Secret" not in brought.single
    assert brought.did[-1] == f"passed over: {book}: the hidden sheet Pay"


def test_headings_and_bullets_of_a_word_processor_are_those_of_a_page(tmp_path: Path) -> None:
    path = docx(
        tmp_path / "mill.docx",
        [
            ("Heading1", "The mill"),
            ("Heading2", "Junior"),
            ("Heading3", "Grain"),
            ("ListBullet", "Sorts it"),
            ("Heading3", "Stone"),
            ("ListBullet", "Turns it"),
            ("Heading2", "Senior"),
            ("Heading3", "Grain"),
            ("ListBullet", "Buys it"),
            ("ListBullet", "Sells it"),
            ("Heading3", "Stone"),
            ("ListBullet", "Mends it"),
        ],
    )
    assert cells(path) == CELLS
    assert bring([path]).ladder.title == "The mill"


@pytest.mark.parametrize("name", ["mill.xlsx", "mill.ods", "mill.docx"])
def test_what_only_has_the_suffix_is_a_problem_of_that_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"no such thing")
    with pytest.raises(InvalidLadder) as caught:
        bring([str(path)])
    assert str(caught.value.problems[0]).startswith(f"{path}:1:1: error[syntax]: not a ")
