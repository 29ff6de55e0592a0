"""Links, citations and ids of headings: what a document knows of them, and what terminals and Markdown make of them."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ladder.document import (
    Block,
    Cite,
    Command,
    Document,
    Heading,
    Items,
    Link,
    Note,
    Prose,
    Reference,
    Sources,
    Span,
    Text,
    Thing,
    Web,
    anchor,
    parts,
)
from ladder.render import markdown, terminal
from ladder.render.html import render as html
from ladder.render.parts import as_items, plain, raised, runs
from render.documents import LINKED
from render.papers import PAPERS


def ids(*headings: Heading) -> tuple[str, ...]:
    return Document("t", headings).anchors()


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("Where the time goes", "where-the-time-goes"),
        ("  What? It's – ", "what-it-s"),
        (Thing("competency", "People"), "people"),
        (Thing("level", "MG3"), "mg3"),
        ((Span("1. "), Span("Why?"), Cite(((1, "a"),))), "1-why"),
        ("日本語のレベル", "日本語のレベル"),
        ("—", "part"),
        ("", "part"),
        ("\x1b\u202e<script>\ud800", "script"),
        ("x" * 300, "x" * 80),
    ],
)
def test_an_id_is_the_words_in_small_letters(about: Thing | Text, expected: str) -> None:
    assert anchor(about) == expected


def test_a_heading_has_the_id_of_what_it_is_about_else_of_its_text() -> None:
    found = ids(Heading("Miller", depth=1), Heading("Reading grain", about="grain"), Heading("Pay"))
    assert found == ("miller", "grain", "pay")


def test_a_lower_heading_has_its_section_before_its_own_id() -> None:
    found = ids(
        Heading("Title", depth=1),
        Heading("Alone", depth=3),
        Heading("On to master", about=Thing("role", "master")),
        Heading("What shows it", depth=3, about="evidence"),
        Heading("On to foreman", about=Thing("role", "foreman")),
        Heading("What shows it", depth=3, about="evidence"),
    )
    assert found == ("title", "alone", "master", "master-evidence", "foreman", "foreman-evidence")


def test_no_id_stands_twice_and_none_is_that_of_a_source() -> None:
    same = [Heading(name) for name in ("a", "a", "a 2", "a", "Source 3", "cite-1", "source-3", "sources")]
    assert ids(*same) == ("a", "a-2", "a-2-2", "a-3", "source-3-2", "cite-1-2", "source-3-3", "sources")


def test_an_id_stays_when_what_stands_beside_it_goes() -> None:
    grain, stones = (Heading(name, about=Thing("competency", name)) for name in ("grain", "stones"))
    assert ids(grain, stones)[1:] == ids(stones)


def test_without_prompts_nothing_else_is_gone() -> None:
    gone = {block for block in LINKED.blocks if isinstance(block, Heading | Items | Note) and block.prompt}
    assert len(gone) == 3
    assert LINKED.without_prompts().blocks == tuple(block for block in LINKED.blocks if block not in gone)
    assert LINKED.without_prompts().language == "pt-BR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("a", (Span("a"),)),
        (Span("a", "new"), (Span("a", "new"),)),
        (Link("a", Web("b")), (Link("a", Web("b")),)),
        ((Span("a"), Cite(((1, "b"),))), (Span("a"), Cite(((1, "b"),)))),
        ((), ()),
    ],
)
def test_a_text_has_parts(text: Text, expected: tuple[object, ...]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("numbers", "written"), [((1,), "¹"), ((1, 3), "¹,³"), ((1234567890,), "¹²³⁴⁵⁶⁷⁸⁹⁰"), ((), "")]
)
def test_numbers_of_sources_are_raised(numbers: tuple[int, ...], written: str) -> None:
    assert raised(*numbers) == written


def test_links_and_citations_go_on_with_their_neighbours_and_spans_stay_apart() -> None:
    link, cite = Link("b", Thing("level", "b")), Cite(((1, "s"),))
    assert runs((Span("a"), link, cite, Span("c"))) == [("ab¹c", "")]
    assert runs((Span("a"), Span("c"))) == [("a", ""), ("c", "")]
    assert runs((Span("a", "strong"), cite)) == [("a", "strong"), ("¹", "")]
    assert runs((Span("a", "strong"), Cite(((1, "s"), (2, "t")), "strong"))) == [("a¹,²", "strong")]
    assert runs("a", "quiet") == [("a", "quiet")]
    assert plain((Span("a"), link, cite)) == "ab¹"


def test_sources_are_listed_behind_their_numbers_with_all_that_is_known() -> None:
    rows = (
        Reference("a", "A", "guild, survey", "https://a.example", 12),
        Reference("b", "B", "", "b.example"),
        Reference("c", "C"),
    )
    assert [(item.mark, item.text, item.aside) for item in as_items(Sources(rows)).items] == [
        ("¹²", "A", "guild, survey, https://a.example"),
        ("", "B", "b.example"),
        ("", "C", ""),
    ]


LINKS: tuple[Block, ...] = (
    Prose((Span("See "), Link("Miller", Thing("level", "miller")), Cite(((1, "a"),)), Span("."))),
    Note((Span("more: "), Link("ladder show miller", Command(("show", "miller")), "code"), Span("."))),
)
WORDS: tuple[Block, ...] = (
    Prose("See Miller¹."),
    Note((Span("more: "), Span("ladder show miller", "code"), Span("."))),
)


def test_on_a_terminal_and_in_markdown_a_link_is_its_words_and_a_citation_raised_numbers() -> None:
    linked, worded = Document("t", LINKS), Document("t", WORDS)
    for width in (20, 80):
        assert terminal.render(linked, width=width, colour=True) == terminal.render(worded, width=width, colour=True)
    assert terminal.svg(linked, width=40) == terminal.svg(worded, width=40)
    assert markdown.render(linked) == markdown.render(worded)


@pytest.mark.parametrize("width", [20, 60, 100])
def test_the_lines_of_a_page_fit_and_are_what_a_terminal_shows(width: int) -> None:
    lines = terminal.lines(LINKED, width)
    assert max(line.cell_len for line in lines) <= width
    shown = terminal.render(LINKED, width=width, colour=False).splitlines()
    assert [line.plain.rstrip() for line in lines] == [line.rstrip() for line in shown]


def test_a_linked_page_on_a_terminal(snapshot: SnapshotAssertion) -> None:
    assert terminal.render(LINKED, width=80, colour=False) == snapshot.use_extension(PAPERS["terminal"])


def test_a_linked_page_in_markdown(snapshot: SnapshotAssertion) -> None:
    assert markdown.render(LINKED) == snapshot.use_extension(PAPERS["markdown"])


def test_a_linked_page_in_html(snapshot: SnapshotAssertion) -> None:
    assert html(LINKED) == snapshot.use_extension(PAPERS["html"])
