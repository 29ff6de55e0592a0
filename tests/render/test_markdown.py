"""Markdown that shows every character of a text, whoever wrote it."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ladder.document import (
    Block,
    Change,
    Changes,
    Column,
    Document,
    Entry,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Schedule,
    Span,
    Table,
)
from ladder.render.markdown import escaped, render
from ladder.render.text import one_line, printable
from render.documents import HOSTILE, hostile

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(st.sampled_from("ab1 \n\t#>+-=*_~`[]()!<>&;|:.\\/'\"0é設x\u0301{}^$"), max_size=24)
TEXTS = st.one_of(SIGNS, st.text(max_size=24), st.sampled_from(sorted(HOSTILE.values())))
BLOCKS = {"paragraph_open", "paragraph_close", "inline"}
LIST = BLOCKS | {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
SHOWN = {"text", "softbreak", "hardbreak", "text_special"}


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def squeezed(text: str) -> str:
    """A text without its white space, which Markdown does not promise to keep."""
    return re.sub(r"\s", "", text)


def seen(text: str) -> str:
    """What a reader of the Markdown must see of a text."""
    return squeezed(printable(text))


def reading(markdown: str) -> tuple[set[str], set[str], str]:
    """The blocks of a page, its inline parts, and the words that a reader sees."""
    tokens = READER.parse(markdown)
    parts = list(inline(tokens))
    return {token.type for token in tokens}, {part.type for part in parts}, squeezed("".join(p.content for p in parts))


def page(*blocks: Block) -> str:
    return render(Document("t", blocks))


@given(TEXTS)
def test_a_statement_is_shown_exactly_as_it_was_written(text: str) -> None:
    blocks, parts, words = reading(page(Items((Item(text),))))
    assert blocks <= LIST
    assert parts <= SHOWN
    assert words == seen(text)


@given(TEXTS)
def test_a_paragraph_is_shown_exactly_as_it_was_written(text: str) -> None:
    blocks, parts, words = reading(page(Prose(text)))
    assert blocks <= BLOCKS
    assert parts <= SHOWN
    assert words == seen(text)


@given(TEXTS, TEXTS)
def test_both_sides_of_a_change_are_shown_exactly(before: str, after: str) -> None:
    change = Change("raised", "↑", "raised", before, after)
    blocks, parts, words = reading(page(Changes("", "", (change,))))
    assert blocks <= LIST
    assert parts <= SHOWN | {"strong_open", "strong_close"}
    was = f"(was:{seen(before)})" if before and after else ""
    assert words == f"raised{seen(after or before)}{was}"


@given(TEXTS)
def test_a_detail_below_an_item_is_shown_exactly(text: str) -> None:
    blocks, parts, words = reading(page(Items((Item("item", (text,)),))))
    assert blocks <= LIST
    assert parts <= SHOWN
    assert words == "item" + seen(text)


@given(TEXTS)
def test_a_heading_is_shown_exactly_and_is_one_heading(text: str) -> None:
    tokens = READER.parse(page(Heading(text)))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert {part.type for part in inline(tokens)} <= SHOWN
    assert squeezed("".join(part.content for part in inline(tokens))) == seen(text)


@given(TEXTS, TEXTS)
def test_a_table_has_a_cell_for_each_text_and_shows_it_exactly(title: str, text: str) -> None:
    table = Table((Column(title), Column("n", "figures")), ((text, "1"), (Span(text, "strong"), None)))
    tokens = READER.parse(page(table))
    cells = [token for token in tokens if token.type == "inline"]
    shown = [squeezed("".join(part.content for part in cell.children or ())) for cell in cells]
    assert shown == [seen(title), "n", seen(text), "1", seen(text), ""]
    assert {part.type for part in inline(tokens)} <= SHOWN


@given(TEXTS)
def test_a_day_shows_every_text_in_its_row(text: str) -> None:
    tokens = READER.parse(page(Schedule((Entry(0, 60, text, text, (("", text), ("candid", text))),))))
    rows = [token.type for token in tokens].count("tr_open")
    assert rows == 2
    words = squeezed("".join(part.content for part in inline(tokens) if part.type != "html_inline"))
    assert words.endswith(f"00:00–01:00{seen(text) * 2}candid:{seen(text) * 2}1h")
    assert {part.content for part in inline(tokens) if part.type == "html_inline"} == {"<br>"}


def test_a_stretch_without_an_end_says_when_it_began_and_has_no_length() -> None:
    day = Schedule((Entry(540, None, "Walks", "end not recorded"), Entry(600, 720, "Code")))
    assert page(day).splitlines()[-2:] == [
        "| from 09:00 | Walks | end not recorded |  |",
        "| 10:00–12:00 | Code |  | 2 h |",
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_makes_no_link_picture_or_markup_and_no_code_of_its_own(text: str) -> None:
    written = render(hostile(text))
    _, parts, words = reading(written)
    assert parts <= SHOWN | {"strong_open", "strong_close", "em_open", "em_close", "html_inline", "code_inline"}
    typed = [squeezed(part.content) for part in inline(READER.parse(written)) if part.type == "code_inline"]
    assert typed == [seen(text)] * 3
    assert {part.content for part in inline(READER.parse(written)) if part.type == "html_inline"} == {"<br>"}
    assert words.count(seen(text)) >= 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ships v1.2 on time.", "Ships v1.2 on time."),
        ("snake_case_names and 5 * 3", r"snake_case_names and 5 \* 3"),
        ("1. no list", r"1\. no list"),
        ("## no heading", r"\## no heading"),
        (">no quote", r"\>no quote"),
        ("a\n--", "a\n\\--"),
        ("a\n    - b", "a\n\\- b"),
        ("- b", r"\- b"),
        ("-5 °C", "-5 °C"),
        ("C#, F# and 2023", "C#, F# and 2023"),
        ("<b>", r"\<b>"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("~~gone~~ ~5%", r"\~\~gone\~\~ ~5%"),
    ],
)
def test_only_what_markdown_would_obey_is_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_a_tone_is_bold_around_the_words_and_not_around_the_space_beside_them() -> None:
    text = (Span("new ", "new"), Span("and"), Span(" more", "strong"), Span(" ", "strong"), Span("", "strong"))
    assert page(Prose(text)) == "**new** and **more** \n"


@given(TEXTS)
def test_what_a_reader_may_type_is_code_exactly_as_it_was_written(text: str) -> None:
    tokens = READER.parse(page(Prose((Span("say: "), Span(text, "code")))))
    assert {token.type for token in tokens} == BLOCKS
    typed = [part.content for part in inline(tokens) if part.type == "code_inline"]
    assert typed == [one_line(text)] * bool(one_line(text))
    assert {part.type for part in inline(tokens)} <= {"text", "code_inline"}


@pytest.mark.parametrize(
    ("text", "written"), [("ladder -h", "`ladder -h`"), ("a`b", "``a`b``"), ("`a", "`` `a ``"), ("a_*b", "`a_*b`")]
)
def test_what_a_reader_may_type_stands_between_backticks(text: str, written: str) -> None:
    assert page(Note((Span("Say "), Span(text, "code"), Span(".")), "hint")) == f"> **hint:** Say {written}.\n"


def test_a_mark_stands_before_the_words_of_its_item() -> None:
    items = Items((Item("Guild *rolls*", ("read",), "survey", "¹²"), Item("Scroll")))
    assert page(items) == "- ¹² Guild \\*rolls\\* (survey)\n  - read\n- Scroll\n"


def test_words_with_a_quiet_tone_are_plain() -> None:
    assert page(Note((Span("as is", "quiet"),))) == "> as is\n"


def test_a_heading_may_end_in_a_number_sign() -> None:
    assert page(Heading("Levels of C #")) == "## Levels of C \\#\n"


def test_several_lines_stay_inside_their_block() -> None:
    text = "one\ntwo\n\nthree"
    blocks, _, _ = reading(page(Note(text, "label"), Facts((("label", text),)), Items((Item(text, (text,)),))))
    assert blocks <= LIST | {"blockquote_open", "blockquote_close"}
    for token in READER.parse(page(Note(text))):
        assert token.type != "paragraph_open" or token.level == 1


def test_what_is_drawn_is_left_out_and_its_figures_stay() -> None:
    table = Table((Column("a"), Column("", "bar"), Column("n", "figures")), (("x", None, "7"),))
    assert page(table) == "| a | n |\n| --- | ---: |\n| x | 7 |\n"
