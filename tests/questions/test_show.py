"""Everything known of one level or role."""

import pytest

from ladder.model import (
    Answer,
    Archetype,
    Block,
    Company,
    CompanyLevel,
    Competency,
    Day,
    Faq,
    Fit,
    Ladder,
    Level,
    Move,
    Next,
    Question,
    Record,
    Report,
    Share,
    Source,
    Span,
    Statement,
    Topic,
    Track,
)
from ladder.questions.compare import Unstated
from ladder.questions.show import SHOWN, parts, show
from questions.builders import a_ladder, cell, said, shares, survey
from questions.test_comp import percentiles

LEVEL = Level(
    "miller",
    "Miller",
    aliases=("first hand",),
    track="ic",
    summary="Mills.",
    points=7,
    years=Span(2, source=("rolls",)),
    expects={"grain": cell(Statement("Buys", source=("guild",))), "talk": cell("Talks")},
    time=shares(milling=(50, 60)),
    week=said("Mondays are slow"),
    days=(Day((Block(0, 60, candid="Sleeps"),), "A calm", "satire", ("almanac",), "monday", "rover"),),
    topics={"hiring": said("Ask at the door"), "tools": ()},
    next=(Next("master"), Next("elsewhere")),
    moves=(Move("To the bakery", "exit", about=said("Bread")),),
    fit=Fit(said("Early risers")),
    faq=(Faq("Dusty?", "Yes."),),
    record=Record(pay="little"),
)
LADDER = a_ladder(
    Level("hand"),
    LEVEL,
    Level("master", "Master miller"),
    roles=[Level("wind", "Wind miller", level="miller", discipline="wind"), Level("sail", level="hand")],
    tracks={"ic": Track("ic", "Makers")},
    topics={name: Topic(name, title) for name, title in {"tools": "", "hiring": "Getting hired"}.items()},
    sources={name: Source(name, name, "survey") for name in ("guild", "study", "almanac", "rolls", "wages", "unused")},
    surveys={"pay": survey(percentiles("miller", p50=100), id="pay", source=("wages",))},
    companies={
        "tide": Company(
            "tide",
            "Tidewater",
            levels={"T1": CompanyLevel("T1", "Stoneman", "miller", "By rumour."), "T2": CompanyLevel("T2", is_="hand")},
        )
    },
)
ANSWERED = {
    "expects": "expects",
    "time": "time",
    "week": "week",
    "days": "days",
    "next": "next",
    "moves": "moves",
    "fit": "fit",
    "faq": "faq",
    "comp": "pay",
    "companies": "companies",
    "record": "record",
}


def test_a_level_is_shown_with_all_that_is_known_of_it() -> None:
    found = show(LADDER, "miller")
    assert (found.title, found.aliases, found.track, found.rank, found.summary, found.points) == (
        "Miller",
        ("first hand",),
        "Makers",
        2,
        "Mills.",
        7,
    )
    assert found.years == Span(2, source=("rolls",))
    assert [part.id for part in found.expects] == ["grain", "talk"]
    assert [(hours.id, hours.title) for hours in found.time] == [("milling", "Milling")]
    assert found.unstated is not None
    assert [(topic.id, topic.title) for topic in found.topics] == [("hiring", "Getting hired")]
    assert [(one.title, one.kind, one.on, one.archetype) for one in found.days] == [
        ("A calm", "satire", "monday", "rover")
    ]
    assert [onward.title for onward in found.next] == ["Master miller", "elsewhere"]
    assert found.pay is not None
    assert [(one.company_title, one.id, one.title, one.note) for one in found.companies] == [
        ("Tidewater", "T1", "Stoneman", "By rumour.")
    ]
    assert (found.week, found.moves) == (LEVEL.week, LEVEL.moves)
    assert (found.fit, found.faq, found.record) == (LEVEL.fit, LEVEL.faq, LEVEL.record)


def test_a_role_says_which_level_it_is() -> None:
    wind, sail = show(LADDER, "wind"), show(LADDER, "sail")
    assert (wind.level, wind.level_title, wind.discipline) == ("miller", "Miller", "wind")
    assert (sail.title, sail.level_title, sail.discipline) == ("sail", "hand", "")


def test_of_a_bare_level_nothing_is_made_up() -> None:
    found = show(LADDER, "hand")
    assert (found.title, found.expects, found.time, found.unstated, found.topics) == ("hand", (), (), None, ())
    assert (found.week, found.moves) == ((), ())
    assert (found.days, found.next, found.fit, found.faq, found.pay, found.record) == ((), (), None, (), None, None)


@pytest.mark.parametrize("part", SHOWN)
def test_one_part_can_be_asked_for_without_the_others(part: str) -> None:
    found = show(LADDER, "miller", topics=[part])
    assert getattr(found, ANSWERED[part])
    for name, field in ANSWERED.items():
        assert name == part or not getattr(found, field), field
    assert found.topics == ()


def test_the_days_of_the_archetypes_of_a_level_are_among_its_days() -> None:
    days = Day((Block(0, 60),), on="friday"), Day((Block(0, None),), "Roving", "published", ("guild",))
    hats = {
        "rover": Archetype("rover", levels=("miller",), days=days),
        "guest": Archetype("guest", levels=("hand",), days=days),
    }
    ladder = LADDER._replace(archetypes=hats)
    assert [(one.title, one.kind, one.on, one.archetype, one.source) for one in show(ladder, "miller").days[1:]] == [
        ("", "illustrative", "friday", "rover", ()),
        ("Roving", "published", "", "rover", ("guild",)),
    ]
    assert show(ladder, "wind").days == show(ladder, "miller").days[:1]  # it has its level's hats when asked for one
    assert show(ladder, "master").days == ()


def test_what_single_people_report_is_shown_with_its_sources_and_is_no_part_of_the_sum() -> None:
    reports = Report(10, 10, "A.", ("guild",)), Report(60, 60, "B.", ("rolls",))
    spans = Share(10, 60, source=("guild", "rolls"), reports=reports, spans=True)
    ladder = a_ladder(Level("a", time={"talk": spans, **shares(milling=20)}), sources=LADDER.sources)
    found = show(ladder, "a")
    assert {hours.id: hours.shares for hours in found.time} == {
        "talk": (spans,),
        "milling": (Share(20, 20, source=("study",)),),
    }
    assert found.unstated == Unstated(80, 80, 20, 20)
    assert {source.id for source in found.sources} == {"guild", "rolls", "study"}


def test_the_sources_of_weeks_moves_and_questions_are_cited() -> None:
    level = Level(
        "a",
        week=(Statement("Slow", source=("guild",)),),
        moves=(Move("Out", "exit", about=(Statement("Bread", source=("rolls",)),), source=("wages",)),),
        fit=Fit(questions=(Question("Why?", (Answer("A"), Answer("B")), source=("study",)),)),
    )
    ladder = a_ladder(level, sources=LADDER.sources)
    for part, cited in {"week": {"guild"}, "moves": {"rolls", "wages"}, "fit": {"study"}}.items():
        assert {source.id for source in show(ladder, "a", topics=[part]).sources} == cited


def test_a_topic_or_a_competency_can_be_asked_for_alone() -> None:
    assert [topic.id for topic in show(LADDER, "miller", topics=["hiring"]).topics] == ["hiring"]
    assert [part.id for part in show(LADDER, "miller", topics=["talk"]).expects] == ["talk"]
    assert show(LADDER, "miller", topics=["hiring", "talk"]).time == ()


def test_the_sources_are_those_of_the_parts_that_are_shown() -> None:
    assert {source.id for source in show(LADDER, "miller").sources} == {"guild", "study", "almanac", "rolls", "wages"}
    assert {source.id for source in show(LADDER, "miller", topics=["expects"]).sources} == {"guild", "rolls"}


def test_the_parts_are_topics_and_competencies_with_titles_and_those_of_every_ladder() -> None:
    known = parts(LADDER)
    assert known["hiring"] == "Getting hired"
    assert known["tools"] == "tools"
    assert known["grain"] == "Grain"
    assert set(SHOWN) < set(known)


def test_a_ladder_s_own_topic_goes_before_a_part_of_the_same_name() -> None:
    ladder = Ladder("mill", topics={"faq": Topic("faq", "Asked at the door")}, competencies={"x": Competency("x")})
    assert parts(ladder)["faq"] == "Asked at the door"
    assert parts(ladder)["x"] == "x"


def test_pay_on_a_page_about_a_level_carries_its_age() -> None:
    old = a_ladder(LEVEL, surveys={"s": survey(percentiles("miller", p50=1), published="2020-01")})
    pay = show(old, "miller", today="2026-11-20").pay
    assert pay is not None
    assert pay.rows[0].stale_months == 82
