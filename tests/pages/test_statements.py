"""All statements of a ladder, laid out."""

from ladder.model import Ladder, Level
from ladder.pages.statements import page, sheet
from ladder.questions.statements import Row, statements
from ladder.render.csv import render
from pages.reading import assert_tidy, cited, headings, items, notes, text
from questions.builders import a_ladder, cell
from questions.test_statements import LADDER

ANSWER = statements(LADDER)


def test_the_page_goes_level_by_level_and_competency_by_competency() -> None:
    assert headings(page(ANSWER)) == [
        ("The mill's ladder", "6 statements"),
        ("Scales", "steps that levels name"),
        ("Stone", "looks"),
        ("Stone", "Dresses"),
        ("Every level", ""),
        ("Grain", "Craft"),
        ("Hand", "hand · Of the mill"),
        ("Grain", "Coarse · optional · Craft"),
        ("miller", "miller"),
        ("Stone", "Dresses"),
        ("Wind miller", "wind · Of the mill · hand in wind"),
        ("Grain", "Craft"),
        ("tide", "tide · miller"),
        ("Sources", ""),
    ]


def test_every_statement_stands_on_the_page_with_its_examples_and_its_source() -> None:
    shown = text(page(ANSWER))
    for row in ANSWER.rows:
        assert row.statement in shown
    (grinds,) = [item for item in items(page(ANSWER)) if str(item.text).startswith("Grinds")]
    assert grinds.details == ("for example: rye", "seen in: dust", "https://mill.example")
    assert grinds.aside == "hand, optional"
    assert cited(page(ANSWER)) == [("¹", "The guild")]


def test_a_level_or_cell_that_says_nothing_is_said_to() -> None:
    document = page(statements(a_ladder(Level("hand"), Level("miller", expects={"grain": cell()}))))
    assert [note for note in notes(document) if note[1] == "it has no statements."] == [
        ("none found", "it has no statements."),
        ("none found", "it has no statements."),
    ]


def test_a_ladder_without_statements_says_so() -> None:
    assert notes(page(statements(Ladder("void", "The void")))) == [("none found", "the ladder has no statements yet.")]


def test_the_sheet_has_a_row_a_statement_and_is_tidy() -> None:
    written = sheet(ANSWER)
    assert_tidy(written)
    assert written.columns == Row._fields
    assert len(written.rows) == len(ANSWER.rows)


def test_several_texts_stand_on_lines_of_one_cell_further_lines_of_one_indented() -> None:
    row = Row("level", "a", examples=("one", "two\nand more"))
    cells = dict(zip(Row._fields, sheet(ANSWER._replace(rows=(row,))).rows[0], strict=True))
    assert cells["examples"] == "one\ntwo\n  and more"
    assert (cells["tags"], cells["rank"], cells["optional"]) == ("", None, False)


def test_the_table_on_paper_is_one_line_a_short_statement() -> None:
    lines = render(sheet(ANSWER)).splitlines()
    assert len(lines) == 1 + len(ANSWER.rows)
    assert lines[0].startswith("part,level,level_title,track,")
