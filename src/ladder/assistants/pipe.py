"""Standard input and output as the protocol's stream: a message a line, no line longer than a request may be.

The SDK's own reads lines of any length, drops what is no message without an answer, and waits for a line that never
comes when it is interrupted. After the last line this one waits until everything that was asked is answered.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, BinaryIO, Final

import anyio
import anyio.to_thread
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.shared.message import SessionMessage
from mcp.types import (
    INVALID_REQUEST,
    PARSE_ERROR,
    ErrorData,
    JSONRPCError,
    JSONRPCNotification,
    JSONRPCRequest,
    JSONRPCResponse,
    jsonrpc_message_adapter,
)
from pydantic import ValidationError

LONGEST: Final = 1_000_000
"""Bytes of a line. The longest sensible request names a few levels."""
MOST_WAITING: Final = 1_000
"""Requests that are read before the first of them is answered."""

Messages = tuple[MemoryObjectReceiveStream[SessionMessage | Exception], MemoryObjectSendStream[SessionMessage]]


class _Waiting:
    """The requests that are not answered yet."""

    def __init__(self) -> None:
        self.ids: set[int | str] = set()
        self._changed = anyio.Event()

    def add(self, message: Any) -> None:
        """Notes a request that was read, and that nobody waits for one that was cancelled."""
        if isinstance(message, JSONRPCRequest):
            self.ids.add(message.id)
        if isinstance(message, JSONRPCNotification) and message.method == "notifications/cancelled":
            self.done((message.params or {}).get("requestId"))

    def done(self, id: Any) -> None:
        """Notes an answer."""
        if isinstance(id, int | str):
            self.ids.discard(id)
        self._changed.set()
        self._changed = anyio.Event()

    async def below(self, most: int) -> None:
        """Returns once fewer than so many wait."""
        while len(self.ids) >= most:
            await self._changed.wait()


@asynccontextmanager
async def pipe() -> AsyncIterator[Messages]:
    """What is read, and where to write. Whatever prints meanwhile goes to standard error."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    printed, sys.stdout = sys.stdout, sys.stderr
    to_server, read = anyio.create_memory_object_stream[SessionMessage | Exception](0)
    write, from_server = anyio.create_memory_object_stream[SessionMessage](0)
    waiting = _Waiting()
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(_reading, source, to_server, write.clone(), waiting)
            tasks.start_soon(_writing, target, from_server, waiting, tasks.cancel_scope)
            yield read, write
    finally:
        sys.stdout = printed


async def _reading(
    source: BinaryIO,
    to_server: MemoryObjectSendStream[SessionMessage | Exception],
    write: MemoryObjectSendStream[SessionMessage],
    waiting: _Waiting,
) -> None:
    async with to_server, write:
        while line := await anyio.to_thread.run_sync(source.readline, LONGEST + 1, abandon_on_cancel=True):
            if len(line) > LONGEST:
                await anyio.to_thread.run_sync(_skip_line, source, line, abandon_on_cancel=True)
                said = f"a request takes at most {LONGEST:,} bytes"
                await write.send(_error(INVALID_REQUEST, said))
            elif line.strip():
                try:
                    message = jsonrpc_message_adapter.validate_json(line, by_name=False)
                except ValidationError as error:
                    await write.send(_wrong(error))
                else:
                    waiting.add(message)
                    await to_server.send(SessionMessage(message))
                    await waiting.below(MOST_WAITING)
        await waiting.below(1)


async def _writing(
    target: BinaryIO,
    from_server: MemoryObjectReceiveStream[SessionMessage],
    waiting: _Waiting,
    everything: anyio.CancelScope,
) -> None:
    async with from_server:
        async for sent in from_server:
            message = sent.message
            data = message.model_dump_json(by_alias=True, exclude_unset=True).encode() + b"\n"
            try:
                await anyio.to_thread.run_sync(_write, target, data)
            except (OSError, ValueError):  # nobody reads any more
                everything.cancel()
                return
            if isinstance(message, JSONRPCResponse | JSONRPCError):
                waiting.done(message.id)


def _write(target: BinaryIO, data: bytes) -> None:
    target.write(data)
    target.flush()


def _skip_line(source: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = source.readline(LONGEST)


def _wrong(error: ValidationError) -> SessionMessage:
    """What is no JSON, or JSON but no message."""
    if any(one["type"] == "json_invalid" for one in error.errors(include_url=False)):
        return _error(PARSE_ERROR, "Parse error")
    return _error(INVALID_REQUEST, "Invalid request")


def _error(code: int, message: str) -> SessionMessage:
    return SessionMessage(JSONRPCError(jsonrpc="2.0", id=None, error=ErrorData(code=code, message=message)))
