"""What a ladder may not mean so: each finding with its place, and the ladder beside it that gives none."""

import shlex
import tempfile
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder import api
from ladder.model import Band, Ladder, Level, Next, Period, Report, Share, Span
from ladder.questions.lint import Finding, lint
from ladders import write, write_all
from questions.builders import a_ladder, cell, said, survey

TODAY: Final = "2026-11-20"
HEAD: Final = """\
format: 1
competencies: {grain: {title: Grain}, bins: {title: Bins}}
tracks: {ic: {}, lead: {}}
activities: {milling: {}, talk: {}}
sources: {guild: {title: Guild rolls, kind: survey}}
"""


def found(path: str, *, today: str = TODAY) -> list[str]:
    """All problems of a ladder as they are printed, with paths counted from its folder."""
    return [str(one).removeprefix(f"{path}/") for one in api.validate(path, today=today).problems]


def a_folder(folder: Path, levels: dict[str, str], head: str = HEAD, **more: str) -> str:
    """Writes a ladder of these levels, lowest first, and other files; its path."""
    files = {f"levels/{name}.yaml": text for name, text in levels.items()}
    others = {name.replace("__", "/") + ".yaml": text for name, text in more.items()}
    return write_all(folder, {"ladder.yaml": f"{head}levels: [{', '.join(levels)}]\n", **files, **others})


# -- titles and aliases


def test_two_levels_of_one_title_are_an_error_at_the_second_title(tmp_path: Path) -> None:
    path = a_folder(tmp_path, {"a": "title: Sr. Miller\n", "b": "track: ic\ntitle: senior miller\n"})
    assert found(path) == ["levels/b.yaml:2:1: error[duplicate-title]: 'a' also has the title 'senior miller'"]


def test_levels_without_titles_and_a_role_titled_like_its_level_are_no_twins(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path,
        {"a": "title: Miller\n", "b": "track: ic\n", "c": "track: ic\n"},
        roles__w="title: Miller\nlevel: a\n",
    )
    assert found(path) == []


def test_an_alias_of_two_levels_is_told_on_each_at_its_place_in_the_list(tmp_path: Path) -> None:
    path = a_folder(tmp_path, {"a": "title: A\naliases: [hand, stone]\n", "b": "title: B\naliases:\n  - Stone\n"})
    assert found(path) == [
        "levels/a.yaml:2:17: warning[ambiguous-alias]: the alias 'stone' could also mean 'b'",
        "levels/b.yaml:3:5: warning[ambiguous-alias]: the alias 'Stone' could also mean 'a'",
    ]


@pytest.mark.parametrize("other", ["title: Stone\n", "title: B\naliases: stone\n"])
def test_an_alias_that_is_the_title_or_the_only_alias_of_another_is_told(tmp_path: Path, other: str) -> None:
    path = a_folder(tmp_path, {"a": "title: A\naliases: [stone]\n", "b": other})
    assert "levels/a.yaml:2:11: warning[ambiguous-alias]: the alias 'stone' could also mean 'b'" in found(path)


def test_an_alias_that_is_the_id_of_a_role_is_told(tmp_path: Path) -> None:
    path = a_folder(tmp_path, {"a": "title: A\naliases: [wind]\n"}, roles__wind="title: W\nlevel: a\n")
    assert found(path) == ["levels/a.yaml:2:11: warning[ambiguous-alias]: the alias 'wind' could also mean 'wind'"]


def test_an_alias_of_very_many_is_told_in_a_line_that_names_three_of_them() -> None:
    roles = [Level(f"r{number}", level="a", aliases=("hand",)) for number in range(2000)]
    found = [one for one in lint(a_ladder(Level("a"), roles=roles), TODAY) if one.code == "ambiguous-alias"]
    assert len(found) == 2000
    assert found[0].message == "the alias 'hand' could also mean 'r1', 'r2', 'r3', …"
    assert found[3].message == "the alias 'hand' could also mean 'r0', 'r1', 'r2', …"
    assert max(len(one.message) for one in found) < 80


def test_an_alias_that_repeats_its_own_levels_name_means_no_other(tmp_path: Path) -> None:
    assert found(a_folder(tmp_path, {"a": "title: A\naliases: [a, A, hand, hand]\n", "b": "title: B\n"})) == []


# -- empty cells


def three(middle: str, *, head: str = HEAD) -> dict[str, str]:
    """Three levels, of which the lowest and the highest say something of both competencies."""
    return {
        "a": "title: A\ntrack: ic\nexpects: {grain: [Tells wheat from rye.], bins: [Sweeps the floor.]}\n",
        "b": f"title: B\ntrack: ic\n{middle}",
        "c": "title: C\ntrack: ic\nexpects: {grain: [Sets the price of flour.], bins: [Builds a granary.]}\n",
    }


def test_an_empty_cell_between_filled_ones_is_told_where_the_level_says_what_it_expects(tmp_path: Path) -> None:
    path = a_folder(tmp_path, three("expects:\n  grain: [Buys the harvest.]\n"))
    assert found(path) == ["levels/b.yaml:3:1: warning[gap]: nothing about 'bins' between 'a' and 'c'"]


def test_a_cell_that_stands_there_and_says_nothing_is_told_at_its_key(tmp_path: Path) -> None:
    path = a_folder(tmp_path, three("expects:\n  grain: [Buys the harvest.]\n  bins:\n"))
    assert found(path) == ["levels/b.yaml:5:3: warning[gap]: nothing about 'bins' between 'a' and 'c'"]


@pytest.mark.parametrize("filled", ["{label: Keeps books.}", "dresses", "[Keeps the books of the bins.]"])
def test_a_label_a_step_or_a_statement_fill_a_cell(tmp_path: Path, filled: str) -> None:
    head = HEAD.replace("bins: {title: Bins}", "bins: {title: Bins, steps: [{id: dresses, expects: [Repairs.]}]}")
    path = a_folder(tmp_path, three(f"expects: {{grain: [Buys the harvest.], bins: {filled}}}\n"), head)
    assert found(path) == []


def test_a_gap_is_none_at_either_end_on_another_track_or_where_nothing_is_expected_at_all(tmp_path: Path) -> None:
    levels = {
        "a": "title: A\ntrack: ic\nexpects: {grain: [Tells wheat from rye.]}\n",
        "m": "title: M\ntrack: lead\nexpects: {bins: [Hires the hands.]}\n",
        "n": "title: N\ntrack: ic\n",
        "b": "title: B\ntrack: ic\nexpects: {grain: [Buys the harvest.], bins: [Keeps the books.]}\n",
        "c": "title: C\ntrack: ic\nexpects: {bins: [Builds a granary.]}\n",
    }
    assert found(a_folder(tmp_path, levels)) == []


def test_where_levels_add_up_a_level_may_add_nothing_to_a_competency(tmp_path: Path) -> None:
    path = a_folder(tmp_path, three("expects: {grain: [Buys the harvest.]}\n"), HEAD + "cumulative: true\n")
    assert found(path) == []


# -- sentences that stand twice

KEPT: Final = "expects:\n  grain:\n    - Tells wheat from rye.\n    - {text: Keeps the books., id: books}\n"


def test_a_sentence_on_two_levels_is_told_where_it_stands_again(tmp_path: Path) -> None:
    again = "expects:\n  grain:\n    - Buys wheat.\n    - tells  WHEAT from rye\n"
    path = a_folder(tmp_path, {"a": "title: A\n" + KEPT, "b": "title: B\n" + again})
    assert found(path) == ["levels/b.yaml:5:7: warning[repeated]: 'a' has the same sentence"]


def test_a_sentence_in_a_cell_that_is_a_mapping_or_one_text_is_told_there_too(tmp_path: Path) -> None:
    levels = {
        "a": "title: A\nexpects: {grain: [Tells wheat from rye., Keeps books.]}\n",
        "b": "title: B\nexpects: {grain: {label: More, statements: [Buys wheat., Tells wheat from rye.]}}\n",
        "c": "title: C\nexpects:\n  grain: Keeps books.\n",
    }
    repeated = [line for line in found(a_folder(tmp_path, levels)) if "[repeated]" in line]
    assert repeated == [
        "levels/b.yaml:2:58: warning[repeated]: 'a' has the same sentence",
        "levels/c.yaml:3:10: warning[repeated]: 'a' has the same sentence",
    ]


def test_a_sentence_may_stand_on_two_levels_by_one_id_and_twice_on_one_level(tmp_path: Path) -> None:
    levels = {
        "a": "title: A\n" + KEPT + "  bins: [Tells wheat from rye.]\n",
        "b": "title: B\nexpects:\n  grain: [Buys wheat., {text: Keeps the books., id: books}]\n  bins: [Builds one.]\n",
    }
    assert found(a_folder(tmp_path, levels)) == []


def test_one_id_alone_does_not_excuse_the_sentence(tmp_path: Path) -> None:
    levels = {"a": "title: A\n" + KEPT, "b": "title: B\nexpects: {grain: [Buys wheat., Keeps the books.]}\n"}
    assert found(a_folder(tmp_path, levels)) == ["levels/b.yaml:2:32: warning[repeated]: 'a' has the same sentence"]


def test_where_levels_add_up_nobody_looks_for_a_sentence_that_stands_twice() -> None:
    low, high = Level("a", expects={"c": cell("Mills.", "Sweeps.")}), Level("b", expects={"c": cell("Mills.", "Buys.")})
    assert [one.code for one in lint(a_ladder(low, high), TODAY)] == ["repeated"]
    assert lint(a_ladder(low, high, cumulative=True), TODAY) == []


# -- thin steps


def kept(count: int, *new: str) -> str:
    """A level that keeps some statements of the one below by their ids."""
    same = [f"{{text: Does the {word} thing., id: {word}}}" for word in ("first", "second", "third", "fourth")[:count]]
    return f"expects: {{grain: [{', '.join([*same, *new])}]}}\n"


def test_a_step_of_which_less_than_a_quarter_is_new_is_told_at_the_level(tmp_path: Path) -> None:
    path = a_folder(tmp_path, {"a": "title: A\n" + kept(4), "b": "# later\ntitle: B\n" + kept(4, "Buys a horse.")})
    (line,) = found(path)
    assert line == (
        "levels/b.yaml:2:1: warning[thin-step]: a thin step above 'a': 1 of its 5 statements is new or raised (20%)"
    )
    (problem,) = api.validate(path, today=TODAY).problems
    assert problem.hint.startswith(f"`ladder --ladder {path} compare a b` shows the step")


def test_the_command_in_a_hint_can_be_typed_whatever_levels_and_ladders_are_called() -> None:
    ladder = a_ladder(Level("first hand", expects={"grain": cell("A")}), Level("$b", expects={"grain": cell("A")}))
    (finding,) = [one for one in lint(ladder, TODAY, "my mill") if one.code == "thin-step"]
    command = finding.hint.split("`")[1]
    assert shlex.split(command) == ["ladder", "--ladder", "my mill", "compare", "first hand", "$b"]


def test_the_statements_of_a_step_are_counted_and_not_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> None:
        raise AssertionError("pairing takes time that grows with the square of the statements")

    monkeypatch.setattr("ladder.comparing.statements._partners", slow)
    below = [f"Statement {number}." for number in range(300)]
    above = [f"Statement {number}." for number in range(30, 330)]
    ladder = a_ladder(Level("a", expects={"grain": cell(*below)}), Level("b", expects={"grain": cell(*above)}))
    (finding,) = [one for one in lint(ladder, TODAY) if one.code == "thin-step"]
    assert "30 of its 300 statements are new or raised (10%)" in finding.message


def test_a_step_of_which_a_quarter_is_new_is_none(tmp_path: Path) -> None:
    assert found(a_folder(tmp_path, {"a": "title: A\n" + kept(4), "b": "title: B\n" + kept(3, "Buys a horse.")})) == []


def test_a_statement_that_is_reworded_by_its_id_counts_as_raised() -> None:
    raised = [said(f"Does the {word} thing for all mills.")[0]._replace(id=word) for word in ("first", "second")]
    low = [said(f"Does the {word} thing.")[0]._replace(id=word) for word in ("first", "second")]
    ladder = a_ladder(Level("a", expects={"c": cell(*low)}), Level("b", expects={"c": cell(*raised)}))
    assert lint(ladder, TODAY) == []


def test_steps_are_those_of_one_track_and_skip_levels_of_which_nothing_is_expected(tmp_path: Path) -> None:
    levels = {
        "a": "title: A\ntrack: ic\n" + kept(4),
        "m": "title: M\ntrack: lead\nexpects: {grain: [Hires the hands., Pays them., Counts sacks., Greets.]}\n",
        "n": "title: N\ntrack: ic\n",
        "b": "title: B\ntrack: ic\n" + kept(4, "Buys a horse."),
    }
    (line,) = found(a_folder(tmp_path, levels))
    assert "a thin step above 'a'" in line


@pytest.mark.parametrize(("second", "thin"), [(2, False), (13, True)])
def test_where_levels_add_up_a_step_is_thin_beside_the_others(tmp_path: Path, second: int, thin: bool) -> None:
    def adds(title: str, count: int) -> str:
        return f"title: {title}\nexpects: {{grain: [{', '.join(f'Has {title}{n} thing{n}.' for n in range(count))}]}}\n"

    levels = {"a": adds("A", 1), "b": adds("B", second), "c": adds("C", 1), "d": adds("D", 1)}
    said = "it adds 1, while a step of this ladder adds 5 on average (20%)"
    assert found(a_folder(tmp_path, levels, HEAD + "cumulative: true\n")) == [
        f"levels/{above}.yaml:1:1: warning[thin-step]: a thin step above '{below}': {said}"
        for below, above in (("b", "c"), ("c", "d"))
        if thin
    ]


# -- weeks


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        ("{milling: [40, 60], talk: [5, 30]}", "the shares add up to 90% of a week at most"),
        ("{milling: 60, talk: [50, 60]}", "the shares add up to 110% of a week at least"),
    ],
)
def test_shares_that_cannot_add_up_to_a_week_are_told_at_their_key(tmp_path: Path, shares: str, message: str) -> None:
    path = a_folder(tmp_path, {"a": f"title: A\nsource: guild\ntime: {shares}\n"})
    assert found(path) == [f"levels/a.yaml:3:1: warning[shares]: {message}"]


@pytest.mark.parametrize("shares", ["{milling: [40, 60], talk: [0, 40]}", "{milling: 60, talk: 40}", "{milling: 100}"])
def test_shares_that_can_add_up_to_a_week_are_none(tmp_path: Path, shares: str) -> None:
    assert found(a_folder(tmp_path, {"a": f"title: A\nsource: guild\ntime: {shares}\n"})) == []


REPORTED: Final = """\
title: A
time:
  milling: {{reports: [{{share: 10, source: guild}}, {{share: {high}, source: guild}}]}}
  talk: {{share: 30, source: guild}}
"""


@pytest.mark.parametrize("high", [20, 60, 95])
def test_shares_that_only_span_reports_may_reach_less_than_a_week(tmp_path: Path, high: int) -> None:
    assert found(a_folder(tmp_path, {"a": REPORTED.format(high=high)})) == []


def test_shares_beside_one_that_spans_reports_may_take_no_more_than_a_week(tmp_path: Path) -> None:
    assert found(a_folder(tmp_path, {"a": REPORTED.format(high=95).replace("share: 30", "share: [30, 60]")})) == []
    head = HEAD.replace("talk: {}", "talk: {}, tea: {}")
    text = REPORTED.format(high=20).replace("share: 30", "share: 60") + "  tea: {share: 50, source: guild}\n"
    assert found(a_folder(tmp_path / "more", {"a": text}, head)) == [
        "levels/a.yaml:2:1: warning[shares]: the shares add up to 110% of a week at least"
    ]


def test_a_week_that_a_role_has_from_its_level_is_told_once_and_one_of_its_own_at_the_role(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path,
        {"a": "title: A\nsource: guild\ntime: {milling: 50}\n"},
        roles__same="title: S\nlevel: a\n",
        roles__own="title: O\nsource: guild\nlevel: a\ntime: {talk: 20}\n",
    )
    assert found(path) == [
        "levels/a.yaml:3:1: warning[shares]: the shares add up to 50% of a week at most",
        "roles/own.yaml:4:1: warning[shares]: the shares add up to 70% of a week at most",
    ]


# -- sources


FIGURES: Final = """\
title: A
years: 3
time:
  milling: [60, 100]
  talk: {share: 20, source: guild}
next:
  - {to: b, source: guild, years: [1, 2]}
  - to: b
    years: [2, 3]
"""


def test_figures_without_a_source_are_told_each_at_its_key(tmp_path: Path) -> None:
    path = a_folder(tmp_path, {"a": FIGURES, "b": "title: B\n"}, comp__pay=PAY.format(source="[]", date="2026-03"))
    assert found(path) == [
        "comp/pay.yaml:1:1: warning[unsourced]: pay without a source",
        "levels/a.yaml:2:1: warning[unsourced]: years without a source",
        "levels/a.yaml:4:3: warning[unsourced]: a share of a week without a source",
        "levels/a.yaml:9:5: warning[unsourced]: years without a source",
    ]


@pytest.mark.parametrize(("of_the_file", "of_all"), [("source: guild\n", ""), ("", "source: guild\n")])
def test_one_source_of_the_file_or_of_the_ladder_stands_for_every_figure(
    tmp_path: Path, of_the_file: str, of_all: str
) -> None:
    assert found(a_folder(tmp_path, {"a": of_the_file + FIGURES, "b": "title: B\n"}, HEAD + of_all)) == []


def test_figures_that_a_role_has_from_its_level_are_told_once(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path,
        {"a": "title: A\nyears: 3\ntime: {milling: 100}\nnext: [{to: b, years: 2}]\n", "b": "title: B\n"},
        roles__w="title: W\nlevel: a\n",
        roles__x="title: X\nlevel: a\nyears: 4\n",
    )
    assert [line.partition(": ")[0] for line in found(path)] == [
        "levels/a.yaml:2:1",
        "levels/a.yaml:3:8",
        "levels/a.yaml:4:16",
        "roles/x.yaml:3:1",
    ]


def test_a_report_without_a_source_has_none_even_where_another_has() -> None:
    reported = Share(5, 9, reports=(Report(5, 5, "", ("guild",)), Report(9, 9)), source=(), spans=True)
    ladder = a_ladder(Level("a", time={"talk": reported}))
    assert [(one.where, one.code) for one in lint(ladder, TODAY)] == [(("levels", "a", "time", "talk"), "unsourced")]
    assert lint(a_ladder(Level("a", time={"talk": reported._replace(source=("guild",))})), TODAY) == []


def test_what_names_no_figure_needs_no_source() -> None:
    ladder = a_ladder(Level("a", next=(Next("b"),)), Level("b"))
    assert lint(ladder, TODAY) == []
    (finding,) = lint(a_ladder(Level("a", years=Span(1, 2)), Level("b")), TODAY)
    assert finding.where == ("levels", "a", "years")


# -- pay


PAY: Final = """\
title: Wages
source: {source}
period: {{from: {date}}}
currency: EUR
measure: base
bands: [{{for: a, mean: 1}}]
"""


@pytest.mark.parametrize(
    ("date", "today", "age"),
    [
        ("2025-05", "2026-11-20", 0),
        ("2025-04-30", "2026-11-20", 19),
        ("2024", "2026-06-01", 0),
        ("2024", "2026-07-01", 19),
        ("2020-01", "", 0),
        ("2030-01", "2026-11-20", 0),
    ],
)
def test_pay_is_old_after_eighteen_months(tmp_path: Path, date: str, today: str, age: int) -> None:
    path = a_folder(tmp_path, {"a": "title: A\n"}, comp__pay=PAY.format(source="guild", date=date))
    expected = [f"comp/pay.yaml:1:1: warning[old-pay]: pay of {date} is {age} months old"] if age else []
    assert found(path, today=today) == expected


def test_the_age_of_pay_counts_from_the_end_of_its_period_then_its_beginning_then_its_publication() -> None:
    def aged(**given: Any) -> list[str]:
        wages = survey(id="w")._replace(**given)
        return [one.message for one in lint(a_ladder(Level("a"), surveys={"w": wages}), TODAY)]

    assert aged(published="2020-02") == ["pay of 2020-02 is 81 months old"]
    assert aged(published="2026-02", period=Period("2021-01")) == ["pay of 2021-01 is 70 months old"]
    assert aged(period=Period("2021-01", "2022-01-31")) == ["pay of 2022-01-31 is 58 months old"]
    assert aged() == []


@pytest.mark.parametrize(
    ("n", "percentiles", "messages"),
    [
        (36, (10, 25, 50, 75, 90), []),
        (35, (10, 25, 50, 75, 90), ["p10 and p90 of 35 observations: p10 and p90 need 36"]),
        (21, (10, 25, 50, 75), ["p10 of 21 observations: p10 and p90 need 36"]),
        (13, (25, 50, 75), []),
        (12, (25, 50), ["p25 of 12 observations: p25 and p75 need 13"]),
        (5, (50, 90), ["p50 of 5 observations: p50 needs 6", "p90 of 5 observations: p10 and p90 need 36"]),
        (None, (10, 50, 90), []),
    ],
)
def test_a_percentile_needs_observations_enough(
    n: int | None, percentiles: tuple[int, ...], messages: list[str]
) -> None:
    band = Band("a", n=n, percentiles={one: 1000 + one for one in percentiles})
    pay = survey(band, Band("a", n=2, range=(1, 2)), Band("a", n=2, mean=3), id="w", published="2026-11")
    found_ = [one for one in lint(a_ladder(Level("a"), surveys={"w": pay}), TODAY) if one.code == "few"]
    assert [one.message for one in found_] == messages
    assert {one.where for one in found_} <= {("comp", "w", "bands", 0, "percentiles")}


def test_too_few_observations_are_told_at_the_percentiles_and_in_what_the_survey_counts(tmp_path: Path) -> None:
    bands = "counts: postings\nbands:\n  - {for: a, mean: 3}\n  - for: a\n    n: 21\n    percentiles: {10: 1, 50: 2}\n"
    pay = PAY.format(source="guild", date="2026-11").partition("bands")[0] + bands
    told = "comp/pay.yaml:11:5: warning[few]: p10 of 21 postings: p10 and p90 need 36"
    assert found(a_folder(tmp_path, {"a": "title: A\n"}, comp__pay=pay), today=TODAY) == [told]


# -- all together


def test_the_bundled_ladder_gives_no_finding() -> None:
    answer = api.validate("industry", today=TODAY)
    assert (answer.problems, answer.valid, answer.errors, answer.warnings) == ((), True, 0, 0)


def test_every_finding_names_keys_and_says_how_to_mend_it(small: Ladder) -> None:
    found = lint(small, TODAY)
    assert {one.code for one in found} == {"shares", "old-pay"}
    assert all(one.hint and isinstance(one, Finding) for one in found)


def clean(levels: int, cells: int, statements: int) -> list[str]:
    """The lines of a one-file ladder, each statement on a line of its own and like no other."""
    names = [f"c{place}" for place in range(cells)]
    lines = ["format: 1", "competencies:", *(f"  {name}: {{title: {name}}}" for name in names), "levels:"]
    for level in range(levels):
        lines += [f"- id: l{level}", f"  title: Level {level}", "  expects:"]
        for name in names:
            lines += [
                f"    {name}:",
                *(f"    - Word{level}{name}x{n} thing{level}{name}y{n}." for n in range(statements)),
            ]
    return lines


MISTAKES: Final = {
    "unknown-key": ("  expects:", "  expect:"),
    "unknown-name": ("    c", "    d"),
    "duplicate-title": ("  title: ", "  title: Level 0 #"),
    "type": ("    - Word", "    - [Word]  #"),
    "repeated": ("    - Word", "    - Word0c0x0 thing0c0y0.  #"),
    "bad-id": ("- id: ", "- id: a/"),
}
"""How a line begins, and how the same line begins with a mistake in it."""


@given(st.integers(2, 4), st.integers(1, 3), st.integers(1, 4), st.sampled_from(sorted(MISTAKES)), st.data())
def test_a_mistake_put_anywhere_gives_a_problem_of_its_kind_on_its_line(
    levels: int, cells: int, statements: int, kind: str, data: st.DataObject
) -> None:
    lines = clean(levels, cells, statements)
    right, wrong = MISTAKES[kind]
    places = [number for number, line in enumerate(lines) if line.startswith(right)]
    at = data.draw(st.sampled_from(places[len(places) // levels :]))  # the lowest level may say what it likes
    with tempfile.TemporaryDirectory() as folder:
        assert found(write(Path(folder), "\n".join(lines))) == []
        lines[at] = lines[at].replace(right, wrong, 1)
        problems = api.validate(write(Path(folder), "\n".join(lines)), today=TODAY).problems
    assert (at + 1, kind) in {(one.line, one.code) for one in problems}


# -- words of competencies


def test_a_word_of_most_competencies_speaks_for_none_and_one_of_half_of_them_is_fine(tmp_path: Path) -> None:
    head = "format: 1\ncompetencies:\n  a: {words: [wheat, rye]}\n  b: {words: [Wheat]}\n  c: {words: [rye]}\n  d: {}\n"
    assert found(write(tmp_path, head + "levels: []\n")) == []
    path = write(tmp_path, head.replace("d: {}", "d: {words: [wheat]}") + "levels: []\n")
    assert [one.partition("acme.yaml:")[2] for one in found(path)] == [
        "6:15: warning[common-word]: the word 'wheat' stands in 3 of 4 competencies"
    ]
