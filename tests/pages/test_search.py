"""What a search found, laid out."""

import pytest

from ladder import api
from ladder.document import Item, Items, Link, Span, Thing, parts
from ladder.model import Block, Day, Ladder, Level, Record
from ladder.pages.search import page, sheet, where
from ladder.questions.search import Findings, query, search
from ladder.render import Printable
from pages.bundled import ours
from pages.reading import assert_tidy, cited, commands, headings, items, notes, of, plain
from pages.rules import assert_shown_as_text
from questions.builders import a_ladder, cell, sources
from render.documents import FEW_HOSTILE

LADDER = a_ladder(
    Level(
        "low",
        "Low",
        aliases=("novice",),
        source=("guild",),
        summary="Reviews nothing.",
        expects={"design": cell("Reviews designs")},
    ),
    Level(
        "high",
        "High",
        expects={"design": cell("Designs what others review")},
        days=(Day((Block(540, 600, "Review"),), "A Monday", "satire", ("joker",)),),
        record=Record(("joker",), habitat=("Design review boards",)),
    ),
    sources=sources(guild="survey", joker="satire"),
)


def found(
    *words: str, ladder: Ladder = LADDER, roles: tuple[str, ...] = (), limit: int = 20, unread: int = 0
) -> Findings:
    return search(ladder, query(words), roles=roles or None, limit=limit, unread=unread)


def item(text: str, *words: str, roles: tuple[str, ...] = ()) -> Item:
    (one,) = [one for one in items(page(found(*words, roles=roles))) if plain(one.text).rstrip("¹²") == text]
    return one


def test_each_hit_is_an_item_with_the_words_that_were_found_marked() -> None:
    (block,) = of(page(found("design", "review")), Items)
    (one,) = [hit for hit in block.items if plain(hit.text) == "Reviews designs"]
    assert one.text == (Span("Reviews", "strong"), Span(" "), Span("designs", "strong"))
    assert one.aside == (Link("Low", Thing("role", "low")), Span(" · Design"))
    assert item("Reviews designs", "design", "review").aside == "Low · Design"


def test_words_without_a_space_between_them_are_marked_as_one() -> None:
    ladder = a_ladder(Level("low", "Low", summary="Reads levels.fyi, and levels fyi."))
    (one,) = [item for block in of(page(found("levels.fyi", ladder=ladder)), Items) for item in block.items]
    assert [span.text for span in parts(one.text) if isinstance(span, Span) and span.tone == "strong"] == [
        "levels.fyi",
        "levels",
        "fyi",
    ]


def test_sources_are_footnotes() -> None:
    document = page(found("reviews nothing", limit=1))
    assert plain(items(document)[0].text) == "Reviews nothing.¹"
    assert cited(document) == [("¹", "The guild")]


def test_satire_is_marked_beside_every_hit_that_is_satire() -> None:
    asides = [one.aside for one in items(page(found("review"))) if "satire" in one.aside]
    assert asides[:2] == [
        "satire · High · Days on record · A Monday, 09:00–10:00",
        "satire · High · The file record · Habitat",
    ]


def test_names_say_whose_they_are() -> None:
    assert item("Low", "low").aside == "title of low"
    assert item("novice", "novice").aside == "Low · alias"
    assert item("Reviews nothing.", "nothing").aside == "Low · In one line"


def test_asked_of_one_role_alone_its_title_stands_in_the_heading_and_not_on_every_line() -> None:
    assert headings(page(found("review", roles=("low",))))[0] == ("review", "Low · 2 hits")
    assert item("Reviews designs", "review", roles=("low",)).aside == "Design"
    assert headings(page(found("design")))[0][1] == "4 hits"


def test_what_is_not_shown_is_counted_with_the_option_that_shows_it() -> None:
    document = page(found("review", limit=1, unread=7))
    assert headings(document)[0] == ("review", "1 of 5 hits")
    assert commands(document) == ["--limit 5", "--limit 8"]
    assert notes(document)[1][0] == "not searched"
    assert "7 more levels and roles" in notes(document)[1][1]


def test_a_word_that_stands_nowhere_is_named() -> None:
    assert ("in no hit", "coffee.") in notes(page(found("review", "coffee")))


def test_nothing_found_says_so() -> None:
    assert notes(page(found("coffee"))) == [("none found", "no statement has any of these words.")]


def test_the_sheet_has_a_row_a_hit() -> None:
    answer = found("review")
    written = sheet(answer)
    assert_tidy(written)
    assert len(written.rows) == len(answer.hits)
    assert [row[:6] for row in written.rows] == [hit[:6] for hit in answer.hits]
    assert {row[6] for row in written.rows} == {"", "guild", "joker"}


@pytest.mark.parametrize("text", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    answer = found("review", ladder=a_ladder(Level("low", text, expects={"x": cell(f"review {text}")})))
    assert answer.total == 1
    assert_shown_as_text(Printable("search", answer, lambda *_, **__: page(answer), lambda: sheet(answer)), text)


@pytest.mark.parametrize("words", ["mentoring", "design review", "remote", "staff", "drift"])
def test_the_bundled_ladder_has_an_answer_with_a_place_for_every_hit(words: str) -> None:
    answer = api.search(words, ladder=ours())
    assert answer.hits
    assert all(where(hit) for hit in answer.hits)
    assert {name for hit in answer.hits for name in hit.source} == {source.id for source in answer.sources}
