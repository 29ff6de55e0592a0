"""Every page of a small ladder, whole, as it looks; and what every answer promises to programs.

A page that changes fails here. `pytest --snapshot-update` keeps the new one; what changed is then there to read. Of the
bundled ladder only three pages stand here, so that a sentence can be edited there without rewriting this folder.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from ladder.render import render
from ladder.render.json import render as to_json
from pages.mill import ASKED, asked, called
from render.papers import PAPERS

OURS = ("compare senior staff", "show fellow", "comp")
WIDTH = 80


@pytest.mark.parametrize("line", ASKED, ids=called)
def test_the_page_looks_as_before(line: str, snapshot: SnapshotAssertion) -> None:
    text = render(asked(line), "terminal", width=WIDTH, colour=False)
    assert text == snapshot.use_extension(PAPERS["terminal"])


@pytest.mark.parametrize("line", ASKED, ids=called)
def test_the_page_reads_as_before(line: str, snapshot: SnapshotAssertion) -> None:
    text = render(asked(line), "markdown", width=WIDTH, colour=False)
    assert text == snapshot.use_extension(PAPERS["markdown"])


@pytest.mark.parametrize("line", OURS, ids=called)
def test_a_page_of_the_bundled_ladder_looks_as_before(line: str, snapshot: SnapshotAssertion) -> None:
    text = render(asked(line, "industry"), "terminal", width=WIDTH, colour=False)
    assert text == snapshot.use_extension(PAPERS["terminal"])


def objects(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """The objects in an answer, each with where it stands (`compare.sides[]`) and with its keys."""
    if isinstance(value, dict):
        yield at, ", ".join(value)
        for key, inner in value.items():
            yield from objects(inner, f"{at}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner, f"{at}[]")


def test_an_answer_has_the_keys_and_the_columns_that_it_had(snapshot: SnapshotAssertion) -> None:
    """A key of an answer in JSON, and a column of its table, is a promise to whoever reads them by name."""
    promised = set()
    for thing in map(asked, ASKED):
        promised |= {f"{at}: {keys}" for at, keys in objects(json.loads(to_json(thing.kind, thing.answer)), thing.kind)}
        promised.add(f"{thing.kind} as a table: {', '.join(thing.sheet().columns)}")
    assert "\n".join([*sorted(promised), ""]) == snapshot.use_extension(PAPERS["terminal"])
