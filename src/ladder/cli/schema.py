"""`ladder schema`: prints the packaged JSON Schema of the format, for editors. Reads no ladder and makes no schema."""

import os
import sys
from typing import Annotated, Final

import typer

import ladder
from ladder.cli import streams
from ladder.errors import ExitCode

PACKAGED: Final = os.path.join(os.path.dirname(os.path.abspath(ladder.__file__)), "ladder.schema.json")


def command(
    ctx: typer.Context,
    *,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite the file if it exists.", show_default=False)
    ] = False,
) -> int:
    """The JSON Schema of the ladder format, with which editors complete and check a ladder's files.

    At the top of a file, `# yaml-language-server: $schema=ladder.schema.json` names it by its path from there.
    """
    outer = ctx.parent.params if ctx.parent is not None else {}
    path = output or outer.get("output")
    with open(PACKAGED, encoding="utf-8") as file:
        text = file.read()
    if path in (None, "-"):
        streams.write(sys.stdout, text, "json")
    else:
        streams.write_file(path, text, force=force or bool(outer.get("force")))
    return ExitCode.DONE
