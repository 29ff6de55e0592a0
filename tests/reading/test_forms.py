"""Every way in which the format lets a thing be said, and the rules that span several keys."""

from pathlib import Path

import pytest

from ladder.model import (
    Answer,
    Block,
    Cell,
    Faq,
    Fit,
    Level,
    Match,
    Move,
    Next,
    Question,
    Quip,
    Report,
    Risk,
    Share,
    Span,
    Statement,
)
from ladders import lines_of, problems_of, read, with_level

HOUSE = ("house",)
ROLLS = ("rolls",)


def said(text: str) -> Statement:
    """A statement that says no more than its text."""
    return Statement(text, source=HOUSE)


def miller(folder: Path, text: str) -> Level:
    """The level of a file with this text."""
    return read(with_level(folder, text)).levels["miller"]


@pytest.mark.parametrize(
    ("written", "statements"),
    [
        ("[Grinds rye.]", (said("Grinds rye."),)),
        ("Grinds rye.", (said("Grinds rye."),)),
        ("[A., B.]", (said("A."), said("B."))),
        ("{text: Grinds rye.}", (said("Grinds rye."),)),
        ("", ()),
        ("[]", ()),
        (
            "[{text: T, id: i, examples: [e], signals: s, links: [l], tags: [t, u], optional: true, source: rolls}]",
            (Statement("T", "i", ("e",), ("s",), ("l",), ("t", "u"), True, ("rolls",)),),
        ),
        ("[{text: T, source: [rolls, house]}]", (Statement("T", source=("rolls", "house")),)),
        ("[{text: T, x-author: me}]", (said("T"),)),
    ],
)
def test_statements_are_text_or_mappings_alone_or_in_a_list(
    tmp_path: Path, written: str, statements: tuple[Statement, ...]
) -> None:
    assert miller(tmp_path, f"topics: {{hiring: {written}}}").topics["hiring"] == statements


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("{stones: dresses}", Cell(step="dresses")),
        ("{stones: [Hears a stone.]}", Cell((said("Hears a stone."),))),
        ("{stones: }", Cell()),
        ("{bins: turns}", Cell((said("turns"),))),
        ("{grain: Tells wheat from rye.}", Cell((said("Tells wheat from rye."),))),
        ("{grain: [A., {text: B.}]}", Cell((said("A."), said("B.")))),
        ("{grain: }", Cell()),
        ("{stones: {step: turns, optional: true}}", Cell(step="turns", optional=True)),
        (
            "{stones: {step: turns, label: Slow, statements: [A.]}}",
            Cell((said("A."),), step="turns", label="Slow"),
        ),
        ("{grain: {statements: A., label: Some}}", Cell((said("A."),), label="Some")),
    ],
)
def test_a_cell_is_a_step_or_statements_or_a_mapping_of_both(tmp_path: Path, written: str, cell: Cell) -> None:
    assert list(miller(tmp_path, f"expects: {written}").expects.values()) == [cell]


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("30", Share(30, 30, source=HOUSE)),
        ("7.5", Share(7.5, 7.5, source=HOUSE)),
        ("[30, 40]", Share(30, 40, source=HOUSE)),
        ("[30]", Share(30, 30, source=HOUSE)),
        ("0", Share(0, 0, source=HOUSE)),
        ("{share: 100}", Share(100, 100, source=HOUSE)),
        (
            "{share: [5, 10], does: [Grinds.], source: rolls}",
            Share(5, 10, (Statement("Grinds.", source=ROLLS),), ROLLS),
        ),
        ("{does: [Grinds.], share: 5}", Share(5, 5, (said("Grinds."),), HOUSE)),
    ],
)
def test_a_share_is_a_number_a_range_or_a_mapping(tmp_path: Path, written: str, share: Share) -> None:
    assert miller(tmp_path, f"time: {{milling: {written}}}").time == {"milling": share}


ONE, TWO = Report(20, 20, "One hand.", ROLLS), Report(30, 50, source=HOUSE)


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("{reports: [{share: 20, text: One hand., source: rolls}, {share: [30, 50]}]}", ((20, 50), (ONE, TWO))),
        ("{reports: [{share: [30, 50]}, {share: 20, text: One hand., source: rolls}]}", ((20, 50), (TWO, ONE))),
        ("{reports: {share: [30, 50]}}", ((30, 50), (TWO,))),
        ("{reports: [{share: [10, 90]}, {share: [30, 50]}]}", ((10, 90), (Report(10, 90, source=HOUSE), TWO))),
        (
            "{reports: [{share: 0}, {share: 100}]}",
            ((0, 100), (Report(0, 0, source=HOUSE), Report(100, 100, "", HOUSE))),
        ),
    ],
)
def test_reports_alone_span_from_the_lowest_to_the_highest_of_them_and_are_who_says_so(
    tmp_path: Path, written: str, share: tuple[tuple[float, float], tuple[Report, ...]]
) -> None:
    (low, high), reports = share
    found = miller(tmp_path, f"time: {{milling: {written}}}").time["milling"]
    assert (found.low, found.high, found.spans, found.reports) == (low, high, True, reports)
    assert found.source == tuple(dict.fromkeys(name for one in reports for name in one.source))


def test_reports_without_a_source_have_that_of_their_share_which_then_has_it_from_them(tmp_path: Path) -> None:
    written = "{does: [Grinds.], reports: [{share: 20}, {share: 30}], source: rolls}"
    reports = (Report(20, 20, source=ROLLS), Report(30, 30, source=ROLLS))
    assert miller(tmp_path, f"time: {{milling: {written}}}").time["milling"] == Share(
        20, 30, (Statement("Grinds.", source=ROLLS),), ROLLS, reports, True
    )
    none_of_theirs = "{reports: [{share: 20, source: house}], source: rolls}"
    assert miller(tmp_path, f"time: {{milling: {none_of_theirs}}}").time["milling"].source == HOUSE


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("{share: [40, 45], reports: [{share: 20, source: rolls}]}", HOUSE),
        ("{reports: [{share: 20, source: rolls}], share: [40, 45]}", HOUSE),
        ("{share: [40, 45], source: rolls, reports: [{share: 20, source: rolls}]}", ROLLS),
    ],
)
def test_a_share_that_is_given_beside_reports_keeps_its_range_and_its_source(
    tmp_path: Path, written: str, source: tuple[str, ...]
) -> None:
    assert miller(tmp_path, f"time: {{milling: {written}}}").time["milling"] == Share(
        40, 45, source=source, reports=(Report(20, 20, source=ROLLS),)
    )


@pytest.mark.parametrize("written", ["[Slow., {text: Loud., source: rolls}]", "[Slow.]", "Slow."])
def test_a_week_is_told_in_statements(tmp_path: Path, written: str) -> None:
    week = miller(tmp_path, f"week: {written}").week
    assert week == (said("Slow."), Statement("Loud.", source=ROLLS))[: len(week)]
    assert len(week) == written.count(".")


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("7", Span(7, 7, source=HOUSE)),
        ("[4, 7]", Span(4, 7, source=HOUSE)),
        ("{from: 2.5}", Span(2.5, None, source=HOUSE)),
        ("{to: 9, note: Or never., source: rolls}", Span(None, 9, "Or never.", ("rolls",))),
        ("{from: 3, to: 3}", Span(3, 3, source=HOUSE)),
    ],
)
def test_years_are_a_number_a_range_or_a_mapping_open_at_either_end(tmp_path: Path, written: str, span: Span) -> None:
    assert miller(tmp_path, f"years: {written}").years == span


def test_a_day_has_blocks_that_may_touch_and_may_leave_gaps(tmp_path: Path) -> None:
    days = miller(
        tmp_path,
        """
days:
  - {title: Long, on: friday, kind: reported, archetype: rover, source: rolls, blocks: [
      {from: "0:00", to: 6:30, activity: milling}, {from: 06:30, to: "12:00", title: Bread, candid: Sleep},
      {from: 23:00, to: "24:00", does: Bolts the door.}]}
  - blocks: {from: "09:00", to: "10:00", title: One block alone}
""",
    ).days
    assert days[0].blocks == (
        Block(0, 390, activity="milling"),
        Block(390, 720, "Bread", candid="Sleep"),
        Block(1380, 1440, does="Bolts the door."),
    )
    assert days[0][1:] == ("Long", "reported", ("rolls",), "friday", "rover")
    assert days[1].blocks == (Block(540, 600, "One block alone"),)
    assert days[1].kind == "illustrative"


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("{from: 9:00, title: A}, {from: 9:01, title: B}", [None, None]),
        ("{from: 9:00, title: A}, {from: 9:01, to: 9:02, title: B}", [None, 542]),
        ("{from: 9:00, to: 10:00, title: A}, {from: 10:00, title: B}, {from: 12:00, title: C}", [600, None, None]),
        ("{from: 9:00, to: ~, title: A}", [None]),
        ("{from: 9:00, to: , title: A}", [None]),
    ],
)
def test_a_block_may_have_no_end_and_the_next_begins_later(
    tmp_path: Path, written: str, ends: list[int | None]
) -> None:
    (day,) = miller(tmp_path, f"days: [{{blocks: [{written}]}}]").days
    assert [block.to for block in day.blocks] == ends


def test_moves_say_of_which_kind_they_are_and_where_they_lead(tmp_path: Path) -> None:
    level = miller(
        tmp_path,
        """
moves:
  - {title: Across the river, kind: lateral, role: master, about: [A., {text: B., source: house}], source: rolls}
  - {title: To the bakery, kind: exit}
  - {title: Back to sweeping, kind: back, role: miller}
  - {title: None at all, kind: stay, about: C.}
""",
    )
    assert level.moves == (
        Move("Across the river", "lateral", "master", (Statement("A.", source=ROLLS), said("B.")), ROLLS),
        Move("To the bakery", "exit", source=HOUSE),
        Move("Back to sweeping", "back", "miller", source=HOUSE),
        Move("None at all", "stay", "", (said("C."),), HOUSE),
    )


def test_questions_of_a_fit_have_answers_that_lean_with_their_reasons(tmp_path: Path) -> None:
    fit = miller(
        tmp_path,
        """
fit:
  questions:
    - ask: Do you mind dust?
      id: dust
      source: rolls
      answers: [{say: "No", leans: for, why: There is much., to: master}, {say: "yes", leans: against}, {say: 3}]
    - {ask: Why?, answers: [{say: Bread}, {say: Flour}]}
""",
    ).fit
    assert fit == Fit(
        questions=(
            Question(
                "Do you mind dust?",
                (Answer("No", "for", "There is much.", "master"), Answer("yes", "against"), Answer("3")),
                "dust",
                ROLLS,
            ),
            Question("Why?", (Answer("Bread"), Answer("Flour")), source=HOUSE),
        )
    )


def test_what_names_no_source_has_that_of_what_it_stands_in(tmp_path: Path) -> None:
    level = miller(
        tmp_path,
        """
source: rolls
next:
  - {to: master, summary: Up., years: [4, 7], evidence: [A.], obstacles: [B.], source: house}
  - {to: miller, years: 3}
fit: {for: [C.], against: D.}
faq: [{ask: Why?, answer: Because.}]
""",
    )
    rolls = ("rolls",)
    assert level.source == rolls
    assert level.next == (
        Next("master", "Up.", (4, 7), (Statement("A.", source=HOUSE),), (Statement("B.", source=HOUSE),), HOUSE),
        Next("miller", years=(3,), source=rolls),
    )
    assert level.fit == Fit((Statement("C.", source=rolls),), (Statement("D.", source=rolls),))
    assert level.faq == (Faq("Why?", "Because.", rolls),)


def test_a_satirical_record_is_read_whole(tmp_path: Path) -> None:
    record = miller(
        tmp_path,
        """
record:
  source: rolls
  aliases: [Dust lord]
  habitat: [Bins]
  pay: Flour
  flight_risk: {percent: 3.5, label: Low, candid: Too heavy.}
  metrics: [{title: Sacks, candid: Weighed wet.}]
  tools: [{title: Bill, candid: Blunt.}]
  encounter: Cough first.
  autopsy: [{title: Passion for grain, candid: No pay.}]
  complaints: [Dust.]
  related: [{title: Baker, match: 90, candid: Eats.}]
""",
    ).record
    assert record is not None
    assert record.flight_risk == Risk(3.5, "Low", "Too heavy.")
    assert record.metrics + record.tools + record.autopsy == (
        Quip("Sacks", "Weighed wet."),
        Quip("Bill", "Blunt."),
        Quip("Passion for grain", "No pay."),
    )
    assert record[:4] == (("rolls",), ("Dust lord",), ("Bins",), "Flour")
    assert (record.encounter, record.complaints) == ("Cough first.", ("Dust.",))
    assert record.related == (Match("Baker", 90, "Eats."),)


def test_an_empty_source_leaves_the_ladders_own(tmp_path: Path) -> None:
    assert miller(tmp_path, "source:\nfaq: [{ask: Why?, answer: So.}]").faq[0].source == HOUSE


WRONG = {
    "a statement without text": ("topics: {hiring: [{id: i}]}", "1:19: the key 'text' is missing"),
    "an empty statement": ("topics: {hiring: [' ']}", "1:19: expected text, found only blanks"),
    "a step that the scale lacks": (
        "expects: {stones: dreses}",
        "1:19: no step 'dreses' of 'stones' | did you mean 'dresses'?",
    ),
    "a sentence where a step is wanted": (
        "expects: {stones: Works with care and skill.}",
        "1:19: no step 'Works with care and skill.' of 'stones' | write a list for statements that are no step",
    ),
    "a step of a competency without a scale": (
        "expects: {grain: {step: turns}}",
        "1:18: no step 'turns' of 'grain' | the competency has no steps",
    ),
    "a list as a step": ("expects: {stones: {step: [turns, x]}}", "1:26: expected text, found a list"),
    "a share above a hundred": (
        "time: {milling: 101}",
        "1:17: a share of 101% of a week | a share lies between 0 and 100",
    ),
    "a range above a hundred": (
        "time: {milling: [90, 110]}",
        "1:17: a share of 110% of a week | a share lies between 0 and 100",
    ),
    "a share below nothing": (
        "time: {milling: [-5, 5]}",
        "1:17: a share of -5% of a week | a share lies between 0 and 100",
    ),
    "a falling share": ("time: {milling: [40, 30]}", "1:17: the range falls from 40 to 30 | write [30, 40]"),
    "three shares": (
        "time: {milling: [1, 2, 3]}",
        "1:17: expected one percentage or two, found 3 | write 30 or [30, 40]",
    ),
    "no share": ("time: {milling: {does: [x]}}", "1:17: the key 'share' is missing | write share: [30, 40]"),
    "neither a share nor a report of it": (
        "time: {milling: {reports: []}}",
        "1:17: the key 'share' is missing | write share: [30, 40]",
    ),
    "a report without a share": (
        "time: {milling: {reports: [{share: 5}, {text: Much.}]}}",
        "1:40: the key 'share' is missing | write share: [30, 40]",
    ),
    "a report of more than there is": (
        "time: {milling: {reports: [{share: [90, 110]}]}}",
        "1:36: a share of 110% of a week | a share lies between 0 and 100",
    ),
    "a report that falls": (
        "time: {milling: {share: 5, reports: [{share: [40, 30]}]}}",
        "1:46: the range falls from 40 to 30 | write [30, 40]",
    ),
    "a share that is empty, and no reports": (
        "time: {milling: {share: }}",
        "1:17: the key 'share' is missing | write share: [30, 40]",
    ),
    "a key of a report that is another's": (
        "time: {milling: {share: 5, reports: [{share: 5, does: x}]}}",
        "1:49: unknown key 'does' | known keys: text, source",
    ),
    "a share that says itself that it spans": (
        "time: {milling: {share: 5, spans: true}}",
        "1:28: unknown key 'spans' | known keys: does, source, reports",
    ),
    "a share in words": ("time: {milling: half}", "1:17: expected a number, found 'half'"),
    "falling years": ("years: {from: 9, to: 4}", "1:8: the range falls from 9 to 4 | write [4, 9]"),
    "falling years in short": ("years: [9, 4]", "1:8: the range falls from 9 to 4 | write [4, 9]"),
    "years of more than a life": ("years: 101", "1:8: 101 is not between 0 and 100"),
    "years below nothing in short": ("years: [-1, 4]", "1:9: -1 is not between 0 and 100"),
    "years of more than a life in short": ("years: [4, 101]", "1:12: 101 is not between 0 and 100"),
    "years of more than a life in full": ("years: {from: 4, to: 101}", "1:22: 101 is not between 0 and 100"),
    "no years at all": ("years: []", "1:8: expected one number of years or two, found 0"),
    "years of more than a life to the next level": (
        "next: [{to: master, years: [4, 101]}]",
        "1:32: 101 is not between 0 and 100",
    ),
    "an empty competency": ("expects: {'': Grinds.}", "1:11: no competency '' | known: grain, stones, bins"),
    "an empty activity": ("time: {'': 5}", "1:8: no activity '' | known: milling, talk"),
    "an empty track": ("track: ''", "1:8: expected text, found only blanks"),
    "an empty source": ("source: ''", "1:9: expected text, found only blanks"),
    "an empty way on": ("next: [{to: ''}]", "1:13: expected text, found only blanks"),
    "three years": ("years: [1, 2, 3]", "1:8: expected one number of years or two, found 3"),
    "falling years to the next level": (
        "next: [{to: master, years: [7, 4]}]",
        "1:8: expected one number of years, or a range that rises | write years: [4, 7]",
    ),
    "three years to the next level": (
        "next: [{to: master, years: [1, 2, 3]}]",
        "1:8: expected one number of years, or a range that rises | write years: [4, 7]",
    ),
    "overlapping blocks": (
        "days:\n- blocks:\n  - {from: 9:00, to: 10:30, title: A}\n  - {from: 10:00, to: 11:00, title: B}",
        "4:5: the block begins before the one above it ends",
    ),
    "the block ends before it begins": (
        "days: [{blocks: [{from: 10:00, to: 9:00, title: A}]}]",
        "1:18: the block ends before it begins",
    ),
    "a block that begins with one that has no end": (
        "days:\n- blocks:\n  - {from: 9:00, title: A}\n  - {from: 9:00, to: 9:30, title: B}",
        "4:5: the block begins before the one above it begins",
    ),
    "the block begins before one that has no end": (
        "days:\n- blocks:\n  - {from: 9:00, title: A}\n  - {from: 8:59, title: B}",
        "4:5: the block begins before the one above it begins",
    ),
    "a block without an end that begins too early": (
        "days:\n- blocks:\n  - {from: 9:00, to: 9:30, title: A}\n  - {from: 9:29, title: B}",
        "4:5: the block begins before the one above it ends",
    ),
    "a block without a beginning": (
        "days: [{blocks: [{to: 9:00, title: A}]}]",
        "1:18: the key 'from' is missing",
    ),
    "a block without an end that says nothing": (
        "days: [{blocks: [{from: 9:00, candid: A}]}]",
        "1:18: the block is empty | give it a title or an activity",
    ),
    "a move of no known kind": (
        "moves: [{title: Up, kind: latral}]",
        "1:27: unknown word 'latral' | did you mean 'lateral'?",
    ),
    "a move of a kind like no other": (
        "moves: [{title: Up, kind: '?'}]",
        "1:27: unknown word '?' | one of: lateral, exit, back, stay",
    ),
    "a move that says not of which kind it is": ("moves: [{title: Up}]", "1:9: the key 'kind' is missing"),
    "a move without a title": ("moves: [{kind: stay}]", "1:9: the key 'title' is missing"),
    "a question with one answer": (
        "fit: {questions: [{ask: A, answers: [{say: 'Yes'}]}]}",
        "1:19: a question needs at least two different answers | write answers: [{say: …}, …]",
    ),
    "a question with two answers that are one": (
        "fit:\n  questions:\n  - {ask: A, answers: [{say: 'Yes'}, {say: 'YES'}]}",
        "3:5: a question needs at least two different answers | write answers: [{say: …}, …]",
    ),
    "a question with an answer given twice": (
        "fit: {questions: [{ask: A, answers: [{say: 'Yes'}, {say: 'No'}, {say: 'yes'}]}]}",
        "1:19: a question needs at least two different answers | write answers: [{say: …}, …]",
    ),
    "a question without answers": ("fit: {questions: [{ask: A}]}", "1:19: the key 'answers' is missing"),
    "an answer that says nothing": (
        "fit: {questions: [{ask: A, answers: [{say: 'Yes'}, {leans: for}]}]}",
        "1:52: the key 'say' is missing",
    ),
    "an answer that leans nowhere": (
        "fit: {questions: [{ask: A, answers: [{say: 'Yes', leans: agianst}, {say: 'No'}]}]}",
        "1:58: unknown word 'agianst' | did you mean 'against'?",
    ),
    "a block of no length": (
        "days: [{blocks: [{from: 10:00, to: 10:00, title: A}]}]",
        "1:18: the block ends before it begins",
    ),
    "the block is empty": (
        "days: [{blocks: [{from: 9:00, to: 10:00, candid: A}]}]",
        "1:18: the block is empty | give it a title or an activity",
    ),
    "a day without blocks": ("days: [{title: A}]", "1:8: the key 'blocks' is missing"),
    "a day of no known kind": (
        "days: [{kind: satyre, blocks: []}]",
        "1:15: unknown word 'satyre' | did you mean 'satire'?",
    ),
    "a list as cells": ("expects: [grain]", "1:10: expected competencies with statements, found a list"),
    "text as a record": ("fit: Early risers.", "1:6: expected a mapping, found 'Early risers.'"),
    "a number as a level": ("5", "1:1: expected a level, found '5' | write title: …"),
    "an unknown key": ("titel: x", "1:1: unknown key 'titel' | did you mean 'title' or 'time'?"),
}


@pytest.mark.parametrize(("written", "problem"), WRONG.values(), ids=WRONG)
def test_what_the_format_does_not_allow_is_one_problem_at_its_place(tmp_path: Path, written: str, problem: str) -> None:
    assert lines_of(problems_of(with_level(tmp_path, written))) == [problem]
