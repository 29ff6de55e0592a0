"""What people type as values, and what is made of it."""

from functools import partial

import pytest

from ladder.cli import options
from ladder.errors import LadderError
from ladders import MILL
from running import Run


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("245000", 245_000),
        ("245k", 245_000),
        ("245K", 245_000),
        ("$245,000", 245_000),
        ("245 000", 245_000),
        ("245_000", 245_000),
        ("245,000 USD", 245_000),
        ("USD 245,000", 245_000),
        ("€60k", 60_000),
        ("1.2m", 1_200_000),
        ("62.50", 62.5),
        (" $198k ", 198_000),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: float) -> None:
    assert options.amount(typed).amount == amount


@pytest.mark.parametrize(
    "typed", ["lots", "", "150-190k", "$150k-$190k", "-5", "0", "245.000", "1,23", "1e6", "2 45", "245k k", "١٢٣"]
)
def test_an_amount_that_could_be_misread_is_refused(typed: str) -> None:
    with pytest.raises(LadderError) as refused:
        options.amount(typed)
    assert "is not an amount" in refused.value.message
    assert "245k" in refused.value.hint


@pytest.mark.parametrize(("typed", "minutes"), [("09:30", 570), ("9:30", 570), ("9", 540), ("0", 0), ("23:59", 1439)])
def test_a_start_is_a_time_of_day(typed: str, minutes: int) -> None:
    assert options.clock(typed) == minutes


@pytest.mark.parametrize("typed", ["25:99", "24:00", "9:5", "noon", "", "9:30pm", "-1"])
def test_a_start_that_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(LadderError) as refused:
        options.clock(typed)
    assert "08:30" in refused.value.hint


@pytest.mark.parametrize(("typed", "hours"), [("8", 8), ("7.5", 7.5), ("16", 16), ("1", 1)])
def test_hours_may_have_a_fraction(typed: str, hours: float) -> None:
    assert options.hours(typed) == hours


@pytest.mark.parametrize("typed", ["-3", "0", "17", "0.5", "eight", "8h", ""])
def test_hours_that_make_no_day_are_refused(typed: str) -> None:
    with pytest.raises(LadderError) as refused:
        options.hours(typed)
    assert "from 1 to 16" in refused.value.hint


@pytest.mark.parametrize(("typed", "percentile"), [("1", 1), ("75", 75), ("p75", 75), ("P90", 90), ("99", 99)])
def test_a_percentile_may_be_written_as_it_is_spoken(typed: str, percentile: int) -> None:
    assert options.percentile(typed) == percentile


@pytest.mark.parametrize("typed", ["0", "100", "-1", "x", "7.5", "", "pp5"])
def test_a_percentile_lies_between_1_and_99(typed: str) -> None:
    with pytest.raises(LadderError) as refused:
        options.percentile(typed)
    assert "from 1 to 99" in refused.value.hint


def test_a_word_out_of_a_few_is_taken_in_any_case_and_mended() -> None:
    assert options.one_of("format", "JSON", ("json", "csv")) == "json"
    with pytest.raises(LadderError) as refused:
        options.one_of("format", "jsn", ("json", "csv"))
    assert refused.value.hint == "did you mean 'json'?"
    with pytest.raises(LadderError) as refused:
        options.one_of("format", "pdf", ("json", "csv"))
    assert refused.value.hint == "one of json, csv"


def test_an_option_of_one_command_reaches_its_page(run: Run) -> None:
    ask = partial(run, "--ladder", str(MILL))
    for line, option, said in (
        ("comp", ["--sources"], "How these figures were made"),
        ("comp", ["--yardsticks"], "All who grind"),
        ("comp miller", ["--percentile", "60"], "interpolated"),
        ("comp miller", ["--offer", "25k"], "the offer"),
        ("comp", ["--measure", "equity"], "no equity figure"),
        ("compare miller senior-miller", ["--only", "grain"], "Grain"),
        ("day foreman", ["--start", "6", "--hours", "4"], "06:00"),
        ("day senior-wind", ["--voice", "plain"], "Waits"),
        ("day master", ["--archetype", "keeper"], "Rests"),
        ("day master --archetype keeper", ["--week"], "Breakfast"),
        ("show senior-miller", ["--topic", "hiring"], "Shown by a sack of flour."),
        ("search stone", ["--limit", "1"], "1 of "),
        ("search stone", ["--role", "senior-miller"], "Senior miller"),
        ("search stone", ["--in", "faq,fit"], "The stones are loud"),
        ("map", ["--company", "hill"], "Levels of Hill Mills"),
    ):
        without, given = ask(*line.split()), ask(*line.split(), *option)
        assert (given.code, given.err) == (0, ""), (line, option)
        assert said in given.out.replace("**", ""), (line, option)
        assert given.out != without.out, (line, option)
