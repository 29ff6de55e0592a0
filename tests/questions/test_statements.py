"""All that a ladder says, one row a statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.model import Baseline, Cell, Competency, Ladder, Level, Statement, Step, Track
from ladder.questions.statements import Row, statements
from questions.builders import a_ladder, cell, said, sources

FULL = Statement("Grinds", "grind", ("rye",), ("dust",), ("https://mill.example",), ("hand",), True, ("guild",))
LADDER = a_ladder(
    Level("hand", "Hand", track="mill", expects={"grain": cell(FULL, "Sweeps", label="Coarse", optional=True)}),
    Level("miller", expects={"stone": cell(step="dresses")}),
    roles=[
        Level("wind", "Wind miller", level="hand", discipline="wind", expects={"grain": cell("Waits")}),
        Level("tide", level="miller"),
    ],
    tracks={"mill": Track("mill", "Of the mill")},
    competencies={
        "grain": Competency("grain", "Grain", "Craft"),
        "stone": Competency("stone", "Stone", steps=(Step("looks"), Step("dresses", "Dresses", said("Cuts", "Turns")))),
    },
    baseline=Baseline({"grain": cell("Is on time")}),
    sources=sources(guild="survey", other="article"),
)


def rows(ladder: Ladder = LADDER, **where: str) -> list[Row]:
    return [row for row in statements(ladder).rows if all(getattr(row, key) == value for key, value in where.items())]


def test_a_statement_has_a_row_with_all_that_is_known_of_it_and_of_where_it_stands() -> None:
    assert rows(level="hand")[0] == Row(
        part="level",
        level="hand",
        level_title="Hand",
        track="mill",
        track_title="Of the mill",
        rank=1,
        competency="grain",
        competency_title="Grain",
        group="Craft",
        label="Coarse",
        cell_optional=True,
        id="grind",
        statement="Grinds",
        examples=("rye",),
        signals=("dust",),
        links=("https://mill.example",),
        tags=("hand",),
        optional=True,
        source=("guild",),
    )


def test_all_statements_of_a_cell_carry_what_is_said_of_the_cell() -> None:
    assert [(row.statement, row.label, row.cell_optional) for row in rows(level="hand")] == [
        ("Grinds", "Coarse", True),
        ("Sweeps", "Coarse", True),
    ]


def test_a_cell_that_is_a_step_has_a_row_with_the_step() -> None:
    (row,) = rows(level="miller")
    assert (row.step, row.step_title, row.statement, row.competency) == ("dresses", "Dresses", "", "stone")


def test_a_scale_has_a_row_a_statement_and_one_for_a_step_that_says_nothing() -> None:
    assert [(row.competency, row.step, row.step_title, row.statement, row.level) for row in rows(part="scale")] == [
        ("stone", "looks", "", "", ""),
        ("stone", "dresses", "Dresses", "Cuts", ""),
        ("stone", "dresses", "Dresses", "Turns", ""),
    ]


def test_what_every_level_expects_stands_with_neither_level_nor_step() -> None:
    assert [(row.statement, row.level, row.step) for row in rows(part="baseline")] == [("Is on time", "", "")]


def test_a_role_has_what_it_says_itself_and_one_row_where_that_is_nothing() -> None:
    assert [(row.of, row.discipline, row.competency, row.statement) for row in rows(part="role")] == [
        ("hand", "wind", "grain", "Waits"),
        ("miller", "", "", ""),
    ]


def test_a_level_and_a_competency_of_which_nothing_is_said_have_a_row() -> None:
    bare = a_ladder(Level("hand"), competencies={"grain": Competency("grain", "Grain")})
    assert [(row.part, row.level, row.competency) for row in rows(bare)] == [
        ("competency", "", "grain"),
        ("level", "hand", ""),
    ]


def test_a_cell_that_says_nothing_has_a_row() -> None:
    assert [row.competency for row in rows(a_ladder(Level("hand", expects={"grain": Cell()})))] == ["grain"]


def test_competencies_are_named_first_where_their_order_would_be_lost() -> None:
    lost = a_ladder(
        Level("hand", expects={"b": cell("x")}),
        Level("miller", expects={"a": cell("x"), "c": cell("x")}),
        competencies={name: Competency(name) for name in "abc"},
    )
    assert [row.competency for row in rows(lost, part="competency")] == ["a"]
    assert rows(lost._replace(competencies={name: Competency(name) for name in "bac"}), part="competency") == []


@given(
    st.permutations("abcd"), st.lists(st.sets(st.sampled_from("abcd")), max_size=3), st.sets(st.sampled_from("abcd"))
)
def test_competencies_are_first_met_in_the_order_of_the_ladder(
    order: list[str], levels: list[set[str]], scaled: set[str]
) -> None:
    known = {name: Competency(name, steps=(Step("s"),) if name in scaled else ()) for name in order}
    made = [
        Level(str(place), expects={name: cell("x") for name in sorted(names)}) for place, names in enumerate(levels)
    ]
    met = dict.fromkeys(row.competency for row in rows(a_ladder(*made, competencies=known)) if row.competency)
    assert list(met) == order


@pytest.mark.parametrize("ladder", [LADDER, a_ladder(Level("hand"))])
def test_levels_stand_lowest_first_before_the_roles(ladder: Ladder) -> None:
    met = list(dict.fromkeys(row.level for row in rows(ladder) if row.level))
    assert met == [*ladder.order, *ladder.role_ids]


def test_an_answer_carries_the_sources_that_it_names() -> None:
    assert [source.id for source in statements(LADDER).sources] == ["guild"]
    assert (statements(LADDER).ladder, statements(LADDER).title) == ("mill", "The mill's ladder")


def test_an_empty_ladder_says_nothing() -> None:
    assert statements(Ladder("void")).rows == ()
