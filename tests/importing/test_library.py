"""A library of competencies, and roles that refer to it."""

import copy
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.documents import a_file, cells, imported, lost, read_back, unplaced
from ladder.importing.draft import Draft
from ladder.importing.node import Ledger
from ladder.importing.scales import library

CRAFT: Final = {
    "title": "Craft",
    "path": "craft",
    "summary": "What hands do.",
    "topics": [
        {
            "title": "Grinding",
            "path": "grinding",
            "summary": "Keeps stones turning.",
            "levels": [
                {"title": "New", "path": "1", "summary": "Just came.", "criteria": ["Turns a stone.", "Sweeps."]},
                {"title": "Able", "path": "2", "criteria": ["Dresses a stone."]},
            ],
        },
        {"title": "Baking", "path": "baking", "levels": [{"title": "New", "path": "1", "criteria": ["Lights it."]}]},
    ],
}
ROLES: Final = {
    "title": "House",
    "path": "house",
    "departments": [
        {
            "title": "Mill",
            "path": "mill",
            "roles": [
                {
                    "title": "Miller",
                    "path": "miller",
                    "levels": [
                        {
                            "title": "Young miller",
                            "path": "young",
                            "summary": "Learns.",
                            "competencies": {"required": ["craft/grinding/1"]},
                        },
                        {
                            "title": "Old miller",
                            "path": "old",
                            "competencies": {"required": ["craft/grinding/2"], "optional": ["craft/baking/1"]},
                        },
                    ],
                }
            ],
        }
    ],
}


def with_references(**references: list[str]) -> dict[str, Any]:
    """The roles with other references on the young miller."""
    document: Any = copy.deepcopy(ROLES)
    document["departments"][0]["roles"][0]["levels"][0]["competencies"] = references
    return document  # type: ignore[no-any-return]


def test_topics_become_competencies_with_scales(tmp_path: Path) -> None:
    draft = imported(library, tmp_path, CRAFT, ROLES)
    assert draft.competencies["grinding"] == {
        "title": "Grinding",
        "group": "Craft",
        "about": "Keeps stones turning.",
        "steps": [
            {"id": "1", "title": "New", "expects": ["Turns a stone.", "Sweeps."], "x-summary": "Just came."},
            {"id": "2", "title": "Able", "expects": ["Dresses a stone."]},
        ],
    }
    assert draft.head == {"x-groups": {"Craft": {"summary": "What hands do."}}}
    assert draft.statements == 4
    assert draft.did == ["a library of 2 competencies with 4 criteria, to which 2 levels of 1 roles refer"]


def test_the_levels_of_a_role_stand_on_the_steps_that_they_refer_to(tmp_path: Path) -> None:
    draft = imported(library, tmp_path, CRAFT, ROLES)
    assert cells(draft) == {"young": {"Grinding": ["[1]"]}, "old": {"Grinding": ["[2]"], "Baking": ["[1]"]}}
    assert draft.levels["old"]["expects"]["baking"] == {"step": "1", "optional": True}
    assert [(one["title"], one["rank"], one["track"]) for one in draft.levels.values()] == [
        ("Young miller", 1, "miller"),
        ("Old miller", 2, "miller"),
    ]
    assert draft.levels["young"]["summary"] == "Learns."
    assert draft.tracks == {"miller": {"title": "Miller", "x-department": "House / Mill"}}


def test_roles_of_one_title_in_two_departments_are_two_tracks(tmp_path: Path) -> None:
    document: Any = copy.deepcopy(ROLES)
    document["departments"].append(dict(copy.deepcopy(document["departments"][0]), title="Annex"))
    draft = imported(library, tmp_path, CRAFT, document)
    assert [track["title"] for track in draft.tracks.values()] == ["Miller", "Miller (House / Annex)"]
    assert [level["title"] for level in draft.levels.values()][2:] == ["Young miller (2)", "Old miller (2)"]


def test_a_reference_that_leads_nowhere_is_kept_and_said(tmp_path: Path) -> None:
    draft = imported(library, tmp_path, CRAFT, with_references(required=["craft/grinding/1", "craft/flying/9"]))
    assert unplaced(draft) == ["craft/flying/9"]
    assert draft.unplaced[0].at == "f2.json: departments[1].roles[1].levels[1].competencies.required[2]"
    assert draft.did[1:] == ["references that could not be placed, kept under x-unplaced: 1"]


@pytest.mark.parametrize(
    ("references", "step", "left"),
    [
        ({"required": ["craft/grinding/1", "craft/grinding/2"]}, {"step": "2"}, "grinding/1"),
        ({"required": ["craft/grinding/2", "craft/grinding/1"]}, {"step": "2"}, "craft/grinding/1"),
        ({"required": ["craft/grinding/1"], "optional": ["craft/grinding/2"]}, {"step": "1"}, "craft/grinding/2"),
        ({"optional": ["craft/grinding/1", "craft/grinding/2"]}, {"step": "2", "optional": True}, "grinding/1"),
    ],
)
def test_of_two_steps_of_one_competency_the_required_and_then_the_higher_stays(
    references: dict[str, list[str]], step: dict[str, Any], left: str, tmp_path: Path
) -> None:
    draft = imported(library, tmp_path, CRAFT, with_references(**references))
    assert draft.levels["young"]["expects"]["grinding"] == step
    assert unplaced(draft) == [left]


@pytest.mark.parametrize(
    "reference", ["craft/grinding/2", "f1/grinding/2", "grinding/2", "Craft/Grinding/2", "/grinding/2"]
)
def test_references_name_the_file_by_its_path_or_its_name_or_not_at_all(reference: str, tmp_path: Path) -> None:
    draft = imported(library, tmp_path, CRAFT, with_references(required=[reference]))
    assert cells(draft)["young"] == {"Grinding": ["[2]"]}


def test_without_roles_the_steps_themselves_are_the_levels(tmp_path: Path) -> None:
    draft = imported(library, tmp_path, CRAFT)
    assert cells(draft) == {"1": {"Grinding": ["[1]"], "Baking": ["[1]"]}, "2": {"Grinding": ["[2]"]}}
    assert [level["title"] for level in draft.levels.values()] == ["New", "Able"]


def test_criteria_may_have_examples(tmp_path: Path) -> None:
    document: Any = copy.deepcopy(CRAFT)
    document["topics"][1]["levels"][0]["criteria"] = [
        {"text": "Lights it.", "examples": ["With straw."], "tag": "fire"}
    ]
    draft = imported(library, tmp_path, document)
    assert draft.competencies["baking"]["steps"][0]["expects"] == [
        {"text": "Lights it.", "examples": ["With straw."], "tags": ["fire"]}
    ]


def test_schemas_lists_of_records_and_other_files_are_passed_over(tmp_path: Path) -> None:
    schema = {"$schema": "http://schema", "properties": {"topics": {"type": "array"}, "roles": {"type": "array"}}}
    listed = {"levels": [{"id": "1"}], "dimensions": [{"id": "craft/grinding"}], "statements": [{"level": "1"}]}
    plain = {
        "roles": [{"title": "Miller", "levels": [{"title": "Young", "competencies": {"required": ["Mills well"]}}]}]
    }
    documents: list[Any] = [schema, listed, plain, [], None]
    others = [a_file(tmp_path, f"{place}.json", one) for place, one in enumerate(documents)]
    mine = a_file(tmp_path, "craft.json", CRAFT)
    assert library.fits([*others, mine]) == [mine]


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_is_changed_in_the_files_no_text_of_them_is_lost(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    craft: Any = copy.deepcopy(CRAFT)
    roles: Any = copy.deepcopy(ROLES)
    folder = tmp_path_factory.mktemp("library")
    anything = st.sampled_from(
        ["Grain", "Says it.", "x/y/z", "", None, ["craft/grinding/1"], {"name": "c d"}, [{"title": "e f", "path": "g"}]]
    )
    role = roles["departments"][0]["roles"][0]
    entries = [craft, craft["topics"][0], craft["topics"][0]["levels"][0], roles, role, *role["levels"]]
    entries += [level["competencies"] for level in role["levels"]]
    keys = st.sampled_from(
        [
            "title",
            "summary",
            "topics",
            "levels",
            "criteria",
            "roles",
            "required",
            "optional",
            "competencies",
            "theme",
        ]
    )
    for _ in range(data.draw(st.integers(1, 4))):
        data.draw(st.sampled_from(entries))[data.draw(keys)] = data.draw(anything)
    files = [a_file(folder, "craft.json", craft), a_file(folder, "roles.json", roles)]
    if found := library.fits(files):
        draft = Draft()
        library.read(found, draft, Ledger())
        placed = ("craft/grinding/", "craft/baking/")
        gone = [one for one in lost(draft, found) if not one.startswith(placed)]
        assert [one for one in gone if one not in ("craft", "house", "mill", "miller", "young", "old", "g")] == []
        if draft.levels:
            read_back(draft)
