"""A ladder over another: same ids merge, this one wins."""

from pathlib import Path

import pytest

from ladder import api
from ladder.model import Cell, Ladder, Statement
from ladder.reading.extending import joined, over
from ladder.reading.folder import Folder
from ladders import HEADER, SMALL, lines_of, problems_of, read, write, write_all

OURS = """\
format: 1
title: Our mill
extends: ../mill
"""


@pytest.fixture
def ours(small_ladder: str, tmp_path: Path) -> str:
    """The folder of a ladder that extends the small one and says nothing itself."""
    return write_all(tmp_path / "ours", {"ladder.yaml": OURS})


def over_mill(path: str, files: dict[str, str], header: str = "") -> Ladder:
    """The small ladder with these files over it."""
    return read(write_all(Path(path), {**files, "ladder.yaml": OURS + header}))


def test_a_ladder_that_adds_nothing_is_the_other_under_its_own_name(ours: str, small: Ladder) -> None:
    assert read(ours) == small._replace(name="ours", title="Our mill")


def test_a_level_wins_over_the_others_key_by_key(ours: str, small: Ladder) -> None:
    ladder = over_mill(
        ours, {"levels/miller.yaml": "title: Grinder\nexpects: {grain: [Ours.]}\ntopics: {tools: [Ours.]}"}
    )
    level, base = ladder.role("miller"), small.role("miller")
    assert (level.title, level.aliases, level.summary) == ("Grinder", base.aliases, base.summary)
    assert [one.text for one in level.expects["grain"].statements] == ["Ours."]
    assert level.expects["stones"] == base.expects["stones"]
    assert set(level.topics) == {"hiring", "tools"}
    assert (level.time, level.days, level.rank) == (base.time, base.days, 1)
    assert ladder.order == small.order


def test_a_level_may_be_added_and_stands_last(ours: str) -> None:
    ladder = over_mill(ours, {"levels/apprentice.yaml": "title: Apprentice\nnext: [{to: miller}]"})
    assert ladder.order == ("miller", "senior-miller", "foreman", "master", "apprentice")
    assert ladder.role("apprentice").rank == 5


def test_levels_may_be_left_out_and_put_in_another_order(ours: str) -> None:
    ladder = over_mill(ours, {"levels/boy.yaml": "title: Boy"}, "levels: [boy, senior-miller, miller]")
    assert ladder.order == tuple(ladder.levels) == ("boy", "senior-miller", "miller")
    assert [level.rank for level in ladder.levels.values()] == [1, 2, 3]
    assert ladder.role("miller").title == "Miller"


def test_the_roles_of_a_level_that_is_left_out_are_left_out(ours: str) -> None:
    ladder = over_mill(ours, {}, "levels: [miller, master]")
    assert (ladder.role_ids, ladder.roles) == ((), {})
    assert over_mill(ours, {}, "levels: [senior-miller]").role_ids == ("senior-wind",)


def test_a_role_may_become_a_level(ours: str) -> None:
    ladder = over_mill(ours, {"levels/senior-wind.yaml": "title: Wind"}, "levels: [miller, senior-miller, senior-wind]")
    assert ladder.role_ids == ()
    assert ladder.role("senior-wind").title == "Wind"


def test_a_role_over_another_need_not_say_again_of_which_level_it_is(ours: str, small: Ladder) -> None:
    role = over_mill(ours, {"roles/senior-wind.yaml": "title: Storm miller"}).role("senior-wind")
    assert role == small.role("senior-wind")._replace(title="Storm miller")


def test_what_the_header_holds_is_joined_by_id(ours: str, small: Ladder) -> None:
    header = """\
source: ours
tracks: {ic: {about: Make flour.}, art: {title: Art}}
competencies: {grain: {about: What is ground.}, water: {title: Water}}
topics: {tools: {title: Our tools}}
levels: [miller, {id: new, expects: {water: [A.], grain: [B.], stones: turns}, source: [guild, ours]}]
"""
    files = {"sources.yaml": "ours: {title: Ours, kind: editorial}\nguild: {title: New rolls, kind: survey}"}
    ladder = over_mill(ours, files, header)
    assert list(ladder.competencies) == ["grain", "stones", "people", "water"]
    assert ladder.competencies["grain"] == small.competencies["grain"]._replace(about="What is ground.")
    assert ladder.tracks["ic"] == ("ic", "Makers", "Make flour.")
    assert ladder.topics["tools"].title == "Our tools"
    assert ladder.source == ("ours",)
    assert ladder.sources["guild"].title == "New rolls"
    assert ladder.sources["guild"].publisher == "The guild"
    assert ladder.sources["house"] == small.sources["house"]
    assert ladder.role("new").expects["stones"] == Cell(step="turns")
    assert (ladder.points, ladder.baseline) == (small.points, small.baseline)


def test_surveys_and_companies_are_joined(ours: str, small: Ladder) -> None:
    pay = "title: Ours\nsource: guild\ncurrency: EUR\nmeasure: base\nbands: [{for: miller, mean: 1}]"
    firms = "tidewater: {levels: {T3: {is: master}}}\nbrook: {title: Brook}"
    ladder = over_mill(ours, {"comp/ours.yaml": pay, "companies.yaml": firms})
    assert list(ladder.surveys) == ["guild", "ours"]
    assert ladder.surveys["guild"] == small.surveys["guild"]
    assert list(ladder.companies["tidewater"].levels) == ["T1", "T2", "T9", "T3"]
    assert ladder.companies["tidewater"].title == "Tidewater Mills"
    assert ladder.companies["brook"].title == "Brook"


def test_archetypes_are_joined_by_id_and_key_by_key(ours: str, small: Ladder) -> None:
    hats = """\
rover: {about: Stays., suits: [Walkers.], days: [{blocks: [{from: 9:00, title: Sits}]}]}
boatman: {levels: [miller, ferryman], source: guild}
"""
    ladder = over_mill(
        ours, {"archetypes.yaml": hats, "levels/ferryman.yaml": "days: [{archetype: rover, blocks: []}]"}
    )
    assert list(ladder.archetypes) == ["rover", "boatman"]
    rover = ladder.archetypes["rover"]
    assert rover[:6] == ("rover", "Rover", ("master",), "Stays.", "", (Statement("Walkers.", source=("house",)),))
    assert rover.does == small.archetypes["rover"].does
    assert [day.blocks[0].title for day in rover.days] == ["Sits"]
    assert ladder.archetypes["boatman"].levels == ("miller", "ferryman")
    assert read(str(Path(ours).parent / "mill")).archetypes == small.archetypes


def test_a_day_may_be_of_an_archetype_of_either_ladder_and_of_no_other(ours: str) -> None:
    files = {"archetypes.yaml": "boatman: {}"}
    days = "days: [{archetype: rover, blocks: []}, {archetype: boatman, blocks: []}, {archetype: botman, blocks: []}]"
    write_all(Path(ours), {**files, "levels/miller.yaml": days})
    assert lines_of(problems_of(ours)) == ["1:86: no archetype 'botman' | did you mean 'boatman'?"]


def test_what_is_wrong_with_an_archetype_below_is_told_with_its_file(ours: str, small_ladder: str) -> None:
    write(Path(small_ladder), HEADER.replace("levels: [master], about", "levels: [mister], about"), "ladder.yaml")
    write(Path(ours), "rover: {levels: [mistress]}", "archetypes.yaml")
    found = [f"{Path(one.path).name}: {one.message}" for one in problems_of(ours)]
    assert found == ["ladder.yaml: no level or role 'mister'", "archetypes.yaml: no level or role 'mistress'"]


def test_what_either_ladder_cites_is_decoded_where_it_stands_and_nothing_else(ours: str) -> None:
    write_all(
        Path(ours),
        {
            "sources.yaml": "ours: {title: Ours, kind: survey}\nnever: {title: Never, kind: survey}",
            "levels/master.yaml": "expects: {grain: [{text: A., source: ours}]}",
            "levels/foreman.yaml": "expects: {grain: [{text: A., source: almanac}]}",
        },
    )
    asked = Folder(ours, parts=("expects",)).ladder(["senior-miller", "master"], pay=False, companies=False)
    assert set(asked.sources) == {"house", "guild", "ours"}
    theirs = Folder(ours, parts=("expects",)).ladder(["foreman"], pay=False, companies=False)
    assert set(theirs.sources) == {"house", "almanac"}
    neither = Folder(ours, parts=("expects",)).ladder(["miller"], pay=False, companies=False)
    assert set(neither.sources) == {"house"}


def test_titles_are_those_that_the_levels_will_have(ours: str) -> None:
    files = {"levels/miller.yaml": "title: Grinder", "levels/master.yaml": "aliases: [mill king]"}
    ladder = Folder(write_all(Path(ours), files))
    assert ladder.titles() == {
        name: (one.title, *one.aliases) for name, one in {**ladder.ladder().levels, **ladder.ladder().roles}.items()
    }
    assert ladder.titles()["miller"] == ("Grinder", "mill hand")
    assert ladder.titles()["master"] == ("Master miller", "mill king")


def test_problems_of_the_ladder_below_are_told_with_its_files(ours: str, small_ladder: str) -> None:
    write(Path(small_ladder), "titel: x", "levels/foreman.yaml")
    write(Path(ours), "sumary: y", "levels/master.yaml")
    found = problems_of(ours)
    assert [Path(one.path).name for one in found] == ["foreman.yaml", "master.yaml"]


def test_a_ladder_below_whose_header_is_broken_is_told(ours: str, small_ladder: str) -> None:
    write(Path(small_ladder), "format: [\n", "ladder.yaml")
    (found,) = problems_of(ours)
    assert found.path.endswith("mill/ladder.yaml")


def test_a_name_that_neither_ladder_knows_is_told(ours: str) -> None:
    write(Path(ours), "expects: {grian: [a]}\ntrack: led", "levels/miller.yaml")
    assert lines_of(problems_of(ours)) == [
        "1:11: no competency 'grian' | did you mean 'grain'?",
        "2:8: no track 'led' | did you mean 'lead'?",
    ]


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("../nowhere", "no ladder at '"),
        ("../empty", "no ladder.yaml in '"),
        (".", "the ladder extends itself"),
        ("../ours/../ours/ladder.yaml", "the ladder extends itself"),
        ('"a\\0b"', "no ladder at '"),
        ("[a, b]", "expected the path of a ladder, found a list"),
    ],
)
def test_what_cannot_be_extended_is_told_in_the_line_that_says_so(ours: str, target: str, problem: str) -> None:
    (Path(ours).parent / "empty").mkdir()
    write(Path(ours), f"format: 1\nextends: {target}\n", "ladder.yaml")
    found = problems_of(ours)[0]
    assert (Path(found.path).name, found.line) == ("ladder.yaml", 2)
    assert found.message.startswith(problem)


def test_a_path_that_is_left_empty_extends_nothing(tmp_path: Path) -> None:
    assert read(write(tmp_path, "format: 1\nextends:\nlevels: [{id: a}]\n")).order == ("a",)


def test_ladders_that_extend_each_other_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nextends: b.yaml", "a.yaml")
    write(tmp_path, "format: 1\nextends: a.yaml", "b.yaml")
    (found,) = problems_of(path)
    assert (Path(found.path).name, found.message) == ("b.yaml", "the ladder extends itself")


def test_a_row_of_ladders_without_end_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "format: 1\nlevels: [{id: a}]", "40.yaml")
    for number in range(40):
        write(tmp_path, f"format: 1\nextends: {number + 1}.yaml", f"{number}.yaml")
    (found,) = problems_of(str(tmp_path / "0.yaml"))
    assert found.message == "more than 20 ladders that extend one another"
    assert read(str(tmp_path / "20.yaml")).order == ("a",)


def test_three_ladders_may_stand_over_one_another(ours: str, tmp_path: Path) -> None:
    write(Path(ours), "title: Grinder", "levels/miller.yaml")
    top = write(tmp_path, "format: 1\nextends: ours\nlevels: [{id: miller, summary: Ground.}, master]", "top.yaml")
    ladder = read(top)
    assert ladder.order == ("miller", "master")
    miller = ladder.role("miller")
    assert (miller.title, miller.summary, miller.aliases) == ("Grinder", "Ground.", ("mill hand",))
    assert (ladder.title, ladder.role("master").title) == ("top", "Master miller")


def test_merging_replaces_what_has_no_id(small: Ladder) -> None:
    first, second = small.role("miller"), small.role("master")
    merged = over(first, second)
    assert (merged.id, merged.time, merged.title) == ("master", first.time, "Master miller")
    assert joined({"a": 1, "b": 2}, {"b": 3, "c": 4}) == {"a": 1, "b": 3, "c": 4}


def test_the_files_of_the_small_ladder_are_not_changed_by_extending_it(ours: str, small: Ladder) -> None:
    over_mill(ours, {"levels/miller.yaml": "title: Grinder"})
    assert read(str(Path(ours).parent / "mill")) == small
    assert small.role("miller").title == "Miller"
    assert "title: Miller" in SMALL["levels/miller.yaml"]


def test_what_refers_to_a_level_that_is_left_out_names_it_by_its_id(tmp_path: Path) -> None:
    write_all(tmp_path / "mill", SMALL)
    ours = write_all(tmp_path / "ours", {"ladder.yaml": "format: 1\nextends: ../mill\nlevels: [miller]\n"})
    (hat,) = api.archetypes(ladder=ours).hats
    assert [(one.id, one.title) for one in hat.levels] == [("master", "master")]
    assert [one.id for one in api.map(ladder=ours).levels] == ["miller"]
    assert list(Folder(ours).ladder(["miller", "master"]).roles) == []
