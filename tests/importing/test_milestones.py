"""Tracks of milestones whose points add up to a level."""

import copy
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.documents import a_file, cells, imported, lost, read_back, unplaced
from ladder.importing.draft import Draft
from ladder.importing.node import Ledger
from ladder.importing.scales import milestones

TRACKS: Final = {
    "STONES": {
        "displayName": "Stones",
        "category": "A",
        "description": "Keeps stones turning",
        "milestones": [
            {"summary": "Turns a stone", "signals": ["Stops in time"], "examples": ["Turned the old one", "Sat down"]},
            {"summary": "Dresses a stone", "signals": ["Needs no help"], "examples": ["Dressed two in a week"]},
        ],
    },
    "TALK_TO_PEOPLE": {"displayName": "Talk", "category": "B", "milestones": [{"summary": "Greets"}]},
}
MILL: Final = {
    "milestonePoints": [0, 1, 3],
    "pointsToLevels": {"5": "1.2", "0": "1.1", "20": "2.1"},
    "titles": [
        {"label": "Hand", "minPoints": 0, "maxPoints": 16},
        {"label": "Miller", "minPoints": 17},
        {"label": "Lead", "minPoints": 17},
    ],
    "tracks": TRACKS,
}


def test_tracks_become_competencies_with_scales(tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, MILL)
    assert draft.competencies["stones"] == {
        "title": "Stones",
        "group": "A",
        "about": "Keeps stones turning",
        "steps": [
            {
                "id": "1",
                "title": "Milestone 1",
                "expects": [
                    {
                        "text": "Turns a stone",
                        "examples": ["Turned the old one", "Sat down"],
                        "signals": ["Stops in time"],
                    }
                ],
            },
            {
                "id": "2",
                "title": "Milestone 2",
                "expects": [
                    {"text": "Dresses a stone", "examples": ["Dressed two in a week"], "signals": ["Needs no help"]}
                ],
            },
        ],
    }
    assert draft.did == ["f1.json: 2 competencies of up to 2 milestones, 3 statements, 3 levels by points"]
    assert draft.statements == 3
    assert unplaced(draft) == []


def test_each_milestone_is_a_level_that_stands_on_every_step_there_is(tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, MILL)
    assert {name: of for name, of in cells(draft).items() if of} == {
        "milestone-1": {"Stones": ["[1]"], "Talk": ["[1]"]},
        "milestone-2": {"Stones": ["[2]"]},
    }


def test_points_lead_to_levels_whose_titles_tell_them_apart(tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, MILL)
    assert draft.head == {"points": {"per_step": [0, 1, 3]}}
    jobs = {name: level for name, level in draft.levels.items() if level["track"] == "levels"}
    assert [(name, one["title"], one["points"], one["rank"]) for name, one in jobs.items()] == [
        ("1.1", "1.1: Hand", 0, 1),
        ("1.2", "1.2: Hand", 5, 2),
        ("2.1", "2.1: Miller / Lead", 20, 3),
    ]


def test_titles_alone_are_levels_by_points(tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, {"titles": MILL["titles"], "tracks": TRACKS})
    assert [level["title"] for level in draft.levels.values()][2:] == ["Hand", "Miller / Lead"]
    assert [level.get("points") for level in draft.levels.values()][2:] == [0, 17]


def test_without_points_there_are_no_levels_but_the_milestones(tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, {"tracks": TRACKS})
    assert list(draft.levels) == ["milestone-1", "milestone-2"]
    assert "points" not in draft.head


@pytest.mark.parametrize(
    "document",
    [
        TRACKS,
        {"ladder": {"tracks": TRACKS}},
        {"tracks": [{"id": key, **of} for key, of in TRACKS.items()]},
    ],
)
def test_tracks_may_stand_alone_in_a_list_or_wrapped(document: object, tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, document)
    assert [(one["title"], len(one["steps"])) for one in draft.competencies.values()] == [("Stones", 2), ("Talk", 1)]


def test_milestones_may_be_plain_texts_lists_or_only_signals(tmp_path: Path) -> None:
    track = {"milestones": ["Greets", ["Asks", "Listens"], {"signals": ["Nods"]}, None]}
    draft = imported(milestones, tmp_path, {"tracks": {"Talk": track}})
    steps = draft.competencies["talk"]["steps"]
    assert [step.get("expects") for step in steps] == [["Greets"], ["Asks", "Listens"], ["Nods"], None]


def test_a_title_that_no_level_has_and_what_is_no_number_are_left(tmp_path: Path) -> None:
    document = MILL | {
        "titles": [{"label": "Ghost", "minPoints": 90, "maxPoints": 91}, {"label": "Nobody"}],
        "milestonePoints": ["none", "some"],
    }
    draft = imported(milestones, tmp_path, document)
    assert unplaced(draft) == ["none", "some", "Nobody", "Ghost"]


def test_two_files_with_the_same_tracks_keep_both_scales(tmp_path: Path) -> None:
    draft = imported(milestones, tmp_path, {"tracks": TRACKS}, {"tracks": TRACKS})
    assert len(draft.competencies) == 4
    assert draft.statements == 6


@pytest.mark.parametrize("other", [{"tracks": {"A": {"levels": ["x"]}}}, {"milestones": ["x"]}, [], "text", None])
def test_other_shapes_are_no_milestones(other: object, tmp_path: Path) -> None:
    assert milestones.fits([a_file(tmp_path, "other.json", other)]) == []


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_is_changed_in_a_document_no_text_of_it_is_lost(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    document: Any = copy.deepcopy(MILL)
    folder = tmp_path_factory.mktemp("milestones")
    anything = st.sampled_from(["7", "Grain", "Says it.", "", None, ["a b"], {"name": "c d"}, [{"summary": "e f"}]])
    stones = document["tracks"]["STONES"]
    entries = [document, document["tracks"], stones, stones["milestones"][0], document["titles"][0]]
    keys = st.sampled_from(
        [
            "displayName",
            "category",
            "summary",
            "signals",
            "milestones",
            "titles",
            "pointsToLevels",
            "label",
            "minPoints",
        ]
    )
    for _ in range(data.draw(st.integers(1, 4))):
        data.draw(st.sampled_from(entries))[data.draw(keys)] = data.draw(anything)
    numbers = {"0", "1", "3", "5", "16", "17", "20", "7"}
    if found := milestones.fits([a_file(folder, "a.json", document)]):
        draft = Draft()
        milestones.read(found, draft, Ledger())
        assert set(lost(draft, found)) <= numbers
        read_back(draft)
