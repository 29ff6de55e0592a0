"""`ladder schema`: prints the packaged JSON Schema of the format, for editors. Reads no ladder and makes no schema."""

import sys
from typing import Annotated

import typer

from ladder.cli import streams
from ladder.errors import ExitCode
from ladder.packaged import packaged_schema


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
    if path in (None, "-"):
        streams.write(sys.stdout, packaged_schema(), "json")
    else:
        streams.write_file(path, packaged_schema(), force=force or bool(outer.get("force")))
    return ExitCode.DONE
