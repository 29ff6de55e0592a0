"""A level or role, laid out topic by topic."""

from typing import Any

import pytest

from ladder.model import (
    Answer,
    Archetype,
    Block,
    Cell,
    Company,
    CompanyLevel,
    Competency,
    Day,
    Faq,
    Fit,
    Level,
    Match,
    Move,
    Next,
    Placement,
    Question,
    Quip,
    Record,
    Report,
    Risk,
    Share,
    Span,
    Statement,
    Step,
    Topic,
)
from ladder.pages.show import page, sheet
from ladder.questions.show import show
from pages.reading import (
    assert_tidy,
    cells,
    cited,
    commands,
    facts,
    headings,
    items,
    labels,
    notes,
    prose,
    tables,
    text,
)
from questions.builders import a_ladder, cell, said, shares, sources, survey
from questions.test_comp import percentiles

RECORD = Record(
    ("joker",),
    ("Wind whisperer", "Sail sage"),
    ("open plan", "the roof"),
    "in kind",
    Risk(12, "Low", "Sleeps."),
    (Quip("Sacks", "Counted twice."),),
    (Quip("Bill", "Never sharp."),),
    "Nod.",
    (Quip("Self-starter", "Alone."),),
    ("Too loud",),
    (Match("Baker", 90, "Warmer."), Match("Carter", 5)),
)


def answer(level: Level, *around: Level, topics: tuple[str, ...] = (), **parts: Any) -> Any:
    known: dict[str, Any] = {
        "sources": sources(guild="survey", joker="satire", study="survey"),
        "competencies": {
            "grain": Competency("grain", "Grain", "Craft"),
            "bran": Competency("bran", "Bran", "Craft", steps=(Step("b1", "B1"),)),
            "talk": Competency("talk", "Talk", "People"),
        },
        "topics": {"hiring": Topic("hiring", "Getting hired")},
    }
    return show(a_ladder(level, *around, **{**known, **parts}), level.id, topics=topics)


def document(level: Level, *around: Level, **parts: Any) -> Any:
    return page(answer(level, *around, **parts))


def test_a_page_begins_with_what_the_level_is() -> None:
    found = document(Level("miller", "Miller", ("mill hand", "grinder"), track="ic", summary="Mills.", points=7))
    assert headings(found) == [("Miller", "ic · rank 1")]
    assert prose(found) == ["Mills."]
    assert facts(found) == {"also called": "mill hand, grinder", "points": "7"}


@pytest.mark.parametrize(("discipline", "aside"), [("wind", "Miller in wind · rank 1"), ("", "Miller · rank 1")])
def test_a_role_says_which_level_it_is_and_in_what(discipline: str, aside: str) -> None:
    ladder = a_ladder(Level("miller", "Miller"), roles=[Level("w", "Wind", level="miller", discipline=discipline)])
    assert headings(page(show(ladder, "w")))[0] == ("Wind", aside)


def test_years_carry_their_note_and_source() -> None:
    found = document(Level("m", years=Span(7, note="Never binding.", source=("guild",))))
    assert facts(found) == {"years": "7+ years · Never binding¹"}
    assert cited(found) == [("¹", "The guild")]


@pytest.mark.parametrize("summary", ["", "Mills."])
def test_of_a_bare_level_the_page_says_that_nothing_more_is_known(summary: str) -> None:
    assert labels(document(Level("m", summary=summary))) == ["none found"]


def test_a_page_with_anything_on_it_does_not_say_that_nothing_is_known() -> None:
    assert labels(document(Level("m", topics={"hiring": said("Ask")}))) == []
    assert labels(document(Level("m", aliases=("x",)))) == []


def test_expectations_stand_under_their_competency_with_group_step_and_marks() -> None:
    level = Level(
        "m",
        expects={
            "grain": cell(Statement("Buys", source=("guild",), examples=("rye",))),
            "bran": cell(step="b1", optional=True),
            "talk": cell("Talks", label="T2"),
        },
    )
    found = document(level)
    assert headings(found)[1:4] == [("Grain", "Craft"), ("Bran", "B1 · optional"), ("Talk", "T2 · People")]
    assert items(found)[0].text == "Buys¹"
    assert items(found)[0].details == ("for example: rye",)
    assert cited(found) == [("¹", "The guild")]


def test_what_is_included_from_below_is_counted() -> None:
    low = Level("low", rank=1, expects={"grain": cell("Grinds", "Sweeps")})
    found = document(Level("m", rank=2, expects={"grain": cell("Buys")}), low, cumulative=True)
    assert notes(found) == [("", "2 more from the levels below, which this one includes: ladder show m --all.")]


def test_what_is_only_included_from_below_stands_under_its_own_competency() -> None:
    low = Level("low", rank=1, expects={"talk": cell("Greets")})
    found = document(Level("m", rank=2, expects={"grain": cell("Buys")}), low, cumulative=True)
    assert [heading for heading, _ in headings(found)] == ["m", "Grain", "Talk"]
    assert notes(found)[-1] == ("", "1 more from the levels below, which this one includes: ladder show m --all.")


def test_what_is_included_from_below_is_written_out_where_all_is_asked_for() -> None:
    low = Level("low", rank=1, expects={"grain": cell("Grinds", "Sweeps")})
    ladder = a_ladder(Level("m", rank=2, expects={"grain": cell("Buys")}), low, cumulative=True)
    profile = show(ladder, "m")
    whole = page(profile, every=True)
    assert [item.text for item in items(whole)] == ["Buys", "Grinds", "Sweeps"]
    assert "--all" not in text(whole)
    assert [row[1:5] for row in sheet(profile, every=True).rows] == [
        ("expects", "grain", "", "Buys"),
        ("expects: inherited", "grain", "", "Grinds"),
        ("expects: inherited", "grain", "", "Sweeps"),
    ]
    assert [row[4] for row in sheet(profile).rows] == ["Buys"]


@pytest.mark.parametrize("one", [cell(label="T2"), cell(step="b1")])
def test_a_label_or_a_step_alone_is_shown_and_silence_is_not(one: Cell) -> None:
    found = document(Level("m", expects={"grain": cell(), "bran": one}))
    assert [heading for heading, _ in headings(found)] == ["m", "Bran"]


def test_time_shows_each_share_with_its_source_and_what_is_unstated() -> None:
    does = {**shares(milling=(50, 60), talk=20)}
    does["talk"] = does["talk"]._replace(does=said("Greets"))
    found = document(Level("m", time=does))
    assert cells(tables(found)[0]) == [
        ["Milling¹", "50–60%", "|"],
        ["Talk¹", "20%", "|"],
        ["unstated", "20–30%", None],
    ]
    assert cited(found) == [("¹", "The study")]
    assert ("Talk", "20%") in headings(found)
    assert notes(found) == [("in sum", "70–80%, as published and not scaled to 100.")]


@pytest.mark.parametrize(
    ("time", "last"),
    [({"a": (60, 100)}, "up to 40%"), ({"a": 100}, "100%"), ({"a": (80, 90), "b": (20, 30)}, "20–30%")],
)
def test_what_the_shares_leave_open_is_a_row_only_where_something_is(time: Any, last: str) -> None:
    assert cells(tables(document(Level("m", time=shares(**time))))[0])[-1][1] == last


def test_one_share_alone_has_no_sum() -> None:
    assert notes(document(Level("m", time={"a": Share(10, 20)}))) == []


REPORTS = Report(10, 10, "One hand.", ("study",)), Report(50, 60, "", ("guild",))
SPANS = Share(10, 60, reports=REPORTS, source=("study", "guild"), spans=True)


def test_what_single_people_report_is_shown_each_with_its_share_under_the_span_of_all() -> None:
    found = document(Level("m", time={"milling": Share(20, 20), "talk": SPANS}))
    assert cells(tables(found)[0]) == [
        ["Milling", "20%", "|"],
        ["Talk¹,²", "10–60%*", "|"],
        ["unstated", "80%", None],
    ]
    assert ("Talk", "10–60%") in headings(found)
    assert [(item.text, item.aside) for item in items(found)[:2]] == [
        ("One hand.¹", "10%"),
        ("the report does not say who²", "50–60%"),
    ]
    ((_, sums), (mark, words)) = notes(found)
    assert sums.startswith("20%, as published")
    assert (mark, words[:52]) == ("*", "from the lowest to the highest that anybody reports;")
    assert cited(found) == [("¹", "The study"), ("²", "The guild")]


def test_a_share_beside_reports_is_no_span_and_is_added_up() -> None:
    beside = SPANS._replace(low=30, high=40, does=said("Greets"), spans=False)
    found = document(Level("m", time={"talk": beside, "milling": Share(20, 20)}))
    assert cells(tables(found)[0])[0][1] == "30–40%"
    assert [(item.text, item.aside) for item in items(found)[:3]] == [
        ("Greets", ""),
        ("One hand.¹", "10%"),
        ("the report does not say who²", "50–60%"),
    ]
    assert notes(found) == [("in sum", "50–60%, as published and not scaled to 100.")]


def test_what_people_say_of_their_weeks_has_a_heading_of_its_own() -> None:
    found = document(Level("m", week=said("Mondays are slow.", Statement("Fridays too.", source=("guild",)))))
    assert headings(found)[1:] == [("Weeks as people report them", ""), ("Sources", "")]
    assert [item.text for item in items(found)[:2]] == ["Mondays are slow.", "Fridays too.¹"]


def test_moves_stand_by_kind_each_with_where_it_leads_and_what_is_said_of_it() -> None:
    moves = (
        Move("Stay", "stay", about=said("One may.")),
        Move("To the bakery", "exit", about=(Statement("Bread.", source=("guild",)),)),
        Move("Across", "lateral", "first miller", source=("study",)),
        Move("Alone", "lateral"),
        Move("Back to sweeping", "back", "hand"),
    )
    found = document(Level("m", moves=moves), Level("hand"), Level("first miller"))
    assert headings(found)[1:-1] == [
        ("Sideways", ""),
        ("Across", 'ladder show "first miller"'),
        ("Alone", ""),
        ("Out", ""),
        ("To the bakery", ""),
        ("Back", ""),
        ("Back to sweeping", "ladder show hand"),
        ("Staying", ""),
    ]
    assert [item.text for item in items(found)[:5]] == [
        "No more is said of it.¹",
        "No more is said of it.",
        "Bread.²",
        "No more is said of it.",
        "One may.",
    ]
    assert cited(found) == [("¹", "The study"), ("²", "The guild")]


def test_ways_to_stay_have_titles_where_there_are_several() -> None:
    found = document(
        Level("m", moves=(Move("Alone", "stay"), Move("With a hand", "stay", about=said("One is enough."))))
    )
    assert headings(found)[1:] == [("Staying", ""), ("Alone", ""), ("With a hand", "")]


@pytest.mark.parametrize(("number", "said_"), [(1, "1 question"), (2, "2 questions"), (11, "11 questions")])
def test_questions_of_fit_are_counted_with_the_command_that_asks_them(number: int, said_: str) -> None:
    question = Question("Do you mind dust?", (Answer("Yes"), Answer("No")))
    found = document(Level("first miller", fit=Fit(questions=(question,) * number)))
    assert notes(found) == [("", f'{said_} to find out: ladder fit "first miller".')]
    assert commands(found) == ['ladder fit "first miller"']
    assert "dust" not in text(found)


def test_fit_without_questions_names_no_command() -> None:
    assert commands(document(Level("m", fit=Fit(said("Early risers"))))) == []


def test_an_archetype_that_a_level_may_wear_is_named_once_however_many_days_it_has() -> None:
    block = (Block(0, 60),)
    days = Day(block, "Slow", "published", ("guild",), "monday"), Day(block, "Loud", "published", ("guild",), "friday")
    hats = {name: Archetype(name, name.capitalize(), ("m",), days=days) for name in ("rover", "guest")}
    found = document(Level("m", days=(Day(block, "A calm"), days[0]._replace(archetype="rover"))), archetypes=hats)
    assert ("Days on record", "ladder day m") in headings(found)
    assert [(item.text, item.aside) for item in items(found)[:-1]] == [
        ("A calm", "illustrative"),
        ("As rover", "published · The guild"),
        ("As guest", "published · The guild"),
    ]


def test_topics_ways_on_fit_and_questions_have_headings_of_their_own() -> None:
    level = Level(
        "m",
        topics={"hiring": said("Ask at the door")},
        next=(
            Next("top", "By building.", (2, 4), said("Built one"), said("No river"), ("guild",)),
            Next("else", years=(3,)),
            Next("there", years=(2, 2)),
        ),
        fit=Fit(said("Early risers"), said("Light sleepers")),
        faq=(Faq("Is it dusty?", "It is.", ("guild",)),),
    )
    found = document(level, Level("top", "Top miller"))
    assert [heading for heading in headings(found)[1:] if heading[0] != "Sources"] == [
        ("Getting hired", ""),
        ("On to Top miller", "2–4 years"),
        ("What shows it", ""),
        ("What stops people", ""),
        ("On to else", "3 years"),
        ("On to there", "2 years"),
        ("It may suit you if", ""),
        ("It may not suit you if", ""),
        ("Is it dusty?", ""),
    ]
    assert prose(found) == ["By building.¹", "It is.¹"]


@pytest.mark.parametrize(
    ("fit", "heading"),
    [(Fit(said("x")), "It may suit you if"), (Fit(against=said("x")), "It may not suit you if")],
)
def test_a_fit_of_one_side_has_one_heading(fit: Fit, heading: str) -> None:
    assert headings(document(Level("m", fit=fit)))[1:] == [(heading, "")]


def test_days_are_named_with_the_command_that_shows_them() -> None:
    block = (Block(0, 60),)
    level = Level("m", days=(Day(block, "A calm", "satire", ("joker",)), Day(block, on="monday"), Day(block)))
    found = document(level)
    assert ("Days on record", "ladder day m") in headings(found)
    assert [(item.text, item.aside) for item in items(found)[:3]] == [
        ("A calm", "satire · The joker"),
        ("monday", "illustrative"),
        ("illustrative", "illustrative"),
    ]


def test_a_command_names_a_level_of_several_words_as_one_would_type_it() -> None:
    found = document(Level("first miller", days=(Day((Block(0, 60),)),)))
    assert ("Days on record", 'ladder day "first miller"') in headings(found)


def test_numbers_of_sources_go_on_from_part_to_part_in_the_order_of_the_page() -> None:
    level = Level(
        "m",
        years=Span(7, source=("study",)),
        expects={"grain": cell(Statement("Buys", source=("guild", "study")))},
        time={"talk": Share(20, 30, said(Statement("Greets", source=("joker",))), ("guild",))},
        days=(Day((Block(0, 60),), "A calm", "satire", ("joker",)),),
        faq=(Faq("Dusty?", "Yes.", ("joker", "study")),),
    )
    found = document(level)
    assert facts(found)["years"] == "7+ years¹"
    assert [item.text for item in items(found)[:2]] == ["Buys²,¹", "Greets³"]
    assert cells(tables(found)[0])[0][0] == "Talk²"
    assert prose(found) == ["Yes.³,¹"]
    assert cited(found) == [("¹", "The study"), ("²", "The guild"), ("³", "The joker")]


def test_a_source_of_what_bears_no_number_is_listed_without_one() -> None:
    found = document(Level("m", days=(Day((Block(0, 60),), "A calm", "satire", ("joker",)),)))
    assert cited(found) == [("", "The joker")]


def test_pay_has_its_units_in_its_heading_and_no_heading_inside() -> None:
    pays = {"s": survey(percentiles("m", p50=9), id="s"), "t": survey(percentiles("m", p50=8), id="t")}
    found = document(Level("m"), surveys=pays)
    assert headings(found)[1:3] == [("Pay", "USD a year"), ("Sources", "")]
    pays["t"] = pays["t"]._replace(currency="EUR")
    assert ("Pay", "") in headings(document(Level("m"), surveys=pays))


def test_titles_at_companies_are_marked_as_unofficial() -> None:
    company = Company("tide", "Tidewater", levels={"T1": CompanyLevel("T1", "Stoneman", "m", "By rumour.", ("guild",))})
    found = document(Level("m"), companies={"tide": company})
    assert ("At other companies", "unofficial unless the source is the company") in headings(found)
    assert cells(tables(found)[0]) == [["Tidewater", "T1¹", "Stoneman", "By rumour."]]
    assert cited(found) == [("¹", "The guild")]


def test_who_places_a_company_s_level_elsewhere_is_said() -> None:
    rung = CompanyLevel("T1", is_="m", disagree=(Placement("low", "Paid like it.", ("guild",)),))
    found = document(Level("m"), Level("low", "Hand"), companies={"tide": Company("tide", levels={"T1": rung})})
    assert cells(tables(found)[0]) == [["tide", "T1", "–", "Others say Hand. Paid like it.¹"]]


def test_a_company_that_has_a_number_and_no_title_for_a_level_says_so_with_its_source() -> None:
    company = Company("tide", "Tidewater", levels={"T1": CompanyLevel("T1", is_="m", source=("guild",))})
    found = document(Level("m"), companies={"tide": company})
    assert cells(tables(found)[0]) == [["Tidewater", "T1¹", "–", ""]]


def test_a_file_record_is_marked_as_satire_before_anything_of_it_is_said() -> None:
    found = document(Level("m", record=RECORD))
    place = [block for block in found.blocks if getattr(block, "label", "") == "satire"]
    assert len(place) == 1
    after = found.blocks[found.blocks.index(place[0]) + 1 :]
    assert "Wind whisperer" not in str(found.blocks[: found.blocks.index(place[0])])
    assert "Wind whisperer" in str(after)
    assert ("The file record", "satire") in headings(found)


def test_a_file_record_is_told_in_full() -> None:
    found = text(document(Level("m", record=RECORD)))
    for word in (
        "Wind whisperer and Sail sage", "open plan; the roof", "in kind", "12% · Low · Sleeps.", "Nod.",
        "Counted twice.", "Never sharp.", "Alone.", "Too loud", "Baker", "match 90%", "Warmer.", "Carter", "match 5%",
    ):  # fmt: skip
        assert word in found


def test_an_empty_file_record_is_still_marked() -> None:
    assert labels(document(Level("m", record=Record()))) == ["satire"]


def test_the_sheet_has_a_row_a_statement_with_its_part() -> None:
    level = Level(
        "m",
        summary="Mills.",
        expects={"grain": cell(Statement("Buys", "b", source=("guild", "study")))},
        time={"talk": Share(20, 30, said("Greets"), ("study",))},
        topics={"hiring": said("Ask")},
        next=(Next("top", evidence=said("Built one"), obstacles=said("No river")),),
        fit=Fit(said("Early"), said("Light")),
        faq=(Faq("Dusty?", "Yes."),),
    )
    written = sheet(answer(level))
    assert_tidy(written)
    assert written.rows == (
        ("m", "summary", "", "", "Mills.", ""),
        ("m", "expects", "grain", "b", "Buys", "guild study"),
        ("m", "time", "talk", "", "20–30%", "study"),
        ("m", "time", "talk", "", "Greets", ""),
        ("m", "topics", "hiring", "", "Ask", ""),
        ("m", "next: evidence", "top", "", "Built one", ""),
        ("m", "next: obstacles", "top", "", "No river", ""),
        ("m", "fit", "for", "", "Early", ""),
        ("m", "fit", "against", "", "Light", ""),
        ("m", "faq", "Dusty?", "", "Yes.", ""),
    )


def test_the_sheet_has_weeks_moves_and_the_span_of_reports() -> None:
    level = Level(
        "m",
        time={"talk": SPANS},
        week=said(Statement("Slow.", source=("guild",))),
        moves=(Move("To the bakery", "exit", about=said("Bread.", "Cake.")),),
    )
    written = sheet(answer(level))
    assert_tidy(written)
    assert set(written.rows) >= {
        ("m", "time", "talk", "", "10–60%", "study guild"),
        ("m", "week", "", "", "Slow.", "guild"),
        ("m", "moves: exit", "To the bakery", "", "Bread.", ""),
        ("m", "moves: exit", "To the bakery", "", "Cake.", ""),
    }


def test_the_sheet_has_every_report_with_its_share() -> None:
    found = {(row[4], row[5]) for row in sheet(answer(Level("m", time={"talk": SPANS}))).rows}
    assert any("10%" in str(words) and source == "study" for words, source in found)
    assert any("50–60%" in str(words) and source == "guild" for words, source in found)


def test_the_sheet_has_a_move_of_which_no_more_is_said() -> None:
    written = sheet(answer(Level("m", moves=(Move("Across", "lateral", "m", source=("study",)),))))
    assert [row[2] for row in written.rows] == ["Across"]


def test_the_sheet_has_the_questions_of_fit() -> None:
    question = Question("Do you mind dust?", (Answer("Yes"), Answer("No")), source=("guild",))
    assert "Do you mind dust?" in str(sheet(answer(Level("m", fit=Fit(questions=(question,))))).rows)


def test_the_sheet_of_nothing_has_its_columns() -> None:
    assert sheet(answer(Level("m"))).rows == ()
    assert "text" in sheet(answer(Level("m"))).columns


def test_a_part_that_was_asked_for_alone_stands_alone() -> None:
    level = Level("m", summary="Mills.", topics={"hiring": said("Ask")}, faq=(Faq("Dusty?", "Yes."),))
    assert [heading for heading, _ in headings(page(answer(level, topics=("hiring",))))] == ["m", "Getting hired"]
