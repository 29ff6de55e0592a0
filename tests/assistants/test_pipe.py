"""The protocol's edges: what is no request, too long a one, a stream that ends, and a client that goes away."""

import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from assistants.conversation import pipe
from ladder.assistants.pipe import LONGEST
from ladder.cli.commands import COMMANDS
from ladders import FULL, write, write_all

REFUSED = [
    (b"hello", -32700),
    (b"\xff\xfe{}", -32700),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"a": "\\ud800"}}', -32700),
    (b"[]", -32600),
    (b'{"jsonrpc": "1.0", "id": 1, "method": "ping"}', -32600),
    (b'{"jsonrpc": "2.0", "id": 1}', -32600),
    (b"x" * (LONGEST + 1), -32600),
    (b'{"jsonrpc": "2.0", "id": 1, "method": "' + b"x" * 3 * LONGEST + b'"}', -32600),
]


def test_what_is_no_request_is_refused_and_the_next_one_answered() -> None:
    with pipe() as server:
        for line, code in REFUSED:
            server.say(line)
            said = server.hear()
            assert (said["id"], said["error"]["code"]) == (None, code), line[:80]
        server.say(b"")
        assert server.greet()["result"]["serverInfo"]["name"] == "ladder"


def test_a_wrong_request_is_an_error_of_the_protocol() -> None:
    with pipe() as server:
        server.send("tools/list", 1)
        assert server.hear()["error"]["code"] == -32602, "nothing is asked before the handshake"
        server.greet()
        asked: list[tuple[str, dict[str, Any], int]] = [
            ("nope", {}, -32601),
            ("tools/call", {"name": "rm"}, -32602),
            ("tools/call", {"name": 5}, -32602),
            ("tools/call", {"name": "list", "arguments": []}, -32602),
            ("resources/list", {"cursor": "-1"}, -32602),
            ("resources/list", {"cursor": "9" * 5000}, -32602),
            ("prompts/get", {"name": "nope"}, -32602),
        ]
        for method, params, code in asked:
            server.send(method, 7, **params)
            said = server.hear()
            assert (said["id"], said["error"]["code"]) == (7, code), (method, params)


def test_arguments_that_do_not_fit_are_answers_with_a_hint() -> None:
    with pipe() as server:
        server.greet()
        for tool, arguments, message, hint in [
            ("comp", '{"percentil": 75}', "no argument 'percentil'", "did you mean 'percentile'?"),
            ("comp", '{"percentile": "75"}', "'percentile' is not a whole number", "give a whole number"),
            ("comp", '{"percentile": true}', "'percentile' is not a whole number", "give a whole number"),
            ("comp", '{"percentile": 500}', "there is no percentile 500", "give a whole number from 1 to 99"),
            ("comp", '{"measure": "bas"}', "no measure 'bas'", "did you mean 'base'?"),
            ("day", '{"role": "staff", "hours": NaN}', "'hours' is not a number", "give a number"),
            ("day", '{"role": "staff", "hours": 1e999}', "'hours' is not a number", "give a number"),
            ("day", "{}", "the argument 'role' is missing", "`role` is a level or role."),
            ("compare", '{"roles": "senior"}', "'roles' is not a list of texts", "give a list of texts"),
            ("compare", '{"roles": ["senior", 5]}', "'roles' is not a list of texts", "give a list of texts"),
            ("compare", '{"roles": ["senior", "staf"]}', "no level or role 'staf' in the ladder", "did you mean"),
            ("search", '{"words": ["a"], "limit": 0}', "a search cannot show 0 hits", "give a limit of 1 or more"),
            ("show", '{"name": "\\u0000\\u001b[31m"}', "no level or role '\\x00\\x1b[31m' in the ladder", "`ladder"),
        ]:  # fmt: skip
            call = f'{{"name": "{tool}", "arguments": {arguments}}}'
            server.say(f'{{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {call}}}'.encode())
            told = server.hear()["result"]
            assert told["isError"], arguments
            assert told["structuredContent"]["kind"] == "error"
            assert told["content"][0]["text"].startswith(f"error: {message}\n\nhint: {hint}"), arguments


def test_what_was_asked_is_answered_before_it_ends() -> None:
    with pipe() as server:
        server.greet()
        for id in range(1, 21):
            server.send("tools/call", id, name="compare", arguments={"roles": ["senior", "staff"]})
        server.send("notifications/cancelled", requestId=15)
        said, code, err = server.end()
    assert sorted(one["id"] for one in said) in ([*range(1, 21)], [*range(1, 15), *range(16, 21)])
    assert all("result" in one for one in said)
    assert (code, err) == (0, "")


@pytest.mark.parametrize("line", [line for line, _ in COMMANDS["mcp"].examples])
def test_an_example_of_the_help_runs_and_an_empty_stream_is_a_quiet_end(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_all(tmp_path / "acme", FULL)
    write(tmp_path, "- 2026-01-02 Did it\n", "log.md")
    with pipe(*line.split()[2:]) as server:
        assert server.end() == ([], 0, "")


def test_a_client_that_goes_away_is_a_quiet_end() -> None:
    with pipe() as server:
        server.greet()
        assert server.process.stdout
        server.process.stdout.close()
        try:
            for id in range(1, 200):
                server.send("tools/list", id)
                time.sleep(0.01)
        except BrokenPipeError:
            pass
        assert server.process.wait(timeout=30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_it_stops_when_it_is_interrupted() -> None:
    with pipe() as server:
        server.greet()
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(timeout=30) == 130


def test_a_ladder_that_breaks_while_it_runs_is_an_answer(tmp_path: Path) -> None:
    folder = write_all(tmp_path / "mill", FULL)
    level = Path(folder) / "levels" / "miller.yaml"
    with pipe(folder) as server:
        server.greet()
        whole = level.read_text()
        for text, wrong in ((whole, False), ("titel: x\n", True), (whole.replace("Grinds", "Mills"), False)):
            level.write_text(text)
            server.send("tools/call", 1, name="show", arguments={"name": "miller"})
            told = server.hear()["result"]
            assert told["isError"] is wrong
        assert "Mills what is brought." in told["content"][0]["text"]
        level.write_text("titel: x\n")
        server.send("tools/call", 1, name="show", arguments={"name": "miller"})
        error = server.hear()["result"]
        assert f"{level}:1:1: error[unknown-key]" in error["content"][0]["text"]
        assert error["structuredContent"]["error"]["problems"][0]["line"] == 1
        server.send("resources/list", 2)
        assert [one["name"] for one in server.hear()["result"]["resources"]] == ["mill"]
        server.send("resources/read", 3, uri="ladder://mill")
        assert "problem" in server.hear()["error"]["message"]
