"""Shapes in which ladders are published: tables in HTML, scales, overviews, checklists, and what spreadsheets add."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.pages import cells, everything, page
from importing.reading import into
from ladder.importing.draft import Draft
from ladder.importing.words import aliases, is_level, is_level_or_step

OFTEN = settings(max_examples=60, deadline=None)
WORDS = st.text(st.sampled_from("abcdefgh"), min_size=3, max_size=9)


def brought(text: str) -> Draft:
    """A page of Markdown as a draft."""
    draft = Draft()
    into([page(textwrap.dedent(text))], draft)
    return draft


def spread(text: str, name: str = "ladder.csv") -> Draft:
    """A spreadsheet as a draft."""
    draft = Draft()
    into([page(textwrap.dedent(text).lstrip(), name)], draft)
    return draft


TAGS = ["<table>", "</table>", "<tr>", "<td>", "<th>", "<ul>", "<li>", "<", ">", "a", "|", "- ", "<!--", "-->", "\n"]


# -- tables in HTML


def test_what_stands_above_the_competencies_of_a_table_may_repeat_its_heading() -> None:
    draft = brought("""
        ### The craft

        <table><tr><td>The Craft<td>M1<td>M2<tr><td>Grain<td>sorts<td>buys</table>

        ### People

        <table><tr><td>People<td>M1<td>M2<tr><td>Talk<td>asks<td>tells</table>
    """)
    assert [(one["group"], one["title"]) for one in draft.competencies.values()] == [
        ("The craft", "Grain"),
        ("People", "Talk"),
    ]
    assert draft.unplaced == []


def test_what_a_level_says_across_all_columns_sums_it_up() -> None:
    draft = brought("""
        <table>
          <thead><tr><th>Level</th><th>Grain</th><th>Stone</th></tr></thead>
          <tr><th rowspan="3">M1</th></tr>
          <tr><td colspan="2"><p>Learns the trade.</p></td></tr>
          <tr><td>Sorts it.</td><td>Turns it.</td></tr>
          <tr><th rowspan="3">M2</th></tr>
          <tr><td colspan="2">Knows the trade.</td></tr>
          <tr><td>Buys it.</td><td>Dresses it.</td></tr>
        </table>
    """)
    assert [level.get("summary") for level in draft.levels.values()] == ["Learns the trade.", "Knows the trade."]
    assert cells(draft) == {
        "M1": {"Grain": ["Sorts it."], "Stone": ["Turns it."]},
        "M2": {"Grain": ["Buys it."], "Stone": ["Dresses it."]},
    }


def test_a_cell_over_two_levels_is_expected_of_both() -> None:
    draft = brought("""
        <table>
          <tr><th>Skill<th>M1<th>M2<th>M3</tr>
          <tr><td>Grain<td colspan=2>Sorts it well.<td>Buys it.</tr>
        </table>
    """)
    assert cells(draft) == {
        "M1": {"Grain": ["Sorts it well."]},
        "M2": {"Grain": ["Sorts it well."]},
        "M3": {"Grain": ["Buys it."]},
    }


def test_a_cell_over_several_rows_names_a_group() -> None:
    draft = brought("""
        <table>
          <tr><th>Area</th><th>Skill</th><th>M1</th><th>M2</th></tr>
          <tr><td rowspan="2">Craft</td><td>Grain</td><td>Sorts it.</td><td>Buys it.</td></tr>
          <tr><td>Stone</td><td>Turns it.</td><td>Dresses it.</td></tr>
        </table>
    """)
    assert [(one["title"], one["group"]) for one in draft.competencies.values()] == [
        ("Grain", "Craft"),
        ("Stone", "Craft"),
    ]


@OFTEN
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3, unique=True), min_size=1, max_size=4), st.booleans())
def test_no_word_of_a_table_in_html_is_lost(body: list[list[str]], bullets: bool) -> None:
    listed = ("<ul><li>", "</li></ul>") if bullets else ("<p>", "</p>")
    lines = "".join(
        "<tr>" + "".join(f"<td>{listed[0]}{word}{listed[1]}</td>" for word in row) + "</tr>\n\n" for row in body
    )
    draft = brought(f"# Mill\n\n<table><tr><th>Skill<th>M1<th>M2</tr>\n{lines}</table>\n\nEnd.\n")
    kept = everything(draft)
    assert all(word in kept for row in body for word in row)


@OFTEN
@given(st.lists(st.sampled_from(TAGS)))
def test_whatever_tags_a_page_holds_it_is_read(parts: list[str]) -> None:
    draft = brought("## Junior\n\n- sorts\n\n## Senior\n\n- buys\n\n" + "".join(parts))
    assert "sorts" in everything(draft)


# -- scales and levels


def test_columns_of_a_scale_are_levels_below_headings_that_are_competencies() -> None:
    table = "<table><thead><th>Beginner<th>Advanced<th>Leading expert</thead><tr><td>{}<td>{}<td>{}</table>"
    draft = brought(
        f"# Mill\n\n### Grain\n\n{table.format('sorts', 'buys', 'breeds')}\n\n"
        f"### Stone\n\n{table.format('turns', 'dresses', 'cuts')}\n"
    )
    assert cells(draft) == {
        "Beginner": {"Grain": ["sorts"], "Stone": ["turns"]},
        "Advanced": {"Grain": ["buys"], "Stone": ["dresses"]},
        "Leading expert": {"Grain": ["breeds"], "Stone": ["cuts"]},
    }


@pytest.mark.parametrize(
    "label",
    ["VP of Engineering", "Head of Platform", "Junior Developer (0-2 years at it)", "Staff – 8+ years", "Staff+ (L7+)"],
)
def test_a_level_may_have_a_remark(label: str) -> None:
    assert is_level(label)


@pytest.mark.parametrize("label", ["Advanced topics", "Beginner's luck", "Ways of working", "Years of experience", ""])
def test_what_is_no_level_and_no_step(label: str) -> None:
    assert not is_level_or_step(label)


def test_a_code_before_a_comma_or_a_tilde_is_what_a_level_is_called() -> None:
    assert (aliases("E0 ~ 4-6 months"), aliases("E1, a year"), aliases("Well, then")) == (["E0"], ["E1"], [])


def test_levels_in_a_numbered_list_may_have_their_years_in_brackets() -> None:
    draft = brought("""
        # Mill

        1. **Engineer I** (0-2 years)
           - Sorts the grain.
        2. **Engineer II** (2-4 years)
           - Buys the grain.
    """)
    assert cells(draft) == {
        "Engineer I (0-2 years)": {"Expectations": ["Sorts the grain."]},
        "Engineer II (2-4 years)": {"Expectations": ["Buys the grain."]},
    }


# -- overviews, other tables, links


def test_a_table_without_levels_is_none_where_another_names_them() -> None:
    draft = brought("""
        # Mill

        ### Titles

        | Title  | Scope         |
        |--------|---------------|
        | Junior | a bag of rye  |
        | Senior | the whole mill |

        ### Grains

        | Grain | What it is good for           |
        |-------|-------------------------------|
        | Rye   | dark bread that keeps for long |
    """)
    assert list(cells(draft)) == ["Junior", "Senior"]
    assert "dark bread that keeps for long" in [one.text for one in draft.unplaced]


def test_a_table_that_only_says_which_levels_are_the_same_expects_nothing() -> None:
    draft = brought("""
        ## Tracks

        | Maker    | Level | Manager         |
        |----------|-------|-----------------|
        | Engineer | M1    |                 |
        | Staff    | M2    | Senior Manager  |

        ## Craft

        | Skill | M1    | M2   |
        |-------|-------|------|
        | Grain | sorts | buys |
    """)
    assert cells(draft) == {"M1": {"Grain": ["sorts"]}, "M2": {"Grain": ["buys"]}}
    assert "Senior Manager" in everything(draft)


# -- lists


def test_boxes_to_check_are_no_words_of_a_statement() -> None:
    draft = brought("""
        ### Level 1
        #### Grain
        - [ ] Sorts it.
        - [x] Cleans it.
        #### Stone
        - [ ]
        ### Level 2
        #### Grain
        -[ ] Buys it.
        -[ ] Sells it.
        #### Stone
        -Turns it.
        -Stops it.
    """)
    assert cells(draft) == {
        "Level 1": {"Grain": ["Sorts it.", "Cleans it."]},
        "Level 2": {"Grain": ["Buys it.", "Sells it."], "Stone": ["Turns it.", "Stops it."]},
    }


# -- spreadsheets


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    draft = spread("""
        sep=;
        Skill;L1;L2
        Grain;"sorts, slowly";buys
    """)
    assert cells(draft) == {"L1": {"Grain": ["sorts, slowly"]}, "L2": {"Grain": ["buys"]}}
    assert "title" not in draft.head
    assert draft.unplaced == []


def test_a_column_of_titles_beside_codes_is_one_whatever_it_is_called() -> None:
    draft = spread("""
        Level,Bezeichnung,Korn
        E1,Junior Engineer,siebt es
        E2,Senior Engineer,kauft es
    """)
    assert cells(draft) == {"Junior Engineer": {"Korn": ["siebt es"]}, "Senior Engineer": {"Korn": ["kauft es"]}}


@pytest.mark.parametrize("label", ["Examples", "Level {} examples"])
def test_columns_of_examples_belong_to_the_levels_before_them(label: str) -> None:
    one, two = label.format(1), label.format(2)
    draft = spread(f"""
        Skill,Level 1,{one},Level 2,{two}
        Grain,Sorts it,"- rye
        - oats",Buys it,
        Stone,Turns it,,,a dressed one
    """)
    assert cells(draft) == {
        "Level 1": {"Grain": [{"text": "Sorts it", "examples": ["rye", "oats"]}], "Stone": ["Turns it"]},
        "Level 2": {"Grain": ["Buys it"], "Stone": ["a dressed one"]},
    }
