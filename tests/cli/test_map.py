"""`ladder map` as it is typed."""

import csv
import json
from pathlib import Path

import pytest

from ladder import api
from ladder.pages.map import page
from ladders import write
from pages.bundled import ours
from running import Run


def ids(ask: Run, part: str, *words: str) -> list[str]:
    return [f"{rung['company']}:{rung['id']}" for rung in json.loads(ask("map", *words, "-f", "json").out)[part]]


def test_a_level_is_mapped_by_its_name_and_a_role_as_its_level(ask: Run) -> None:
    page = ask("map", "senior-miller")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# Senior miller at other companies\n")
    for typed in ("sr miller", "First miller", "mill:senior-miller", "senior-wind", "sail miller"):
        assert ask("map", typed) == page


def test_a_companys_level_is_mapped_by_its_id_or_title_and_the_companys_name_or_alias(ask: Run) -> None:
    page = ask("map", "tidewater:T2")
    assert page.out.startswith("# Tidewater Mills T2 is Senior miller here\n")
    for typed in ("tide:t2", "Tidewater Mills:Stoneman", "TIDE:stoneman"):
        assert ask("map", typed) == page


def test_a_company_is_mapped_by_its_name(ask: Run) -> None:
    page = ask("map", "--company", "tidewater")
    assert page.out.startswith("# Levels of Tidewater Mills\n")
    for typed in ("tide", "Tidewater Mills", "TIDEWATER"):
        assert ask("map", "--company", typed) == page


def test_disagreement_shows_on_the_page_of_both_levels(ask: Run) -> None:
    for level, part in (("senior-miller", "rungs"), ("master", "disputed")):
        assert "tidewater:T2" in ids(ask, part, level)
        assert "Paid as one." in ask("map", level).out
    assert "Counted here by others" in ask("map", "master").out


def test_a_managers_level_is_no_level_and_is_shown_beside(ask: Run) -> None:
    for command in ("show", "day", "fit", "comp", "path", "archetypes", "faq", "record"):
        ran = ask(command, "tide:M1")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "error: no level of this ladder corresponds to 'tide:M1'\n\n"
            "hint: it ranks beside 'senior-miller', on another track: `ladder map tidewater:M1`\n"
        )
    out = ask("map", "tidewater:M1").out
    assert "it ranks beside Senior miller but is not that level" in out
    assert "tidewater:M1" not in ids(ask, "rungs", "senior-miller")
    assert "tidewater:M1" in ids(ask, "managers", "senior-miller")


def test_the_matrix_has_a_row_a_company_and_marks_what_is_disputed(ask: Run) -> None:
    rows = [line for line in ask("map").out.splitlines() if line.startswith("| ")]
    assert rows[0] == "| company | Miller | Senior miller | Master miller |"
    assert rows[2:4] == ["| Tidewater Mills | T1 | T2\\* | – |", "| Hill Mills | – | – | 5 |"]


def test_the_page_of_a_companys_level_does_not_deny_that_it_corresponds(ask: Run) -> None:
    assert "no company's level is known to correspond to Senior miller" not in ask("map", "tide:T2").out


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (["senior-millr"], "no level or role 'senior-millr' in the ladder", "did you mean 'senior-miller'"),
        (["tide:T22"], "no level of Tidewater Mills 'T22'", "did you mean 'T2'"),
        (["tide:"], "no level of Tidewater Mills ''", "known: T1, T2, T9, M1"),
        (["tidewate:T2"], "no ladder or company 'tidewate'", "did you mean 'tidewater'?"),
        (["--company", "tidewatr"], "no company 'tidewatr'", "did you mean 'tidewater'?"),
        (["--company", "zzz"], "no company 'zzz'", "known: tidewater, hill, bare"),
        (["master", "--company", "tide"], "`map` takes a level or a company, not both", "`ladder map tide:LEVEL`"),
        (["tide:T2", "--company", "tide"], "`map` takes a level or a company, not both", "`ladder map tide:LEVEL`"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_a_hint(line: list[str], message: str, hint: str, ask: Run) -> None:
    ran = ask("map", *line)
    assert (ran.code, ran.out) == (2, "")
    said, _, told = ran.err.splitlines()
    assert said == f"error: {message}"
    assert hint in told


def test_a_company_without_levels_has_a_hint_that_helps(ask: Run) -> None:
    ran = ask("map", "bare:L1")
    assert ran.code == 2
    assert not ran.err.rstrip().endswith("known:")


@pytest.mark.parametrize("line", [[""], ["--company", ""]])
def test_an_empty_name_is_the_name_of_nothing(line: list[str], ask: Run) -> None:
    assert ask("map", *line).code == 2


@pytest.mark.parametrize("key", ["is", "beside"])
def test_a_companys_level_may_be_a_role_here(key: str, run: Run, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "format: 1\ntracks: {lead: {title: Leads}}\nlevels: [{id: a, title: A}]\n"
        f"roles: [{{id: r, title: R, level: a}}]\ncompanies: {{c: {{levels: {{L1: {{{key}: r}}}}}}}}\n",
    )
    ran = run("--ladder", path, "map", "c:L1")
    assert (ran.code, ran.err) == (0, "")


def test_csv_is_a_row_a_placement_and_says_which_are_disputed(ask: Run) -> None:
    rows = list(csv.DictReader(ask("map", "-f", "csv").out.splitlines()))
    assert [(row["company"], row["level"], row["is"], row["beside"], row["disputed"]) for row in rows] == [
        ("tidewater", "T1", "miller", "", "false"),
        ("tidewater", "T2", "senior-miller", "", "false"),
        ("tidewater", "T2", "master", "", "true"),
        ("tidewater", "T9", "", "", "false"),
        ("hill", "5", "master", "", "false"),
        ("tidewater", "M1", "", "senior-miller", "false"),
    ]


def test_json_has_ids_titles_and_sources_in_full(ask: Run) -> None:
    answer = json.loads(ask("map", "tide:T2", "-f", "json").out)
    assert (answer["kind"], answer["rung"]["here"], answer["level"]["title"]) == (
        "map",
        "senior-miller",
        "Senior miller",
    )
    assert answer["rung"]["disagree"][0]["id"] == "master"
    assert {source["id"] for source in answer["sources"]} == {"guild", "almanac"}


def test_another_ladders_companies_are_asked_for_levels_of_that_ladder(run: Run, full_ladder: str) -> None:
    ran = run("map", "mill:senior-miller", LADDER_PATH=str(Path(full_ladder).parent))
    assert ran == run("--ladder", full_ladder, "map", "senior-miller")


def test_a_ladder_without_companies_says_so(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: a, title: One}]\n")
    assert "the ladder names no companies" in run("--ladder", path, "map").out
    assert "no company's level is known to correspond to One" in run("--ladder", path, "map", "a").out


def test_of_the_bundled_ladder_every_company_and_every_level_has_a_page() -> None:
    answer = api.map(ladder=ours())
    assert {"google", "meta", "amazon"} <= {rung.company for rung in answer.rungs}
    for name in dict.fromkeys(rung.company for rung in answer.rungs):
        assert page(api.map(company=name, ladder=ours())).blocks
    for rung in (*answer.rungs, *answer.managers):
        assert page(api.map(f"{rung.company}:{rung.id}", ladder=ours())).blocks
    assert all(rung.beside and not rung.here for rung in answer.managers)
