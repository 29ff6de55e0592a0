"""The command line: reads what was typed, asks, prints. It knows every other part and is known by none.

`main` is the installed command. Collecting garbage while modules load, and taking every module apart
again at the end, cost a bare Typer program 5 and 10 of its 58 ms; a command that prints one page and
ends needs neither.
"""

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Runs the command line and ends the process."""
    gc.disable()
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever called: `>&-`
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 - it stays open until the process ends
    from ladder.cli import bare_yaml
    from ladder.cli.app import run

    bare_yaml.use()
    code = run(sys.argv[1:])
    os._exit(code)
