"""Saved postings: Markdown as ats-fetch writes it, the JSON of four boards, and what is none."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from ladder.postings import saved
from ladder.postings.saved import Saved, captures_in, folder, latest

MARKDOWN: Final = """\
# Baker

Notes of mine: ask about the oven.

---

## Full posting text (verbatim, captured 2026-08-13)

| Field | Value |
|---|---|
| **ATS** | Ashby |
| **Title** |  Staff Engineer, Ovens | Bread |
| **Canonical URL** | https://jobs.ashbyhq.com/crumb/0001-aa |
| **Location as stated** | Ghent |
| **Comp as stated** | €90K – €110K • Offers Equity |
| **Posted / updated** | 2026-04-07 |
| **Captured** | 2026-08-13 |

_Fetched with `ats-fetch`. Do not edit below this line: it is the record of what was actually posted._

You keep the ovens hot.

| a | table |
"""
ASHBY: Final[dict[str, Any]] = {
    "title": "Senior Engineer",
    "jobUrl": "https://jobs.ashbyhq.com/crumb/0002-bb",
    "location": "Remote",
    "publishedAt": "2026-05-01T10:00:00",
    "descriptionHtml": "&lt;p&gt;Bakes &amp;amp; writes.&lt;/p&gt;",
    "compensation": {
        "compensationTierSummary": "$150K - $190K",
        "summaryComponents": [
            {"compensationType": "EquityPercentage"},
            {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "usd", "minValue": 150000,
             "maxValue": 190000},
        ],
    },
}  # fmt: skip
GREENHOUSE: Final[dict[str, Any]] = {
    "title": "Staff Engineer",
    "absolute_url": "https://job-boards.greenhouse.io/crumb/jobs/3",
    "updated_at": "2026-06-02T01:02:03-04:00",
    "location": {"name": "New York"},
    "content": "&lt;li&gt;Kneads&lt;/li&gt;",
    "pay_input_ranges": [{"min_cents": 20000000, "max_cents": 24000000, "currency_type": "USD", "title": "Base"}],
}
LEVER: Final[dict[str, Any]] = {
    "text": "Principal Engineer",
    "hostedUrl": "https://jobs.lever.co/crumb/0004-dd",
    "categories": {"location": "Lisbon"},
    "createdAt": 1780000000000,
    "description": "<p>Plans</p>",
    "lists": [{"text": "You bring", "content": "<li>Flour</li>"}],
    "additional": "<p>More</p>",
    "salaryRange": {"min": 60, "max": 80, "currency": "EUR", "interval": "per-hour-wage"},
}
WORKDAY: Final[dict[str, Any]] = {
    "jobPostingInfo": {
        "title": "Software Engineer II",
        "location": "Oslo",
        "startDate": "2026-07-09",
        "externalUrl": "https://crumb.wd5.myworkdayjobs.com/site/job/Oslo/Software-Engineer-II_R5",
        "jobDescription": "<p>Pays well.</p>",
    }
}


def test_a_file_of_ats_fetch_gives_its_table_and_its_text() -> None:
    (found,) = captures_in(MARKDOWN, "crumb/job-description.md")
    assert found == Saved(
        path="crumb/job-description.md",
        board="Ashby",
        title="Staff Engineer, Ovens | Bread",
        company="crumb",
        location="Ghent",
        url="https://jobs.ashbyhq.com/crumb/0001-aa",
        captured="2026-08-13",
        stated="€90K – €110K • Offers Equity",
        text="You keep the ovens hot.\n\n| a | table |",
    )


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (ASHBY, ("Ashby", "Senior Engineer", "Remote", "2026-05-01", 150000, 190000, "USD", "year", "Bakes & writes.")),
        (GREENHOUSE, ("Greenhouse", "Staff Engineer", "New York", "2026-06-02", 200000, 240000, "USD", "year",
                      "- Kneads")),
        (LEVER, ("Lever", "Principal Engineer", "Lisbon", "2026-05-28", 60, 80, "EUR", "hour",
                 "Plans\n\nYou bring\n- Flour\n\nMore")),
        (WORKDAY, ("Workday", "Software Engineer II", "Oslo", "2026-07-09", None, None, "", "", "Pays well.")),
    ],
)  # fmt: skip
def test_the_json_of_each_board(job: dict[str, Any], expected: tuple[Any, ...]) -> None:
    (one,) = captures_in(json.dumps(job), "job.json")
    found = (one.board, one.title, one.location, one.captured, one.low, one.high, one.currency, one.per, one.text)
    assert found == expected
    assert one.company == "crumb"


def test_several_pay_ranges_are_words_not_one_range() -> None:
    both = {**GREENHOUSE, "pay_input_ranges": [*GREENHOUSE["pay_input_ranges"], {"min_cents": 1, "max_cents": 2}]}
    (one,) = captures_in(json.dumps(both))
    assert (one.low, one.stated) == (None, "Base USD 200,000 - 240,000; 0 - 0")


def test_a_whole_board_gives_each_of_its_postings() -> None:
    assert [one.title for one in captures_in(json.dumps({"jobs": [ASHBY, {**ASHBY, "title": "Baker"}, 3]}))] == [
        "Senior Engineer",
        "Baker",
    ]


def test_a_folder_is_read_by_name_and_says_what_it_left_out(tmp_path: Path) -> None:
    for name, text in {
        "b/2026-09-01.json": json.dumps(ASHBY),
        "a.md": MARKDOWN,
        "notes.md": "# nothing",
        "cut.json": json.dumps(ASHBY)[:-1] + " " * 20_000,
        ".hidden.md": MARKDOWN,
        "picture.png": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe")
    found = folder(str(tmp_path))
    assert [(one.title, one.captured) for one in found.captures] == [
        ("Staff Engineer, Ovens | Bread", "2026-08-13"),
        ("Senior Engineer", "2026-09-01"),
    ]
    assert [(Path(path).name, why) for path, why in found.left_out] == [
        ("bad.json", "no text in UTF-8"),
        ("cut.json", "no JSON that can be read; `ats-fetch --json` cuts at 20,000 characters"),
        ("notes.md", "no posting"),
    ]


def test_of_several_captures_of_one_posting_the_latest_counts() -> None:
    one = Saved("a", "", "T", "c", "here", "https://www.x.io/job/1?utm=2", "2026-01-01", stated="before")
    later = one._replace(captured="2026-02-01", url="http://x.io/job/1/", stated="after")
    other = one._replace(url="", title="U")
    assert latest((later, one, other, other)) == ((later, other), 2)
    assert saved.address("https://a.com/jobs?x=1&gh_jid=12") == "a.com/jobs?gh_jid=12"


def test_what_a_capture_is() -> None:
    assert saved.is_capture(MARKDOWN)
    assert saved.is_capture(json.dumps(LEVER))
    assert not saved.is_capture("{}")
    assert not saved.is_capture("{")
    assert not saved.is_capture("We look for a baker.")
