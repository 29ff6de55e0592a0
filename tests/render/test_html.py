"""A page of HTML in which text is text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.document import (
    Change,
    Changes,
    Document,
    Entry,
    Item,
    Items,
    Note,
    Prose,
    Schedule,
    Span,
)
from ladder.render.html import render
from ladder.render.text import printable
from render.documents import EVERY_BLOCK, HOSTILE, hostile

SIGNS = st.text(st.sampled_from("ab <>&;\"'=/!-[]#x\n\x1b\u202e日"), min_size=1, max_size=20).filter(
    lambda text: text.strip()
)


class Page(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.others: list[str] = []
        self.data = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.data += data

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


PLAIN = Page(render(hostile("QQQ")))


NAMED = ("id", "href", "data-label")
"""Attributes that have something of a text."""


def bare(tags: list[tuple[str, tuple[tuple[str, str | None], ...]]]) -> list[tuple[str, list[tuple[str, str | None]]]]:
    return [(tag, [(name, "" if name in NAMED else value) for name, value in attributes]) for tag, attributes in tags]


def values(page: Page, wanted: str) -> list[str]:
    return [str(value) for _, attributes in page.tags for name, value in attributes if name == wanted]


def assert_only_text(text: str) -> None:
    page = Page(render(hostile(text)))
    assert bare(page.tags) == bare(PLAIN.tags)
    assert page.others == []
    assert squeezed(page.data) == squeezed(PLAIN.data).replace("QQQ", squeezed(printable(text)))
    assert all(re.fullmatch(r"[\w-]+", name) for name in values(page, "id"))
    assert all(re.fullmatch(r"#(cite|source)-[0-9]+", link) for link in values(page, "href"))
    labels = [label for label in values(page, "data-label") if not label.startswith("scale ")]
    shown = squeezed(printable(text))
    assert {squeezed(label) for label in labels} <= {shown, f"{shown}={shown}"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_adds_no_tag_and_no_attribute_and_is_shown_in_full(text: str) -> None:
    assert_only_text(text)


@given(SIGNS)
def test_any_text_adds_no_tag_and_no_attribute_and_is_shown_in_full(text: str) -> None:
    assert_only_text(text)


def test_a_page_needs_nothing_from_the_network_and_runs_nothing() -> None:
    text = render(EVERY_BLOCK)
    tags = Page(text).tags
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "form", "base", "use", "image"}
    assert not {
        name for _, attributes in tags for name, _ in attributes if name.startswith("on") or name in ("src", "style")
    }
    assert all(link.startswith("#") for link in values(Page(text), "href"))
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_every_tag_is_closed() -> None:
    opened: list[str] = []
    for tag, _ in Page(render(EVERY_BLOCK)).tags:
        if tag.startswith("/"):
            assert opened.pop() == tag[1:]
        elif tag not in ("meta", "br"):
            opened.append(tag)
    assert opened == []


def test_a_tone_is_a_class_and_the_words_say_the_same_without_it() -> None:
    assert '<p><span class="new">a</span>b</p>' in render(Document("t", (Prose((Span("a", "new"), Span("b"))),)))


def test_what_a_reader_may_type_is_code() -> None:
    note = Note((Span("Say "), Span("ladder <x>", "code"), Span(".")))
    assert '<p class="note">Say <code>ladder &lt;x&gt;</code>.</p>' in render(Document("t", (note,)))


def test_a_mark_stands_in_the_place_of_the_bullet() -> None:
    items = Items((Item("Guild rolls", ("read",), "survey", "¹"), Item("Scroll")))
    text = render(Document("t", (items,)))
    assert (
        '<ul><li class="marked">¹ Guild rolls <small>survey</small><br><small>read</small></li><li>Scroll</li></ul>'
        in text
    )
    assert "li.marked { list-style: none; }" in text


def test_a_stretch_without_an_end_says_when_it_began_and_has_no_length() -> None:
    day = Schedule((Entry(540, None, "Walks", "end not recorded"), Entry(600, 720, "Code")))
    cells = re.findall(r'<t[hd](?: scope="row")? class="[a-z ]+">(.*?)</t[hd]>', render(Document("t", (day,))))
    assert cells == ["from 09:00", "Walks", "end not recorded", "", "10:00–12:00", "Code", "", "2 h"]


def test_what_was_left_behind_stands_beside_what_is_new() -> None:
    left = (Change("left behind", "−", "left", before=f"Gone {n}") for n in (1, 2))
    rows = (*left, Change("new", "+", "new", after="Won"), Change("raised", "↑", "raised", "Old", "Newer"))
    text = render(Document("t", (Changes("", "", rows),)))
    cells = re.findall(r"<td(?: class=\"\w+( \w+)?\")?>(.*?)</td>", text)
    sides = [re.sub(r"<(\w+) [^>]*>.*?</\1>", "", cell) for _, cell in cells]
    assert sides == ["Old", "Newer", "Gone 1", "Won", "Gone 2", ""]
