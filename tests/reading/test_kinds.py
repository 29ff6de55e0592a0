"""A kind of file is a record and a row of `KINDS`: with these alone it is read, checked, copied and described."""

from pathlib import Path
from typing import Annotated, Final

import pytest
from jsonschema import Draft7Validator

from ladder import api, history, schema, shelf
from ladder.cli.saving import check_free, write_ladder
from ladder.errors import CannotWrite
from ladder.frozen import Frozen
from ladder.model import Ladder, Ref, Sources
from ladder.reading import files, kinds, nodes
from ladder.reading.folder import Folder
from ladder.reading.kinds import Kind
from ladder.writing.copying import copy
from ladders import SMALL, lines_of, problems_of, read, write, write_all
from test_history import git_in, settle


class Rule(Frozen):
    """A title on a door, and the level that it stands for."""

    id: str
    is_: Annotated[str, Ref("role")]
    """The level for which it stands."""
    words: tuple[str, ...] = ()
    """What the door says."""
    cue: Annotated[str, Ref("badge")] = ""
    """How the door looks."""
    source: Sources = ()


class Cue(Frozen):
    """By what one knows a door."""

    id: str
    looks: str
    """What it looks like."""


DOORS: Final = Kind(name="doors", record=Rule, one="door", about="Titles on doors.", signs=("is_", "words"))
CUES: Final = Kind(
    name="badges",
    record=Cue,
    one="badge",
    about="Signs.",
    folder=True,
    referred=True,
    parts=("doors",),
    signs=("looks",),
)
FILES: Final = {
    **SMALL,
    "doors.yaml": "head: {is: master, words: [Head of mills], cue: brass}\nhand: {is: miller, source: guild}\n",
    "badges/brass.yaml": "looks: It shines.\n",
}


@pytest.fixture(autouse=True)
def more_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table and a folder more."""
    monkeypatch.setattr(kinds, "KINDS", (*kinds.KINDS, DOORS, CUES))


@pytest.fixture
def mill(tmp_path: Path) -> str:
    """A ladder with files of the new kinds."""
    return write_all(tmp_path / "mill", FILES)


def test_things_of_a_new_kind_are_read_by_their_ids(mill: str) -> None:
    folder = Folder(mill)
    assert folder.things(DOORS) == {
        "head": Rule("head", "master", ("Head of mills",), "brass", ("house",)),
        "hand": Rule("hand", "miller", source=("guild",)),
    }
    assert folder.things(CUES) == {"brass": Cue("brass", "It shines.")}


def test_they_may_stand_in_ladder_yaml(tmp_path: Path, mill: str) -> None:
    inline = "doors: {hand: {is: miller}}\nbadges: [{id: bell, looks: It rings.}]\n"
    path = write_all(tmp_path / "other", {**SMALL, "ladder.yaml": SMALL["ladder.yaml"] + inline})
    assert list(Folder(path).things(DOORS)) == ["hand"]
    assert list(Folder(path).things(CUES)) == ["bell"]
    single = write(tmp_path, str(copy(mill, single=True)), "single.yaml")
    assert Folder(single).things(DOORS) == Folder(mill).things(DOORS)


def test_a_ladder_that_extends_another_has_what_that_one_has(tmp_path: Path, mill: str) -> None:
    write_all(tmp_path / "ours", {"ladder.yaml": f"format: 1\nextends: ../{Path(mill).name}\n"})
    write(tmp_path / "ours", "hand: {is: miller, words: [Hand]}\n", "doors.yaml")
    found = Folder(str(tmp_path / "ours")).things(DOORS)
    assert (list(found), found["hand"].words, found["head"].words) == (["head", "hand"], ("Hand",), ("Head of mills",))


def test_every_mistake_in_them_is_found_with_its_place(mill: str) -> None:
    write(Path(mill), "head: {is: mastr, cue: bras}\nhand: {wrds: [Hand]}\n", "doors.yaml")
    write(Path(mill), "shines: yes\n", "badges/brass.yaml")
    answer = api.validate(mill)
    assert [
        f"{Path(one.path).name}:{one.line}: {one.message} {one.hint}"
        for one in answer.problems
        if one.severity == "error"
    ] == [
        "brass.yaml:1: unknown key 'shines' known keys: looks",
        "brass.yaml:1: the key 'looks' is missing ",
        "doors.yaml:1: no level or role 'mastr' did you mean 'master'?",
        "doors.yaml:1: no badge 'bras' did you mean 'brass'?",
        "doors.yaml:2: the key 'is' is missing ",
        "doors.yaml:2: unknown key 'wrds' did you mean 'words'?",
    ]


def test_a_misspelt_name_of_theirs_is_recognised(mill: str) -> None:
    write(Path(mill), SMALL["ladder.yaml"] + "dors: {}\n", "ladder.yaml")
    (line,) = lines_of(problems_of(mill))
    assert line.endswith("unknown key 'dors' | did you mean 'doors'?")


def test_they_are_opened_where_they_are_asked_for_and_else_with_everything(
    mill: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def spy(path: str, shown: str) -> str:
        opened.append(Path(path).name)
        return nodes.read_text(path, shown)

    monkeypatch.setattr(files, "read_text", spy)
    for parts, expected in (
        (("expects",), set()),
        (("doors",), {"doors.yaml", "brass.yaml"}),
        (("badges",), {"brass.yaml"}),
        (None, {"doors.yaml", "brass.yaml"}),
    ):
        opened.clear()
        Folder(mill, parts=parts).ladder(["miller"], pay=False, companies=False)
        assert set(opened) & {"doors.yaml", "brass.yaml"} == expected


def test_they_are_taken_out_of_a_revision_of_git(mill: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(tmp_path, monkeypatch)
    git = git_in(tmp_path)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "first")):
        git(*words)
    with history.materialise("git:HEAD:mill") as (path, _):
        assert Folder(path).things(DOORS) == Folder(mill).things(DOORS)
        assert Folder(path).things(CUES) == Folder(mill).things(CUES)


@pytest.mark.parametrize("name", ["doors.yaml", "badges"])
def test_what_would_become_a_part_of_a_new_ladder_makes_room(name: str, mill: str, tmp_path: Path) -> None:
    new = {"ladder.yaml": "format: 1\n"}
    write(tmp_path / "bare", "hand: {is: miller}\n", "doors.yaml" if name == "doors.yaml" else "badges/brass.yaml")
    with pytest.raises(CannotWrite) as caught:
        check_free(str(tmp_path / "bare"), new, force=False)
    assert name in caught.value.message
    write_ladder(mill, new, force=True)
    assert not (Path(mill) / name).exists()


def test_a_copy_has_them(mill: str) -> None:
    copied = copy(mill, single=False)
    assert isinstance(copied, dict)
    assert set(copied) == set(FILES)


def test_the_path_of_such_a_file_is_that_of_its_ladder(mill: str) -> None:
    assert shelf.find(f"{mill}/doors.yaml") == (mill, "")
    assert shelf.find(f"{mill}/badges/brass.yaml") == (mill, "")


def test_editors_know_them() -> None:
    made = schema.schema()
    head = made["definitions"]["ladder"]["properties"]
    assert made["definitions"]["rule"]["properties"]["words"]["description"] == "What the door says."
    assert (head["doors"]["description"], head["badges"]["description"]) == ("Titles on doors.", "Signs.")
    assert made["definitions"]["rule"]["required"] == ["is"]
    known = Draft7Validator(made)
    assert known.is_valid({"hand": {"is": "miller", "words": ["Hand"]}})
    assert not known.is_valid({"hand": {"is": "miller", "wrds": ["Hand"]}})
    assert known.is_valid({"looks": "It shines."})
    assert not known.is_valid({"looks": "It shines.", "title": "Brass"})


def test_what_the_others_say_of_a_ladder_stays_what_it_was(mill: str, tmp_path: Path) -> None:
    other: Ladder = read(write_all(tmp_path / "other", SMALL))
    assert read(mill)._replace(name="other") == other


def test_the_fields_of_a_ladder_and_its_kinds_are_told_apart() -> None:
    shown = {kind.field for kind in kinds.KINDS if kind.field}
    assert shown == {
        "levels",
        "roles",
        "surveys",
        "companies",
        "sources",
        "archetypes",
        "title_rules",
        "cues",
        "phrases",
        "thresholds",
    }
    assert set(kinds.entries()) == {
        *("ladder.yaml", "levels", "roles", "comp", "companies.yaml", "sources.yaml", "archetypes.yaml"),
        *("titles.yaml", "cues.yaml", "phrases.yaml", "thresholds.yaml"),
        *("doors.yaml", "badges"),
    }


@pytest.mark.parametrize("name", [kind.name for kind in kinds.KINDS])
def test_a_key_that_is_left_empty_counts_as_not_written(name: str, tmp_path: Path) -> None:
    bare = {
        **SMALL,
        "ladder.yaml": SMALL["ladder.yaml"].replace("levels: [miller, senior-miller, foreman, master]\n", ""),
    }
    if name == "archetypes":
        bare["ladder.yaml"] = bare["ladder.yaml"].partition("archetypes:")[0]
        bare["archetypes.yaml"] = "rover: {title: Rover}\n"
    empty = {**bare, "ladder.yaml": f"{bare['ladder.yaml']}\n{name}:\n"}
    one, other = read(write_all(tmp_path / "mill", bare)), read(write_all(tmp_path / "empty", empty))
    assert one == other._replace(name="mill")
    assert one.order == ("foreman", "master", "miller", "senior-miller")


def test_what_an_extended_ladder_lists_it_lists_for_itself(tmp_path: Path) -> None:
    write_all(tmp_path / "mill", {**SMALL, "ladder.yaml": SMALL["ladder.yaml"] + "comp: [guild]\n"})
    ours = write_all(tmp_path / "ours", {"ladder.yaml": "format: 1\nextends: ../mill\n"})
    assert read(ours).surveys == read(str(tmp_path / "mill")).surveys
