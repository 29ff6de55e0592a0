"""What the commands of a path, a hat, a map, a fit, a record and of questions have in common with all others."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from ladder.cli.commands import COMMANDS
from ladder.render import FORMATS
from ladders import write
from running import Run

NEW = ("path", "archetypes", "map", "fit", "record", "faq")


@pytest.mark.parametrize("command", NEW)
def test_help_begins_with_its_examples(command: str, run: Run) -> None:
    """That each of them runs is tried for all commands at once."""
    lines = run(command, "--help").out.splitlines()
    assert lines[0] == "Examples:"
    assert run(command, "-h").out.splitlines() == lines
    examples = [line for line, _ in COMMANDS[command].examples]
    assert [line.split("  ")[1] for line in lines[1:] if line.startswith("  ladder ")] == examples


def test_all_of_them_stand_in_the_help(run: Run) -> None:
    out = run("--help").out
    for command in (name for name in NEW if COMMANDS[name].panel):
        assert any(line.split()[:1] == [command] for line in out.splitlines())
        assert COMMANDS[command].summary in " ".join(out.split())


@pytest.mark.parametrize("command", NEW)
def test_a_page_in_another_script_is_aligned_and_complete(command: str, run: Run, wide: str) -> None:
    words = [command, *({"map": [], "faq": [], "archetypes": []}.get(command, ["senior-wind"]))]
    for width in (20, 60, 100):
        ran = run("--ladder", wide, *words, "-f", "terminal", "--width", str(width))
        assert ran.code == 0
        assert "日" in ran.out
        assert [one for one in ran.out.splitlines() if cell_len(one) > width] == [], width


@pytest.fixture
def wide(full_ladder: str) -> str:
    """The same ladder, with titles and sentences in a script of wide characters, and in combining ones."""
    for file in Path(full_ladder).rglob("*.yaml"):
        text = re.sub(r"(title: \w+)", "\\1、日本語のエンジニア設計と実装", file.read_text())
        file.write_text(re.sub(r"([a-z]{3})\.(?=[\]}\n])", "\\1e\u0301t\u0327 大きな川がない。", text))
    return full_ladder


@pytest.mark.parametrize("command", NEW)
def test_a_broken_ladder_is_exit_1_with_file_line_and_column(command: str, run: Run, tmp_path: Path) -> None:
    broken = {
        "path": "next: [{too: b}]",
        "archetypes": "days: [{blocks: 1}]",
        "map": "titel: A",
        "fit": "fit: {fro: []}",
        "record": "record: {alias: x}",
        "faq": "faq: [{ask: A}]",
    }
    path = write(tmp_path, f"format: 1\nlevels:\n  - id: a\n    {broken[command]}\n")
    ran = run("--ladder", path, command, "a")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{path}:4:")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", NEW)
def test_a_cell_that_a_spreadsheet_would_run_is_text(command: str, run: Run, hostile: str) -> None:
    out = run("--ladder", hostile, command, "a", "-f", "csv").out
    assert "'=cmd" in out
    assert not [line for line in out.splitlines() if line.startswith("=cmd") or ",=cmd" in line or ',"=cmd' in line]


@pytest.mark.parametrize("command", NEW)
def test_what_a_file_says_steers_no_paper(command: str, run: Run, hostile: str) -> None:
    for format in FORMATS:
        ran = run("--ladder", hostile, command, "a", "-f", format)
        assert (ran.code, ran.err) == (0, ""), format
        assert not {"\x1b", "\u202e", "\x07"} & set(ran.out), format
        assert format not in ("html", "svg") or "<script>" not in ran.out, format
        if format == "terminal":
            assert "=cmd|' /C calc'!A0 [bold]x[/] \\x1b[31m \\u202e <script>" in " ".join(ran.out.split())


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """A ladder of which every text would rather be obeyed than shown."""
    text = "\"=cmd|' /C calc'!A0 [bold]x[/] \\e[31m \\u202e <script>\""
    return write(
        tmp_path,
        f"""\
format: 1
title: {text}
source: s
sources: {{s: {{title: {text}, kind: satire, publisher: {text}}}}}
tracks: {{t: {{title: {text}}}}}
levels:
  - id: a
    title: {text}
    summary: {text}
    next: [{{to: b, summary: {text}, evidence: [{text}], obstacles: [{text}]}}]
    moves: [{{title: {text}, kind: exit, about: [{text}]}}]
    fit:
      for: [{text}]
      questions: [{{ask: {text}, answers: [{{say: {text}, why: {text}, to: {text}}}, {{say: b}}]}}]
    faq: [{{ask: {text}, answer: {text}}}]
    record: {{aliases: [{text}], pay: {text}, metrics: [{{title: {text}, candid: {text}}}], complaints: [{text}]}}
  - {{id: b, title: {text}}}
archetypes: {{x: {{title: {text}, levels: [a], about: {text}, focus: {text}, suits: [{text}]}}}}
companies:
  c:
    title: {text}
    levels: {{L1: {{title: {text}, is: a, note: {text}, disagree: [{{is: b, note: {text}}}]}}}}
""",
    )
