"""`ladder init`."""

import os
from typing import Annotated

import typer

from ladder.cli.saving import check_name, is_file, typed, write_ladder
from ladder.cli.streams import tell


def command(
    target: Annotated[str, typer.Argument(metavar="NAME", help="The folder to make, or a file NAME.yaml.")],
    *,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="LADDER", help="Copy this ladder: a path, or a name that `ladder ladders` lists."
        ),
    ] = None,
    single: Annotated[bool, typer.Option("--single", help="Write one file instead of a folder.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")] = False,
) -> int:
    """Write a small, commented ladder, or a copy of another one."""
    from ladder import shelf
    from ladder.writing import copying, starter, yaml_text

    check_name(target)
    if single and not is_file(target):
        target = target.rstrip("/" + os.sep) + ".yaml"
    one_file = single or is_file(target)
    name = os.path.splitext(os.path.basename(target))[0] if one_file else os.path.basename(os.path.abspath(target))
    files: dict[str, str] | str
    if from_:
        files = copying.copy(shelf.find(from_)[0], single=one_file)
    else:
        files = starter.single(name) if one_file else starter.folder(name)
    if isinstance(files, dict):
        files |= yaml_text.schema()
    write_ladder(target, files, force=force)
    shown = typed(target)
    tell(f"{shown} is a ladder now: edit it, then `ladder validate {shown}` and `ladder --ladder {shown} list`")
    if one_file:
        tell("`ladder schema -o ladder.schema.json` lets editors complete and check it")
    return 0
