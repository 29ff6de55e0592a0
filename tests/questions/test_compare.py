"""What changes between two to four levels."""

import itertools
from collections.abc import Sequence

import pytest

from ladder.errors import LadderError, UnknownName
from ladder.model import Competency, Ladder, Level, Next, Report, Share, Source, Statement, Track
from ladder.questions.compare import Comparison, Unstated, compare, unstated_share
from questions.builders import a_ladder, cell, paying, shares, sources, survey
from questions.test_comp import percentiles

LADDER = a_ladder(
    Level("hand", "Hand", expects={"grain": cell(Statement("Grinds", "g"), "Sweeps")}, time=shares(milling=80)),
    Level("miller", "Miller", track="ic", summary="Mills.", expects={"grain": cell(Statement("Buys", "g"), "Sweeps")}),
    Level("foreman", "Foreman", track="lead", rank=2, expects={"talk": cell("Hires")}),
    Level("master", expects={"grain": cell("Sets the price"), "talk": cell("Speaks")}, time=shares(milling=(5, 10))),
    Level("ghost", "Ghost"),
    roles=[Level("wind", "Wind miller", level="miller", discipline="wind", expects={"grain": cell("Waits")})],
    tracks={"ic": Track("ic", "Makers")},
    sources=sources(study="survey", guild="survey"),
)


def asked(*names: str, ladder: Ladder = LADDER) -> list[tuple[Ladder, str]]:
    return [(ladder, name) for name in names]


def kinds(names: Sequence[str]) -> dict[str, list[str]]:
    moves = compare(asked(*names)).moves
    assert moves is not None
    return {subject.id: [change.kind for change in subject.changes] for subject in moves[0].subjects}


@pytest.mark.parametrize("names", list(itertools.permutations(["hand", "miller", "master"])))
def test_the_order_in_which_levels_are_typed_does_not_matter(names: tuple[str, ...]) -> None:
    answer = compare(asked(*names))
    assert answer == compare(asked("hand", "miller", "master"))
    assert [side.id for side in answer.sides] == ["hand", "miller", "master"]


def test_sides_of_one_rank_keep_the_order_in_which_they_are_typed() -> None:
    assert [side.id for side in compare(asked("foreman", "miller")).sides] == ["foreman", "miller"]


@pytest.mark.parametrize(
    "names", [("hand", "miller"), ("hand", "miller", "master"), ("hand", "wind", "master", "ghost")]
)
def test_each_move_goes_from_one_side_to_the_next_one_up(names: tuple[str, ...]) -> None:
    moves = compare(asked(*names)).moves
    assert moves is not None
    assert [(move.before, move.after) for move in moves] == list(itertools.pairwise(range(len(names))))


@pytest.mark.parametrize("names", [(), ("hand",), ("hand", "miller", "foreman", "master", "ghost")])
def test_fewer_than_two_and_more_than_four_are_refused_with_a_way_to_find_names(names: tuple[str, ...]) -> None:
    with pytest.raises(LadderError, match=rf"two to 4 levels or roles, not {len(names)}$") as caught:
        compare(asked(*names))
    assert "`ladder list`" in caught.value.hint


def test_a_level_is_not_compared_with_itself() -> None:
    with pytest.raises(LadderError, match="with itself"):
        compare(asked("hand", "miller", "hand"))


def test_a_side_says_who_it_is() -> None:
    low, high = compare(asked("hand", "miller")).sides
    assert (low.title, low.track, low.rank, low.summary, low.ladder) == ("Hand", "", 1, "", "mill")
    assert (high.track, high.summary) == ("Makers", "Mills.")
    wind, master = compare(asked("wind", "master")).sides
    assert (wind.level, wind.discipline, master.title) == ("miller", "wind", "master")
    assert compare(asked("foreman", "master")).sides[0].track == "lead"


def test_a_change_is_told_competency_by_competency_with_silence_as_nothing() -> None:
    assert kinds(("miller", "master")) == {"grain": ["new", "unsaid", "unsaid"], "talk": ["new"]}
    moves = compare(asked("miller", "master")).moves
    assert moves is not None
    assert [(bool(subject.before), bool(subject.after)) for subject in moves[0].subjects] == [
        (True, True),
        (False, True),
    ]


def test_one_subject_changes_on_a_step_up_and_on_a_side_step() -> None:
    assert kinds(("hand", "miller"))["grain"] == ["changes", "same"]
    role = Level("wind", level="miller", expects={"grain": cell(Statement("Buys little", "g"))})
    level = Level("miller", expects={"grain": cell(Statement("Buys", "g"))})
    moves = compare(asked("miller", "wind", ladder=a_ladder(level, roles=[role]))).moves
    assert moves is not None
    assert [change.kind for change in moves[0].subjects[0].changes] == ["changes"]
    assert moves[0].counts == (0, 1, 0, 0)


def test_every_change_is_counted() -> None:
    moves = compare(asked("hand", "miller", "master")).moves
    assert moves is not None
    for move in moves:
        found = [change.kind for subject in move.subjects for change in subject.changes]
        assert tuple(move.counts) == tuple(found.count(kind) for kind in ("new", "changes", "same", "unsaid"))


def test_changes_only_leaves_out_what_is_kept_and_still_counts_it() -> None:
    whole, short = compare(asked("hand", "miller")), compare(asked("hand", "miller"), changes_only=True)
    assert whole.moves is not None
    assert short.moves is not None
    assert short.moves[0].counts == whole.moves[0].counts
    assert short.moves[0].counts.same == 1
    assert [change.kind for subject in short.moves[0].subjects for change in subject.changes] == ["changes"]


def test_changes_only_leaves_out_a_competency_in_which_nothing_changes() -> None:
    same = {"grain": cell("Grinds"), "talk": cell("Talks")}
    ladder = a_ladder(Level("a", expects=same), Level("b", expects={**same, "talk": cell("Sings")}))
    moves = compare(asked("a", "b", ladder=ladder), changes_only=True).moves
    assert moves is not None
    assert [subject.id for subject in moves[0].subjects] == ["talk"]


@pytest.mark.parametrize(
    ("only", "moves", "time", "pay"),
    [
        ((), True, True, True),
        (("time",), False, True, False),
        (("comp",), False, False, True),
        (("expects",), True, False, False),
        (("grain",), True, False, False),
        (("time", "talk"), True, True, False),
    ],
)
def test_a_part_that_was_not_asked_for_is_not_answered(
    only: tuple[str, ...], moves: bool, time: bool, pay: bool
) -> None:
    answer = compare(asked("hand", "master"), only=only)
    assert (answer.moves is not None, answer.time is not None, answer.pay is not None) == (moves, time, pay)
    assert bool(answer.unstated) == time


def test_one_competency_can_be_asked_for_alone() -> None:
    moves = compare(asked("hand", "master"), only=["talk"]).moves
    assert moves is not None
    assert [subject.id for subject in moves[0].subjects] == ["talk"]


def test_all_competencies_can_be_asked_for_without_time_and_pay() -> None:
    moves = compare(asked("hand", "master"), only=["expects"]).moves
    assert moves is not None
    assert [subject.id for subject in moves[0].subjects] == ["grain", "talk"]


def other_mill(**expects: str) -> Ladder:
    known = {"grain": Competency("grain", "Wheat"), "speech": Competency("speech", "  TALK ")}
    level = Level("boss", "Boss", rank=9, expects={name: cell(text) for name, text in expects.items()})
    return a_ladder(level, name="tide", competencies={**known, "tide": Competency("tide", "Tides")})


def test_competencies_of_two_ladders_meet_by_id_then_by_title_and_else_stand_alone() -> None:
    other = other_mill(grain="Sets the price", speech="Speaks", tide="Waits")
    moves = compare([(LADDER, "master"), (other, "boss")]).moves
    assert moves is not None
    met = [
        (subject.before.id if subject.before else None, subject.after.id if subject.after else None)
        for subject in moves[0].subjects
    ]
    assert met == [("grain", "grain"), ("talk", "speech")]
    assert [subject.matched for subject in moves[0].subjects] == ["id", "title"]
    assert [(one.id, one.statements) for one in moves[0].only_after] == [("tide", 1)]
    assert moves[0].counts.new == sum(
        change.kind == "new" for subject in moves[0].subjects for change in subject.changes
    )


def test_competencies_of_two_ladders_meet_by_the_words_of_their_titles_or_as_one_says() -> None:
    here = a_ladder(
        Level("a", expects={"care": cell("Teaches"), "craft": cell("Grinds")}),
        competencies={"care": Competency("care", "Mentoring"), "craft": Competency("craft", "Craft")},
    )
    there = a_ladder(
        Level("b", expects={"growth": cell("Teaches"), "work": cell("Grinds")}),
        competencies={
            "growth": Competency("growth", "Mentoring and sponsorship"),
            "work": Competency("work", "Everyday work"),
        },
        name="tide",
    )
    moves = compare([(here, "a"), (there, "b")]).moves
    assert moves is not None
    assert [(one.id, one.matched, one.other) for one in moves[0].subjects] == [("growth", "wording", "Mentoring")]
    assert ([one.id for one in moves[0].only_before], [one.id for one in moves[0].only_after]) == (["craft"], ["work"])
    said = compare([(here, "a"), (there, "b")], match={"Craft": "everyday work"}).moves
    assert said is not None
    assert {(one.id, one.matched) for one in said[0].subjects} == {("growth", "wording"), ("work", "you")}
    assert (said[0].only_before, said[0].only_after) == ((), ())
    with pytest.raises(UnknownName, match="no competency 'nothing'"):
        compare([(here, "a"), (there, "b")], match={"nothing": "work"})


def test_two_names_for_one_level_are_an_answer() -> None:
    answer = compare(asked("hand", "hand"), called=["Mill L1", "Tide T1"])
    assert (answer.alike, answer.moves) == (True, None)
    assert [side.called for side in answer.sides] == ["Mill L1", "Tide T1"]


def test_a_step_carries_the_sentence_that_the_ladder_has_for_it() -> None:
    levels = Level("a", rank=1, next=(Next("b", "From small to large."),)), Level("b", rank=2), Level("c", rank=3)
    moves = compare(asked("a", "b", "c", ladder=a_ladder(*levels))).moves
    assert moves is not None
    assert [move.summary for move in moves] == ["From small to large.", ""]


def test_an_id_that_two_ladders_share_goes_before_a_title_that_they_share() -> None:
    here = a_ladder(
        Level("a", expects={"craft": cell("Grinds"), "grain": cell("Buys")}),
        competencies={"craft": Competency("craft", "Wheat"), "grain": Competency("grain", "Grain")},
    )
    moves = compare([(here, "a"), (other_mill(grain="Buys"), "boss")]).moves
    assert moves is not None
    assert [(subject.id, [change.kind for change in subject.changes]) for subject in moves[0].subjects] == [
        ("grain", ["same"]),
    ]
    assert [one.id for one in moves[0].only_before] == ["craft"]


def test_one_subject_in_other_words_changes_from_one_ladder_to_another() -> None:
    here = a_ladder(Level("a", expects={"grain": cell(Statement("Buys", "g"))}))
    there = a_ladder(Level("b", rank=5, expects={"grain": cell(Statement("Sells", "g"))}), name="tide")
    moves = compare([(here, "a"), (there, "b")]).moves
    assert moves is not None
    assert [change.kind for change in moves[0].subjects[0].changes] == ["changes"]


def test_one_id_on_two_ladders_is_two_levels() -> None:
    there = a_ladder(Level("hand", rank=1), name="tide")
    assert [side.ladder for side in compare([(LADDER, "hand"), (there, "hand")]).sides] == ["mill", "tide"]


def test_a_cumulative_level_is_compared_with_all_that_it_includes() -> None:
    ladder = a_ladder(
        Level("a", expects={"grain": cell("Grinds")}), Level("b", expects={"grain": cell("Buys")}), cumulative=True
    )
    moves = compare(asked("a", "b", ladder=ladder)).moves
    assert moves is not None
    assert [change.kind for change in moves[0].subjects[0].changes] == ["same", "new"]


def test_what_a_cumulative_level_says_again_is_compared_once() -> None:
    levels = (
        Level("a", expects={"grain": cell("Grinds")}),
        Level("b", expects={"grain": cell("Grinds.", "Buys")}),
        Level("c", expects={"grain": cell("buys", "Sells")}),
    )
    moves = compare(asked("a", "b", "c", ladder=a_ladder(*levels, cumulative=True))).moves
    assert moves is not None
    assert [tuple(move.counts) for move in moves] == [(1, 0, 1, 0), (1, 0, 2, 0)]


def test_time_shows_every_activity_of_any_side_and_nothing_where_a_side_has_none() -> None:
    answer = compare(asked("hand", "miller", "master"))
    assert answer.time is not None
    assert [(hours.id, hours.title, hours.shares) for hours in answer.time] == [
        ("milling", "Milling", (shares(milling=80)["milling"], None, shares(milling=(5, 10))["milling"]))
    ]
    assert [one is None for one in answer.unstated] == [False, True, False]


def test_levels_without_time_shares_have_an_empty_part_about_time() -> None:
    answer = compare(asked("miller", "ghost"))
    assert (answer.time, answer.unstated) == ((), (None, None))


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ({"a": 40}, Unstated(60, 60, 40, 40)),
        ({"a": (30, 40), "b": (45, 70)}, Unstated(0, 25, 75, 110)),
        ({"a": 60, "b": 40}, Unstated(0, 0, 100, 100)),
        ({"a": (70, 80), "b": (50, 60)}, Unstated(0, 0, 120, 140)),
        ({}, None),
    ],
)
def test_what_shares_leave_open_is_a_range_and_is_never_negative(
    ranges: dict[str, float | tuple[float, float]], expected: Unstated | None
) -> None:
    assert unstated_share(Level("x", time=shares(**ranges))) == expected


def test_what_single_people_report_is_compared_as_it_is_and_is_no_part_of_the_sum() -> None:
    reports = Report(10, 10, "A.", ("guild",)), Report(60, 60, "B.", ("study",))
    spans = Share(10, 60, source=("guild", "study"), reports=reports, spans=True)
    low, high = Level("a", time={"talk": spans, **shares(milling=20)}), Level("b", time=shares(talk=30))
    answer = compare(asked("a", "b", ladder=a_ladder(low, high, sources=LADDER.sources)), only=["time"])
    assert answer.time is not None
    assert {hours.id: hours.shares for hours in answer.time} == {
        "talk": (spans, shares(talk=30)["talk"]),
        "milling": (shares(milling=20)["milling"], None),
    }
    assert answer.unstated == (Unstated(80, 80, 20, 20), Unstated(70, 70, 30, 30))
    assert {source.id for source in answer.sources} == {"guild", "study"}


def test_reports_beside_a_share_take_nothing_from_the_sum_of_shares() -> None:
    beside = Share(40, 40, reports=(Report(90, 90),))
    assert unstated_share(Level("a", time={"talk": beside})) == Unstated(60, 60, 40, 40)
    spans = beside._replace(spans=True)
    assert unstated_share(Level("a", time={"talk": spans, **shares(milling=5)})) == Unstated(95, 95, 5, 5)
    assert unstated_share(Level("a", time={"talk": spans})) is None


def test_pay_stands_side_by_side_and_a_side_without_any_says_so() -> None:
    answer = compare(asked("low", "high", ladder=paying(survey(percentiles("low", p50=100)))))
    assert answer.pay is not None
    assert [[row.id for row in pay.rows] for pay in answer.pay] == [["low"]]
    assert [[one.id for one in pay.missing] for pay in answer.pay] == [["high"]]


@pytest.mark.parametrize("names", list(itertools.permutations(["low", "high"])))
def test_a_higher_side_that_is_paid_less_is_noted(names: tuple[str, ...]) -> None:
    answer = compare(asked(*names, ladder=paying(survey(percentiles("low", p50=100), percentiles("high", p50=90)))))
    assert answer.pay is not None
    assert [(drop.lower, drop.higher, drop.percentile) for drop in answer.pay[0].drops] == [("low", "high", 50)]


def test_a_source_id_of_two_ladders_stays_two_sources() -> None:
    def grinding(name: str, title: str) -> Ladder:
        said = cell(Statement(f"Grinds at the {name}", source=("book",)))
        known = {"book": Source("book", title, "article"), "shared": Source("shared", "Shared", "survey")}
        level = Level(f"{name}-hand", expects={"grain": said, "people": cell(Statement("Greets", source=("shared",)))})
        return a_ladder(level, name=name, sources=known)

    one, two = grinding("one", "Book of one"), grinding("two", "Book of two")
    answer = compare([(one, "one-hand"), (two, "two-hand")])
    titles = {source.id: source.title for source in answer.sources}
    assert titles == {"book": "Book of one", "shared": "Shared", "two:book": "Book of two"}
    assert answer.moves is not None
    credited = {
        statement.text: [titles[name] for name in statement.source]
        for subject in answer.moves[0].subjects
        for change in subject.changes
        for statement in (change.before, change.after)
        if statement
    }
    assert credited["Grinds at the one"] == ["Book of one"]
    assert credited["Grinds at the two"] == ["Book of two"]


def test_a_side_of_the_same_rank_that_is_paid_less_is_no_drop() -> None:
    levels = (Level("miller", rank=2), Level("foreman", rank=2))
    bands = survey(percentiles("miller", p50=5), percentiles("foreman", p50=4))
    pay = compare(asked("miller", "foreman", ladder=a_ladder(*levels, surveys={"s": bands}))).pay
    assert pay is not None
    assert [one.drops for one in pay] == [()]


def test_the_pay_of_each_ladder_stands_for_itself_with_all_its_sides() -> None:
    here = paying(survey(percentiles("low", p50=5), percentiles("high", p50=9)), levels=("low", "middle", "high"))
    there = paying(survey(percentiles("sea", p50=1)), levels=("shore", "sea"), name="tide")
    pay = compare([(there, "sea"), (here, "high"), (here, "low"), (there, "shore")]).pay
    assert pay is not None
    assert [([row.id for row in one.rows], [gone.id for gone in one.missing]) for one in pay] == [
        (["sea"], ["shore"]),
        (["high", "low"], []),
    ]
    assert [one.drops for one in pay] == [(), ()]


def test_pay_of_two_ladders_is_one_answer_a_ladder() -> None:
    one, two = (paying(survey(percentiles("low", p50=pay)), name=name) for name, pay in (("one", 100), ("two", 90)))
    answer = compare([(one, "low"), (two, "low")])
    assert answer.pay is not None
    assert [[row.percentiles[50] for row in pay.rows] for pay in answer.pay] == [[100], [90]]
    assert [pay.drops for pay in answer.pay] == [(), ()]


def test_every_source_that_a_part_names_is_listed_once_and_no_other() -> None:
    levels = (
        Level("low", expects={"grain": cell(Statement("Grinds", source=("book", "guild")))}, time=shares(milling=50)),
        Level("high", expects={"grain": cell(Statement("Buys", source=("guild",)))}),
    )
    known = sources(unused="article", guild="survey", book="article", study="survey", wages="survey")
    ladder = a_ladder(
        *levels, sources=known, surveys={"s": survey(percentiles("high", p50=1), id="s", source=("wages",))}
    )
    assert {source.id for source in compare(asked("low", "high", ladder=ladder)).sources} == {
        "book",
        "guild",
        "study",
        "wages",
    }
    assert [source.id for source in compare(asked("low", "high", ladder=ladder), only=["comp"]).sources] == ["wages"]


def crediting(name: str, rank: int, publisher: str) -> Ladder:
    """A ladder of one level whose statement, time share and pay all rest on its own `guild`."""
    level = Level(
        "one",
        rank=rank,
        expects={"grain": cell(Statement("Grinds", "g", source=("guild",)))},
        time={"milling": Share(50, 50, source=("guild",))},
    )
    return a_ladder(
        level,
        name=name,
        sources={"guild": Source("guild", "Guild rolls", "survey", publisher)},
        surveys={"wages": survey(percentiles("one", p50=1), source=("guild",))},
    )


def credits_of(answer: Comparison) -> dict[str, list[str]]:
    """The publishers that stand behind each side's statement, time share and pay, lowest side first."""
    publishers = {source.id: source.publisher for source in answer.sources}
    assert len(publishers) == len(answer.sources)
    assert answer.moves is not None
    assert answer.time is not None
    assert answer.pay is not None
    changes = [move.subjects[0].changes[0] for move in answer.moves]
    said = [changes[0].before, *(change.after for change in changes)]
    return {
        "said": [publishers[name] for one in said if one for name in one.source],
        "time": [publishers[name] for share in answer.time[0].shares if share for name in share.source],
        "paid": [publishers[name] for pay in answer.pay for row in pay.rows for name in row.source],
        "pay": [source.publisher for pay in answer.pay for source in pay.sources],
    }


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_one_source_id_of_several_ladders_credits_each_ladder_s_own_source(order: tuple[int, ...]) -> None:
    known = (("mill", 1, "Millers"), ("tide", 2, "Sailors"), ("kiln", 3, "Potters"))
    first, *others = [known[place] for place in order]
    answer = compare([(crediting(*one), "one") for one in (first, *others)])
    assert [source.id for source in answer.sources] == ["guild", *(f"{name}:guild" for name, *_ in others)]
    everyone = [publisher for *_, publisher in (first, *others)]
    assert credits_of(answer) == dict.fromkeys(("said", "time", "paid", "pay"), everyone)


def test_one_source_that_several_ladders_know_is_listed_once() -> None:
    answer = compare([(crediting("mill", 1, "Millers"), "one"), (crediting("tide", 2, "Millers"), "one")])
    assert [source.id for source in answer.sources] == ["guild"]
    assert credits_of(answer) == {part: ["Millers", "Millers"] for part in ("said", "time", "paid", "pay")}
