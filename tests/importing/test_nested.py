"""YAML and JSON of any shape: names below names, down to texts."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from importing.documents import cells, imported, unplaced

nested = None

CELLS = {"L4": {"Scope": ["Owns a stone."], "Talk": ["Asks.", "Listens."]}, "L5": {"Scope": ["Owns a mill."]}}

SAME = {
    "levels above competencies": "{L4: {Scope: Owns a stone., Talk: [Asks., Listens.]}, L5: {Scope: [Owns a mill.]}}",
    "competencies above levels": "{Scope: {L4: Owns a stone., L5: Owns a mill.}, Talk: {L4: [Asks., Listens.]}}",
    "below a key": "{levels: {L4: {Scope: Owns a stone., Talk: [Asks., Listens.]}, L5: {Scope: Owns a mill.}}}",
    "below two keys": """
        framework: {levels: {L4: {competencies: {Scope: Owns a stone., Talk: [Asks., Listens.]}},
                             L5: {competencies: {Scope: Owns a mill.}}}}""",
    "lists with names": """
        roles:
          - name: L4
            competencies:
              - {name: Scope, expectations: [Owns a stone.]}
              - {name: Talk, expectations: [Asks., Listens.]}
          - {name: L5, competencies: [{name: Scope, expectations: Owns a mill.}]}""",
    "lists with names, competencies above": """
        competencies:
          - {title: Scope, levels: [{level: L4, text: Owns a stone.}, {level: L5, description: Owns a mill.}]}
          - {title: Talk, levels: [{level: L4, statements: [{text: Asks.}, Listens.]}]}""",
    "a row a level": """
        - {level: L4, Scope: Owns a stone., Talk: [Asks., Listens.]}
        - {level: L5, Scope: Owns a mill., Talk: ""}""",
    "a row a competency": """
        - {competency: Scope, L4: Owns a stone., L5: Owns a mill.}
        - {competency: Talk, L4: [Asks., Listens.], L5: null}""",
    "bullets in a block": """
        L4: {Scope: Owns a stone., Talk: "- Asks.\\n- Listens."}
        L5: {Scope: Owns a mill.}""",
    "names as keys of lists": """
        - L4: [{Scope: Owns a stone.}, {Talk: [Asks., Listens.]}]
        - L5: [{Scope: Owns a mill.}]""",
}


@pytest.mark.parametrize("shape", SAME)
def test_one_ladder_is_read_from_every_shape(shape: str, tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, SAME[shape])
    assert cells(draft) == CELLS
    assert unplaced(draft) == []


def test_definitions_give_the_ids_that_cells_use_their_titles(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        competencies: {scope: {title: The scope, description: How far it goes.}, talk: What is said.}
        levels: {L4: {scope: Owns a stone., talk: Asks.}}
        """,
    )
    assert draft.competencies == {
        "scope": {"title": "The scope", "about": "How far it goes."},
        "talk": {"title": "talk", "about": "What is said."},
    }
    assert cells(draft) == {"L4": {"The scope": ["Owns a stone."], "talk": ["Asks."]}}


def test_what_all_cells_repeat_is_about_the_competency_and_what_differs_is_a_statement(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        L4: {Scope: {summary: How far., text: Owns a stone.}, Talk: {summary: Asks., text: Says why.}}
        L5: {Scope: {summary: How far., text: Owns a mill.}, Talk: {summary: Answers., text: Says how.}}
        """,
    )
    assert draft.competencies["scope"] == {"title": "Scope", "about": "How far."}
    assert cells(draft)["L5"] == {"Scope": ["Owns a mill."], "Talk": ["Answers.", "Says how."]}


def test_examples_without_a_text_are_statements_and_those_beside_a_summary_are_its_own(tmp_path: Path) -> None:
    draft = imported(
        nested, tmp_path, "{L4: {Talk: {examples: [Said no.]}, Scope: {summary: Far., examples: [Went.]}}}"
    )
    assert cells(draft) == {"L4": {"Talk": ["Said no."], "Scope": ["Far."]}}
    assert draft.levels["L4"]["expects"]["scope"]["statements"] == [{"text": "Far.", "examples": ["Went."]}]


def test_texts_of_several_kinds_in_a_cell_say_which_they_are(tmp_path: Path) -> None:
    draft = imported(
        nested, tmp_path, "{L4: {Talk: {behaviours: [Asks.], skills: [Tells.]}, Scope: {skills: [Goes.]}}}"
    )
    assert draft.levels["L4"]["expects"]["talk"]["statements"] == [
        {"text": "Asks.", "tags": ["behaviours"]},
        {"text": "Tells.", "tags": ["skills"]},
    ]
    assert cells(draft)["L4"]["Scope"] == ["Goes."]


def test_an_area_is_the_group_of_a_competency_and_a_competency_of_a_level(tmp_path: Path) -> None:
    rows = (
        "matrix: {competencies: [{name: Grain, area: Craft, levels: {L4: a}}], levels: [{name: L4, area: All mills.}]}"
    )
    draft = imported(nested, tmp_path, rows)
    assert draft.competencies["grain"] == {"title": "Grain", "group": "Craft"}
    assert cells(draft) == {"L4": {"Grain": ["a"], "area": ["All mills."]}}


def test_groups_above_levels_do_not_make_families(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        Craft: {Junior: {Grain: a, Stones: b}, Senior: {Grain: c, Stones: d}}
        People: {Junior: {Talk: e}, Senior: {Talk: f}}
        """,
    )
    assert draft.tracks == {}
    assert list(draft.levels) == ["junior", "senior"]
    assert [one.get("group") for one in draft.competencies.values()] == ["Craft", "Craft", "People"]


def test_what_is_said_of_a_level_as_a_whole_is_a_competency_of_its_own(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{L4: [Turns stones.], L5: {requirements: [Leads.], Talk: Speaks.}}")
    assert cells(draft) == {
        "L4": {"Expectations": ["Turns stones."]},
        "L5": {"Requirements": ["Leads."], "Talk": ["Speaks."]},
    }


def test_a_level_that_is_still_to_be_written_is_there_without_cells(tmp_path: Path) -> None:
    assert cells(imported(nested, tmp_path, "{L4: {Talk: Asks.}, L5: null}")) == {"L4": {"Talk": ["Asks."]}, "L5": {}}


def test_a_cell_that_only_says_it_is_empty_has_no_statement(tmp_path: Path) -> None:
    assert cells(imported(nested, tmp_path, "{L4: {Talk: Asks.}, L5: {Talk: n/a}}"))["L5"] == {}


def test_transpose_takes_the_other_names_for_levels(tmp_path: Path) -> None:
    document = "{Explorer: {L4: a, L5: b}, Guide: {L4: c}}"
    assert list(imported(nested, tmp_path, document).levels) == ["L4", "L5"]
    assert cells(imported(nested, tmp_path, document, transpose=True)) == {
        "explorer": {"L4": ["a"], "L5": ["b"]},
        "guide": {"L4": ["c"]},
    }


def test_what_is_deeper_than_anybody_writes_is_left_and_not_lost(tmp_path: Path) -> None:
    deep: Any = "At the bottom."
    for _ in range(100):
        deep = {"Craft": deep}
    draft = imported(nested, tmp_path, {"L4": {"Talk": "a", "Deep": deep}})
    assert unplaced(draft) == ["At the bottom."]


KEYS = st.sampled_from(
    [
        *(
            "levels",
            "competencies",
            "L4",
            "L5",
            "Senior",
            "Scope",
            "Talk",
            "Craft",
            "name",
            "title",
            "level",
            "id",
            "text",
        ),
        *(
            "summary",
            "expectations",
            "examples",
            "links",
            "tags",
            "group",
            "track",
            "rank",
            "aliases",
            "roles",
            "x-mine",
        ),
        *("tracks", "skills", "theme", "framework"),
    ]
) | st.text(min_size=1, max_size=5)
TEXTS = st.sampled_from(["L4", "L5", "Scope", "Senior", "one two", "Says it plainly.", "3"]) | st.text(
    st.characters(exclude_characters="\n\r\x85\u2028\u2029"), max_size=9
)
TREES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
