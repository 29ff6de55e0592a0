"""What is wrong in a ladder is told with its place and what was probably meant; all of it, not the first."""

from pathlib import Path

import pytest

from ladder.errors import ExitCode, InvalidLadder
from ladders import HEADER, SMALL, lines_of, problems_of, read, with_header, with_level, write, write_all

DANGLING = {
    "source": ("source: rols", "1:9: no source 'rols' | did you mean 'rolls'?"),
    "source of a statement": (
        "topics: {hiring: [{text: a, source: [rolls, hose]}]}",
        "1:45: no source 'hose' | did you mean 'house'?",
    ),
    "level of a way on": ("next: [{to: mastre}]", "1:13: no level or role 'mastre' | did you mean 'master'?"),
    "competency": ("expects: {grian: [a]}", "1:11: no competency 'grian' | did you mean 'grain'?"),
    "activity": ("time: {miling: 5}", "1:8: no activity 'miling' | did you mean 'milling'?"),
    "activity of a block": (
        "days: [{blocks: [{from: 9:00, to: 10:00, activity: tak}]}]",
        "1:52: no activity 'tak' | did you mean 'talk'?",
    ),
    "topic": ("topics: {hirin: [a]}", "1:10: no topic 'hirin' | did you mean 'hiring'?"),
    "archetype": ("days: [{archetype: rovr, blocks: []}]", "1:20: no archetype 'rovr' | did you mean 'rover'?"),
    "archetype like no other": ("days: [{archetype: zzz, blocks: []}]", "1:20: no archetype 'zzz' | known: rover"),
    "role of a move": (
        "moves: [{title: Up, kind: lateral, role: mastre}]",
        "1:42: no level or role 'mastre' | did you mean 'master'?",
    ),
    "source of a report": (
        "time: {milling: {reports: [{share: 5, source: rols}]}}",
        "1:47: no source 'rols' | did you mean 'rolls'?",
    ),
    "source of a question": (
        "fit: {questions: [{ask: A, answers: [{say: B}, {say: C}], source: hose}]}",
        "1:67: no source 'hose' | did you mean 'house'?",
    ),
    "track": ("track: icc", "1:8: no track 'icc' | did you mean 'ic'?"),
    "a name like no other": ("track: zzz", "1:8: no track 'zzz' | known: ic"),
}


@pytest.mark.parametrize(("text", "problem"), DANGLING.values(), ids=DANGLING)
def test_a_name_that_stands_for_nothing_is_told_with_the_nearest(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(problems_of(with_level(tmp_path, text))) == [problem]


@pytest.mark.parametrize(
    ("count", "hint"), [(8, "known: t1, t2, t3, t4, t5, t6, t7, t8"), (9, "known: t1, t2, t3, t4, t5, t6, t7, t8, …")]
)
def test_of_very_many_known_names_the_first_are_shown(tmp_path: Path, count: int, hint: str) -> None:
    topics = "".join(f"  t{number}: {{}}\n" for number in range(1, count + 1))
    (found,) = problems_of(with_header(tmp_path, f"topics:\n{topics}levels: [{{id: a, topics: {{zzz: x}}}}]"))
    assert found.hint == hint


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("levels: [{id: a}]\nroles: [{id: r, level: b}]", "3:24: no level 'b' | known: a"),
        ("levels: [{id: a}]\nroles: [{id: q, level: a}, {id: r, level: q}]", "3:43: no level 'q' | known: a"),
        ("archetypes: {x: {levels: [b]}}", "2:27: no level or role 'b' | the ladder has no level or role"),
        ("source: s", "2:9: no source 's' | the ladder has no source"),
        ("levels: [{id: a, track: t}]", "2:25: no track 't' | the ladder has no track"),
        (
            "levels: [{id: a}]\ncompanies: {big: {levels: {L1: {is: b, source: s}}}}",
            "3:37: no level or role 'b' | known: a",
        ),
        (
            "levels: [{id: a}]\ncompanies: {big: {levels: {L1: {beside: b}}}}",
            "3:41: no level or role 'b' | known: a",
        ),
        (
            "levels: [{id: a}]\ncompanies: {big: {levels: {L1: {is: a, disagree: [{is: b}]}}}}",
            "3:56: no level or role 'b' | known: a",
        ),
        (
            "tracks: {ic: {}, lead: {}}\ncompanies: {big: {levels: {L1: {track: led}}}}",
            "3:40: no track 'led' | did you mean 'lead'?",
        ),
        (
            "levels: [{id: a, days: [{archetype: x, blocks: []}]}]",
            "2:37: no archetype 'x' | the ladder has no archetype",
        ),
        ("archetypes: {x: {days: [{archetype: y, blocks: []}]}}", "2:37: no archetype 'y' | known: x"),
        ("baseline: {expects: {c: [x]}}", "2:22: no competency 'c' | the ladder has no competency"),
    ],
)
def test_a_dangling_name_says_what_there_is_instead(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(problems_of(with_header(tmp_path, text)))[0] == problem


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_key(tmp_path: Path) -> None:
    found = problems_of(with_level(tmp_path, "title: Miller\nsumary: Grinds.\n"))
    assert lines_of(found) == ["2:1: unknown key 'sumary' | did you mean 'summary'?"]
    assert str(found[0]) == f"{tmp_path}/levels/miller.yaml:2:1: error[unknown-key]: unknown key 'sumary'"


def test_an_unknown_key_like_no_other_is_told_all_that_are_known(tmp_path: Path) -> None:
    found = problems_of(with_level(tmp_path, "fit:\n  zzz: [a]\n"))
    assert lines_of(found) == ["2:3: unknown key 'zzz' | known keys: for, against, questions"]


def test_keys_that_begin_with_x_are_passed_over_wherever_they_stand(tmp_path: Path) -> None:
    text = """\
x-top: {any: [thing]}
competencies: {grain: {x-a: 1}, x-b: [no competency]}
topics: {x-t: 5, hiring: {}}
activities: {milling: }
levels:
  x-note: {titel: no level}
  a:
    x-c: 5
    expects: {x-d: {e: f}, grain: [g]}
    topics: {x-e: [a]}
    time: {x-f: never, milling: {share: 5, x-g: h}}
"""
    ladder = read(with_header(tmp_path, text))
    assert ladder.order == ("a",)
    assert (list(ladder.competencies), list(ladder.topics)) == (["grain"], ["hiring"])
    assert list(ladder.levels["a"].expects) == ["grain"]
    assert list(ladder.levels["a"].time) == ["milling"]
    assert not ladder.levels["a"].topics


TWICE = {
    "in the header": ("title: A\nabout: B\ntitle: C", "4:1: the key 'title' is given twice"),
    "in a level": ("levels:\n- id: a\n  summary: x\n  summary: y", "5:3: the key 'summary' is given twice"),
    "source of a level": (
        "sources: {s: {title: S, kind: survey}}\nlevels:\n- id: a\n  source: s\n  source: s",
        "6:3: the key 'source' is given twice",
    ),
    "id of a level": ("levels:\n- id: a\n  id: a", "4:3: the key 'id' is given twice"),
    "among levels": ("levels:\n  a: {title: A}\n  a: {title: B}", "4:3: the key 'a' is given twice"),
    "in a table": ("topics:\n  a: {}\n  a: {}", "4:3: the key 'a' is given twice"),
}


@pytest.mark.parametrize(("text", "problem"), TWICE.values(), ids=TWICE)
def test_a_key_given_twice_is_told_with_the_line_of_the_first(tmp_path: Path, text: str, problem: str) -> None:
    (found,) = problems_of(with_header(tmp_path, text))
    assert f"{found.line}:{found.column}: {found.message}" == problem
    assert found.hint.startswith("it is also in line ")
    assert int(found.hint.split()[5].strip(":")) < found.line


@pytest.mark.parametrize("key", ["levels", "roles", "comp"])
def test_an_id_given_twice_is_told(tmp_path: Path, key: str) -> None:
    found = problems_of(with_header(tmp_path, f"{key}:\n- id: a\n- id: b\n- id: a\n"))
    assert f"5:7: the id 'a' is in `{key}` twice | keep one, or rename it" in lines_of(found)


def test_a_role_cannot_have_a_levels_id(tmp_path: Path) -> None:
    found = problems_of(with_header(tmp_path, "levels: [{id: a}]\nroles:\n- {id: a, level: a}"))
    assert lines_of(found) == ["4:8: the id 'a' is also the id of a level | give the role another id"]
    folder = write_all(tmp_path / "mill", {**SMALL, "roles/miller.yaml": "level: master"})
    found = problems_of(folder)
    assert lines_of(found) == ["1:1: the id 'miller' is also the id of a level | give the role another id"]
    assert found[0].path == f"{folder}/roles/miller.yaml"


@pytest.mark.parametrize("name", ["a/b", "a:b", '"  "', '" a"', '""', '"a\\tb"', '"a\\0b"', "..", ".", "a\\b"])
def test_an_id_that_could_not_be_typed_or_be_a_files_name_is_refused(tmp_path: Path, name: str) -> None:
    for text in (f"levels: [{{id: {name}}}]", f"levels: [ {name} ]", f"topics: {{{name}: {{}}}}"):
        (found,) = problems_of(with_header(tmp_path, text))
        assert found.message.startswith("an id cannot be ")
        assert found.hint == "leave out `:`, `/`, `\\` and spaces at its ends"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("levels: [{title: A}]", "2:10: the key 'id' is missing | every entry of `levels` needs an id"),
        ("levels: [{id: [a, b]}]", "2:15: expected an id, found a list"),
        ("levels: [[a]]", "2:10: expected an id, found a list"),
        ("levels: [~]", "2:10: expected an id, found nothing"),
        ("levels: {a: }", "2:13: expected a level, found nothing | write title: …"),
        ("roles: {r: x}", "2:12: expected a role, found 'x' | write title: …"),
        ("topics: [a]", "2:9: expected a mapping, found a list"),
        ("topics: {[a]: {}, b: {}}", "2:10: expected a key, found a list"),
        ("competencies: {[a]: {steps: [{id: x}]}, b: {}}", "2:16: expected a key, found a list"),
        ("title: [a, b]", "2:8: expected text, found a list"),
        ("roles: [{id: r}]", "2:9: a role needs a level | add `level:` with the id of a level"),
        ("comp: [{id: p, x-a: 1}]", "2:8: the key 'title' is missing"),
        ("levels: [{id: a, topics: a}]", "2:26: expected a mapping, found 'a'"),
    ],
)
def test_a_header_with_the_wrong_kind_of_value_says_which_and_where(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(problems_of(with_header(tmp_path, text)))[0] == problem


def test_a_key_that_is_a_list_does_not_hide_another_problem(tmp_path: Path) -> None:
    found = problems_of(with_header(tmp_path, "competencies: {[a]: {}, grain: {}}\nbaseline: {expects: {grian: [x]}}"))
    assert lines_of(found) == [
        "2:16: expected a key, found a list",
        "3:22: no competency 'grian' | did you mean 'grain'?",
    ]


@pytest.mark.parametrize("version", ["2", "99", "1.0", "one", '"2"'])
def test_a_format_of_another_version_is_refused(tmp_path: Path, version: str) -> None:
    (found,) = problems_of(write(tmp_path, f"title: A\nformat: {version}\n"))
    assert (found.line, found.column, found.hint) == (2, 9, "this program reads format: 1")


@pytest.mark.parametrize("text", ["title: A\n", "format:\n"])
def test_a_ladder_that_names_no_format_is_refused(tmp_path: Path, text: str) -> None:
    assert lines_of(problems_of(write(tmp_path, text))) == ["1:1: the key 'format' is missing"]


def test_problems_of_all_files_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "levels/miller.yaml": "titel: a\nsumary: b\n",
        "levels/foreman.yaml": "title: [\n",
        "levels/master.yaml": "",
        "roles/senior-wind.yaml": "level: senior-miler\n",
        "comp/guild.yaml": "titel: a\n",
        "companies.yaml": "tidewater: {titel: a}\n",
    }
    folder = write_all(tmp_path, files)
    with pytest.raises(InvalidLadder) as caught:
        read(folder)
    assert caught.value.exit_code is ExitCode.NO
    found = caught.value.problems
    assert {one.path.removeprefix(f"{folder}/") for one in found} == set(files) - {
        "ladder.yaml",
        "levels/senior-miller.yaml",
        "sources.yaml",
    }
    assert len(found) == len(set(found))
    assert caught.value.message == f"{len(found)} problems in the ladder"


def test_a_broken_header_is_told_together_with_the_files_beside_it(tmp_path: Path) -> None:
    text = HEADER.replace("title: The mill", "titel: The mill").replace("levels: [master]", "levels: [mister]")
    broken = {"ladder.yaml": text, "levels/master.yaml": "titel: x", "sources.yaml": SMALL["sources.yaml"] + "s: {}"}
    found = problems_of(write_all(tmp_path, {**SMALL, **broken}))
    assert [(Path(one.path).name, one.message) for one in found] == [
        ("ladder.yaml", "unknown key 'titel'"),
        ("ladder.yaml", "no level or role 'mister'"),
        ("master.yaml", "unknown key 'titel'"),
        ("sources.yaml", "the key 'title' is missing"),
        ("sources.yaml", "the key 'kind' is missing"),
    ]


def test_the_problems_of_a_file_are_told_line_by_line_whenever_they_were_found(tmp_path: Path) -> None:
    text = """\
sources: {s: {titel: S}}
tracks: {t: {titel: T}}
archetypes: {x: {levels: [b]}}
levels: [{id: a, track: u}]
companies: {big: {levels: {L1: {is: c}}}}
topics: {u: {titel: U}}
"""
    found = problems_of(with_header(tmp_path, text))
    assert [one.line for one in found] == [2, 2, 2, 3, 4, 5, 6, 7]
    assert [one.column for one in found[:3]] == [14, 14, 15]


def test_only_the_first_of_very_many_problems_look_for_the_nearest_name(tmp_path: Path) -> None:
    """Each look goes over every name: thousands of them would take minutes."""
    text = "topics: {hiring: {}}\nlevels: [{id: a, topics: {" + ", ".join(f"hirin{n}: x" for n in range(60)) + "}}]"
    found = problems_of(with_header(tmp_path, text))
    assert [one.hint for one in found] == ["did you mean 'hiring'?"] * 50 + ["known: hiring"] * 10


@pytest.mark.parametrize(
    "part",
    ["track: x-t", "source: x-t", "topics: {hiring: [{text: A, source: x-t}]}", "next: [{to: x-t}]"],
)
def test_a_key_that_is_passed_over_is_no_known_name(part: str, tmp_path: Path) -> None:
    path = with_header(
        tmp_path,
        "tracks: {x-t: {title: T}}\nsources: {x-t: {title: T, kind: survey}}\n"
        f"topics: {{hiring: {{}}}}\nroles: {{x-t: {{}}}}\nlevels: [{{id: a, {part}}}]\n",
    )
    (problem,) = problems_of(path)
    assert (problem.line, problem.code) == (6, "unknown-name")
    assert "'x-t'" in problem.message
    assert "x-t" not in problem.hint
