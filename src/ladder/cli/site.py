"""`ladder site`."""

import os
from functools import partial
from typing import Annotated, Final

import typer

from ladder.cli.options import complete_ladders
from ladder.cli.progress import ProgressLine
from ladder.cli.streams import tell

EVERY: Final = 25
"""After how many pages a terminal is told how far it is."""


def command(
    ctx: typer.Context,
    ladder: Annotated[
        str | None,
        typer.Argument(metavar="[LADDER]", help="A folder, a YAML file, or a name.", autocompletion=complete_ladders),
    ] = None,
    *,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FOLDER", help="The folder of the site: a new one, or its last build."),
    ] = "public",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Another title than the ladder's.")] = "",
    pay: Annotated[
        bool, typer.Option("--pay", help="Publish pay, too. It is left out unless the ladder is the bundled one.")
    ] = False,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="Where it will stand, for search engines and a 404.html.")
    ] = "",
    accent: Annotated[str, typer.Option("--accent", metavar="COLOUR", help="A colour, such as '#0a7d55'.")] = "",
    open_: Annotated[bool, typer.Option("--open", help="Show it in the browser.")] = False,
) -> int:
    """Make a web site of a ladder: a folder that a browser opens without a server."""
    from ladder import opening, shelf
    from ladder.pages.words import count
    from ladder.site import building, folder

    folder.check(output)
    where = ladder or (ctx.parent.params.get("ladder") if ctx.parent else None)
    found = opening.whole(where)
    bundled = found.name == shelf.BUNDLED and os.path.realpath(_path(where)) == os.path.realpath(shelf.bundled_path())
    wishes = building.Wishes(pay or bundled, title, base_url, accent)
    with ProgressLine() as line:
        number = folder.write(output, building.build(found, wishes, partial(_tell_how_far, line)))
    index = os.path.join(output, "index.html")
    tell(f"{count(number, 'file')} in {output}; open {index}")
    if found.surveys and not (pay or bundled):
        tell("pay is left out: `--pay` publishes it")
    if open_:
        _show(os.path.abspath(index))
    return 0


def _path(where: str | None) -> str:
    from ladder import names, shelf

    where = where or os.environ.get("LADDER_DEFAULT") or None
    if where is None:
        return shelf.bundled_path()
    return where if where.startswith(names.GIT) else shelf.find(where)[0]


def _show(path: str) -> None:
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(path).as_uri()):
        tell("no browser found to open it with")


def _tell_how_far(line: ProgressLine, done: int, all_: int) -> None:
    if all_ > EVERY and done % EVERY == 0:
        line.say(f"{done:,} of {all_:,} pages")
