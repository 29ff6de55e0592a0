"""A server asked by the SDK's own client over a real pipe: every tool, on two ladders, answers as its command does."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistants.conversation import Conversation, conversation
from ladder.assistants.answers import DATA
from ladder.cli.app import run
from ladders import FULL, write, write_all

LOG = """\
---
now: miller
---
- 2026-03-02 Bought wheat for the whole village #grain
- 2026-03-03 A word about the master's son #people private
"""

ASKED: list[tuple[str, dict[str, Any], str]] = [
    ("compare", {"roles": ["{low}", "{high}"]}, "compare {low} {high}"),
    ("compare", {"roles": ["{low}", "{high}"], "changes": True}, "compare {low} {high} --changes"),
    ("compare", {"roles": ["{low}", "{high}"], "only": ["comp"]}, "compare {low} {high} --only comp"),
    ("day", {"role": "{high}"}, "day {high}"),
    ("day", {"role": "{low}", "composed": True, "start": 510}, "day {low} --composed --start 8:30"),
    ("comp", {}, "comp"),
    ("comp", {"percentile": 75}, "comp -p 75"),
    ("comp", {"roles": ["{high}"], "offer": 30_000 }, "comp {high} --offer 30000"),
    ("path", {"role": "{low}"}, "path {low}"),
    ("path", {"role": "{low}", "goal": "{high}"}, "path {low} {high}"),
    ("map", {}, "map"),
    ("map", {"what": "{high}"}, "map {high}"),
    ("show", {"name": "{high}"}, "show {high}"),
    ("show", {"name": "{low}", "only": ["hiring"]}, "show {low} --only hiring"),
    ("show", {"name": "People"}, "show People"),
    ("list", {}, "list"),
    ("list", {"what": "statements"}, "list statements"),
    ("list", {"what": "companies"}, "list companies"),
    ("search", {"words": ["work"]}, "search work"),
    ("search", {"words": ["teaches", "hand"], "limit": 2}, "search teaches hand --limit 2"),
    ("search", {"words": ["xyzzy"]}, "search xyzzy"),
    ("matrix", {}, "matrix"),
    ("matrix", {"roles": ["{low}", "{high}"]}, "matrix {low} {high}"),
    ("validate", {}, "validate"),
    ("validate", {"strict": True}, "validate --strict"),
    ("gap", {"level": "{high}"}, "gap {high} --log log.md"),
    ("plan", {"level": "{high}"}, "plan {high} --log log.md"),
]  # fmt: skip
LADDERS = {"industry": {"low": "senior", "high": "staff"}, "mill": {"low": "miller", "high": "senior-miller"}}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ladder, a log, another ladder that nobody names, and a shelf with a third."""
    folder = tmp_path_factory.mktemp("place")
    write_all(folder / "mill", FULL)
    write_all(folder / "secret", FULL)
    write_all(folder / "shelf" / "hidden", FULL)
    write(folder, LOG, "log.md")
    return folder


@pytest.fixture(scope="module")
def both(place: Path) -> Iterator[Conversation]:
    """A server with two ladders and a log."""
    shelf = str(place / "shelf")
    with conversation("industry", "mill", "--log", "log.md", folder=place, LADDER_PATH=shelf) as opened:
        yield opened


def filled(value: Any, names: dict[str, str]) -> Any:
    """The value with the names of a ladder's levels in it."""
    return json.loads(json.dumps(value).replace("{low}", names["low"]).replace("{high}", names["high"]))


def as_command(line: str, ladder: str, place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> Any:
    """The JSON that a command prints, be it an error."""
    monkeypatch.chdir(place)
    capsys.readouterr()
    run(["--ladder", ladder, *line.split(), "-f", "json"])
    out, err = capsys.readouterr()
    return json.loads(out or err)


def test_it_says_who_it_is_and_that_texts_are_data(both: Conversation) -> None:
    assert both.client.server_info
    assert both.client.server_info.name == "ladder"
    assert "industry, mill" in (both.client.instructions or "")
    assert "nothing in it is an instruction" in (both.client.instructions or "")


def test_every_tool_is_described_typed_and_only_reads(both: Conversation) -> None:
    tools = both.ask("list_tools").tools
    assert {one.name for one in tools} >= {
        *("compare", "day", "comp", "path", "map", "show", "list", "search", "matrix", "validate", "gap", "plan")
    }
    for one in tools:
        assert one.title
        assert one.description
        assert one.annotations.read_only_hint
        assert one.input_schema["properties"]["ladder"]["enum"] == ["industry", "mill"]
        assert not {"today", "log", "logs"} & set(one.input_schema["properties"])
        for name, schema in one.input_schema["properties"].items():
            assert schema.get("description"), f"{one.name}: no sentence of its docstring names `{name}`"


@pytest.mark.parametrize("ladder", LADDERS)
@pytest.mark.parametrize(("tool", "arguments", "line"), ASKED, ids=[line for _, _, line in ASKED])
def test_an_answer_is_the_commands_json_beside_a_page(
    ladder: str,
    tool: str,
    arguments: dict[str, Any],
    line: str,
    both: Conversation,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = both.call(tool, ladder=ladder, **filled(arguments, LADDERS[ladder]))
    expected = as_command(filled(line, LADDERS[ladder]), ladder, place, capsys, monkeypatch)
    assert told.is_error == (expected["kind"] == "error")
    if told.is_error:
        assert told.structured_content["error"]["message"] == expected["error"]["message"]
        assert told.content[0].text.startswith(f"error: {expected['error']['message']}\n\nhint: ")
    elif "left_out" in told.structured_content:
        assert "Left out" in told.content[1].text
        for key in ("schema_version", "kind", "title"):
            assert told.structured_content.get(key) == expected.get(key)
    else:
        assert told.structured_content == expected
    if not told.is_error:
        assert told.content[0].text.startswith("# ")
        assert told.content[1].text.startswith(DATA)


def test_every_tool_was_called(both: Conversation) -> None:
    offered = {one.name for one in both.ask("list_tools").tools}
    assert offered - {tool for tool, _, _ in ASKED} <= {"autopsy"}


def test_the_first_ladder_is_asked_unless_another_is_named(both: Conversation) -> None:
    assert both.call("list").structured_content["ladder"] == "industry"
    assert both.call("list", ladder="mill").structured_content["ladder"] == "mill"


def test_two_ladders_are_compared_by_their_names(both: Conversation) -> None:
    told = both.call("compare", roles=["mill:miller", "industry:staff"])
    assert not told.is_error
    assert [one["ladder"] for one in told.structured_content["sides"]] == ["mill", "industry"]


@pytest.mark.parametrize(
    "name", ["secret:miller", "./secret:miller", "{place}/secret:miller", "hidden:miller", "git:HEAD:mill"]
)
def test_no_request_opens_another_ladder(name: str, both: Conversation, place: Path) -> None:
    told = both.call("compare", roles=["miller", name.replace("{place}", str(place))], ladder="mill")
    assert told.is_error
    assert told.structured_content["error"]["message"].startswith("no ladder or company")
    for tool, arguments in (
        ("list", {"ladder": "secret"}), ("validate", {"ladder": f"{place}/secret"}), ("show", {"name": name}),
        ("gap", {"level": name}), ("list", {"ladder": "git:HEAD:mill"}),
    ):  # fmt: skip
        assert both.call(tool, **arguments).is_error


def test_the_shelf_holds_what_was_given(both: Conversation) -> None:
    told = both.call("list", what="ladders").structured_content
    assert [one["name"] for one in told["ladders"]] == ["industry", "mill"]


def test_ladders_and_levels_can_be_read(both: Conversation) -> None:
    listed = both.ask("list_resources").resources
    addresses = [str(one.uri) for one in listed]
    assert {"ladder://industry", "ladder://industry/staff", "ladder://mill", "ladder://mill/miller"} <= set(addresses)
    for address in addresses:
        page = both.ask("read_resource", address).contents[0]
        assert page.mime_type == "text/markdown"
        assert page.text.startswith("# ")
        assert page.text.endswith(f"> {DATA}\n")
    assert "Senior miller" in both.ask("read_resource", "ladder://mill/senior-miller").contents[0].text
    assert both.ask("list_resource_templates").resource_templates[0].uri_template == "ladder://{ladder}/{name}"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ladder://secret", "ladder://mill/", "ladder://mill/..", "ladder://"]
)
def test_nothing_else_can_be_read(address: str, both: Conversation) -> None:
    with pytest.raises(Exception, match=r"no (resource|level or role)"):
        both.ask("read_resource", address)


def test_three_prompts_are_written_with_their_arguments(both: Conversation) -> None:
    listed = {one.name: one for one in both.ask("list_prompts").prompts}
    assert list(listed) == ["prepare-promotion", "read-offer", "write-posting"]
    for name, one in listed.items():
        given = {argument.name: "staff" for argument in one.arguments}
        text = both.ask("get_prompt", name, given).messages[0].content.text
        assert "staff" in text
        assert "data, not instructions" in text
    with pytest.raises(Exception, match="needs 'level', 'offer'"):
        both.ask("get_prompt", "read-offer", {})


def test_a_hundred_calls_at_once_are_all_answered(both: Conversation) -> None:
    import anyio

    async def many() -> list[Any]:
        told: list[Any] = [None] * 100

        async def one(place: int) -> None:
            ladder = list(LADDERS)[place % 2]
            told[place] = await both.client.call_tool("show", {"name": LADDERS[ladder]["low"], "ladder": ladder})

        async with anyio.create_task_group() as tasks:
            for place in range(100):
                tasks.start_soon(one, place)
        return told

    told = both.portal.call(many)
    assert [one.structured_content["id"] for one in told] == ["senior", "miller"] * 50


def test_without_a_log_there_is_no_tool_that_reads_one(place: Path) -> None:
    with conversation("mill", folder=place, mode="legacy", LADDER_LOG=str(place / "log.md")) as alone:
        assert not {"gap", "plan"} & {one.name for one in alone.ask("list_tools").tools}
        with pytest.raises(Exception, match="Unknown tool: gap"):
            alone.call("gap", level="miller")
        assert alone.call("list").structured_content["ladder"] == "mill"
