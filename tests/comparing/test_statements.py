"""Which statements of two levels are one subject."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.comparing.statements import Change, changes
from ladder.language import Weights, wording
from ladder.model import Statement
from questions.builders import said

WORDS = ("Reviews", "designs", "the", "roadmap", "of", "payments", "mentors", "juniors", "it", "Köln", "設計", "code.")
texts = st.one_of(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), st.text(max_size=12))
statements = st.lists(
    st.builds(Statement, texts, st.sampled_from(["", "", "a", "b", "c"]), optional=st.booleans()), max_size=5
).map(tuple)
unique_ids = statements.filter(
    lambda side: len({one.id for one in side if one.id}) == sum(bool(one.id) for one in side)
)


def changed(before: tuple[Statement, ...], after: tuple[Statement, ...]) -> tuple[Change, ...]:
    return changes(before, after, Weights(one.text for one in (*before, *after)))


def kinds(before: tuple[Statement, ...], after: tuple[Statement, ...]) -> list[str]:
    return [change.kind for change in changed(before, after)]


@given(statements, statements)
def test_every_statement_of_both_sides_appears_exactly_once(
    before: tuple[Statement, ...], after: tuple[Statement, ...]
) -> None:
    found = changed(before, after)
    assert Counter(change.before for change in found if change.before) == Counter(before)
    assert Counter(change.after for change in found if change.after) == Counter(after)


@given(statements, statements)
def test_the_word_for_a_change_says_which_sides_speak(
    before: tuple[Statement, ...], after: tuple[Statement, ...]
) -> None:
    for change in changed(before, after):
        assert (change.kind == "new") == (change.before is None)
        assert (change.kind == "unsaid") == (change.after is None)


@given(statements, statements)
def test_changes_follow_the_upper_side_and_then_what_the_lower_side_leaves_behind(
    before: tuple[Statement, ...], after: tuple[Statement, ...]
) -> None:
    found = changed(before, after)
    assert [change.after for change in found[: len(after)]] == list(after)
    assert all(change.kind == "unsaid" for change in found[len(after) :])


@given(unique_ids, unique_ids)
def test_one_id_on_both_sides_is_one_subject_whatever_the_words_say(
    before: tuple[Statement, ...], after: tuple[Statement, ...]
) -> None:
    shared = {one.id for one in before if one.id} & {one.id for one in after if one.id}
    paired = {
        change.after.id for change in changed(before, after) if change.before and change.after and change.after.id
    }
    assert shared <= paired


@given(statements, statements)
def test_different_ids_are_never_one_subject(before: tuple[Statement, ...], after: tuple[Statement, ...]) -> None:
    for change in changed(before, after):
        if change.before and change.after and change.before.id and change.after.id:
            assert change.before.id == change.after.id


@given(unique_ids)
def test_a_level_that_says_what_the_one_below_says_keeps_all_of_it(side: tuple[Statement, ...]) -> None:
    assert set(kinds(side, side)) <= {"same"}


@given(texts, texts, statements)
def test_likeness_is_symmetric_and_between_none_and_all(one: str, other: str, around: tuple[Statement, ...]) -> None:
    weights = Weights(one.text for one in around)
    assert weights.likeness(one, other) == pytest.approx(weights.likeness(other, one))
    assert 0 <= weights.likeness(one, other) <= 1 + 1e-9


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Reviews code", "reviews CODE"),
        ("Reviews code", "  Reviews \t code\n"),
        ("Reviews code", "Reviews code."),
        ("Reviews code;", "Reviews code"),
        ("Prüft Straßen", "prüft STRASSEN"),
    ],
)
def test_case_white_space_and_the_final_period_do_not_make_a_change(before: str, after: str) -> None:
    assert kinds(said(before), said(after)) == ["same"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Reviews code", "Reviews the code"),
        ("Mentors juniors", "Mentors seniors"),
        ("Ships v1.2", "Ships v12"),
    ],
)
def test_a_statement_in_other_words_is_not_kept(before: str, after: str) -> None:
    assert "same" not in kinds(said(before), said(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Leads incident reviews", "Writes the hiring plan"),
        ("Is able to make use of it", "Is able to make use of them"),
        ("Owns a feature from design to release", "Sponsors people for stretch work"),
        ("Cuts a project into milestones", "Waits years to learn whether the work mattered"),
        ("Works with the team", "Works for the company"),
        ("Mentors juniors on their tasks", "Names technical debt before others see it"),
        ("", "Unblocks whole teams"),
        ("Answers the telephone of the company at night", "Grows distinguished engineers for another company"),
        (
            "Answers the telephone of the payments company at night, on Sundays and on public holidays",
            "Grows distinguished engineers, hires managers and signs contracts of the payments company",
        ),
        ("Cuts a project into small milestones and tickets", "Writes the yearly budget that a project is judged by"),
    ],
)
def test_unrelated_statements_are_left_behind_and_new_and_never_raised(before: str, after: str) -> None:
    assert kinds(said(before), said(after)) == ["new", "unsaid"]


@given(
    st.lists(st.text("abcdef", min_size=4, max_size=8), min_size=1, max_size=5),
    st.lists(st.text("uvwxyz", min_size=4, max_size=8), min_size=1, max_size=5),
)
def test_statements_without_a_word_in_common_are_never_paired(low: list[str], high: list[str]) -> None:
    assert kinds(said(" ".join(low)), said(" ".join(high))) == ["new", "unsaid"]


def test_one_subject_in_nearly_the_same_words_is_raised() -> None:
    before = said("Reviews the designs of the payments team", "Answers the telephone")
    after = said("Reviews the designs of the payments teams weekly", "Waters plants")
    found = changed(before, after)
    assert (found[0].kind, found[0].before) == ("changes", before[0])
    assert [change.kind for change in found[1:]] == ["new", "unsaid"]


@pytest.mark.parametrize(
    ("apart", "likeness", "expected"), [(52, 0.3537, ["changes"]), (53, 0.3494, ["new", "unsaid"])]
)
def test_two_wordings_are_one_subject_from_a_likeness_of_thirty_five_hundredths(
    apart: int, likeness: float, expected: list[str]
) -> None:
    shared = " ".join(f"both{place}" for place in range(20))
    before, after = said(shared), said(" ".join([shared, *(f"new{place}" for place in range(apart))]))
    assert Weights(one.text for one in (*before, *after)).likeness(before[0].text, after[0].text) == pytest.approx(
        likeness, abs=1e-4
    )
    assert kinds(before, after) == expected


def test_of_two_candidates_the_one_that_shares_more_is_the_partner() -> None:
    before = said("Reviews designs of the search team", "Reviews designs of the payments team")
    (change, left) = changed(before, said("Reviews all designs of the payments team"))
    assert (change.kind, change.before, left.before) == ("changes", before[1], before[0])


def test_an_id_goes_before_a_text_that_is_the_same() -> None:
    before = said(Statement("Writes code", "code"), "Reads mail")
    after = said(Statement("Reads mail", "code"), "Writes code")
    assert [(change.kind, change.before) for change in changed(before, after)] == [
        ("changes", before[0]),
        ("new", None),
        ("unsaid", before[1]),
    ]


def test_the_same_text_under_two_ids_is_two_subjects() -> None:
    assert kinds(said(Statement("Writes code", "one")), said(Statement("Writes code", "two"))) == ["new", "unsaid"]


def test_the_same_text_is_kept_even_where_an_earlier_one_stands_apart_by_its_id() -> None:
    before = said(Statement("Is on it", "one"), Statement("Is on it"))
    assert kinds(before, said(Statement("Is on it", "two"))) == ["same", "unsaid"]


def test_a_text_said_twice_below_and_once_above_is_kept_once() -> None:
    assert kinds(said("Writes code", "Writes code"), said("Writes code")) == ["same", "unsaid"]


@pytest.mark.parametrize("id_", ["", "call"])
@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [(True, False, "changes"), (False, True, "same"), (True, True, "same"), (False, False, "same")],
)
def test_a_statement_that_becomes_a_duty_is_raised_and_one_that_ceases_to_be_is_kept(
    id_: str, before: bool, after: bool, kind: str
) -> None:
    sides = said(Statement("Is on call", id_, optional=before)), said(Statement("Is on call", id_, optional=after))
    assert kinds(*sides) == [kind]


def test_another_wording_of_one_subject_changes_it() -> None:
    before, after = said(Statement("Draws plans", "plan")), said(Statement("Draws wider plans", "plan"))
    assert kinds(before, after) == ["changes"]
    assert kinds(before, before) == ["same"]


def test_a_text_is_most_like_itself_and_like_nothing_where_no_word_tells() -> None:
    weights = Weights(["Reviews designs", "is with it"])
    assert weights.likeness("Reviews designs", "Reviews designs.") == 1
    assert weights.likeness("is with it", "is with it") == 0


def test_a_rare_word_tells_more_than_one_that_every_statement_has() -> None:
    weights = Weights(["team plans", "team budgets", "team hires"])
    assert weights.of("plan") > weights.of("team") >= 1


@pytest.mark.parametrize("form", ["Mentoring juniors", "Mentored juniors", "Mentor juniors"])
def test_the_endings_of_a_word_do_not_hide_it(form: str) -> None:
    weights = Weights(["Mentors juniors", form])
    assert weights.likeness("Mentors juniors", form) > weights.likeness("Mentors juniors", "Paints juniors")


@pytest.mark.parametrize(
    ("text", "expected"), [(" A  b. ", "a b"), ("A;", "a"), ("v1.2", "v1.2"), ("...", ""), ("ÉTÉ\n", "été")]
)
def test_a_text_is_compared_without_case_white_space_and_final_period(text: str, expected: str) -> None:
    assert wording(text) == expected
