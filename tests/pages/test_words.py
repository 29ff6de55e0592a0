"""The turns of phrase that pages share."""

import pytest

from ladder import document
from ladder.document import Cite, Command, Heading, Item, Items, Link, Reference, Sources, Text, Thing, Tone, Web, parts
from ladder.document import Span as Stretch
from ladder.model import Report, Share, Source, Span, Statement
from ladder.pages.comp import ordinal
from ladder.pages.words import (
    Footnotes,
    amount,
    argument,
    command,
    count,
    date,
    in_level,
    joined,
    listed,
    percent,
    running,
    scale,
    typed,
    unit,
    who,
    years,
)
from ladder.render.parts import as_items, plain

SOURCES = (
    Source("guild", "Guild rolls", "survey", "The guild", "2025-03-01", "https://guild.example"),
    Source("almanac", "The almanac", "satire"),
)


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (999, "999"), (222_000, "222,000"), (1234.6, "1,235")])
def test_an_amount_is_said_to_the_unit(value: float, said: str) -> None:
    assert amount(value) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(30, 40, "30–40%"), (50, 50, "50%"), (12.5, 12.5, "12.5%"), (33.333, 33.333, "33.3%"), (0, 5, "0–5%")],
)
def test_a_percentage_is_one_number_or_a_range(low: float, high: float, said: str) -> None:
    assert percent(low, high) == said


@pytest.mark.parametrize(("per", "said"), [("year", "USD a year"), ("month", "USD a month"), ("hour", "USD an hour")])
def test_a_unit_says_for_how_long_it_pays(per: str, said: str) -> None:
    assert unit("USD", per) == said


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


def listing(notes: Footnotes) -> tuple[Item, ...]:
    heading, sources = notes.blocks()
    assert heading == Heading("Sources")
    assert isinstance(sources, Sources)
    return as_items(sources).items


def test_a_raised_number_leads_to_its_place_in_the_list_of_sources() -> None:
    many = tuple(Source(f"s{place}", f"Source {place}", "survey") for place in range(1, 13))
    notes = Footnotes(many)
    raised = [plain(notes("", [source.id])) for source in many]
    assert [(entry.mark, entry.text) for entry in listing(notes)] == [
        (mark, source.title) for mark, source in zip(raised, many, strict=True)
    ]
    assert (raised[0], raised[8:]) == ("¹", ["⁹", "¹⁰", "¹¹", "¹²"])


def test_sources_are_numbered_in_the_order_in_which_a_page_first_uses_them() -> None:
    notes = Footnotes(SOURCES)
    said = [notes("Grinds.", ["almanac"]), notes("Mends.", ["guild"]), notes("Sells.", ["almanac"])]
    assert list(map(plain, said)) == ["Grinds.¹", "Mends.²", "Sells.¹"]
    assert said[1] == (Stretch("Mends."), Cite(((2, "guild"),)))
    assert [(entry.mark, entry.text) for entry in listing(notes)] == [("¹", "The almanac"), ("²", "Guild rolls")]


def test_a_source_without_a_number_stands_below_those_that_have_one() -> None:
    notes = Footnotes((Source("scroll", "A scroll", "article"), *SOURCES))
    assert plain(notes("Grinds.", ["almanac"])) == "Grinds.¹"
    assert [(entry.mark, entry.text) for entry in listing(notes)] == [
        ("¹", "The almanac"),
        ("", "A scroll"),
        ("", "Guild rolls"),
    ]


def test_a_source_is_listed_with_publisher_kind_date_and_address() -> None:
    assert [entry.aside for entry in listing(Footnotes(SOURCES))] == [
        "The guild, survey, Mar 2025, https://guild.example",
        "satire, undated",
    ]


def test_the_address_of_a_source_is_told_apart() -> None:
    _, sources = Footnotes(SOURCES).blocks()
    assert sources == Sources(
        (
            Reference("guild", "Guild rolls", "The guild, survey, Mar 2025", "https://guild.example"),
            Reference("almanac", "The almanac", "satire, undated"),
        )
    )


def test_a_command_is_a_link_of_its_arguments_and_its_words_are_as_one_types_them() -> None:
    assert command("show", "first miller", "--all") == Link(
        'ladder show "first miller" --all', Command(("show", "first miller", "--all")), "code"
    )


def test_running_text_puts_neighbours_of_one_tone_together() -> None:
    link = Link("a", Thing("level", "a"))
    said = running("see ", "", link, (Stretch("."), Stretch(" And"), Stretch(" b", "strong")), Stretch(""))
    assert said == (Stretch("see "), link, Stretch(". And"), Stretch(" b", "strong"))
    assert running() == ()


@pytest.mark.parametrize(
    ("texts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_texts_are_joined_as_a_list_is_read(texts: list[str], said: str) -> None:
    assert plain(joined([Link(text, Thing("level", text)) for text in texts])) == said
    assert plain(joined(texts, " · ", " · ")) == " · ".join(texts)


def test_without_sources_there_is_no_list_of_them() -> None:
    assert Footnotes(()).blocks() == []


def test_several_numbers_are_told_apart() -> None:
    notes = Footnotes((*SOURCES, Source("scroll", "A scroll", "article")))
    assert notes("", ["guild", "almanac"]) == (Cite(((1, "guild"), (2, "almanac"))),)
    assert plain(notes("", ["guild", "scroll"])) == "¹,³"


def test_sources_of_several_statements_are_numbered_together_and_each_once() -> None:
    said = Footnotes(SOURCES)("Grinds", ["guild"], ["almanac", "guild"], ["guild"])
    assert plain(said) == "Grinds¹,²"


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("a", ""),
        (Stretch("a", "strong"), "strong"),
        (Link("a", Thing("level", "a"), "quiet"), "quiet"),
        ((Stretch("a", "strong"), Stretch("b")), ""),
    ],
)
def test_the_number_of_a_source_has_the_tone_of_the_words_before_it(text: Text, tone: Tone) -> None:
    *_, cite = parts(Footnotes(SOURCES)(text, ["guild"]))
    assert cite == Cite(((1, "guild"),), tone)


def test_a_text_without_a_known_source_has_no_number_and_uses_none_up() -> None:
    notes = Footnotes(SOURCES)
    assert [notes("Grinds.", ["nobody"]), notes("Grinds.", []), notes("Grinds.")] == ["Grinds."] * 3
    assert [entry.mark for entry in listing(notes)] == ["", ""]
    assert plain(notes("Grinds.", ["nobody", "almanac"])) == "Grinds.¹"


def test_a_statement_keeps_its_examples_signals_links_and_tags() -> None:
    statement = Statement(
        "Grinds", "g", ("rye",), ("a warm stone",), ("https://x.example",), ("ai", "new"), True, ("guild",)
    )
    link = Link("https://x.example", Web("https://x.example"))
    said = (Stretch("Grinds"), Cite(((1, "guild"),)))
    expected = Item(said, ("for example: rye", "seen in: a warm stone", link), "ai, new, optional")
    assert Footnotes(SOURCES).item(statement) == expected
    assert Footnotes(SOURCES).items([statement, Statement("Sells", source=("almanac", "guild"))]) == Items(
        (expected, Item((Stretch("Sells"), Cite(((2, "almanac"), (1, "guild"))))))
    )


def test_what_single_people_report_is_listed_each_with_its_share_and_its_source() -> None:
    reports = (
        Report(12.5, 12.5, "One hand.", ("guild",)),
        Report(0, 60, source=("almanac", "guild")),
        Report(5, 5, "B."),
    )
    assert [(plain(item.text), item.aside) for item in Footnotes(SOURCES).reports(reports).items] == [
        ("One hand.¹", "12.5%"),
        ("the report does not say who²,¹", "0–60%"),
        ("B.", "5%"),
    ]


@pytest.mark.parametrize(
    ("years_", "said"),
    [
        ((), ""),
        ((1,), "1 year"),
        ((2,), "2 years"),
        ((2, 2), "2 years"),
        ((0.5, 1), "0.5–1 years"),
        ((4, 7), "4–7 years"),
    ],
)
def test_years_in_a_level_are_one_number_or_two(years_: tuple[float, ...], said: str) -> None:
    assert in_level(years_) == said


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Say `ladder -h`.", [("Say ", ""), ("ladder -h", "code"), (".", "")]),
        ("`a` and `b`", [("a", "code"), (" and ", ""), ("b", "code")]),
        ("no command", [("no command", "")]),
        ("", []),
    ],
)
def test_what_a_reader_may_type_is_told_apart_from_the_words_around_it(text: str, spans: list[tuple[str, str]]) -> None:
    found = typed(text)
    assert isinstance(found, tuple)
    assert all(isinstance(span, document.Span) for span in found)
    assert [(span.text, span.tone) for span in found] == spans


@pytest.mark.parametrize(("name", "shown"), [("staff-ml", "staff-ml"), ("first miller", '"first miller"')])
def test_a_name_of_several_words_is_one_argument(name: str, shown: str) -> None:
    assert argument(name) == shown


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
