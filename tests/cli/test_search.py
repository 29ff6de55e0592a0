"""`ladder search` and `ladder sources` as they are typed."""

import csv
import json
from pathlib import Path

import pytest

from cli.test_complete import offered
from running import Run

FORMATS = ("terminal", "markdown", "json", "csv", "html", "svg")


def test_words_may_be_quoted_or_not(run: Run) -> None:
    assert run("search", "design review") == run("search", "design", "review")
    assert run("search", "design review").code == 0


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("line", [["search", "mentoring"], ["sources"], ["sources", "dropbox-2023"]])
def test_every_format_answers(run: Run, line: list[str], format: str) -> None:
    ran = run(*line, "-f", format)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out) > 200


def test_the_page_says_what_where_and_by_whom(run: Run) -> None:
    out = run("search", "sponsors people", "-f", "terminal", "--width", "100").out
    line = next(line for line in out.splitlines() if "Sponsors people for projects" in line)
    assert "Staff engineer · Mentoring and sponsorship" in line
    assert "¹" in line
    assert "Sources" in out


def test_matches_are_bold_where_colour_is_on_and_in_markdown(run: Run) -> None:
    assert "\x1b[1mSponsors\x1b[0m" in run("search", "sponsors", "-f", "terminal", "--color", "always").out
    assert "\x1b" not in run("search", "sponsors", "-f", "terminal").out
    assert "**Sponsors** people" in run("search", "sponsors").out
    assert '<span class="strong">Sponsors</span>' in run("search", "sponsors", "-f", "html").out


def test_json_has_the_hits_with_their_place_and_their_sources_in_full(run: Run) -> None:
    answer = json.loads(run("search", "sponsors", "--role", "staff", "--limit", "1", "-f", "json").out)
    assert (answer["kind"], answer["query"], answer["roles"]) == ("search", "sponsors", ["staff"])
    (hit,) = answer["hits"]
    assert {"role", "title", "part", "about", "about_title", "text", "source", "score"} <= hit.keys()
    assert (hit["role"], hit["part"]) == ("staff", "expects")
    assert answer["more"] == answer["total"] - 1
    assert [source["id"] for source in answer["sources"]] == hit["source"]
    assert {"title", "kind", "publisher", "url", "note"} <= answer["sources"][0].keys()


def test_csv_is_a_row_a_hit(run: Run) -> None:
    rows = list(csv.DictReader(run("search", "sponsors", "-f", "csv").out.splitlines()))
    assert rows
    assert all("ponsor" in row["text"] for row in rows)


def test_several_roles_and_several_parts_narrow_it(run: Run) -> None:
    answer = json.loads(
        run(
            "search",
            "review",
            "-r",
            "senior",
            "-r",
            "sr staff",
            "--in",
            "architecture,code",
            "--in",
            "faq",
            "-f",
            "json",
        ).out
    )
    assert answer["roles"] == ["senior", "senior-staff"]
    assert answer["within"] == ["architecture", "code", "faq"]
    assert {hit["role"] for hit in answer["hits"]} <= {"senior", "senior-staff"}
    assert {hit["part"] for hit in answer["hits"]} <= {"expects", "time", "faq"}


def test_nothing_found_is_one_line_a_hint_and_exit_code_1(run: Run) -> None:
    ran = run("search", "mentrs")
    assert (ran.code, ran.out) == (1, "")
    error, blank, hint = ran.err.splitlines()
    assert (error, blank) == ("error: nothing found for 'mentrs'", "")
    assert hint.startswith("hint: did you mean 'mentors'")
    assert run("search", "qqqq").err.splitlines()[-1] == "hint: try another word, or the beginning of one"


@pytest.mark.parametrize("format", ["terminal", "csv", "html"])
def test_nothing_found_prints_nothing(run: Run, format: str) -> None:
    assert run("search", "qqqq", "-f", format).out == ""


def test_nothing_found_is_an_empty_list_in_json_and_the_error_is_json_too(run: Run, tmp_path: Path) -> None:
    ran = run("search", "mentrs", "-f", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["hits"] == []
    error = json.loads(ran.err)["error"]
    assert (error["code"], error["exit_code"], error["near"][0]) == ("nothing-found", 1, "mentors")
    target = tmp_path / "none.json"
    assert run("search", "mentrs", "-o", str(target)).code == 1
    assert json.loads(target.read_text())["total"] == 0


def test_what_stands_elsewhere_is_hinted_at(run: Run) -> None:
    ran = run("search", "mentors", "--in", "comp", "--role", "staff")
    assert ran.code == 1
    assert ran.err.splitlines()[-1].startswith("hint: without `--role` and `--in` there are ")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (["search"], "error: missing argument 'WORDS...'"),
        (["search", ""], "error: nothing to search for"),
        (["search", "!?"], "error: no word in '!?'"),
        (["search", "x", "--limit", "0"], "error: '0' is no value for `--limit`"),
        (["search", "x", "--limit", "many"], "error: 'many' is no value for `--limit`"),
        (["search", "x", "--in", "scpe"], "error: no part, competency or topic 'scpe'"),
        (["search", "x", "--role", "stff"], "error: no level or role 'stff' in the ladder"),
        (["sources", "nobody"], "error: no source 'nobody'"),
        (["sources", "dropbox"], "error: 'dropbox' could be several"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_code_2(run: Run, line: list[str], error: str) -> None:
    ran = run(*line)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == error
    assert ran.err.splitlines()[-1].startswith("hint: ")


def test_hostile_words_are_words(run: Run) -> None:
    for typed in ("\x1b[31m mentors", "[bold]mentors[/]", "mentors%s", "mentors\\"):
        ran = run("search", typed, "-f", "terminal")
        assert "\x1b" not in ran.out + ran.err
        assert "entors" in ran.out
    assert "\x1b" not in run("search", "\x1b[31mqqqq").err


def test_the_notes_of_sources_stand_in_json_and_csv_in_full(run: Run) -> None:
    for format in ("json", "csv"):
        out = run("sources", "-f", format).out
        assert "levels.fyi" in out
        assert "The Pragmatic Engineer" in out
    kinds = [kind["kind"] for kind in json.loads(run("sources", "-f", "json").out)["kinds"]]
    assert "survey" in kinds
    assert "satire" in kinds


def test_one_source_is_asked_for_by_id_title_or_publisher(run: Run) -> None:
    page = run("sources", "rfs-2026")
    assert page.code == 0
    assert page == run("sources", "Recruiting from Scratch")
    assert page == run("sources", "what does a staff engineer")
    assert "## Staff engineer" in page.out


def test_the_list_of_sources_stays(run: Run) -> None:
    assert json.loads(run("list", "sources", "-f", "json").out)["kind"] == "list"


def test_parts_and_sources_are_completed_with_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert offered("ladder search x --in hir", capsys) == {"hiring": "Getting hired"}
    assert offered("ladder search x --in hiring,sco", capsys) == {"hiring,scope": "Scope"}
    assert "faq" in offered("ladder search x --in fa", capsys)
    assert "staff-ml" in offered("ladder search x --role staff-", capsys)
    assert offered("ladder sources rfs", capsys) == {"rfs-2026": "What does a staff engineer actually do all day?"}


def test_an_own_ladder_is_searched(run: Run, small_ladder: str) -> None:
    assert "**flour**" in run("--ladder", small_ladder, "search", "flour").out
    assert "Guild rolls" in run("--ladder", small_ladder, "sources").out
    assert run("--ladder", small_ladder, "search", "engineer").code == 1


def test_a_file_that_cannot_be_read_is_said_where_every_file_is_looked_into(run: Run, small_ladder: str) -> None:
    (Path(small_ladder) / "levels" / "master.yaml").write_bytes(b"summary: \xff\n")
    ran = run("--ladder", small_ladder, "search", "flour")
    assert ran.code == 1
    assert "master.yaml:1:10: error[encoding]: not UTF-8 text" in ran.err
    assert run("--ladder", small_ladder, "search", "wheat", "--role", "miller").code == 0
