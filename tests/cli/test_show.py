"""`ladder show` as a whole command line: a level or role, or a competency."""

import csv
import json
from pathlib import Path

import pytest

from cli.test_complete import offered
from ladder.render import FORMATS
from ladders import write
from running import Run

ACME = """\
format: 1
title: Acme
competencies:
  reach: {title: Reach of work}
  grain: {title: Our grain}
  l4: {title: Twin of a level}
  code: {title: "Craft: code"}
levels: [{id: l4, title: Four, expects: {reach: [Reaches far.], grain: [Grinds.], code: [Writes.]}}]
"""


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of another ladder, which stands on the shelf."""
    monkeypatch.setenv("LADDER_PATH", str(tmp_path / "shelf"))
    return write(tmp_path / "shelf", ACME)


# -- a competency


@pytest.mark.parametrize("typed", ["stones", "Stones", "STONES", "mill:stones", "Mill:Stones"])
def test_a_competency_is_shown_with_its_scale_and_what_each_level_expects(typed: str, ask: Run) -> None:
    ran = ask("show", typed)
    assert (ran.code, ran.err) == (0, "")
    lines = [line for line in ran.out.splitlines() if line]
    assert lines[0] == "# Stones"
    for line in (
        "- Keeps a stone turning.",
        "- Dresses a worn stone.",
        "## Senior miller",
        "- Hears a stone before it",
    ):
        assert any(one.startswith(line) for one in lines), line
    assert "nothing is said of it at: Foreman, Master miller." in ran.out


def test_a_competency_of_the_bundled_ladder_has_a_page(run: Run) -> None:
    ran = run("show", "scope", "-f", "terminal", "--width", "80")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.split()[0] == "Scope"
    assert "Staff engineer" in ran.out
    assert "Sources" in ran.out


def test_every_format_shows_a_competency(ask: Run) -> None:
    for format in FORMATS:
        ran = ask("show", "stones", "-f", format)
        assert (ran.code, ran.err) == (0, ""), format
        assert "Hears a stone before it wears" in ran.out.replace("\xa0", " ").replace("&#160;", " "), format


def test_json_says_that_it_is_a_competency(ask: Run) -> None:
    answer = json.loads(ask("show", "stones", "-f", "json").out)
    assert (answer["schema_version"], answer["kind"], answer["id"]) == (2, "competency", "stones")
    assert [step["id"] for step in answer["steps"]] == ["turns", "dresses"]
    assert [level["id"] for level in answer["levels"]] == ["miller", "senior-miller", "foreman", "master"]
    assert json.loads(ask("show", "miller", "-f", "json").out)["kind"] == "show"


def test_csv_is_a_row_a_statement(ask: Run) -> None:
    rows = list(csv.DictReader(ask("show", "stones", "-f", "csv").out.splitlines()))
    assert ("senior-miller", "Hears a stone before it wears.") in [(row["level"], row["text"]) for row in rows]


def test_a_level_comes_before_a_competency_of_its_name(run: Run, acme: str) -> None:
    assert run("--ladder", acme, "show", "l4").out.startswith("# Four\n")
    assert run("show", "acme:l4").out.startswith("# Four\n")
    assert run("show", "acme:Twin of a level").out.startswith("# Twin of a level\n")


def test_a_competency_of_another_ladder_is_shown_by_its_name(run: Run, ask: Run, acme: str) -> None:
    for here in (run, ask):
        assert here("show", "acme:reach").out.startswith("# Reach of work\n")
        assert here("show", "ACME:reach of work").out.startswith("# Reach of work\n")
        assert here("show", f"{acme}:grain").out.startswith("# Our grain\n")
    assert ask("show", "grain").out.startswith("# Grain\n")
    assert run("--ladder", acme, "show", "industry:scope").out.startswith("# Scope\n")


def test_a_colon_in_a_title_is_no_ladder(run: Run, acme: str) -> None:
    assert run("--ladder", acme, "show", "Craft: code").out.startswith("# Craft: code\n")
    assert run("show", "acme:craft: code").out.startswith("# Craft: code\n")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("nothing", "no level or role 'nothing' in the ladder"),
        ("scop", "no level, role or competency 'scop' in the ladder"),
        ("acme:scope", "no level or role 'scope' in the ladder"),
        ("acme:", "no level or role '' in the ladder"),
        ("nowhere:scope", "no ladder or company 'nowhere'"),
        (":scope", "no ladder or company ''"),
        ("google:scope", "no level of Google 'scope'"),
    ],
)
def test_what_is_neither_is_no_level_or_role(typed: str, message: str, run: Run, acme: str) -> None:
    ran = run("show", typed)
    assert (ran.code, ran.out) == (2, "")
    line, _, hint = ran.err.splitlines()
    assert line == f"error: {message}"
    assert hint.startswith("hint: ")


def test_a_competency_of_a_broken_ladder_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, ACME.replace("title: Four", "titel: Four"))
    ran = run("--ladder", path, "show", "reach")
    assert (ran.code, ran.out) == (1, "")
    assert f"{path}:8:" in ran.err


def test_levels_and_competencies_are_offered(full_ladder: str, acme: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert offered(f"ladder --ladder {full_ladder} show s", capsys) == {
        "senior-miller": "Senior miller",
        "senior-wind": "Senior miller, windmill",
        "stones": "Stones",
    }
    assert "stones" not in offered(f"ladder --ladder {full_ladder} day s", capsys)
    assert offered("ladder show scop", capsys) == {"scope": "Scope"}


# -- what lies below on a cumulative ladder


def test_with_all_what_a_level_has_from_those_below_is_shown_too(run: Run, tmp_path: Path) -> None:
    text = ACME.replace("format: 1", "format: 1\ncumulative: true")
    path = write(tmp_path, text[:-2] + ", {id: l5, title: Five, expects: {reach: [Reaches farther.]}}]\n")
    own, every = run("--ladder", path, "show", "l5"), run("--ladder", path, "show", "l5", "--all")
    assert (own.code, every.code) == (0, 0)
    assert "Reaches farther." in own.out
    assert "Grinds." not in own.out
    assert "Reaches farther." in every.out
    assert "Grinds." in every.out
    assert "--all" in own.out


# -- who disagrees about a company's level


def test_a_company_s_level_says_who_places_it_elsewhere(ask: Run) -> None:
    answer = json.loads(ask("show", "senior-miller", "-f", "json").out)
    (rung,) = [one for one in answer["companies"] if one["id"] == "T2"]
    assert [one["id"] for one in rung["disagree"]] == ["master"]
    out = ask("show", "senior-miller").out
    assert "Others say Master miller. Paid as one." in out
