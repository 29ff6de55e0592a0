"""Hats: one by its name, those of a level or role, or all."""

from ladder.model import Activity, Archetype, Block, Day, Level, Statement
from ladder.questions.archetypes import archetypes
from questions.builders import a_ladder, said, sources

ROVER = Archetype(
    "rover",
    "Rover",
    ("miller", "wind"),
    "Goes from mill to mill.",
    "The hardest stone.",
    suits=said("Who cannot stay"),
    does=said("Mends"),
    known=said(Statement("Six were counted", source=("guild",))),
    week=said("A day each"),
    days=(
        Day((Block(540, 600, activity="talk"), Block(660, None, "Walks")), "A Friday", "satire", ("joker",), "friday"),
        Day((Block(540, 600, "Rests"),), "A Sunday", on="sunday"),
        Day((Block(540, 600, "Sails"),), "A calm"),
        Day((Block(540, 600, "Counts"),), "A Monday", on="monday"),
    ),
    source=("house",),
)
KEEPER = Archetype("keeper", levels=("master",))
LADDER = a_ladder(
    Level("miller", "Miller"),
    Level("master", "Master"),
    roles=[Level("wind", "Wind miller", level="miller"), Level("tide", level="master"), Level("sail", level="miller")],
    archetypes={"rover": ROVER, "keeper": KEEPER},
    activities={"talk": Activity("talk", "Talk")},
    sources=sources(house="editorial", guild="survey", joker="satire", idle="article"),
)


def ids(name: str = "", at: str = "") -> list[str]:
    return [hat.id for hat in archetypes(LADDER, name, at=at).hats]


def test_all_are_shown_where_nothing_is_asked_for() -> None:
    answer = archetypes(LADDER)
    assert ([hat.id for hat in answer.hats], answer.of, answer.whole) == (
        ["rover", "keeper"],
        "The mill's ladder",
        False,
    )


def test_one_is_shown_whole() -> None:
    answer = archetypes(LADDER, "rover")
    (hat,) = answer.hats
    assert (answer.of, answer.whole) == ("Rover", True)
    assert (hat.title, hat.about, hat.focus, hat.source) == (
        "Rover",
        "Goes from mill to mill.",
        "The hardest stone.",
        ("house",),
    )
    assert (hat.suits, hat.does, hat.known, hat.week) == (ROVER.suits, ROVER.does, ROVER.known, ROVER.week)
    assert [level.title for level in hat.levels] == ["Miller", "Wind miller"]


def test_one_without_a_title_is_called_by_its_id() -> None:
    answer = archetypes(LADDER, "keeper")
    assert (answer.of, answer.hats[0].title, answer.hats[0].days) == ("keeper", "keeper", ())


def test_a_level_has_its_own_and_a_role_those_of_its_level_too() -> None:
    assert ids(at="miller") == ["rover"]
    assert ids(at="master") == ["keeper"]
    assert ids(at="wind") == ["rover"]
    assert ids(at="sail") == ["rover"]
    assert ids(at="tide") == ["keeper"]
    assert archetypes(LADDER, at="tide").of == "tide"


def test_a_role_that_a_hat_names_wears_it_though_its_level_does_not() -> None:
    ladder = LADDER._replace(archetypes={"rover": ROVER._replace(levels=("wind",))})
    assert [hat.id for hat in archetypes(ladder, at="wind").hats] == ["rover"]
    assert archetypes(ladder, at="miller").hats == ()


def test_a_level_without_any_has_none_and_is_named() -> None:
    answer = archetypes(LADDER._replace(archetypes={}), at="miller")
    assert (answer.hats, answer.of, answer.whole, answer.sources) == ((), "Miller", False, ())


def test_days_stand_in_the_order_of_the_week_and_those_of_no_weekday_last() -> None:
    (hat,) = archetypes(LADDER, "rover").hats
    assert [day.title for day in hat.days] == ["A Monday", "A Friday", "A Sunday", "A calm"]
    assert {day.archetype for day in hat.days} == {"rover"}


def test_days_keep_their_gaps_and_what_has_no_end() -> None:
    (hat,) = archetypes(LADDER, "rover").hats
    friday = hat.days[1]
    assert [(one.from_, one.to, one.title, one.recorded) for one in friday.stretches] == [
        (540, 600, "Talk", True),
        (600, 660, "", False),
        (660, None, "Walks", True),
    ]
    assert (friday.satire, friday.kind, friday.composed) == (True, "satire", False)
    assert not hat.days[0].satire


def test_only_the_sources_of_what_is_shown_are_cited() -> None:
    assert {source.id for source in archetypes(LADDER, "rover").sources} == {"house", "guild", "joker"}
    assert archetypes(LADDER, "keeper").sources == ()
