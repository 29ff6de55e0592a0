"""A page with every block, whole, on every paper."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ladder.document import Document, Sheet
from ladder.model import Report, Share, Source, Statement
from ladder.questions.compare import Hours
from ladder.render import FORMATS, SUFFIXES, Format, Printable, render
from render.documents import EVERY_BLOCK, SHEET
from render.papers import PAPERS

REPORTS = Report(2, 2, "One hand.", ("guild",)), Report(40, 62.5)
ANSWER = Hours(
    "milling",
    "Milling",
    (
        Share(5, 12.5, (Statement("Turns.", "t"),), ("guild",)),
        None,
        Share(2, 62.5, source=("guild",), reports=REPORTS, spans=True),
    ),
)
THING = Printable("hours", ANSWER, lambda *_, **__: EVERY_BLOCK, lambda: SHEET)


@pytest.mark.parametrize("width", [40, 80])
def test_every_block_on_a_terminal(width: int, snapshot: SnapshotAssertion) -> None:
    assert render(THING, "terminal", width=width, colour=False) == snapshot.use_extension(PAPERS["terminal"])


def test_every_block_in_colour(snapshot: SnapshotAssertion) -> None:
    assert render(THING, "terminal", width=80, colour=True) == snapshot.use_extension(PAPERS["terminal"])


@pytest.mark.parametrize("format", FORMATS[1:])
def test_every_block(format: Format, snapshot: SnapshotAssertion) -> None:
    assert render(THING, format, width=80, colour=False) == snapshot.use_extension(PAPERS[format])


@pytest.mark.parametrize("format", FORMATS)
def test_a_paper_ends_with_one_line_break_and_is_the_same_every_time(format: Format) -> None:
    text = render(THING, format, width=80, colour=True)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text == render(THING, format, width=80, colour=True)


def test_no_page_is_laid_out_for_machines_and_no_sheet_for_people() -> None:
    def page() -> Document:
        raise AssertionError

    def sheet() -> Sheet:
        raise AssertionError

    assert render(Printable("k", ANSWER, page, sheet), "json", width=80, colour=False).startswith("{")
    assert render(Printable("k", ANSWER, page, lambda: SHEET), "csv", width=80, colour=False).startswith("id,")
    for format in ("terminal", "markdown", "html", "svg"):
        assert render(Printable("k", ANSWER, lambda *_, **__: EVERY_BLOCK, sheet), format, width=80, colour=False)


@pytest.mark.parametrize("width", [20, 80])
def test_a_page_without_blocks_or_with_empty_ones_is_still_a_page(width: int) -> None:
    from ladder.document import Changes, Facts, Items, Schedule, Table

    empty = Document("nothing", (Facts(()), Changes("a", "b", ()), Items(()), Table((), ()), Schedule(())))
    for document in (Document("nothing", ()), empty):
        thing = Printable(
            "k", Source("a", "b", "satire"), lambda *_, document=document, **__: document, lambda: Sheet((), ())
        )
        for format in FORMATS:
            assert render(thing, format, width=width, colour=False)


def test_every_format_has_a_suffix_of_its_own() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)
