"""A few questions to the bundled ladder: what is asked of every ladder, asked of ours."""

import itertools

import pytest

import ladder
from ladder.comparing.statements import changes
from ladder.language import Weights
from ladder.model import Ladder
from ladder.questions.comp import comp
from ladder.questions.compare import compare
from ladder.questions.day import day
from ladder.questions.show import show

OURS: Ladder = ladder.load()
NAMES = (*OURS.order, *OURS.role_ids)


@pytest.mark.parametrize(("low", "high"), list(itertools.pairwise(OURS.order)))
def test_every_step_up_the_ladder_changes_something(low: str, high: str) -> None:
    moves = compare([(OURS, high), (OURS, low)]).moves
    assert moves is not None
    (move,) = moves
    assert move.counts.new + move.counts.changes > 0


@pytest.mark.parametrize(("low", "high"), list(itertools.combinations(NAMES, 2)))
def test_every_statement_of_two_levels_is_in_their_comparison_once(low: str, high: str) -> None:
    answer = compare([(OURS, low), (OURS, high)])
    assert answer.moves is not None
    found = [change for subject in answer.moves[0].subjects for change in subject.changes]
    for side, said in zip(
        answer.sides, ([change.before for change in found], [change.after for change in found]), strict=True
    ):
        expected = [one.text for cell in OURS.role(side.id).expects.values() for one in cell.statements]
        assert sorted(one.text for one in said if one) == sorted(expected)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_shown_and_asked_for_its_day_and_pay(name: str) -> None:
    assert show(OURS, name).sources
    for schedule in day(OURS, name).schedules:
        assert schedule.recorded > 0 or any(stretch.to is None for stretch in schedule.stretches)
    pay = comp(OURS, [name], percentile=50)
    assert bool(pay.rows) != bool(pay.missing)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_that_a_page_cites_is_known(name: str) -> None:
    profile = show(OURS, name)
    known = {source.id for source in profile.sources}
    for expectation in profile.expects:
        for statement in expectation.statements:
            assert set(statement.source) <= known


def test_the_staff_median_of_one_published_table_is_not_mixed_with_another() -> None:
    amounts = {row.survey: row.at.amount if row.at else None for row in comp(OURS, ["staff"], percentile=60).rows}
    assert amounts["rfs-2026"] == 234_000
    assert len(amounts) > 1


def test_no_yardstick_is_among_the_levels() -> None:
    assert all(row.id for row in comp(OURS, percentile=50, yardsticks=True).rows)
    assert all(not row.id for row in comp(OURS, percentile=50, yardsticks=True).yardsticks)


def test_a_level_held_against_itself_keeps_every_statement() -> None:
    for name in NAMES:
        for cell in OURS.role(name).expects.values():
            found = changes(cell.statements, cell.statements, Weights(one.text for one in cell.statements))
            assert {change.kind for change in found} <= {"same"}
