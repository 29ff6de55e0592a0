"""Show all sources, or what cites one of them."""

from collections import Counter

import pytest

from ladder import api
from ladder.contents.claims import claims
from ladder.errors import AmbiguousName, UnknownName
from ladder.model import Band, Ladder, Level, Span, Statement
from ladder.questions.sources import Sourcing, sources
from pages.bundled import ours
from questions.builders import a_ladder, cell, said, shares, survey
from questions.builders import sources as named

LADDER = a_ladder(
    Level(
        "low",
        "Low",
        summary="Grinds.",
        source=("guild",),
        expects={"grain": cell(Statement("Tells wheat from rye.", source=("guild", "study")))},
        time=shares(milling=80),
    ),
    Level(
        "high",
        "High",
        years=Span(3, 6, source=("study",)),
        topics={"hiring": said(Statement("Ask.", source=("guild",)))},
    ),
    roles=[
        Level(
            "wind",
            "Low, wind",
            level="low",
            summary="Grinds.",
            source=("guild",),
            expects={"grain": cell(Statement("Tells wheat from rye.", source=("guild", "study")))},
        )
    ],
    surveys={"wages": survey(Band("low", mean=3, note="By rumour."))},
    sources=named(joker="satire", guild="survey", study="survey", press="article", idle="article"),
    source=("press",),
    about="Of mills.",
)


def counts(answer: Sourcing) -> dict[str, int]:
    return {one.id: one.claims for kind in answer.kinds for one in kind.sources}


def rests(answer: Sourcing) -> list[tuple[str, str, list[str]]]:
    return [(rest.role, part.part, [one.text for one in part.claims]) for rest in answer.rests for part in rest.parts]


def test_sources_stand_by_kind_those_that_carry_most_first_and_the_idle_apart() -> None:
    answer = sources(LADDER)
    assert [(kind.kind, [one.id for one in kind.sources]) for kind in answer.kinds] == [
        ("survey", ["guild", "study"]),
        ("article", ["press"]),
    ]
    assert [one.id for one in answer.unused] == ["joker", "idle"]
    assert answer.source is None
    assert answer.rests == ()


def test_a_claim_with_two_sources_rests_on_both_and_a_role_repeats_nothing() -> None:
    assert counts(sources(LADDER)) == {"guild": 6, "study": 3, "press": 1}
    assert rests(sources(LADDER, "study")) == [
        ("low", "expects", ["Tells wheat from rye."]),
        ("low", "time", ["80%"]),
        ("high", "years", ["3–6"]),
    ]


def test_what_rests_on_one_stands_in_the_order_of_the_ladder_pay_included() -> None:
    answer = sources(LADDER, "guild")
    assert rests(answer) == [
        ("low", "summary", ["Grinds."]),
        ("low", "expects", ["Tells wheat from rye."]),
        ("high", "topics", ["Ask."]),
        ("", "comp", ["wages", "low: base mean 3 USD a year", "By rumour."]),
    ]
    assert [rest.title for rest in answer.rests] == ["Low", "High", "The mill's ladder"]
    assert answer.source is not None
    assert answer.source.claims == 6


def test_a_source_that_nothing_rests_on_is_shown_as_such() -> None:
    answer = sources(LADDER, "idle")
    assert answer.source is not None
    assert (answer.source.claims, answer.rests) == (0, ())


def test_every_source_of_the_bundled_ladder_is_there_with_its_note_and_its_count() -> None:
    answer = sources(ours())
    every = {one.id: one for one in (*(one for kind in answer.kinds for one in kind.sources), *answer.unused)}
    assert every.keys() == ours().sources.keys()
    rest = [claim for claim in claims(ours()) if claim.part != "sources"]
    carries = Counter(name for claim in rest for name in set(claim.source))
    for name, source in ours().sources.items():
        assert every[name][:9] == (
            *(source.id, source.title, source.kind, source.publisher, source.published, source.url, source.read),
            *(source.licence, source.note),
        )
        assert every[name].claims == carries[name]
    for name, number in (carries.most_common()[0], carries.most_common()[-1]):
        one = sources(ours(), name)
        assert sum(len(part.claims) for resting in one.rests for part in resting.parts) == number


def test_a_ladder_without_sources_has_none() -> None:
    answer = sources(Ladder("void"))
    assert (answer.kinds, answer.unused) == ((), ())


@pytest.mark.parametrize("typed", ["guild", "Guild", "guild rolls", "The guild", "rolls", "GUILD_ROLLS"])
def test_a_source_is_found_by_its_id_its_title_or_its_publisher(small_ladder: str, typed: str) -> None:
    answer = api.sources(typed, ladder=small_ladder)
    assert answer.source is not None
    assert answer.source.id == "guild"


def test_words_of_several_sources_are_asked_back_and_unknown_ones_get_the_nearest(small_ladder: str) -> None:
    with pytest.raises(AmbiguousName) as several:
        api.sources("the", ladder=small_ladder)
    assert "'house'" in several.value.hint
    with pytest.raises(UnknownName) as unknown:
        api.sources("almanach", ladder=small_ladder)
    assert unknown.value.near == ("almanac",)
    with pytest.raises(UnknownName):
        api.sources("", ladder=small_ladder)
    assert api.sources(ladder=small_ladder).kinds
