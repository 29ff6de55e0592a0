"""Which sources an answer rests on."""

from ladder.contents.citing import cited, told_apart
from ladder.model import Band, Cell, Ladder, Level, Record, Share, Source, Statement
from questions.builders import a_ladder, paying, sources, survey

KNOWN = sources(a="survey", b="article", c="satire", d="editorial")


def names(*parts: object) -> list[str]:
    return [source.id for source in cited(parts, KNOWN)]


def test_sources_are_listed_once_in_the_order_in_which_they_are_first_named() -> None:
    said = (Statement("x", source=("c", "a")), Statement("y", source=("a", "b")))
    assert names(said) == ["c", "a", "b"]


def test_sources_are_found_however_deep_they_are_named() -> None:
    level = Level(
        "x",
        source=("d",),
        expects={"grain": Cell((Statement("Grinds", source=("c",)),))},
        time={"milling": Share(1, 2, (Statement("Turns", source=("b",)),), ("a",))},
    )
    assert names(level) == ["d", "c", "a", "b"]
    assert names({"deep": ({"er": level},)}) == ["d", "c", "a", "b"]


def test_a_name_that_is_no_source_of_the_ladder_is_left_out() -> None:
    assert names(Statement("x", source=("nobody", "a"))) == ["a"]


def test_nothing_is_cited_by_words_numbers_and_silence() -> None:
    assert names(None, "a", 5, (), {}) == []


def test_a_survey_cites_its_source_and_not_its_other_words() -> None:
    assert names(survey(Band(note="a"), source=("b",), note="c")) == ["b"]


def ladder(name: str, **publishers: str) -> Ladder:
    """A ladder of one level, `x`, that rests on all the sources of the ladder."""
    known = {id_: Source(id_, "Rolls", "survey", publisher) for id_, publisher in publishers.items()}
    return a_ladder(Level("x", source=tuple(known)), name=name, sources=known)


def told(*ladders: Ladder) -> list[tuple[tuple[str, ...], dict[str, tuple[str, str]]]]:
    """For each ladder what its level names, and its sources: id and publisher."""
    return [
        (one.levels["x"].source, {name: (source.id, source.publisher) for name, source in one.sources.items()})
        for one, _ in told_apart([(one, "x") for one in ladders])
    ]


def test_of_one_source_id_with_two_meanings_the_later_ladder_s_carries_its_name() -> None:
    assert told(ladder("mill", a="Millers", b="Bakers"), ladder("tide", a="Sailors", c="Clerks")) == [
        (("a", "b"), {"a": ("a", "Millers"), "b": ("b", "Bakers")}),
        (("tide:a", "c"), {"tide:a": ("tide:a", "Sailors"), "c": ("c", "Clerks")}),
    ]


def test_a_third_ladder_is_told_apart_from_both_before_it() -> None:
    found = told(ladder("mill", a="Millers"), ladder("tide", b="Sailors"), ladder("kiln", a="Potters", b="Sailors"))
    assert [names for names, _ in found] == [("a",), ("b",), ("kiln:a", "b")]


def test_identical_sources_of_two_ladders_stay_one() -> None:
    sides = [(ladder("mill", a="Millers"), "x"), (ladder("tide", a="Millers"), "x")]
    assert told_apart(sides) == sides


def test_sides_of_one_ladder_are_left_as_they_are() -> None:
    one = ladder("mill", a="Millers")
    assert told_apart([(one, "x"), (one, "x")]) == [(one, "x"), (one, "x")]


def test_a_ladder_with_several_sides_is_told_apart_in_each_and_the_sides_keep_their_order() -> None:
    here, there = ladder("mill", a="Millers"), ladder("tide", a="Sailors")
    found = told_apart([(there, "x"), (here, "x"), (there, "x")])
    assert [(one.name, name, tuple(one.sources)) for one, name in found] == [
        ("tide", "x", ("a",)),
        ("mill", "x", ("mill:a",)),
        ("tide", "x", ("a",)),
    ]


def test_a_source_is_renamed_however_deep_it_is_named_and_no_other_word_is() -> None:
    def deep(guild: str) -> Ladder:
        level = Level(
            "guild",
            "guild",
            source=("joker", guild),
            summary="guild",
            expects={"guild": Cell((Statement("guild", "guild", tags=("guild",), source=(guild,)),))},
            time={"guild": Share(1, 2, (Statement("Turns", source=(guild,)),), (guild,))},
            record=Record((guild,), ("guild",)),
        )
        known = {"joker": Source("joker", "Jokes", "satire"), guild: Source(guild, "guild", "survey", "Sailors")}
        bands = survey(Band("guild", note="guild", mean=1), source=(guild,), note="guild")
        return paying(bands, sources=known, name="tide")._replace(levels={"guild": level}, source=(guild,))

    (_, first), (there, name) = told_apart([(ladder("mill", guild="Millers"), "x"), (deep("guild"), "guild")])
    assert (first, name) == ("x", "guild")
    assert there == deep("tide:guild")
