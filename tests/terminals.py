"""A terminal of its own for a command that asks back, and somebody who types."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from typing import Final

from running import Ran

CTRL_C: Final = "\x03"
CTRL_D: Final = "\x04"

CONTROLLED: Final = """
import fcntl, os, sys, termios
fcntl.ioctl(2, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "ladder", *sys.argv[1:]])
"""
"""Makes the terminal the one that Ctrl-C is typed on, and becomes the program."""


def _hear_ctrl_c() -> None:
    """A shell that starts its jobs in the background lets them ignore Ctrl-C, and they hand that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def typed_at(arguments: Sequence[str], keys: Sequence[str] = (), *, piped: str = "", columns: int = 80) -> Ran:
    """Runs `ladder` on a terminal, and types one of `keys` at each prompt. All that the terminal received is `err`.

    `out` is the same, or what came out of a pipe where "stdout" is `piped`; "stdin" may be a pipe, too, an empty one.

    Raises AssertionError where it asks once more when nothing is left to type.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1"}
    env |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-c", CONTROLLED, *arguments],
        stdin=subprocess.DEVNULL if piped == "stdin" else theirs,
        stdout=subprocess.PIPE if piped == "stdout" else theirs,
        stderr=theirs,
        env=env,
        start_new_session=True,
        preexec_fn=_hear_ctrl_c,
    )
    os.close(theirs)
    received, left, read_to = b"", list(keys), 0
    try:
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            received += part
            if received[read_to:].endswith(b"> "):
                read_to = len(received)
                if not left:
                    raise AssertionError(f"asks again, after {received.decode(errors='replace')!r}")
                os.write(ours, left.pop(0).encode())
        shown = received.decode().replace("\r\n", "\n")
        out = process.stdout.read().decode() if process.stdout else shown
        return Ran(process.wait(), out, shown)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
        os.close(ours)
