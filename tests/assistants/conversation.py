"""A server in a process of its own, asked by the SDK's client over a real pipe, or by hand a line at a time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import pytest

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

from anyio.from_thread import start_blocking_portal
from mcp import Client, StdioServerParameters, stdio_client

import ladder

SOURCES: Final = str(Path(ladder.__file__).parent.parent)
START: Final = ("-c", "from ladder.cli import main; main()", "mcp")
HELLO: Final = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}


class Conversation:
    """The client's methods, called one after the other."""

    def __init__(self, portal: Any, client: Client) -> None:
        self.portal = portal
        self.client = client

    def ask(self, method: str, *given: Any) -> Any:
        """What a method of the client returns."""
        return self.portal.call(getattr(self.client, method), *given)

    def call(self, tool: str, **arguments: Any) -> Any:
        """The result of a tool."""
        return self.ask("call_tool", tool, arguments)


@contextmanager
def conversation(*words: str, folder: Path, mode: str = "auto", **environment: str) -> Iterator[Conversation]:
    """A server started with these words in a folder, and a client that is connected to it."""
    parameters = StdioServerParameters(
        command=sys.executable, args=[*START, *words], env={"PYTHONPATH": SOURCES, **environment}, cwd=str(folder)
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(stdio_client(parameters), mode=mode)) as client,
    ):
        yield Conversation(portal, client)


class Pipe:
    """A server and a pipe to it; what is said and heard are lines."""

    def __init__(self, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *START, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": SOURCES},
        )

    def say(self, line: bytes) -> None:
        """Writes a line as it is."""
        assert self.process.stdin
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def send(self, method: str, id: int | None = None, **params: Any) -> None:
        """Writes a message."""
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if id is None else {"id": id})
        self.say(json.dumps(message).encode())

    def hear(self) -> Any:
        """The next message."""
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def greet(self) -> Any:
        """The handshake; what the server says of itself."""
        self.send("initialize", 0, **HELLO)
        said = self.hear()
        self.send("notifications/initialized")
        return said

    def end(self) -> tuple[list[Any], int, str]:
        """Closes the pipe: what was still said, the exit code, and standard error."""
        out, err = self.process.communicate(timeout=60)
        return [json.loads(line) for line in out.splitlines()], self.process.returncode, err.decode()


@contextmanager
def pipe(*words: str) -> Iterator[Pipe]:
    """A server with a pipe to it, ended at the end whatever comes of it."""
    made = Pipe(*words)
    try:
        yield made
    finally:
        made.process.kill()
        for stream in (made.process.stdin, made.process.stdout, made.process.stderr):
            with suppress(OSError):  # what was never read
                stream.close()  # type: ignore[union-attr]
        made.process.wait()
