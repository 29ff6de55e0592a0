"""`ladder search` and `ladder sources` as they are typed."""

import csv
import json
from pathlib import Path

import pytest

from cli.test_complete import offered
from ladder.render import FORMATS
from running import Run


def test_words_may_be_quoted_or_not(ask: Run) -> None:
    assert ask("search", "worn stone") == ask("search", "worn", "stone")
    assert ask("search", "worn stone").code == 0


def test_every_format_answers(ask: Run) -> None:
    for line in (["search", "stone"], ["sources"], ["sources", "guild"]):
        for format in FORMATS:
            ran = ask(*line, "-f", format)
            assert (ran.code, ran.err) == (0, ""), (line, format)
            assert len(ran.out) > 100, (line, format)


def test_the_page_says_what_where_and_by_whom(ask: Run) -> None:
    out = ask("search", "fine flour", "-f", "terminal", "--width", "100", "--full").out
    line = next(line for line in out.splitlines() if "Grinds the fine flour" in line)
    assert "Senior miller · Where the time goes · Milling" in line
    assert "¹" in line
    assert "Sources" in out


def test_matches_are_bold_where_colour_is_on_and_in_markdown(ask: Run) -> None:
    assert "\x1b[1mstone\x1b[0m" in ask("search", "stone", "-f", "terminal", "--color", "always").out
    assert "\x1b" not in ask("search", "stone", "-f", "terminal").out
    assert "Hears a **stone** before" in ask("search", "stone").out
    assert '<span class="strong">stone</span>' in ask("search", "stone", "-f", "html").out


def test_json_has_the_hits_with_their_place_and_their_sources_in_full(ask: Run) -> None:
    answer = json.loads(ask("search", "flour", "--role", "senior-miller", "--limit", "1", "-f", "json").out)
    assert (answer["kind"], answer["query"], answer["roles"]) == ("search", "flour", ["senior-miller"])
    (hit,) = answer["hits"]
    assert {"role", "title", "part", "about", "about_title", "text", "source", "score"} <= hit.keys()
    assert (hit["role"], hit["part"], hit["about"]) == ("senior-miller", "time", "milling")
    assert answer["more"] == answer["total"] - 1 > 0
    assert [source["id"] for source in answer["sources"]] == hit["source"] == ["guild"]
    assert {"title", "kind", "publisher", "url", "note"} <= answer["sources"][0].keys()


def test_csv_is_a_row_a_hit(ask: Run) -> None:
    rows = list(csv.DictReader(ask("search", "stones", "-f", "csv").out.splitlines()))
    assert rows
    assert all("tone" in row["text"] for row in rows)


def test_several_roles_and_several_parts_narrow_it(ask: Run) -> None:
    roles = ("-r", "miller", "-r", "sr mill hand")
    answer = json.loads(ask("search", "stone", *roles, "--in", "stones,hiring", "--in", "faq", "-f", "json").out)
    assert answer["roles"] == ["miller", "senior-miller"]
    assert answer["within"] == ["stones", "hiring", "faq"]
    assert {hit["role"] for hit in answer["hits"]} == {"senior-miller"}
    assert {hit["part"] for hit in answer["hits"]} == {"expects"}


def test_nothing_found_is_one_line_a_hint_and_exit_code_1(ask: Run) -> None:
    ran = ask("search", "fluor")
    assert (ran.code, ran.out) == (1, "")
    error, blank, hint = ran.err.splitlines()
    assert (error, blank) == ("error: nothing found for 'fluor'", "")
    assert hint.startswith("hint: did you mean 'flour'")
    assert ask("search", "qqqq").err.splitlines()[-1] == "hint: try another word, or the beginning of one"


def test_nothing_found_prints_nothing(ask: Run) -> None:
    for format in ("terminal", "csv", "html"):
        assert ask("search", "qqqq", "-f", format).out == "", format


def test_nothing_found_is_an_empty_list_in_json_and_the_error_is_json_too(ask: Run, tmp_path: Path) -> None:
    ran = ask("search", "fluor", "-f", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["hits"] == []
    error = json.loads(ran.err)["error"]
    assert (error["code"], error["exit_code"], error["near"][0]) == ("nothing-found", 1, "flour")
    target = tmp_path / "none.json"
    assert ask("search", "fluor", "-o", str(target)).code == 1
    assert json.loads(target.read_text())["total"] == 0


def test_what_stands_elsewhere_is_hinted_at(ask: Run) -> None:
    ran = ask("search", "flour", "--in", "faq", "--role", "miller")
    assert ran.code == 1
    assert ran.err.splitlines()[-1].startswith("hint: without `--role` and `--only` there are ")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (["search"], "error: missing argument 'WORDS...'"),
        (["search", ""], "error: nothing to search for"),
        (["search", "!?"], "error: no word in '!?'"),
        (["search", "x", "--limit", "0"], "error: '0' is not a value for `--limit`"),
        (["search", "x", "--limit", "many"], "error: 'many' is not a value for `--limit`"),
        (["search", "x", "--in", "stnes"], "error: no part, competency or topic 'stnes'"),
        (["search", "x", "--role", "milr"], "error: no level or role 'milr' in the ladder"),
        (["sources", "nobody"], "error: no source 'nobody'"),
        (["sources", "the"], "error: 'the' could mean several"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_code_2(ask: Run, line: list[str], error: str) -> None:
    ran = ask(*line)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == error
    assert ran.err.splitlines()[-1].startswith("hint: ")


def test_hostile_words_are_words(ask: Run) -> None:
    for typed in ("\x1b[31m stones", "[bold]stones[/]", "stones%s", "stones\\"):
        ran = ask("search", typed, "-f", "terminal")
        assert "\x1b" not in ran.out + ran.err, typed
        assert "stone" in ran.out, typed
    assert "\x1b" not in ask("search", "\x1b[31mqqqq").err


def test_the_notes_of_sources_stand_in_json_and_csv_in_full(run: Run) -> None:
    answer = json.loads(run("sources", "-f", "json").out)
    table = run("sources", "-f", "csv").out
    notes = [one["note"] for kind in answer["kinds"] for one in kind["sources"] if one["note"]]
    assert len(notes) > 20
    assert all(note in table for note in notes if not {'"', "\n"} & set(note) and note[0] not in "=+-@")
    assert {"survey", "satire"} <= {kind["kind"] for kind in answer["kinds"]}


def test_one_source_is_asked_for_by_id_title_or_publisher(ask: Run) -> None:
    page = ask("sources", "guild")
    assert page.code == 0
    assert page == ask("sources", "The guild")
    assert page == ask("sources", "guild rolls")
    assert "## Senior miller" in page.out


def test_the_bundled_ladder_is_searched_and_its_sources_are_named(run: Run) -> None:
    assert "mentor" in run("search", "mentoring", "--limit", "3").out.casefold()
    assert "## Staff engineer" in run("sources", "rfs-2026").out


def test_the_list_of_sources_stays(ask: Run) -> None:
    assert json.loads(ask("list", "sources", "-f", "json").out)["kind"] == "list"


def test_parts_and_sources_are_completed_with_their_titles(
    full_ladder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    here = f"ladder --ladder {full_ladder}"
    assert offered(f"{here} search x --in hir", capsys) == {"hiring": "Getting hired"}
    assert offered(f"{here} search x --in hiring,sto", capsys) == {"hiring,stones": "Stones"}
    assert "faq" in offered(f"{here} search x --in fa", capsys)
    assert "senior-wind" in offered(f"{here} search x --role senior-", capsys)
    assert offered(f"{here} sources gu", capsys) == {"guild": "Guild rolls"}


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
