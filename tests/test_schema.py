"""The packaged schema is the model's, knows every file of a ladder by its keys, and helps whoever writes one."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from ladder import fieldwords, schema
from ladder.cli.app import run
from ladder.packaged import packaged_schema
from ladder.reading.context import Context, valid_id
from ladder.reading.nodes import MappingNode, Node, ScalarNode, compose
from ladder.reading.scalars import clock, date
from ladder.shelf import bundled_path
from ladders import FULL
from questions.every_field import EVERYTHING

SCHEMA: Final[dict[str, Any]] = schema.schema()
VALIDATOR: Final = Draft7Validator(SCHEMA)
BUNDLED: Final = Path(bundled_path())

PLAIN: Final = (
    (r"|~|null|Null|NULL", lambda text: None),
    (r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    (r"[-+]?[0-9]+", int),
    (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
)
"""What a word without quotes is in YAML 1.2, by which editors read; anything else is text."""


def as_an_editor_reads(node: Node | None) -> Any:
    """What stands in a file as JSON has it."""
    if isinstance(node, MappingNode):
        return {key.value: as_an_editor_reads(value) for key, value in node.value}
    if isinstance(node, ScalarNode):
        fits = (make for pattern, make in PLAIN if not node.style and re.fullmatch(pattern, node.value))
        return next(fits, str)(node.value)
    return [as_an_editor_reads(item) for item in node.value] if node else None


def refuses(text: str) -> bool:
    """Whether the schema finds a mistake in a file."""
    return not VALIDATOR.is_valid(as_an_editor_reads(compose(text, "acme.yaml")))


def test_the_packaged_copy_is_what_the_model_says() -> None:
    packaged = packaged_schema()
    assert packaged == schema.written(), "the format has changed: run `make words` and look at the diff"


def test_it_is_a_json_schema_that_editors_know() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", sorted(BUNDLED.rglob("*.yaml")), ids=lambda file: file.relative_to(BUNDLED).as_posix())
def test_every_file_of_the_bundled_ladder_passes(file: Path) -> None:
    assert not refuses(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FULL)
def test_every_file_of_a_small_ladder_passes(name: str) -> None:
    assert not refuses(FULL[name])
    assert not refuses(EVERYTHING[name])


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "format: 1",
        'format: "1"',
        "{format: 1, levels: miller, roles: , comp: [guild], extends: ../mill}",
        "{format: 1, levels: [1, 2.5, {id: 3, title: 4}], version: 2026.11, title: true, source: [house, rolls]}",
        "{format: 1, extends: ../mill, roles: {wind: {title: Wind}}}",
        "{format: 1, x-owner: {any: [thing]}, tracks: {ic: , x-note: 1}}",
        "years: 3",
        "years: [3, 5]",
        "years: {from: 3, note: at most}",
        "expects: {grain: Tells wheat from rye., stones: , people: [{text: Greets.}, Waves.], x-mine: 1}",
        "expects: {stones: {step: dresses, statements: Hears it., optional: true}}",
        "time: {milling: 30, talk: [5, 15], rest: {share: 5, does: Sits.}, walk: {reports: {share: [1, 2.5]}}}",
        "days: {blocks: {from: 9:00, title: Walks}, kind: satire, on: monday}",
        "next: {to: master, years: 4}",
        "fit: {questions: [{ask: Early?, answers: [{say: Yes}, {say: No, leans: against}]}]}",
        "level: miller",
        "discipline: wind",
        "{title: Pay, currency: EUR, measure: base, published: 2026, bands: {for: miller, percentiles: {50: 1.5}}}",
        "{title: Pay, currency: EUR, measure: base, bands: [{about: All, range: [1, 2]}, {for: a, mean: 1}]}",
        "tidewater:",
        "tidewater: {title: Tidewater}",
        "tidewater: {aliases: tide, levels: {T1: , 5: {is: miller}}}",
        "{x-by: me, house: {title: The mill, kind: editorial, published: 2024-02-29, read: 2026-06}}",
        "rover: {levels: [master], does: Mends., days: [{blocks: []}]}",
    ],
)
def test_what_may_be_written_in_short_passes(text: str) -> None:
    assert not refuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- format: 1",
        "format: 2",
        "{format: 1, titel: The mill}",
        "{format: , title: The mill}",
        "{title: The mill, levels: [miller]}",
        "{format: 1, levels: [{title: Miller}]}",
        "{format: 1, levels: [a/b]}",
        '{format: 1, levels: [" a"]}',
        "{format: 1, levels: {miller: Miller}}",
        "{format: 1, levels: [{id: miller, level: master}]}",
        "{format: 1, roles: [{id: wind, title: Wind}]}",
        "{format: 1, roles: {wind: {level: }}}",
        "{format: 1, tracks: {'a:b': {}}}",
        "{format: 1, tracks: {ic: {id: ic}}}",
        '{format: 1, cumulative: "true"}',
        "{format: 1, points: {per_step: [-1]}}",
        "{format: 1, competencies: {grain: {steps: [{title: Turns}]}}}",
        "titel: Miller",
        'title: " "',
        "title: [Miller, {}]",
        "rank: 1.5",
        'rank: "1"',
        "rank: 1000000",
        "years: []",
        "years: [1, 2, 3]",
        "years: 101",
        "years: {until: 3}",
        "expects: {grain: {text: Tells wheat from rye.}}",
        "expects: {grain: [[Tells wheat from rye.]]}",
        "time: {milling: 101}",
        "time: {milling: }",
        "time: {milling: {does: Grinds.}}",
        "time: {milling: {reports: []}}",
        "time: {milling: {reports: [{text: In winter.}]}}",
        'days: [{blocks: [{from: "25:00", title: Walks}]}]',
        'days: [{blocks: [{from: "24:00", title: Walks}]}]',
        'days: [{blocks: [{from: "9:00", candid: Sleeps.}]}]',
        "days: [{blocks: [{from: 9, title: Walks}]}]",
        "days: [{title: A calm}]",
        "days: [{blocks: [], on: Monday}]",
        "next: [{years: 4}]",
        "next: [{to: master, years: [1, 2, 3]}]",
        "fit: {questions: [{ask: Early?, answers: [{say: Yes}]}]}",
        "faq: [{ask: Early?}]",
        "{level: miller, discipline: [wind]}",
        "{currency: EUR, measure: base}",
        "{title: Pay, currency: EUR, measure: basis}",
        "{title: Pay, currency: EUR, measure: base, published: 2026-02-30}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller, mean: 1, range: [1, 2]}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller, about: All, mean: 1}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{mean: 1}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller, range: [1]}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller, percentiles: {}}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller, percentiles: {100: 1}}]}",
        "{title: Pay, currency: EUR, measure: base, bands: [{for: miller, percentiles: {50: }}]}",
        "tidewater: {levels: {T1: {iz: miller}}}",
        "tidewater: {title: Tidewater, levels: {T1: {disagree: [{note: Paid as one.}]}}}",
        "house: {title: The mill, kind: novel}",
        "house: {kind: editorial}",
        "rover: {levels: [master], doos: Mends.}",
    ],
)
def test_a_mistake_in_any_file_is_refused(text: str) -> None:
    assert refuses(text)


def keys_with_their_help() -> Iterator[tuple[str, str, str]]:
    """Each key of each definition, with what an editor shows for it."""
    for name, definition in SCHEMA["definitions"].items():
        for record in (definition, *definition.get("anyOf", ())):
            if "additionalProperties" in record:
                yield from (
                    (name, key, one.get("description", "")) for key, one in record.get("properties", {}).items()
                )


def test_every_key_and_every_definition_has_help_in_an_editor() -> None:
    assert [(name, key) for name, key, help in keys_with_their_help() if not help] == []
    bare = {name for name, made in SCHEMA["definitions"].items() if not (made.get("title") and made.get("description"))}
    assert bare == {"id", "key"}


def test_no_help_is_kept_for_a_key_that_is_gone() -> None:
    shown = {help for _, _, help in keys_with_their_help()}
    assert {*fieldwords.everywhere().values()} - shown == set()


def patterns(part: Any) -> Iterator[str]:
    """Every regular expression in the schema."""
    if isinstance(part, dict):
        yield from (part["pattern"],) if isinstance(part.get("pattern"), str) else ()
        yield from part.get("patternProperties", ())
        part = list(part.values())
    for one in part if isinstance(part, list) else ():
        yield from patterns(one)


def test_its_patterns_are_read_alike_by_every_dialect() -> None:
    for pattern in set(patterns(SCHEMA)):
        assert not re.search(r"\(\?|\\[dwAZbB]|\+\+|\*\+", pattern)


def takes(decode: Any, text: str) -> bool:
    """Whether the decoder takes text for a date or a time of day."""
    context = Context("acme.yaml", {}, [])
    node = compose(json.dumps(text), "acme.yaml")
    assert node is not None
    decode(node, context)
    return not context.problems


def test_it_knows_every_day_of_the_calendar_as_the_decoder_does() -> None:
    for year, month, day in product((1900, 2000, 2023, 2024), range(14), range(33)):
        text = f"{year}-{month:02}-{day:02}"
        assert bool(re.fullmatch(schema.DATE["pattern"], text)) == takes(date, text)
    for text in ("2026-00", "2026-01", "2026-12", "2026-13", "2026", "226", "2026-1", "2026-01-1", "26-01-01"):
        assert bool(re.fullmatch(schema.DATE["pattern"], text)) == takes(date, text)


def test_it_knows_every_time_of_day_as_the_decoder_does() -> None:
    for hour, minute in product((0, 1, 9, 10, 19, 20, 23, 24, 25), (0, 1, 59, 60)):
        for text in (f"{hour}:{minute:02}", f"{hour:02}:{minute:02}", f"{hour}:{minute}", f"{hour}"):
            assert bool(re.fullmatch(schema.TIME["pattern"], text)) == takes(clock, text)


@given(st.text(st.characters(codec="utf-8"), max_size=4) | st.text("a. \t/\\:\x00\x7f\x85\xa0", max_size=4))
@example("..")
@example("...")
@example("a b")
@example("a\n")
def test_an_id_is_an_id_to_both(text: str) -> None:
    fits = bool(re.fullmatch(schema.ID["pattern"], text)) and text not in schema.ID["not"]["enum"]
    assert fits == valid_id(text)


# -- `ladder schema`


def test_the_command_prints_the_packaged_copy_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert capsys.readouterr() == (schema.written(), "")


def test_the_command_writes_a_file_and_overwrites_none_unless_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "ladder.schema.json"
    target.write_text("mine")
    assert run(["schema", "-o", str(target)]) == 1
    assert "`--force`" in capsys.readouterr().err
    assert target.read_text() == "mine"
    for line in (["schema", "-o", str(target), "--force"], ["--output", str(target), "--force", "schema"]):
        target.write_text("mine")
        assert run(line) == 0
        assert target.read_text(encoding="utf-8") == schema.written()
    assert capsys.readouterr().out == ""


def test_the_command_makes_nothing_and_reads_no_ladder() -> None:
    script = "import sys\nfrom ladder.cli.app import run\nrun(['schema'])\nprint(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd="/")
    assert json.loads(ran.stdout) == SCHEMA
    assert not set(ran.stderr.split()) & {
        "ladder.schema",
        "ladder.model",
        "ladder.reading",
        "yaml",
        "rich",
        "jsonschema",
    }
