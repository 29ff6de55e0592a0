"""`comp` with observations, regions, disciplines, plots and history."""

from pathlib import Path
from typing import Final

import pytest

import ladder
from ladder.errors import Unanswerable
from ladder.questions.survey import Surveyed
from ladders import SMALL, write_all
from running import Run

ROWS: Final = "title,base,region,date\n" + "".join(
    f"{level} Engineer,{base + 1000 * each},{region},2026-06-01\n"
    for level, base in (("Staff", 200_000), ("Senior ML", 150_000))
    for region in ("US", "EU")
    for each in range(8)
)


@pytest.fixture
def offers(tmp_path: Path) -> str:
    path = tmp_path / "offers.csv"
    path.write_text(ROWS, encoding="utf-8")
    return str(path)


def surveyed(path: str, *by: str) -> Surveyed:
    return ladder.survey(path, as_of="2026-06-25", by=("level", *by))  # type: ignore[arg-type]


def test_observations_stand_before_the_ladders_own_figures(offers: str) -> None:
    pay = ladder.comp("staff", data=surveyed(offers), today="2026-06-25")
    assert [(row.survey, row.n) for row in pay.rows] == [("offers.csv", 16), ("boards-2025-10", 87), ("rfs-2026", 200)]
    assert pay.rows[0].percentiles[50] == 203_500
    assert pay.sources[0].id == "offers.csv"


def test_an_offer_is_held_against_observations(offers: str) -> None:
    row = ladder.comp("staff", data=surveyed(offers), offer=203_500, measure="base").rows[0]
    assert row.offer
    assert (row.offer.stands, row.offer.low) == ("inside", 50)


def test_one_region_and_one_discipline(offers: str) -> None:
    found = ladder.comp(data=surveyed(offers, "region", "discipline"), region="eu", discipline="machine learning")
    assert [(row.id, row.region, row.n) for row in found.rows] == [("senior-ml", "EU", 8)]
    with pytest.raises(Unanswerable, match="no figure of the region 'Mars'") as caught:
        ladder.comp(data=surveyed(offers, "region"), region="Mars")
    assert caught.value.hint == "regions with figures: EU, US"


def test_a_file_that_was_made_shows_where_it_was_written(offers: str, tmp_path: Path, run: Run) -> None:
    head = SMALL["ladder.yaml"].replace("senior-miller", "senior").replace("master]", "staff]")
    mill = {"ladder.yaml": head.partition("archetypes:")[0], "sources.yaml": SMALL["sources.yaml"]}
    levels = {f"levels/{name}.yaml": f"title: {name}\n" for name in ("miller", "senior", "foreman", "staff")}
    acme = write_all(tmp_path / "acme", {**mill, **levels})
    made = f"{acme}/comp/june.yaml"
    line = ("survey", offers, "--as-of", "2026-06-25", "--window", "30d", "--interval", "-o", made)
    first = run(*line)
    assert (first.code, first.out) == (0, "")
    assert "2 bands; 32 of 32 rows count, 0 dropped, 0 without a level" in first.err
    before = Path(made).read_bytes()
    assert run(*line).code == 1
    assert run(*line, "--force").code == 0
    assert Path(made).read_bytes() == before
    assert run("validate", acme, "--strict").code == 0
    (row,) = ladder.comp("staff", ladder=acme).rows
    assert (row.survey, row.n, row.counts, row.percentiles[50]) == ("june", 16, "observations", 203_500)
    survey = ladder.load(acme).surveys["june"]
    assert survey.made
    assert (survey.made.window, survey.made.counts["read"], len(survey.made.sha256)) == (30, 32, 64)
    assert survey.bands[1].intervals[50][0] <= 203_500 <= survey.bands[1].intervals[50][1]
    for page in (("comp",), ("compare", "senior", "staff"), ("show", "staff")):
        assert "203,500" in run("--ladder", acme, *page, "-f", "html").out


def test_plots_and_history_on_every_paper(offers: str, run: Run) -> None:
    for option in ("--plot", "--history"):
        for form in ("terminal", "markdown", "json", "csv", "html", "svg"):
            ran = run("comp", "senior", "staff", "--data", offers, "--as-of", "2026-06-25", option, "-f", form)
            assert ran.code == 0
            assert ran.out
    drawn = run("comp", "staff", "--plot", "--offer", "245k", "-f", "terminal", "--width", "80").out
    assert "◆" in drawn
    assert max(map(len, drawn.splitlines())) <= 80


def test_history_follows_files_of_one_title(tmp_path: Path, run: Run) -> None:
    def pay(year: int, median: int) -> str:
        return (
            f"title: Guild\nsource: guild\ncurrency: USD\nmeasure: base\npublished: {year}\n"
            f"bands: [{{for: master, n: 40, percentiles: {{50: {median}}}}}]\n"
        )

    files = {**SMALL, "comp/a.yaml": pay(2024, 200), "comp/b.yaml": pay(2025, 210)}
    files.pop("comp/guild.yaml")
    mill = write_all(tmp_path / "mill", files)
    assert "+5.0%" in run("--ladder", mill, "comp", "master", "--history").out


def test_an_offer_in_another_currency_is_converted_where_the_rate_is_given(run: Run) -> None:
    ran = run("comp", "staff", "--offer", "EUR 200k", "--rate", "EUR=1.08")
    assert "EUR 200,000 at 1.08 is USD 216,000" in ran.out
    assert "no figure in EUR" in run("comp", "staff", "--offer", "EUR 200k").out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("comp staff --window 30d", "no observations to read"),
        ("comp staff --rate EUR", "'EUR' is not a value for `--rate`"),
        ("comp staff --rate bananas=2", "no currency 'bananas'"),
        ("comp staff --growth 5%", "`--growth` is for whole offers"),
        ("survey x.csv --as-of yesterday", "'yesterday' is not a value for `--as-of`"),
        ("survey x.csv --window soon", "'soon' is not a value for `--window`"),
        ("survey x.csv --by team", "no grouping 'team'"),
        ("survey x.csv --columns title", "'title' is not a value for `--columns`"),
        ("survey x.csv", "no file 'x.csv'"),
    ],
)
def test_wrong_options_have_a_line_and_a_cure(line: str, message: str, run: Run) -> None:
    ran = run(*line.split())
    assert (ran.code in (1, 2), ran.out) == (True, "")
    assert message in ran.err
    assert "hint:" in ran.err
