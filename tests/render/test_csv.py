"""A table for spreadsheets in which no text is a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.document import Sheet
from ladder.render.csv import render
from ladder.render.text import printable
from render.documents import HOSTILE, SHEET

RUN = ("=", "+", "-", "@")


def runs(text: str) -> bool:
    """Whether a spreadsheet would run it, or would without the quotes before it."""
    return text.lstrip("'").lstrip().startswith(RUN)


def back(text: str) -> list[list[str]]:
    """The table as a program reads it."""
    return list(csv.reader(StringIO(text, newline="")))


def cell(value: str | float | bool | None) -> str:
    ((_, found),) = back(render(Sheet(("before", "value"), (("x", value),))))[1:]
    return found


@given(st.one_of(st.text(), st.text("=+-@ \t\n'\"|,;a\u00a0", max_size=8)))
def test_a_text_comes_back_whole_and_never_as_a_formula(text: str) -> None:
    found = cell(text)
    assert found in (printable(text), "'" + printable(text))
    assert not found.lstrip().startswith(RUN)
    assert (found != printable(text)) == runs(printable(text))


@given(st.text("=+-@' a\n", max_size=6))
def test_one_quote_less_before_what_would_run_is_the_text_again(text: str) -> None:
    found = cell(text)
    assert (found[1:] if found.startswith("'") and runs(found) else found) == printable(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    rows = back(render(Sheet(("a", "b", "c"), ((text, text, 1), ("x", text, None)))))
    assert [len(row) for row in rows] == [3, 3, 3]
    assert rows[1][0] == rows[1][1] == rows[2][1]
    assert printable(text) in rows[1][0]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (222_000, "222000"),
        (222_000.0, "222000"),
        (-5, "-5"),
        (33.3333333, "33.3333"),
        (0.5, "0.5"),
        (10**12, "1000000000000"),
    ],
)
def test_figures_are_raw_numbers_and_what_is_missing_is_empty(value: float | bool | None, written: str) -> None:
    assert cell(value) == written


def test_a_sheet_is_one_header_and_one_row_an_observation() -> None:
    rows = back(render(SHEET))
    assert rows[0] == list(SHEET.columns)
    assert rows[1:] == [
        ["hand", "Grinds, and\nsweeps", "18000", "true"],
        ["miller", 'Says "no"', "0.3333", "false"],
        ["", "", "7", ""],
    ]


def test_rows_end_as_pipes_expect() -> None:
    assert "\r" not in render(SHEET)
