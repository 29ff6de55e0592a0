"""A comparison, laid out."""

from typing import Any

import pytest

from ladder.document import Changes, Sheet
from ladder.model import Baseline, Competency, Ladder, Level, Report, Share, Statement, Step, Track
from ladder.pages.compare import page, sheet
from ladder.questions.compare import compare
from pages.reading import (
    assert_tidy,
    bars,
    cells,
    changes,
    cited,
    commands,
    facts,
    headings,
    labels,
    notes,
    of,
    plain,
    prose,
    tables,
    text,
)
from questions.builders import a_ladder, cell, said, shares, sources, survey
from questions.test_comp import percentiles

KNOWN = {
    "grain": Competency("grain", "Grain", "Craft"),
    "bran": Competency("bran", "Bran", "Craft"),
    "talk": Competency("talk", "Talk", "People", steps=(Step("p1", "P1"), Step("p2", "P2", said("Sings")))),
}
HAND = Level(
    "hand",
    "Hand",
    track="ic",
    summary="Grinds.",
    expects={
        "grain": cell(Statement("Grinds rye", "g", source=("book",)), "Sweeps the floor", "Greets"),
        "bran": cell("Keeps bran"),
        "talk": cell(step="p1"),
    },
    time=shares(milling=(60, 80), talk=5),
)
MILLER = Level(
    "miller",
    "Miller",
    track="ic",
    expects={
        "grain": cell(
            Statement("Grinds wheat", "g", source=("guild", "book")),
            Statement("Buys corn", optional=True),
            "Greets",
            "Sells",
        ),
        "talk": cell("Hires", step="p2"),
        "bran": cell("Keeps bran"),
    },
    time=shares(milling=(10, 30), talk=(90, 95)),
)
MASTER = Level("master", "Master", track="lead", time=shares(talk=(50, 50)))
LADDER = a_ladder(
    HAND,
    MILLER,
    MASTER,
    Level("ghost", "Ghost"),
    competencies=KNOWN,
    tracks={"ic": Track("ic", "Makers")},
    sources=sources(book="article", guild="survey", study="survey"),
    surveys={
        "pay": survey(percentiles("hand", p50=100, p75=120), percentiles("miller", p50=150), id="pay", note="Odd.")
    },
)


def answer(*names: str, ladder: Ladder = LADDER, **options: Any) -> Any:
    return compare([(ladder, name) for name in names], **options)


def document(*names: str, **options: Any) -> Any:
    return page(answer(*names, **options))


def test_a_page_begins_with_who_is_compared_and_how_far_apart_they_are() -> None:
    assert headings(document("miller", "hand"))[0] == ("Hand → Miller", "one level up · Makers track")
    assert headings(document("hand", "ghost"))[0][1] == "3 levels up · Makers track"
    assert headings(document("hand", "master"))[0][1] == "2 levels up · Makers · lead"


def test_sides_of_one_rank_stand_side_by_side() -> None:
    role = Level("wind", "Wind", level="hand")
    assert headings(document("hand", "wind", ladder=a_ladder(HAND, roles=[role])))[0][1] == "side by side · ic track"


def test_every_side_has_its_sentence_or_says_that_it_has_none() -> None:
    assert facts(document("hand", "miller")) == {"Hand": "Grinds.", "Miller": "no summary"}


def test_every_change_has_its_word_and_stands_with_what_it_was() -> None:
    assert changes(document("hand", "miller")) == [
        ("new", "", "Buys corn (optional)"),
        ("new", "", "Sells"),
        ("changes", "Grinds rye¹", "Grinds wheat²,¹"),
        ("the same", "Greets", "Greets"),
        ("not said again", "Sweeps the floor", ""),
        ("the same", "Keeps bran", "Keeps bran"),
        ("new", "", "Sings"),
        ("new", "", "Hires"),
    ]


def test_a_statement_that_stays_carries_the_sources_of_both_sides_on_both() -> None:
    low, high = Statement("Greets", "g", source=("book",)), Statement("Greets", "g", source=("guild", "book"))
    ladder = a_ladder(
        Level("a", expects={"grain": cell(low)}),
        Level("b", expects={"grain": cell(high)}),
        sources=sources(guild="survey", book="article"),
    )
    found = document("a", "b", ladder=ladder)
    assert changes(found) == [("the same", "Greets¹,²", "Greets¹,²")]
    assert cited(found) == [("¹", "The book"), ("²", "The guild")]


def test_the_names_of_the_sides_stand_over_the_first_changes_only() -> None:
    found = of(document("hand", "miller"), Changes)
    assert [(block.before, block.after) for block in found] == [("Hand", "Miller")] * 3
    assert [block.again for block in found] == [False, True, True]


def test_a_competency_says_its_group_once_and_its_steps_on_both_sides() -> None:
    assert headings(document("hand", "miller"))[1:4] == [("Grain", "Craft"), ("Bran", ""), ("Talk", "P1 → P2")]


@pytest.mark.parametrize(
    ("low", "high", "aside"),
    [
        (cell("x", label="A"), cell("y", label="A"), "A"),
        (cell("x", label="A"), cell("y"), "A → not stated"),
        (cell("x"), cell("y", label="B"), "not stated → B"),
        (None, cell("y", label="B"), "not stated → B"),
        (cell("x", label="A"), None, "A → not stated"),
    ],
)
def test_a_step_that_one_side_does_not_state_is_not_made_up(low: Any, high: Any, aside: str) -> None:
    levels = (Level(name, expects={"talk": one} if one else {}) for name, one in (("a", low), ("b", high)))
    known = {"talk": Competency("talk", "Talk")}
    assert headings(document("a", "b", ladder=a_ladder(*levels, competencies=known)))[1] == ("Talk", aside)


def test_levels_that_say_nothing_have_nothing_to_compare() -> None:
    found = notes(document("master", "ghost", only=["expects"]))
    assert found == [("nothing to compare", "neither side says what it expects.")]


def test_levels_that_say_the_same_are_not_said_to_be_silent() -> None:
    same = {"grain": cell("Grinds")}
    found = document("a", "b", ladder=a_ladder(Level("a", expects=same), Level("b", expects=same)), changes_only=True)
    assert ("no change", "every statement is the same.") in notes(found)
    assert "nothing to compare" not in labels(found)


def test_three_sides_are_two_moves_each_under_its_own_heading_with_its_count() -> None:
    found = headings(document("hand", "miller", "master"))
    assert found[0][0] == "Hand → Miller → Master"
    assert ("Hand → Miller", "4 new, 1 change, 2 the same and 1 not said again") in found
    assert ("Miller → Master", "7 not said again") in found


def test_sides_of_two_ladders_are_named_with_their_ladder() -> None:
    other = a_ladder(Level("boss", "Boss", rank=7, expects={"grain": cell("Owns")}), name="tide", competencies=KNOWN)
    found = page(compare([(LADDER, "hand"), (other, "boss")]))
    assert headings(found)[0] == ("Hand → Boss", "mill · tide")
    assert set(facts(found)) == {"Hand (mill)", "Boss (tide)"}


def test_time_is_drawn_on_one_scale_and_a_share_that_is_missing_says_so() -> None:
    (table,) = tables(document("hand", "miller", "master", only=["time"]))
    assert [plain(column.title) for column in table.columns] == ["", "Hand", "", "Miller", "", "Master", ""]
    assert cells(table) == [
        ["Milling", "60–80%", "|", "10–30%", "|", "not reported", None],
        ["Talk", "5%", "|", "90–95%", "|", "50%", "|"],
        ["unstated", "15–35%", None, "none", None, "50%", None],
    ]
    assert {column.scale for column in table.columns if column.kind == "bar"} == {(0, 100)}
    assert [bar.thick for bar in bars(table)[:2]] == [(60, 80), (10, 30)]


def test_a_side_without_time_shares_has_no_column_and_is_named() -> None:
    other = Level("mute", "Mute")
    found = document("hand", "ghost", "mute", ladder=a_ladder(HAND, Level("ghost", "Ghost"), other), only=["time"])
    (table,) = tables(found)
    assert [plain(column.title) for column in table.columns] == ["", "Hand", ""]
    assert cells(table) == [["Milling", "60–80%", "|"], ["Talk", "5%", "|"], ["unstated", "15–35%", None]]
    assert notes(found)[-1] == ("no time shares found", "Ghost and Mute; nothing is filled in.")
    assert "no time shares found" not in labels(document("hand", "miller", only=["time"]))


@pytest.mark.parametrize(
    ("time", "rest"), [({"a": (70, 100)}, "up to 30%"), ({"a": 100}, "none"), ({"a": (60, 70)}, "30–40%")]
)
def test_what_the_shares_leave_open_is_said(time: Any, rest: str) -> None:
    (table,) = tables(document("x", "y", ladder=a_ladder(Level("x", time=shares(**time)), Level("y")), only=["time"]))
    assert cells(table)[-1][1] == rest


def test_sums_of_shares_are_said_in_one_note_as_published_with_their_sources() -> None:
    both = document("hand", "master", only=["time"])
    said_ = "Hand 65–85% (The study) and Master 50% (The study), as published and not scaled to 100."
    assert notes(both) == [("in sum", said_)]
    one = document("hand", "ghost", only=["time"])
    assert notes(one) == [
        ("in sum", "Hand 65–85% (The study), as published and not scaled to 100."),
        ("no time shares found", "Ghost; nothing is filled in."),
    ]
    unsourced = a_ladder(Level("a", time={"milling": Share(5, 5)}), Level("b"))
    assert dict(notes(document("a", "b", ladder=unsourced, only=["time"])))["in sum"].startswith("a 5% (no source)")


SPANS = Share(10, 60, reports=(Report(10, 10, "A."), Report(60, 60, "B.")), source=("book",), spans=True)
SPANNING = a_ladder(
    Level("low", "Hand", time={"talk": SPANS, **shares(milling=20)}),
    Level("first miller", "Miller", time={"talk": Share(70, 80, reports=SPANS.reports), **shares(milling=60)}),
    Level("top", "Master", time=shares(talk=90, milling=5)),
    sources=sources(book="article", study="survey"),
)


def test_reports_of_single_people_are_named_as_what_they_are_with_the_command_that_tells_them() -> None:
    found = document("low", "first miller", "top", ladder=SPANNING, only=["time"])
    (table,) = tables(found)
    assert cells(table) == [
        ["Talk", "10–60%*", "|", "70–80%", "|", "90%", "|"],
        ["Milling", "20%", "|", "60%", "|", "5%", "|"],
        ["unstated", "80%", None, "none", None, "5%", None],
    ]
    said_ = dict(notes(found))
    assert said_["*"].startswith("from the lowest to the highest that anybody reports")
    assert "nobody published it as a range" in said_["*"]
    assert said_["what single people report"] == (
        'ladder show low --topic time and ladder show "first miller" --topic time.'
    )
    assert commands(found) == ["ladder show low --topic time", 'ladder show "first miller" --topic time']
    assert said_["in sum"].startswith("Hand 20% (The study), Miller")  # and not those who wrote the reports


def test_of_a_side_of_which_there_are_only_reports_the_rest_is_not_known() -> None:
    ladder = a_ladder(Level("a", time={"talk": SPANS}), Level("b", time=shares(talk=90)))
    found = document("a", "b", ladder=ladder, only=["time"])
    assert cells(tables(found)[0])[-1] == ["unstated", "not known", None, "10%", None]
    assert dict(notes(found))["in sum"].startswith("b 90%")


def test_sides_whose_shares_nobody_reports_alone_have_no_such_notes() -> None:
    assert not {"*", "what single people report"} & set(labels(document("hand", "miller")))


def test_reports_of_two_ladders_are_not_sent_to_one_of_them() -> None:
    other = a_ladder(Level("boss", "Boss", rank=7, time={"talk": SPANS}), name="tide")
    found = page(compare([(SPANNING, "low"), (other, "boss")], only=["time"]))
    assert cells(tables(found)[0])[0] == ["Talk", "10–60%*", "|", "10–60%*", "|"]
    assert "*" in labels(found)
    assert "what single people report" not in labels(found)


def test_a_span_of_reports_is_never_held_against_a_share() -> None:
    found = prose(document("low", "top", ladder=SPANNING))
    assert "Milling goes from 20% of the week to 5%." in found[0]
    assert "Talk goes" not in found[0]
    assert "Talk goes" in prose(document("first miller", "top", ladder=SPANNING))[0]


def test_where_no_side_has_time_or_pay_the_page_says_so() -> None:
    found = document("ghost", "x", ladder=a_ladder(Level("ghost"), Level("x")), only=["time", "comp"])
    assert notes(found) == [
        ("no time shares found", "ghost and x; nothing is filled in."),
        ("none found", "ghost and x; nothing is filled in."),
    ]
    assert tables(found) == []


def test_pay_has_its_units_once_and_a_side_without_any_is_named() -> None:
    found = document("hand", "master", only=["comp"])
    assert ("Pay", "USD a year") in headings(found)
    assert notes(found) == [("none found", "Master; nothing is filled in.")]


def test_pay_of_two_sides_of_one_ladder_stands_in_one_table() -> None:
    (table,) = tables(document("hand", "miller", only=["comp"]))
    assert [row[0] for row in cells(table)] == ["Hand", "Miller"]


def test_a_higher_side_that_is_paid_less_is_noted_and_not_corrected() -> None:
    odd = {"odd": survey(percentiles("hand", p50=9), percentiles("miller", p50=7), id="odd")}
    found = document("hand", "miller", ladder=a_ladder(HAND, MILLER, surveys=odd), only=["comp"])
    assert notes(found) == [("lower above", "Miller is below Hand at p50 in odd: shown as published.")]


def test_sides_of_two_ladders_have_their_pay_each_in_a_table_of_its_own() -> None:
    surveys = {"sea": survey(percentiles("boss", p50=7), id="sea")}
    other = a_ladder(Level("boss", "Boss", rank=7), Level("cook", "Cook", rank=8), name="tide", surveys=surveys)
    sides = [(LADDER, "hand"), (other, "boss"), (other, "cook")]
    found = page(compare(sides, only=["comp"]))
    assert [[row[0] for row in cells(table)] for table in tables(found)] == [["Hand"], ["Boss"]]
    assert notes(found) == [("none found", "Cook; nothing is filled in.")]


def test_pay_in_two_units_has_none_in_its_heading() -> None:
    both = {
        "a": survey(percentiles("hand", p50=1), id="a"),
        "b": survey(percentiles("miller", p50=1), id="b", currency="EUR"),
    }
    assert ("Pay", "") in headings(
        document("hand", "miller", ladder=a_ladder(HAND, MILLER, surveys=both), only=["comp"])
    )


def test_the_sum_counts_the_changes_and_says_what_moves_most() -> None:
    (found,) = prose(document("hand", "miller"))
    assert found == (
        "From Hand to Miller: 4 new, 1 change, 2 the same and 1 not said again. "
        "Milling goes from 60–80% of the week to 10–30%. "
        "Talk goes from 5% of the week to 90–95%. "
        "Median base, by The guild: from 100 to 150 USD a year."
    )


def test_a_sum_of_nothing_says_so_and_names_no_place() -> None:
    same = a_ladder(Level("a"), Level("b"))
    assert prose(document("a", "b", ladder=same)) == ["From a to b: no statement changes."]


@pytest.mark.parametrize(("higher", "held"), [("a", True), ("b", False)])
def test_medians_of_two_surveys_are_not_held_against_each_other(higher: str, held: bool) -> None:
    bands = {"a": [percentiles("hand", p50=1)], "b": []}
    bands[higher] = [*bands[higher], percentiles("miller", p50=2)]
    surveys = {name: survey(*some, id=name) for name, some in bands.items()}
    found = text(document("hand", "miller", ladder=a_ladder(HAND, MILLER, surveys=surveys)))
    assert ("median" in found.lower()) is held


def test_a_range_that_overlaps_another_s_is_not_called_a_change() -> None:
    levels = Level("a", time=shares(milling=(20, 40))), Level("b", time=shares(milling=(20, 50)))
    assert "goes from" not in text(document("a", "b", ladder=a_ladder(*levels)))


def test_sources_stand_last_and_every_number_leads_to_one() -> None:
    found = document("hand", "miller")
    assert cited(found) == [("¹", "The book"), ("²", "The guild"), ("", "The study")]
    used = set("".join(before + after for _, before, after in changes(found))) & set("¹²³⁴⁵")
    assert used == {"¹", "²"}


def test_a_baseline_is_the_same_for_everybody() -> None:
    base = Baseline({"grain": cell("Is on time")})
    levels = Level("a"), Level("b")
    ladder = a_ladder(*levels, baseline=base, competencies=KNOWN)
    assert changes(document("a", "b", ladder=ladder)) == [("the same", "Is on time", "Is on time")]


def rows(written: Sheet) -> list[dict[str, Any]]:
    assert_tidy(written)
    return [dict(zip(written.columns, row, strict=True)) for row in written.rows]


def test_the_sheet_has_a_row_a_statement_without_marks() -> None:
    found = rows(sheet(answer("hand", "miller", "master")))
    assert len(found) == 8 + 7
    assert found[0] == {
        "from": "hand",
        "to": "miller",
        "competency": "grain",
        "competency_title": "Grain",
        "change": "changes",
        "before": "Grinds rye",
        "after": "Grinds wheat",
        "source": "book guild",
    }
    assert {row["before"] for row in found if row["change"] == "new"} == {None}
    assert {row["after"] for row in found if row["change"] == "unsaid"} == {None}


def test_the_sheet_of_time_alone_has_raw_shares() -> None:
    found = rows(sheet(answer("hand", "master", only=["time"])))
    assert [(row["id"], row["activity"], row["low_percent"], row["high_percent"], row["source"]) for row in found] == [
        ("hand", "milling", 60, 80, "study"),
        ("master", "milling", None, None, ""),
        ("hand", "talk", 5, 5, "study"),
        ("master", "talk", 50, 50, "study"),
    ]


def test_in_the_sheet_a_span_of_reports_is_told_from_a_share() -> None:
    def row(share: Share) -> dict[str, Any]:
        ladder = a_ladder(Level("a", time={"talk": share}), Level("b"))
        return rows(sheet(answer("a", "b", ladder=ladder, only=["time"])))[0]

    assert row(SPANS) != row(SPANS._replace(reports=(), spans=False))


def test_the_sheet_of_pay_alone_is_that_of_pay() -> None:
    found = rows(sheet(answer("hand", "miller", only=["comp"])))
    assert [(row["id"], row["percentile"], row["amount"]) for row in found] == [
        ("hand", 50, 100),
        ("hand", 75, 120),
        ("miller", 50, 150),
    ]


def test_the_sheet_of_nothing_has_its_columns() -> None:
    assert rows(sheet(answer("master", "ghost", only=["expects"]))) == []
