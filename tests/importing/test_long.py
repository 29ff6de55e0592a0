"""Tables of one statement a row: other people's, and this program's own, which comes back as it was."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.pages import page
from importing.reading import into
from importing.test_table import cells, groups, left
from ladder.importing.draft import Draft, trimmed
from ladder.importing.own import COLUMNS, texts
from ladder.importing.writing import single
from ladder.model import Baseline, Cell, Competency, Ladder, Level, Statement, Step, Track
from ladder.pages.statements import lines, sheet
from ladder.questions.statements import statements
from ladder.reading.context import valid_id
from ladder.reading.folder import Folder
from ladder.render.csv import render
from ladder.render.text import printable

FEW = settings(max_examples=25, deadline=None)


def imported(text: str) -> Draft:
    draft = Draft()
    into([page(text, "mill.csv")], draft)
    return draft


def ladder_of(draft: Draft) -> Ladder:
    """The ladder that a draft becomes, read back from what is written of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mill.yaml"
        path.write_text(single(draft), encoding="utf-8")
        return Folder(str(path)).ladder()


# -- other people's tables


@pytest.mark.parametrize("level", ["Level", "role", "GRADE", "Position"])
@pytest.mark.parametrize("competency", ["Competency", "Skill", "dimension", "Area", "Theme", "Category", "Attribute"])
@pytest.mark.parametrize("statement", ["Statement", "Expectation", "Behavior", "criterion", "Text", "Summary"])
def test_columns_are_known_by_their_names_in_any_order(level: str, competency: str, statement: str) -> None:
    draft = imported(f"{statement},{level},{competency}\nGrinds,L1,Grain\nBuys,L2,Grain\nGreets,L1,Talk\n")
    assert cells(draft) == {"L1": {"Grain": ["Grinds"], "Talk": ["Greets"]}, "L2": {"Grain": ["Buys"]}}
    assert draft.did == ["mill.csv: one statement a row"]


def test_a_row_that_says_the_same_with_another_example_adds_it() -> None:
    draft = imported("Level,Skill,Statement,Example\nL1,Grain,Grinds,rye\nL1,Grain,Grinds,oats\nL2,Grain,Grinds,rye\n")
    assert cells(draft) == {"L1": {"Grain": ["Grinds", "rye", "oats"]}, "L2": {"Grain": ["Grinds", "rye"]}}


def test_blank_cells_below_merged_ones_repeat_them() -> None:
    draft = imported(
        "Group,Level,Skill,Statement\nCraft,L1,Grain,Grinds\n,,,Sweeps\n,,Stone,Dresses\nPeople,L2,Talk,a\n"
    )
    assert cells(draft) == {"L1": {"Grain": ["Grinds", "Sweeps"], "Stone": ["Dresses"]}, "L2": {"Talk": ["a"]}}
    assert groups(draft) == {"Grain": "Craft", "Stone": "Craft", "Talk": "People"}


def test_a_blank_group_is_none_where_nothing_is_merged() -> None:
    draft = imported("Group,Level,Skill,Statement\nCraft,L1,Grain,Grinds\n,L1,Talk,Greets\n")
    assert groups(draft) == {"Grain": "Craft", "Talk": ""}


def test_titles_above_the_columns_are_the_ladder_s() -> None:
    draft = imported("Millers,,\nOf the hill,,\nLevel,Skill,Statement\nL1,Grain,Grinds\n")
    assert draft.head == {"title": "Millers", "about": "Of the hill"}


def test_one_row_a_level_with_columns_beside_its_description_is_no_list_of_statements() -> None:
    draft = imported("Level,Area,Description,Grain,Talk\nL1,North,Learns,Grinds,Greets\nL2,South,Knows,Buys,Sings\n")
    assert cells(draft)["L2"] == {"Area": ["South"], "Grain": ["Buys"], "Talk": ["Sings"]}


def test_bullets_in_a_cell_are_statements_of_their_own() -> None:
    draft = imported('Level,Skill,Statement,Example\nL1,Grain,"- Grinds\n- Sweeps",rye\nL1,Talk,"Greets\nall day",\n')
    assert cells(draft) == {"L1": {"Grain": ["Grinds", "Sweeps", "rye"], "Talk": ["Greets\nall day"]}}


# -- its own


def exported(ladder: Ladder) -> str:
    return render(sheet(statements(ladder)))


def row(**given: str) -> str:
    """A line of the program's own table."""
    return ",".join(f'"{given.get(name, "")}"' for name in COLUMNS)


def own(*rows: str) -> Draft:
    return imported("\n".join([",".join(COLUMNS), *rows, ""]))


def test_sources_come_back_by_their_ids_and_a_note_says_what_is_missing() -> None:
    draft = own(row(level="a", competency="c", statement="Grinds", source="guild study"))
    assert draft.levels["a"]["expects"]["c"]["statements"] == [{"text": "Grinds", "source": ["guild", "study"]}]
    assert [one.id for one in ladder_of(draft).sources.values()] == ["guild", "study"]
    assert draft.did[0].startswith("2 sources named by id alone")


def test_a_row_that_does_not_say_what_it_is_is_known_by_what_it_has() -> None:
    draft = own(
        row(competency="c", competency_title="Craft"),
        row(competency="c", step="s", statement="Steps"),
        row(competency="c", statement="Always"),
        row(level="a", competency="c", step="s"),
        row(level="r", of="a", competency="c", statement="Grinds"),
    )
    made = ladder_of(draft)
    assert made.competencies["c"] == Competency("c", "Craft", steps=(Step("s", "", (Statement("Steps"),)),))
    assert made.baseline == Baseline({"c": Cell((Statement("Always"),))})
    assert made.levels["a"].expects == {"c": Cell(step="s")}
    assert made.roles["r"].expects == {"c": Cell((Statement("Grinds"),))}


def test_rows_that_contradict_one_another_are_kept_aside() -> None:
    draft = own(
        row(level="a", competency="c", label="One", statement="Grinds"),
        row(level="a", competency="c", label="Two", statement="Buys", optional="perhaps"),
        row(part="role", level="r", of="nobody", competency="c", statement="Sells"),
        row(part="scale", competency="c", statement="Owns"),
        row(level="a", tags="lost"),
    )
    assert draft.statements == 2
    assert [text.split("\n")[-1] for text in left(draft)] == [
        "label: Two",
        "optional: perhaps",
        "statement: Sells",
        "statement: Owns",
        "tags: lost",
    ]


def test_a_role_s_cell_that_is_its_level_s_is_not_repeated() -> None:
    same = {"competency": "c", "statement": "Grinds", "source": "guild"}
    draft = own(row(level="a", **same), row(level="r", of="a", **same))
    made = ladder_of(draft)
    assert (draft.statements, made.roles["r"].expects) == (1, {})
    assert made.role("r").expects == {"c": Cell((Statement("Grinds", source=("guild",)),))}


def test_a_step_that_only_a_cell_names_is_added_to_the_scale() -> None:
    made = ladder_of(own(row(level="a", competency="c", step="s", step_title="Step")))
    assert made.competencies["c"].steps == (Step("s", "Step"),)


def test_an_id_that_can_be_none_becomes_one() -> None:
    made = ladder_of(own(row(level="a/b", competency="x-c:d", track="x/y", statement="Grinds")))
    assert made.levels["a-b"].expects == {"c-d": Cell((Statement("Grinds"),))}
    assert made.levels["a-b"].track == "xy"


def test_a_rank_that_is_the_level_s_place_is_not_written() -> None:
    draft = own(row(level="a", rank="1"), row(level="b", rank="1"), row(level="c", rank="3"))
    assert [level.get("rank") for level in draft.levels.values()] == [None, "1" and 1, None]


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], include_characters="\n=+-@',;\"|#: ")
)
SAID = TEXT.map(trimmed).filter(lambda text: bool(text) and printable(text) == text)
SHOWN = SAID.map(lambda text: " ".join(text.split())).filter(bool)
IDS = st.text("aBZé9-_. ", min_size=1, max_size=4).filter(lambda name: valid_id(name) and not name.startswith("x-"))
TITLES = st.just("") | SHOWN
MANY = st.lists(SAID, max_size=2).map(tuple)
FULL = st.tuples(SAID, st.just("") | SHOWN, MANY, MANY, MANY, MANY, st.booleans()).map(lambda keys: Statement(*keys))
STATEMENTS = st.lists(SAID.map(Statement) | FULL, max_size=3).map(tuple)


def ids(most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(IDS, max_size=most, unique=True)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """A ladder with scales, a baseline, tracks, levels and roles, as it is when it was read."""
    competencies = {name: Competency(name, draw(TITLES), draw(TITLES)) for name in draw(ids(3))}
    for name, one in competencies.items():
        steps = tuple(Step(step, draw(TITLES), draw(STATEMENTS)) for step in draw(ids(2)))
        competencies[name] = one._replace(steps=steps)

    def expects(least: Cell | None = None) -> dict[str, Cell]:
        found = {}
        for name, one in competencies.items():
            step = st.sampled_from(["", *(step.id for step in one.steps)])
            cell = Cell(draw(STATEMENTS), draw(step), draw(TITLES), draw(st.booleans()))
            if draw(st.booleans()) and cell != least:
                found[name] = cell
        return found

    tracks = {name: Track(name, draw(TITLES)) for name in draw(ids(2))}
    track = st.sampled_from(["", *tracks])
    names = draw(ids(6))
    order, role_ids = names[:3], names[3:]
    levels = {
        name: Level(
            name, draw(TITLES), track=draw(track), rank=draw(st.just(place) | st.integers(-9, 9)), expects=expects()
        )
        for place, name in enumerate(order, 1)
    }
    roles = {}
    for name in role_ids:
        level = levels[draw(st.sampled_from(order))]
        roles[name] = Level(
            name,
            draw(TITLES),
            level=level.id,
            discipline=draw(TITLES),
            track=draw(track) or level.track,
            rank=draw(st.just(level.rank) | st.integers(-9, 9)),
            expects={one: cell for one, cell in expects().items() if cell != level.expects.get(one)},
        )
    return Ladder(
        "mill",
        order=tuple(order),
        role_ids=tuple(role_ids),
        levels=levels,
        roles=roles,
        tracks=tracks,
        competencies=competencies,
        baseline=Baseline(expects(Cell())),
    )


def shown(ladder: Ladder) -> dict[str, Any]:
    """What a table of statements holds of a ladder."""
    both = {name: ladder.role(name) for name in (*ladder.levels, *ladder.roles)}
    used = {level.track for level in both.values()}
    return {
        "order": (ladder.order, ladder.role_ids),
        "levels": [
            (one.id, one.title, one.track, one.rank, one.level, one.discipline, dict(one.expects))
            for one in both.values()
        ],
        "tracks": {name: track.title for name, track in ladder.tracks.items() if name in used},
        "competencies": list(ladder.competencies.values()),
        "baseline": dict(ladder.baseline.expects) if ladder.baseline else {},
    }


@FEW
@given(st.lists(SAID, max_size=4))
def test_several_texts_in_a_cell_can_be_told_apart_again(several: list[str]) -> None:
    assert texts(lines(several)) == several
