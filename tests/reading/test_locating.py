"""What keys lead to has a place in a file, whichever of its forms it is written in."""

from pathlib import Path

import pytest

from ladder import api
from ladder.reading.folder import Folder
from ladder.reading.locating import locate
from ladders import SMALL, write, write_all

LEVEL = """\
# A comment above.
title: Miller
aliases: [hand, "mill hand"]
expects:
  grain:
    - Tells wheat from rye.
    - {text: Buys wheat., id: buying}
  stones: {step: turns, statements: [Hears a stone., Mends it.]}
  people: Greets the carters.
next:
  - to: master
    years: [2, 4]
time: {milling: 80}
"""


@pytest.fixture
def mill(tmp_path: Path) -> Folder:
    """The small ladder, with another text for its lowest level."""
    return Folder(write_all(tmp_path / "mill", {**SMALL, "levels/miller.yaml": LEVEL}))


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ((), "2:1"),
        (("title",), "2:1"),
        (("aliases",), "3:1"),
        (("aliases", 1), "3:17"),
        (("expects", "grain"), "5:3"),
        (("expects", "grain", 0), "6:7"),
        (("expects", "grain", 1), "7:7"),
        (("expects", "stones", 1), "8:54"),
        (("expects", "people", 0), "9:11"),
        (("next", 0, "years"), "12:5"),
        (("time", "milling"), "13:8"),
    ],
)
def test_a_key_an_item_and_a_statement_stand_where_one_reads_them(
    mill: Folder, where: tuple[str | int, ...], place: str
) -> None:
    file, line, column = locate(mill, ("levels", "miller", *where))
    assert file.endswith("mill/levels/miller.yaml")
    assert f"{line}:{column}" == place


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (("expects", "water"), "4:1"),
        (("expects", "water", 2), "4:1"),
        (("expects", "grain", 9), "5:3"),
        (("expects", "people", 1), "9:3"),
        (("title", "x"), "2:1"),
        (("summary",), "2:1"),
        (("next", 3, "years"), "10:1"),
    ],
)
def test_what_is_missing_stands_at_the_last_key_on_the_way_to_it(
    mill: Folder, where: tuple[str | int, ...], place: str
) -> None:
    _, line, column = locate(mill, ("levels", "miller", *where))
    assert f"{line}:{column}" == place


def test_roles_surveys_and_the_header_have_their_own_files(mill: Folder) -> None:
    for where, file, place in (
        (("roles", "senior-wind", "days"), "roles/senior-wind.yaml", (6, 1)),
        (("comp", "guild", "bands", 1), "comp/guild.yaml", (10, 5)),
        (("competencies", "grain"), "ladder.yaml", (7, 3)),
        (("title",), "ladder.yaml", (2, 1)),
    ):
        mill.ladder()
        shown, *at = locate(mill, where)
        assert (shown.removeprefix(f"{mill.path}/"), tuple(at)) == (file, place)


@pytest.mark.parametrize(
    ("levels", "place"),
    [
        ("levels:\n- id: a\n  title: A\n  years: 3\n", (5, 3)),
        ("levels:\n  a:\n    title: A\n    years: 3\n", (5, 5)),
    ],
)
def test_a_level_in_the_header_stands_there(tmp_path: Path, levels: str, place: tuple[int, int]) -> None:
    path = write(tmp_path, "format: 1\n" + levels)
    assert locate(Folder(path), ("levels", "a", "years")) == (path, *place)


def test_a_level_of_the_ladder_that_is_extended_stands_in_its_file(mill: Folder, tmp_path: Path) -> None:
    path = write_all(tmp_path / "ours", {"ladder.yaml": "format: 1\nextends: ../mill\n", "levels/new.yaml": "title: N"})
    shown, line, _ = locate(Folder(path), ("levels", "miller", "next"))
    assert (Path(shown).resolve(), line) == (tmp_path / "mill/levels/miller.yaml", 10)
    assert locate(Folder(path), ("levels", "new", "title"))[0] == f"{path}/levels/new.yaml"


def test_what_the_extended_ladder_says_is_placed_there_even_where_the_level_stands_in_both(
    mill: Folder, tmp_path: Path
) -> None:
    files = {"ladder.yaml": "format: 1\nextends: ../mill\n", "levels/miller.yaml": "expects: {grain: [Buys.]}\n"}
    ours = Folder(write_all(tmp_path / "ours", files))
    for where, file, line in (
        (("aliases", 1), "mill", 3),
        (("next", 0, "years"), "mill", 12),
        (("expects", "stones", 1), "mill", 8),
        (("expects", "grain", 0), "ours", 1),
        (("summary",), "ours", 1),
    ):
        shown, found, _ = locate(ours, ("levels", "miller", *where))
        assert (Path(shown).resolve(), found) == (tmp_path / file / "levels/miller.yaml", line)


def test_what_a_ladder_two_below_says_is_placed_in_its_file(mill: Folder, tmp_path: Path) -> None:
    write_all(tmp_path / "between", {"ladder.yaml": "format: 1\nextends: ../mill\ntitle: B\n"})
    text = "format: 1\nextends: between\nlevels: [{id: miller, title: Ours}, senior-miller, foreman, master]\n"
    ours = Folder(write(tmp_path, text, "ours.yaml"))
    shown, line, _ = locate(ours, ("levels", "miller", "years"))
    assert (shown, line) == (str(tmp_path / "ours.yaml"), 3)
    shown, line, _ = locate(ours, ("levels", "miller", "expects", "grain", 1))
    assert (Path(shown).resolve(), line) == (tmp_path / "mill/levels/miller.yaml", 7)
    assert locate(ours, ("levels", "miller", "title"))[0] == str(tmp_path / "ours.yaml")


def test_a_finding_about_a_ladder_that_is_extended_is_told_in_its_file(tmp_path: Path) -> None:
    write_all(tmp_path / "mill", {**SMALL, "levels/miller.yaml": LEVEL.replace("mill hand", "first miller")})
    files = {"ladder.yaml": "format: 1\nextends: ../mill\n", "levels/miller.yaml": "title: Our hand\n"}
    path = write_all(tmp_path / "ours", files)
    alias = next(one for one in api.validate(path).problems if one.code == "ambiguous-alias")
    assert (Path(alias.path).resolve(), alias.line, alias.column) == (tmp_path / "mill/levels/miller.yaml", 3, 17)
