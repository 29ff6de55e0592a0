"""The text of a CSV or TSV file to rows."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.importing.draft import Draft
from ladder.importing.files import File
from ladder.importing.tables.sheet import fits, grid_of, read

FEW = settings(max_examples=60, deadline=None)


def file(text: str, name: str = "mill.csv") -> File:
    """A file that holds this text, without a disk."""
    made = File(name)
    made.__dict__["text"] = text
    return made


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["mill.csv", "mill.tsv", "mill.txt"])
def test_columns_are_parted_by_commas_semicolons_or_tabs(delimiter: str, name: str) -> None:
    paper = io.StringIO()
    rows = [["", "L1", "L2"], ["Grain", "Grinds, and; sweeps", "Buys\nand sells"], ["Talk", "Greets, always", ""]]
    csv.writer(paper, delimiter=delimiter, lineterminator="\n").writerows(rows)
    assert [list(row) for row in grid_of(file(paper.getvalue(), name)).rows] == rows


def test_commas_in_sentences_do_not_part_a_table_of_semicolons() -> None:
    text = "Skill;L1;L2\nGrain;Grinds, sweeps, sleeps;Buys, sells\nTalk;Greets, waves, nods;Sings, hums\n"
    assert [len(row) for row in grid_of(file(text)).rows] == [3, 3, 3]


def test_rows_without_their_last_cells_do_not_hide_the_delimiter() -> None:
    text = "Skill,L1,L2,L3\nGrain,Grinds; sweeps,Buys; sells\nTalk,Greets; waves\nStone,Cuts; turns,Looks,Asks\n"
    assert [row[0] for row in grid_of(file(text)).rows] == ["Skill", "Grain", "Talk", "Stone"]


def test_a_row_says_on_which_line_it_begins() -> None:
    grid = grid_of(file('a,b\n\n"c\nd",e\nf,g\n'))
    assert grid.rows == (("a", "b"), ("c\nd", "e"), ("f", "g"))
    assert grid.at == ("mill.csv:1", "mill.csv:3", "mill.csv:5")


def test_a_short_row_is_filled_up() -> None:
    assert grid_of(file("a,b,c\nd\ne,f,g\n")).rows[1] == ("d", "", "")


def test_a_cell_may_be_longer_than_the_usual_limit() -> None:
    long = "word " * 40_000
    assert grid_of(file(f"a,b\n{long},c\n")).rows[1][0] == long


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.tab"])
def test_a_table_is_known_by_its_suffix(name: str) -> None:
    table = file("anything", name)
    assert fits([table]) == [table]


@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.json"])
def test_what_has_another_suffix_is_no_table(name: str) -> None:
    assert fits([file("a,b\nc,d\n", name)]) == []


def test_text_is_a_table_where_all_its_lines_have_equally_many_cells() -> None:
    table, prose = (
        file("a;b\nc;d\ne;f\n", "a.txt"),
        file("One line, of prose.\nAnother, with, more.\nA third\n", "b.txt"),
    )
    assert fits([prose, table, file("", "c.txt")]) == [table]


def test_what_is_no_table_of_a_ladder_is_kept_row_by_row() -> None:
    draft = Draft()
    read([file("Date,Version\n2020,1\n2021,2\n")], draft)
    assert [(one.at, one.text) for one in draft.unplaced] == [
        ("mill.csv:1", "Date\tVersion"),
        ("mill.csv:2", "2020\t1"),
        ("mill.csv:3", "2021\t2"),
    ]
    assert (draft.levels, draft.competencies, draft.head) == ({}, {}, {})
    assert "mill.csv" in draft.did[0]


def test_a_file_on_disk_is_read_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "mill.csv"
    path.write_bytes("\ufeffSkill;L1;L2\r\nGrain;Grinds;Buys\r\n".encode())
    draft = Draft()
    read([File(str(path))], draft)
    assert list(draft.levels) == ["L1", "L2"]
    assert draft.did == ["mill.csv: rows are competencies, columns are 2 levels"]


def test_several_tables_become_one_ladder() -> None:
    draft = Draft()
    read([file(",L1,L2\nGrain,Grinds,Buys\n"), file(",L2,L3\nTalk,Sings,Hums\n", "talk.csv")], draft)
    assert (list(draft.levels), list(draft.competencies)) == (["L1", "L2", "L3"], ["grain", "talk"])
    assert [line.partition(":")[0] for line in draft.did] == ["mill.csv", "talk.csv"]


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n,;"'), max_size=8)


@FEW
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_no_cell_of_a_quoted_table_is_lost(rows: list[list[str]]) -> None:
    paper = io.StringIO()
    csv.writer(paper, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["a", "b", "c", "d", "e"], *rows])
    found = "".join(cell for row in grid_of(file(paper.getvalue())).rows for cell in row)
    assert all(cell in found for row in rows if any(one.strip() for one in row) for cell in row)


@FEW
@given(st.text(st.sampled_from("ab,;\t\n\"' -L1")), st.booleans())
def test_any_text_is_read_without_a_fault(text: str, transpose: bool) -> None:
    draft = Draft()
    read([file(text, "a.txt")], draft, transpose=transpose)
    assert len(draft.did) == 1
