"""FORMAT.md is the authority on the format: its examples are a ladder that works, and its tables name every key."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

import pytest
import yaml

from format_tables import HOMES, Key, all_keys, held, renewed, table
from ladder import api, model
from ladder.cli.app import run
from ladder.contents.expected import expected
from ladder.frozen import Frozen
from ladder.model import Ladder
from ladder.packaged import SCHEMA_FILE
from ladder.reading import extending, kinds, nodes
from ladder.writing.yaml_text import SCHEMA_LINE
from ladders import read, write, write_all

FORMAT: Final = (Path(__file__).parent.parent / "FORMAT.md").read_text(encoding="utf-8")
EXAMPLES: Final = re.findall(r"^```yaml\n# (\S+)\n((?:.*\n)*?)```$", FORMAT, re.MULTILINE)
FENCES: Final = re.findall(r"^```", FORMAT, re.MULTILINE)

FILES: Final = [name for name in kinds.names() if name != "levels"]
"""Keys of ladder.yaml for what the examples have in files."""


def words(annotation: Any) -> set[str]:
    """The words of which an annotation takes one."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        return set(arguments)
    return {word for one in arguments for word in words(one)}


def shown(heading: str) -> str:
    """The examples of the files of which a heading tells."""
    stem = heading.partition("ID.yaml")[0] if heading.endswith(".yaml") else "levels/"
    begins = ("levels/", "roles/", "ladder.yaml") if stem == "levels/" else (stem, f"../acme-labs/{stem}")
    return "".join(text for name, text in EXAMPLES if name.startswith(begins))


KEYS: Final = all_keys()
EACH_KEY: Final = pytest.mark.parametrize("key", KEYS, ids=[f"{key.heading}: {key.path}" for key in KEYS])


@pytest.fixture
def acme(tmp_path: Path) -> str:
    """The folder in which the examples stand together, those of one file one after another."""
    files: dict[str, str] = {}
    for name, text in EXAMPLES:
        files[name] = files.get(name, "") + text
    (tmp_path / "acme").mkdir()
    return write_all(tmp_path / "acme", files)


@pytest.fixture
def ladder(acme: str) -> Ladder:
    """The ladder that the examples are."""
    return read(acme)


def test_every_example_says_in_its_first_line_of_which_file_it_is() -> None:
    assert len(FENCES) == 2 * len(EXAMPLES)
    assert {"ladder.yaml", "levels/staff.yaml", "roles/staff-data.yaml", "sources.yaml"} <= {
        name for name, _ in EXAMPLES
    }


def test_every_example_is_yaml_to_a_stricter_parser_too() -> None:
    for _, text in EXAMPLES:
        assert yaml.compose(text, Loader=yaml.SafeLoader) is not None


def test_the_examples_together_are_ladders_without_a_problem(acme: str) -> None:
    beside = Path(acme).parent
    answer = api.validate(acme, beside / "bakery.yaml", beside / "acme-labs", today="2026-11-20")
    assert [f"{one.path}:{one.line}: {one.message}" for one in answer.problems] == []
    assert [(one.name, one.levels) for one in answer.ladders] == [("acme", 4), ("bakery", 2), ("acme-labs", 3)]


@pytest.mark.parametrize(
    "line",
    [
        "compare senior staff",
        "day staff",
        "comp staff",
        "path staff",
        "archetypes architect",
        "map tidal:T2",
        "show staff-data",
        "faq staff",
        "record staff-data",
        "fit staff",
        "sources survey-x",
    ],
)
def test_every_question_can_be_asked_of_the_examples(line: str, acme: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--ladder", acme, *line.split(), "-f", "markdown"]) == 0
    assert capsys.readouterr().err == ""


def test_the_tables_are_those_of_the_model() -> None:
    assert renewed(FORMAT) == FORMAT, "the words beside the model have changed: run `make words` and look at the diff"


def test_a_table_names_every_key_of_its_records_bold_if_it_must_be_given() -> None:
    assert "| **`step`** |" not in table("Cells")
    assert "| `step` | A step of the competency's scale, by its id." in table("Cells")
    assert "| **`blocks.from`** | When it begins" in table("Days")
    assert "| **`level`** | Only in a role" in table("levels/ID.yaml and roles/ID.yaml")
    assert "`year` (the default), `month` or `hour`." in table("comp/ID.yaml")


def test_keys_of_the_same_words_share_a_row() -> None:
    assert "| `activities`" in table("ladder.yaml")
    assert "`tracks.title`, `competencies.title`" in table("ladder.yaml")


def test_a_page_without_a_place_for_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no place for a table under the heading 'Cells'"):
        renewed(FORMAT.replace("### Cells", "### Boxes"))


def test_every_kind_of_file_is_named_among_the_files() -> None:
    section = FORMAT.partition("## The files")[2].partition("\n## ")[0]
    for kind in kinds.KINDS:
        assert f"| `{kind.name}/ID.yaml` |" in section if kind.folder else f"| `{kind.file}` |" in section


@EACH_KEY
def test_every_key_stands_in_an_example(key: Key) -> None:
    last = key.path.rpartition(".")[2]
    assert re.search(rf"(?<![\w-]){last}:", shown(key.heading)) or key.path in FILES or key.path == "id"


def test_no_record_of_the_model_is_forgotten() -> None:
    records = {one for one in vars(model).values() if isinstance(one, type) and issubclass(one, Frozen)}
    found, waiting = set(), list(HOMES)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += [inner for inner, _ in map(held, kind.__annotations__.values()) if inner is not None]
    assert records - found == {Frozen, Ladder, model.Ref, model.Within}


def test_every_word_of_which_a_key_takes_one_is_named() -> None:
    annotations = [one for kind in vars(model).values() for one in getattr(kind, "__annotations__", {}).values()]
    known = {word for annotation in annotations for word in words(annotation)}
    assert {"self-report", "lateral", "sunday", "month"} <= known
    assert {word for word in known if f"`{word}`" not in FORMAT} == set()


def test_the_limits_are_those_of_the_program() -> None:
    assert f"{nodes.MAX_BYTES // 1024 // 1024} MB at most" in FORMAT
    assert extending.MOST_BASES == 20
    assert "Up to\ntwenty ladders" in FORMAT


def test_the_commands_named_are_there_and_the_schema_is_where_editors_look() -> None:
    for command in re.findall(r"`?ladder (init|import|validate|ladders|schema)\b", FORMAT):
        assert find_spec(f"ladder.cli.{command}") or find_spec(f"ladder.cli.{command}_")
    assert f"    {SCHEMA_LINE.format(SCHEMA_FILE)}" in FORMAT
    assert f"ladder schema > {SCHEMA_FILE}" in FORMAT


def test_a_statement_of_a_cell_stands_for_that_of_the_step_with_its_id(ladder: Ladder) -> None:
    said = expected(ladder, ladder.role("staff"))["technology"].statements
    assert [one.text for one in said] == [
        "Brings a new tool to every team",
        "Retires an old one",
        "Says when to use which",
    ]


def test_the_baseline_stands_in_front_of_every_level(ladder: Ladder) -> None:
    for name in ladder.order:
        first = expected(ladder, ladder.role(name))["people"].statements[0]
        assert first.text == "Answers a colleague's question the same day"


def test_a_source_holds_for_all_inside_but_not_for_companies(ladder: Ladder) -> None:
    staff = ladder.role("staff")
    assert staff.week[0].source == ("handbook",)
    assert staff.next[0].evidence[0].source == ("survey-x",)
    assert ladder.companies["tidal"].levels["Lead"].source == ()


def test_a_role_takes_what_it_does_not_say_and_empties_a_cell_that_it_leaves_empty(acme: str) -> None:
    before = read(acme)
    role, staff = before.role("staff-data"), before.role("staff")
    assert (role.expects["technology"], role.years, role.summary) == (
        staff.expects["technology"],
        staff.years,
        staff.summary,
    )
    assert (role.aliases, role.record is None, staff.record) == ((), False, None)
    write(Path(acme), "title: Data\nlevel: staff\nexpects: {technology: }\n", "roles/staff-data.yaml")
    assert read(acme).role("staff-data").expects["technology"] == model.Cell()


def test_what_stands_in_ladder_yaml_stands_for_the_file_of_its_name(acme: str) -> None:
    write(Path(acme), dict(EXAMPLES)["ladder.yaml"] + "companies: {brook: {title: Brook}}\n", "ladder.yaml")
    assert list(read(acme).companies) == ["brook"]


def test_without_a_list_of_levels_their_files_stand_in_alphabetical_order(tmp_path: Path) -> None:
    files = {
        "ladder.yaml": "format: 1",
        "levels/b.yaml": "title: B",
        "levels/c.yml": "title: C",
        "levels/a.yaml": "title: A",
    }
    assert read(write_all(tmp_path, files)).order == ("a", "b", "c")
