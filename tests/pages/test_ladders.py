"""The ladders on the shelf, laid out."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ladder.pages.ladders import page, sheet
from ladder.questions.ladders import Shelf, Standing
from ladder.render import Printable, render
from pages.reading import assert_tidy, cells, commands, headings, labels, notes, tables
from pages.rules import assert_fits, assert_shown_as_text
from render.documents import FEW_HOSTILE
from render.papers import PAPERS

BUNDLED = Standing("industry", "The ladder", "/lib/data", "bundled", True, "2026.11", 7, 6, 9, "")
ACME = Standing("acme", "Acme's ladder", "/home/me/acme", "this folder", True, "", 1, 1, 3, "")
BROKEN = Standing("my mill", "", "/home/me/my mill", "LADDER_PATH", True, "", 0, 0, 0, "2 problems in the ladder")


def of(*standing: Standing) -> Printable:
    """The answer as the command hands it over."""
    answer = Shelf(standing)
    return Printable("ladders", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


def test_each_ladder_is_a_row_with_its_size_and_its_place() -> None:
    document = page(Shelf((BUNDLED, ACME)))
    assert headings(document) == [("Ladders", "")]
    (table,) = tables(document)
    assert cells(table) == [
        ["industry", "The ladder", "2026.11", "7 levels, 6 roles", "bundled: /lib/data"],
        ["acme", "Acme's ladder", None, "1 level, 1 role", "this folder: /home/me/acme"],
    ]
    assert notes(document) == []


def test_one_that_cannot_be_read_says_why_and_what_to_type() -> None:
    document = page(Shelf((BUNDLED, BROKEN)))
    (table,) = tables(document)
    assert cells(table)[1] == ["my mill", "not valid", None, None, "LADDER_PATH: /home/me/my mill"]
    assert labels(document) == ["not valid"]
    assert notes(document)[0][1].startswith("my mill: 2 problems in the ladder: ")
    assert commands(document) == ["ladder validate '/home/me/my mill'"]


def test_of_two_with_one_name_the_other_is_reached_by_its_path() -> None:
    (table,) = tables(page(Shelf((BUNDLED, ACME, ACME._replace(path="/far/acme", counts=False)))))
    assert cells(table)[1][4] == "this folder: /home/me/acme"
    assert (
        cells(table)[2][4]
        == "this folder: /far/acme; only by its path, because another ladder of this name comes first"
    )


def test_where_there_is_none_but_the_bundled_one_the_ways_to_one_are_named() -> None:
    document = page(Shelf((BUNDLED,)))
    assert labels(document) == ["none yet"]
    assert commands(document) == ["ladder init NAME", "ladder import FILE"]


def test_the_sheet_has_a_row_a_ladder() -> None:
    found = sheet(Shelf((BUNDLED, BROKEN)))
    assert_tidy(found)
    assert found.columns == Standing._fields
    assert found.rows[0] == ("industry", "The ladder", "/lib/data", "bundled", True, "2026.11", 7, 6, 9, "")


@pytest.mark.parametrize("text", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_what_a_ladder_is_called_steers_no_paper(text: str) -> None:
    odd = ACME._replace(name=text, title=text, path=f"/{text}", version=text, problem="")
    assert_shown_as_text(of(BUNDLED, odd, odd._replace(title="", problem=text)), text)


def test_the_page_looks_as_before_and_fits(snapshot: SnapshotAssertion) -> None:
    hidden = ACME._replace(path="/home/me/some/folder/of/older/ladders/acme", place="LADDER_PATH", counts=False)
    thing = of(BUNDLED, ACME, hidden, BROKEN)
    assert_fits(thing)
    assert render(thing, "terminal", width=80, colour=False) == snapshot.use_extension(PAPERS["terminal"])
