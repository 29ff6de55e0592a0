"""Logs are read as people write them. All of them are invented here."""

import pytest

from ladder.logs.entry import Entry
from ladder.logs.reading import read


def entries(text: str, file: str = "log.md") -> tuple[Entry, ...]:
    """The entries of a text."""
    return read(text, file).entries


def dated(text: str, file: str = "log.md") -> list[tuple[str | None, str]]:
    """Date and words of each entry of a text."""
    return [(one.date, one.text) for one in entries(text, file)]


def passed(text: str) -> list[tuple[int, str]]:
    """What was passed over: the line, and why."""
    return [(one.line, one.why) for one in read(text).passed_over]


TIDY = """\
---
ladder: industry
now: senior
---
# Log of Odo

## 2026-11

- 2026-11-24 Mended the sluice #influence/negotiates #people @staff
  - impact: stops 9 → 2 a month
  - link: https://mill.example/sluice
  - said: "saved our harvest", Ulla, baker
  - in the rain, with two carters
- Swept the loft
  - private
"""


def test_the_tidy_form_has_date_claims_level_and_four_known_lines() -> None:
    first, second = entries(TIDY)
    assert first == Entry(
        "Mended the sluice",
        ("in the rain, with two carters",),
        "2026-11-24",
        ("https://mill.example/sluice",),
        ("Log of Odo", "2026-11"),
        ("influence/negotiates", "people"),
        "staff",
        "stops 9 → 2 a month",
        ('"saved our harvest", Ulla, baker',),
        file="log.md",
        line=9,
    )
    assert (second.date, second.private, second.tags, second.outcome) == ("2026-11", True, (), "")


def test_front_matter_is_a_key_a_line() -> None:
    front = read('---\nnow: "senior"\ncustomers: [Stoneman, "The Guild"]\nnames:\n  - Ulla\n  - Odo\n---\n').front
    assert front == {"now": "senior", "customers": '[Stoneman, "The Guild"]', "names": "Ulla, Odo"}


@pytest.mark.parametrize(
    ("line", "date", "text"),
    [
        ("- [Nov 30, 2024] Bought wheat", "2024-11-30", "Bought wheat"),
        ("- [May 3] Bought wheat", "2025-05-03", "Bought wheat"),
        ("* (2026-01-22) Bought wheat", "2026-01-22", "Bought wheat"),
        ("+ 2026-01: Bought wheat", "2026-01", "Bought wheat"),
        ("- **2026-01-22** Bought wheat", "2026-01-22", "Bought wheat"),
        ("- 🎉 Mar 2024: Bought wheat", "2024-03", "🎉 Bought wheat"),
        ("- Feb 10, 2026: Bought wheat", "2026-02-10", "Bought wheat"),
        ("- 22/01/2026 Bought wheat", "2026-01-22", "Bought wheat"),
        ("- 2026-Q3: Bought wheat", "2026-Q3", "Bought wheat"),
        ("- 09:14:02 Bought wheat", "2025", "Bought wheat"),
        ("- 2026-01-22 09:14 Bought wheat", "2026-01-22", "Bought wheat"),
        ("- 2026-13-45 Bought wheat", "2025", "2026-13-45 Bought wheat"),
        ("- 12 sacks of wheat", "2025", "12 sacks of wheat"),
        ("- May be wheat", "2025", "May be wheat"),
        ("1. Bought wheat", "2025", "Bought wheat"),
        ("- [x] Bought wheat", "2025", "Bought wheat"),
    ],
)
def test_a_date_in_front_of_an_entry_holds_for_it(line: str, date: str, text: str) -> None:
    assert dated(f"# 2025\n\n{line}\n") == [(date, text)]


@pytest.mark.parametrize(
    ("heading", "date"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2024 🗓️", "2024"),
        ("2025-H1 (janeiro a junho de 2025)", "2025-H1"),
        ("Q1 2026", "2026-Q1"),
        ("March 2026", "2026-03"),
        ("2 de março de 2026", "2026-03-02"),
        ("Work log: 2026", "2026"),
        ("Week of March 2, 2026", "2026-03"),
        ("2023 and before", None),
        ("before 2023", None),
        ("The 2019 flood", None),
    ],
)
def test_a_heading_dates_what_stands_below_it(heading: str, date: str | None) -> None:
    assert dated(f"## {heading}\n### Mill\n- Bought wheat\n") == [(date, "Bought wheat")]


@pytest.mark.parametrize(
    ("file", "date"),
    [
        ("brag_2025.md", "2025"),
        ("2026/02/2026-02-03.md", "2026-02-03"),
        ("2026/02/03.md", "2026-02-03"),
        ("2026-q1.md", "2026-Q1"),
        ("2025-06-odo.md", "2025-06"),
        ("notes.md", None),
    ],
)
def test_a_files_name_dates_what_says_no_date_itself(file: str, date: str | None) -> None:
    assert dated("- Bought wheat\n", file) == [(date, "Bought wheat")]


def test_a_line_that_states_the_period_dates_the_rest() -> None:
    assert dated("# Notes\n\n**Period:** 2026-Q1\n**Name:** Odo\n\n## Wins\n- Bought wheat\n") == [
        ("2026-Q1", "Bought wheat")
    ]


def test_what_is_nested_belongs_to_its_item_and_a_label_is_a_heading() -> None:
    text = "# Mill\n- **Leading:**\n  - Asked carters\n    - one said no\n  - Bought\n    rye\n- Swept\n  - the loft\n"
    assert [(one.headings, one.text, one.more) for one in entries(text)] == [
        (("Mill", "Leading"), "Asked carters", ("one said no",)),
        (("Mill", "Leading"), "Bought rye", ()),
        (("Mill",), "Swept", ("the loft",)),
    ]


def test_a_heading_with_fields_is_one_entry() -> None:
    text = (
        "## 2025-H1\n\n### A new sluice\n**Data:** 18/02/2025\n**Ref:** M-1\n\n**O que fiz:**\n- Dug\n\n**Impacto:**\n"
        "- Antes: 60\n- Depois: 2\n\n**Evidências:** [plan](https://mill.example/plan)\n\n---\n\n### Nothing yet\n"
    )
    (one,) = entries(text)
    assert (one.text, one.date, one.links) == ("A new sluice", "2025-02-18", ("https://mill.example/plan",))
    assert one.impact == "Antes: 60; Depois: 2"
    assert "Dug" in one.more


def test_a_file_with_a_title_in_front_is_one_entry_up_to_a_day() -> None:
    text = "---\ntitle: A new sluice\ndate: 2025-06\npublic: false\n---\n\n**Task.** Dig.\n\n## Result\n\nDry.\n"
    (one,) = entries(text)
    assert (one.text, one.date, one.private) == ("A new sluice", "2025-06", True)
    assert [one.text for one in entries(text + "\n## 2026-11\n\n- Swept\n")] == ["A new sluice", "Swept"]


def test_a_paragraph_with_a_bold_title_is_an_entry_and_an_opening_is_none() -> None:
    text = "# Odo\n\nMiller at the brook.\n\n**A new sluice.** In 1999 it leaked. See [plan][p].\n\n[p]: https://mill.example/p\n"
    (one,) = entries(text)
    assert (one.date, one.links) == (None, ("https://mill.example/p",))
    assert one.text.startswith("A new sluice. In 1999")
    assert passed(text) == [(3, "sentences")]


def test_plain_lines_head_blocks_of_labelled_lines() -> None:
    text = (
        "Odo, miller\n\nProjects\n\nA new sluice\nSituation: it leaked\nResult: dry\n\nGoals\n\nMill\nTask: own it\n\n"
        "Weekly log\n\n- swept (#1402)\n"
    )
    assert [(one.headings, one.text, one.impact, one.tags) for one in entries(text)] == [
        (("Projects",), "A new sluice", "dry", ()),
        (("Weekly log",), "swept (#1402)", "", ()),
    ]


def test_a_row_of_a_table_is_an_entry() -> None:
    text = (
        "## 2025\n\n| Date | Who | What was done | Links |\n|---|:-:|---|---|\n"
        "| 2025-12-19 | O | Bought \\| wheat | [bill](https://mill.example/1) |\n| — | U | Swept |  |\n|  |  |  |  |\n"
    )
    assert [(one.date, one.text, one.links) for one in entries(text)] == [
        ("2025-12-19", "Bought | wheat", ("https://mill.example/1",)),
        ("2025", "Swept", ()),
    ]


def test_lines_of_plain_text_that_begin_with_a_day_are_entries() -> None:
    text = "2026-03-02 Bought wheat\nand rye\n2026-03-03 09:00 Swept\n"
    assert dated(text, "log.txt") == [("2026-03-02", "Bought wheat and rye"), ("2026-03-03", "Swept")]


def test_a_paragraph_below_a_day_is_an_entry() -> None:
    assert dated("## 2026-03-02\n\nBought wheat.\n\n## Mill\n\nIt is old.\n") == [("2026-03-02", "Bought wheat.")]


def test_org_has_its_days_its_lists_and_its_links() -> None:
    text = (
        "#+TITLE: Log\n# a comment\n* 05/01/2026\n:PROPERTIES:\n:PLACE: brook\n:END:\n** Mended the sluice   :ops:\n"
        "   In the rain. [[https://mill.example/s][plan]]\n** TODO Sweep\n* Achievements\n** 2025\n   - Bought wheat\n"
    )
    found = entries(text, "log.org")
    assert [(one.date, one.text, one.links, one.line) for one in found] == [
        ("2026-01-05", "Mended the sluice", ("https://mill.example/s",), 7),
        ("2025", "Bought wheat", (), 12),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- <your text here>",
        "- [add something]",
        "- …",
        "- TODO",
        '- e.g. "Bought wheat"',
        "-",
        "- Links:",
        "- **Impact:**",
        "- *Whom did you help?*",
        "- [ ] Own a mill",
        "- #people",
    ],
)
def test_a_prompt_that_nobody_filled_in_is_no_entry(line: str) -> None:
    assert entries(f"## Mill\n{line}\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "## Goals for this year\n- Own a mill\n### Wheat\n- Buy it\n",
        "## Next period\n- Own a mill\n",
        "> Own a mill\n",
        "<!-- - Own a mill\n- really -->\n",
        "```\n- Own a mill\n```\n",
        "~~~\n- Own a mill\n",
        "## Goals\n| Goal | Measure |\n|---|---|\n| Own a mill | one |\n",
    ],
)
def test_what_is_not_done_quoted_or_code_is_no_entry_and_is_named(text: str) -> None:
    assert entries(text) == ()
    assert passed(text)


def test_a_month_ends_goals_even_where_it_stands_below_them() -> None:
    assert dated("# Goals\n\n- Own a mill\n\n## 2026-11\n\n- Swept\n") == [("2026-11", "Swept")]


@pytest.mark.parametrize(
    ("line", "text", "links"),
    [
        ("- See [the plan](https://mill.example/a(1)).", "See the plan.", ("https://mill.example/a(1)",)),
        ("- Plan: https://mill.example/a, done", "Plan: https://mill.example/a, done", ("https://mill.example/a",)),
        ("- Plan <https://mill.example/a>", "Plan https://mill.example/a", ("https://mill.example/a",)),
        ("- (https://mill.example/a)", "(https://mill.example/a)", ("https://mill.example/a",)),
        ("- Plan\n  https://mill.example/a", "Plan https://mill.example/a", ("https://mill.example/a",)),
        ("- **Bought** _wheat_ `now`", "Bought wheat now", ()),
        ("- snake_case_name * 2 * 3", "snake_case_name * 2 * 3", ()),
    ],
)
def test_a_text_is_without_emphasis_and_a_link_is_its_label(line: str, text: str, links: tuple[str, ...]) -> None:
    (one,) = entries(line)
    assert (one.text, one.links) == (text, links)


@pytest.mark.parametrize(
    ("line", "text", "tags", "level"),
    [
        ("- Swept #people @staff", "Swept", ("people",), "staff"),
        ("- Swept @staff #people, #code/tests", "Swept", ("people", "code/tests"), "staff"),
        ("- Swept #code/tests #812 is its ticket", "Swept #812 is its ticket", ("code/tests",), ""),
        ("- Wrote #golang with @ulla in one day", "Wrote #golang with @ulla in one day", ("golang",), ""),
        ("- Swept https://mill.example/a#people", "Swept https://mill.example/a#people", (), ""),
        ("- Learned C#", "Learned C#", (), ""),
        ("- Prüfte #größe/maß", "Prüfte", ("größe/maß",), ""),
    ],
)
def test_claims_are_words_behind_a_number_sign(line: str, text: str, tags: tuple[str, ...], level: str) -> None:
    (one,) = entries(line)
    assert (one.text, one.tags, one.level) == (text, tags, level)


@pytest.mark.parametrize("mark", ["🔒 pilot", "[CONFIDENTIAL] pilot", "INTERNAL ONLY: pilot", "pilot (confidential)"])
def test_a_mark_of_confidence_makes_an_entry_private(mark: str) -> None:
    assert [one.private for one in entries(f"- {mark}\n- a private mill\n")] == [True, False]


def test_a_quotation_that_asks_for_confidence_is_kept_as_a_notice() -> None:
    assert read("> 🔒 CONFIDENTIAL: customers inside\n\n- Swept\n").notices == ("🔒 CONFIDENTIAL: customers inside",)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Flour from 31 to 12 minutes", "from 31 to 12"),
        ("Stops 9 → 2 a month", "9 → 2"),
        ("38% fewer sacks", "38%"),
        ("Cost $1,200 less", "$1,200"),
        ("14 sacks on 3 days", ""),
        ("Impact (numbers if you have them): dry since", "dry since"),
    ],
)
def test_a_before_and_after_is_an_outcome_and_a_mere_number_is_none(text: str, outcome: str) -> None:
    (one,) = entries(f"- {text}")
    assert one.outcome == outcome


def test_line_ends_and_a_mark_of_byte_order_make_no_difference() -> None:
    crlf = entries("\ufeff" + TIDY.replace("\n", "\r\n"))
    assert crlf == entries(TIDY)
