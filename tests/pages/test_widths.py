"""What holds of every page on paper of every width: nothing too wide, nothing lost, nothing torn, colour or not.

The widths are those at which something begins: the narrowest paper, a phone's, where side by side becomes one below
the other, and the widest.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from rich.cells import cell_len

from ladder.document import Changes, Items, Note, Prose, Sources
from ladder.render import render
from ladder.render.parts import as_items
from pages.mill import ASKED, asked, called, page_of
from pages.reading import plain
from pages.rules import WIDTHS, bare, too_wide
from render.documents import words

OURS = ("compare senior staff-ml principal", "show staff", "list sources", "comp --percentile 75", "day staff-ml")


@cache
def printed(line: str, width: int, ladder: str = "mill") -> str:
    """A page on a terminal without colour."""
    return render(asked(line, ladder), "terminal", width=width, colour=False)


@cache
def said(line: str, ladder: str) -> tuple[tuple[str, ...], Counter[str]]:
    """The words of a page, each once, and how often each of its signs stands there."""
    data = bare("\n".join(words(page_of(line, ladder))))
    return tuple({bare(word): None for text in words(page_of(line, ladder)) for word in text.split()}), Counter(data)


def lost(line: str, width: int, ladder: str = "mill") -> Iterator[str]:
    """The words of a page that its paper does not show, and the signs of those too long for a line."""
    data, signs = said(line, ladder)
    text = bare(printed(line, width, ladder))
    there = Counter(text)
    yield from (word for word in data if len(word) <= width // 3 and word not in text)
    yield from signs - there
    yield from "…" * (there["…"] - signs["…"])


@pytest.mark.parametrize("line", ASKED, ids=called)
def test_no_line_is_wider_than_the_paper_and_no_word_is_lost(line: str) -> None:
    for width in WIDTHS:
        assert too_wide(printed(line, width), width) == [], width
        assert list(lost(line, width)) == [], width


def test_nor_is_a_line_or_a_word_of_the_bundled_ladder() -> None:
    for line in OURS:
        for width in (20, 59, 60, 120):
            assert too_wide(printed(line, width, "industry"), width) == [], (line, width)
            assert list(lost(line, width, "industry")) == [], (line, width)


def flowing(line: str, width: int) -> list[str]:
    """The texts of a page that stand in one column on paper of this width."""
    found = [plain(block.text) for block in page_of(line).blocks if isinstance(block, Prose | Note)]
    for block in page_of(line).blocks:
        if isinstance(block, Items | Sources):
            for item in (as_items(block) if isinstance(block, Sources) else block).items:
                found += [item.mark + plain(item.text), *map(plain, item.details), plain(item.aside)]
        if isinstance(block, Changes) and width < 60:
            found += [
                plain(text) for row in block.rows for text in (row.after, "" if row.tone == "kept" else row.before)
            ]
    return found


def test_a_sentence_is_broken_between_words_and_never_torn_apart() -> None:
    for line in ASKED:
        for width in WIDTHS:
            shown = bare(printed(line, width))
            assert [text for text in flowing(line, width) if bare(text) not in shown] == [], (line, width)


def test_colour_adds_no_column_and_takes_no_word() -> None:
    for line in ASKED:
        for width in (40, 80):
            coloured = render(asked(line), "terminal", width=width, colour=True)
            without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
            assert coloured != without, line
            assert [one.rstrip() for one in without.split("\n")] == printed(line, width).split("\n"), (line, width)


def test_a_page_in_a_pipe_has_every_word_of_the_page_on_a_terminal() -> None:
    for line in ASKED:
        shown = Counter(bare(render(asked(line), "markdown", width=80, colour=False)))
        assert Counter(bare("".join(words(page_of(line))))) - shown == Counter(), line


def test_one_of_these_pages_has_wide_characters() -> None:
    assert any(cell_len(word) > len(word) for word in words(page_of("list sources")))
