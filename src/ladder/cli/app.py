"""The program: its commands, loaded when they are called, its help, and the one place where errors end."""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer
from typer.core import TyperCommand, TyperGroup

from ladder import __version__
from ladder.cli.commands import COMMANDS, EXIT_CODES, FRONT, LISTED
from ladder.cli.options import Outcome, answering
from ladder.errors import CannotWrite, ExitCode, LadderError

if TYPE_CHECKING:  # Typer has them, but for itself
    from typer._click.core import Command as Clicked
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter

HELP: Final = {"help_option_names": ["-h", "--help"]}
UsageError: Final[Any] = typer.BadParameter.__mro__[1]
"""Typer keeps its command-line errors private but for BadParameter, of which this is the base."""


class Command(TyperCommand):
    """A command whose help begins with examples."""

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Examples, then usage, what it does, and its options."""
        _examples(formatter, COMMANDS[ctx.info_name].examples if ctx.info_name in COMMANDS else ())
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)


class Commands(TyperGroup):
    """The group of all commands; each module is imported when its command is called."""

    def list_commands(self, ctx: "Context") -> list[str]:
        """The names, in the order of the help."""
        return list(LISTED)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Clicked | None":
        """The command with this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            function = import_module(f"ladder.cli.{COMMANDS[cmd_name].module}").command
            app = _typer()
            told = "\n\n".join((COMMANDS[cmd_name].summary, *COMMANDS[cmd_name].more))
            app.command(cmd_name, cls=Command, context_settings=HELP, help=told)(function)
            self.commands[cmd_name] = typer.main.get_command(app)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Clicked | None, list[str]]":
        """The command that the first word names.

        Raises UnknownName with the nearest, where there is none.
        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from ladder.cli.guessing import meant

            raise meant(args, ctx.params.get("ladder"))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Usage, options, exit codes, the commands in their groups; examples last, where a small screen ends."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        TyperCommand.format_options(cast("Any", self), ctx, formatter)
        with formatter.section("Exit codes"):
            formatter.write_dl(list(EXIT_CODES))
        self.format_commands(ctx, formatter)
        _examples(formatter, FRONT)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """The commands by group, from the table alone: no command is imported for this."""
        for panel in dict.fromkeys(entry.panel for entry in LISTED.values()):
            with formatter.section(panel):
                formatter.write_dl([(name, entry.summary) for name, entry in LISTED.items() if entry.panel == panel])


def _typer(**settings: Any) -> typer.Typer:
    """A Typer without Rich: --help takes 54 ms instead of 118, usage errors 65 instead of 145, and both stay plain."""
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, **{"add_completion": False, **settings})


def _examples(formatter: "HelpFormatter", examples: Sequence[tuple[str, str]]) -> None:
    with formatter.section("Examples"):
        formatter.write_dl(list(examples), col_max=60)
    formatter.write_paragraph()


def _version(asked: bool) -> None:
    if asked:
        print(f"ladder {__version__}")
        raise typer.Exit


@answering
def front(
    ctx: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> Any:
    """The career ladder of a software engineer: what levels expect, how the days go, what they pay.

    Without a command you see the ladder itself. `ladder help COMMAND` explains a command.
    """
    if ctx.invoked_subcommand is None:
        from ladder.cli.front import ask

        return ask(ctx)
    return None


def program() -> Commands:
    """The whole command line as Typer's command object."""
    app = _typer(cls=Commands, invoke_without_command=True, context_settings=HELP, add_completion=True)
    app.callback()(front)
    return cast("Commands", typer.main.get_command(app))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code. Nothing that a user can cause leaves as an exception."""
    from ladder.cli import streams

    arguments = _spelled(arguments)
    try:
        code = _answer(arguments)
        streams.flush()
        return code
    except LadderError as error:
        return streams.report(error, arguments)
    except UsageError as error:
        return streams.report(_usage(error), arguments)
    except BrokenPipeError:
        streams.silence()
        return ExitCode.DONE
    except OSError as error:  # Typer's own printing, of help for instance
        streams.silence()
        return streams.report(CannotWrite.because("cannot write", error), arguments)
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - the last line of defence: whatever is left is a fault of ours
        return streams.report_bug(bug)


def _spelled(arguments: Sequence[str]) -> list[str]:
    """`help compare` and `version` as the options that they stand for.

    >>> _spelled(["help", "compare"]), _spelled(["help"]), _spelled(["version"])
    (['compare', '--help'], ['--help'], ['--version'])
    """
    match list(arguments):
        case ["help", command, *_]:
            return [command, "--help"]
        case ["help"]:
            return ["--help"]
        case ["version"]:
            return ["--version"]
    return list(arguments)


def _answer(arguments: Sequence[str]) -> int:
    """Asks what was typed, and delivers the answer."""
    from ladder.cli import streams

    if "_LADDER_COMPLETE" in os.environ or any(word.endswith("-completion") for word in arguments):
        from ladder.cli.shells import prepare

        prepare()
    try:
        outcome = program()(list(arguments), prog_name="ladder", standalone_mode=False)
    except SystemExit as ended:  # completion
        return ended.code if isinstance(ended.code, int) else ExitCode.DONE
    if isinstance(outcome, Outcome):
        from ladder.cli.again import typed_again

        return streams.deliver(outcome.printable, outcome.paper._replace(command=typed_again(arguments)))
    return outcome if isinstance(outcome, int) else ExitCode.DONE


def _usage(error: Any) -> LadderError:
    """Typer's own complaint in this program's manner: one line, lower case, and what to do."""
    message = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx
    path = context.command_path if context is not None else "ladder"
    hint = f"`{path} --help` shows what it takes"
    near = getattr(error, "possibilities", None)
    if near:
        hint = f"did you mean {' or '.join(sorted(near))}?"
        message = message.split(" Did you mean")[0].split(" (Possible")[0].rstrip(".")
    return LadderError(message[:1].lower() + message[1:], hint)
