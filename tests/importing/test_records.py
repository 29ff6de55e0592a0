"""Documents with a list of records, each of which names a level and a theme."""

from pathlib import Path
from typing import Any, Final

import pytest

from importing.documents import cells, imported, read_back, unplaced

records = None

MILL: Final = """\
name: Milling
summary: For all who mill.
sheet: abc-1
levels:
  - {id: hand, name: Mill hand}
  - {id: miller-ic, name: Miller (Individual Contributor)}
  - {id: miller-pm, name: Miller (People Manager)}
  - {id: master, name: Master miller, summary: Knows every stone.}
themes:
  - {id: grain, name: Grain, summary: All that is milled., group: Craft}
  - {id: talk, name: Talk}
competencies:
  - {id: u1, level: hand, theme: grain, summary: Tells wheat from rye., proficiency: Basic}
  - id: u2
    level: miller-ic
    theme: grain
    summary: Buys grain.
    examples: [Bought rye in May.]
    supportingUrls: [{label: Guild, url: "https://guild.example/"}]
  - {id: u3, level: miller-pm, theme: talk, summary: Hires hands.}
  - {id: u4, level: hand, theme: talk, summary: Greets the carters.}
"""

FLAT: Final = [
    {"level": "L1", "area": "Grain", "text": "Sweeps."},
    {"level": "L1", "area": "Talk", "text": "Greets."},
    {"level": "L2", "area": "Grain", "text": "Grinds."},
]


def test_examples_links_and_proficiency_stand_with_the_statement(tmp_path: Path) -> None:
    draft = imported(records, tmp_path, MILL)
    assert draft.levels["miller-ic"]["expects"]["grain"]["statements"] == [
        {
            "text": "Buys grain.",
            "examples": ["Bought rye in May."],
            "links": ["Guild: https://guild.example/"],
            "x-id": "u2",
        }
    ]
    assert draft.levels["hand"]["expects"]["grain"]["statements"][0]["tags"] == ["Basic"]


def test_levels_that_differ_only_in_their_ending_share_a_rank_on_two_tracks(tmp_path: Path) -> None:
    ladder = read_back(imported(records, tmp_path, MILL))
    assert [(level.id, level.track, level.rank) for level in ladder.levels.values()] == [
        ("hand", "", 1),
        ("miller-ic", "individual-contributor", 2),
        ("miller-pm", "people-manager", 2),
        ("master", "", 3),
    ]


def test_twins_that_do_not_follow_one_another_share_no_rank(tmp_path: Path) -> None:
    document = {"levels": ["a-ic", "b-ic", "a-pm", "b-pm"], "areas": ["Grain"], "rows": [dict(FLAT[0], level="a-ic")]}
    ladder = read_back(imported(records, tmp_path, document))
    assert [level.rank for level in ladder.levels.values()] == [1, 2, 3, 4]


def test_an_ending_that_no_twin_shares_makes_no_track(tmp_path: Path) -> None:
    draft = imported(records, tmp_path, {"levels": ["L1", "office manager"], "areas": ["Grain"], "rows": FLAT})
    assert draft.tracks == {}
    assert not any("rank" in level for level in draft.levels.values())


def test_ranks_that_are_given_order_the_levels(tmp_path: Path) -> None:
    levels = [{"id": "L2", "order": 2}, {"id": "L1", "order": 1}]
    draft = imported(records, tmp_path, {"levels": levels, "areas": ["Grain", "Talk"], "rows": FLAT})
    assert [(name, level["rank"]) for name, level in draft.levels.items()] == [("L1", 1), ("L2", 2)]


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize(
    ("levels", "themes", "rows", "level", "theme", "text"),
    [
        ("levels", "dimensions", "statements", "level", "dimension", "text"),
        ("grades", "skills", "expectations", "gradeId", "skillId", "description"),
        ("bands", "categories", "items", "band", "category", "criteria"),
    ],
)
def test_other_names_for_the_same_keys_are_understood(
    levels: str, themes: str, rows: str, level: str, theme: str, text: str, *, wrapped: bool, tmp_path: Path
) -> None:
    document: Any = {
        levels: {"L1": {"title": "Hand"}, "L2": None},
        themes: ["Grain", "Talk"],
        rows: [{level: one["level"], theme: one["area"], text: one["text"]} for one in FLAT],
    }
    draft = imported(records, tmp_path, {"ladder": document} if wrapped else document)
    assert cells(draft) == {"L1": {"Grain": ["Sweeps."], "Talk": ["Greets."]}, "L2": {"Grain": ["Grinds."]}}
    assert draft.levels["L1"]["title"] == "Hand"


def test_a_bare_list_of_records_is_enough(tmp_path: Path) -> None:
    draft = imported(records, tmp_path, FLAT)
    assert cells(draft) == {"L1": {"Grain": ["Sweeps."], "Talk": ["Greets."]}, "L2": {"Grain": ["Grinds."]}}


def test_a_name_is_the_theme_where_levels_and_names_both_recur(tmp_path: Path) -> None:
    rows = [
        {"level": level, "name": name, "text": f"{name} {level}"}
        for level in ("L1", "L2")
        for name in ("Ears", "Hands")
    ]
    draft = imported(records, tmp_path, rows)
    assert cells(draft)["L2"] == {"Ears": ["Ears L2"], "Hands": ["Hands L2"]}


def test_a_level_or_theme_that_no_list_has_is_added(tmp_path: Path) -> None:
    draft = imported(records, tmp_path, {"levels": ["L1"], "areas": ["Grain"], "rows": FLAT})
    assert list(draft.levels) == ["L1", "L2"]
    assert [one["title"] for one in draft.competencies.values()] == ["Grain", "Talk"]


def test_a_record_of_several_levels_is_said_of_each_and_several_texts_are_several_statements(tmp_path: Path) -> None:
    rows = [*FLAT, {"level": ["L1", "L2"], "area": "Talk", "text": ["Listens.", "Asks."]}]
    draft = imported(records, tmp_path, rows)
    assert cells(draft)["L1"]["Talk"] == ["Greets.", "Listens.", "Asks."]
    assert cells(draft)["L2"]["Talk"] == ["Listens.", "Asks."]


def test_an_id_that_several_records_share_names_their_subject(tmp_path: Path) -> None:
    rows = [dict(one, id="care") for one in FLAT]
    draft = imported(records, tmp_path, rows)
    assert draft.levels["L1"]["expects"]["grain"]["statements"] == [{"text": "Sweeps.", "id": "care"}]


def test_what_a_record_says_beyond_is_kept_beside_it_and_prose_is_left(tmp_path: Path) -> None:
    rows = [dict(FLAT[0], owner="anna", remark="To be discussed in May."), *FLAT[1:], "A word at the end."]
    draft = imported(records, tmp_path, rows)
    assert draft.levels["L1"]["expects"]["grain"]["statements"] == [{"text": "Sweeps.", "x-owner": "anna"}]
    assert unplaced(draft) == ["To be discussed in May.", "A word at the end."]
