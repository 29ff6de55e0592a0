"""Options, each declared once. `answering` gives a command those that every answer has."""

import inspect
import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final

import typer

from ladder.errors import LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.render import FORMATS, Printable

ON_PAPER: Final = ("auto", *FORMATS)
THEMES: Final = ("dark", "light", "transparent")
COLOURS: Final = ("auto", "always", "never")
WIDEST: Final = 1000


class Paper(Frozen):
    """What was asked about ladder and paper; None where nothing was. `command` is what was typed, to type it again."""

    ladder: str | None = None
    format: str | None = None
    output: str | None = None
    force: bool | None = None
    width: str | None = None
    color: str | None = None
    full: bool | None = None
    brief: bool | None = None
    sources: bool | None = None
    no_pager: bool | None = None
    theme: str | None = None
    command: str = ""


class Outcome(Frozen):
    """What a command leaves to be printed, and on which paper."""

    printable: Printable
    paper: Paper


def complete_ladders(incomplete: str) -> Sequence[tuple[str, str]]:
    """The ladders on the shelf, with their titles."""
    from ladder.cli.complete import ladders

    return ladders(incomplete)


def _offering(*names: str, **how: bool) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Completion by functions of `cli.complete`, which is imported when a shell asks."""

    def offered(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from ladder.cli import complete

        return [one for name in names for one in getattr(complete, name)(_ladder_of(ctx), incomplete, **how)]

    return offered


complete_roles = _offering("roles")
complete_rungs = _offering("roles", every=True)
complete_archetypes = _offering("archetypes")
complete_hats_and_roles = _offering("archetypes", "roles")
complete_named = _offering("roles", "competencies", "archetypes", "companies", "sources")
complete_companies = _offering("companies")
complete_topics = _offering("topics")
complete_places = _offering("places")
complete_claims = _offering("claims")
complete_statements = _offering("statements")
complete_sources = _offering("sources")

Role = Annotated[str, typer.Argument(metavar="NAME", help="A level or role.", autocompletion=complete_roles)]


def _ladder_of(ctx: typer.Context) -> str | None:
    given: str | None = ctx.params.get("ladder")
    return given or (ctx.parent.params.get("ladder") if ctx.parent else None)


def words(*known: str) -> Callable[[str], list[str]]:
    """Completion out of a few words."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return complete


def _format(formats: Sequence[str], auto: str) -> Any:
    return Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {', '.join(formats)}. Auto: {auto}.",
            autocompletion=words(*formats),
        ),
    ]


PAPER: Final[dict[str, Any]] = {
    "ladder": Annotated[
        str | None,
        typer.Option(
            "--ladder",
            metavar="PATH",
            help="Ask another ladder: a folder, a YAML file, or a name that `ladder ladders` lists.",
            autocompletion=complete_ladders,
        ),
    ],
    "format": _format(ON_PAPER, "a page on a terminal, Markdown in a pipe"),
    "output": Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its suffix picks the format."),
    ],
    "force": Annotated[
        bool | None, typer.Option("--force", help="Overwrite the file if it exists.", show_default=False)
    ],
    "width": Annotated[
        str | None, typer.Option("--width", metavar="COLUMNS", help="Width of the page, instead of the terminal's.")
    ],
    "color": Annotated[
        str | None,
        typer.Option(
            "--color", metavar="WHEN", help=f"Use colour: {', '.join(COLOURS)}.", autocompletion=words(*COLOURS)
        ),
    ],
    "full": Annotated[
        bool | None,
        typer.Option("--full", help="Show the whole answer, not only the first screen.", show_default=False),
    ],
    "brief": Annotated[
        bool | None,
        typer.Option("--brief", help="Show only the short page, also in Markdown and HTML.", show_default=False),
    ],
    "sources": Annotated[bool | None, typer.Option("--sources", help="Name the sources.", show_default=False)],
    "theme": Annotated[
        str | None,
        typer.Option(
            "--theme", metavar="THEME", help=f"Colours of an SVG: {', '.join(THEMES)}.", autocompletion=words(*THEMES)
        ),
    ],
    "no_pager": Annotated[
        bool | None, typer.Option("--no-pager", help="Print long pages straight to the terminal.", show_default=False)
    ],
}


def answering(
    function: Callable[..., Printable | None], *, formats: Sequence[str] = ()
) -> Callable[..., Outcome | None]:
    """A command with the options of every answer; they count before the command's name, too, and after it more.

    `formats` are those that only its answer has, of which the first is what it takes where none is asked for.
    """
    signature = inspect.signature(function)
    own = dict(signature.parameters)
    paper = PAPER | ({"format": _format((*ON_PAPER, *formats), formats[0])} if formats else {})
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in paper.items()
    ]

    def command(**given: Any) -> Outcome | None:
        ctx = given["ctx"]
        outer = ctx.parent.params if ctx.parent is not None else {}
        chosen = {name: given.pop(name) for name in PAPER}
        decided: dict[str, Any] = {name: outer.get(name) if value is None else value for name, value in chosen.items()}
        asked = Paper(**decided)
        ctx.obj = asked
        printable = function(**given)
        return None if printable is None else Outcome(printable, asked)

    command.__name__ = function.__name__
    command.__doc__ = function.__doc__
    command.__annotations__ = {name: parameter.annotation for name, parameter in own.items()} | paper
    command.__signature__ = signature.replace(parameters=[*own.values(), *shared])  # type: ignore[attr-defined]
    return command


def _currency(typed: str) -> str:
    """The code of a currency, from its sign or code."""
    return SIGNS.get(typed.upper()) or SIGNS.get(typed[-1:], typed.upper())


def one_of(name: str, typed: str, words: Sequence[str]) -> str:
    """A word out of a few.

    Raises LadderError with the nearest.
    """
    if typed.lower() in words:
        return typed.lower()
    raise LadderError(f"no {name} {quoted(typed)}", did_you_mean(nearest(typed, words)) or f"one of {', '.join(words)}")


def whole(option: str, typed: str, low: int, high: int) -> int:
    """A whole number between two bounds."""
    if re.fullmatch(r"[-+]?[0-9]{1,9}", typed) and low <= int(typed) <= high:
        return int(typed)
    raise LadderError(f"{quoted(typed)} is not a value for `{option}`", f"give a whole number from {low} to {high}")


def percentile(typed: str) -> int:
    """A percentile: `75`, or as it is spoken, `p75`."""
    return whole("--percentile", typed.lower().removeprefix("p"), 1, 99)


def hours(typed: str) -> float:
    """Hours of a day: `8`, `7.5`."""
    if re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", typed) and 1 <= float(typed) <= 16:
        return float(typed)
    raise LadderError(f"{quoted(typed)} is not a value for `--hours`", "give hours from 1 to 16, for example 7.5")


def clock(typed: str) -> int:
    """A time of day in minutes after midnight: `09:30`, `9`."""
    match = re.fullmatch(r"([0-9]{1,2})(?::([0-9]{2}))?", typed)
    if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return int(match[1]) * 60 + int(match[2] or 0)
    raise LadderError(f"{quoted(typed)} is not a value for `--start`", "give a time of day, for example 08:30")


SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "US$": "USD", "C$": "CAD", "A$": "AUD"}
"""What a currency sign stands for where nothing more is said."""


class Money(Frozen):
    """An amount, and its currency where one was typed."""

    amount: float
    currency: str


def amount(typed: str) -> Money:
    """An amount of money as people write it.

    >>> [amount(typed).amount for typed in ("245000", "245k", "$245,000", "0.3m", "245 000")]
    [245000.0, 245000.0, 245000.0, 300000.0, 245000.0]
    >>> [amount(typed).currency for typed in ("245k", "EUR 245k", "245k€", "C$245k")]
    ['', 'EUR', 'EUR', 'CAD']

    Raises LadderError for ranges, and for a point that may separate thousands.
    """
    currency = r"([A-Za-z]{0,2}[$€£¥₹]|[A-Za-z]{3})?"
    digits = r"([0-9]{1,3}(?:[,_ ][0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,2})?"
    match = re.fullmatch(rf"\s*{currency}\s*{digits}\s*([kKmM]?)\s*{currency}\s*", typed)
    if match:
        number = float(re.sub(r"[,_ ]", "", match[2]) + (match[3] or ""))
        value = number * {"": 1, "k": 1_000, "m": 1_000_000}[match[4].lower()]
        named = {_currency(one) for one in (match[1], match[5]) if one}
        if value > 0 and len(named) < 2:
            return Money(round(value, 2), named.pop() if named else "")
    raise LadderError(f"{quoted(typed)} is not an amount", "give one number, for example 245000, 245k or '$245,000'")
