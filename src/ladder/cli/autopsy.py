"""`ladder autopsy`: reads postings where they are named, and keeps nothing of them."""

import sys
from typing import Annotated, Final

import typer

from ladder import api_postings
from ladder.cli.options import answering, one_of, words
from ladder.errors import LadderError
from ladder.postings.files import by_address, postings_in, read_postings
from ladder.postings.posting import Posting
from ladder.postings.saved import BIGGEST
from ladder.render import Printable
from ladder.views import printable

VOICES: Final = ("plain", "candid")


@answering
def command(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="A posting as text, Markdown, a saved page, a capture of ats-fetch, or the JSON of a job board; "
            "`-` is standard input. Several stand in a table.",
        ),
    ],
    *,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="The posting's title, if its file has none.")
    ] = "",
    company: Annotated[str, typer.Option("--company", metavar="NAME", help="Whose posting it is.")] = "",
    changes: Annotated[
        bool, typer.Option("--changes", help="Two captures of one posting: show what the employer changed.")
    ] = False,
    voice: Annotated[
        str,
        typer.Option(
            "--voice",
            metavar="VOICE",
            help="How phrases are explained: plain, or candid, which is satire.",
            autocompletion=words(*VOICES),
        ),
    ] = "plain",
) -> Printable:
    """Read a job posting: what its title, its text and its money say of the level, and what its phrases usually mean.

    Nothing of it is sent anywhere or kept.
    """
    ladder, candid = ctx.obj.ladder, one_of("voice", voice, VOICES) == "candid"
    found = [
        one._replace(title=title or one.title, company=company or one.company) for file in files for one in _read(file)
    ]
    if changes or (len(found) == 2 and by_address(found)):
        if len(found) != 2:
            raise LadderError(
                "`--changes` takes two captures of one posting", "`ladder autopsy before.md after.md --changes`"
            )
        return printable("reposted", api_postings.reposted(*found, ladder=ladder))
    if len(found) == 1:
        return printable("autopsy", api_postings.autopsy_of(found[0], ladder=ladder, candid=candid), parts=candid)
    return printable("autopsies", api_postings.autopsies(found, ladder=ladder, candid=candid))


def _read(file: str) -> tuple[Posting, ...]:
    if file != "-":
        return read_postings(file)
    return postings_in(sys.stdin.buffer.read(BIGGEST + 1), "-")
