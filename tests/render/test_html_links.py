"""Where the links of HTML lead: as they are resolved, to sources and back, to the web, and otherwise nowhere."""

import re
from collections.abc import Callable

import pytest

from ladder.document import (
    Block,
    Change,
    Changes,
    Cite,
    Column,
    Command,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Prose,
    Reference,
    Sources,
    Span,
    Table,
    Target,
    Text,
    Thing,
    Web,
)
from ladder.render.html import body, render
from render.documents import LINKED
from render.test_html import Page, values

Resolve = Callable[[Target], str | None]
GUILD = Reference("guild", "Guild rolls", "The guild", "https://guild.example/rolls?a=1&b=2", 1)


def nowhere(target: Target) -> None:
    return None


def site(target: Target) -> str | None:
    """As a web site has it: a page for each level and competency, and for two levels compared."""
    match target:
        case Thing("level" | "role", name):
            return f"level/{name}.html"
        case Thing("competency", name):
            return f"competency/{name}.html"
        case Command(("compare", one, other)):
            return f"compare/{one}..{other}.html"
    return None


def written(*blocks: Block, resolve: Resolve = nowhere) -> str:
    return body(Document("t", blocks), resolve)


def hrefs(text: str) -> list[str]:
    return values(Page(text), "href")


def test_a_thing_leads_where_it_is_resolved_to_and_is_its_words_where_it_is_nowhere() -> None:
    text = (
        Span("See "),
        Link("Miller", Thing("level", "miller"), "strong"),
        Span(", "),
        Link("Tide", Thing("company", "t")),
    )
    assert written(Prose(text)) == '<p>See <span class="strong">Miller</span>, Tide</p>'
    assert (
        written(Prose(text), resolve=site)
        == '<p>See <a href="level/miller.html"><span class="strong">Miller</span></a>, Tide</p>'
    )


def test_a_command_is_code_and_leads_to_the_page_that_it_would_show() -> None:
    link = Link("ladder compare a b", Command(("compare", "a", "b")), "code")
    assert written(Prose((link,))) == "<p><code>ladder compare a b</code></p>"
    found = written(Prose((link,)), resolve=site)
    assert found == '<p><a href="compare/a..b.html"><code>ladder compare a b</code></a></p>'


def test_links_stand_in_every_block() -> None:
    link = Link("Miller", Thing("level", "miller"))
    blocks: tuple[Block, ...] = (
        Heading(link),
        Heading("t", link),
        Prose(link),
        Note(link),
        Facts(((link, link),)),
        Items((Item(link, (link,), link),)),
        Changes("a", "b", (Change("new", "+", "new", after=link),)),
        Table((Column(link), Column()), ((link, (Span("a"), link)),)),
    )
    assert hrefs(written(*blocks, resolve=site)) == ["level/miller.html"] * 13
    assert hrefs(written(*blocks)) == []


def test_an_address_that_is_resolved_to_stays_in_its_attribute() -> None:
    text = written(Prose(Link("a", Thing("level", "a"))), resolve=lambda target: '"><script>')
    assert text == '<p><a href="&quot;&gt;&lt;script&gt;">a</a></p>'


def test_a_heading_leads_to_what_it_is_about_but_the_title_of_the_page_does_not_lead_to_itself() -> None:
    about = Thing("competency", "grain")
    assert written(Heading("Grain", about=about)) == '<h2 id="grain"><span>Grain</span></h2>'
    assert hrefs(written(Heading("Grain", depth=1, about=about), Heading("Grain", about=about), resolve=site)) == [
        "competency/grain.html"
    ]
    own = Heading(Link("Grain", Thing("level", "miller")), about=about)
    assert hrefs(written(own, resolve=site)) == ["level/miller.html"]


def test_headings_have_the_ids_of_the_document() -> None:
    assert [name for name in values(Page(render(LINKED)), "id") if not re.match("cite|source-", name)] == [
        *(name for name in LINKED.without_prompts().anchors())
    ]


def test_what_only_tells_what_to_type_is_left_out() -> None:
    command = Link("ladder show a", Command(("show", "a")), "code")
    blocks = (Heading("Try", prompt=True), Items((Item(command),), prompt=True), Note(command, "more", prompt=True))
    assert written(*blocks) == ""
    assert written(Heading("Days", command)) == '<h2 id="days"><span>Days</span></h2>'
    assert "ladder show a" in written(Heading("Days", command), resolve=lambda target: "a.html")


def test_a_citation_leads_to_its_source_and_the_source_back_to_the_first() -> None:
    cite = Cite(((1, "guild"),))
    text = written(Prose((Span("a"), cite)), Prose((Span("b"), cite)), Sources((GUILD,)))
    assert '<p>a<sup><a href="#source-1" id="cite-1">1</a></sup></p>' in text
    assert '<p>b<sup><a href="#source-1">1</a></sup></p>' in text
    assert '<li id="source-1"><span class="number"><a href="#cite-1">1</a></span> ' in text


def test_several_sources_of_a_text_are_links_of_their_own() -> None:
    rows = (GUILD, Reference("almanac", "The almanac", number=2))
    text = written(Prose((Span("a"), Cite(((1, "guild"), (2, "almanac"))))), Sources(rows))
    assert '<sup><a href="#source-1" id="cite-1">1</a>,<a href="#source-2" id="cite-2">2</a></sup>' in text


def test_a_source_that_no_text_cites_has_no_way_back() -> None:
    text = written(Sources((GUILD, Reference("scroll", "A scroll", "undated"))))
    assert hrefs(text) == ["https://guild.example/rolls?a=1&b=2"]
    assert "<li>A scroll <small>undated</small></li>" in text


def test_without_a_list_of_sources_a_citation_leads_to_wherever_its_source_stands() -> None:
    said = Prose((Span("a"), Cite(((1, "guild"),))))
    assert written(said) == "<p>a<sup>1</sup></p>"
    found = written(said, resolve=lambda target: f"sources.html#{target.id}" if isinstance(target, Thing) else None)
    assert found == '<p>a<sup><a href="sources.html#guild" id="cite-1">1</a></sup></p>'


def test_a_source_that_is_named_leads_to_its_place_in_the_list() -> None:
    assert hrefs(written(Prose(Link("rolls", Thing("source", "guild"))), Sources((GUILD,))))[0] == "#source-1"


def test_the_title_of_a_source_leads_to_its_address_which_is_told_no_more() -> None:
    text = written(Sources((GUILD,)))
    assert (
        '<a href="https://guild.example/rolls?a=1&amp;b=2" rel="noreferrer">Guild rolls</a> <small>The guild</small> '
        '<small class="address">https://guild.example/rolls?a=1&amp;b=2</small>' in text
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "https://a.example/b?c=d#e",
        "HTTPS://A.example",
        "https://例え.jp/日本",
        "https://a.example/'\"<b>",
    ],
)
def test_an_address_of_the_web_is_a_link(url: str) -> None:
    assert hrefs(written(Prose(Link("a", Web(url))), Sources((Reference("a", "a", url=url),)))) == [url] * 2


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.example",
        "mailto:a@b.example",
        "//a.example",
        "/a",
        "a.example",
        "http:a.example",
        "http:/a.example",
        "http://",
        "https:///a",
        "https://?a",
        "https:\\\\a.example",
        "https://a.example\\b",
        "https://a.example b",
        " https://a.example",
        "https://a.example\n",
        "https://a.example/\u202egpj.exe",
        "https://a.example/\x00",
        "https://a.example/\u200b",
        "see https://a.example",
    ],
)
def test_anything_else_stays_text(url: str) -> None:
    text = written(Prose(Link("a", Web(url))), Sources((Reference("a", "a", url=url),)))
    assert hrefs(text) == []
    assert values(Page(text), "rel") == []


def test_a_cell_says_on_a_phone_under_what_it_stands() -> None:
    table = Table(
        (Column(""), Column("Hand"), Column(Link("Miller", Thing("level", "m")), "figures")),
        ((Span("Grain", "strong"), "sacks", "7"), ("Stones", None, "8")),
    )
    text = written(table, resolve=site)
    assert re.findall(r'<th scope="row" class="words">(.*?)</th>', text) == [
        '<span class="strong">Grain</span>',
        "Stones",
    ]
    assert re.findall(r"<td[^>]*>", text.partition("<tbody>")[2]) == [
        '<td class="words" data-label="Hand">',
        '<td class="figures" data-label="Miller">',
        '<td class="words">',
        '<td class="figures" data-label="Miller">',
    ]
    assert '<th scope="col" class="figures"><a href="level/m.html">Miller</a></th>' in text


def test_each_side_of_a_change_says_whose_it_is_and_what_became_of_it() -> None:
    rows = (
        Change("raised", "↑", "raised", "old", "new"),
        Change("kept", "=", "kept", "same", "same"),
        Change("left behind", "−", "left", before="gone"),
    )
    text = written(Changes("Hand", "Miller", rows))
    assert '<thead><tr><th scope="col">Hand</th><th scope="col">Miller</th></tr></thead>' in text
    assert re.findall(r'<td class="([\w ]+)" data-label="(.*?)">', text) == [
        ("raised was", "Hand"),
        ("raised", "Miller"),
        ("kept twin", "Hand"),
        ("kept", "Hand = Miller"),
        ("left", "Hand"),
    ]
    assert text.count('<span class="hidden">left behind: </span>gone') == 1
    assert '<thead class="hidden">' in written(Changes("Hand", "Miller", rows, again=True))


def test_a_column_of_which_nothing_is_said_is_left_out() -> None:
    text = written(Table((Column("a"), Column()), (("b", None),)))
    assert (text.count("<th "), text.count("<td")) == (2, 0)


@pytest.mark.parametrize("text", ["", (), None])
def test_an_empty_cell_has_no_label(text: Text | None) -> None:
    assert '<td class="words"></td>' in written(Table((Column("a"), Column("b")), (("c", text),)))


def test_a_page_stands_in_one_main_part() -> None:
    text = render(LINKED)
    assert (text.count("<main>"), text.count("</main>"), text.count("<h1 ")) == (1, 1, 1)
    assert "<main>" not in body(LINKED, nowhere)
    assert body(LINKED, nowhere) in text


def test_a_policy_forbids_everything_but_the_style_of_the_page() -> None:
    text = render(LINKED)
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in text
    assert not re.search(r"\sstyle=|\son\w+=|<script", text.partition("</style>")[2])


def test_on_paper_a_page_is_light_and_shows_addresses() -> None:
    text = render(LINKED)
    assert "@media screen and (prefers-color-scheme: dark)" in text
    assert "@media print" in text
    assert ".address { display: inline; }" in text
