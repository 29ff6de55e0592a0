"""Every answer as a page of HTML: it stands alone, its links lead somewhere, and a ladder's text is only text."""

import re
from pathlib import Path

import pytest

from ladders import write
from render.documents import FEW_HOSTILE
from render.test_html import Page, values
from running import Run

LINES = [
    [],
    ["list"],
    *(["list", what] for what in ("levels", "roles", "competencies", "sources", "companies", "statements")),
    ["matrix"],
    *(["show", name] for name in ("miller", "senior-miller", "senior-wind", "grain")),
    ["compare", "miller", "senior-miller"],
    ["compare", "miller", "senior-miller", "master"],
    ["day", "miller"],
    ["comp"],
    ["comp", "senior-miller", "--offer", "36000"],
    ["comp", "--sources", "--yardsticks"],
    ["path", "miller"],
    ["archetypes"],
    ["map"],
    ["map", "master"],
    ["map", "--company", "tide"],
    ["fit", "senior-miller"],
    ["record", "senior-wind"],
    ["faq"],
    ["search", "wheat"],
    ["sources"],
    ["sources", "guild"],
]
"""What one may ask of the small ladder."""

TAGS = {
    "a", "b", "br", "code", "dd", "div", "dl", "dt", "h1", "h2", "h3", "head", "body", "html", "li", "line", "main",
    "meta", "p", "path", "small", "span", "style", "sup", "svg", "table", "tbody", "td", "text", "th", "thead",
    "title", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-hidden", "charset", "class", "colspan", "content", "d", "data-label", "dir", "height", "href", "http-equiv",
    "id",
    "lang", "name", "rel", "scope", "text-anchor", "x", "x1", "x2", "y", "y1", "y2",
}  # fmt: skip
"""Nothing that loads, runs, sends or styles in place."""


def assert_stands_alone(text: str) -> None:
    """No tag or attribute but ours, no id twice, no link to nowhere, one title, one main part, headings by depth."""
    page = Page(text)
    assert {tag.removeprefix("/") for tag, _ in page.tags} <= TAGS
    assert {name for _, attributes in page.tags for name, _ in attributes} <= ATTRIBUTES
    ids = values(page, "id")
    assert len(ids) == len(set(ids))
    for link in values(page, "href"):
        assert link[1:] in ids if link.startswith("#") else re.match(r"https?://\w", link)
    assert page.others == []
    assert [sum(tag == name for tag, _ in page.tags) for name in ("main", "h1", "title")] == [1, 1, 1]


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_page_stands_alone_and_its_links_lead_somewhere(line: list[str], ask: Run) -> None:
    ran = ask(*line, "-f", "html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">\n')
    assert_stands_alone(ran.out)


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_the_page_is_in_the_language_of_its_ladder(line: list[str], ask: Run, full_ladder: str) -> None:
    path = Path(full_ladder, "ladder.yaml")
    path.write_text("language: he-IL\n" + path.read_text())
    assert '<html lang="he-IL" dir="rtl">' in ask(*line, "-f", "html").out


def test_json_says_nothing_of_the_language(ask: Run, full_ladder: str) -> None:
    before = ask("show", "miller", "-f", "json").out
    path = Path(full_ladder, "ladder.yaml")
    path.write_text("language: he-IL\n" + path.read_text())
    assert ask("show", "miller", "-f", "json").out == before


def test_two_ladders_of_two_languages_make_a_page_in_that_of_its_own_words(
    run: Run, small_ladder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "format: 1\nlanguage: fa\nlevels: [{id: a}, {id: b}]\n", "far.yaml")
    monkeypatch.setenv("LADDER_PATH", str(tmp_path))
    assert '<html lang="en" dir="ltr">' in run("compare", "mill:miller", "far:a", "-f", "html").out
    assert '<html lang="fa" dir="rtl">' in run("compare", "far:a", "far:b", "-f", "html").out


def quoted(text: str) -> str:
    """A text as YAML's double quotes have it."""
    plain = set(filter(str.isprintable, map(chr, range(128)))) - set('"\\')
    return '"' + "".join(sign if sign in plain else _escape(sign) for sign in text) + '"'


def _escape(sign: str) -> str:
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@pytest.mark.parametrize("name", FEW_HOSTILE)
def test_hostile_text_stays_text_on_every_page(name: str, run: Run, tmp_path: Path) -> None:
    text = quoted(FEW_HOSTILE[name])
    url = quoted("javascript:alert(1)") if name == "markup" else text
    said = f"[{{text: {text}, source: s, links: [{url}, 'https://a.example/\"><script>']}}]"
    ladder = write(
        tmp_path,
        f"""\
format: 1
title: {text}
language: {text}
sources: {{s: {{title: {text}, kind: article, publisher: {text}, url: {url}}}}}
competencies: {{x: {{title: {text}, group: {text}}}}}
activities: {{a: {{title: {text}}}}}
topics: {{t: {{title: {text}}}}}
archetypes: {{h: {{title: {text}, levels: [a], about: {text}, source: s}}}}
companies: {{c: {{title: {text}, levels: {{L1: {{title: {text}, is: a, note: {text}, source: s}}}}}}}}
levels:
  - {{id: a, title: A, summary: {text}, expects: {{x: {said}}}, time: {{a: 20}}, topics: {{t: {said}}},
     next: [{{to: b, summary: {text}, source: s}}], moves: [{{title: {text}, kind: exit, about: {said}}}]}}
  - {{id: b, title: {text}, expects: {{x: {said}}}, faq: [{{ask: {text}, answer: {text}, source: s}}]}}
""",
        "hostile.yaml",
    )
    lines = (["show", "a"], ["show", "b"], ["show", "x"], ["compare", "a", "b"], ["sources", "s"], ["archetypes"])
    for line in (*lines, ["path", "a"], ["map"], ["matrix"], ["list", "sources"], ["list", "statements"]):
        ran = run("--ladder", ladder, *line, "-f", "html")
        assert (ran.code, ran.err) == (0, ""), line
        assert_stands_alone(ran.out)
        assert "javascript:" not in "".join(values(Page(ran.out), "href"))
        assert '<html lang="und" dir="ltr">' in ran.out
