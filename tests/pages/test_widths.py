"""Every page of the bundled ladder on paper of every width."""

import re
from collections import Counter

import pytest
from rich.cells import cell_len

from ladder.document import Changes, Items, Note, Prose, Sources
from ladder.render import render
from ladder.render.parts import as_items
from pages.bundled import ASKED, asked, page_of
from pages.reading import plain
from render.documents import words

DRAWN = re.compile(r"[\s─▓┃┊◆·]")


def bare(text: str) -> str:
    """A text without white space and without what bars, lists and days are drawn with."""
    return DRAWN.sub("", text)


@pytest.mark.parametrize("width", range(20, 201, 7))
@pytest.mark.parametrize("name", ASKED)
def test_no_line_is_wider_than_the_paper_and_no_word_is_lost(name: str, width: int) -> None:
    printed = render(asked(name), "terminal", width=width, colour=False)
    assert [line for line in printed.splitlines() if cell_len(line) > width] == []
    data = [bare(word) for text in words(page_of(name)) for word in text.split()]
    text = bare(printed)
    assert [word for word in data if word not in text and len(word) <= width // 3] == []
    assert Counter("".join(data)) - Counter(text) == Counter()
    assert text.count("…") == sum(word.count("…") for word in data)


def flowing(name: str, width: int) -> list[str]:
    """The texts of a page that stand in one column on paper of this width."""
    found = [plain(block.text) for block in page_of(name).blocks if isinstance(block, Prose | Note)]
    for block in page_of(name).blocks:
        if isinstance(block, Items | Sources):
            for item in (as_items(block) if isinstance(block, Sources) else block).items:
                found += [item.mark + plain(item.text), *map(plain, item.details), plain(item.aside)]
        if isinstance(block, Changes) and width < 60:
            found += [
                plain(text) for row in block.rows for text in (row.after, "" if row.tone == "kept" else row.before)
            ]
    return found


@pytest.mark.parametrize("width", [20, 40, 55, 57, 58, 59, 80, 120])
@pytest.mark.parametrize("name", ASKED)
def test_a_sentence_is_broken_between_words_and_never_torn_apart(name: str, width: int) -> None:
    printed = bare(render(asked(name), "terminal", width=width, colour=False))
    assert [text for text in flowing(name, width) if bare(text) not in printed] == []


@pytest.mark.parametrize("name", ASKED)
def test_colour_adds_no_column_and_takes_no_word(name: str) -> None:
    for width in (40, 100):
        coloured = render(asked(name), "terminal", width=width, colour=True)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        assert [line.rstrip() for line in plain.split("\n")] == render(
            asked(name), "terminal", width=width, colour=False
        ).split("\n")
        assert coloured != plain


@pytest.mark.parametrize("name", ASKED)
def test_a_page_in_a_pipe_has_every_word_of_the_page_on_a_terminal(name: str) -> None:
    printed = Counter(bare(render(asked(name), "markdown", width=80, colour=False)))
    assert Counter(bare("".join(words(page_of(name))))) - printed == Counter()
