"""`ladder list statements` as a whole command line: every statement of a ladder."""

import csv
import io
import json

import pytest

from ladder.questions.statements import Row
from ladder.render import FORMATS
from running import Run


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_every_statement(format: str, ask: Run) -> None:
    ran = ask("list", "statements", "-f", format)
    assert (ran.code, ran.err) == (0, "")
    for text in ("Tells wheat from rye", "Keeps a stone turning", "Greets the carters", "Waits for wind"):
        assert text in ran.out.replace("\xa0", " ").replace("&#160;", " ")


def test_the_page_goes_level_by_level(ask: Run) -> None:
    lines = ask("list", "statements", "-f", "terminal", "--width", "80").out.splitlines()
    assert lines[0].startswith("The mill's ladder")
    assert lines[0].endswith("11 statements")
    places = [next(place for place, line in enumerate(lines) if title in line) for title in ("Miller", "Master miller")]
    assert places == sorted(places)


def test_json_has_rows_and_sources(ask: Run) -> None:
    answer = json.loads(ask("list", "statements", "-f", "json").out)
    assert (answer["schema_version"], answer["kind"], answer["ladder"]) == (2, "statements", "mill")
    assert list(answer["rows"][0]) == list(Row._fields)
    assert [one["id"] for one in answer["sources"]] == ["house"]


def test_csv_is_a_row_a_statement_with_where_it_stands(ask: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("list", "statements", "-f", "csv").out)))
    assert list(rows[0]) == list(Row._fields)
    (buys,) = [row for row in rows if row["statement"] == "Buys the right wheat."]
    assert (buys["part"], buys["level"], buys["competency"], buys["id"]) == (
        "level",
        "senior-miller",
        "grain",
        "buying",
    )
    assert buys["examples"] == "Sent back a wet load."
    assert sum(bool(row["statement"]) for row in rows) == 11


def test_a_wrong_list_offers_it(run: Run) -> None:
    ran = run("list", "statments")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no list 'statments'\n\nhint: did you mean 'statements'?\n"
