"""Text of a ladder is text on the screen, too, and the terminal's own colours are used, or none."""

import re
from pathlib import Path
from typing import Final

import pytest

from explore.stage import Stage, explorer, played
from ladder.document import Document, Heading, Link, Prose, Thing
from ladder.explore.links import BEGIN, ONE, ZERO, Marked
from ladder.explore.words import safe
from ladders import write
from render.documents import FEW_HOSTILE, HOSTILE

MARKUP: Final = ("markup", "markdown")
TEXTS: Final = {
    **{name: FEW_HOSTILE[name] for name in MARKUP},
    "all others": " ".join(text for name, text in FEW_HOSTILE.items() if name not in MARKUP),
    "open bracket": "[/ [ ] [[ [/] [b",
    "action": "[@click=app.quit()]press me[/]",
    "unknown style": "[no-such-style]x[/no-such-style]",
    "signs of links and variables": f"a {BEGIN}{ONE}b {ZERO}c {BEGIN} $primary [on $error]",
}
EVERYWHERE: Final = """\
format: 1
title: {text}
levels:
  - id: l1
    title: {text} 1
    aliases: [{text}]
    summary: {text}
    expects: {{craft: {{gist: {short}, statements: [{{text: {text}, examples: [{text}], source: s}}]}}}}
    time: {{coding: 50}}
    next: [{{to: l2, summary: {text}, evidence: [{text}]}}]
    topics: {{hiring: [{text}]}}
  - {{id: l2, title: {text} 2, expects: {{craft: [{text}]}}}}
roles: [{{id: r1, title: {text} 3, level: l1}}]
competencies: {{craft: {{title: {text}, about: {text}}}}}
activities: {{coding: {{title: {text}}}}}
topics: {{hiring: {{title: {text}}}}}
sources: {{s: {{title: {text}, kind: article, publisher: {text}, url: {text}}}}}
"""


def quoted(text: str) -> str:
    """A text as YAML reads it back."""
    escaped = "".join(sign if " " <= sign <= "~" and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in text)
    return f'"{escaped}"'


def hostile_ladder(folder: Path, text: str) -> str:
    """A ladder that says this everywhere."""
    filled = EVERYWHERE.replace("{text} ", quoted(text)[:-1] + " ").replace("{text}", quoted(text))
    filled = re.sub(r'(title: "[^\n]*?) ([123])(?=[,}\n])', r'\1 \2"', filled)
    return write(folder, filled.replace("{short}", quoted(text[:28])).replace("{{", "{").replace("}}", "}"))


STEERING: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_stays_text_on_every_screen(text: str, tmp_path: Path) -> None:
    path = hostile_ladder(tmp_path, text)

    async def play(stage: Stage) -> None:
        assert stage.walk.trouble is None, stage.walk.trouble
        keys = ("1", "c", "d", "p", "v", "6", "y", "f", "escape", "R", "down", "enter", "space", "s")
        seen = [stage.text, *[await stage.press(key) for key in keys]]
        seen += [await stage.type("press x a"), await stage.press("escape"), await stage.press("ctrl+p")]
        seen += [await stage.type("go to"), await stage.press("escape", "o")]
        for screen in seen:
            assert not STEERING.search(screen.replace("\n", "")), screen
        assert stage.app.is_running

    played(play, path, (110, 40))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_one_helper_makes_text_printable_and_reads_no_markup_in_it(text: str) -> None:
    made = safe(text, "bold").plain
    assert not STEERING.search(made)
    assert "\n" not in made
    assert [word for word in text.split() if word.isascii() and word.isprintable() and word not in made] == []


def test_no_widget_is_given_markup_or_a_bare_text() -> None:
    import ladder.explore

    for file in Path(ladder.explore.__file__).parent.rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        assert "markup=True" not in code
        assert "from_markup" not in code
        assert not re.findall(r"(?:Static|Label|Button|Tab|Option)\((?!safe\(|_line\(|\*)[^)]", code), file
        assert not re.findall(r"\.update\((?!safe\()", code), file
        assert not re.findall(r"\bnotify\((?!.*markup=False)", code), file


def test_a_text_cannot_pretend_to_be_a_link() -> None:
    evil = f"a{BEGIN}{ZERO} {BEGIN}{ONE}b"
    page = Document("t", (Heading("t", depth=1), Prose((Link(evil, Thing("level", "l1")),)), Prose(evil)))
    marked = Marked(page)
    assert [way.to for way in marked.ways] == [Thing("level", "l1")]
    assert isinstance(marked.document.blocks[2], Prose)
    assert marked.document.blocks[2].text == "a b"


def test_only_the_terminals_own_colours_are_used(mill: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)

    async def play(stage: Stage) -> None:
        for key in ("1", "c", "d", "R", "escape", "question_mark"):
            await stage.press(key)
            for strip in stage.app.screen._compositor.render_strips():
                for segment in strip:
                    for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                        assert colour is None or colour.is_default or (colour.number or 0) < 16, (key, segment)

    played(play, mill, (110, 30))


def test_without_colour_the_cursor_and_the_tab_still_stand_out(mill: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def play(stage: Stage) -> None:
        assert stage.app.no_color
        await stage.press("right")
        assert any("reverse" in style for style in stage.styles("Buys"))
        assert not any("reverse" in style for style in stage.styles("Tells"))
        assert any("reverse" in style for style in stage.styles("Level"))

    played(play, mill, (110, 30))


def test_a_fault_of_ours_ends_the_program_and_is_kept_for_who_started_it(mill: str) -> None:
    app = explorer(mill)
    ended: list[object] = []
    app.exit = lambda *given, **named: ended.append(named)  # type: ignore[method-assign]
    app._driver = None
    fault = ValueError("x")
    app._handle_exception(fault)
    assert app.bug is fault
    assert ended == [{"return_code": 1}]
