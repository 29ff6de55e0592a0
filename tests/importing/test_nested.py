"""YAML and JSON of any shape: names below names, down to texts."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from importing.documents import a_file, cells, imported, lost, read_back, unplaced
from ladder.errors import CannotRead, LadderError
from ladder.importing.draft import Draft
from ladder.importing.cells import is_nothing
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


def test_what_describes_the_ladder_a_level_and_a_competency_stands_with_it(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        title: The mill
        description: For all who mill.
        version: "3"
        note: Not for the bakers next door.
        levels:
          - {id: L4, name: Miller, order: 1, track: Makers, summary: Mills., aliases: [first hand]}
          - {id: L5, name: Master, order: 2, track: Makers}
        competencies:
          - {id: scope, name: Scope, category: Reach, description: How far it goes., levels: {L4: Owns a stone.}}
        """,
    )
    assert draft.head == {"title": "The mill", "about": "For all who mill.", "x-version": "3"}
    assert unplaced(draft) == ["Not for the bakers next door."]
    assert draft.levels["L4"] == {
        "title": "Miller",
        "aliases": ["first hand"],
        "rank": 1,
        "track": "makers",
        "summary": "Mills.",
        "expects": {"scope": {"statements": ["Owns a stone."]}},
    }
    assert draft.levels["L5"] == {"title": "Master", "rank": 2, "track": "makers"}
    assert draft.competencies == {"scope": {"title": "Scope", "group": "Reach", "about": "How far it goes."}}


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


def test_examples_links_and_tags_stand_with_the_text_beside_them(tmp_path: Path) -> None:
    statement = {"text": "Asks.", "examples": ["Why?"], "tags": "new", "links": [{"label": "A", "url": "https://a"}]}
    draft = imported(
        nested, tmp_path, {"L4": {"Talk": [statement], "Scope": statement | {"id": "s-1", "mood": "calm"}}}
    )
    said = {"text": "Asks.", "examples": ["Why?"], "tags": ["new"], "links": ["A: https://a"]}
    assert draft.levels["L4"]["expects"]["talk"]["statements"] == [said]
    assert cells(draft)["L4"]["Scope"] == ["Asks."]


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


@pytest.mark.parametrize(
    "document",
    [
        "{L4: {Craft: {Grain: a, Stones: b}}, L5: {Craft: {Grain: c}}}",
        "{Craft: {Grain: {L4: a, L5: c}, Stones: {L4: b}}}",
        "{L4: {categories: [{name: Craft, skills: {Grain: a, Stones: b}}]}, L5: {categories: {Craft: {Grain: c}}}}",
        "[{category: Craft, skill: Grain, L4: a, L5: c}, {category: Craft, skill: Stones, L4: b}]",
    ],
)
def test_names_above_competencies_are_their_group(document: str, tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, document)
    assert [(one["title"], one["group"]) for one in draft.competencies.values()] == [
        ("Grain", "Craft"),
        ("Stones", "Craft"),
    ]
    assert cells(draft) == {"L4": {"Grain": ["a"], "Stones": ["b"]}, "L5": {"Grain": ["c"]}}


def test_a_definition_without_a_group_takes_the_one_that_cells_name(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        competencies: [{id: grain, name: Grain and rye, description: All that is milled.}, {name: Talk}]
        levels: {L4: {Craft: {grain: a}, People: {grain: b}}}
        """,
    )
    assert list(draft.competencies.values()) == [
        {"title": "Grain and rye", "about": "All that is milled.", "group": "Craft"},
        {"title": "Talk"},
        {"title": "grain", "group": "People"},
    ]


def test_another_name_for_a_competency_is_kept(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{L4: {talk: {name: Talk, text: a}}, L5: {talk: {name: Speech, text: b}}}")
    assert draft.competencies == {"talk": {"title": "Talk", "x-called": ["Speech"]}}


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


def test_what_a_group_is_about_is_left(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{L4: {Craft: {about: For hands., Grain: a}}, L5: {Craft: {Grain: b}}}")
    assert unplaced(draft) == ["For hands."]


def test_keys_that_are_written_for_a_program_become_titles(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{senior_miller: {technicalSkills: a, soft_skills: b}}")
    assert [(name, one["title"]) for name, one in draft.competencies.items()] == [
        ("technicalskills", "Technical skills"),
        ("soft_skills", "Soft skills"),
    ]
    assert draft.levels["senior_miller"]["title"] == "Senior miller"


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


def test_families_above_levels_are_tracks(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        tracks:
          Makers: {about: Those who mill., levels: {Junior: {Grain: a, Talk: b}, Senior: {Grain: c}}}
          Leaders: {levels: {Senior: {People: d, Talk: e}}}
        """,
    )
    assert draft.tracks == {"makers": {"title": "Makers", "about": "Those who mill."}, "leaders": {"title": "Leaders"}}
    assert [(name, one["title"], one["track"]) for name, one in draft.levels.items()] == [
        ("junior", "Junior", "makers"),
        ("makers-senior", "Senior (Makers)", "makers"),
        ("leaders-senior", "Senior (Leaders)", "leaders"),
    ]
    assert cells(draft)["leaders-senior"] == {"People": ["d"], "Talk": ["e"]}


def test_kinds_of_competencies_side_by_side_are_groups(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{L4: {skills: {Grain: a}, behaviours: {Talk: b}}, L5: {skills: {Grain: c}}}")
    assert [one["group"] for one in draft.competencies.values()] == ["skills", "behaviours"]


def test_what_is_said_of_a_level_as_a_whole_is_a_competency_of_its_own(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{L4: [Turns stones.], L5: {requirements: [Leads.], Talk: Speaks.}}")
    assert cells(draft) == {
        "L4": {"Expectations": ["Turns stones."]},
        "L5": {"Requirements": ["Leads."], "Talk": ["Speaks."]},
    }


@pytest.mark.parametrize(
    ("document", "order"),
    [
        ("{Principal: {Talk: c}, Senior: {Talk: b}, Junior: {Talk: a}}", ["junior", "senior", "principal"]),
        ("[{level: L5, order: 2, Talk: b}, {level: L4, order: 1, Talk: a}]", ["L4", "L5"]),
        ("{Scope: {L4: a, L5: b}, Talk: {L3: c, L4: d}}", ["L3", "L4", "L5"]),
        ("{L5: {Talk: b}, L4: {Talk: a}}", ["L5", "L4"]),
        ("{levels: [L1, L2], Talk: {L2: b}}", ["L1", "L2"]),
    ],
)
def test_levels_stand_lowest_first_where_that_is_told(document: str, order: list[str], tmp_path: Path) -> None:
    assert list(imported(nested, tmp_path, document).levels) == order


def test_a_level_that_is_still_to_be_written_is_there_without_cells(tmp_path: Path) -> None:
    assert cells(imported(nested, tmp_path, "{L4: {Talk: Asks.}, L5: null}")) == {"L4": {"Talk": ["Asks."]}, "L5": {}}


def test_a_cell_that_only_says_it_is_empty_has_no_statement(tmp_path: Path) -> None:
    assert cells(imported(nested, tmp_path, "{L4: {Talk: Asks.}, L5: {Talk: n/a}}"))["L5"] == {}


def test_texts_in_the_order_of_listed_levels_are_said_of_one_each(tmp_path: Path) -> None:
    draft = imported(
        nested,
        tmp_path,
        """
        levels: [L1, L2]
        competencies: [{name: Talk, expectations: [Asks., Answers.]}, {name: Odd, criteria: [One.]}]
        """,
    )
    assert cells(draft) == {"L1": {"Talk": ["Asks."]}, "L2": {"Talk": ["Answers."]}}
    assert unplaced(draft) == ["One."]


def test_a_file_a_level_makes_one_ladder_in_the_likely_order(tmp_path: Path) -> None:
    files = [
        a_file(tmp_path, "staff.yaml", "{title: Staff miller, track: Makers, Talk: [c]}"),
        a_file(tmp_path, "junior.yaml", "{Talk: [a], Scope: d}"),
        a_file(tmp_path, "senior.yaml", "{level: Senior, Talk: [b]}"),
    ]
    draft = Draft()
    nested.read(files, draft)
    assert cells(draft) == {
        "junior": {"Talk": ["a"], "Scope": ["d"]},
        "senior": {"Talk": ["b"]},
        "staff-miller": {"Talk": ["c"]},
    }
    assert draft.levels["staff-miller"]["track"] == "makers"


def test_one_file_may_be_one_level(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{level: L4, title: Miller, competencies: {Talk: [a], Scope: b}}")
    assert cells(draft) == {"L4": {"Talk": ["a"], "Scope": ["b"]}}


def test_transpose_takes_the_other_names_for_levels(tmp_path: Path) -> None:
    document = "{Explorer: {L4: a, L5: b}, Guide: {L4: c}}"
    assert list(imported(nested, tmp_path, document).levels) == ["L4", "L5"]
    assert cells(imported(nested, tmp_path, document, transpose=True)) == {
        "explorer": {"L4": ["a"], "L5": ["b"]},
        "guide": {"L4": ["c"]},
    }


def test_without_a_name_like_a_level_the_outer_ones_are_taken_and_that_is_said(tmp_path: Path) -> None:
    draft = imported(nested, tmp_path, "{Explorer: {Talk: a, Scope: b}, Guide: {Talk: c}}")
    assert cells(draft) == {"explorer": {"Talk": ["a"], "Scope": ["b"]}, "guide": {"Talk": ["c"]}}
    assert "--transpose turns it" in draft.did[0]


def test_what_stands_among_levels_and_is_none_is_left(tmp_path: Path) -> None:
    draft = imported(
        nested, tmp_path, "{levels: {about: Three., L4: {Talk: a}, L5: {Talk: b}, principles: [Be kind.]}, Aims: [c d]}"
    )
    assert list(draft.levels) == ["L4", "L5"]
    assert unplaced(draft) == ["Three.", "Be kind.", "c d"]
    assert draft.unplaced[1].at == "f1.yaml: levels.principles[1]"


def test_a_ladder_of_this_program_is_no_import(tmp_path: Path) -> None:
    file = a_file(tmp_path, "mine.yaml", "{format: 1, levels: []}")
    assert nested.fits([file]) == [file]
    with pytest.raises(LadderError, match=r"mine.yaml' is a ladder already$") as caught:
        nested.read([file], Draft())
    assert caught.value.hint == f"read it with `ladder --ladder {file.path}`"


@pytest.mark.parametrize("document", ["{a: {b: c}, d: [e]}", "[a, b]", "{title: Nothing}", '{"": {"": ""}}'])
def test_where_nothing_reads_as_a_ladder_the_hint_names_the_shapes(document: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"nothing in 'f1.yaml' reads as a ladder$") as caught:
        imported(nested, tmp_path, document)
    assert "records with a level and a theme each" in caught.value.hint


def test_texts_schemas_and_what_is_no_yaml_do_not_fit(tmp_path: Path) -> None:
    schema = {"$schema": "http://schema", "properties": {"L4": {"type": "string"}}}
    others = [
        ("a.yaml", "text"),
        ("b.json", schema),
        ("c.yaml", "{["),
        ("d.csv", "L4,L5"),
        ("e.yaml", ""),
        ("f.json", []),
    ]
    assert nested.fits([a_file(tmp_path, name, what) for name, what in others]) == []


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


@given(
    document=st.dictionaries(KEYS, TREES, max_size=4) | st.lists(TREES, max_size=3),
    transpose=st.booleans(),
    count=st.integers(1, 2),
)
@example(document={"0": "L4"}, transpose=True, count=1)
@example(document={"levels": ["L4", " "]}, transpose=False, count=1)
@example(document={"Scope": [{"L4": None, "name": "L5"}], "L5": []}, transpose=False, count=1)
@example(document=[["L4", {"examples": "L5"}]], transpose=True, count=1)
@example(document=[{"Scope": "L4"}, {"Scope": {"track": "L5"}}], transpose=False, count=2)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_of_any_document_is_placed_or_left(
    document: Any, transpose: bool, count: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    files = nested.fits([a_file(folder, f"f{number}.json", document) for number in range(count)])
    draft = Draft()
    try:
        nested.read(files, draft, transpose=transpose)
    except LadderError:
        return
    assert [text for text in lost(draft, files) if not is_nothing(text)] == []
    read_back(draft)
