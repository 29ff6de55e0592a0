"""Levels against competencies."""

import csv
from io import StringIO
from pathlib import Path

import pytest

import ladder
from ladder import views
from ladder.document import Table
from ladder.render import render
from ladder.render.parts import plain
from ladders import SMALL, write_all

GISTS = {
    **SMALL,
    "ladder.yaml": SMALL["ladder.yaml"].replace("grain: {title: Grain,", "grain: {title: Grain, short: Bins,"),
    "levels/miller.yaml": SMALL["levels/miller.yaml"].replace(
        "grain: [Tells wheat from rye.]", "grain: {gist: knows the grains, statements: [Tells wheat from rye.]}"
    ),
}


@pytest.fixture
def mill(tmp_path: Path) -> str:
    return write_all(tmp_path / "mill", GISTS)


def cells(mill: str) -> list[list[object]]:
    (table,) = (one for one in views.page("matrix", ladder.matrix(ladder=mill)).blocks if isinstance(one, Table))
    return [list(row) for row in table.rows]


def test_a_cell_shows_its_gist_else_its_step_else_its_first_statement_and_how_many_more(mill: str) -> None:
    grain, stones, people = cells(mill)
    assert grain[1:3] == ["knows the grains", "Buys the right wheat. +1"]
    assert stones[1:3] == ["Turns", "Dresses"]
    assert people[2] == "Greets the carters. +1"


def test_where_a_level_says_nothing_the_cell_says_so(mill: str) -> None:
    assert getattr(cells(mill)[1][4], "text", None) == "–"


def test_columns_and_rows_have_their_short_names_where_they_have_any(mill: str) -> None:
    (table,) = (one for one in views.page("matrix", ladder.matrix(ladder=mill)).blocks if isinstance(one, Table))
    assert [plain(column.title) for column in table.columns][:3] == ["", "Miller", "Senior miller"]
    assert [getattr(row[0], "text", "") for row in table.rows] == ["Bins", "Stones", "People"]


def test_the_csv_has_every_statement_on_a_line_of_its_own_and_no_gist(mill: str) -> None:
    text = render(views.printable("matrix", ladder.matrix(ladder=mill)), "csv", width=80, colour=False)
    head, grain, *_ = csv.reader(StringIO(text))
    assert head == ["competency", "Miller", "Senior miller", "Foreman", "Master miller"]
    assert grain[2].split("\n") == ["Buys the right wheat.", "Keeps the books of the bins."]
    assert "knows the grains" not in text


def test_of_some_levels_and_roles_only_those_are_shown(mill: str) -> None:
    answer = ladder.matrix("sail miller", "miller", "miller", ladder=mill)
    assert [level.id for level in answer.levels] == ["senior-wind", "miller"]


def test_a_ladder_that_expects_nothing_has_no_table(tmp_path: Path) -> None:
    path = write_all(tmp_path / "bare", {"ladder.yaml": "format: 1\nlevels: [{id: a}]\n"})
    document = views.page("matrix", ladder.matrix(ladder=path))
    assert [type(block).__name__ for block in document.blocks] == ["Heading", "Note"]


def test_the_bundled_ladder_comes_back_from_its_csv_statement_by_statement(tmp_path: Path) -> None:
    from ladder.importing.bringing import bring

    printable = views.printable("matrix", ladder.matrix())
    (tmp_path / "m.csv").write_text(render(printable, "csv", width=80, colour=False), encoding="utf-8")
    brought = bring([str(tmp_path / "m.csv")])
    back = ladder.load(write_all(tmp_path / "back", brought.files))
    ours, titles = ladder.load(), {one.title: name for name, one in back.competencies.items()}
    for here, there in zip(ours.order, back.order, strict=True):
        for name, cell in ours.role(here).expects.items():
            again = back.role(there).expects[titles[ours.competencies[name].title]]
            assert [one.text for one in again.statements] == [one.text for one in cell.statements]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"gist": "g" * 31}, ("long", "a gist of 31 characters: tables have room for 30")),
        ({"gist": "g" * 30}, None),
        ({"gist": "buys wheat"}, ("same-gist", "the gist is the same as that of 'miller'")),
    ],
)
def test_gists_that_are_too_long_or_the_same_are_said(
    tmp_path: Path, changed: dict[str, str], found: tuple[str, str] | None
) -> None:
    def cell(gist: str) -> str:
        return f"title: T{{0}}\nexpects: {{{{grain: {{{{gist: {gist}, statements: [Says {{0}}.]}}}}}}}}\n"

    files = {
        "ladder.yaml": "format: 1\ncompetencies: {grain: {title: Grain}}\nlevels: [miller, master]\n",
        "levels/miller.yaml": cell("buys wheat").format("one"),
        "levels/master.yaml": cell(changed["gist"]).format("two"),
    }
    problems = ladder.validate(write_all(tmp_path / "mill", files), today="2026-01-01").problems
    assert [(one.code, one.message) for one in problems] == ([found] if found else [])
    assert all(one.path.endswith("master.yaml") and one.line == 2 for one in problems)
