"""The way up from a level: step by step to a higher one, or all the ways from it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ladder.errors import ExitCode, LadderError, Unanswerable
from ladder.model import Ladder, Level, Move, Next, Span
from ladder.questions.path import Path, Step, path
from questions.builders import a_ladder, said, sources

HAND = Level("hand", "Hand", track="ic", next=(Next("miller", years=(1, 2)), Next("senior", "By luck.")))
MILLER = Level("miller", "Miller", track="ic", summary="Mills.", years=Span(2), next=(Next("senior", years=(3,)),))
SENIOR = Level(
    "senior",
    "Senior miller",
    track="ic",
    next=(
        Next("boss"),
        Next("master", "By building.", (4, 7), said("Built one"), said("No river"), ("guild",)),
    ),
    moves=(
        Move("To the bakery", "exit", about=said("Bread")),
        Move("Back to the hand mill", "back", "miller"),
    ),
)
BOSS = Level("boss", "Boss", track="lead", rank=4, next=(Next("senior"),))
MASTER = Level("master", "Master", track="ic", rank=4)
WIND = Level("wind", "Wind miller", level="senior", track="ic", next=SENIOR.next, moves=SENIOR.moves)
TIDE = Level("tide", "Tide master", level="master", track="ic")
LADDER = a_ladder(
    HAND, MILLER, SENIOR, BOSS, MASTER, roles=[WIND, TIDE], sources=sources(guild="survey", idle="article")
)


def ends(steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    return [(step.before.id, step.after.id) for step in steps]


def ladder_of(*levels: Level, roles: tuple[Level, ...] = ()) -> Ladder:
    return a_ladder(*levels, roles=roles)


# -- to a goal


def test_a_path_takes_the_fewest_steps_that_are_described() -> None:
    answer = path(LADDER, "hand", "master")
    assert ends(answer.steps) == [("hand", "senior"), ("senior", "master")]
    assert [step.said for step in answer.steps] == [True, True]


def test_the_fewest_steps_count_even_where_they_are_named_last() -> None:
    levels = [
        Level("a", next=(Next("b"), Next("c"), Next("d"))),
        Level("b", next=(Next("c"),)),
        Level("c", next=(Next("d"),)),
        Level("d"),
    ]
    assert ends(path(ladder_of(*levels), "a", "d").steps) == [("a", "d")]


def test_a_step_carries_all_that_is_said_of_it() -> None:
    (step,) = path(LADDER, "senior", "master").steps
    assert (step.before.title, step.after.title) == ("Senior miller", "Master")
    assert (step.summary, step.years, step.source) == ("By building.", (4, 7), ("guild",))
    assert (step.evidence, step.obstacles) == (said("Built one"), said("No river"))


def test_both_ends_say_what_they_are() -> None:
    answer = path(LADDER, "miller", "senior")
    assert (answer.start.title, answer.start.summary, answer.start.years) == ("Miller", "Mills.", Span(2))
    assert answer.goal is not None
    assert (answer.goal.id, answer.goal.title, answer.goal.years) == ("senior", "Senior miller", None)


def test_with_a_goal_there_are_no_arrivals_and_no_moves() -> None:
    answer = path(LADDER, "senior", "master")
    assert (answer.arrivals, answer.moves) == ((), ())


def test_a_role_is_reached_by_way_of_its_level() -> None:
    (step,) = path(LADDER, "senior", "tide").steps
    assert (step.after.id, step.after.title) == ("tide", "Tide master")
    assert step.evidence == said("Built one")


def test_a_way_that_leads_to_the_role_itself_is_taken() -> None:
    ladder = ladder_of(Level("a", next=(Next("r", "Straight."),)), Level("b"), roles=(Level("r", level="b"),))
    (step,) = path(ladder, "a", "r").steps
    assert (step.after.id, step.summary) == ("r", "Straight.")


def test_a_role_goes_the_ways_of_its_level() -> None:
    (step,) = path(LADDER, "wind", "master").steps
    assert (step.before.id, step.before.title, step.summary) == ("wind", "Wind miller", "By building.")


def test_a_role_to_a_role_of_a_higher_level_is_one_step() -> None:
    assert ends(path(LADDER, "wind", "tide").steps) == [("wind", "tide")]


def test_a_way_to_another_track_is_taken_where_it_is_described() -> None:
    assert ends(path(LADDER, "hand", "boss").steps) == [("hand", "senior"), ("senior", "boss")]


def test_another_track_that_nothing_leads_to_cannot_be_reached() -> None:
    ladder = ladder_of(Level("a", "A", track="ic"), Level("b", "B", track="lead"))
    with pytest.raises(Unanswerable, match="no way from A to B is described") as caught:
        path(ladder, "a", "b")
    assert caught.value.exit_code is ExitCode.NO
    assert "`ladder compare a b`" in caught.value.hint


def test_where_no_way_is_described_the_levels_of_the_track_are_the_steps() -> None:
    levels = [Level(name, track="ic") for name in "abc"] + [Level("boss", track="lead", rank=2)]
    answer = path(ladder_of(*levels), "a", "c")
    assert ends(answer.steps) == [("a", "b"), ("b", "c")]
    assert [step.said for step in answer.steps] == [False, False]
    assert {(step.summary, step.years, step.evidence, step.obstacles, step.source) for step in answer.steps} == {
        ("", (), (), (), ())
    }


def test_a_track_that_nobody_names_is_a_track() -> None:
    assert ends(path(ladder_of(Level("a"), Level("b"), Level("c")), "a", "c").steps) == [("a", "b"), ("b", "c")]


def test_by_rank_what_is_said_of_a_step_is_told_and_what_is_not_stands_there_empty() -> None:
    ladder = ladder_of(Level("a", next=(Next("b", "Told.", (2,)),)), Level("b"), Level("c"))
    told, silent = path(ladder, "a", "c").steps
    assert (told.said, told.summary, told.years) == (True, "Told.", (2,))
    assert (silent.said, silent.summary, silent.years) == (False, "", ())


def test_by_rank_a_role_is_the_last_step_in_the_place_of_its_level() -> None:
    ladder = ladder_of(Level("a"), Level("b"), Level("c"), roles=(Level("r", "R", level="c"),))
    steps = path(ladder, "a", "r").steps
    assert ends(steps) == [("a", "b"), ("b", "r")]
    assert steps[-1].after.title == "R"


def test_by_rank_a_role_is_the_first_step_in_the_place_of_its_level() -> None:
    ladder = ladder_of(Level("a"), Level("b"), Level("c"), roles=(Level("r", level="a"),))
    assert ends(path(ladder, "r", "c").steps) == [("r", "b"), ("b", "c")]


def test_by_rank_every_step_leads_up_whatever_the_order_of_the_file() -> None:
    ladder = ladder_of(Level("a", rank=1), Level("c", rank=3), Level("b", rank=2), Level("d", rank=4))
    assert ends(path(ladder, "a", "d").steps) == [("a", "b"), ("b", "c"), ("c", "d")]


def test_by_rank_no_step_leads_to_a_level_of_the_same_rank() -> None:
    ladder = ladder_of(Level("a", rank=1), Level("b", rank=2), Level("twin", rank=2), Level("d", rank=3))
    ranks = [ladder.levels[one].rank or 0 for step in path(ladder, "a", "d").steps for one in (step.before.id,)]
    assert ranks == sorted(set(ranks))


def test_ways_that_lead_in_a_circle_end() -> None:
    ladder = ladder_of(
        Level("a", track="ic", next=(Next("b"),)),
        Level("b", track="ic", next=(Next("a"), Next("b"))),
        Level("c", track="lead"),
    )
    with pytest.raises(Unanswerable):
        path(ladder, "a", "c")


@pytest.mark.parametrize(
    ("start", "goal", "code", "message", "hint"),
    [
        ("senior", "senior", ExitCode.USAGE, "'senior' is both the start and the goal", "`ladder path senior`"),
        ("wind", "wind", ExitCode.USAGE, "'wind' is both the start and the goal", "`ladder path wind`"),
        ("master", "hand", ExitCode.USAGE, "Hand is below Master", "`ladder path hand master`"),
        ("tide", "wind", ExitCode.USAGE, "Wind miller is below Tide master", "`ladder path wind tide`"),
        ("boss", "master", ExitCode.NO, "no way from Boss to Master", "`ladder compare boss master`"),
        ("wind", "senior", ExitCode.NO, "no way from Wind miller to Senior miller", "`ladder compare wind senior`"),
        ("senior", "wind", ExitCode.NO, "no way from Senior miller to Wind miller", "`ladder compare senior wind`"),
    ],
)
def test_a_goal_that_is_not_above_is_refused_with_what_to_ask_instead(
    start: str, goal: str, code: ExitCode, message: str, hint: str
) -> None:
    ladder = LADDER._replace(levels={**LADDER.levels, "boss": BOSS._replace(next=())})
    with pytest.raises(LadderError) as caught:
        path(ladder, start, goal)
    assert caught.value.exit_code is code
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_level_of_the_same_rank_is_reached_where_a_way_is_described() -> None:
    ladder = ladder_of(Level("a", rank=1, next=(Next("b"),)), Level("b", rank=1))
    assert ends(path(ladder, "a", "b").steps) == [("a", "b")]


def test_of_several_ways_the_shortest_is_taken_whichever_is_named_first() -> None:
    ways = {"a": "bc", "b": "f", "c": "d", "d": "e", "e": "f"}
    for turned in (1, -1):
        levels = [Level(one, next=tuple(map(Next, ways.get(one, "")[::turned]))) for one in "abcdef"]
        assert ends(path(a_ladder(*levels), "a", "f").steps) == [("a", "b"), ("b", "f")]


def test_only_what_the_answer_says_is_cited() -> None:
    assert [source.id for source in path(LADDER, "senior", "master").sources] == ["guild"]
    assert path(LADDER, "hand", "senior").sources == ()
    years = LADDER.levels["miller"]._replace(years=Span(2, source=("idle",)))
    ladder = LADDER._replace(levels={**LADDER.levels, "miller": years})
    assert [source.id for source in path(ladder, "miller", "senior").sources] == ["idle"]


@given(some.data())
def test_steps_hang_together_and_no_way_has_fewer(data: some.DataObject) -> None:
    names = "abcdef"
    ways = {
        one: data.draw(some.lists(some.sampled_from(names[place + 1 :] or "a"), unique=True, max_size=3))
        for place, one in enumerate(names)
    }
    tracks = data.draw(some.lists(some.sampled_from(["ic", "lead"]), min_size=6, max_size=6))
    levels = [
        Level(one, track=track, next=tuple(Next(to) for to in ways[one]))
        for one, track in zip(names, tracks, strict=True)
    ]
    reached, far = {"a"}, 0
    while "f" not in reached and far < len(names):
        reached |= {to for one in reached for to in ways[one]}
        far += 1
    try:
        answer = path(ladder_of(*levels), "a", "f")
    except Unanswerable:
        assert "f" not in reached
        assert tracks[0] != tracks[-1]
        return
    steps = ends(answer.steps)
    assert (steps[0][0], steps[-1][1]) == ("a", "f")
    assert all(one[1] == other[0] for one, other in pairwise(steps))
    if "f" in reached:
        assert len(steps) == far
        assert all(to in ways[one] for one, to in steps)
    else:
        assert [step.said for step in answer.steps] == [to in ways[one] for one, to in steps]


# -- without a goal


def test_without_a_goal_every_way_up_starts_here() -> None:
    answer = path(LADDER, "senior")
    assert answer.goal is None
    assert ends(answer.steps) == [("senior", "boss"), ("senior", "master")]
    assert [step.after.title for step in answer.steps] == ["Boss", "Master"]


def test_arrivals_are_all_ways_that_lead_here() -> None:
    answer = path(LADDER, "senior")
    assert ends(answer.arrivals) == [("hand", "senior"), ("miller", "senior"), ("boss", "senior")]
    assert answer.arrivals[0].summary == "By luck."


def test_one_arrives_at_a_role_as_at_its_level() -> None:
    assert ends(path(LADDER, "wind").arrivals) == ends(path(LADDER, "senior").arrivals)


def test_moves_are_as_the_level_has_them() -> None:
    assert path(LADDER, "senior").moves == SENIOR.moves
    assert path(LADDER, "hand").moves == ()


def test_of_a_level_without_ways_there_is_nothing() -> None:
    assert path(ladder_of(Level("alone")), "alone") == Path(
        start=path(LADDER, "hand").start._replace(id="alone", title="alone"),
        goal=None,
        arrivals=(),
        steps=(),
        moves=(),
        sources=(),
    )


def test_the_sources_of_moves_and_arrivals_are_cited() -> None:
    ladder = a_ladder(
        Level("a", next=(Next("b", source=("guild",)),)),
        Level("b", moves=(Move("Out", "exit", source=("idle",)),)),
        sources=sources(idle="article", guild="survey"),
    )
    assert {source.id for source in path(ladder, "b").sources} == {"guild", "idle"}
