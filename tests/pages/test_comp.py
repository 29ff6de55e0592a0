"""Pay, laid out: every figure with what it rests on, and none that is not one."""

from typing import Any

import pytest

from ladder.document import Bar, Sheet
from ladder.model import Band, Ladder, Period, Source
from ladder.pages.comp import page, sheet
from ladder.pages.drawing import scale_of
from ladder.questions.comp import comp
from pages.reading import assert_tidy, bars, cells, commands, headings, labels, notes, prose, tables, text
from questions.builders import paying, survey
from questions.test_comp import percentiles

SOURCES = {
    "guild": Source("guild", "Guild rolls?", "survey", "The guild", "2025", "https://guild.example", licence="CC0"),
    "joker": Source("joker", "The almanac", "satire", note="Nobody checked."),
}
BAND = Band(
    "low",
    segment="windmills",
    n=87,
    percentiles={10: 90, 25: 100, 50: 120, 75: 150, 90: 190},
    companies=37,
    top_company_share=10,
    note="Pooled.",
)
RICH = survey(
    BAND,
    percentiles("high", p25=140, p50=160, p75=200),
    counts="postings",
    region="US",
    period=Period("2025-01", "2025-10-28"),
    method="midpoints.",
    note="Advertised.",
)
JOKE = survey(Band("high", mean=190), Band("low", range=(80, 300)), id="joke", source=("joker",), measure="total")


def ladder(*surveys: Any, levels: tuple[str, ...] = ("low", "high", "top")) -> Ladder:
    return paying(*surveys, levels=levels, sources=SOURCES)


def test_a_page_says_what_was_asked_and_the_units_once() -> None:
    assert headings(page(comp(ladder(RICH), percentile=75)))[0] == ("Pay at the 75th percentile", "USD a year")
    assert headings(page(comp(ladder(RICH), offer=150)))[0] == ("An offer of 150", "USD a year")
    assert headings(page(comp(ladder(RICH))))[0] == ("Pay", "USD a year")


def test_units_that_differ_are_not_said_to_be_one() -> None:
    mixed = ladder(RICH, survey(percentiles("low", p50=9), id="euro", currency="EUR"))
    assert headings(page(comp(mixed)))[0] == ("Pay", "units as stated")


def test_beside_a_figure_stand_n_what_it_counts_companies_source_date_and_region() -> None:
    basis = cells(tables(page(comp(ladder(RICH), percentile=75)))[0])[0][-1]
    assert basis == "87 postings · 37 companies, largest 10% · The guild · Oct 2025 · US · Pooled"


@pytest.mark.parametrize(
    ("band", "parts", "expected"),
    [
        (Band("low", mean=1), {}, "n not stated · The guild · undated"),
        (Band("low", mean=1, n=1), {"counts": "postings"}, "1 posting · The guild · undated"),
        (Band("low", mean=1, n=1), {"counts": "companies"}, "1 company · The guild · undated"),
        (Band("low", mean=1, n=1), {"counts": "people"}, "1 person · The guild · undated"),
        (Band("low", mean=1, n=2), {"counts": "people"}, "2 people · The guild · undated"),
        (Band("low", mean=1, n=2), {}, "2 observations · The guild · undated"),
        (Band("low", mean=1, n=1), {}, "1 observation · The guild · undated"),
        (Band("low", mean=1, companies=1), {}, "n not stated · 1 company · The guild · undated"),
        (Band("low", mean=1), {"published": "2026-06-25"}, "n not stated · The guild · Jun 2026"),
        (Band("low", mean=1), {"period": Period("2026")}, "n not stated · The guild · 2026"),
        (Band("low", mean=1), {"period": Period(), "published": "2026"}, "n not stated · The guild · 2026"),
        (Band("low", mean=1), {"source": ("joker",)}, "n not stated · The almanac · undated · satirical page"),
        (Band("low", mean=1), {"published": "2024-11"}, "n not stated · The guild · Nov 2024 · 24 months old"),
        (
            Band("low", mean=1, note="Pooled."),
            {"published": "2024-11"},
            "n not stated · The guild · Nov 2024 · 24 months old · Pooled",
        ),
    ],
)
def test_what_is_not_known_of_a_figure_is_said_and_not_guessed(
    band: Band, parts: dict[str, Any], expected: str
) -> None:
    answer = comp(ladder(survey(band, **parts)), ["low"], today="2026-11-20")
    assert cells(tables(page(answer))[0])[0][-1] == expected


def test_percentiles_and_other_statistics_stand_in_two_tables_and_ranges_and_means_in_two_columns() -> None:
    document = page(comp(ladder(RICH, JOKE), percentile=50))
    first, second = tables(document)
    assert [column.title for column in first.columns[:2]] == ["base", "p50"]
    assert [row[:2] for row in cells(first)] == [["Low, windmills", "120"], ["High", "160"]]
    assert [(column.title, column.kind) for column in second.columns[:3]] == [
        ("total", "words"),
        ("range", "figures"),
        ("mean", "figures"),
    ]
    assert [row[:3] for row in cells(second)] == [["Low", "80–300", None], ["High", None, "190"]]
    assert ("Other statistics, not percentiles", "") in headings(document)


@pytest.mark.parametrize(
    ("name", "title", "figure"), [("low", "range", "80–300"), ("high", "mean", "190")], ids=["range", "mean"]
)
def test_a_statistic_that_nobody_states_has_no_column(name: str, title: str, figure: str) -> None:
    (table,) = tables(page(comp(ladder(JOKE), [name])))
    assert [column.title for column in table.columns] == ["total", title, "", "n, source, as of"]
    assert cells(table)[0][1:3] == [figure, "|"]


def test_a_page_of_other_statistics_alone_needs_no_heading_for_them() -> None:
    assert [heading for heading, _ in headings(page(comp(ladder(JOKE))))] == ["Pay"]


def test_base_and_total_stand_in_two_tables() -> None:
    total = survey(percentiles("low", p50=500), id="all", measure="total")
    first, second = tables(page(comp(ladder(RICH, total))))
    assert [(table.columns[0].title, len(table.rows)) for table in (first, second)] == [("base", 2), ("total", 1)]
    assert cells(second)[0][:2] == ["Low", "500"]


def test_ranges_and_means_of_two_measures_stand_in_two_tables_too() -> None:
    base = survey(Band("low", mean=7), id="plain")
    found = tables(page(comp(ladder(JOKE, base), ["low"])))
    assert [[column.title for column in table.columns[:2]] for table in found] == [["total", "range"], ["base", "mean"]]


@pytest.mark.parametrize(
    ("other", "heads"),
    [
        ({"currency": "EUR"}, ["base, USD a year", "base, EUR a year"]),
        ({"per": "hour"}, ["base, USD a year", "base, USD an hour"]),
        ({"measure": "total"}, ["base", "total"]),
    ],
)
def test_figures_in_two_units_share_no_table_and_no_scale(other: dict[str, Any], heads: list[str]) -> None:
    apart = survey(percentiles("low", p50=9), id="apart", **other)
    found = tables(page(comp(ladder(RICH, apart), ["low"])))
    assert [table.columns[0].title for table in found] == heads
    assert [row[3] for row in cells(found[0])] == ["120"]
    assert [row[:2] for row in cells(found[1])] == [["Low", "9"]]
    first, second = ([column.scale for column in table.columns if column.kind == "bar"] for table in found)
    assert first != second


def test_all_published_percentiles_are_shown_and_one_that_is_missing_is_a_dash() -> None:
    (table,) = tables(page(comp(ladder(RICH))))
    assert [column.title for column in table.columns[1:6]] == ["p10", "p25", "p50", "p75", "p90"]
    assert cells(table)[1][:6] == ["High", "–", "140", "160", "200", "–"]


@pytest.mark.parametrize(
    ("asked", "said"), [(75, "150"), (60, "132 interpolated"), (95, "above p90"), (5, "below p10"), (10, "90")]
)
def test_a_figure_that_was_not_published_is_called_interpolated_or_is_none(asked: int, said: str) -> None:
    assert cells(tables(page(comp(ladder(RICH), ["low"], percentile=asked)))[0])[0][1] == said


@pytest.mark.parametrize(("asked", "noted"), [(60, True), (75, False), (95, False)])
def test_an_interpolated_figure_is_noted_as_derived(asked: int, noted: bool) -> None:
    assert ("derived" in labels(page(comp(ladder(RICH), ["low"], percentile=asked)))) is noted


@pytest.mark.parametrize(
    ("name", "offer", "said"),
    [
        ("low", 150, "p75"),
        ("low", 135, "about p62, interpolated"),
        ("low", 149.9, "about p74.9, interpolated"),
        ("low", 149.99, "just below p75, interpolated"),
        ("low", 150.1, "just above p75, interpolated"),
        ("low", 151, "about p75.4, interpolated"),
        ("low", 152, "about p76, interpolated"),
        ("low", 200, "above p90"),
        ("low", 10, "below p10"),
        ("top", 100, "from p25 to p75"),
    ],
)
def test_an_offer_is_placed_in_words(name: str, offer: float, said: str) -> None:
    tied = survey(percentiles("top", p25=100, p50=100, p75=100, p90=110), id="tied")
    document = page(comp(ladder(RICH, tied), [name], offer=offer))
    assert cells(tables(document)[0])[0][1] == said
    derived = [("derived", "the offer's percentile lies on a straight line between the two published ones around it.")]
    assert [note for note in notes(document) if note[0] == "derived"] == (derived if "interpolated" in said else [])


@pytest.mark.parametrize(
    ("name", "offer", "said"),
    [
        ("low", 79, "below the range"),
        ("low", 80, "inside the range"),
        ("low", 301, "above the range"),
        ("high", 189, "below the mean"),
        ("high", 190, "at the mean"),
        ("high", 191, "above the mean"),
    ],
)
def test_an_offer_is_placed_against_a_range_or_a_mean_without_a_percentile(name: str, offer: float, said: str) -> None:
    document = page(comp(ladder(JOKE), [name], offer=offer))
    (table,) = tables(document)
    (row,) = cells(table)
    assert row[[column.title for column in table.columns].index("the offer")] == said
    assert "p" not in str(row[:-1])
    assert "derived" not in labels(document)


def test_of_what_no_figure_was_found_the_page_says_so_and_fills_in_nothing() -> None:
    document = page(comp(ladder(RICH), percentile=50))
    assert ("none found", "Top; nothing is filled in.") in notes(document)
    none = page(comp(ladder(RICH), ["low", "top"], measure="equity"))
    assert notes(none) == [("no equity figure", "Low and Top; nothing is filled in.")]
    assert tables(none) == []


def test_yardsticks_stand_apart_under_a_heading_that_says_what_they_are() -> None:
    with_yardstick = ladder(RICH, survey(percentiles(p50=130)._replace(about="Millers"), id="jobs"))
    document = page(comp(with_yardstick, yardsticks=True))
    assert ("Yardsticks: whole occupations, not levels", "") in headings(document)
    place = [getattr(block, "text", "") for block in document.blocks].index("Yardsticks: whole occupations, not levels")
    assert document.blocks[place + 1] == tables(document)[-1]
    assert [cells(table)[0][:1] for table in tables(document)] == [["Low, windmills"], ["Millers"]]
    assert "Yardsticks" not in text(page(comp(with_yardstick)))


@pytest.mark.parametrize(
    ("asked", "derived"),
    [
        ({"percentile": 60}, "interpolated figures lie on a straight line between the two published percentiles"),
        ({"offer": 135}, "the offer's percentile lies on a straight line between the two published ones around it."),
    ],
    ids=["percentile", "offer"],
)
def test_what_is_derived_of_a_yardstick_alone_is_noted_too(asked: dict[str, Any], derived: str) -> None:
    jobs = survey(percentiles(p50=120, p75=150), id="jobs")
    answer = comp(ladder(jobs), ["low"], yardsticks=True, **asked)
    assert not answer.rows
    assert [said.startswith(derived) for label, said in notes(page(answer)) if label == "derived"] == [True]


def test_a_higher_level_with_a_lower_figure_is_noted_and_not_corrected() -> None:
    odd = survey(percentiles("low", p25=5, p50=8, p75=9), percentiles("high", p25=6, p50=7, p75=8))
    document = page(comp(ladder(odd)))
    assert ("lower above", "High is below Low at p50 and p75 in wages: shown as published.") in notes(document)


def test_the_note_of_a_band_ends_the_line_of_what_its_figure_rests_on() -> None:
    document = page(comp(ladder(RICH)))
    assert [str(row[-1]).endswith(" · US · Pooled") for row in cells(tables(document)[0])] == [True, False]
    assert "Pooled" not in str(notes(document))


def test_how_a_figure_was_made_is_told_when_asked_and_pointed_to_otherwise() -> None:
    answer = comp(ladder(RICH, JOKE))
    assert notes(page(answer))[-1] == ("", "How each figure was made, and what it leaves out: --sources.")
    assert commands(page(answer)) == ["--sources"]
    document = page(answer, sources=True)
    assert "--sources" not in text(document)
    assert ("How these figures were made", "") in headings(document)
    assert ("wages", "The guild") in headings(document)
    assert prose(document) == [
        "Advertised. Method: midpoints. Guild rolls? https://guild.example. CC0.",
        "The almanac. Nobody checked.",
    ]


def test_a_page_without_figures_does_not_promise_sources() -> None:
    assert "--sources" not in text(page(comp(ladder())))


def test_of_a_level_s_many_rows_only_the_first_carries_its_name_in_bold() -> None:
    twice = ladder(RICH, survey(percentiles("high", p50=170), id="other"))
    tones = [getattr(row[0], "tone", "") for row in tables(page(comp(twice, ["high"])))[0].rows]
    assert tones == ["strong", "quiet"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("low", Bar((90, 190), (100, 150), 120)),
        ("high", Bar(None, (140, 200), 160)),
    ],
)
def test_a_bar_draws_published_percentiles_only(name: str, expected: Bar) -> None:
    assert bars(tables(page(comp(ladder(RICH), [name])))[0]) == [expected]


def test_a_bar_of_a_range_is_a_stretch_and_of_a_mean_a_point() -> None:
    found = bars(tables(page(comp(ladder(JOKE), offer=100)))[0])
    assert found == [Bar(None, (80, 300), None, 100), Bar(None, None, 190, 100)]


def test_one_published_percentile_is_drawn_as_a_point() -> None:
    (bar,) = bars(tables(page(comp(ladder(survey(percentiles("low", p50=7))), ["low"])))[0])
    assert (bar.thick, bar.mark) == ((7, 7), 7)


@pytest.mark.parametrize("ends", [(150_000, 250_000), (90, 190), (0, 1), (5, 5), (82_460, 623_000), (0.5, 0.9)])
def test_a_scale_reaches_round_a_figure_of_every_row_with_few_round_ticks(ends: tuple[float, float]) -> None:
    rows = comp(ladder(survey(percentiles("low", p25=ends[0], p75=ends[1]))), ["low"]).rows
    (low, high), ticks = scale_of(rows)
    assert low <= ends[0]
    assert high >= ends[1]
    assert 1 <= len(ticks) <= 8
    assert len({label for _, label in ticks}) == len(ticks)


def sheet_of(answer: Any) -> list[dict[str, Any]]:
    written: Sheet = sheet(answer)
    assert_tidy(written)
    return [dict(zip(written.columns, row, strict=True)) for row in written.rows]


def test_the_sheet_has_a_row_a_figure_with_raw_numbers() -> None:
    rows = sheet_of(comp(ladder(RICH, JOKE)))
    assert [(row["id"], row["statistic"], row["percentile"], row["amount"], row["high"]) for row in rows] == [
        *(("low", "percentiles", percentile, amount, None) for percentile, amount in BAND.percentiles.items()),
        ("low", "range", None, 80, 300),
        *(
            ("high", "percentiles", percentile, amount, None)
            for percentile, amount in ((25, 140), (50, 160), (75, 200))
        ),
        ("high", "mean", None, 190, None),
    ]
    assert rows[0]["n"] == 87
    assert rows[0]["top_company_share"] == 10
    assert (rows[0]["period_from"], rows[0]["period_to"], rows[0]["currency"]) == ("2025-01", "2025-10-28", "USD")
    assert (rows[-1]["satire"], rows[-1]["source"], rows[-1]["period_to"]) == (True, "joker", None)


@pytest.mark.parametrize(
    ("asked", "amount", "found"),
    [(50, 120, "published"), (60, 132, "interpolated"), (95, None, "above"), (5, None, "below")],
)
def test_the_sheet_says_how_a_figure_at_a_percentile_was_found(asked: int, amount: float | None, found: str) -> None:
    (row,) = sheet_of(comp(ladder(RICH), ["low"], percentile=asked))
    assert (row["percentile"], row["amount"], row["found"]) == (asked, amount, found)


@pytest.mark.parametrize(
    ("offer", "stands", "percentile"),
    [(150, "inside", 75), (135, "inside", 62.5), (500, "above", None), (20, "below", None)],
)
def test_the_sheet_places_an_offer(offer: float, stands: str, percentile: float | None) -> None:
    row = sheet_of(comp(ladder(RICH), ["low"], offer=offer))[0]
    assert (row["offer_stands"], row["offer_percentile"]) == (stands, percentile)


def test_the_sheet_of_nothing_has_its_columns() -> None:
    assert sheet_of(comp(ladder())) == []
    assert "amount" in sheet(comp(ladder())).columns
