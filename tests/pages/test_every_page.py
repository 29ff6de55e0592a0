"""What holds of every page, whatever it answers: every paper takes it, nothing is half said, what it offers runs."""

import re

from ladder.cli.commands import COMMANDS
from ladder.document import Heading
from ladder.render import render
from pages.mill import ASKED, asked, page_of
from pages.reading import commands, items, of, plain
from pages.rules import assert_every_format_renders, empty_headings

WORD_OF_A_READER = "[A-Z]{2,}"
"""What stands for a reader's own word in a command that a page offers: FILE, ID, NAME."""
ALONE = (
    "ladders",
    "init",
    "import",
    "schema",
    "log",
    "gap",
    "plan",
    "packet",
    "mcp",
    "survey",
    "autopsy",
    "explore",
    "site",
)
"""Commands that ask nothing of one ladder, or ask it with a log, and have tests of their own."""


def test_every_command_is_asked_and_every_block_occurs() -> None:
    assert {line.split()[0] for line in ASKED if line} == set(COMMANDS) - set(ALONE)
    kinds = {type(block).__name__ for line in ASKED for block in page_of(line).blocks}
    assert kinds == {"Heading", "Prose", "Facts", "Items", "Changes", "Table", "Schedule", "Note", "Sources"}


def test_every_paper_takes_every_page() -> None:
    for line in ASKED:
        assert_every_format_renders(asked(line))


def test_an_answer_is_of_the_kind_of_its_command_and_names_its_sources() -> None:
    kinds = {"": "ladder", "list statements": "statements", "show stones": "competency", "validate mill": "validation"}
    kinds["validate --explain gap"] = "code"
    for line in ASKED:
        assert asked(line).kind == kinds.get(line, line.partition(" ")[0]), line
        assert isinstance(getattr(asked(line).answer, "sources", ()), tuple), line


def test_no_heading_stands_alone() -> None:
    assert {line: alone for line in ASKED if (alone := empty_headings(page_of(line)))} == {}


def test_no_page_has_two_empty_lines_an_unfinished_phrase_or_a_mark_of_python() -> None:
    for line in ASKED:
        printed = render(asked(line), "terminal", width=100, colour=False)
        for sign in ("\n\n\n", "None", "()", "('", "[]", "  ·  ·", " .", ": .", "{'", "Statement("):
            assert sign not in printed, (line, sign)
        assert not re.search(r"\.\.(?!\.)", printed.replace("...", "")), line


def test_footnotes_are_numbered_from_one_in_the_order_in_which_a_page_first_uses_them() -> None:
    raised = {sign: number for number, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
    for line in ASKED:
        printed = render(asked(line), "markdown", width=80, colour=False)
        used = [raised[sign] for sign in printed.partition("## Sources")[0] if sign in raised]
        assert list(dict.fromkeys(used)) == list(range(1, len(set(used)) + 1)), line


def test_what_a_page_offers_to_type_runs() -> None:
    offered: set[str] = set()
    for line in ASKED:
        page = page_of(line)
        asides = [plain(heading.aside) for heading in of(page, Heading)]
        offered.update(commands(page), asides, (plain(item.text) for item in items(page)))
    lines = sorted(typed.removeprefix("ladder ") for typed in offered if typed.startswith("ladder "))
    assert len(lines) > 15
    for typed in lines:
        if not any(re.fullmatch(WORD_OF_A_READER, word) for word in typed.split()):
            assert asked(typed).page().blocks, typed
