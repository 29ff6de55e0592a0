"""A ladder's files: where each thing may stand, and that only what a question needs is opened."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ladder import api
from ladder.errors import CannotRead, ExitCode, InvalidLadder
from ladder.model import Ladder, Source
from ladder.reading import files, nodes
from ladder.reading.files import is_ladder
from ladder.reading.folder import Folder
from ladders import AROUND, HEADER, SMALL, lines_of, problems_of, read, with_header, write, write_all

BROKEN = "title: [\n"
BARE = re.sub("(?m)^archetypes:\n.*\n", "", HEADER)
"""The header of the small ladder without its archetypes."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that reading opens, in order, without the folders above the ladder."""
    names: list[str] = []

    def spy(path: str, shown: str) -> str:
        names.append(os.path.join(*path.split(os.sep)[-2:]).removeprefix("mill/"))
        return nodes.read_text(path, shown)

    monkeypatch.setattr(files, "read_text", spy)
    return names


def test_opening_a_ladder_opens_its_header_and_who_says_so(small_ladder: str, opened: list[str]) -> None:
    ladder = Folder(small_ladder)
    assert opened == ["ladder.yaml", "sources.yaml"]
    assert ladder.order == ("miller", "senior-miller", "foreman", "master")
    assert ladder.role_ids == ("senior-wind",)


def test_comparing_two_levels_opens_their_two_files_and_no_other(small_ladder: str, opened: list[str]) -> None:
    ladder = Folder(small_ladder).ladder(["miller", "master"], pay=False, companies=False)
    assert opened == ["ladder.yaml", "sources.yaml", "levels/miller.yaml", "levels/master.yaml"]
    assert list(ladder.levels) == ["miller", "master"]
    assert ladder.levels["master"].rank == 4


def test_what_is_broken_elsewhere_does_not_stop_a_comparison(tmp_path: Path) -> None:
    broken = dict.fromkeys(
        ("levels/foreman.yaml", "roles/senior-wind.yaml", "comp/guild.yaml", "companies.yaml", "levels/miller.yaml"),
        BROKEN,
    )
    path = write_all(tmp_path, {**SMALL, **broken})
    ladder = Folder(path).ladder(["senior-miller", "master"], pay=False, companies=False)
    assert list(ladder.levels) == ["senior-miller", "master"]
    assert len({problem.path for problem in problems_of(path)}) == len(broken)


def test_a_role_brings_its_level(small_ladder: str, opened: list[str]) -> None:
    ladder = Folder(small_ladder).ladder(["senior-wind"], pay=False, companies=False)
    assert opened[2:] == ["roles/senior-wind.yaml", "levels/senior-miller.yaml"]
    assert (list(ladder.levels), list(ladder.roles)) == (["senior-miller"], ["senior-wind"])


def test_pay_and_companies_are_opened_when_they_are_asked_for(small_ladder: str, opened: list[str]) -> None:
    ladder = Folder(small_ladder)
    assert list(ladder.surveys()) == ["guild"]
    assert list(ladder.companies()) == ["tidewater"]
    assert list(ladder.ladder([]).surveys) == ["guild"]
    assert opened[2:] == ["comp/guild.yaml", "companies.yaml"]


def test_nothing_is_opened_twice(small_ladder: str, opened: list[str]) -> None:
    ladder = Folder(small_ladder)
    assert ladder.ladder() == ladder.ladder()
    assert sorted(opened) == sorted(SMALL)


def test_without_pay_and_companies_a_ladder_has_none(small_ladder: str) -> None:
    ladder = Folder(small_ladder).ladder(pay=False, companies=False)
    assert (ladder.surveys, ladder.companies) == ({}, {})
    assert len(ladder.levels) == 4


def test_a_cumulative_ladder_brings_the_levels_below(small_ladder: str) -> None:
    write(Path(small_ladder), SMALL["ladder.yaml"] + "cumulative: true\n", "ladder.yaml")
    ladder = Folder(small_ladder)
    assert list(ladder.ladder(["foreman"]).levels) == ["miller", "senior-miller", "foreman"]
    assert list(ladder.ladder(["senior-wind"]).levels) == ["miller", "senior-miller"]
    assert list(ladder.ladder([]).levels) == []


def test_a_role_is_its_level_with_what_it_says_itself_key_by_key(small: Ladder) -> None:
    role, level = small.role("senior-wind"), small.role("senior-miller")
    assert role.is_role
    assert not level.is_role
    assert (role.level, role.discipline, role.rank, role.track) == ("senior-miller", "wind", 2, "ic")
    assert [one.text for one in role.expects["grain"].statements] == ["Waits for wind."]
    assert (role.expects["stones"], role.expects["people"]) == (level.expects["stones"], level.expects["people"])
    assert (role.time, role.topics, role.next) == (level.time, level.topics, level.next)
    assert (role.fit, role.faq) == (level.fit, level.faq)
    assert (role.summary, role.years) == (level.summary, level.years)
    assert role.days != level.days
    assert role.aliases == ("sail miller",)


def test_a_role_does_not_take_its_levels_title_aliases_or_record(tmp_path: Path) -> None:
    path = with_header(
        tmp_path,
        "levels: [{id: a, title: A, aliases: [aa], record: {pay: x}, summary: s}]\nroles: [{id: r, level: a}]",
    )
    role = read(path).role("r")
    assert (role.title, role.aliases, role.record, role.summary) == ("", (), None, "s")


@pytest.mark.parametrize("key", ["levels: [a, b]", "levels: [{id: a, title: A}, b]", "levels: {a: {title: A}}"])
def test_order_is_that_of_levels_and_rank_is_the_place(tmp_path: Path, key: str) -> None:
    files = {"ladder.yaml": "format: 1\n" + key} | {f"levels/{one}.yaml": f"title: {one}" for one in "ab" if one in key}
    if "{" in key:
        files.pop("levels/a.yaml")
    ladder = read(write_all(tmp_path, files))
    assert [(one.id, one.rank) for one in ladder.levels.values()] == [("a", 1), ("b", 2)][: len(ladder.order)]
    assert [one.title.lower() for one in ladder.levels.values()] == ["a", "b"][: len(ladder.order)]


def test_where_levels_are_not_listed_the_files_are_all_in_alphabetical_order(tmp_path: Path) -> None:
    files = {"ladder.yaml": "format: 1", "levels/b.yaml": "title: B", "levels/a.yml": "title: A", "levels/.c.yaml": "]"}
    assert read(write_all(tmp_path, {**files, "levels/notes.txt": "]"})).order == ("a", "b")


def test_inline_and_in_files_are_one(small: Ladder, tmp_path: Path) -> None:
    text = SMALL["ladder.yaml"].replace("levels: [miller, senior-miller, foreman, master]\n", "")
    parts: dict[str, list[str]] = {"levels": [], "roles": [], "comp": []}
    for name in ("miller", "senior-miller", "foreman", "master"):
        parts["levels"].append(f"- id: {name}\n{_indented(SMALL[f'levels/{name}.yaml'])}")
    parts["roles"].append(f"- id: senior-wind\n{_indented(SMALL['roles/senior-wind.yaml'])}")
    parts["comp"].append(f"- id: guild\n{_indented(SMALL['comp/guild.yaml'])}")
    for key, entries in parts.items():
        text += f"{key}:\n" + "".join(entries)
    for key in ("companies", "sources"):
        text += f"{key}:\n{_indented(SMALL[f'{key}.yaml'])}"
    assert read(write(tmp_path, text, "mill.yaml")) == small


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


MISPLACED = {
    "a file that the ladder does not name": (
        {"levels/apprentice.yaml": "title: A"},
        "levels/apprentice.yaml:1:1: ladder.yaml does not name this file | add apprentice to `levels` in ladder.yaml",
    ),
    "a file whose name is misspelt": (
        {"levels/mastr.yaml": "title: A", "levels/master.yaml": None},
        "ladder.yaml:12:18: no file levels/master.yaml | did you mean 'mastr'?",
    ),
    "no file": (
        {"levels/miller.yaml": None},
        "ladder.yaml:12:10: no file levels/miller.yaml | write the file, or the level in place of its id",
    ),
    "two files": (
        {"levels/miller.yml": "title: M"},
        "levels/miller.yml:1:1: the id 'miller' has two files | keep one",
    ),
    "a name that cannot be an id": (
        {"roles/a:b.yaml": "level: miller"},
        "roles/a:b.yaml:1:1: an id cannot be 'a:b' | rename the file",
    ),
    "the file is empty": ({"levels/miller.yaml": ""}, "levels/miller.yaml:1:1: the file is empty | write title: …"),
    "an empty survey": ({"comp/p.yaml": "# soon"}, "comp/p.yaml:1:1: the file is empty | write title: …"),
    "a list in a file": (
        {"roles/r.yaml": "- a"},
        "roles/r.yaml:1:1: expected a role, found a list | write title: …",
    ),
}


@pytest.mark.parametrize(("files", "problem"), MISPLACED.values(), ids=MISPLACED)
def test_a_file_out_of_place_is_told(tmp_path: Path, files: dict[str, str | None], problem: str) -> None:
    good = AROUND.replace("{id: master}", "master")
    all_files = {"ladder.yaml": good, "levels/miller.yaml": "title: M", "levels/master.yaml": "title: M", **files}
    path = write_all(tmp_path, {name: text for name, text in all_files.items() if text is not None})
    found = [one._replace(path=one.path.removeprefix(f"{path}/")) for one in problems_of(path)]
    assert problem in [f"{one.path}:{line}" for one, line in zip(found, lines_of(found), strict=True)]


def test_a_folder_where_files_should_be_named_is_told(tmp_path: Path) -> None:
    path = write_all(tmp_path, {"ladder.yaml": "format: 1", "roles": "a file"})
    with pytest.raises(CannotRead, match="roles' cannot be read: not a directory"):
        read(path)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path / "missing.yaml", "no ladder at '"),
        (lambda path: path, "no ladder.yaml in '"),
    ],
)
def test_where_no_ladder_stands_the_path_is_named(tmp_path: Path, make: Callable[[Path], Path], message: str) -> None:
    path = str(make(tmp_path))
    with pytest.raises(CannotRead) as caught:
        Folder(path)
    assert caught.value.message == f"{message}{path}'"
    assert "ladder.yaml" in caught.value.hint
    assert caught.value.exit_code is ExitCode.NO
    assert not is_ladder(path)


@pytest.mark.parametrize("name", ["acme.yaml", "acme.yml", "acme/ladder.yaml"])
def test_a_ladder_is_called_like_its_folder_or_its_file(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "format: 1", name).removesuffix("/ladder.yaml")
    assert is_ladder(path)
    assert Folder(path).name == "acme"
    assert Folder(path, name="other").name == "other"


def test_titles_are_told_without_decoding_and_without_pay(small_ladder: str, opened: list[str]) -> None:
    write(Path(small_ladder), "title: Master miller\naliases: boss\ntime: half\n", "levels/master.yaml")
    write(Path(small_ladder), "title:\naliases: [~, a, [b]]", "levels/foreman.yaml")
    assert Folder(small_ladder).titles() == {
        "miller": ("Miller", "mill hand"),
        "senior-miller": ("Senior miller", "sr mill hand", "first miller"),
        "foreman": ("", "~", "a"),
        "master": ("Master miller", "boss"),
        "senior-wind": ("Senior miller, windmill", "sail miller"),
    }
    assert not {"comp/guild.yaml", "companies.yaml"} & set(opened)


@pytest.mark.parametrize("ask", [Folder.titles, Folder.companies, Folder.surveys, Folder.ladder])
def test_whatever_is_asked_of_a_broken_file_tells_its_problem(tmp_path: Path, ask: Callable[[Folder], object]) -> None:
    broken = dict.fromkeys(("levels/miller.yaml", "companies.yaml", "comp/guild.yaml"), BROKEN)
    ladder = Folder(write_all(tmp_path, {**SMALL, **broken}))
    with pytest.raises(InvalidLadder, match="problem"):
        ask(ladder)


def test_a_list_where_a_level_stands_has_no_title(tmp_path: Path) -> None:
    path = write_all(tmp_path, {"ladder.yaml": "format: 1\nlevels: [a]", "levels/a.yaml": "[title]"})
    assert Folder(path).titles() == {"a": ("",)}


def test_an_empty_table_in_a_file_of_its_own_is_empty(tmp_path: Path) -> None:
    ladder = read(write_all(tmp_path, {"ladder.yaml": "format: 1", "sources.yaml": "# none yet", "companies.yaml": ""}))
    assert (ladder.sources, ladder.companies) == ({}, {})


CITING = {
    **SMALL,
    "sources.yaml": SMALL["sources.yaml"] + "torn: {titel: A torn page, kind: artikel}\n",
    "levels/master.yaml": SMALL["levels/master.yaml"] + "faq: [{ask: Why?, answer: So., source: torn}]\n",
}
"""The small ladder with a source that is wrong, and cited by nothing but an answer of one level."""


@pytest.mark.parametrize(
    ("ids", "cited"),
    [
        ([], {"house"}),
        (["miller"], {"house"}),
        (["miller", "senior-miller"], {"house", "guild"}),
        (["master"], {"house"}),
        (["senior-wind"], {"house", "guild"}),
    ],
)
def test_where_parts_are_read_only_the_sources_that_they_cite_are_decoded(
    tmp_path: Path, ids: list[str], cited: set[str]
) -> None:
    ladder = Folder(write_all(tmp_path, CITING), parts=("expects", "time"))
    assert set(ladder.ladder(ids, pay=False, companies=False).sources) == cited


@pytest.mark.parametrize(("pay", "companies"), [(True, False), (False, True)])
def test_pay_and_companies_bring_the_sources_that_they_cite(tmp_path: Path, pay: bool, companies: bool) -> None:
    ladder = Folder(write_all(tmp_path, CITING), parts=()).ladder(["miller"], pay=pay, companies=companies)
    assert ladder.sources == {
        "house": Source("house", "The mill itself", "editorial"),
        "guild": Source("guild", "Guild rolls", "survey", "The guild", "2025-03-01", "https://guild.example/rolls"),
    }


def test_a_ladder_that_is_asked_again_knows_the_sources_of_both_answers(tmp_path: Path) -> None:
    ladder = Folder(write_all(tmp_path, CITING), parts=("expects",))
    assert set(ladder.ladder(["miller"], pay=False, companies=False).sources) == {"house"}
    assert set(ladder.ladder(["senior-miller"], pay=False, companies=False).sources) == {"house", "guild"}


def test_a_source_that_is_wrong_is_told_where_it_is_cited_and_where_all_is_read(tmp_path: Path) -> None:
    path = write_all(tmp_path, CITING)
    torn = [
        "4:7: the key 'title' is missing",
        "4:8: unknown key 'titel' | did you mean 'title'?",
        "4:34: unknown word 'artikel' | did you mean 'article' or 'satire'?",
    ]
    assert lines_of(problems_of(path)) == torn
    ids = ["miller", "master"]
    assert list(Folder(path, parts=("expects", "time")).ladder(ids).levels) == ids
    with pytest.raises(InvalidLadder) as caught:
        Folder(path, parts=("faq",)).ladder(ids)
    assert lines_of(caught.value.problems) == torn


def test_a_source_that_is_cited_and_not_listed_is_told_whatever_parts_are_read(tmp_path: Path) -> None:
    level = SMALL["levels/miller.yaml"].replace("Tells wheat from rye.", "{text: A., source: gild}")
    path = write_all(tmp_path, {**SMALL, "levels/miller.yaml": level})
    with pytest.raises(InvalidLadder) as caught:
        Folder(path, parts=("expects",)).ladder(["miller"])
    assert lines_of(caught.value.problems) == ["6:38: no source 'gild' | did you mean 'guild'?"]


def test_a_comparison_does_not_find_the_broken_source_that_it_does_not_cite_and_a_check_does(tmp_path: Path) -> None:
    path = write_all(tmp_path, CITING)
    assert api.compare("miller", "master", ladder=path).sources
    assert api.day("miller", ladder=path).schedules
    for ask in (lambda: api.load(path), lambda: api.show("master", ladder=path)):
        with pytest.raises(InvalidLadder, match="3 problems"):
            ask()


@pytest.mark.parametrize(
    ("parts", "known"),
    [(("days",), True), (("time", "week", "days"), True), (None, True), (("expects", "time"), False)],
)
def test_archetypes_are_read_where_days_are_asked_for(
    tmp_path: Path, opened: list[str], parts: tuple[str, ...] | None, known: bool
) -> None:
    path = write_all(tmp_path, {**SMALL, "ladder.yaml": BARE, "archetypes.yaml": "rover: {levels: [master]}"})
    assert ("archetypes.yaml" in [os.path.basename(name) for name in opened]) is False
    assert list(Folder(path, parts=parts).ladder(["miller"]).archetypes) == ["rover"] * known
    assert ("archetypes.yaml" in [os.path.basename(name) for name in opened]) is known


def test_an_archetype_that_is_wrong_does_not_stop_a_comparison(tmp_path: Path) -> None:
    path = write_all(tmp_path, {**SMALL, "ladder.yaml": BARE, "archetypes.yaml": BROKEN})
    assert api.compare("miller", "master", ladder=path).sides
    with pytest.raises(InvalidLadder, match="1 problem"):
        api.day("miller", ladder=path)


def test_of_a_level_only_the_parts_that_are_asked_for_are_decoded(tmp_path: Path) -> None:
    level = "title: A\nexpects: {craft: [Makes]}\ntime: {making: 50}\ndays: [{blocks: nonsense}]\n"
    head = "format: 1\ntitle: T\nlevels: [a]\ncompetencies: {craft: {}}\nactivities: {making: {}}\n"
    path = write_all(tmp_path / "parts", {"ladder.yaml": head, "levels/a.yaml": level})
    some = Folder(path, parts=("expects",)).ladder().levels["a"]
    assert (some.title, list(some.expects), some.time, some.days) == ("A", ["craft"], {}, ())
    with pytest.raises(InvalidLadder):
        Folder(path).ladder()


def test_nor_are_the_other_parts_of_a_level_that_stands_in_the_header(tmp_path: Path) -> None:
    level = "{id: a, title: A, time: {talk: 20}, faq: [{ask: Why?, answer: So.}]}"
    path = write(tmp_path, f"format: 1\nactivities: {{talk: {{}}}}\nlevels: [{level}]\n")
    some = Folder(path, parts=("time",)).ladder().levels["a"]
    assert (some.title, list(some.time), some.faq) == ("A", ["talk"], ())
    assert Folder(path).ladder().levels["a"].faq
