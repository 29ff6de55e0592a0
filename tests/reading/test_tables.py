"""Pay, companies, sources and what else ladder.yaml holds beside levels."""

from pathlib import Path

import pytest

from ladder.model import (
    Activity,
    Archetype,
    Band,
    Block,
    Cell,
    Company,
    CompanyLevel,
    Competency,
    Day,
    Ladder,
    Period,
    Placement,
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
        "5:9: a band needs exactly one of percentiles, range and mean: found more than one | write a band for each",
    ),
    "a band with none": (
        ONE + "n: 4}]",
        "5:9: a band needs exactly one of percentiles, range and mean: found none | write a band for each",
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
        "5:9: a range needs two rising amounts | write range: [300000, 600000]",
    ),
    "half a range": (ONE + "range: 2}]", "5:9: a range needs two rising amounts | write range: [300000, 600000]"),
    "percentiles that fall": (
        ONE + "percentiles: {25: 3, 75: 2}}]",
        "5:9: a higher percentile has a lower amount",
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
    "nothing": ("", "1:1: the file is empty | write title: …"),
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
archetypes:
  rover:
    title: Rover
    levels: [a]
    about: Goes.
    focus: Stones
    suits: [S.]
    does: [B.]
    known: [K.]
    week: [C.]
    days: [{on: monday, kind: published, blocks: [{from: 9:00, title: Walks}]}]
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
        (Statement("S.", source=HOUSE),),
        (Statement("B.", source=HOUSE),),
        (Statement("K.", source=HOUSE),),
        (Statement("C.", source=HOUSE),),
        (Day((Block(540, title="Walks"),), "", "published", HOUSE, "monday"),),
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


HATS = """\
rover: {title: Rover, levels: [master], known: [Two of them.], source: rolls}
guest: {about: Comes and goes., days: [{blocks: [{from: 9:00, activity: talk}]}]}
"""


def with_hats(folder: Path, inline: str, beside: str | None = None) -> str:
    """Writes a ladder with archetypes under the key of ladder.yaml, or in a file beside it; the folder's path."""
    files = {"ladder.yaml": AROUND.replace("archetypes: {rover: {title: Rover}}\n", inline), "levels/miller.yaml": "{}"}
    return write_all(folder, files if beside is None else {**files, "archetypes.yaml": beside})


def test_archetypes_may_stand_in_a_file_beside_the_header(tmp_path: Path) -> None:
    beside = read(with_hats(tmp_path / "beside", "", HATS)).archetypes
    assert beside["rover"] == Archetype(
        "rover", "Rover", ("master",), known=(Statement("Two of them.", source=("rolls",)),), source=("rolls",)
    )
    assert beside["guest"].days == (Day((Block(540, activity="talk"),), source=HOUSE),)
    inline = "archetypes:\n" + "".join(f"  {line}\n" for line in HATS.splitlines())
    assert read(with_hats(tmp_path / "inline", inline)).archetypes == beside


@pytest.mark.parametrize("text", ["", "# none yet", "x-note: {levels: [zzz]}"])
def test_a_file_of_archetypes_may_hold_none(tmp_path: Path, text: str) -> None:
    assert read(with_hats(tmp_path, "", text)).archetypes == {}


WRONG_HATS = {
    "a level that is none": (
        "rover: {levels: [mastr]}",
        "1:18: no level or role 'mastr' | did you mean 'master'?",
    ),
    "an unknown key": ("rover: {sutis: [a]}", "1:9: unknown key 'sutis' | did you mean 'suits'?"),
    "a day that overlaps itself": (
        "rover:\n  days:\n  - blocks: [{from: 9:00, to: 11:00, title: A}, {from: 10:00, title: B}]",
        "3:49: the block begins before the one above it ends",
    ),
    "a day of another": (
        "rover:\n  days: [{archetype: guest, blocks: []}]",
        "2:22: no archetype 'guest' | known: rover",
    ),
    "a list": ("- rover", "1:1: expected a mapping, found a list"),
    "no YAML": ("rover: [\n", "2:1: a bracket that is not closed | close it"),
}


@pytest.mark.parametrize(("text", "problem"), WRONG_HATS.values(), ids=WRONG_HATS)
def test_what_is_wrong_with_an_archetype_is_told_in_its_file(tmp_path: Path, text: str, problem: str) -> None:
    found = problems_of(with_hats(tmp_path, "", text))
    assert lines_of(found) == [problem]
    assert found[0].path == f"{tmp_path}/archetypes.yaml"


def test_a_level_s_day_names_an_archetype_of_the_file_beside_the_header(tmp_path: Path) -> None:
    path = with_hats(tmp_path, "", HATS)
    day = "days: [{archetype: gest, blocks: []}]"
    assert read(write_all(tmp_path, {"levels/miller.yaml": day.replace("gest", "guest")})).order == ("miller", "master")
    write_all(tmp_path, {"levels/miller.yaml": day})
    assert lines_of(problems_of(path)) == ["1:20: no archetype 'gest' | did you mean 'guest'?"]


def test_a_company_s_level_may_stand_beside_one_and_be_placed_elsewhere_by_others(tmp_path: Path) -> None:
    text = """\
source: s
sources: {s: {title: S, kind: survey}, t: {title: T, kind: article}}
tracks: {lead: {}}
levels: [{id: a}, {id: b}]
companies:
  big:
    levels:
      L1: {is: a, source: t, disagree: [{is: b, note: It pays as b., source: s}, {is: a}]}
      M1: {title: Head, track: lead, beside: b}
"""
    assert read(with_header(tmp_path, text)).companies["big"].levels == {
        "L1": CompanyLevel(
            "L1",
            is_="a",
            source=("t",),
            disagree=(Placement("b", "It pays as b.", ("s",)), Placement("a", source=("t",))),
        ),
        "M1": CompanyLevel("M1", "Head", track="lead", beside="b"),
    }


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
