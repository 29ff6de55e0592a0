"""`ladder record` and `ladder faq` as they are typed."""

import csv
import json
from pathlib import Path

import pytest

from ladder.render import FORMATS
from ladders import write
from running import Run


@pytest.mark.parametrize("format", FORMATS)
def test_a_record_is_satire_on_every_paper(format: str, ask: Run) -> None:
    ran = ask("record", "senior-wind", "-f", format)
    assert (ran.code, ran.err) == (0, "")
    printed = ran.out.replace("\xa0", " ").replace("&#160;", " ")
    if format == "json":
        assert json.loads(printed)["satire"] is True
    elif format == "csv":
        rows = list(csv.DictReader(printed.splitlines()))
        assert rows
        assert {row["satire"] for row in rows} == {"true"}
    else:
        assert "a satirical page wrote this, not a survey" in printed
        assert printed.count("satire") >= 2


def test_a_record_is_written_to_a_file_with_its_mark(ask: Run, tmp_path: Path) -> None:
    for name in ("record.html", "record.md", "record.svg", "record.txt"):
        assert ask("record", "sail miller", "-o", str(tmp_path / name)) == (0, "", "")
        assert "satirical" in (tmp_path / name).read_text()


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        (["master"], 1, "no file record of Master miller", "these have one: senior-wind"),
        (["senior-miller"], 1, "no file record of Senior miller", "these have one: senior-wind"),
        (["senior-wnd"], 2, "no level or role 'senior-wnd' in the ladder", "did you mean 'senior-wind'"),
        ([], 2, "missing argument 'NAME'", "`ladder record --help`"),
    ],
)
def test_what_has_no_record_is_one_line_and_a_hint(
    line: list[str], code: int, message: str, hint: str, ask: Run
) -> None:
    ran = ask("record", *line)
    assert (ran.code, ran.out) == (code, "")
    said, _, told = ran.err.splitlines()
    assert said == f"error: {message}"
    assert hint in told
    error = json.loads(ask("record", *line, "-f", "json").err)["error"]
    assert (error["exit_code"], error["message"]) == (code, message)


def test_on_a_ladder_without_records_the_hint_leads_elsewhere(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: a, title: One}]\n")
    ran = run("--ladder", path, "record", "a")
    said = f"error: no file record of One\n\nhint: `ladder --ladder {path} show a` shows what is known of it\n"
    assert (ran.code, ran.err) == (1, said)


def test_of_another_ladder_the_hint_names_those_of_that_ladder(run: Run, full_ladder: str) -> None:
    ran = run("record", "mill:master", LADDER_PATH=str(Path(full_ladder).parent))
    assert ran.code == 1
    assert "senior-wind" in ran.err


def test_the_bundled_record_has_its_figure_and_its_day(run: Run) -> None:
    out = run("record", "staff-ml").out
    assert "flight risk" in out
    assert "No survey: `ladder comp` keeps the two apart." in out
    assert run("record", "staff").code == 1


def test_all_questions_are_shown_once(ask: Run) -> None:
    out = ask("faq").out
    assert out.count("## Is it dusty?") == 1
    assert out.count("## Is it windy?") == 1
    assert "*2 questions*" in out


def test_a_role_answers_those_of_its_level_too(ask: Run) -> None:
    for typed in ("senior-wind", "sail miller", "mill:senior-wind"):
        out = ask("faq", typed).out
        assert out.startswith("# Questions people ask: Senior miller, windmill\n")
        assert "## Is it dusty?" in out
        assert "## Is it windy?" in out
    assert "windy" not in ask("faq", "tide:T2").out


def test_a_role_that_asks_nothing_of_its_own_is_not_repeated(run: Run, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "format: 1\nlevels: [{id: a, title: One, faq: [{ask: Dusty?, answer: Yes.}]}]\n"
        "roles: [{id: r, title: Two, level: a}]\n",
    )
    assert run("--ladder", path, "faq").out.count("Dusty?") == 1
    assert "Dusty?" in run("--ladder", path, "faq", "r").out


def test_where_nobody_asks_anything_the_page_says_so_and_it_is_no_error(ask: Run) -> None:
    ran = ask("faq", "miller")
    assert (ran.code, ran.err) == (0, "")
    assert "no questions are on record" in ran.out
    assert json.loads(ask("faq", "miller", "-f", "json").out)["groups"] == []
    assert ask("faq", "miller", "-f", "csv").out == "id,ask,answer,source\n"


def test_an_unknown_name_is_one_line_with_the_nearest(ask: Run) -> None:
    ran = ask("faq", "milr")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("hint: did you mean 'miller'?\n")


def test_an_empty_name_is_the_name_of_nothing(ask: Run) -> None:
    assert ask("faq", "").code == 2


def test_csv_and_json_have_ids_and_sources(ask: Run) -> None:
    rows = list(csv.DictReader(ask("faq", "-f", "csv").out.splitlines()))
    assert [(row["id"], row["ask"], row["source"]) for row in rows] == [
        ("senior-miller", "Is it dusty?", "guild"),
        ("senior-wind", "Is it windy?", "house"),
    ]
    answer = json.loads(ask("faq", "-f", "json").out)
    assert [source["id"] for source in answer["sources"]] == ["guild", "house"]


def test_the_bundled_questions_have_sources(run: Run) -> None:
    answer = json.loads(run("faq", "-f", "json").out)
    assert answer["groups"]
    assert all(question["source"] for group in answer["groups"] for question in group["questions"])
