"""`ladder autopsy` and `ladder posting` as they are typed, and the questions of `show --only interview`."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

import ladder
from cli.test_complete import offered
from ladder.render import FORMATS
from ladders import write
from postings import examples
from running import Run

README = Path(__file__).parent.parent.parent / "README.md"
NAMED = sorted(name for name in dir(examples) if name.isupper())


@pytest.fixture
def posting(tmp_path: Path) -> str:
    """A file with a posting whose title is above its text."""
    return write(tmp_path, examples.INFLATED, "posting.txt")


def test_the_page_in_the_readme_is_that_of_today(posting: str, run: Run) -> None:
    page = run("autopsy", posting, "-f", "terminal", "--width", "88").out.rstrip("\n").rsplit("\n\n", 1)[0]
    assert f"```\n{page}\n```" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMED)
def test_the_short_page_of_each_posting_fits_one_screen(name: str, run: Run, tmp_path: Path) -> None:
    suffix = ".html" if name == "HTML" else ".md"
    file = write(tmp_path, getattr(examples, name), f"{name.lower()}{suffix}")
    ran = run("autopsy", file, "-f", "terminal", "--width", "80")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) <= 22
    for width in ("20", "40", "59", "60", "120"):
        out = run("autopsy", file, "-f", "terminal", "--width", width).out
        assert all(len(line) <= int(width) for line in out.splitlines() if "ladder autopsy" not in line)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_the_verdict(format: str, posting: str, run: Run) -> None:
    ran = run("autopsy", posting, "-f", format)
    assert (ran.code, ran.err) == (0, "")
    said = "above the text" if format != "json" else "title above the text"
    assert said in ran.out.replace("\xa0", " ").replace("&#160;", " ")


def test_json_names_levels_by_id_and_keeps_nothing_of_the_text(posting: str, run: Run) -> None:
    answer = json.loads(run("autopsy", posting, "-f", "json").out)
    assert answer["kind"] == "autopsy"
    assert (answer["title"]["level"], answer["text"]["level"], answer["text"]["or_above"]) == (
        "staff",
        "engineer",
        False,
    )
    assert answer["money"]["low"] == 95_000
    assert answer["posting"]["text"] == ""
    assert all(one["quote"] in examples.INFLATED for one in answer["text"]["evidence"])


def test_the_full_page_has_all_evidence_with_reasons_and_all_phrases(posting: str, run: Run) -> None:
    out = run("autopsy", posting, "-f", "terminal", "--full", "--width", "100").out
    for words in (
        "For a lower level",
        "years-0-2 -4",
        "Whoever assists",
        "“fast-paced environment”",
        "What to ask in the first call",
    ):
        assert words in out


def test_the_candid_voice_is_marked_as_satire_on_every_paper(posting: str, run: Run) -> None:
    for format in ("terminal", "markdown", "html", "svg"):
        out = run("autopsy", posting, "--voice", "candid", "-f", format).out.replace("\xa0", " ").replace("&#160;", " ")
        assert "not a survey" in out, format
        assert "satire" in out
    assert json.loads(run("autopsy", posting, "--voice", "candid", "-f", "json").out)["satire"] is True


def test_several_postings_are_a_table_with_a_row_each(run: Run, tmp_path: Path) -> None:
    files = [write(tmp_path, getattr(examples, name), f"{name}.md") for name in ("CONSISTENT", "INFLATED", "CANADIAN")]
    rows = list(csv.DictReader(io.StringIO(run("autopsy", *files, "-f", "csv").out)))
    assert [(row["title_level"], row["text_level"], row["verdict"]) for row in rows] == [
        ("senior", "senior", "consistent"),
        ("staff", "engineer", "title above the text"),
        ("staff", "staff", "consistent"),
    ]
    out = run("autopsy", *files, "-f", "terminal", "--width", "100").out
    assert "title above the text" in out
    assert json.loads(run("autopsy", *files, "-f", "json").out)["kind"] == "autopsies"


def test_two_captures_show_what_the_employer_changed_pay_first(run: Run, tmp_path: Path) -> None:
    before = write(tmp_path, examples.CONSISTENT, "before.md")
    text = examples.CONSISTENT.replace("$170,000", "$160,000").replace("5+ years", "7+ years")
    after = write(tmp_path, text.replace("- Mentor other engineers on the team\n", ""), "after.md")
    rows = list(csv.DictReader(io.StringIO(run("autopsy", before, after, "--changes", "-f", "csv").out)))
    assert [row["what"] for row in rows[:2]] == ["pay", "years"]
    assert (rows[0]["before"], rows[0]["after"]) == (
        "170,000–200,000 USD a year",
        "160,000–200,000 USD a year",
    )
    assert ("Mentor other engineers on the team", "") in [(row["before"], row["after"]) for row in rows]
    out = run("autopsy", before, after, "--changes", "-f", "terminal", "--width", "90").out
    assert out.index("Pay") < out.index("In the text")


def test_captures_with_one_address_are_compared_without_being_told_to(run: Run, tmp_path: Path) -> None:
    capture = (
        "| Field | Value |\n|---|---|\n| **ATS** | Ashby |\n| **Title** | Senior Engineer |\n"
        "| **Canonical URL** | https://jobs.ashbyhq.com/crumb/0001 |\n| **Comp as stated** | {pay} |\n"
        "| **Captured** | {day} |\n\nYou lead the design of ovens.\n"
    )
    new = write(tmp_path, capture.format(pay="$180K – $210K", day="2026-09-01"), "new.md")
    old = write(tmp_path, capture.format(pay="$170K – $200K", day="2026-08-01"), "old.md")
    answer = json.loads(run("autopsy", new, old, "-f", "json").out)
    assert (answer["kind"], answer["before"]["posting"]["captured"]) == ("reposted", "2026-08-01")
    assert answer["changes"][0] == {
        "what": "pay",
        "before": "170,000–200,000 USD a year",
        "after": "180,000–210,000 USD a year",
    }


def test_pay_as_data_is_a_voice_of_its_own(run: Run, tmp_path: Path) -> None:
    job = {
        "title": "Staff Engineer",
        "jobUrl": "https://jobs.ashbyhq.com/crumb/0001",
        "descriptionHtml": "&lt;ul&gt;&lt;li&gt;Set the technical direction&lt;/li&gt;&lt;/ul&gt;Pay: $200k - $230k",
        "compensation": {
            "summaryComponents": [
                {"compensationType": "Salary", "minValue": 210000, "maxValue": 240000, "currencyCode": "USD"}
            ]
        },
    }
    out = run("autopsy", write(tmp_path, json.dumps(job), "job.json"), "-f", "terminal", "--width", "80").out
    assert "200,000–230,000 USD a year" in out
    assert "210,000–240,000 USD a year" in out
    assert "As data" in out


def test_a_page_that_says_for_machines_what_it_offers_is_read_by_that(run: Run, tmp_path: Path) -> None:
    said = {
        "@type": "JobPosting",
        "title": "Principal Engineer",
        "hiringOrganization": {"name": "Crumb"},
        "description": "<ul><li>Mentor engineers across teams</li><li>9+ years of experience</li></ul>",
        "baseSalary": {"currency": "EUR", "value": {"minValue": 90000, "maxValue": 120000, "unitText": "YEAR"}},
    }
    page = f'<html><script type="application/ld+json">{json.dumps(said)}</script><p>Cookies?</p></html>'
    answer = json.loads(run("autopsy", write(tmp_path, page, "job.html"), "-f", "json").out)
    assert (answer["title"]["level"], answer["posting"]["company"]) == ("principal", "Crumb")
    assert (answer["money"]["low"], answer["money"]["currency"], answer["money"]["by"]) == (90_000, "EUR", "data")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "is empty"),
        (b" \r\n ", "is empty"),
        (b"%PDF-1.7 x", "is a PDF"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"PK\x03\x04", "is an office document or an archive"),
        (b"a\0b", "is no text"),
        (b'{"a": 1}', "is JSON that holds no posting"),
        (b'{"title": ', "no JSON that can be read"),
        (b"word " * 100_000, "0.5 million characters, a posting some thousands"),
    ],
)
def test_what_is_no_posting_is_one_line_and_a_hint(body: bytes, message: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_bytes(body)
    ran = run("autopsy", str(path))
    assert (ran.code, ran.out) == (1, "")
    said, _, hint = ran.err.splitlines()
    assert said.startswith("error: ")
    assert message in said
    assert hint.startswith("hint: ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_windows_files_are_read(encoding: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_bytes(examples.CONSISTENT.replace("\n", "\r\n").encode(encoding))
    assert "Title and text agree: senior" in run("autopsy", str(path), "-f", "terminal").out


def test_a_missing_file_wrong_words_and_a_third_capture_are_told(run: Run, posting: str, tmp_path: Path) -> None:
    assert run("autopsy", str(tmp_path / "none.txt")).code == 1
    assert "did you mean 'candid'?" in run("autopsy", posting, "--voice", "candit").err
    assert "takes two captures" in run("autopsy", posting, "--changes").err


def test_standard_input_is_a_posting_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(examples.UNDER_TITLED.encode())))
    out = run("autopsy", "-", "--company", "Crumb", "-f", "terminal", "--width", "80").out
    assert out.splitlines()[0].endswith("Crumb")
    assert "The title is below the text: engineer, against staff or above." in out


def test_signs_in_a_posting_steer_no_terminal_and_no_spreadsheet(run: Run, tmp_path: Path) -> None:
    text = "=cmd() \x1b[31mEngineer\n- Lead the \x1b]0;x\x07design of <b>systems</b> [red]\n- 5+ years of experience\n"
    file = write(tmp_path, text, "posting.txt")
    for format in ("terminal", "markdown", "html", "csv", "svg"):
        out = run("autopsy", file, "--full", "-f", format).out
        assert "\x1b" not in out
        assert "\n=cmd" not in out
    assert "<b>systems</b>" not in run("autopsy", file, "--full", "-f", "html").out


def test_a_ladder_of_ones_own_adds_cues_and_keeps_its_levels(run: Run, tmp_path: Path) -> None:
    own = (
        "format: 1\ntitle: Mill\nlevels: [{id: l1, title: Engineer}, {id: l2, title: Senior engineer},"
        " {id: l3, title: Staff engineer}]\n"
        "cues: {stones: {family: scope, weight: 8, why: Masters dress stones., phrases: [dress ... stones]}}\n"
    )
    text = "Senior Engineer\n- Dress the stones of the mill\n- Mentor other engineers\n"
    mill = write(tmp_path, own, "mill.yaml")
    answer = json.loads(run("--ladder", mill, "autopsy", write(tmp_path, text, "posting.txt"), "-f", "json").out)
    assert (answer["title"]["level"], answer["text"]["level"], answer["verdict"]) == (
        "l2",
        "l3",
        "title below the text",
    )
    assert answer["text"]["evidence"][0]["cue"] == "stones"


def test_the_highest_level_of_a_short_ladder_stands_for_those_above(run: Run, tmp_path: Path) -> None:
    own = "format: 1\nlevels: [{id: l1, title: Engineer}, {id: l2, title: Senior engineer}]\n"
    mill = write(tmp_path, own, "mill.yaml")
    answer = json.loads(
        run("--ladder", mill, "autopsy", write(tmp_path, examples.CANADIAN, "posting.txt"), "-f", "json").out
    )
    assert (answer["text"]["level"], answer["text"]["or_above"]) == ("l2", True)


# -- posting


@pytest.mark.parametrize("name", ["senior", "staff", "principal", "staff-data"])
def test_a_draft_has_no_stock_phrases_by_its_own_autopsy(name: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "posting.md"
    assert run("posting", name, "--pay", "-o", str(file)) == (0, "", "")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "[Company] is looking for a" in text
    assert len(text.splitlines()) < 60
    answer = json.loads(run("autopsy", str(file), "-f", "json").out)
    assert answer["phrases"] == []


def test_a_draft_of_the_bundled_staff_level_reads_like_staff(run: Run) -> None:
    text = run("posting", "staff", "--pay", "--company", "Crumb").out
    answer = ladder.autopsy(text, title="Staff engineer")
    assert (answer.text.level, answer.verdict) == ("staff", "consistent")
    assert (answer.money.low, answer.money.high) == (198_000, 252_000)
    assert "Crumb is looking for a staff engineer." in text


def test_pay_that_a_ladder_does_not_have_is_left_to_the_employer(run: Run) -> None:
    assert "[The ladder has no band of base pay for this level." in run("posting", "fellow", "--pay").out
    assert "[The lowest and the highest base pay" in run("posting", "staff").out


@pytest.mark.parametrize("format", FORMATS)
def test_a_draft_comes_in_every_format(format: str, run: Run) -> None:
    ran = run("posting", "senior", "-f", format)
    assert (ran.code, ran.err) == (0, "")
    assert "ead a project that takes several people" in ran.out.replace("\xa0", " ").replace("&#160;", " ")


def test_satire_is_refused_and_so_is_a_level_of_which_nothing_is_said(run: Run, tmp_path: Path) -> None:
    joke = (
        "format: 1\nsources: {joke: {title: A joke, kind: satire}}\n"
        "levels: [{id: a, source: joke, expects: {x: [Owns a mill]}}, {id: b}]\ncompetencies: {x: {}}\n"
    )
    path = write(tmp_path, joke, "joke.yaml")
    ran = run("--ladder", path, "posting", "a")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "error: `a` is satire, and no posting is made of it",
        "",
        f"hint: name a level: `ladder --ladder {path} list` shows them",
    ]
    assert "does not say what it expects of `b`" in run("--ladder", path, "posting", "b").err


def test_levels_are_offered_for_a_posting_and_voices_for_an_autopsy(capsys: pytest.CaptureFixture[str]) -> None:
    assert "staff" in offered("ladder posting sta", capsys)
    assert set(offered("ladder autopsy x --voice ", capsys)) == {"plain", "candid"}
    assert "interview" in offered("ladder show staff --only int", capsys)


# -- show --only interview


def test_questions_for_an_interview_say_what_a_good_answer_shows_here_and_below(run: Run) -> None:
    out = run("show", "staff", "--only", "interview", "-f", "markdown").out
    assert "Tell us about the last time you had to own a problem domain instead of features." in out
    assert "**Staff engineer:** Owns a problem domain instead of features" in out
    assert "**Senior engineer:** Owns features and sees them through to release" in out


def test_the_lowest_level_has_none_below_and_other_pages_have_no_questions(run: Run) -> None:
    answer = ladder.show("engineer", topics=["interview"])
    assert answer.interview
    assert all(one.below is None for one in answer.interview.inquiries)
    assert ladder.show("staff").interview is None
    assert "Tell us about" not in run("show", "staff", "-f", "markdown").out


def test_a_competency_of_which_the_ladder_has_nothing_is_named(run: Run, tmp_path: Path) -> None:
    own = (
        "format: 1\nlevels: [{id: a, expects: {x: [Owns a mill]}}]\n"
        "competencies: {x: {title: Mills}, y: {title: Rivers}}\n"
    )
    out = run("--ladder", write(tmp_path, own, "m.yaml"), "show", "a", "--only", "interview", "-f", "terminal").out
    assert "had to own a mill." in out
    assert "nothing to ask from: Rivers." in out
