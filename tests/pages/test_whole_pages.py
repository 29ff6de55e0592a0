"""Every page of the bundled ladder, whole, as it looks.

A page that changes fails here. `pytest --snapshot-update` keeps the new one; what changed is then there to read.
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from ladder.render import Format, render
from pages.bundled import ASKED, asked
from render.papers import PAPERS

PICTURED = ("compare-senior-staff", "day-staff-ml", "comp-percentile-75")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", ASKED)
def test_the_page_looks_as_before(name: str, width: int, snapshot: SnapshotAssertion) -> None:
    text = render(asked(name), "terminal", width=width, colour=False)
    assert text == snapshot.use_extension(PAPERS["terminal"])


@pytest.mark.parametrize("format", ["markdown", "csv"])
@pytest.mark.parametrize("name", ASKED)
def test_the_page_reads_as_before(name: str, format: Format, snapshot: SnapshotAssertion) -> None:
    text = render(asked(name), format, width=80, colour=False)
    assert text == snapshot.use_extension(PAPERS[format])


@pytest.mark.parametrize("format", ["html", "json", "svg"])
@pytest.mark.parametrize("name", PICTURED)
def test_the_page_is_written_as_before(name: str, format: Format, snapshot: SnapshotAssertion) -> None:
    text = render(asked(name), format, width=100, colour=True)
    assert text == snapshot.use_extension(PAPERS[format])
