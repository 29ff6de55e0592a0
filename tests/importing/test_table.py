"""A table to a ladder: which way round it stands, what its labels say, and that no cell of it is dropped."""

import re
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from importing.reading import tabled
from ladder.importing.draft import Draft

OFTEN = settings(max_examples=150, deadline=None)


def grid(*rows: list[str]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def table(text: str) -> list[list[str]]:
    """A table written with `|` between cells, where `~` is a line break."""
    return grid(*([cell.strip().replace("~", "\n") for cell in row.split("|")] for row in text.strip().split("\n")))


def imported(text: str, **options: Any) -> Draft:
    draft = tabled(table(text), **options)
    assert draft
    return draft


def cells(draft: Draft) -> dict[str, dict[str, list[str]]]:
    """Statements by the titles of levels and competencies, each followed by its examples."""
    return {
        level["title"]: {
            draft.competencies[name]["title"]: [
                text
                for one in cell.get("statements", ())
                for text in ([one] if isinstance(one, str) else [one["text"], *one["examples"]])
            ]
            for name, cell in level.get("expects", {}).items()
        }
        for level in draft.levels.values()
    }


def groups(draft: Draft) -> dict[str, str]:
    return {one["title"]: one.get("group", "") for one in draft.competencies.values()}


def left(draft: Draft) -> list[str]:
    return [one.text for one in draft.unplaced]


EXPECTED = {"L1": {"Grain": ["Grinds"], "Talk": ["Greets"]}, "L2": {"Grain": ["Buys"], "Talk": ["Sings"]}}
UPRIGHT = """
      | L1     | L2
Grain | Grinds | Buys
Talk  | Greets | Sings
"""
LYING = """
   | Grain  | Talk
L1 | Grinds | Greets
L2 | Buys   | Sings
"""


def test_rows_are_competencies_where_the_header_names_levels() -> None:
    draft = imported(UPRIGHT)
    assert cells(draft) == EXPECTED
    assert draft.did == ["mill.csv: rows are competencies, columns are 2 levels"]


def test_rows_are_levels_where_the_first_column_names_levels() -> None:
    draft = imported(LYING)
    assert cells(draft) == EXPECTED
    assert draft.did == ["mill.csv: rows are 2 levels, columns are competencies"]


@pytest.mark.parametrize(("corner", "rows"), [("Level", "levels"), ("Skill", "competencies"), ("Area", "competencies")])
def test_the_corner_decides_where_no_label_looks_like_a_level(corner: str, rows: str) -> None:
    draft = imported(f"{corner} | Red | Blue\nGrain | Grinds | Buys\nTalk | Greets | Sings")
    assert set(cells(draft)) == ({"Grain", "Talk"} if rows == "levels" else {"Red", "Blue"})
    assert left(draft) == []


UNSURE = """
      | Red                  | Blue
Grain | Grinds all the grain | Buys some of it
"""


def test_without_any_sign_the_columns_are_taken_as_levels_and_it_is_said() -> None:
    draft = imported(UNSURE)
    assert set(cells(draft)) == {"Red", "Blue"}
    assert draft.did == ["mill.csv: no label looks like a level: took the columns as 2 levels; --transpose turns it"]


def test_titles_above_a_table_are_the_ladder_s() -> None:
    draft = imported("Millers |\n\nHow we judge millers\nMade in May | |\n" + UPRIGHT.strip())
    assert draft.head == {"title": "Millers", "about": "How we judge millers"}
    assert left(draft) == ["Made in May"]
    assert cells(draft) == EXPECTED


def test_titles_side_by_side_stand_above_the_row_of_levels() -> None:
    draft = imported("Millers | | of May\n" + UPRIGHT.strip())
    assert draft.head == {"title": "Millers", "about": "of May"}
    assert cells(draft) == EXPECTED


def test_a_merged_group_counts_for_the_rows_below() -> None:
    draft = imported("Area | Skill | L1\nCraft | Grain | Grinds\n | Stone | Dresses\nPeople | Talk | Greets")
    assert groups(draft) == {"Grain": "Craft", "Stone": "Craft", "Talk": "People"}


def test_groups_may_be_two_deep() -> None:
    draft = imported("Pillar | Theme | Skill | L1\nCraft | Hand | Grain | a\n | Eye | Stone | b\nPeople | | Talk | c")
    assert groups(draft) == {"Grain": "Craft / Hand", "Stone": "Craft / Eye", "Talk": "People"}


def test_a_row_of_which_only_the_first_cell_is_filled_is_a_group() -> None:
    draft = imported("Skill | L1\nCraft |\nGrain | Grinds\nStone | Dresses\nPeople |\nTalk | Greets")
    assert groups(draft) == {"Grain": "Craft", "Stone": "Craft", "Talk": "People"}


def test_a_remark_that_stands_alone_is_no_competency() -> None:
    remark = "As agreed in May by everybody who was there, which were not many, for it rained, and the mill was shut."
    draft = imported(f"Skill | L1\nGrain | Grinds\n{remark} |")
    assert (groups(draft), left(draft)) == ({"Grain": ""}, [remark])


def test_a_row_of_one_cell_over_all_columns_is_a_group() -> None:
    draft = imported("Skill | L1 | L2\nCraft | Craft | Craft\nGrain | Grinds | Buys")
    assert (groups(draft), draft.statements) == ({"Grain": "Craft"}, 2)


def test_labels_that_stand_alone_below_the_last_row_are_competencies_without_statements() -> None:
    draft = imported("Skill | L1\nGrain | Grinds\nStone |\nTalk |")
    assert groups(draft) == {"Grain": "", "Stone": "", "Talk": ""}


def test_a_row_without_a_label_goes_on_with_the_competency_above() -> None:
    draft = imported("Skill | L1 | L2\nGrain | Grinds | Buys\n | Sweeps |\n | | Sells\nTalk | Greets | Sings")
    assert cells(draft) == {
        "L1": {"Grain": ["Grinds", "Sweeps"], "Talk": ["Greets"]},
        "L2": {"Grain": ["Buys", "Sells"], "Talk": ["Sings"]},
    }


def test_a_label_may_stand_above_its_rows() -> None:
    draft = imported("Skill | L1\nCraft |\nGrain |\n | Grinds\n | Sweeps")
    assert (groups(draft), cells(draft)) == ({"Grain": "Craft"}, {"L1": {"Grain": ["Grinds", "Sweeps"]}})


def test_a_level_without_a_label_goes_on_with_the_one_above() -> None:
    assert cells(imported("Level | Grain\nL1 | Grinds\n | Sweeps\nL2 | Buys")) == {
        "L1": {"Grain": ["Grinds", "Sweeps"]},
        "L2": {"Grain": ["Buys"]},
    }


@pytest.mark.parametrize("label", ["Description", "About", "definition:", "Summary"])
def test_a_column_that_describes_says_what_a_competency_is_about(label: str) -> None:
    draft = imported(f"Skill | {label} | L1\nGrain | How it is ground | Grinds\n | And sold |")
    assert draft.competencies == {"grain": {"title": "Grain", "about": "How it is ground\nAnd sold"}}


def test_levels_of_one_title_keep_their_codes_in_it() -> None:
    draft = imported("Level | Title | Grain\nL1 | Miller | Grinds\nL2 | Miller | Buys")
    assert [level["title"] for level in draft.levels.values()] == ["L1 – Miller", "L2 – Miller"]


def test_rows_beside_the_competencies_describe_levels_of_columns() -> None:
    draft = imported("Skill | L1 | L2\nYears of experience | 0–2 | 3\nTitle | Hand | Miller\nGrain | Grinds | Buys")
    assert [(one["title"], one["years"]) for one in draft.levels.values()] == [
        ("Hand", {"from": 0, "to": 2}),
        ("Miller", {"from": 3, "to": 3}),
    ]


def test_a_description_is_a_competency_where_there_is_no_other() -> None:
    assert cells(imported("Level | Description\nL1 | Grinds~Sweeps\nL2 | Buys")) == {
        "L1": {"Description": ["Grinds", "Sweeps"]},
        "L2": {"Description": ["Buys"]},
    }


def test_what_else_a_level_s_label_says_is_its_summary() -> None:
    long = "Grinds whatever comes to the mill, by day and by night, and sweeps the floor."
    draft = imported(f"Skill | L1~Hand~{long} | L2\nGrain | Grinds | Buys")
    assert (draft.levels["L1"]["title"], draft.levels["L1"]["summary"]) == ("L1 – Hand", long)


def test_a_second_row_of_labels_joins_the_first() -> None:
    draft = imported(" | L1 | L2\n | Junior | Senior\nGrain | Grinds | Buys")
    assert [level["title"] for level in draft.levels.values()] == ["L1 – Junior", "L2 – Senior"]


def test_a_row_above_the_levels_that_spans_several_names_their_tracks() -> None:
    draft = imported(" | | Mill | | Office |\nArea | Skill | L1 | L2 | M1 | M2\nCraft | Grain | a | b | c | d")
    tracks = {name: track["title"] for name, track in draft.tracks.items()}
    assert [tracks[level["track"]] for level in draft.levels.values()] == ["Mill", "Mill", "Office", "Office"]
    assert groups(draft) == {"Grain": "Craft"}


def test_a_row_above_competencies_that_spans_several_names_their_groups() -> None:
    draft = imported(" | Craft | | People\nLevel | Grain | Stone | Talk\nL1 | a | b | c\nL2 | d | e | f")
    assert groups(draft) == {"Grain": "Craft", "Stone": "Craft", "Talk": "People"}


def test_levels_named_alike_but_for_an_ending_are_parallel_tracks() -> None:
    draft = imported("Skill | Senior (Stone) | Senior (Desk) | Staff (Stone) | Staff (Desk)\nGrain | a | b | c | d")
    tracks = {name: track["title"] for name, track in draft.tracks.items()}
    assert [(level["rank"], tracks[level["track"]]) for level in draft.levels.values()] == [
        (1, "Stone"),
        (1, "Desk"),
        (2, "Stone"),
        (2, "Desk"),
    ]


def test_endings_that_are_codes_are_no_tracks() -> None:
    draft = imported("Skill | Engineer (L1) | Engineer (L2)\nGrain | a | b")
    assert draft.tracks == {}
    assert list(draft.levels) == ["L1", "L2"]


def test_a_table_without_labels_of_competencies_has_one_competency() -> None:
    long = "Grinds whatever comes to the mill, by day and by night, and sweeps the floor."
    draft = imported(f"Junior | Senior\n{long} | Buys\nSweeps | Sells")
    assert cells(draft) == {
        "Junior": {"Expectations": [long, "Sweeps"]},
        "Senior": {"Expectations": ["Buys", "Sells"]},
    }


def test_two_columns_of_one_title_stay_two_levels() -> None:
    assert list(cells(imported(" | Senior | Senior\nGrain | Grinds | Buys"))) == ["Senior", "Senior (2)"]


def test_blank_lines_in_one_cell_part_the_statements_of_all() -> None:
    draft = imported(" | L1 | L2\nGrain | Grinds~all day~~Sweeps | Buys~and sells")
    assert cells(draft)["L2"]["Grain"] == ["Buys and sells"]
    assert cells(draft)["L1"]["Grain"] == ["Grinds all day", "Sweeps"]


def test_a_corner_that_names_no_axis_is_kept_aside() -> None:
    assert left(imported("Version of May | L1\nGrain | Grinds")) == ["Version of May"]
    assert left(imported("Skill / Level | L1\nGrain | Grinds")) == []


# -- nothing is dropped

LABELS = st.sampled_from(
    [
        "",
        "",
        "L1",
        "L2",
        "Senior",
        "Staff",
        "Level",
        "Skill",
        "Area",
        "Title",
        "Track",
        "Years",
        "Summary",
        "Notes",
        "#",
        "#",
    ]
)
"""A level, a word that says what stands below it, nothing, or (`#`) a word of its own."""

BODIES = st.sampled_from(
    ["", "", "#", "# #", "# # # #", "#\n#", "#\n\n#", "- #\n- #\n  - #", "# #:\n* #\n#", "-", "N/A"]
)
SIZES = st.tuples(st.integers(1, 6), st.integers(1, 6))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A table of any labels and cells, in which no word stands twice but those that the program knows."""
    height, width = draw(SIZES)
    rows = [
        [draw(LABELS if not row or not column or draw(st.integers(0, 9)) == 0 else BODIES) for column in range(width)]
        for row in range(height)
    ]
    numbers = iter(range(10_000))
    return [[re.sub("#", lambda _: f"word{next(numbers)}", cell) for cell in row] for row in rows]


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key != "id" for text in texts(inner)]
    return [text for inner in value for text in texts(inner)] if isinstance(value, list) else [str(value)]
