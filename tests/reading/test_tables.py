"""Pay, companies, sources and what else ladder.yaml holds beside levels."""

from pathlib import Path

import pytest

from ladder.model import (
    Activity,
    Archetype,
    Band,
    Cell,
    Company,
    CompanyLevel,
    Competency,
    Ladder,
    Period,
    Points,
    Source,
    Statement,
    Step,
    Survey,
    Topic,
    Track,
)
from ladders import AROUND, lines_of, problems_of, read, with_header, write_all

PAY = "title: Pay\nsource: rolls\ncurrency: EUR\nmeasure: base\n"
HOUSE = ("house",)


def with_pay(folder: Path, text: str) -> str:
    """Writes a ladder whose one survey is this text; the folder's path."""
    return write_all(folder, {"ladder.yaml": AROUND, "levels/miller.yaml": "title: M", "comp/guild.yaml": text})


def bands_of(folder: Path, written: str) -> tuple[Band, ...]:
    """The bands of a survey."""
    return read(with_pay(folder, f"{PAY}bands: [{written}]")).surveys["guild"].bands


@pytest.mark.parametrize(
    ("written", "band"),
    [
        ("{for: miller, mean: 20500.5}", Band("miller", mean=20500.5)),
        ("{for: master, range: [1, 2], segment: Wind}", Band("master", segment="Wind", range=(1, 2))),
        ("{for: miller, percentiles: {1: 5, 99: 6}}", Band("miller", percentiles={1: 5, 99: 6})),
        ("{for: master, range: [2, 2]}", Band("master", range=(2, 2))),
        (
            "{about: All who grind, n: 12, companies: 3, top_company_share: 40.5, percentiles: {90: 9, 10: 1}}",
            Band(about="All who grind", n=12, companies=3, top_company_share=40.5, percentiles={10: 1, 90: 9}),
        ),
        ("{for: miller, percentiles: {50: 24000, x-unsure: true}}", Band("miller", percentiles={50: 24000})),
    ],
)
def test_a_band_is_percentiles_or_a_range_or_a_mean(tmp_path: Path, written: str, band: Band) -> None:
    assert bands_of(tmp_path, written) == (band,)


def test_percentiles_are_in_order_however_they_were_written(tmp_path: Path) -> None:
    (band,) = bands_of(tmp_path, "{for: miller, percentiles: {75: 3, 25: 1, 50: 2}}")
    assert list(band.percentiles.items()) == [(25, 1), (50, 2), (75, 3)]


def test_a_survey_says_what_was_measured_when_and_where(tmp_path: Path) -> None:
    text = """\
title: Wages
source: [rolls, house]
published: 2026-06
period: {from: 2026-01-01, to: 2026-02}
currency: EUR
per: hour
region: The valley
measure: total
counts: people
method: published
note: No flour counted.
bands: []
"""
    assert read(with_pay(tmp_path, text)).surveys["guild"] == Survey(
        "guild",
        "Wages",
        ("rolls", "house"),
        "EUR",
        "total",
        "hour",
        "2026-06",
        Period("2026-01-01", "2026-02"),
        "The valley",
        "people",
        "published",
        "No flour counted.",
    )


ONE = f"{PAY}bands: [{{for: miller, "
WRONG = {
    "a band with two statistics": (
        ONE + "mean: 1, range: [1, 2]}]",
        "5:9: a band is exactly one of percentiles, range and mean: found more than one | write a band for each",
    ),
    "a band with none": (
        ONE + "n: 4}]",
        "5:9: a band is exactly one of percentiles, range and mean: found none | write a band for each",
    ),
    "a band for nobody": (
        PAY + "bands: [{mean: 1}]",
        "5:9: a band is either for a level or about something else | give `for` or `about`",
    ),
    "a band for a level and a yardstick": (
        ONE + "about: x, mean: 1}]",
        "5:9: a band is either for a level or about something else | give `for` or `about`",
    ),
    "a falling range": (
        ONE + "range: [2, 1]}]",
        "5:9: a range is two amounts that rise | write range: [300000, 600000]",
    ),
    "half a range": (ONE + "range: 2}]", "5:9: a range is two amounts that rise | write range: [300000, 600000]"),
    "percentiles that fall": (
        ONE + "percentiles: {25: 3, 75: 2}}]",
        "5:9: percentiles that fall as they should rise",
    ),
    "a percentile above 99": (ONE + "percentiles: {100: 3}}]", "5:9: a percentile lies between 1 and 99"),
    "a percentile in words": (
        ONE + "percentiles: {median: 3}}]",
        "5:37: expected a whole number, found 'median'",
    ),
    "a percentile given twice": (
        ONE + "percentiles: {25: 3, +25: 4}}]",
        "5:44: the key '+25' is given twice | keep one",
    ),
    "an amount in words": (ONE + "mean: much}]", "5:29: expected a number, found 'much'"),
    "a share of one company above all": (
        ONE + "mean: 1, top_company_share: 101}]",
        "5:51: 101 is not between 0 and 100",
    ),
    "an unknown measure": (PAY.replace("base", "bas"), "4:10: unknown word 'bas' | did you mean 'base'?"),
    "no currency": (PAY.replace("currency: EUR\n", ""), "1:1: the key 'currency' is missing"),
    "a list": ("[a]", "1:1: expected a mapping, found a list"),
    "nothing": ("", "1:1: an empty file | write title: …"),
    "a level that is none": (
        PAY + "bands: [{for: milner, mean: 1}]",
        "5:15: no level or role 'milner' | did you mean 'miller'?",
    ),
}


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG)
def test_pay_that_says_too_much_or_too_little_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(problems_of(with_pay(tmp_path, text))) == [problem]


def test_the_header_holds_tracks_competencies_activities_topics_and_hats(tmp_path: Path) -> None:
    text = """\
title: Mill
about: "*Flour*"
version: "2026.11"
language: cy
licence: CC0
source: house
cumulative: true
sources: {house: {title: House, kind: editorial, publisher: P, published: 2026, url: u, licence: l, note: n}}
tracks: {ic: {title: Makers, about: Make.}, bare: }
competencies:
  grain: {title: Grain, group: Craft / Bins, about: What is ground.}
  stones: {steps: [{id: turns, title: Turns, expects: [A.]}, {id: dresses}]}
activities: {milling: {title: Milling, about: Noise.}}
topics: {hiring: {about: At the door.}}
archetypes: {rover: {title: Rover, levels: [a], about: Goes., focus: Stones, does: [B.], week: [C.]}}
points: {per_step: [0, 1, 3]}
baseline: {expects: {stones: turns}}
levels: [{id: a, points: 3}]
"""
    ladder = read(with_header(tmp_path, text))
    assert ladder[:8] == ("acme", "Mill", "*Flour*", "2026.11", "cy", "CC0", HOUSE, True)
    assert ladder.tracks == {"ic": Track("ic", "Makers", "Make."), "bare": Track("bare")}
    assert ladder.competencies == {
        "grain": Competency("grain", "Grain", "Craft / Bins", "What is ground."),
        "stones": Competency(
            "stones", steps=(Step("turns", "Turns", (Statement("A.", source=HOUSE),)), Step("dresses"))
        ),
    }
    assert ladder.activities == {"milling": Activity("milling", "Milling", "Noise.")}
    assert ladder.topics == {"hiring": Topic("hiring", about="At the door.")}
    assert ladder.archetypes["rover"] == Archetype(
        "rover",
        "Rover",
        ("a",),
        "Goes.",
        "Stones",
        (Statement("B.", source=HOUSE),),
        (Statement("C.", source=HOUSE),),
        HOUSE,
    )
    assert ladder.points == Points((0, 1, 3))
    assert ladder.baseline is not None
    assert ladder.baseline.expects == {"stones": Cell(step="turns")}
    assert ladder.sources == {"house": Source("house", "House", "editorial", "P", "2026", "u", licence="l", note="n")}


def test_a_ladder_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    assert read(with_header(tmp_path, "")).title == "acme"


def test_companies_keep_the_order_of_their_levels(small: Ladder) -> None:
    assert small.companies["tidewater"] == Company(
        "tidewater",
        "Tidewater Mills",
        ("tide",),
        {
            "T1": CompanyLevel("T1", "Hand", "miller"),
            "T2": CompanyLevel("T2", "Stoneman", "senior-miller", source=("guild",)),
            "T9": CompanyLevel("T9", "Owner", note="Owners stand on no ladder."),
        },
    )
    assert list(small.companies["tidewater"].levels) == ["T1", "T2", "T9"]


def test_pay_companies_and_sources_may_stand_inline(tmp_path: Path) -> None:
    text = """\
sources: {s: {title: S, kind: survey}}
levels: [{id: a}]
roles: [{id: r, level: a, discipline: d}]
comp: [{id: p, title: P, source: s, currency: EUR, measure: base, bands: [{for: r, mean: 1}]}]
companies: {big: {levels: {L1: {is: a}, L2: }}}
"""
    ladder = read(with_header(tmp_path, text))
    assert ladder.surveys["p"].bands == (Band("r", mean=1),)
    assert ladder.companies["big"].levels == {"L1": CompanyLevel("L1", is_="a"), "L2": CompanyLevel("L2")}
    assert ladder.roles["r"].discipline == "d"
