"""`ladder path` as it is typed."""

import csv
import json
from pathlib import Path

import pytest

from ladders import write
from running import Run, without_ladder


def test_a_path_takes_names_as_a_person_types_them(ask: Run) -> None:
    ran = ask("path", "miller", "master")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Miller → Master miller\n")
    for one, other in (
        ("Mill hand", "Master"),
        ("tide:T1", "hill:5"),
        ("MILLER", "master miller"),
        ("mill:miller", "master"),
    ):
        assert ask("path", one, other) == ran


def test_a_role_goes_the_ways_of_its_level(ask: Run) -> None:
    assert "Built a mill." in ask("path", "sail miller", "master").out


def test_json_has_the_steps_with_ids_titles_and_raw_numbers(ask: Run) -> None:
    answer = json.loads(ask("path", "miller", "master", "-f", "json").out)
    assert (answer["kind"], answer["start"]["id"], answer["goal"]["title"]) == ("path", "miller", "Master miller")
    first, second = answer["steps"]
    assert (first["before"], first["years"], first["said"]) == ({"id": "miller", "title": "Miller"}, [2, 4], True)
    assert (second["after"]["id"], second["years"]) == ("master", [])
    assert [source["id"] for source in answer["sources"]] == ["house"]
    everything = json.loads(ask("path", "senior-miller", "-f", "json").out)
    assert everything["goal"] is None
    assert [move["kind"] for move in everything["moves"]] == ["exit", "back"]
    assert [step["before"]["id"] for step in everything["arrivals"]] == ["miller"]


def test_csv_is_a_row_a_statement(ask: Run) -> None:
    rows = list(csv.DictReader(ask("path", "miller", "master", "-f", "csv").out.splitlines()))
    assert [(row["from"], row["to"], row["part"], row["text"]) for row in rows] == [
        ("miller", "senior-miller", "summary", ""),
        ("miller", "senior-miller", "evidence", "Needs no help with the sluice."),
        ("senior-miller", "master", "summary", ""),
        ("senior-miller", "master", "evidence", "Built a mill."),
        ("senior-miller", "master", "obstacle", "No river."),
    ]
    assert (rows[0]["years_low"], rows[0]["years_high"], rows[2]["years_low"]) == ("2", "4", "")


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        (
            ["miller", "miller"],
            2,
            "'miller' is both the start and the goal",
            "`ladder path miller` shows the ways from it",
        ),
        (["miller", "mill hand"], 2, "'miller' is both the start and the goal", "`ladder path miller`"),
        (["master", "miller"], 2, "Miller is below Master miller", "`ladder path miller master`"),
        (["foreman", "master"], 1, "no way from Foreman to Master miller", "`ladder compare foreman master`"),
        (["milr"], 2, "no level or role 'milr' in the ladder", "did you mean 'miller'?"),
        (["miller", "mastr"], 2, "no level or role 'mastr' in the ladder", "did you mean 'master'?"),
        (["miller", "tide:M1"], 2, "no level of this ladder corresponds to 'tide:M1'", "beside 'senior-miller'"),
        (["miller", "senior", "master"], 2, "unexpected extra argument", "`ladder path --help`"),
        ([], 2, "missing argument 'NAME'", "`ladder path --help`"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_a_hint(
    line: list[str], code: int, message: str, hint: str, ask: Run
) -> None:
    ran = ask("path", *line)
    assert (ran.code, ran.out) == (code, "")
    said, blank, told = ran.err.splitlines()
    assert message in said
    assert blank == ""
    assert hint in told


def test_a_path_between_two_ladders_is_refused(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "format: 1\nlevels: [{id: a, title: A}]\n")
    ran = run("path", "acme:a", "staff", LADDER_PATH=str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: `path` works within one ladder\n\nhint: `ladder compare acme:a staff` shows how the two differ\n"
    )


def test_another_ladders_levels_are_asked_for_by_its_name(run: Run, full_ladder: str) -> None:
    shelf = str(Path(full_ladder).parent)
    ran = run("path", "mill:miller", "mill:master", LADDER_PATH=shelf)
    there = run("--ladder", full_ladder, "path", "miller", "master")
    assert ran.code == there.code == 0
    assert without_ladder(ran.out, "mill") == without_ladder(there.out, full_ladder)


def test_a_way_to_a_role_is_called_by_the_title_of_the_role(run: Run, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "format: 1\nlevels: [{id: a, title: A, next: [{to: r}, {to: b}]}, {id: b, title: B}]\n"
        "roles: [{id: r, title: Wind miller, level: b, next: [{to: t}]}, {id: t, title: Tide miller, level: b}]\n",
    )
    out = run("--ladder", path, "path", "a").out
    assert "Up to Wind miller" in out
    assert "Up to Tide miller" in run("--ladder", path, "path", "r").out


def test_a_way_through_several_roles_is_found(run: Run, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "format: 1\nlevels: [{id: a, track: x, next: [{to: r}]}, {id: b, track: x}, {id: c, track: y}]\n"
        "tracks: {x: {}, y: {}}\nroles: [{id: r, level: b, next: [{to: s}]}, {id: s, level: b, next: [{to: t}]}, "
        "{id: t, level: b, next: [{to: c}]}]\n",
    )
    answer = json.loads(run("--ladder", path, "path", "a", "c", "-f", "json").out)
    assert [step["after"]["id"] for step in answer["steps"]] == ["r", "s", "t", "c"]


def test_an_empty_goal_is_no_goal_to_go_to(ask: Run) -> None:
    assert ask("path", "miller", "").code == 2


def test_of_the_bundled_ladder_every_level_has_ways_and_the_one_to_staff_is_sourced(run: Run) -> None:
    answer = json.loads(run("path", "senior", "staff", "-f", "json").out)
    assert [step["said"] for step in answer["steps"]] == [True]
    assert answer["steps"][0]["evidence"]
    assert answer["steps"][0]["obstacles"]
    assert answer["sources"]
    assert run("path", "google:L5", "google:L6") == run("path", "senior", "staff")
    assert run("path", "engineer", "principal").code == 0
