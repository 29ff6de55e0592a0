"""`ladder archetypes` as it is typed."""

import csv
import json
from pathlib import Path

import pytest

from ladders import write
from running import Run, without_ladder


def titles(ask: Run, *words: str) -> list[str]:
    return [hat["title"] for hat in json.loads(ask("archetypes", *words, "-f", "json").out)["hats"]]


def test_an_archetype_is_asked_for_by_id_or_title(ask: Run) -> None:
    page = ask("archetypes", "keeper")
    assert page.code == 0
    assert page.out.startswith("# Keeper of the sluice\n")
    for typed in ("Keeper of the sluice", "KEEPER", "keeper of_the-sluice"):
        assert ask("archetypes", typed) == page


def test_those_of_a_level_or_role_are_asked_for_by_its_name(ask: Run) -> None:
    assert titles(ask, "master") == ["Keeper of the sluice", "Rover"]
    for typed in ("Master miller", "hill:5", "mill:master"):
        assert ask("archetypes", typed) == ask("archetypes", "master")
    assert titles(ask, "senior-wind") == []
    assert "the ladder names no archetypes here" in ask("archetypes", "sail miller").out


def test_without_a_name_all_are_shown(ask: Run) -> None:
    assert titles(ask) == ["Keeper of the sluice", "Rover"]
    assert "hats, not levels" in ask("archetypes").out


def test_one_without_days_says_so_and_one_with_days_shows_them(ask: Run) -> None:
    assert "nobody has published a day or week of it" in ask("archetypes", "rover").out
    out = ask("archetypes", "keeper").out
    assert "05:00–06:00 Milling; from 09:00 Rests" in out
    assert "Is called at night." in out


def test_the_levels_of_a_hat_have_their_titles_in_the_list_of_a_level_too(run: Run, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "format: 1\nlevels: [{id: a, title: One}, {id: b, title: Two}]\nroles: [{id: r, title: Three, level: b}]\n"
        "archetypes: {hat: {title: Hat, levels: [a, b, r]}}\n",
    )
    for words in ((), ("hat",), ("a",), ("r",)):
        assert "One, Two and Three" in run("--ladder", path, "archetypes", *words).out


def test_another_ladders_level_is_asked_for_by_its_prefix(run: Run, full_ladder: str) -> None:
    shelf = str(Path(full_ladder).parent)
    ran = run("archetypes", "mill:master", LADDER_PATH=shelf)
    there = run("--ladder", full_ladder, "archetypes", "master")
    assert ran.code == there.code == 0
    assert without_ladder(ran.out, "mill") == without_ladder(there.out, full_ladder)
    assert run("archetypes", "mill:mastr", LADDER_PATH=shelf).err.endswith("hint: did you mean 'master'?\n")


def test_the_ladders_own_name_may_stand_before_an_archetype(ask: Run) -> None:
    assert ask("archetypes", "mill:keeper") == ask("archetypes", "keeper")


def test_another_ladders_archetype_is_asked_for_by_its_prefix(run: Run, full_ladder: str) -> None:
    ran = run("archetypes", "mill:keeper", LADDER_PATH=str(Path(full_ladder).parent))
    there = run("--ladder", full_ladder, "archetypes", "keeper")
    assert ran.code == there.code == 0
    assert without_ladder(ran.out, "mill") == without_ladder(there.out, full_ladder)


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("roverr", "no archetype, level or role 'roverr'", "did you mean 'rover'?"),
        ("keepr", "no archetype, level or role 'keepr'", "did you mean 'keeper'?"),
        ("mastr", "no level or role 'mastr' in the ladder", "did you mean 'master'?"),
        ("zzzz", "no level or role 'zzzz' in the ladder", "`ladder list` shows them all"),
        ("", "no level or role '' in the ladder", "`ladder list` shows them all"),
        ("tide:T99", "no level of Tidewater Mills 'T99'", "did you mean 'T9'?"),
        ("tide:M1", "no level of this ladder corresponds to 'tide:M1'", "beside 'senior-miller'"),
        ("nowhere:x", "no ladder or company 'nowhere'", "`ladder list companies`"),
    ],
)
def test_an_unknown_name_is_one_line_with_the_nearest(typed: str, message: str, hint: str, ask: Run) -> None:
    ran = ask("archetypes", typed)
    assert (ran.code, ran.out) == (2, "")
    said, _, told = ran.err.splitlines()
    assert said == f"error: {message}"
    assert hint in told


def test_a_title_that_is_nearly_right_is_recognised(ask: Run) -> None:
    assert "did you mean 'keeper'?" in ask("archetypes", "keeper of the sluise").err


def test_a_name_of_several_levels_lists_what_it_could_be(run: Run, tmp_path: Path) -> None:
    levels = "levels: [{id: a, title: One, aliases: [x]}, {id: b, title: Two, aliases: [x]}]"
    ran = run("--ladder", write(tmp_path, f"format: 1\n{levels}\n"), "archetypes", "x")
    assert (ran.code, ran.out, ran.err) == (2, "", "error: 'x' could mean several\n\nhint: say which: 'a', 'b'\n")


def test_an_archetype_is_meant_where_a_level_has_its_name(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: lead, title: Lead}]\narchetypes: {lead: {title: A hat}}\n")
    assert run("--ladder", path, "archetypes", "lead").out.startswith("# A hat\n")


def test_a_ladder_without_archetypes_says_so(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: a, title: One}]\n")
    assert "the ladder names no archetypes here" in run("--ladder", path, "archetypes").out


def test_json_marks_satirical_days_and_keeps_their_gaps(ask: Run) -> None:
    (hat,) = json.loads(ask("archetypes", "keeper", "-f", "json").out)["hats"]
    assert [(day["on"], day["satire"], day["kind"]) for day in hat["days"]] == [
        ("monday", False, "illustrative"),
        ("tuesday", True, "satire"),
    ]
    assert [(one["from"], one["to"], one["recorded"]) for one in hat["days"][0]["stretches"]] == [
        (300, 360, True),
        (360, 540, False),
        (540, None, True),
    ]


def test_csv_is_a_row_a_statement_and_a_row_a_stretch(ask: Run) -> None:
    rows = list(csv.DictReader(ask("archetypes", "keeper", "-f", "csv").out.splitlines()))
    assert [(row["part"], row["when"], row["text"]) for row in rows] == [
        ("about", "", "Sees to the water."),
        ("suits", "", "Who sleeps little."),
        ("week", "", "Is called at night."),
        ("days", "monday 05:00–06:00", "Milling"),
        ("days", "monday from 09:00", "Rests"),
        ("days (satire)", "tuesday from 05:00", "Sleeps"),
    ]


def test_the_bundled_ones_are_hats_of_staff_engineers_each_with_a_source(run: Run) -> None:
    answer = json.loads(run("archetypes", "staff", "-f", "json").out)
    assert {"tech-lead", "architect"} <= {hat["id"] for hat in answer["hats"]}
    known = {source["id"] for source in answer["sources"]}
    assert all(hat["source"] and set(hat["source"]) <= known for hat in answer["hats"])
    assert run("archetypes", "google:L6") == run("archetypes", "staff")
