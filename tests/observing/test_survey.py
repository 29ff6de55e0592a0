"""`ladder.survey` on small tables: what counts, what does not and why, and what is wrong with a table."""

import gzip
import json
import os
from pathlib import Path
from typing import Any, Final

import pytest

import ladder
from ladder.errors import CannotRead, LadderError
from ladder.questions.survey import Surveyed

DAY: Final = "2026-06-25"


def table(folder: Path, text: str, name: str = "offers.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def asked(path: str, **how: Any) -> Surveyed:
    return ladder.survey(path, as_of=DAY, **how)


def many(level: str, number: int = 8, *, base: int = 200_000, columns: str = "") -> str:
    return "".join(f"{level} Engineer,{base + 1000 * each}{columns.format(each)}\n" for each in range(number))


def drops(answer: Surveyed) -> dict[str, int]:
    return {one.why: one.n for one in answer.dropped}


def test_percentiles_are_of_type_7_and_stand_only_where_observations_support_them(tmp_path: Path) -> None:
    answer = asked(table(tmp_path, "title,base\n" + many("Staff", 40) + many("Senior", 12) + many("Principal", 5)))
    senior, staff, principal = answer.rows
    assert dict(staff.percentiles) == {10: 203_900, 25: 209_750, 50: 219_500, 75: 229_250, 90: 235_100}
    assert dict(senior.percentiles) == {50: 205_500}
    assert (principal.id, principal.n, dict(principal.percentiles)) == ("principal", 5, {})


def test_groups_under_three_are_not_shown(tmp_path: Path) -> None:
    answer = asked(table(tmp_path, "title,base\n" + many("Staff", 3) + many("Senior", 2)))
    assert ([row.id for row in answer.rows], answer.used, answer.hidden) == (["staff"], 3, 2)


def test_every_row_counts_once_or_has_a_reason(tmp_path: Path) -> None:
    rows = [
        "Staff Engineer,200000,USD,year,Crumb,2026-06-01", "Staff Engineer,$190-210k,US$,,Rye,2026-06-02",
        "Staff Engineer,200000,USD,year,Crumb,2026-06-03", "Staff Engineer,150000,EUR,year,Crumb,2026-06-01",
        "Staff Engineer,15000,USD,month,Crumb,2026-06-01", "Staff Engineer,90,USD,1 HOUR,Crumb,2026-06-01",
        "Staff Engineer,999,USD,year,Crumb,2026-06-01", "Staff Engineer,10000001,USD,year,Crumb,2026-06-01",
        "Staff Engineer,N/A,USD,year,N/A,2026-06-01", "Staff Engineer,nan,USD,year,N/A,2026-06-01",
        "Staff Engineer,200000,USD,year,Meal,2026-06-26", "Staff Engineer,200000,USD,year,Meal,2026-05-25",
        "Staff Engineer,200000,USD,year,Meal,", "Staff Engineer,200000,bananas,year,Meal,2026-06-01",
        "Engineer,200000,USD,year,N/A,2026-06-01", "title,base,currency,per,company,date", "Staff Engineer,1",
    ]  # fmt: skip
    answer = asked(table(tmp_path, "title,base,currency,per,company,date\n" + "\n".join(rows) + "\n"), window=30)
    assert drops(answer) == {
        "the same company, title, location and pay again": 1, "in EUR": 1, "paid by month": 1, "paid by hour": 1,
        "below 1,000 or above 10,000,000 a year": 2, "no pay": 1, "not a number": 1, "dated after 2026-06-25": 1,
        "before the window": 1, "no date": 1, "no currency that is known": 1, "a header again": 1,
        "another number of cells than the header": 1,
    }  # fmt: skip
    assert answer.no_level == (("no word for a level", 1),)
    assert answer.read == len(rows) == answer.used + answer.hidden + 1 + sum(drops(answer).values())
    assert next(one for one in answer.dropped if one.why == "not a number").line == 11
    assert (answer.first, answer.last) == ("2026-06-01", "2026-06-03")


def test_rates_and_yearly_pay_are_included_where_they_are_asked_for(tmp_path: Path) -> None:
    rows = "".join(f"Staff Engineer,{10_000 + each},EUR,month\n" for each in range(6))
    path = table(tmp_path, "title,base,currency,per\n" + rows)
    answer = asked(path, rates={"EUR": 1.5}, annualise=True)
    assert (answer.currency, answer.rows[0].percentiles[50]) == ("USD", 10_002.5 * 12 * 1.5)
    assert asked(path, annualise=True).currency == "EUR"
    assert asked(path, annualise=True).rows[0].percentiles[50] == 10_002.5 * 12


def test_a_table_that_names_no_currency_is_taken_for_dollars_and_says_so(tmp_path: Path) -> None:
    answer = asked(table(tmp_path, "title,base\n" + many("Staff")))
    assert (answer.currency, answer.stated) == ("USD", False)
    assert "no row says its currency" in str(ladder.rendered(answer))


def test_groups_by_region_and_discipline_take_roles_where_the_ladder_has_them(tmp_path: Path) -> None:
    text = "title,base,location\n" + many("Staff ML", 6, columns=",Oslo") + many("Senior QA", 6, columns=",Ghent")
    answer = asked(table(tmp_path, text), by=("discipline", "region"))
    assert [(row.id, row.discipline, row.region) for row in answer.rows] == [
        ("senior", "quality", "Ghent"),
        ("staff-ml", "", "Oslo"),
    ]


def test_companies_and_the_share_of_the_largest(tmp_path: Path) -> None:
    text = "title,base,company\n" + many("Staff", 6, columns=",Rye") + many("Staff", 2, base=300_000, columns=",N/A")
    (row,) = asked(table(tmp_path, text)).rows
    assert (row.companies, row.largest_share) == (2, 75)


def test_a_column_of_levels_counts_before_titles(tmp_path: Path) -> None:
    text = "level,title,base\n" + "".join(f"staff,Wizard,{200_000 + each}\n" for each in range(6))
    text += "".join(f",Senior Engineer,{200_000 + each}\n" for each in range(6))
    answer = asked(table(tmp_path, text), explain=True)
    assert [(row.id, row.n) for row in answer.rows] == [("senior", 6), ("staff", 6)]
    assert {one.why for one in answer.titles} == {"the table says staff", 'the title says "senior"'}


def test_other_measures(tmp_path: Path) -> None:
    path = table(tmp_path, "title,base,total comp\n" + many("Staff", 6, columns=",400000"))
    assert asked(path, measure="total").rows[0].percentiles[50] == 400_000
    with pytest.raises(LadderError, match="no column of bonus pay"):
        asked(path, measure="bonus")


def test_intervals_stand_beside_percentiles(tmp_path: Path) -> None:
    (row,) = asked(table(tmp_path, "title,base\n" + many("Staff", 20)), interval=True).rows
    low, high = row.intervals[50]
    assert low < row.percentiles[50] < high


def test_json_lines_lists_and_compressed_tables(tmp_path: Path) -> None:
    rows = [{"title": "Staff Engineer", "salaryMin": 200_000, "salaryMax": 220_000 + each} for each in range(6)]
    lines = table(tmp_path, "\n".join(map(json.dumps, rows)) + '\n{"title": "Staff Engineer"}\n', "a.jsonl")
    answer = asked(lines)
    assert (answer.rows[0].percentiles[50], drops(answer)) == (210_001.25, {"no pay": 1})
    assert asked(table(tmp_path, json.dumps(rows), "a.json")).rows == answer.rows
    packed = tmp_path / "a.csv.gz"
    packed.write_bytes(gzip.compress(b"title,base\n" + many("Staff").encode()))
    assert asked(str(packed)).used == 8


def test_other_delimiters_encodings_and_patterns(tmp_path: Path) -> None:
    text = "title;base\n" + many("Staff").replace(",", ";")
    answer = asked(table(tmp_path, "\ufeff" + text, "one.csv"))
    assert (answer.used, answer.notes) == (8, ("one.csv: its cells are parted by semicolons",))
    (tmp_path / "two.csv").write_bytes(text.encode("utf-16"))
    assert asked(str(tmp_path / "*.csv")).used == 16


def test_a_table_of_bands_is_read_as_ranges(tmp_path: Path) -> None:
    text = "level,min,mid,max,currency\nstaff,200k,225k,250k,EUR\nsenior,170000,190000,210000,€\nwizard,1,2,3,EUR\n"
    answer = asked(table(tmp_path, text))
    assert (answer.basis, answer.currency, [(row.id, row.range, row.mid) for row in answer.rows]) == (
        "bands", "EUR", [("senior", (170_000, 210_000), 190_000), ("staff", (200_000, 250_000), 225_000)],
    )  # fmt: skip
    assert [one.why for one in answer.dropped] == ["no level is called so: wizard"]
    assert "ranges, not observations" in ladder.rendered(answer)


MARKDOWN: Final = (
    "| Field | Value |\n|---|---|\n| **Title** | {} |\n| **Canonical URL** | https://jobs.lever.co/mill/{} |\n"
)
MARKDOWN_PAY: Final = MARKDOWN + "| **Comp as stated** | {} |\n| **Captured** | {} |\n\nText.\n"


def test_a_folder_of_saved_postings_counts_the_latest_capture_of_each(tmp_path: Path) -> None:
    for each in range(6):
        table(
            tmp_path,
            MARKDOWN_PAY.format("Staff Engineer", each, f"$20{each}K - $22{each}K", "2026-06-01"),
            f"{each}.md",
        )
    table(tmp_path, MARKDOWN_PAY.format("Staff Engineer", 0, "$100K", "2026-05-01"), "old.md")
    answer = asked(str(tmp_path), window=30)
    assert (answer.read, answer.used, answer.rows[0].percentiles[50]) == (6, 6, 212_500)
    assert answer.notes[0].startswith("7 captures of 6 postings")


WRONG: Final = {
    "empty": ("", "is empty"),
    "no header": (
        "Staff Engineer,200000\nStaff Engineer,1\n",
        "has no header: its first row is 'Staff Engineer,200000'",
    ),
    "no pay": ("title,company\nStaff Engineer,a\n", "no column of base pay"),
    "no titles": ("salary,company\n1,a\n", "no column of titles or levels"),
    "two of a name": ("title,base,base\nStaff Engineer,1,2\n", "two columns of 'offers.csv' are called 'base'"),
    "binary": ("\x00\x01\x02", "is no text"),
    "open quote": ('title,base\n"' + "x" * (1 << 21), "is no CSV"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_no_table_is_an_error_with_a_cure(what: str, tmp_path: Path) -> None:
    text, message = WRONG[what]
    with pytest.raises(LadderError) as caught:
        asked(table(tmp_path, text))
    assert message in caught.value.message
    assert caught.value.hint


def test_bytes_that_are_no_text_missing_files_and_json_that_breaks_off(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"title,base\nStaff \xff,1\n")
    with pytest.raises(CannotRead, match="no text in UTF-8"):
        asked(str(tmp_path / "a.csv"))
    for missing in ("/no/such.csv", "/no/such*.csv"):
        with pytest.raises(CannotRead, match="no file"):
            asked(missing)
    with pytest.raises(CannotRead, match=r"line 2 of 'a\.jsonl' is no JSON"):
        asked(table(tmp_path, '{"title": "a", "base": 1}\n{"title": \n', "a.jsonl"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(CannotRead, match="no saved posting"):
        asked(str(tmp_path / "empty"))


def test_a_window_needs_dates_and_a_region_a_place(tmp_path: Path) -> None:
    path = table(tmp_path, "title,base\n" + many("Staff"))
    with pytest.raises(LadderError, match="no column of dates"):
        asked(path, window=30)
    with pytest.raises(LadderError, match="no column of regions"):
        asked(path, by=("region",))


def test_a_missing_extra_is_a_line_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *given: Any, **named: Any) -> Any:
        if name.partition(".")[0] in ("ibis", "duckdb", "psycopg", "pyspark"):
            raise ImportError(name)
        return real(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    for source, extra in (
        (str(tmp_path / "a.parquet"), "data"), ("duckdb:///x.db", "data"), ("postgresql://h/d", "postgres"),
        ("spark://h:7077", "spark"),
    ):  # fmt: skip
        with pytest.raises(CannotRead, match=rf"needs career-ladder\[{extra}\]") as caught:
            asked(source)
        assert caught.value.hint == f"pip install 'career-ladder[{extra}]'"
    with pytest.raises(LadderError, match="no engine for 'mysql://'"):
        asked("mysql://h/d")


def test_nothing_of_a_survey_is_imported_by_other_commands() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from ladder.cli.app import run; run(['comp', 'staff']);"
        "own = 'ladder.observing', 'ladder.postings';"
        "print([name for name in sys.modules if name.startswith((*own, 'ibis', 'duckdb'))])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert ran.stdout.splitlines()[-1] == "[]"
