"""What changed between two versions of a ladder."""

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder import model
from ladder.comparing.entries import moved
from ladder.comparing.renames import FIELDS, renamed, renames
from ladder.model import (
    Activity,
    Archetype,
    Band,
    Baseline,
    Block,
    Cell,
    Company,
    CompanyLevel,
    Competency,
    Day,
    Faq,
    Ladder,
    Level,
    Next,
    Ref,
    Report,
    Share,
    Source,
    Span,
    Statement,
    Step,
    Topic,
    Track,
)
from ladder.questions.diff import SECTIONS, Difference, Thing, diff, places
from ladders import read, write_all
from questions.builders import a_ladder, cell, said, shares, sources, survey
from questions.every_field import EVERYTHING

HAND = Level("hand", "Hand", expects={"grain": cell("Grinds rye on small stones", "Sweeps the floor")})
MILLER = Level("miller", "Miller", expects={"grain": cell("Buys wheat"), "talk": cell("Talks to carters")})
MASTER = Level("master", "Master")
WIND = Level("wind", "Miller of the wind", level="miller", expects={"grain": cell("Waits")})
LADDER = a_ladder(HAND, MILLER, MASTER, roles=[WIND])


def with_level(name: str, **keys: Any) -> Ladder:
    """The ladder with other keys of one level."""
    level = LADDER.levels[name]._replace(**keys)
    return LADDER._replace(levels={**LADDER.levels, name: level})


def saying(*texts: str | Statement) -> Ladder:
    """A ladder of one level that expects this of grain."""
    return a_ladder(Level("hand", expects={"grain": cell(*texts)}))


def kinds(before: Ladder, after: Ladder) -> list[tuple[str, str | None, str | None]]:
    """The statements that differ: what became of each, and both texts."""
    return [
        (change.kind, *(side and side.text for side in (change.before, change.after)))
        for thing in diff(before, after).things
        for change in thing.changes
        if isinstance(change.before or change.after, Statement)
    ]


def hows(answer: Difference) -> list[tuple[str, str, tuple[str, ...]]]:
    """The things that differ, and how."""
    return [(thing.kind, thing.id, thing.how) for thing in answer.things]


def values(thing: Thing) -> dict[tuple[str, ...], tuple[Any, Any]]:
    """A thing's changes by where they stand."""
    return {tuple(filter(None, (one.part, one.about, one.key))): (one.before, one.after) for one in thing.changes}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Ladder:
    """A ladder that says something in every field."""
    return read(write_all(tmp_path_factory.mktemp("shelf") / "mill", EVERYTHING))


def test_a_ladder_does_not_differ_from_itself(everything: Ladder) -> None:
    answer = diff(everything, everything)
    assert (answer.things, answer.tallies) == ((), ())
    assert answer.statements[:-1] == (0, 0, 0, 0, 0)
    assert answer.statements.kept > 20


def test_where_a_ladder_stands_is_no_difference() -> None:
    assert diff(LADDER, LADDER._replace(name="elsewhere")).things == ()
    untitled = LADDER._replace(title="mill")
    assert diff(untitled, untitled._replace(name="mill@old", title="mill@old")).things == ()
    assert hows(diff(LADDER, LADDER._replace(title="Another"))) == [("ladder", "mill", ("renamed",))]


Build = Callable[[Any], Ladder]


def mutations(part: Any, build: Build) -> Iterator[Ladder]:
    """Every ladder that differs from one in a single value, in the order or end of a list, or in a key that is gone."""

    def inside(put: Callable[[Any], Any]) -> Build:
        return lambda value: build(put(value))

    if hasattr(part, "_fields"):
        for field in part._fields:
            if not (isinstance(part, Ladder) and field in ("name", "order", "role_ids")):
                yield from mutations(getattr(part, field), inside(partial(_with_field, part, field)))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from mutations(value, inside(partial(_with_key, part, key)))
            yield build({name: one for name, one in part.items() if name != key})
    elif isinstance(part, tuple):
        for place, value in enumerate(part):
            yield from mutations(value, inside(partial(_with_entry, part, place)))
        if part:
            yield build(part[:-1])
        if part != part[::-1]:
            yield build(part[::-1])
    elif isinstance(part, bool):
        yield build(not part)
    elif isinstance(part, int | float):
        yield build(part + 1)
    elif isinstance(part, str):
        yield build(part + "!")


def _with_field(part: Any, field: str, value: Any) -> Any:
    return part._replace(**{field: value})


def _with_key(part: Mapping[Any, Any], key: Any, value: Any) -> Any:
    return {**part, key: value}


def _with_entry(part: tuple[Any, ...], place: int, value: Any) -> Any:
    return (*part[:place], value, *part[place + 1 :])


@pytest.fixture(scope="module")
def every(everything: Ladder) -> list[Ladder]:
    """The full ladder, each time with one thing changed."""
    found = list(mutations(everything, lambda ladder: ladder))
    assert len(found) > 600
    return found


def test_nothing_that_differs_is_left_out(everything: Ladder, every: list[Ladder]) -> None:
    for other in every[::11]:
        assert other != everything
        assert diff(everything, other).things, "forwards"
        assert diff(other, everything).things, "backwards"


@given(st.data())
def test_no_difference_is_left_out_wherever_it_is(every: list[Ladder], data: st.DataObject) -> None:
    one, other = (every[data.draw(st.integers(0, len(every) - 1))] for _ in "ab")
    assert bool(diff(one, other).things) == (one != other)


def test_a_level_that_came_and_one_that_went_are_shown_with_all_that_they_say() -> None:
    new = Level("boss", "Boss", summary="Owns.", expects={"talk": cell("Hires")})
    answer = diff(a_ladder(HAND, MILLER), a_ladder(HAND, new))
    assert hows(answer) == [("level", "boss", ("added",)), ("level", "miller", ("removed",))]
    assert values(answer.things[0]) == {
        ("summary",): (None, "Owns."),
        ("expects", "talk"): (None, Statement("Hires")),
    }
    assert [(one.kind, one.added, one.removed) for one in answer.tallies] == [("level", 1, 1)]
    assert answer.statements == (1, 2, 0, 0, 0, 2)


def test_a_title_that_changed_is_a_new_name() -> None:
    (thing,) = diff(LADDER, with_level("master", title="Owner")).things
    assert (thing.title, thing.how, values(thing)) == ("Owner", ("renamed",), {("title",): ("Master", "Owner")})


def test_another_id_under_the_same_title_is_a_new_name_and_what_refers_to_it_follows() -> None:
    def ladder(name: str) -> Ladder:
        top = Level(name, "Master")
        low = HAND._replace(next=(Next(name),))
        pay = survey(Band(name, mean=1))
        company = Company("tide", levels={"T1": CompanyLevel("T1", is_=name)})
        hat = Archetype("rover", "Rover", (name,))
        role = Level("wind", "Windmaster", level=name)
        return a_ladder(
            low, top, roles=[role], surveys={"pay": pay}, companies={"tide": company}, archetypes={"rover": hat}
        )

    answer = diff(ladder("master"), ladder("owner"))
    assert hows(answer) == [("level", "owner", ("renamed",))]
    assert answer.things[0].was == "master"
    assert values(answer.things[0]) == {("id",): ("master", "owner")}


def test_another_id_and_title_with_most_of_the_statements_is_a_new_name() -> None:
    texts = ("Grinds rye", "Sweeps floors", "Greets carters")
    before = a_ladder(Level("hand", "Hand", expects={"grain": cell(*texts)}), MASTER)
    after = a_ladder(Level("helper", "Helper", expects={"grain": cell(*texts[:2], "Sings")}), MASTER)
    answer = diff(before, after)
    assert hows(answer) == [("level", "helper", ("renamed", "changed"))]
    assert kinds(before, after) == [("added", None, "Sings"), ("removed", "Greets carters", None)]
    few = a_ladder(Level("helper", "Helper", expects={"grain": cell(texts[0], "Sings")}), MASTER)
    assert hows(diff(before, few)) == [("level", "helper", ("added",)), ("level", "hand", ("removed",))]


def test_a_title_that_several_share_names_none_of_them() -> None:
    before = a_ladder(Level("a", "Same"), Level("b", "Same"))
    after = a_ladder(Level("c", "Same"), Level("d", "Same"))
    assert renames(before, after) == {}


def test_a_competency_with_a_new_id_takes_its_cells_along() -> None:
    def judged(name: str, title: str) -> Ladder:
        level = Level("a", expects={name: cell("Grinds rye", "Buys wheat")})
        return a_ladder(level, competencies={name: Competency(name, title)})

    assert hows(diff(judged("grain", "Grain"), judged("corn", "Grain"))) == [("competency", "corn", ("renamed",))]
    assert hows(diff(judged("grain", "Grain"), judged("corn", "Corn"))) == [("competency", "corn", ("renamed",))]


@pytest.mark.parametrize(("field", "kind"), FIELDS.items())
def test_whatever_has_an_id_keeps_who_it_is_under_a_new_one(everything: Ladder, field: str, kind: str) -> None:
    old = next(iter(getattr(everything, field)))
    named = getattr(everything, field)[old]
    one = everything
    if not named.title:
        one = _with_field(one, field, {**getattr(one, field), old: named._replace(title="Titled")})
    other = renamed(one, {kind: {old: "new id"}})
    assert old not in getattr(other, field)
    assert [(thing.kind, thing.was, thing.id, thing.how) for thing in diff(one, other).things] == [
        (kind, old, "new id", ("renamed",))
    ]


def test_every_reference_of_the_model_follows_a_new_id(everything: Ladder) -> None:
    tree = ast.parse(Path(str(model.__file__)).read_text())
    kinds_named = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == Ref.__name__
        if isinstance(node.args[0], ast.Constant)
    }
    assert kinds_named <= {*FIELDS.values()}
    names = {kind: {name: f"new {name}" for name in getattr(everything, field)} for field, kind in FIELDS.items()}
    back = {kind: {new: old for old, new in some.items()} for kind, some in names.items()}
    there = renamed(everything, names)
    assert there != everything
    assert renamed(there, back) == everything
    assert {name for level in there.levels.values() for name in level.expects} <= set(there.competencies)
    assert {band.for_ for one in there.surveys.values() for band in one.bands if band.for_} <= {
        *there.levels,
        *there.roles,
    }


def test_a_level_that_changed_places_has_moved_and_those_around_it_have_not() -> None:
    levels = [Level(name, name.upper()) for name in "abcd"]
    answer = diff(a_ladder(*levels), a_ladder(levels[1], levels[2], levels[3], levels[0]))
    assert hows(answer) == [("level", "a", ("moved",))]
    assert values(answer.things[0]) == {("order",): (1, 4)}


def test_a_new_level_moves_none_of_those_above_it() -> None:
    answer = diff(a_ladder(HAND, MASTER), a_ladder(HAND, Level("boss"), MASTER))
    assert hows(answer) == [("level", "boss", ("added",))]


def test_a_rank_that_is_given_and_a_track_move_a_level() -> None:
    answer = diff(LADDER, with_level("master", rank=9))
    assert hows(answer) == [("level", "master", ("moved",))]
    assert values(answer.things[0]) == {("rank",): (3, 9)}
    assert hows(diff(LADDER, with_level("master", track="lead"))) == [("level", "master", ("moved",))]


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_what_did_not_move_stands_in_the_same_order(before: list[int], after: list[int]) -> None:
    out = moved(before, after)
    rest = [[one for one in side if one not in out and one in before and one in after] for side in (before, after)]
    assert rest[0] == rest[1]
    assert out <= set(before) & set(after)
    assert not moved(before, before)


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        (["Grinds"], ["Grinds", "Sings"], [("added", None, "Sings")]),
        (["Grinds", "Sings"], ["Grinds"], [("removed", "Sings", None)]),
        (["Grinds fine rye"], ["Grinds fine wheat"], [("reworded", "Grinds fine rye", "Grinds fine wheat")]),
        (["Grinds"], ["grinds."], [("reworded", "Grinds", "grinds.")]),
        (["Grinds", "Sings", "Greets"], ["Sings", "Greets", "Grinds"], [("moved", "Grinds", "Grinds")]),
        (["Grinds", "Grinds"], ["Grinds"], [("removed", "Grinds", None)]),
        ([Statement("Grinds", "g")], [Statement("Mills", "g")], [("reworded", "Grinds", "Mills")]),
        ([Statement("Grinds", "g")], [Statement("Grinds", "h")], [("changed", "Grinds", "Grinds")]),
        ([Statement("Grinds")], [Statement("Grinds", optional=True)], [("changed", "Grinds", "Grinds")]),
        ([Statement("Grinds", optional=True)], [Statement("Grinds")], [("changed", "Grinds", "Grinds")]),
        ([Statement("Grinds")], [Statement("Grinds", examples=("Rye",))], [("changed", "Grinds", "Grinds")]),
        ([Statement("Grinds")], [Statement("Grinds", source=("a",))], [("changed", "Grinds", "Grinds")]),
    ],
)
def test_what_became_of_a_statement_has_one_word(
    before: list[str | Statement], after: list[str | Statement], became: list[tuple[str, str | None, str | None]]
) -> None:
    assert kinds(saying(*before), saying(*after)) == became


def test_a_statement_that_stands_under_another_competency_has_moved_there() -> None:
    before = a_ladder(Level("a", expects={"grain": cell("Grinds", "Sings"), "talk": cell("Greets")}))
    after = a_ladder(Level("a", expects={"grain": cell("Grinds"), "talk": cell("Greets", "Sings")}))
    (change,) = diff(before, after).things[0].changes
    assert (change.kind, change.about, change.was_about, change.was_about_title) == ("moved", "talk", "grain", "Grain")


def test_every_statement_is_counted_once() -> None:
    before = saying("Grinds fine rye", "Sweeps", "Sings", "Greets")
    after = saying("Grinds fine wheat", "Sings", "Greets", Statement("Sleeps"))
    counts = diff(before, after).statements
    assert counts == (1, 1, 1, 0, 0, 2)
    texts = st.lists(st.sampled_from(["Grinds rye", "Grinds wheat", "Sings", "Greets", "Sweeps"]), max_size=6)

    @given(texts, texts)
    def check(old: list[str], new: list[str]) -> None:
        found = diff(saying(*old), saying(*new)).statements
        assert found.added + found.reworded + found.changed + found.moved + found.kept == len(new)
        assert found.removed + found.reworded + found.changed + found.moved + found.kept == len(old)

    check()


def test_a_role_does_not_repeat_what_changed_on_its_level() -> None:
    level = MILLER._replace(summary="Mills.", expects={**MILLER.expects, "talk": cell("Sings")})
    after = a_ladder(HAND, level, MASTER, roles=[WIND])
    assert hows(diff(LADDER, after)) == [("level", "miller", ("changed",))]


def test_a_role_that_begins_to_differ_from_its_level_has_changed() -> None:
    role = WIND._replace(expects={**WIND.expects, "talk": cell("Whistles")})
    after = a_ladder(HAND, MILLER, MASTER, roles=[role])
    assert hows(diff(LADDER, after)) == [("role", "wind", ("changed",))]
    assert kinds(LADDER, after) == [("added", None, "Whistles"), ("removed", "Talks to carters", None)]
    assert kinds(after, LADDER) == [("added", None, "Talks to carters"), ("removed", "Whistles", None)]


def test_a_role_that_came_says_only_what_is_its_own() -> None:
    answer = diff(a_ladder(HAND, MILLER, MASTER), LADDER)
    assert hows(answer) == [("role", "wind", ("added",))]
    assert values(answer.things[0]) == {("level",): (None, "miller"), ("expects", "grain"): (None, Statement("Waits"))}


def test_another_default_source_is_said_once_and_not_of_every_claim() -> None:
    def ladder(source: str) -> Ladder:
        by = (source,)
        level = Level(
            "a",
            source=by,
            years=Span(2, source=by),
            expects={"grain": cell(Statement("Grinds", source=by))},
            time={"milling": Share(5, 10, source=by, reports=(Report(5, 10, source=by),))},
            faq=(Faq("Is it dusty?", "It is.", by),),
        )
        return a_ladder(level, source=by, sources=sources(house="editorial", guild="survey"))

    answer = diff(ladder("house"), ladder("guild"))
    assert hows(answer) == [("ladder", "mill", ("changed",))]
    assert answer.statements == (0, 0, 0, 0, 0, 1)
    explicit = ladder("house")._replace(source=("guild",))
    assert hows(diff(ladder("house"), explicit)) == [("ladder", "mill", ("changed",))]
    (ladder_, level) = diff(explicit, ladder("house")._replace(levels=ladder("guild").levels)).things
    assert (ladder_.how, level.how) == (("changed",), ("changed",))


@pytest.mark.parametrize(
    ("keys", "where", "sides"),
    [
        ({"summary": "Mills."}, ("summary",), ("", "Mills.")),
        ({"aliases": ("boss",)}, ("aliases",), ((), ("boss",))),
        ({"points": 3.0}, ("points",), (None, 3.0)),
        ({"expects": {"grain": Cell(step="fine")}}, ("expects", "grain", "step"), (None, "fine")),
        ({"expects": {"grain": Cell()}}, ("expects", "grain"), (None, Cell())),
        ({"time": shares(milling=(10, 20))}, ("time", "milling", "share"), (None, Share(10, 20))),
        ({"topics": {"tools": said("A mill bill")}}, ("topics", "tools"), (None, Statement("A mill bill"))),
        ({"topics": {"tools": ()}}, ("topics", "tools"), (None, ())),
        ({"days": (Day((Block(0),), "Early"),)}, ("days", "Early", "blocks"), (None, Block(0))),
        ({"next": (Next("hand", years=(2, 3)),)}, ("next", "hand", "years"), (None, (2, 3))),
    ],
)
def test_a_key_of_a_level_is_shown_with_what_it_was(
    keys: dict[str, Any], where: tuple[str, ...], sides: tuple[Any, Any]
) -> None:
    (thing,) = diff(LADDER, with_level("master", **keys)).things
    assert values(thing)[where] == sides


def test_the_ladders_own_keys_are_compared() -> None:
    after = LADDER._replace(version="2", cumulative=True, baseline=Baseline({"talk": cell("Greets")}))
    (thing,) = diff(LADDER, after).things
    assert (thing.kind, thing.how) == ("ladder", ("changed",))
    assert values(thing) == {
        ("version",): ("", "2"),
        ("cumulative",): (False, True),
        ("baseline", "talk"): (None, Statement("Greets")),
    }


def test_pay_is_compared_band_by_band() -> None:
    before = a_ladder(HAND, surveys={"wages": survey(Band("hand", mean=1), Band("hand", segment="wind", mean=2))})
    after = a_ladder(HAND, surveys={"wages": survey(Band("hand", mean=1), Band("hand", segment="wind", mean=3))})
    (thing,) = diff(before, after).things
    assert (thing.kind, [(one.before.mean, one.after.mean) for one in thing.changes]) == ("survey", [(2, 3)])


def test_the_order_of_what_is_shown_in_order_counts() -> None:
    def ladder(*names: str) -> Ladder:
        return a_ladder(HAND, competencies={name: Competency(name) for name in names})

    before, after = ladder("grain", "talk", "bins"), ladder("talk", "bins", "grain")
    assert hows(diff(before, after)) == [("competency", "grain", ("moved",))]


def test_the_sources_behind_what_differs_come_along() -> None:
    known = {"guild": Source("guild", "Rolls", "survey"), "book": Source("book", "Book", "article")}
    before = saying(Statement("Grinds rye", source=("book",)))._replace(sources=known)
    after = saying(Statement("Grinds rye", source=("book",)), Statement("Sings", source=("guild",)))
    assert [one.id for one in diff(before, after._replace(sources=known)).sources] == ["guild"]


CHANGED = a_ladder(
    HAND._replace(summary="New.", expects={"grain": cell("Sings"), "talk": cell("Greets")}),
    MILLER._replace(title="Stoneman"),
    MASTER,
    Level("boss", "Boss"),
    roles=[WIND],
    sources=sources(guild="survey"),
)


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (["levels"], {"hand": ("changed",), "miller": ("renamed",), "boss": ("added",)}),
        (["miller"], {"miller": ("renamed",)}),
        (["expects"], {"hand": ("changed",)}),
        (["summary"], {"hand": ("changed",)}),
        (["talk"], {"hand": ("changed",)}),
        (["sources"], {"guild": ("added",)}),
        (["sources", "boss"], {"guild": ("added",), "boss": ("added",)}),
        (["comp"], {}),
    ],
)
def test_a_part_or_an_id_can_be_asked_for_alone(only: list[str], found: dict[str, tuple[str, ...]]) -> None:
    answer = diff(LADDER, CHANGED, only=only)
    assert {thing.id: thing.how for thing in answer.things} == found
    assert answer.only == tuple(only)


def test_a_competency_asked_for_alone_leaves_the_others_out_and_uncounted() -> None:
    answer = diff(LADDER, CHANGED, only=["talk"])
    assert [change.about for thing in answer.things for change in thing.changes] == ["talk"]
    assert answer.statements == (1, 0, 0, 0, 0, 1)


def test_everything_can_be_asked_for_by_the_parts() -> None:
    assert set(diff(LADDER, CHANGED).things) == {
        thing for part in SECTIONS for thing in diff(LADDER, CHANGED, only=[part]).things
    }
    known = places(LADDER, CHANGED)
    assert {*SECTIONS, "expects", "boss", "wind", "grain"} <= set(known)


def test_a_former_id_can_be_asked_for() -> None:
    after = a_ladder(HAND, Level("stoneman", "Miller", expects=MILLER.expects), MASTER)
    before = a_ladder(HAND, MILLER, MASTER)
    assert [thing.id for thing in diff(before, after, only=["miller"]).things] == ["stoneman"]


def test_what_holds_ids_of_its_own_is_compared_inside() -> None:
    before = a_ladder(
        HAND,
        tracks={"ic": Track("ic")},
        topics={"tools": Topic("tools")},
        activities={"milling": Activity("milling")},
        competencies={"grain": Competency("grain", steps=(Step("a", "A", said("Grinds")),))},
    )
    after = before._replace(
        tracks={"ic": Track("ic", about="Makers.")},
        competencies={"grain": Competency("grain", steps=(Step("a", "A", said("Mills")), Step("b", "B")))},
    )
    track, competency = diff(before, after).things
    assert values(track) == {("about",): ("", "Makers.")}
    assert {(one.kind, one.about, one.key) for one in competency.changes} == {
        ("added", "a", "expects"),
        ("removed", "a", "expects"),
        ("added", "b", ""),
    }
