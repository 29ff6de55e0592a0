"""The turns of phrase that pages share."""

import pytest

from ladder.document import Heading, Item, Items
from ladder.model import Share, Source, Span, Statement
from ladder.pages.comp import ordinal
from ladder.pages.words import (
    amount,
    count,
    date,
    item,
    listed,
    marked,
    marks,
    percent,
    scale,
    sources_list,
    who,
    years,
)

SOURCES = (
    Source("guild", "Guild rolls", "survey", "The guild", "2025-03-01", "https://guild.example"),
    Source("almanac", "The almanac", "satire"),
)


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (999, "999"), (222_000, "222,000"), (1234.6, "1,235")])
def test_an_amount_is_said_to_the_unit(value: float, said: str) -> None:
    assert amount(value) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(30, 40, "30–40 %"), (50, 50, "50 %"), (12.5, 12.5, "12.5 %"), (33.333, 33.333, "33.3 %"), (0, 5, "0–5 %")],
)
def test_a_percentage_is_one_number_or_a_range(low: float, high: float, said: str) -> None:
    assert percent(low, high) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("2026-06-25", "Jun 2026"), ("2026-12", "Dec 2026"), ("2026", "2026"), (None, "undated"), ("", "undated")],
)
def test_a_date_is_as_fine_as_it_was_written_and_no_finer_than_a_month(written: str | None, said: str) -> None:
    assert date(written) == said


@pytest.mark.parametrize(
    ("number", "one", "many", "said"),
    [
        (1, "posting", "", "1 posting"),
        (0, "posting", "", "0 postings"),
        (1_687_890, "job", "", "1,687,890 jobs"),
        (2, "company", "companies", "2 companies"),
    ],
)
def test_a_number_has_its_noun(number: int, one: str, many: str, said: str) -> None:
    assert count(number, one, many) == said


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(3, 6), "3–6 years"),
        (Span(3, 3), "3 years"),
        (Span(7), "7+ years"),
        (Span(to=2.5), "up to 2.5 years"),
        (Span(0, 2), "0–2 years"),
    ],
)
def test_years_are_said_as_they_are_known(span: Span, said: str) -> None:
    assert years(span) == said


@pytest.mark.parametrize(
    ("shares", "others", "top"),
    [([Share(1, 31)], (), 40), ([Share(1, 40), None], (), 40), ([], (), 100), ([None], (5.0,), 10), ([], (61.0,), 70)],
)
def test_bars_of_shares_have_one_scale_to_the_next_ten(
    shares: list[Share | None], others: tuple[float, ...], top: int
) -> None:
    assert scale(shares, *others) == (0, top)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["guild"], "The guild"),
        (["almanac", "guild"], "The almanac, The guild"),
        (["guild", "guild"], "The guild"),
        (["nobody"], "nobody"),
        ([], ""),
    ],
)
def test_who_says_so_is_the_publisher_or_else_the_title(names: list[str], said: str) -> None:
    assert who(names, SOURCES) == said


def test_a_raised_number_leads_to_its_place_in_the_list_of_sources() -> None:
    many = tuple(Source(f"s{place}", f"Source {place}", "survey") for place in range(1, 13))
    heading, listing = sources_list(many)
    assert heading == Heading("Sources")
    assert isinstance(listing, Items)
    for source, entry in zip(many, listing.items, strict=True):
        assert entry.text == f"{marks([source.id], many)} {source.title}"
    assert [marks([source.id], many) for source in many[-2:]] == ["¹¹", "¹²"]


def test_a_source_is_listed_with_publisher_kind_date_and_address() -> None:
    listing = sources_list(SOURCES)[1]
    assert isinstance(listing, Items)
    assert [entry.aside for entry in listing.items] == [
        "The guild · survey · Mar 2025 · https://guild.example",
        "satire · undated",
    ]


def test_without_sources_there_is_no_list_of_them() -> None:
    assert sources_list(()) == []


def test_several_marks_are_told_apart() -> None:
    assert marks(["guild", "almanac"], SOURCES) == "¹,²"


def test_a_text_without_a_known_source_has_no_mark_and_another_has_it_close_by() -> None:
    assert marked("Grinds.", ["nobody"], SOURCES) == "Grinds."
    assert marked("Grinds.", ["almanac"], SOURCES) == "Grinds.²"


def test_a_statement_keeps_its_examples_signals_links_and_tags() -> None:
    statement = Statement(
        "Grinds", "g", ("rye",), ("a warm stone",), ("https://x.example",), ("ai", "new"), True, ("guild",)
    )
    assert item(statement, SOURCES) == Item(
        "Grinds¹", ("for example: rye", "seen in: a warm stone", "https://x.example"), "ai, new, optional"
    )


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_with_commas_and_one_and(words: list[str], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (22, "22nd"),
        (99, "99th"),
    ],
)
def test_a_percentile_is_said_as_a_place(number: int, said: str) -> None:
    assert ordinal(number) == said
