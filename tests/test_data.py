"""The bundled ladder: whole, sourced, and without filler; its figures are those that were published."""

import ast
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

import ladder
from ladder.model import Band, Ladder, Level, Statement
from ladder.opening import named

ORDER = ("engineer", "senior", "staff", "senior-staff", "principal", "distinguished", "fellow")


@pytest.fixture(scope="module")
def bundled() -> Ladder:
    """The bundled ladder, read whole."""
    return named().ladder()


def everyone(bundled: Ladder) -> list[Level]:
    """All levels and roles."""
    return [bundled.role(name) for name in (*bundled.order, *bundled.role_ids)]


def records_in(value: object) -> Iterator[Any]:
    """Every record inside of a record, itself included."""
    if hasattr(value, "_fields"):
        yield value
    if isinstance(value, (tuple, list)):
        for one in value:
            yield from records_in(one)
    elif hasattr(value, "values"):
        for one in value.values():
            yield from records_in(one)


def test_it_has_seven_levels_in_order(bundled: Ladder) -> None:
    assert bundled.order == tuple(bundled.levels) == ORDER
    assert [level.rank for level in bundled.levels.values()] == [1, 2, 3, 4, 5, 6, 7]


def test_it_has_a_role_and_opens_whole(bundled: Ladder) -> None:
    assert bundled.role("staff-ml").level == "staff"
    assert set(bundled.role_ids) == set(bundled.roles)


def test_everything_has_a_title_and_a_summary(bundled: Ladder) -> None:
    for level in everyone(bundled):
        assert level.title
        assert level.summary
        assert level.track in bundled.tracks
    for table in (bundled.competencies, bundled.activities, bundled.topics, bundled.archetypes, bundled.tracks):
        assert all(one.title for one in table.values())


def test_every_claim_names_a_source_that_there_is(bundled: Ladder) -> None:
    claims = [one for one in records_in(bundled) if "source" in one._fields]
    kinds = {type(one).__name__ for one in claims}
    assert {"Statement", "Share", "Day", "Faq", "Survey", "Span", "Next", "Record", "CompanyLevel"} <= kinds
    for claim in claims:
        assert claim.source, claim
        assert set(claim.source) <= bundled.sources.keys(), claim


def test_no_source_is_there_for_nothing(bundled: Ladder) -> None:
    cited = {name for one in records_in(bundled) for name in getattr(one, "source", ())}
    assert cited == set(bundled.sources)


def test_every_figure_of_pay_says_what_it_measures_in_what_and_who_says_so(bundled: Ladder) -> None:
    for survey in bundled.surveys.values():
        assert survey.bands
        assert survey.measure in ("base", "total")
        assert survey.currency == "USD"
        assert (survey.per, survey.method != "", survey.note != "") == ("year", True, True)
        assert set(survey.source) <= bundled.sources.keys()


# Survey, what it is for, measure, count, figures: as published, or as computed from the postings of one day.
FIGURES: list[tuple[str, str, str, int | None, dict[int, float] | tuple[int, int] | int]] = [
    ("rfs-2026", "staff", "base", 200, {25: 198_000, 50: 222_000, 75: 252_000}),
    ("senior-staff-guide", "senior-staff, large technology companies", "total", None, (300_000, 600_000)),
    ("senior-staff-guide", "senior-staff, growth-stage companies", "total", None, (250_000, 420_000)),
    ("otiose", "staff-ml", "base", None, 190_980),
    (
        "bls-oews-2025",
        "Software developers (SOC 15-1252)",
        "base",
        1_687_890,
        {10: 82_460, 25: 105_210, 50: 135_980, 75: 171_980, 90: 214_670},
    ),
    (
        "bls-oews-2025",
        "Data scientists (SOC 15-2051)",
        "base",
        262_440,
        {10: 67_240, 25: 85_660, 50: 120_230, 75: 158_880, 90: 199_130},
    ),
    (
        "bls-oews-2025",
        "Computer and information research scientists (SOC 15-1221)",
        "base",
        37_200,
        {10: 82_200, 25: 103_570, 50: 140_300, 75: 188_700, 90: 230_630},
    ),
    ("boards-2025-10", "engineer", "base", 21, {25: 120_000, 50: 145_000, 75: 160_000}),
    ("boards-2025-10", "senior", "base", 256, {10: 151_250.0, 25: 173_296.88, 50: 192_500, 75: 223_500, 90: 250_000}),
    ("boards-2025-10", "staff", "base", 87, {10: 178_600, 25: 200_000, 50: 217_000, 75: 245_312.5, 90: 275_000}),
    ("boards-2025-10", "principal", "base", 14, {25: 226_250, 50: 235_000, 75: 246_500}),
]


def whom(band: Band) -> str:
    """Whom a band is for, with its segment."""
    return ", ".join(filter(None, (band.for_ or band.about, band.segment)))


@pytest.mark.parametrize(("survey", "who", "measure", "n", "figures"), FIGURES)
def test_a_figure_of_pay_stands_as_it_was_published(
    bundled: Ladder, survey: str, who: str, measure: str, n: int | None, figures: object
) -> None:
    (band,) = [band for band in bundled.surveys[survey].bands if whom(band) == who]
    assert bundled.surveys[survey].measure == measure
    assert (band.n, band.percentiles or band.range or band.mean) == (n, figures)


def test_there_are_no_other_figures_of_pay(bundled: Ladder) -> None:
    found = [(name, whom(band)) for name, survey in bundled.surveys.items() for band in survey.bands]
    assert sorted(found) == sorted((survey, who) for survey, who, *_ in FIGURES)


@pytest.mark.parametrize(("for_", "companies", "share"), [("senior", 102, 4), ("staff", 37, 10), ("principal", 11, 21)])
def test_pooled_postings_say_how_much_one_company_weighs(
    bundled: Ladder, for_: str, companies: int, share: int
) -> None:
    (band,) = [band for band in bundled.surveys["boards-2025-10"].bands if band.for_ == for_]
    assert (band.companies, band.top_company_share) == (companies, share)


def test_percentiles_of_own_postings_have_support(bundled: Ladder) -> None:
    for band in bundled.surveys["boards-2025-10"].bands:
        assert band.n is not None
        for percentile in band.percentiles:
            assert band.n >= {10: 36, 90: 36, 25: 13, 75: 13, 50: 6}[percentile]


def test_figures_of_pay_are_dated_as_far_as_it_is_known(bundled: Ladder) -> None:
    surveys = bundled.surveys
    assert surveys["rfs-2026"].published == "2026-06-25"
    assert surveys["boards-2025-10"].published == "2025-10-28"
    assert surveys["bls-oews-2025"].period is not None
    assert surveys["bls-oews-2025"].period.to == "2025-05"
    assert all(surveys[name].published is None for name in ("otiose", "senior-staff-guide"))


def test_a_staff_engineers_week_adds_up_to_a_week(bundled: Ladder) -> None:
    week = [share for share in bundled.role("staff").time.values() if not share.spans]
    assert (sum(share.low for share in week), sum(share.high for share in week)) == (75, 110)


def test_where_a_whole_week_is_given_it_can_add_up_to_a_hundred(bundled: Ladder) -> None:
    for level in everyone(bundled):
        if len(level.time) == len(bundled.activities):
            assert sum(share.low for share in level.time.values()) <= 100
            assert sum(share.high for share in level.time.values()) >= 100
        assert sum(share.low for share in level.time.values()) <= 100


def test_schedules_go_forward_and_do_not_overlap(bundled: Ladder) -> None:
    days = [day for level in everyone(bundled) for day in level.days]
    assert days
    for day in days:
        assert day.blocks
        assert day.title
        assert all(block.to is None or block.from_ < block.to for block in day.blocks)
        assert all((earlier.to or earlier.from_) <= later.from_ for earlier, later in pairwise(day.blocks))


@pytest.mark.parametrize("name", ["senior", "staff", "senior-staff", "staff-ml"])
def test_the_levels_most_asked_for_say_something_on_every_competency(bundled: Ladder, name: str) -> None:
    expects = bundled.role(name).expects
    assert list(bundled.competencies) == [one for one in bundled.competencies if one in expects]
    assert all(cell.statements for cell in expects.values())


def test_satire_speaks_only_where_its_source_is_satire(bundled: Ladder) -> None:
    satire = {name for name, source in bundled.sources.items() if source.kind == "satire"}
    assert satire
    for level in everyone(bundled):
        if level.record:
            assert set(level.record.source) <= satire
        for day in level.days:
            assert (day.kind == "satire") == bool(set(day.source) & satire)
            if any(block.candid for block in day.blocks):
                assert set(day.source) <= satire


def test_no_plain_claim_rests_on_satire(bundled: Ladder) -> None:
    satire = {name for name, source in bundled.sources.items() if source.kind == "satire"}
    for one in records_in(bundled):
        if type(one).__name__ in ("Statement", "Share", "Faq", "Span", "Next", "CompanyLevel"):
            assert not set(one.source) & satire, one


def words(text: str) -> list[str]:
    """The words of a text, without case and punctuation."""
    return re.findall(r"[\w'-]+", text.casefold())


def sixes(statement: Statement) -> set[tuple[str, ...]]:
    """Every six words in a row."""
    said = words(statement.text)
    return {tuple(said[start : start + 6]) for start in range(len(said) - 5)}


def test_what_two_levels_expect_in_the_same_words_is_one_subject_with_one_id(bundled: Ladder) -> None:
    for lower, upper in combinations(bundled.levels.values(), 2):
        for name in lower.expects.keys() & upper.expects.keys():
            for one in lower.expects[name].statements:
                for other in upper.expects[name].statements:
                    if sixes(one) & sixes(other):
                        assert one.id == other.id != "", (lower.id, upper.id, one.text)


def test_no_competency_says_anothers_words(bundled: Ladder) -> None:
    for level in everyone(bundled):
        for first, second in combinations(level.expects.values(), 2):
            for one in first.statements:
                for other in second.statements:
                    assert not sixes(one) & sixes(other), (level.id, one.text, other.text)


def test_no_level_says_a_thing_twice(bundled: Ladder) -> None:
    for level in bundled.levels.values():
        said = [" ".join(words(one.text)) for one in records_in(level) if isinstance(one, Statement)]
        assert len(said) == len(set(said)), level.id


def test_an_id_of_a_statement_stands_once_in_a_cell(bundled: Ladder) -> None:
    for level in everyone(bundled):
        for name, cell in level.expects.items():
            ids = [one.id for one in cell.statements if one.id]
            assert len(ids) == len(set(ids)), (level.id, name)


def test_companies_lead_to_levels_that_rise_with_theirs(bundled: Ladder) -> None:
    for company in bundled.companies.values():
        ranks = [bundled.role(level.is_).rank or 0 for level in company.levels.values() if level.is_]
        assert ranks == sorted(ranks), company.id
        assert all(level.is_ or level.note for level in company.levels.values()), company.id


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The string literals of a module with their lines, without docstrings and the table of abbreviations."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            passed.add(id(node.value))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "SHORT":
            passed.update(id(inner) for inner in ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.lineno, node.value


def test_no_id_of_the_bundled_ladder_stands_in_the_code(bundled: Ladder) -> None:
    """What works for these levels works for those of any other ladder.

    The examples of the help are these levels'; an import guesses what is a level from the English of job titles.
    """
    source = Path(ladder.__file__).parent
    ids = {*bundled.order, *bundled.role_ids}
    passed = [source / name for name in ("cli/commands.py", "importing/words.py")]
    modules = [path for path in source.rglob("*.py") if path not in passed]
    assert len(modules) > 30
    for path in modules:
        for line, text in literals(path):
            assert text not in ids, f"{path}:{line}"
