"""The text of a cell to statements."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.importing.cells import Said, is_nothing, said, statements, uses_paragraphs

OFTEN = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–", "◦", "‣", "·", "o", "1.", "12.", "1)", "a)", "(b)"])
def test_a_cell_of_bullets_becomes_statements(bullet: str) -> None:
    assert statements(f"{bullet} Grinds\n{bullet} Sweeps") == ["Grinds", "Sweeps"]


@pytest.mark.parametrize("bullet", ["-", "•", "–"])
def test_a_bullet_needs_no_blank_after_it(bullet: str) -> None:
    assert statements(f"{bullet}Grinds\n{bullet}Sweeps") == ["Grinds", "Sweeps"]


@pytest.mark.parametrize(
    "text",
    ["*Grinds* well", "-5 degrees", "1.5 tons a day", "100. mill", "oats", "a.m.", "**Grain**: grinds", "A) one"],
)
def test_what_only_resembles_a_bullet_is_text(text: str) -> None:
    assert statements(text) == [text]


def test_a_line_below_a_bullet_goes_on_with_it() -> None:
    assert statements("- Grinds\n  all day\n- Sweeps\nthe floor") == ["Grinds all day", "Sweeps the floor"]


def test_a_line_before_the_first_bullet_is_a_statement() -> None:
    assert statements("Keeps the mill:\n- Grinds\n- Sweeps") == ["Keeps the mill:", "Grinds", "Sweeps"]


def test_a_heading_between_bullets_is_a_statement() -> None:
    assert statements("- Grinds\nFloor:\n- Sweeps") == ["Grinds", "Floor:", "Sweeps"]


def test_text_below_bullets_and_a_blank_line_is_a_statement() -> None:
    assert statements("- Grinds\n\n- Sweeps\n\nSleeps") == ["Grinds", "Sweeps", "Sleeps"]


def test_deeper_bullets_are_examples_of_the_one_above() -> None:
    assert said("- Grinds\n  - rye\n    - by night\n  - oats\n- Sweeps") == [
        Said("Grinds", ("rye", "by night", "oats")),
        Said("Sweeps"),
    ]


def test_other_bullets_are_deeper_where_the_indent_was_lost() -> None:
    assert said("• Grinds\no rye\n• Sweeps") == [Said("Grinds", ("rye",)), Said("Sweeps")]


def test_bullets_that_are_all_indented_are_no_examples() -> None:
    assert said("Keeps:\n    - Grinds\n    - Sweeps") == [Said("Keeps:"), Said("Grinds"), Said("Sweeps")]


def test_a_bullet_on_a_line_of_its_own_begins_what_is_below() -> None:
    assert statements("•\nGrinds\n•\nSweeps\n-") == ["Grinds", "Sweeps"]


def test_without_bullets_each_line_is_a_statement() -> None:
    assert statements("Grinds\nSweeps\n\nSleeps") == ["Grinds", "Sweeps", "Sleeps"]


def test_with_paragraphs_only_a_blank_line_ends_a_statement() -> None:
    assert statements("Grinds\nall day\n \nSleeps", paragraphs=True) == ["Grinds all day", "Sleeps"]


def test_paragraphs_are_known_by_a_blank_line_between_text_without_bullets() -> None:
    assert uses_paragraphs(["Grinds", "Grinds\n \nSleeps"])
    assert not uses_paragraphs(["Grinds\nSleeps\n\n", "- Grinds\n\n- Sleeps"])


def test_a_line_break_of_html_is_one() -> None:
    assert statements("Grinds<br>Sweeps<BR />Sleeps") == ["Grinds", "Sweeps", "Sleeps"]


def test_markdown_in_a_line_stays() -> None:
    assert statements("- **Grinds** [rye](x)") == ["**Grinds** [rye](x)"]


@pytest.mark.parametrize("text", ["", " \n", "-", "–", "—", "--", "N/A", "n/a", "n.a.", "None", "none.", "…"])
def test_a_cell_that_only_says_it_is_empty_has_no_statement(text: str) -> None:
    assert is_nothing(text)
    assert said(text) == []


@pytest.mark.parametrize("text", ["None of it", "0", "no", "x"])
def test_a_short_answer_is_not_nothing(text: str) -> None:
    assert statements(text) == [text]


SIGNS = st.sampled_from(
    ["\n", "\n\n", " ", "\n- ", "\n  - ", "\n\t• ", "\no ", "\n1) ", "\n   ", ":\n", "\n-\n", " – "]
)


@OFTEN
@given(st.lists(SIGNS, min_size=1, max_size=12), st.booleans())
def test_every_word_stands_in_one_statement_and_in_order(signs: list[str], paragraphs: bool) -> None:
    text = "".join(f"{sign}word{place}" for place, sign in enumerate(signs))
    found = re.findall(r"word\d+", " ".join(statements(text, paragraphs=paragraphs)))
    assert found == [f"word{place}" for place in range(len(signs))]


@OFTEN
@given(st.text(), st.booleans())
def test_any_text_gives_statements_that_are_not_blank(text: str, paragraphs: bool) -> None:
    assert all(one.strip() == one != "" for one in statements(text, paragraphs=paragraphs))
