"""A satirical file record, laid out, and marked as satire on every paper."""

import csv
import json
from itertools import pairwise

import pytest

from ladder.document import Document, Facts, Heading, Items, Note, Thing
from ladder.model import Band, Block, Day, Ladder, Level, Match, Quip, Record, Risk
from ladder.pages.record import page, sheet
from ladder.questions.record import record
from ladder.render import FORMATS, Format, Printable, render
from pages.reading import assert_tidy, facts, headings, items, notes, of, plain, schedules, text
from pages.rules import assert_every_format_renders, assert_fits, assert_shown_as_text, empty_headings
from questions.builders import a_ladder, sources, survey
from render.documents import FEW_HOSTILE

RECORD = Record(
    ("joker",),
    ("Wind whisperer", "Sail sage"),
    ("open plan", "the roof"),
    "in kind",
    Risk(12.5, "Low", "Sleeps."),
    (Quip("Sacks", "Counted twice."), Quip("Turns", "Nobody counts.")),
    (Quip("Bill", "Never sharp."),),
    "Nod.",
    (Quip("Self-starter", "Alone."),),
    ("Too loud",),
    (Match("Baker", 90, "Warmer."), Match("Carter", 5)),
)
WIND = Level(
    "wind",
    "Wind miller",
    level="miller",
    days=(
        Day(
            (Block(540, 600, "Waits", candid="Sleeps."), Block(660, None, "Looks", does="Up.")),
            "",
            "satire",
            ("joker",),
        ),
    ),
    record=RECORD,
)
LADDER = a_ladder(
    Level("miller", "Miller"),
    Level("bare", "Bare", record=Record()),
    roles=[WIND],
    sources=sources(joker="satire", guild="survey"),
    surveys={"jokes": survey(Band("wind", mean=41_000), id="jokes", source=("joker",), currency="EUR")},
)


def document(name: str = "wind", ladder: Ladder = LADDER) -> Document:
    return page(record(ladder, name))


def printable(name: str = "wind", ladder: Ladder = LADDER) -> Printable:
    answer = record(ladder, name)
    return Printable("record", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


# -- satire


def test_the_title_and_the_first_note_say_that_it_is_satire_and_whose() -> None:
    first, second, *_ = document().blocks
    assert first == Heading("The file record: Wind miller", "satire", 1, Thing("role", "wind"))
    assert second == Note("a satirical page wrote this, not a survey · The joker", "satire")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["wind", "bare"])
def test_every_paper_says_that_it_is_satire(name: str, format: Format) -> None:
    if (name, format) == ("bare", "csv"):
        return
    printed = render(printable(name), format, width=80, colour=False).replace("\xa0", " ").replace("&#160;", " ")
    assert "satir" in printed
    if format == "json":
        assert json.loads(printed)["satire"] is True
    elif format == "csv":
        assert {row["satire"] for row in csv.DictReader(printed.splitlines())} == {"true"}
    else:
        assert "a satirical page wrote this, not a survey" in printed


def test_satire_stands_before_anything_that_the_record_says() -> None:
    for format in ("terminal", "markdown", "html"):
        printed = render(printable(), format, width=80, colour=False)
        assert printed.index("satirical page") < printed.index("Wind whisperer")


def test_the_day_is_marked_as_satire_once_more() -> None:
    assert ("Its day", "satire") in headings(document())
    (schedule,) = schedules(document())
    assert [entry.recorded for entry in schedule.entries] == [True, False, True]


# -- what it says


def test_all_that_it_says_is_told() -> None:
    found = facts(document())
    assert found == {
        "aliases": "Wind whisperer and Sail sage",
        "habitat": "open plan; the roof",
        "pay": "in kind",
        "flight risk": "12.5% · Low · Sleeps.",
        "if you meet one": "Nod.",
    }
    assert [heading for heading, _ in headings(document())[1:]] == [
        "Vanity metrics",
        "Signature tools",
        "The job advert, translated",
        "Complaints",
        "Related specimens",
        "Its day",
        "Sources",
    ]
    assert [(plain(item.text), item.details, item.aside) for item in items(document())[:7]] == [
        ("Sacks", ("Counted twice.",), ""),
        ("Turns", ("Nobody counts.",), ""),
        ("Bill", ("Never sharp.",), ""),
        ("Self-starter", ("Alone.",), ""),
        ("Too loud", (), ""),
        ("Baker", ("Warmer.",), "match 90%"),
        ("Carter", (), "match 5%"),
    ]
    assert "Sleeps." in text(document())


def test_the_figure_that_it_names_stands_apart_from_surveys() -> None:
    (said,) = [said for label, said in notes(document()) if label == "the figure"]
    assert said.startswith("mean 41,000 EUR a year · n not stated · The joker")
    assert "satirical page" in said
    assert said.endswith("No survey: ladder comp keeps the two apart.")


def test_the_source_is_named_with_its_kind() -> None:
    sources_ = [item for item in items(document()) if plain(item.text) == "The joker"]
    assert [item.aside for item in sources_] == ["satire"]


def test_a_figure_never_stands_between_a_heading_and_its_list() -> None:
    wind = WIND._replace(record=Record(("joker",), metrics=(Quip("Sacks", "Twice."),)))
    blocks = document(ladder=LADDER._replace(roles={"wind": wind})).blocks
    place = blocks.index(Heading("Vanity metrics", about="metrics"))
    assert isinstance(blocks[place + 1], Items)


def test_headings_leave_out_no_depth() -> None:
    depths = [heading.depth for heading in of(document(), Heading)]
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_a_record_of_nothing_is_a_title_and_a_warning() -> None:
    assert headings(document("bare")) == [("The file record: Bare", "satire")]
    assert of(document("bare"), Facts) == []


@pytest.mark.parametrize("name", ["wind", "bare"])
def test_no_heading_stands_alone(name: str) -> None:
    assert empty_headings(document(name)) == []


# -- the sheet


def test_the_sheet_has_a_row_a_thing_each_marked_as_satire() -> None:
    written = sheet(record(LADDER, "wind"))
    assert_tidy(written)
    assert written.columns == ("id", "satire", "part", "title", "figure", "candid", "source")
    assert {(row[0], row[1], row[-1]) for row in written.rows} == {("wind", True, "joker")}
    assert [row[2:6] for row in written.rows] == [
        ("alias", "Wind whisperer", None, ""),
        ("alias", "Sail sage", None, ""),
        ("habitat", "open plan", None, ""),
        ("habitat", "the roof", None, ""),
        ("pay", "", 41_000, "mean, EUR"),
        ("pay", "", None, "in kind"),
        ("flight risk", "Low", 12.5, "Sleeps."),
        ("metrics", "Sacks", None, "Counted twice."),
        ("metrics", "Turns", None, "Nobody counts."),
        ("tools", "Bill", None, "Never sharp."),
        ("autopsy", "Self-starter", None, "Alone."),
        ("encounter", "", None, "Nod."),
        ("complaint", "", None, "Too loud"),
        ("related", "Baker", 90, "Warmer."),
        ("related", "Carter", 5, ""),
        ("day", "09:00–10:00 Waits", None, "Sleeps."),
        ("day", "11:00 Looks", None, "Up."),
    ]


@pytest.mark.parametrize(
    "band", [Band("wind", range=(10_000, 20_000)), Band("wind", percentiles={50: 10_000, 75: 20_000})]
)
def test_a_satirical_range_is_told_with_its_amounts(band: Band) -> None:
    ladder = LADDER._replace(surveys={"jokes": survey(band, id="jokes", source=("joker",))})
    for amount in ("10,000", "20,000"):
        assert amount in text(document(ladder=ladder))
    assert {10_000, 20_000} <= {row[4] for row in sheet(record(ladder, "wind")).rows}


# -- on paper


@pytest.mark.parametrize("name", ["wind", "bare"])
def test_every_format_renders_and_no_line_is_too_wide(name: str) -> None:
    assert_every_format_renders(printable(name))
    assert_fits(printable(name))


@pytest.mark.parametrize("hostile", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    quips = (Quip(hostile, hostile),)
    everything = Record(
        ("joker",),
        (hostile,),
        (hostile,),
        hostile,
        Risk(1, hostile, hostile),
        quips,
        quips,
        hostile,
        quips,
        (hostile,),
        (Match(hostile, 1, hostile),),
    )
    days = (Day((Block(540, 600, hostile, "", hostile, hostile),), hostile, "satire", ("joker",)),)
    joker = sources(joker="satire")["joker"]._replace(title=hostile, publisher=hostile)
    ladder = a_ladder(
        Level("a", hostile, days=days, record=everything),
        sources={"joker": joker},
        surveys={"jokes": survey(Band("a", mean=1, note=hostile), id="jokes", source=("joker",), region=hostile)},
    )
    assert_shown_as_text(printable("a", ladder), hostile)
    assert_fits(printable("a", ladder), (20, 59, 60, 120))
