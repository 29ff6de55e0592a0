"""One competency: its scale, and what each level expects of it."""

from ladder.model import Baseline, Competency, Level, Source, Statement, Step
from ladder.questions.competency import competency
from questions.builders import a_ladder, cell, said

STONES = Competency("stones", "Stones", "Craft", "The heart of it.", (Step("turns", "Turns", said("Turns them")),))
LADDER = a_ladder(
    Level("hand", "Hand"),
    Level("miller", "Miller", expects={"stones": cell(Statement("Hears them", source=("rolls",)), step="turns")}),
    Level("master", expects={"stones": cell("Buys them", label="rarely", optional=True)}),
    roles=[Level("wind", level="miller", expects={"stones": cell("Not of a level")})],
    competencies={"stones": STONES},
    baseline=Baseline({"stones": cell("Keeps off them")}),
    sources={"rolls": Source("rolls", "Rolls", "survey"), "unused": Source("unused", "Unused", "survey")},
)
FOUND = competency(LADDER, "stones")


def test_a_competency_says_what_it_is_and_what_its_steps_are() -> None:
    assert (FOUND.title, FOUND.group, FOUND.about, FOUND.steps) == ("Stones", "Craft", "The heart of it.", STONES.steps)
    assert [one.text for one in FOUND.baseline] == ["Keeps off them"]


def test_every_level_stands_there_in_order_also_one_that_says_nothing() -> None:
    assert [(one.id, one.title, one.step, one.label, one.optional) for one in FOUND.levels] == [
        ("hand", "Hand", "", "", False),
        ("miller", "Miller", "Turns", "", False),
        ("master", "master", "", "rarely", True),
    ]


def test_a_level_s_own_words_stand_there_without_those_of_its_step() -> None:
    assert [[said.text for said in one.statements] for one in FOUND.levels] == [[], ["Hears them"], ["Buys them"]]


def test_only_what_is_cited_is_a_source_of_it() -> None:
    assert [source.id for source in FOUND.sources] == ["rolls"]
