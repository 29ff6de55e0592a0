"""Is this level for me, laid out: the questions, or what the answers lean to and why."""

import re
from collections.abc import Mapping

import pytest

from ladder.document import Document
from ladder.model import Answer, Fit, Level, Question, Statement
from ladder.pages.fit import LEANS, page, sheet
from ladder.questions.fit import fit
from ladder.render import FORMATS, Printable, render
from pages.reading import assert_tidy, cited, commands, headings, items, notes, plain, prose, text
from pages.rules import assert_every_format_renders, assert_fits, assert_shown_as_text, empty_headings
from questions.builders import a_ladder, said, sources
from render.documents import FEW_HOSTILE

REPLIES = (
    Answer("Yes", "for", "The stones are loud."),
    Answer("At night", "either", "Some are.", "Baker"),
    Answer("No", "against", "They never stop.", "Sailor"),
)
LADDER = a_ladder(
    Level("hand", "Hand"),
    Level(
        "first miller",
        "Miller",
        summary="Mills.",
        fit=Fit(
            said("Early risers"),
            said(Statement("Light sleepers", source=("rolls",))),
            (
                Question("Do you sleep well?", REPLIES, "sleep", ("guild",)),
                Question("Do you mind dust?", (Answer("No", "for"), Answer("Yes", "against"))),
                Question("Do you swim?", REPLIES, "swim"),
            ),
        ),
    ),
    Level(
        "master",
        "Master",
        fit=Fit(said(Statement("Likes rivers.", source=("guild",)), "Counts sacks"), said("Fears floods")),
    ),
    sources=sources(guild="survey", rolls="article"),
)
ANSWERED = {"sleep": "yes", "2": "yes", "swim": "at night"}
ASKED: dict[str, tuple[str, Mapping[str, str]]] = {
    "questions": ("first miller", {}),
    "answers": ("first miller", ANSWERED),
    "an answer": ("first miller", {"sleep": "no"}),
    "derived questions": ("master", {}),
    "derived answers": ("master", {"1": "yes", "2": "no", "3": "in part"}),
    "nothing": ("hand", {}),
}


def document(name: str = "first miller", answers: Mapping[str, str] | None = None) -> Document:
    return page(fit(LADDER, name, answers))


def printable(name: str, answers: Mapping[str, str]) -> Printable:
    answer = fit(LADDER, name, answers)
    return Printable("fit", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


# -- the questions


def test_questions_are_listed_with_every_answer_its_reason_and_what_it_points_to() -> None:
    found = document()
    assert headings(found)[:6] == [
        ("Is it for you? Miller", ""),
        ("It may suit you if", ""),
        ("It may not suit you if", ""),
        ("1. Do you sleep well?²", "sleep"),
        ("2. Do you mind dust?", "2"),
        ("3. Do you swim?", "swim"),
    ]
    assert prose(found) == ["Mills."]
    replies = items(found)[2:5]
    assert [(one.mark, one.text, one.details, one.aside) for one in replies] == [
        ("1", "Yes", ("The stones are loud.",), ""),
        ("2", "At night", ("Some are.",), "points to Baker"),
        ("3", "No", ("They never stop.",), "points to Sailor"),
    ]
    assert cited(found) == [("¹", "The rolls"), ("²", "The guild")]


def test_nothing_is_summed_up_before_anything_is_answered() -> None:
    for name in ("first miller", "master", "hand"):
        assert not any(word in text(document(name)) for word in LEANS.values())


def test_how_answers_are_given_is_told_in_commands_that_can_be_typed() -> None:
    assert commands(document()) == ['ladder fit "first miller"', 'ladder fit "first miller" --answers FILE', "sleep: 1"]
    assert commands(document("master"))[:2] == ["ladder fit master", "ladder fit master --answers FILE"]


def test_derived_questions_are_said_to_be_made_and_not_listed_a_second_time() -> None:
    found = document("master")
    assert "asks 3 questions made from these, in this order." in text(found)
    assert "Does this describe you?" not in text(found)
    assert [plain(item.text) for item in items(found)[:3]] == ["Likes rivers.¹", "Counts sacks", "Fears floods"]


@pytest.mark.parametrize("first", [Statement("Likes rivers."), Statement("Likes rivers.", "rivers")])
def test_the_line_that_a_file_may_have_is_an_answer_to_a_question(first: Statement) -> None:
    ladder = a_ladder(Level("m", fit=Fit((first,))))
    line = commands(page(fit(ladder, "m")))[-1]
    question, _, answer = line.partition(": ")
    assert fit(ladder, "m", {question: answer}).questions[0].given


def test_a_level_that_does_not_say_whom_it_suits_says_so() -> None:
    assert notes(document("hand")) == [("none found", "the ladder does not say whom it suits.")]
    assert commands(document("hand")) == []


# -- what the answers lean to


def test_the_sum_is_said_in_words_with_what_speaks_for_and_against_below() -> None:
    found = document(answers=ANSWERED)
    assert prose(found)[1] == (
        "Your answers lean neither way: 1 for, 1 against and 1 neither. The reasons count, not the numbers."
    )
    assert headings(found)[1:4] == [
        ("What speaks for it", ""),
        ("What speaks against it", ""),
        ("What speaks for neither", ""),
    ]
    assert [(item.text, item.details, item.aside) for item in items(found)[:3]] == [
        ("The stones are loud.¹", ("Do you sleep well? Your answer: Yes",), ""),
        ("Do you mind dust?", ("Your answer: Yes",), ""),
        ("Some are.", ("Do you swim? Your answer: At night",), "points to Baker"),
    ]
    assert ("some of it points to", "Baker.") in notes(found)


def test_what_is_not_answered_is_counted_and_named() -> None:
    found = document(answers={"sleep": "no"})
    assert (
        prose(found)[1] == "Too few answers to say: 1 against and 2 not answered. The reasons count, not the numbers."
    )
    assert ("Not answered", "") in headings(found)
    assert [item.text for item in items(found)[1:3]] == ["Do you mind dust?", "Do you swim?"]


@pytest.mark.parametrize(
    ("answers", "lean"),
    [
        ({"sleep": "yes", "2": "no"}, "for"),
        ({"sleep": "no", "2": "yes", "swim": "yes"}, "against"),
        ({"sleep": "2", "swim": "2"}, "either"),
        ({"sleep": "yes"}, "open"),
    ],
)
def test_the_sum_stands_beside_all_reasons_and_never_alone(answers: dict[str, str], lean: str) -> None:
    found = document(answers=answers)
    assert LEANS[lean] in prose(found)[1]
    reasons = {
        one.given.why or one.ask for one in fit(LADDER, "first miller", answers).questions if one.given is not None
    }
    for format in FORMATS:
        printed = render(printable("first miller", answers), format, width=120, colour=False)
        seen = " ".join(
            re.sub(r"<style.*?</style>|<sup>.*?</sup>|<[^>]+>|&#160;", " ", printed, flags=re.DOTALL).split()
        )
        assert all(reason in seen for reason in reasons), format
        assert not re.search(r"[0-9] ?(%|/ ?[0-9]|points|out of|of [0-9])", seen), format


def test_without_answers_given_the_questions_are_shown() -> None:
    assert document(answers={"sleep": "", "2": " "}) == document()


@pytest.mark.parametrize("say", ["It depends.", "Why not?"])
def test_an_answer_is_told_as_it_was_given(say: str) -> None:
    level = Level("m", fit=Fit(questions=(Question("Do you?", (Answer(say), Answer("No"))),)))
    assert f"Your answer: {say}" in text(page(fit(a_ladder(level), "m", {"1": "1"}))).splitlines()


def test_a_derived_reason_is_told_once_with_the_answer() -> None:
    found = document("master", {"1": "yes", "2": "no", "3": "no"})
    assert [(plain(item.text), item.details) for item in items(found)[:3]] == [
        ("Likes rivers.¹", ("Your answer: Yes",)),
        ("Fears floods", ("Your answer: No",)),
        ("Counts sacks", ("Your answer: No",)),
    ]


@pytest.mark.parametrize(("name", "answers"), ASKED.values(), ids=ASKED)
def test_no_heading_stands_alone(name: str, answers: Mapping[str, str]) -> None:
    assert empty_headings(document(name, answers)) == []


# -- the sheet


def test_the_sheet_has_a_row_an_answer_and_says_which_was_given() -> None:
    written = sheet(fit(LADDER, "first miller", {"sleep": "no"}))
    assert_tidy(written)
    assert written.columns == ("id", "question", "ask", "answer", "leans", "why", "to", "given", "source")
    assert len(written.rows) == 8
    assert [row for row in written.rows if row[7]] == [
        ("first miller", "sleep", "Do you sleep well?", "No", "against", "They never stop.", "Sailor", True, "guild")
    ]
    assert sheet(fit(LADDER, "hand")).rows == ()


# -- on paper


@pytest.mark.parametrize(("name", "answers"), ASKED.values(), ids=ASKED)
def test_every_format_renders_and_no_line_is_too_wide(name: str, answers: Mapping[str, str]) -> None:
    assert_every_format_renders(printable(name, answers))
    assert_fits(printable(name, answers))


@pytest.mark.parametrize("hostile", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    one = said(Statement(hostile, source=("guild",)))
    replies = (Answer(hostile, "for", hostile, hostile), Answer("No", "against", hostile))
    guild = sources(guild="survey")["guild"]._replace(title=hostile, publisher=hostile)
    asked = Level("a", hostile, summary=hostile, fit=Fit(one, one, (Question(hostile, replies, "q", ("guild",)),)))
    ladder = a_ladder(asked, Level("b", hostile, fit=Fit(one, one)), sources={"guild": guild})
    for name, answers in (("a", {}), ("a", {"q": "1"}), ("b", {}), ("b", {"1": "yes", "2": "no"})):
        answer = fit(ladder, name, answers)
        thing = Printable("fit", answer, lambda *_, **__: page(answer), lambda: sheet(answer))  # noqa: B023
        assert_shown_as_text(thing, hostile)
        assert_fits(thing, (20, 59, 60, 120))
