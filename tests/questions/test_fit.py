"""The questions behind "is this for me?", and what answers lean to."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ladder.errors import ExitCode, LadderError
from ladder.model import Answer, Fit, Leaning, Level, Question, Statement
from ladder.questions.fit import Asked, Fitting, Sum, fit, leaning, place_of
from questions.builders import a_ladder, said, sources

REPLIES = (
    Answer("Yes, always", "for", "The stones are loud."),
    Answer("Yes, at night", "either", "Some are.", "Baker"),
    Answer("No", "against", "They never stop.", "Sailor"),
)
MILLER = Level(
    "miller",
    "Miller",
    summary="Mills.",
    fit=Fit(
        said("Early risers"),
        said(Statement("Light sleepers", source=("rolls",))),
        (Question("Do you sleep well?", REPLIES, "sleep", ("guild",)), Question("Do you mind dust?", REPLIES[1:])),
    ),
)
DERIVED = Level(
    "master",
    "Master",
    fit=Fit(said(Statement("Likes rivers.", "rivers", source=("guild",)), "Counts sacks."), said("Fears floods.")),
)
LADDER = a_ladder(
    Level("hand", "Hand"),
    MILLER,
    DERIVED,
    roles=[Level("wind", "Wind miller", level="miller", fit=MILLER.fit)],
    sources=sources(guild="survey", rolls="article", idle="article"),
)


def places(answer: Fitting) -> list[int | None]:
    return [one.answer for one in answer.questions]


def asked(*leans: Leaning | None) -> tuple[Asked, ...]:
    """Questions, each answered so, or not at all."""
    replies = (Answer("a", "for"), Answer("b", "against"), Answer("c", "either"))
    words: list[Leaning | None] = ["for", "against", "either"]
    return tuple(
        Asked(str(place), "?", replies, None if one is None else words.index(one), ())
        for place, one in enumerate(leans)
    )


# -- the questions


def test_without_answers_the_questions_are_asked_and_nothing_is_said() -> None:
    answer = fit(LADDER, "miller")
    assert [(one.id, one.ask, one.answer, one.given) for one in answer.questions] == [
        ("sleep", "Do you sleep well?", None, None),
        ("2", "Do you mind dust?", None, None),
    ]
    assert (answer.leans, answer.derived) == ("open", False)
    assert (answer.title, answer.summary) == ("Miller", "Mills.")
    assert (answer.for_, answer.against) == (said("Early risers"), MILLER.fit.against if MILLER.fit else ())


def test_a_role_is_asked_what_stands_with_it() -> None:
    answer = fit(LADDER, "wind")
    assert (answer.id, answer.title) == ("wind", "Wind miller")
    assert [one.id for one in answer.questions] == ["sleep", "2"]


def test_a_level_that_says_nothing_has_no_questions_and_none_are_made_up() -> None:
    answer = fit(LADDER, "hand")
    assert (answer.questions, answer.for_, answer.against) == ((), (), ())
    assert (answer.derived, answer.leans, answer.sources) == (False, "open", ())


def test_where_there_are_no_questions_they_are_made_of_whom_it_suits_and_marked_so() -> None:
    answer = fit(LADDER, "master")
    assert answer.derived
    assert [(one.id, one.source) for one in answer.questions] == [("rivers", ("guild",)), ("2", ()), ("3", ())]
    assert all("Likes rivers." in one.ask or one.id != "rivers" for one in answer.questions)
    assert [[reply.leans for reply in one.answers] for one in answer.questions] == [
        ["for", "either", "against"],
        ["for", "either", "against"],
        ["against", "either", "for"],
    ]


def test_every_derived_answer_has_a_reason() -> None:
    for one in fit(LADDER, "master").questions:
        assert all(reply.why and reply.why in one.ask for reply in one.answers)


@pytest.mark.parametrize("given", [Fit(said("x")), Fit(against=said("x"))])
def test_one_side_is_enough_to_ask(given: Fit) -> None:
    (one,) = fit(a_ladder(Level("m", fit=given)), "m").questions
    assert one.id == "1"


def test_an_id_without_a_title_is_its_title() -> None:
    assert fit(a_ladder(Level("m")), "m").title == "m"


# -- the answers


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1", 0),
        ("3", 2),
        (" 2 ", 1),
        ("Yes, always", 0),
        ("YES,  ALWAYS", 0),
        ("yes, at", 1),
        ("yes, al", 0),
        ("n", 2),
        ("NO", 2),
        ("n\n", 2),
    ],
)
def test_an_answer_is_its_number_its_text_or_a_beginning_of_it(typed: str, place: int) -> None:
    assert place_of(typed, REPLIES) == place
    assert places(fit(LADDER, "miller", {"sleep": typed})) == [place, None]


@pytest.mark.parametrize(
    "typed", ["yes", "y", "0", "4", "-1", "1.", "1st", "always", "½", "²", "no way", "Yes, always and ever", "?"]
)
def test_what_is_no_answer_or_begins_several_is_refused_with_all_there_are(typed: str) -> None:
    assert place_of(typed, REPLIES) is None
    with pytest.raises(LadderError) as caught:
        fit(LADDER, "miller", {"sleep": typed})
    assert caught.value.message == f"no answer '{typed}' to 'sleep'"
    assert caught.value.hint == "one of: 1 Yes, always; 2 Yes, at night; 3 No"
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("typed", ["", " ", "\t\n"])
def test_an_empty_answer_is_none(typed: str) -> None:
    assert fit(LADDER, "miller", {"sleep": typed, "2": ""}) == fit(LADDER, "miller")


def test_a_text_that_begins_another_is_itself() -> None:
    replies = (Answer("Yes, always"), Answer("Yes"))
    assert place_of("yes", replies) == 1


def test_a_number_is_a_place_and_not_the_beginning_of_a_text() -> None:
    assert place_of("2", (Answer("2 years"), Answer("1 year"))) == 1
    assert place_of("3", (Answer("3 years"), Answer("1 year"))) == 0


def test_a_question_that_is_not_asked_is_refused_with_the_nearest_or_with_all() -> None:
    for typed, hint in (("sleeep", "did you mean 'sleep'?"), ("dust", "known: sleep, 2")):
        with pytest.raises(LadderError, match=f"no question '{typed}'") as caught:
            fit(LADDER, "miller", {typed: "1"})
        assert caught.value.hint == hint
        assert caught.value.exit_code is ExitCode.USAGE


def test_of_a_level_without_questions_none_can_be_answered() -> None:
    with pytest.raises(LadderError) as caught:
        fit(LADDER, "hand", {"1": "1"})
    assert caught.value.hint == "there are no questions about it"
    assert fit(LADDER, "hand", {}).questions == ()


def test_the_answer_given_is_known_with_its_reason() -> None:
    one = fit(LADDER, "miller", {"sleep": "no"}).questions[0]
    assert one.given == REPLIES[2]


def test_no_two_questions_have_one_id() -> None:
    noisy = Fit(said(Statement("Likes noise", "noise")), said(Statement("Fears noise", "noise")))
    ids = [one.id for one in fit(a_ladder(Level("m", fit=noisy)), "m").questions]
    assert len(set(ids)) == len(ids)


def test_an_id_that_is_a_number_is_not_given_to_another_question() -> None:
    numbered = Fit(questions=(Question("a?", REPLIES, "2"), Question("b?", REPLIES)))
    ids = [one.id for one in fit(a_ladder(Level("m", fit=numbered)), "m").questions]
    assert len(set(ids)) == len(ids)


# -- what they lean to


@pytest.mark.parametrize(
    ("given", "sum"),
    [
        ((), "open"),
        ((None,), "open"),
        ((None, None, None), "open"),
        (("for", None, None), "open"),
        (("against", None, None), "open"),
        (("for", None), "for"),
        (("against", None), "against"),
        (("either", None), "either"),
        (("for",), "for"),
        (("against",), "against"),
        (("either",), "either"),
        (("either", "either", "either"), "either"),
        (("for", "against"), "either"),
        (("for", "for", "against"), "for"),
        (("for", "against", "against"), "against"),
        (("for", "for", "for", "against", "against"), "either"),
        (("for", "for", "against", "against", "against"), "either"),
        (("for", "either", "either", "either"), "for"),
        (("against", "either", "either"), "against"),
        (("for", "for", "against", "either", None, None, None), "for"),
    ],
)
def test_answers_lean_where_one_side_has_twice_the_others_and_half_are_answered(
    given: tuple[Leaning | None, ...], sum: Sum
) -> None:
    assert leaning(asked(*given)) == sum


@given(some.lists(some.sampled_from(["for", "against", "either", None]), max_size=9))
def test_to_turn_every_answer_round_turns_the_sum_round(given: list[Leaning | None]) -> None:
    turned: dict[Leaning | None, Leaning | None] = {"for": "against", "against": "for"}
    round_: dict[Sum, Sum] = {"for": "against", "against": "for"}
    sum_ = leaning(asked(*given))
    assert leaning(asked(*[turned.get(one, one) for one in given])) == round_.get(sum_, sum_)
    assert leaning(asked(*reversed(given))) == sum_


@given(some.lists(some.sampled_from(["for", "against", "either", None]), max_size=9))
def test_another_answer_for_it_never_turns_the_sum_away_from_it(given: list[Leaning | None]) -> None:
    order: list[Sum] = ["against", "either", "for"]
    before, after = leaning(asked(*given)), leaning(asked(*given, "for"))
    if "open" not in (before, after):
        assert order.index(after) >= order.index(before)


def test_the_sum_of_answers_is_part_of_the_answer() -> None:
    assert fit(LADDER, "miller", {"sleep": "1", "2": "yes"}).leans == "for"
    assert fit(LADDER, "miller", {"sleep": "3"}).leans == "against"
    assert fit(LADDER, "master", {"rivers": "yes"}).leans == "open"
    assert fit(LADDER, "master", {"rivers": "yes", "3": "no"}).leans == "for"


def test_only_the_sources_of_what_is_shown_are_cited() -> None:
    assert {source.id for source in fit(LADDER, "miller").sources} == {"guild", "rolls"}
    assert {source.id for source in fit(LADDER, "master").sources} == {"guild"}
