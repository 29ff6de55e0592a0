"""HTML as text: what is read of a page, what is left out, and that no word beside the markup is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.markup.html import blocks, lines


def test_lines_are_headings_paragraphs_bullets_and_cells_in_order() -> None:
    page = (
        "<h1>Mill</h1><p>We grind<br>all day.</p><ul><li>Rye<ul><li>dark</ul><li>Oats</ul><table><tr><td>a<td>b</table>"
    )
    assert lines(page) == ["Mill", "We grind", "all day.", "- Rye", "- dark", "- Oats", "a", "b"]


def test_entities_are_characters_and_markup_is_gone() -> None:
    assert lines("<p>Stone &amp; <b>rye</b> &#8211; <a href='x'>more</a>&nbsp;grain") == ["Stone & rye – more grain"]


@pytest.mark.parametrize("tag", ["nav", "aside", "footer", "script", "style", "noscript", "select", "button"])
def test_what_holds_no_text_of_the_page_is_left_out(tag: str) -> None:
    assert lines(f"<p>Before</p><{tag}><p>Inside</p></{tag}><p>After</p>") == ["Before", "After"]


def test_of_a_page_with_a_main_part_that_part_is_read() -> None:
    page = "<header><p>Shop</p></header><main><h1>Miller</h1><p>Grinds</p></main><p>Cookies</p>"
    assert lines(page) == ["Miller", "Grinds"]


def test_five_links_below_one_another_are_a_menu_and_four_are_text() -> None:
    menu = "".join(f"<p><a href='{number}'>Page {number}</a></p>" for number in range(5))
    assert lines(f"<h2>Pages</h2>{menu}<h1>Mill</h1><p>Grinds</p>") == ["Mill", "Grinds"]
    assert lines(menu[: menu.rindex("<p>")] + "<p>Grinds</p>")[:2] == ["Page 0", "Page 1"]


def test_text_beside_the_cells_of_a_table_stands_below_it() -> None:
    assert lines("<table><tr><td>a</td>stray</tr></table><p>after") == ["a", "stray", "after"]


def test_a_table_that_never_ends_keeps_what_follows() -> None:
    assert lines("<p>Before<table>inside<p>after") == ["Before", "inside", "after"]


def test_indentation_says_nothing() -> None:
    assert lines("<ul>\n      <li>\n   Rye\n   bread\n  </li>\n</ul>") == ["- Rye bread"]


WORD = re.compile(r"w\d+w")
TAGS = str.split("p div li ul table tr td th h2 b a span details summary dl dt br")
PARTS = st.lists(st.sampled_from(["word", *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS)]), max_size=30)


@given(parts=PARTS, page=st.booleans())
def test_no_word_is_lost_whatever_tags_stand_around_it(parts: list[str], page: bool) -> None:
    html = " ".join(f"w{number}w" if part == "word" else part for number, part in enumerate(parts))
    found = blocks(html, page=page)
    cells = [cell.text for one in found for row in one.rows for cell in row]
    said = " ".join([*(one.text + one.caption for one in found), *cells, *lines(html)])
    assert set(WORD.findall(html)) <= set(WORD.findall(said))
