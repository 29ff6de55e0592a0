"""Career ladders in Markdown, in the shapes in which they are published."""

import re
from collections.abc import Iterator
from textwrap import dedent

import pytest
from hypothesis import strategies as st

from importing.pages import cells, everything, page
from importing.reading import into as read
from ladder.errors import CannotRead
from ladder.importing.draft import Draft


def drafted(text: str, *, transpose: bool = False) -> Draft:
    """The draft of one page."""
    draft = Draft()
    read([page(dedent(text))], draft, transpose=transpose)
    return draft


def folder(**named: str) -> Draft:
    """The draft of pages by the names of their files; `__` stands for a slash."""
    draft = Draft()
    read([page(text, f"{name.replace('__', '/')}.md") for name, text in named.items()], draft)
    return draft


MILL = {"Engineer": {"Grain": ["Buys rye", "Sells it"], "Wheel": ["Turns it"]}, "Senior Engineer": {"Grain": ["Sows"]}}


def test_levels_outside_and_competencies_inside() -> None:
    draft = drafted(
        """
        # The mill
        How we mill.

        ## Engineer
        ### Grain
        - Buys rye
        - Sells it
        ### Wheel
        - Turns it

        ## Senior Engineer
        ### Grain
        1. Sows
        """
    )
    assert cells(draft) == MILL
    assert draft.head == {"title": "The mill", "about": "How we mill."}
    assert draft.did == ["levels are the headings of depth 2, competencies the headings of depth 3"]
    assert not draft.unplaced


def test_competencies_outside_and_levels_inside() -> None:
    draft = drafted(
        """
        # The mill
        ## Grain
        What we mill.
        ### Engineer
        - Buys rye
        - Sells it
        ### Senior Engineer
        - Sows
        ## Wheel
        ### Engineer
        - Turns it
        """
    )
    assert cells(draft) == MILL
    assert [one.get("about") for one in draft.competencies.values()] == ["What we mill.", None]
    assert draft.did == ["levels are the headings of depth 3, competencies the headings of depth 2"]


def test_transposing_makes_levels_of_the_other_headings() -> None:
    text = "## Grain\n### Rough\n- Buys rye\n### Fine\n- Sows\n## Wheel\n### Rough\n- Turns it\n### Fine\n- Mends it\n"
    as_read, turned = drafted(text), drafted(text, transpose=True)
    assert cells(as_read) == {
        "Grain": {"Rough": ["Buys rye"], "Fine": ["Sows"]},
        "Wheel": {"Rough": ["Turns it"], "Fine": ["Mends it"]},
    }
    assert cells(turned) == {
        "Rough": {"Grain": ["Buys rye"], "Wheel": ["Turns it"]},
        "Fine": {"Grain": ["Sows"], "Wheel": ["Mends it"]},
    }


def test_levels_with_bullets_only_have_one_competency() -> None:
    draft = drafted("## Junior\nNew to the mill.\n\n- Sweeps\n- Asks\n## Senior\n- Grinds\n")
    assert cells(draft) == {"Junior": {"Expectations": ["Sweeps", "Asks"]}, "Senior": {"Expectations": ["Grinds"]}}
    assert next(iter(draft.levels.values()))["summary"] == "New to the mill."


def test_levels_with_paragraphs_only_say_each_as_a_statement() -> None:
    assert cells(drafted("## Junior\nSweeps\nthe floor.\n\nAsks.\n\n## Lead\nTalks.\n")) == {
        "Junior": {"Expectations": ["Sweeps the floor.", "Asks."]},
        "Lead": {"Expectations": ["Talks."]},
    }


def test_one_level_a_page_and_the_same_headings_become_one_competency() -> None:
    draft = folder(
        L10="# L10\n## Grain\n- Sows\n",
        L2="# L2\nSecond.\n## Grain\nBuys rye\n\n## Wheel\n- Turns it\n",
        README="# The mill\nHow we mill.\n",
    )
    assert cells(draft) == {"L2": {"Grain": ["Buys rye"], "Wheel": ["Turns it"]}, "L10": {"Grain": ["Sows"]}}
    assert draft.levels["L2"]["summary"] == "Second."
    assert draft.head == {"title": "The mill", "about": "How we mill."}


def test_pages_of_titles_without_numbers_stand_by_seniority_and_not_by_the_alphabet() -> None:
    names = ["principal", "senior", "junior", "staff", "engineer"]
    draft = folder(**dict.fromkeys(names, "## Grain\n- Buys\n"))
    assert [level["title"] for level in draft.levels.values()] == ["junior", "engineer", "senior", "staff", "principal"]


def test_pages_in_two_folders_are_two_tracks() -> None:
    draft = folder(
        ic__L1="# L1\n## Grain\n- Buys\n", ic__L2="# L2\n## Grain\n- Sows\n", management__M1="# M1\n## Grain\n- Plans\n"
    )
    assert [(level["title"], draft.tracks[level["track"]]["title"]) for level in draft.levels.values()] == [
        ("L1", "Ic"),
        ("L2", "Ic"),
        ("M1", "Management"),
    ]


def test_one_competency_a_page_is_that_competency_at_each_level() -> None:
    draft = folder(grain="# Grain\nIt feeds us.\n## L1\n- Buys\n## L2\n- Sows\n", wheel="# Wheel\n## L1\n- Turns it\n")
    assert cells(draft) == {"L1": {"Grain": ["Buys"], "Wheel": ["Turns it"]}, "L2": {"Grain": ["Sows"]}}
    assert [one.get("about") for one in draft.competencies.values()] == ["It feeds us.", None]


def test_a_heading_above_several_levels_is_their_track() -> None:
    draft = drafted(
        """
        ## Individual contributors
        ### Engineer
        #### Grain
        - Buys rye
        ### Senior Engineer
        #### Grain
        - Sows
        ## Managers
        ### Manager
        #### People
        - Hires
        ### Director
        #### People
        - Plans
        """
    )
    assert {level["title"]: level["track"] for level in draft.levels.values()} == {
        "Engineer": "individual-contributors",
        "Senior Engineer": "individual-contributors",
        "Manager": "managers",
        "Director": "managers",
    }


def test_levels_of_one_name_on_two_tracks_are_two_levels() -> None:
    text = "# {0}\n## Level 1\n### Grain\n- {1} one\n## Level 2\n### Grain\n- {1} two\n"
    draft = folder(millers=text.format("Millers", "Mills"), bakers=text.format("Bakers", "Bakes"))
    assert cells(draft)["Level 1 (Millers)"] == {"Grain": ["Mills one"]}
    assert cells(draft)["Level 2 (Bakers)"] == {"Grain": ["Bakes two"]}


def test_a_heading_above_competencies_that_is_no_level_is_their_group() -> None:
    inside = drafted(
        """
        # L3
        ## Results
        ### Impact
        - Mills
        ### Speed
        - Mills fast
        ## People
        ### Voice
        - Talks
        """
    )
    outside = drafted(
        """
        # Skills
        ## Results
        ### Impact
        #### L3
        - Mills
        #### L4
        - Mills on
        ### Speed
        #### L3
        - Mills fast
        ## People
        ### Voice
        #### L3
        - Talks
        """
    )
    for draft in (inside, outside):
        assert cells(draft)["L3"] == {"Impact": ["Mills"], "Speed": ["Mills fast"], "Voice": ["Talks"]}
        assert [one["group"] for one in draft.competencies.values()] == ["Results", "Results", "People"]


def test_groups_may_stand_two_deep() -> None:
    level = "# L{0}\n## Craft\n### Code\n#### Style\n- a{0}\n#### Tests\n- b{0}\n### Design\n#### Form\n- c{0}\n"
    draft = folder(a=level.format(1), b=level.format(2))
    assert {one["title"]: one["group"] for one in draft.competencies.values()} == {
        "Style": "Craft / Code",
        "Tests": "Craft / Code",
        "Form": "Craft / Design",
    }


def test_a_heading_inside_a_cell_is_a_tag_of_what_stands_below_it() -> None:
    section = "## L{0}\n### Grain\n- Buys\n#### As a manager\n- Hires\n### Wheel\n- Turns\n#### As a manager\n- Lends\n"
    draft = drafted(section.format(1) + section.format(2))
    assert cells(draft)["L2"] == {
        "Grain": ["Buys", {"text": "Hires", "tags": ["As a manager"]}],
        "Wheel": ["Turns", {"text": "Lends", "tags": ["As a manager"]}],
    }


@pytest.mark.parametrize(
    "heading",
    [
        "**Grain**",
        "*Grain*:",
        "[Grain](#grain)",
        "1. Grain",
        "2.3) Grain",
        "Grain {#grain}",
        'Grain <a name="g"></a>',
        "[Grain]",
        "![icon](i.png) Grain",
        "`Grain`",
    ],
)
def test_a_heading_is_its_words(heading: str) -> None:
    draft = drafted(f"## L1\n### {heading}\n- Buys\n## L2\n### Grain\n- Sows\n")
    assert cells(draft) == {"L1": {"Grain": ["Buys"]}, "L2": {"Grain": ["Sows"]}}


def test_an_emoji_makes_no_second_competency() -> None:
    draft = drafted("## L1\n### 🌾 Grain\n- Buys\n## L2\n### Grain\n- Sows\n")
    assert cells(draft) == {"L1": {"🌾 Grain": ["Buys"]}, "L2": {"🌾 Grain": ["Sows"]}}


def test_a_level_s_code_is_its_id_and_both_names_stand_for_it() -> None:
    draft = drafted("## L4 - Senior Miller\n- Grinds\n## Staff Engineer (L5)\n- Sows\n")
    assert {name: level.get("aliases") for name, level in draft.levels.items()} == {
        "L4": ["Senior Miller"],
        "L5": ["Staff Engineer"],
    }


def test_paragraphs_in_bold_stand_for_headings() -> None:
    draft = drafted("## Grain\n**Junior**\n\n- Buys\n\n**Senior**\n\n- Sows\n\n## Wheel\n**Junior**\n- Turns\n")
    assert cells(draft) == {"Junior": {"Grain": ["Buys"], "Wheel": ["Turns"]}, "Senior": {"Grain": ["Sows"]}}
    inside = drafted(
        "## L1\n**Grain**\n- Buys\n\n**Wheel:**\n- Turns\n\n## L2\n**Grain**\n- Sows\n\n**Wheel**\n- Mends\n"
    )
    assert cells(inside) == {
        "L1": {"Grain": ["Buys"], "Wheel": ["Turns"]},
        "L2": {"Grain": ["Sows"], "Wheel": ["Mends"]},
    }


def test_a_label_in_bold_ends_the_list_above_it_without_a_blank_line() -> None:
    draft = drafted(
        "## Grain\nIt feeds us.\n**Junior**\n- Buys\n- Counts\n**Senior**\n- Sows\n## Wheel\n**Junior**\n- Turns\n"
    )
    assert cells(draft) == {"Junior": {"Grain": ["Buys", "Counts"], "Wheel": ["Turns"]}, "Senior": {"Grain": ["Sows"]}}


@pytest.mark.parametrize("label", ["**Grain**: ", "**Grain:** ", "**Grain** - ", "__Grain__ – ", "Grain: "])
def test_labels_of_bullets_that_repeat_from_level_to_level_are_competencies(label: str) -> None:
    draft = drafted(f"## L1\n- {label}buys\n- **Wheel**: turns\n## L2\n- {label}sows\n- **Wheel**: mends\n")
    assert cells(draft) == {
        "L1": {"Grain": ["buys"], "Wheel": ["turns"]},
        "L2": {"Grain": ["sows"], "Wheel": ["mends"]},
    }


def test_labels_of_bullets_below_competencies_may_be_levels() -> None:
    draft = drafted(
        "# Grain\n- **L1**: buys\n- **L2**: sows\n  - in spring\n\n# Wheel\n- **L1**: turns\n- **L2**: mends\n"
    )
    assert cells(draft) == {
        "L1": {"Grain": ["buys"], "Wheel": ["turns"]},
        "L2": {"Grain": [{"text": "sows", "examples": ["in spring"]}], "Wheel": ["mends"]},
    }


def test_bullets_below_a_statement_are_its_examples_and_below_a_label_statements() -> None:
    draft = drafted("## L1\n- Buys grain\n  - rye\n    - in autumn\n- Daily:\n  - Sweeps\n  - Oils\n## L2\n- Sows\n")
    assert cells(draft)["L1"]["Expectations"] == [
        {"text": "Buys grain", "examples": ["rye", "in autumn"]},
        {"text": "Sweeps", "tags": ["Daily"]},
        {"text": "Oils", "tags": ["Daily"]},
    ]


def test_bullets_pasted_as_text_and_tasks_are_bullets() -> None:
    draft = drafted("## L1\n• Sweeps\n• Asks\n\n## L2\n- [ ] Grinds\n- [x] Sows\n")
    assert cells(draft) == {"L1": {"Expectations": ["Sweeps", "Asks"]}, "L2": {"Expectations": ["Grinds", "Sows"]}}


def test_pictures_comments_and_tables_of_contents_are_no_statements_and_nothing_lost() -> None:
    draft = drafted(
        """
        # Mill
        <!-- not said -->
        - [L1](#l1)
          - [Grain](#grain)
        - [**L2**](#l2)

        ## L1
        ![wheel](wheel.png)

        <picture>
          <img src="wheel.png">
        </picture>

        - Sweeps
        ## L2
        [![badge](b.png)](http://b.example)

        - Sows
        """
    )
    assert cells(draft) == {"L1": {"Expectations": ["Sweeps"]}, "L2": {"Expectations": ["Sows"]}}
    assert not draft.unplaced
    assert "about" not in draft.head


def test_details_in_html_are_read_as_headings() -> None:
    draft = drafted(
        """
        <h1 align="center">Mill</h1>

        <details>
        <summary><b>L1</b></summary>

        - Sweeps

        </details>
        <details>
        <summary>L2</summary>

        - Sows

        </details>
        """
    )
    assert cells(draft) == {"L1": {"Expectations": ["Sweeps"]}, "L2": {"Expectations": ["Sows"]}}
    assert draft.head["title"] == "Mill"


def test_a_sentence_before_the_one_that_announces_a_list_is_a_statement() -> None:
    draft = drafted("## L1\n### Grain\nBuys rye. For example:\n- barley\n## L2\n### Grain\n- Sows\n")
    assert cells(draft)["L1"] == {"Grain": ["Buys rye. For example:", "barley"]}


def test_a_short_label_above_a_list_is_a_tag() -> None:
    draft = drafted("## L1\n### Grain\nDaily:\n- Sweeps\n\nMills.\n## L2\n### Grain\n- Sows\n")
    assert cells(draft)["L1"] == {"Grain": [{"text": "Sweeps", "tags": ["Daily"]}, "Mills."]}


def test_competencies_of_several_kinds_are_named_for_the_user() -> None:
    level = "## L{0}\n### Craft\n**Code**\n- a\n\n**Design**\n- b\n### People\n- c\n"
    draft = drafted(level.format(1) + level.format(2))
    assert draft.did == [
        "levels are the headings of depth 2, competencies the headings of depth 3 and paragraphs in bold"
    ]


def test_levels_that_nobody_would_guess_are_known_by_what_repeats_below_them() -> None:
    draft = drafted(
        "## Seed\n### Grain\n- a\n### Wheel\n- b\n## Sprout\n### Grain\n- c\n### Wheel\n- d\n## Use\nWisely.\n"
    )
    assert cells(draft) == {"Seed": {"Grain": ["a"], "Wheel": ["b"]}, "Sprout": {"Grain": ["c"], "Wheel": ["d"]}}


def test_a_competency_that_starts_late_does_not_turn_the_order_of_levels() -> None:
    draft = drafted("## Lead\n### L3\n- c\n## Code\n### L1\n- a\n### L2\n- b\n### L3\n- c\n")
    assert list(draft.levels) == ["L1", "L2", "L3"]


def test_a_paragraph_with_a_rule_below_it_is_no_heading() -> None:
    draft = drafted("## L1\n- Sweeps\n\nAlso this is asked of everyone who works here.\n---\n\n## L2\n- Sows\n")
    assert cells(draft)["L1"] == {"Expectations": ["Sweeps", "Also this is asked of everyone who works here."]}


def test_a_table_of_levels_by_competencies_is_read_as_one() -> None:
    draft = drafted(
        "# Mill\n\n| | L1 | L2 |\n|---|---|---|\n| Grain | Buys rye | Sows<br>Reaps |\n| Wheel | Turns it | |\n"
    )
    assert cells(draft) == {"L1": {"Grain": ["Buys rye"], "Wheel": ["Turns it"]}, "L2": {"Grain": ["Sows", "Reaps"]}}


def test_tables_below_several_headings_have_those_as_groups() -> None:
    table = "| | L1 | L2 |\n|---|---|---|\n| {0} | Buys {0} | Sows {0} |\n\n"
    draft = drafted(f"# Mill\n## Field\n{table.format('Rye')}\n## House\n{table.format('Bread')}")
    assert {one["title"]: one["group"] for one in draft.competencies.values()} == {"Rye": "Field", "Bread": "House"}
    assert cells(draft)["L2"] == {"Rye": ["Sows Rye"], "Bread": ["Sows Bread"]}


def test_a_table_below_a_level_has_a_competency_a_row() -> None:
    head = "| Area | Expectation | Examples |\n|---|---|---|\n"
    draft = drafted(f"## L1\n{head}| Grain | Buys | rye |\n\n## L2\n{head}| Grain | Sows<br>Reaps | |\n")
    assert cells(draft) == {
        "L1": {"Grain": [{"text": "Buys", "examples": ["rye"]}]},
        "L2": {"Grain": ["Sows", "Reaps"]},
    }


def test_lists_too_deep_to_be_read_are_an_error_and_never_cut_off() -> None:
    with pytest.raises(CannotRead, match="too deep"):
        drafted("> " * 150 + "bottom")


def test_a_page_that_is_a_level_stands_beside_pages_that_hold_several() -> None:
    level = "## E{0}\n### Grain\n- Mills {0}\n"
    draft = folder(a="# Engineer\n" + level.format(1) + level.format(2), director="# Director\n## Grain\n- Plans\n")
    assert cells(draft)["Director"] == {"Grain": ["Plans"]}


def test_competencies_that_repeat_below_several_headings_have_those_as_tracks() -> None:
    track = (
        "## {0}\n### Grain\n#### {1}1\n- a {1}\n#### {1}2\n- b {1}\n### Wheel\n#### {1}1\n- c {1}\n#### {1}2\n- d {1}\n"
    )
    draft = drafted("# Mill\n" + track.format("Makers", "L") + track.format("Leaders", "M"))
    tracks = {level["title"]: draft.tracks[level["track"]]["title"] for level in draft.levels.values()}
    assert tracks == {"L1": "Makers", "L2": "Makers", "M1": "Leaders", "M2": "Leaders"}
    assert cells(draft)["M2"] == {"Grain": ["b M"], "Wheel": ["d M"]}


def test_of_a_long_introduction_to_a_level_the_first_paragraph_sums_it_up_and_the_rest_is_said() -> None:
    long = "word " * 100
    draft = drafted(f"## L1\nShort.\n\n{long}\n\n### Grain\n- Buys\n## L2\n{long}\n\n### Grain\n- Sows\n")
    assert draft.levels["L1"]["summary"] == "Short."
    assert cells(draft)["L1"]["Expectations"] == [long.strip()]
    assert "summary" not in draft.levels["L2"]
    assert cells(draft)["L2"]["Expectations"] == [long.strip()]


# Shapes that companies publish


def test_a_handbook_of_titles_with_paragraphs() -> None:
    draft = drafted(
        """
        # Titles for Makers
        Titles say where someone stands.

        ## Makers

        ### Junior Programmer
        Their work is looked over.

        They ship with help.

        ### Senior Programmer
        Their work is trusted.

        ## Caretakers

        ### Caretaker
        Keeps things running.

        ### Lead Caretaker
        Runs the place.
        """
    )
    assert cells(draft)["Junior Programmer"] == {"Expectations": ["Their work is looked over.", "They ship with help."]}
    assert "Runs the place." in everything(draft)


def test_tracks_with_levels_with_competencies_in_headings_of_three_depths() -> None:
    track = "## {0}\n### {0} 1\n#### Craft\n- {1} small\n#### Reach\n- self\n"
    track += "### {0} 2\n#### Craft\n- {1} big\n#### Reach\n- all\n"
    draft = drafted("# Ladder\n" + track.format("Engineer", "Mills") + track.format("Manager", "Hires"))
    assert {level["title"]: level["track"] for level in draft.levels.values()} == {
        "Engineer 1": "engineer",
        "Engineer 2": "engineer",
        "Manager 1": "manager",
        "Manager 2": "manager",
    }
    assert cells(draft)["Manager 2"] == {"Craft": ["Hires big"], "Reach": ["all"]}


# Nothing is lost

TITLES = ["Junior", "Senior", "L1", "L2", "Staff Engineer", "Scope", "Craft", "FAQ", "People"]
SHAPES = [
    "\n{marks} {title}\n",
    "\n{marks} {title}\n",
    "\n{marks} **{title}**\n",
    "\n{word} {word}.\n",
    "\n{word} {word}:\n",
    "\n**{word} {word}**\n",
    "\n**{word}.** {word}\n",
    "**{word}**\n",
    "**{title}**\n",
    "{indent}- {word} {word}\n",
    "{indent}- {word}\n",
    "{indent}- **{title}**: {word}\n",
    "{indent}- {title}:\n",
    "1. {word}\n",
    "> {word}\n",
    "\n<p>{word}</p>\n",
    "{word} {word}.\n---\n",
    "\n```\n{word}\n```\n",
]
BLOCKS = st.tuples(st.sampled_from(SHAPES), st.integers(1, 6), st.sampled_from(TITLES))
PAGES = st.lists(st.lists(BLOCKS, max_size=16), min_size=1, max_size=3)


def written(blocks: list[tuple[str, int, str]], words: Iterator[str]) -> str:
    """A page of blocks in which every word that is not a title stands once."""
    text = ""
    for shape, depth, title in blocks:
        made = shape.format(marks="#" * depth, indent="  " * (depth // 2), title=title, word="{word}")
        text += re.sub(r"\{word\}", lambda _: next(words), made)
    return text
