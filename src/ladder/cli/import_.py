"""`ladder import`."""

import os
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ladder.cli.saving import check_free, check_name, is_file, typed, write_ladder
from ladder.cli.streams import tell, write
from ladder.errors import CannotWrite, quoted
from ladder.importing.shapes import SHAPES
from ladder.pages.words import count

if TYPE_CHECKING:
    from ladder.importing.bringing import Brought

MOST_TOLD: Final = 12
"""How many lines say how the input was read: a folder of many files has one each."""

NAMES: Final = ", ".join(one.name for one in SHAPES)


def _complete_shapes(incomplete: str) -> list[tuple[str, str]]:
    return [(one.name, one.about) for one in SHAPES if one.name.startswith(incomplete)]


def command(
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="CSV, TSV, Markdown, YAML, JSON, or a folder.")],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="NAME", help="The new ladder's folder, or a file NAME.yaml; - prints it."
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="SHAPE", help=f"The layout of the files: {NAMES}.", autocompletion=_complete_shapes
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The title of the new ladder.")] = None,
    cumulative: Annotated[
        bool, typer.Option("--cumulative", help="Each level also expects what those below it expect.")
    ] = False,
    transpose: Annotated[
        bool, typer.Option("--transpose", help="Swap levels and competencies, if they were read the wrong way round.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")] = False,
) -> int:
    """Write a ladder made from foreign files. No text in them is lost."""
    from ladder import api
    from ladder.importing.bringing import called, check_foreign
    from ladder.importing.writing import schema

    for path in paths:
        check_foreign(path)
    target = called(paths[0]) if output is None else output
    one_file = target == "-" or is_file(target)
    if target != "-":
        check_name(target)
        _check_apart(target, paths)
        check_free(target, "" if one_file else {"ladder.yaml": ""}, force=force)
    brought = api.import_(*paths, shape=from_ or "", title=title or "", cumulative=cumulative, transpose=transpose)
    if target == "-":
        write(sys.stdout, brought.single, "yaml")
    else:
        write_ladder(target, brought.single if one_file else {**brought.files, **schema()}, force=force)
    tell(*_told(brought, target))
    return 0


def _check_apart(target: str, paths: list[str]) -> None:
    """Raises CannotWrite where the new ladder would stand in the place of what it is made of."""
    if os.path.realpath(target) in map(os.path.realpath, paths):
        raise CannotWrite(f"{quoted(target)} is what you are importing", "name the new ladder with `-o NAME`")


def _told(brought: "Brought", target: str) -> list[str]:
    """What was done: how the input was read, what there is now, and what found no place."""
    ladder = brought.ladder
    sizes = (
        count(len(ladder.levels), "level"),
        count(len(ladder.roles), "role") if ladder.roles else "",
        count(len(ladder.competencies), "competency", "competencies"),
        count(brought.statements, "statement"),
    )
    name = "the ladder" if target == "-" else typed(target)
    did = brought.did[:MOST_TOLD]
    more = len(brought.did) - len(did)
    lines = [*did, *([f"… and {more:,} more like these"] if more else []), f"{name}: {', '.join(filter(None, sizes))}"]
    if brought.unplaced:
        kept = count(len(brought.unplaced), "text")
        stand = "stands" if len(brought.unplaced) == 1 else "stand"
        first = brought.unplaced[0]
        shown = f"{first.at}: {quoted(first.text)}"
        lines.append(f"{kept} found no place and {stand} under x-unplaced, the first from {shown}")
    if target != "-":
        lines.append(f"next: `ladder validate {name}`, `ladder --ladder {name} list`")
    return lines
