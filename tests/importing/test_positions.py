"""Positions that are each a step on every scale, in Markdown."""

from textwrap import dedent

import pytest

from importing.pages import page
from importing.reading import into as read
from ladder.importing.draft import Draft
from ladder.importing.files import File
from ladder.importing.scales.positions import fits

SCALES = """\
# Introduction

How the mill works.

# Axes

The mill has two axes:
* **Grain**: what is milled
* **Wheel**: what mills it

Read on.

# Levels

## Grain

1. **Sweeps**: keeps the floor clean
2. **Buys Rye**: buys what is needed

## Wheel

1. **Turns**: turns it by hand
   - on Mondays
2. **Mends**: mends what breaks

# FAQs

**Is the mill open?**

It is.

# Other Pages

* [**Miller**](miller.md)
"""

MILLER = """\
# Engineer

Also known as the miller.

| Level | Position |
| --- | --- |
| 1 | [E1 - Engineer 1](#e1---engineer-1) |

## E1 - Engineer 1

<picture>
  <img alt="Engineer 1" src="chart.png">
</picture>

* **Sweeps**: keeps the floor clean
* **Turns**: turns it by hand

## E2 - Engineer 2

* **Buys Rye**: buys what is needed, and barley
* **Turns**: turns it by hand
* **Sings**: at work

# Other Pages

* [**Introduction**](README.md)
"""

MASTER = """\
# Manager

## M2 - Manager 2

* **Sweeps**: keeps the floor clean
* **Mends**: mends what breaks
"""


def files() -> list[File]:
    return [page(MILLER, "miller.md"), page(MASTER, "master.md"), page(SCALES, "README.md")]


def read_all(pages: list[File]) -> Draft:
    draft = Draft()
    read(pages, draft)
    return draft


def test_pages_with_scales_and_positions_are_known_by_their_shape() -> None:
    pages = [*files(), page("a,b", "other.csv")]
    assert [file.name for file in fits(pages)] == ["miller.md", "master.md", "README.md"]
    assert fits(list(reversed(files())))


@pytest.mark.parametrize(
    "texts",
    [
        [MILLER, MASTER],
        [SCALES],
        ["## L1\n- **Scope**: tasks\n- **Craft**: learns\n## L2\n- **Scope**: projects\n- **Craft**: knows\n"],
        ["# Scope\n- **L1**: tasks\n- **L2**: projects\n# Craft\n- **L1**: learns\n- **L2**: knows\n"],
        [""],
    ],
)
def test_pages_without_both_are_not(texts: list[str]) -> None:
    assert fits([page(text, f"{number}.md") for number, text in enumerate(texts)]) == []


def test_scales_become_competencies_with_steps_and_statements() -> None:
    draft = read_all(files())
    assert [one["title"] for one in draft.competencies.values()] == ["Grain", "Wheel", "Expectations"]
    grain, wheel, _ = draft.competencies.values()
    assert grain["about"] == "what is milled"
    assert grain["steps"] == [
        {
            "id": "sweeps",
            "title": "Sweeps",
            "expects": [{"text": "Sweeps: keeps the floor clean", "id": "sweeps"}],
        },
        {
            "id": "buys-rye",
            "title": "Buys Rye",
            "expects": [{"text": "Buys Rye: buys what is needed", "id": "buys-rye"}],
        },
    ]
    assert wheel["steps"][0]["expects"] == [
        {"text": "Turns: turns it by hand", "id": "turns", "examples": ["on Mondays"]}
    ]


def test_positions_become_levels_with_their_page_s_track_and_the_rank_of_their_number() -> None:
    draft = read_all(files())
    assert {name: (one["title"], one["rank"], one["track"], one["aliases"]) for name, one in draft.levels.items()} == {
        "E1": ("Engineer 1", 1, "engineer", ["E1 - Engineer 1"]),
        "E2": ("Engineer 2", 2, "engineer", ["E2 - Engineer 2"]),
        "M2": ("Manager 2", 2, "manager", ["M2 - Manager 2"]),
    }


def test_a_position_names_the_steps_and_keeps_its_own_words_under_the_step_s_id() -> None:
    draft = read_all(files())
    named = {one["title"]: name for name, one in draft.competencies.items()}
    first, second = draft.levels["E1"]["expects"], draft.levels["E2"]["expects"]
    assert first[named["Grain"]] == {"step": "sweeps"}
    assert second[named["Grain"]] == {
        "step": "buys-rye",
        "statements": [{"text": "Buys Rye: buys what is needed, and barley", "id": "buys-rye"}],
    }
    assert second[named["Expectations"]] == {"statements": ["Sings: at work"]}


def test_a_position_that_says_the_same_without_the_examples_of_the_step_only_names_it() -> None:
    draft = read_all(files())
    wheel = next(name for name, one in draft.competencies.items() if one["title"] == "Wheel")
    assert draft.levels["E1"]["expects"][wheel] == {"step": "turns"}


def test_positions_of_one_page_have_the_headings_above_them_as_tracks() -> None:
    text = SCALES.replace(
        "# FAQs",
        "# Makers\n\n## E1\n\n- **Sweeps**: a\n- **Turns**: b\n\n# Leaders\n\n## M1\n\n"
        "- **Sweeps**: a\n- **Mends**: b\n\n# FAQs",
    )
    draft = read_all([page(text)])
    tracks = {name: draft.tracks[one["track"]]["title"] for name, one in draft.levels.items()}
    assert tracks == {"E1": "Makers", "M1": "Leaders"}


def test_the_page_reads_the_same_with_lists_of_dashes() -> None:
    dashed = [page(dedent(file.text).replace("* **", "- **"), file.name) for file in files()]
    assert read_all(dashed).levels == read_all(files()).levels
