"""Who says so, laid out."""

import pytest

from ladder.model import Ladder, Level, Statement
from ladder.pages.sources import KINDS, page, sheet
from ladder.questions.sources import sources
from ladder.render import Printable
from pages.bundled import ours
from pages.reading import assert_tidy, cells, commands, facts, headings, items, labels, plain, tables
from pages.rules import assert_shown_as_text
from questions.builders import a_ladder, cell
from questions.builders import sources as named
from render.documents import FEW_HOSTILE

LADDER = a_ladder(
    Level("low", "Low", expects={"grain": cell(Statement("Tells wheat from rye.", source=("guild",)))}),
    Level("high", "High", summary="Jokes.", source=("joker",)),
    sources={
        **named(guild="survey", joker="satire", idle="article"),
        "guild": named(guild="survey")["guild"]._replace(publisher="The mill", published="2025-03", note="All of it."),
    },
)


def test_sources_are_tables_by_kind_with_publisher_date_and_count() -> None:
    document = page(sources(LADDER))
    assert headings(document) == [
        ("Sources: The mill's ladder", "3 sources"),
        ("Surveys", "1 source"),
        ("Satire", "1 source"),
        ("Not cited", "1 source"),
    ]
    assert [cells(table) for table in tables(document)] == [
        [["guild", "The guild", "The mill", "2025-03", "1"]],
        [["joker", "The joker", None, "undated", "1"]],
        [["idle", "The idle", None, "undated", "0"]],
    ]
    assert commands(document) == ["ladder sources ID"]


def test_one_source_is_shown_with_all_that_is_known_of_it_and_all_that_rests_on_it() -> None:
    document = page(sources(LADDER, "guild"))
    assert facts(document) == {
        "id": "guild",
        "kind": "survey",
        "publisher": "The mill",
        "published": "2025-03",
        "note": "All of it.",
    }
    assert headings(document) == [("The guild", "1 claim"), ("Low", "1 claim"), ("What is expected", "")]
    assert [(plain(item.text), item.aside) for item in items(document)] == [("Tells wheat from rye.", "Grain")]


def test_a_satirical_source_is_marked_and_all_that_rests_on_it() -> None:
    document = page(sources(LADDER, "joker"))
    assert labels(document) == ["satire"]
    assert ("High", "satire · 1 claim") in headings(document)


def test_what_carries_nothing_says_so() -> None:
    assert labels(page(sources(LADDER, "idle"))) == ["none found"]
    assert labels(page(sources(Ladder("void")))) == ["none found"]


def test_every_kind_of_source_has_a_heading() -> None:
    assert {source.kind for source in ours().sources.values()} <= KINDS.keys()


def test_the_sheets_are_a_row_a_source_and_a_row_a_claim() -> None:
    every, one = sheet(sources(LADDER)), sheet(sources(LADDER, "guild"))
    assert_tidy(every)
    assert_tidy(one)
    assert [row[0] for row in every.rows] == ["guild", "joker", "idle"]
    assert dict(zip(every.columns, every.rows[0], strict=True))["note"] == "All of it."
    assert one.rows == (("guild", "low", "Low", "expects", "grain", "Grain", "Tells wheat from rye.", False),)


@pytest.mark.parametrize("text", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    source = named(guild="survey")["guild"]._replace(title=text, publisher=text, note=text)
    ladder = a_ladder(Level("low", text, summary=text, source=("guild",)), sources={"guild": source})
    for answer in (sources(ladder), sources(ladder, "guild")):
        thing = Printable("sources", answer, lambda *_, **__: page(answer), lambda: sheet(answer))  # noqa: B023
        assert_shown_as_text(thing, text)
