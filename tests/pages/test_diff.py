"""What changed between two versions of a ladder, laid out."""

from typing import Any

import pytest

from ladder.document import Changes, Document, Sheet
from ladder.model import (
    Answer,
    Band,
    Block,
    Cell,
    Competency,
    Day,
    Faq,
    Fit,
    Ladder,
    Level,
    Match,
    Next,
    Period,
    Placement,
    Question,
    Quip,
    Report,
    Risk,
    Share,
    Span,
    Statement,
    Track,
)
from ladder.pages.diff import page, sheet
from ladder.pages.values import said, with_details
from ladder.questions.diff import diff
from ladder.render import Printable
from ladders import SMALL, read, write_all
from pages.reading import changes, cited, facts, headings, items, notes, of, plain, text
from pages.rules import (
    assert_every_format_renders,
    assert_fits,
    assert_shown_as_text,
    empty_headings,
)
from questions.builders import a_ladder, cell, shares, sources, survey
from questions.every_field import EVERYTHING

HAND = Level("hand", "Hand", summary="Grinds.", expects={"grain": cell("Grinds fine rye", "Sweeps", "Sings")})
MILLER = Level("miller", "Miller", expects={"grain": cell("Buys wheat")})
OLD = a_ladder(HAND, MILLER, sources=sources(guild="survey"), version="1")


def changed(**keys: Any) -> Ladder:
    """The ladder with other keys of its first level."""
    return OLD._replace(levels={**OLD.levels, "hand": OLD.levels["hand"]._replace(**keys)}, sources=OLD.sources)


def document(after: Ladder, before: Ladder = OLD, only: tuple[str, ...] = ()) -> Document:
    return page(diff(before, after, only=only))


def printable(before: Ladder, after: Ladder) -> Printable:
    answer = diff(before, after)
    return Printable("diff", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


def test_a_page_begins_with_the_two_and_how_much_differs() -> None:
    after = a_ladder(
        HAND._replace(expects={"grain": cell("Grinds fine wheat", "Sings", "Greets")}),
        Level("boss", "Boss"),
        MILLER._replace(title="Stoneman"),
        version="1",
        sources=OLD.sources,
    )
    found = document(after._replace(name="mill@new"))
    assert headings(found)[0] == ("What changed in The mill's ladder", "mill → mill@new")
    assert facts(found) == {
        "Levels": "1 added, 1 renamed, 1 changed",
        "Statements": "1 added, 1 removed, 1 reworded, 2 kept",
    }


@pytest.mark.parametrize(
    ("keys", "title", "aside"),
    [
        ({"version": "2"}, "What changed in The mill's ladder", "mill 1 → mill 2"),
        ({}, "What changed in The mill's ladder", "before → after"),
        ({"title": "Mills"}, "From The mill's ladder to Mills", "before → after"),
        ({"name": "tide"}, "What changed in The mill's ladder", "mill → tide"),
        ({"name": "tide", "version": ""}, "What changed in The mill's ladder", "mill 1 → tide"),
    ],
)
def test_the_two_versions_can_be_told_apart(keys: dict[str, str], title: str, aside: str) -> None:
    after = OLD._replace(about="New.")._replace(**keys)  # type: ignore[arg-type]
    assert headings(document(after))[0] == (title, aside)


def test_where_nothing_differs_the_page_says_so() -> None:
    found = document(OLD)
    assert notes(found) == [("nothing differs", "the two say the same, in 4 statements.")]
    assert len(found.blocks) == 2
    narrowed = document(changed(summary="New."), only=("comp", "grain"))
    assert notes(narrowed) == [("nothing differs", "the two say the same in comp and grain, in 4 statements.")]
    assert notes(document(a_ladder(Level("a")), a_ladder(Level("a")))) == [("nothing differs", "the two say the same.")]


def test_statements_stand_side_by_side_with_what_they_were() -> None:
    after = changed(expects={"grain": cell("Greets", "Grinds fine wheat", "Sings")})
    assert changes(document(after)) == [
        ("reworded", "Grinds fine rye", "Grinds fine wheat"),
        ("removed", "Sweeps", ""),
        ("added", "", "Greets"),
    ]
    assert [(block.before, block.after) for block in of(document(after), Changes)] == [("before", "after")]
    assert ("Hand", "level · changed") in headings(document(after))
    assert ("Grain", "") in headings(document(after))


def test_a_statement_of_which_only_something_beside_the_text_changed_says_what() -> None:
    after = changed(expects={"grain": cell(Statement("Grinds fine rye", optional=True), "Sweeps", "Sings")})
    assert changes(document(after)) == [
        ("changed", "Grinds fine rye (optional: no)", "Grinds fine rye (optional: yes)")
    ]


def test_a_statement_that_moved_says_from_where() -> None:
    after = changed(expects={"grain": cell("Grinds fine rye", "Sweeps"), "talk": cell("Sings")})
    assert changes(document(after, changed())) == [("moved", "", "Sings (from Grain)")]


def test_statements_have_their_sources_and_no_others_are_listed() -> None:
    after = changed(expects={"grain": cell(*HAND.expects["grain"].statements, Statement("Greets", source=("guild",)))})
    found = document(after)
    assert changes(found) == [("added", "", "Greets¹")]
    assert cited(found) == [("¹", "The guild")]


def test_a_short_value_stands_beside_what_it_was_and_a_long_one_side_by_side() -> None:
    assert facts(document(changed(summary="Mills.")))["Summary"] == "Grinds. → Mills."
    assert facts(document(changed(points=3.0)))["Points"] == "not stated → 3"
    assert facts(document(changed(summary="")))["Summary"] == "Grinds. → not stated"
    long = "Grinds what is brought to the mill, early and late, and keeps the stones in order."
    assert changes(document(changed(summary=long))) == [("changed", "Grinds.", long)]


def test_a_level_with_a_new_name_says_the_former_one() -> None:
    assert ("Grinder", "level · renamed from Hand") in headings(document(changed(title="Grinder")))
    other = a_ladder(HAND._replace(id="h1"), MILLER, version="1", sources=OLD.sources)
    found = document(other)
    assert ("Hand", "level · renamed from hand") in headings(found)
    assert facts(found)["Id"] == "hand → h1"


def test_a_level_that_came_is_shown_with_what_it_says_and_no_second_column() -> None:
    boss = Level("boss", "Boss", summary="Owns.", expects={"grain": Cell((Statement("Sells"),), step="most")})
    after = a_ladder(HAND, MILLER, boss, version="1", sources=OLD.sources)
    for found in (document(after), document(OLD, after)):
        assert of(found, Changes) == []
        assert facts(found)["Summary"] == "Owns."
        assert facts(found)["Step"] == "most"
        assert [plain(item.text) for item in items(found)] == ["Sells"]
    assert ("Boss", "level · added") in headings(document(after))
    assert ("Boss", "level · removed") in headings(document(OLD, after))


def test_a_level_that_moved_says_from_which_place_to_which() -> None:
    def ladder(*names: str) -> Ladder:
        return a_ladder(*(Level(name, name.upper()) for name in names))

    found = document(ladder("b", "c", "a"), ladder("a", "b", "c"))
    assert ("A", "level · moved") in headings(found)
    assert facts(found)["Place in the order"] == "1 → 3"


def test_small_things_are_a_list_with_what_changed_in_each() -> None:
    before = OLD._replace(tracks={"ic": Track("ic", "Makers"), "gone": Track("gone", "Gone")})
    after = OLD._replace(tracks={"ic": Track("ic", "Makers", "They mill."), "new": Track("new", "Leads", "They lead.")})
    found = document(after, before)
    assert ("Tracks", "1 added, 1 removed, 1 changed") in headings(found)
    assert [(item.mark, item.text, item.aside, item.details) for item in items(found)] == [
        ("~", "Makers", "changed", ("About: not stated → They mill.",)),
        ("+", "Leads", "added", ("About: They lead.",)),
        ("−", "Gone", "removed", ()),
    ]


def test_the_week_stands_as_a_list_of_activities() -> None:
    after = changed(time={**shares(milling=(30, 40)), "talk": Share(5, 10, spans=True)})
    found = document(after)
    assert facts(found)["milling"] == "not stated → 30–40%"
    assert facts(found)["talk"] == "not stated → 5–10%*"
    assert [heading for heading, _ in headings(found)].count("Where the time goes") == 1


def test_a_way_on_has_its_evidence_under_its_own_heading() -> None:
    after = changed(next=(Next("miller", years=(2, 4), evidence=(Statement("Needs no help"),)),))
    found = document(after)
    assert facts(found)["Years"] == "not stated → 2, 4"
    assert ("What comes next · Miller · evidence", "") in headings(found)
    assert changes(found) == [("added", "", "Needs no help")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Block(570, 600, "Stand-up", "talk"), "09:30–10:00 Stand-up (activity: talk)"),
        (Block(570), "from 09:30"),
        (Span(2, 4, "Some say more."), "2–4 years (note: Some say more.)"),
        (Report(20, 20, "In winter.", ("guild",)), "20% In winter. (source: guild)"),
        (Share(5, 10), "5–10%"),
        (Risk(12, "Low", "Stays."), "12% Low (candid: Stays.)"),
        (Match("Sailor", 91), "Sailor 91%"),
        (Quip("Turns", "Nobody counts."), "Turns: Nobody counts."),
        (Faq("Is it dusty?", "It is."), "Is it dusty? It is."),
        (Answer("Yes", "for", "Loud."), "Yes (leans: for; why: Loud.)"),
        (Placement("master", "Paid as one."), "master (note: Paid as one.)"),
        (Period("2025-01"), "2025-01 to not stated"),
        (Band("hand", n=1200, percentiles={50: 36000, 25: 30000.5}), "hand: p25 30,000.5, p50 36,000 (n: 1,200)"),
        (Band(about="All", range=(1, 2)), "All: 1–2"),
        (Band("hand", segment="wind", mean=41000), "hand, wind: mean 41,000"),
        (Cell(), ""),
        (1234567, "1,234,567"),
        (0.5, "0.5"),
        (("a", "b"), "a, b"),
        (False, "no"),
        ({25: 1}, "25: 1"),
        (Statement("Grinds"), "Grinds"),
    ],
)
def test_a_value_is_read_as_a_person_would_write_it(value: Any, text: str) -> None:
    assert said(value) == text


def test_beside_its_other_version_a_statement_shows_what_differs_and_alone_what_it_has() -> None:
    one = Statement("Grinds", "g", ("Rye.", "Wheat."), ("Flour.",), ("https://x",), ("craft",), True, ("guild",))
    other = Statement("Grinds")
    assert with_details(one, None) == (
        "Grinds (optional: yes; example: Rye.; example: Wheat.; signal: Flour.; link: https://x; tags: craft)"
    )
    assert with_details(other, None) == "Grinds"
    assert with_details(other, one) == (
        "Grinds (optional: no; examples: none; signals: none; links: none; tags: none; id: none; source: none)"
    )
    assert with_details(one, one._replace(id="h")) == "Grinds (id: g)"


def test_the_sheet_has_a_row_a_change_with_raw_numbers() -> None:
    after = changed(points=3.0, expects={"grain": cell("Grinds fine wheat", "Sweeps", "Sings", "Greets")})
    boss = Level("boss", "Boss")
    after = after._replace(order=(*after.order, "boss"), levels={**after.levels, "boss": boss})
    named = ("level", "hand", "Hand", None)
    assert sheet(diff(OLD, after)) == Sheet(
        ("what", "id", "title", "was", "part", "about", "key", "change", "before", "after"),
        (
            (*named, "points", None, None, "added", None, 3.0),
            (*named, "expects", "grain", None, "reworded", "Grinds fine rye", "Grinds fine wheat"),
            (*named, "expects", "grain", None, "added", None, "Greets"),
            ("level", "boss", "Boss", None, None, None, None, "added", None, "Boss"),
        ),
    )


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ladder, Ladder]:
    """Two ladders of which much differs, in almost every field."""
    folder = tmp_path_factory.mktemp("shelf")
    poor = {name: part for name, part in SMALL.items() if name not in ("levels/foreman.yaml", "comp/guild.yaml")}
    poor["ladder.yaml"] = poor["ladder.yaml"].replace("foreman, ", "").replace("group: Craft", "group: Work")
    poor["levels/senior-miller.yaml"] = (
        poor["levels/senior-miller.yaml"].replace(", {to: foreman}", "").replace("Buys the right wheat", "Buys wheat")
    )
    return read(write_all(folder / "mill", poor)), read(write_all(folder / "new", EVERYTHING))


def test_whole_ladders_fit_on_every_paper(versions: tuple[Ladder, Ladder]) -> None:
    old, new = versions
    for thing in (printable(old, new), printable(new, old), printable(a_ladder(), new)):
        assert_every_format_renders(thing)
        assert_fits(thing, (20, 59, 60, 120))
        assert empty_headings(thing.page()) == []
        for sign in ("None", "()", "('", "[]", "{", "Statement("):
            assert sign not in text(thing.page())


@pytest.mark.parametrize("hostile", ["\x1b[31m[bold]x[/] <script> \u202e", "=1+1|A", "| a\n# b", "`ladder`"])
def test_a_text_from_a_file_is_shown_as_text(hostile: str) -> None:
    level = Level(
        "a",
        hostile,
        summary=hostile,
        expects={"grain": Cell((Statement(hostile, tags=(hostile,)),), hostile)},
        topics={},
        days=(Day((Block(0, 60, hostile),), hostile),),
        fit=Fit(questions=(Question(hostile, (Answer(hostile),)),)),
    )
    after = a_ladder(level, competencies={"grain": Competency("grain", hostile)}, surveys={"s": survey(id="s")})
    for thing in (printable(a_ladder(Level("a")), after), printable(a_ladder(), after), printable(after, a_ladder())):
        assert_shown_as_text(thing, hostile)
