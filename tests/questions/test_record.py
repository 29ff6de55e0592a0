"""The satirical file record of a role, with its day and the pay it names."""

import pytest

from ladder.errors import ExitCode, Unanswerable
from ladder.model import Band, Block, Day, Ladder, Level, Quip, Record, Risk
from ladder.questions.record import record, recorded
from questions.builders import a_ladder, said, sources, survey

RECORD = Record(
    ("joker",), ("Wind whisperer",), flight_risk=Risk(12, "Low"), metrics=(Quip("Sacks", "Counted twice."),)
)
WIND = Level(
    "wind",
    "Wind miller",
    level="miller",
    days=(
        Day((Block(540, 600, "Waits", candid="Sleeps."), Block(660, None, "Looks up")), "A calm", "satire", ("joker",)),
        Day((Block(540, 600, "Mills"),), "A gale", "reported", ("guild",)),
        Day((Block(540, 600, "Nods"),), "A joke", "illustrative", ("joker",)),
    ),
    record=RECORD,
)
LADDER = a_ladder(
    Level("miller", "Miller"),
    roles=[WIND, Level("tide", "Tide miller", level="miller")],
    sources=sources(joker="satire", guild="survey", idle="article"),
    surveys={
        "jokes": survey(Band("wind", mean=41_000), Band("miller", mean=2), id="jokes", source=("joker",)),
        "wages": survey(Band("wind", range=(1, 2)), id="wages", source=("guild",)),
    },
)


def test_a_record_says_that_it_is_satire_and_has_all_of_it() -> None:
    answer = record(LADDER, "wind")
    assert answer.satire is True
    assert (answer.id, answer.title, answer.record) == ("wind", "Wind miller", RECORD)


def test_only_satirical_pay_of_this_role_stands_with_it() -> None:
    (row,) = record(LADDER, "wind").pay
    assert (row.id, row.mean, row.satire, row.survey) == ("wind", 41_000, True, "jokes")


def test_pay_carries_its_age_where_it_is_known_what_day_it_is() -> None:
    old = LADDER.surveys["jokes"]._replace(published="2020-01-01")
    ladder = LADDER._replace(surveys={"jokes": old})
    assert record(ladder, "wind").pay[0].stale_months is None
    assert (record(ladder, "wind", today="2026-11-20").pay[0].stale_months or 0) > 70


def test_days_are_the_satirical_ones_with_their_gaps_and_without_sums() -> None:
    answer = record(LADDER, "wind")
    assert [day.title for day in answer.days] == ["A calm", "A joke"]
    assert all(day.satire and day.spent == () for day in answer.days)
    assert [one.recorded for one in answer.days[0].stretches] == [True, False, True]


def test_of_what_has_no_record_there_is_none() -> None:
    for name, title in (("tide", "Tide miller"), ("miller", "Miller")):
        with pytest.raises(Unanswerable, match=f"no file record of {title}") as caught:
            record(LADDER, name)
        assert caught.value.exit_code is ExitCode.NO
        assert caught.value.hint == "these have one: wind"


def test_a_record_without_day_pay_or_title_stands_alone() -> None:
    ladder = a_ladder(Level("m", record=Record()))
    answer = record(ladder, "m")
    assert (answer.title, answer.days, answer.pay, answer.sources) == ("m", (), (), ())


def test_all_that_have_one_are_known() -> None:
    assert recorded(LADDER) == ["wind"]
    assert recorded(a_ladder(Level("m", record=Record()), Level("n"))) == ["m"]
    assert recorded(Ladder("void")) == []


def test_only_the_sources_of_what_is_shown_are_cited() -> None:
    assert [source.id for source in record(LADDER, "wind").sources] == ["joker"]


def test_what_a_level_says_besides_is_no_part_of_it() -> None:
    plain = WIND._replace(week=said("Mondays are slow"), source=("guild",))
    answer = record(LADDER._replace(roles={"wind": plain}), "wind")
    assert "Mondays" not in str(answer)
    assert [source.id for source in answer.sources] == ["joker"]
