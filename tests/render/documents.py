"""One small document with every block, texts that would rather be obeyed than shown, and what a page says in words."""

from collections.abc import Iterator
from typing import Final

from ladder.document import (
    Bar,
    Block,
    Cell,
    Change,
    Changes,
    Cite,
    Column,
    Command,
    Document,
    Entry,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Prose,
    Reference,
    Schedule,
    Sheet,
    Sources,
    Span,
    Table,
    Thing,
    Web,
)
from ladder.render.parts import as_items, plain

EVERY_BLOCK: Final = Document(
    "The miller's day",
    (
        Heading("The miller's day", "reported · 2026", 1),
        Prose("One who grinds.\nAnd who sells what was ground, if anybody asks for it in time."),
        Prose((Span("Flour ", "strong"), Span("is white", "quiet"), Span(", mostly."))),
        Facts((("also called", "mill hand"), ("years", (Span("2–4", "strong"), Span(" years"))))),
        Heading("What changes", "Craft"),
        Changes(
            "Hand",
            "Miller",
            (
                Change(
                    "raised",
                    "↑",
                    "raised",
                    (Span("Turns a stone "), Cite(((1, "guild"),))),
                    "Dresses a worn stone and hears it before it wears",
                ),
                Change("kept", "=", "kept", "Greets the carters ¹", "Greets the carters ²"),
                Change("left behind", "−", "left", before="Sweeps the floor"),
                Change("new", "+", "new", after="Buys the right wheat"),
                Change("new", "+", "new", after="Sets a price"),
            ),
        ),
        Changes("", "", (Change("differs", "~", "raised", "Counts sacks", "Weighs sacks"),)),
        Heading("Days", depth=3),
        Items(
            (
                Item("Grinds", ("for example: rye", "seen in: a warm stone"), "optional"),
                Item((Span("Mends", "new"), Span(" the sluice"))),
            )
        ),
        Heading("Pay", "EUR a year"),
        Table(
            (
                Column("base"),
                Column("p50", "figures"),
                Column("", "bar", scale=(10_000, 40_000), ticks=((10_000, "10k"), (20_000, "20k"), (40_000, "40k"))),
                Column("n, source", below=True),
            ),
            (
                (
                    Span("Hand", "strong"),
                    "18,000",
                    Bar((12_000, 30_000), (15_000, 22_000), 18_000, 25_000),
                    "40 people · The guild · 2025",
                ),
                (Span("Miller", "strong"), "–", Bar(mark=39_000), None),
                ("Master", Span("36,000", "quiet"), None, "n not stated · The almanac"),
            ),
        ),
        Schedule(
            (
                Entry(360, 690, "Grinds", "Milling", (("", "Turns the stones."), ("candid", "Sleeps."))),
                Entry(690, 720, "not recorded", recorded=False),
                Entry(720, 735, "Bread"),
                Entry(735, None, "Walks home", "end not recorded"),
            )
        ),
        Note("nothing is made up.", "none found"),
        Note((Span("a satirist wrote "), Span("this", "warn"), Span("."))),
        Note(
            (
                Span("more of it: "),
                Link("ladder day miller --week", Command(("day", "miller", "--week")), "code"),
                Span("."),
            ),
            "also on record",
        ),
        Heading("Sources"),
        Items(
            (
                Item("Guild rolls", aside="The guild, survey, Mar 2025", mark="¹"),
                Item((Span("The "), Span("almanac", "strong")), ("read in a storm",), mark="¹²"),
                Item("A scroll that nobody cites", aside="article, undated"),
            )
        ),
    ),
)

LINKED: Final = Document(
    "Miller",
    (
        Heading(
            "Miller", (Link("Hand", Thing("level", "hand")), Span(" in wind · Makers")), 1, Thing("role", "miller")
        ),
        Prose((Span("Grinds"), Cite(((1, "guild"), (2, "almanac"))))),
        Facts(((Link("Hand", Thing("level", "hand")), (Span("2 years"), Cite(((1, "guild"),)))),)),
        Heading("Grain", "Craft", 2, Thing("competency", "grain")),
        Items(
            (
                Item(
                    (Span("Tells wheat from rye", "strong"), Cite(((2, "almanac"),), "strong")),
                    ("for example: spelt", Link("https://mill.example/rye", Web("https://mill.example/rye"))),
                    Link("Grain", Thing("competency", "grain")),
                ),
            )
        ),
        Heading("What it takes", Link("ladder path miller", Command(("path", "miller")), "code"), 3, "evidence"),
        Changes(
            "Hand", "Miller", (Change("new", "+", "new", after=(Span("Buys"), Cite(((1, "guild"),)))),), again=True
        ),
        Table(
            (
                Column("company"),
                Column(Link("Miller", Thing("level", "miller"))),
                Column("", "bar", scale=(0, 40), unit="%"),
            ),
            (
                (
                    Link("Tide", Thing("company", "tide"), "strong"),
                    (Span("T1"), Cite(((1, "guild"),))),
                    Bar((0, 10), (10, 20)),
                ),
            ),
        ),
        Heading("Try", prompt=True),
        Items((Item(Link("ladder day miller", Command(("day", "miller")))),), prompt=True),
        Note(
            (Span("more: "), Link("ladder show miller --all", Command(("show", "miller", "--all")), "code")),
            prompt=True,
        ),
        Heading("Sources"),
        Sources(
            (
                Reference("guild", "Guild rolls", "The guild, survey", "https://guild.example/rolls?a=1&b=2", 1),
                Reference("almanac", "The almanac", "satire, undated", "almanac.example", 2),
                Reference("scroll", "A scroll", "article, undated"),
            )
        ),
    ),
    "pt-BR",
)
"""A document with links to everything, citations, and what makes sense only where one types."""

SHEET: Final = Sheet(
    ("id", "text", "amount", "recorded"),
    (("hand", "Grinds, and\nsweeps", 18_000.0, True), ("miller", 'Says "no"', 0.33333, False), ("", None, 7, None)),
)

HOSTILE: Final = {
    "ansi colour": "\x1b[31mred\x1b[0m",
    "ansi title": "\x1b]0;owned\x07",
    "c1 control": "a\x9b31mb",
    "carriage return": "safe\rEVIL",
    "backspace": "abc\x08\x08\x08xyz",
    "nul": "a\x00b",
    "bidi override": "user\u202eresu",
    "bidi isolate": "a\u2066b\u2069",
    "zero width": "a\u200bb\ufeffc",
    "tag characters": "a\U000e0041b",
    "lone surrogate": "a\ud800b",
    "rich markup": "[bold red]loud[/] [/bold] [link=https://evil.example]x[/link]",
    "rich emoji": ":smile: :warning:",
    "script": "<script>alert('x')</script>",
    "attribute": '" onmouseover="alert(1)" x="',
    "entity": "&lt;b&gt; &amp; &#x41;",
    "comment": "<!-- gone --> ]]> <![CDATA[x]]>",
    "formula": '=HYPERLINK("https://evil.example")',
    "formula plus": "+1+cmd|' /C calc'!A0",
    "formula minus": "-2+3",
    "formula at": "@SUM(A1)",
    "formula behind space": "  =1+1",
    "pipes": "a | b || c",
    "backticks": "`rm -rf` ``x`` ```",
    "stars": "*a* **b** _c_ __d__ ~~e~~",
    "markdown link": "[x](https://evil.example) ![y](z) <https://evil.example>",
    "heading": "# not a heading",
    "heading two": "## nor this",
    "quote": ">no quote",
    "bullet": "- no list",
    "ordered": "1. no list",
    "ordered paren": "2) no list",
    "rule": "---",
    "fence": "~~~",
    "setext": "title\n==",
    "setext dash": "title\n--",
    "backslash": "C:\\path\\*",
    "lines": "one\ntwo\n\nthree",
    "tabs": "a\tb",
    "wide": "日本語のエンジニア、設計と実装",
    "emoji": "👩‍💻 family 👨‍👩‍👧‍👦 flag 🇩🇪",
    "combining": "e\u0301t\u0327",
    "long": "x" * 300,
}
"""Text as it might stand in a file, by what it tries."""

FEW_HOSTILE: Final = {
    "steering": "\x1b[31mred\x1b[0m \x1b]0;owned\x07 user\u202eresu \u2066b\u2069 a\u200bb\ufeffc \x9b31m \x00",
    "markup": '[bold red]loud[/] <script>alert(\'x\')</script> " onmouseover="alert(1)" x=" &lt;b&gt; <!-- gone -->',
    "formula": "=cmd|' /C calc'!A0",
    "markdown": "`rm -rf` | *a* _b_ # [x](https://evil.example) :smile:",
    "lines": "one\n\n- two\tthree",
    "wide": "日本語のエンジニア、設計と実装 👩‍💻 e\u0301t\u0327",
    "long": "x" * 300,
}
"""The same in a few texts, for pages: what each paper does with every one of them is asked of the papers."""


def hostile(text: str) -> Document:
    """A document with this text in every place that takes one."""
    return Document(
        text,
        (
            Heading(text, text, 1),
            Heading(text, "", 3),
            Prose(text),
            Prose((Span(text, "strong"), Span(text))),
            Prose((Span(text, "code"), Span(text), Span(text, "code"))),
            Facts(((text, text), (Link(text, Thing("level", text)), Link(text, Web(text))))),
            Prose((Link(text, Thing("competency", text), "strong"), Link(text, Command((text,)), "code"), Span(text))),
            Heading(
                (Link(text, Web(text)), Cite(((1, text),))), Link(text, Thing("role", text)), 2, Thing("role", text)
            ),
            Heading(text, Link(text, Command((text,))), 3, text),
            Sources((Reference(text, text, text, text, 1), Reference(text, text, "", text), Reference(text, text))),
            Changes(
                text,
                text,
                (
                    Change("raised", "↑", "raised", text, text),
                    Change("kept", "=", "kept", text, text),
                    Change("left behind", "−", "left", before=text),
                    Change("new", "+", "new", after=(Span(text), Cite(((1, text), (2, text))))),
                ),
            ),
            Items((Item(text, (text, text), text), Item(text, (text,), text, mark="¹²"))),
            Items((Item(Link(text, Web(text)), (Link(text, Web(text)),), (Span(text), Link(text, Web(text)))),)),
            Table(
                (Column(text), Column(text, "figures"), Column("", "bar"), Column(text, below=True)),
                (
                    (text, text, Bar((0, 100), (20, 40), 30, 50), text),
                    (Span(text, "strong"), None, None, None),
                    (Link(text, Thing("company", text), "strong"), (Span(text), Cite(((1, text),))), None, None),
                ),
            ),
            Schedule(
                (
                    Entry(0, 60, text, text, (("", text), (text, text))),
                    Entry(60, 90, text, recorded=False),
                    Entry(90, None, text, text),
                )
            ),
            Note(text, text),
        ),
    )


def words(document: Document) -> Iterator[str]:
    """Every text of a page that is a datum: all but the heads of columns and sides, and the ticks of scales."""
    for block in document.blocks:
        yield from filter(None, _words(block))


def _words(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (plain(block.text), plain(block.aside))
        case Prose():
            yield plain(block.text)
        case Note():
            yield from (block.label, plain(block.text))
        case Facts():
            for label, text in block.rows:
                yield from (plain(label), plain(text))
        case Items():
            for item in block.items:
                yield from (item.mark, plain(item.text), *map(plain, item.details), plain(item.aside))
        case Sources():
            yield from _words(as_items(block))
        case Changes():
            for row in block.rows:
                yield from map(plain, (row.after,) if row.tone == "kept" else (row.before, row.after))
        case Table():
            for cells in block.rows:
                yield from map(_cell, cells)
        case Schedule():
            for entry in block.entries:
                yield from (entry.title, entry.aside, *(text for line in entry.lines for text in line))


def _cell(cell: Cell) -> str:
    return "" if cell is None or isinstance(cell, Bar) else plain(cell)
