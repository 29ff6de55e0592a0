"""`ladder survey`: a table of pay from observations, on a page or as a file of a ladder's `comp/`."""

import os
import re
import sys
from typing import TYPE_CHECKING, Annotated, Any, Final, cast, get_args

import typer

from ladder import api_pay
from ladder.cli.options import answering, one_of, words
from ladder.errors import LadderError, quoted
from ladder.model import Measure
from ladder.render import Printable
from ladder.views import printable

if TYPE_CHECKING:
    from ladder.questions.survey import Surveyed

BY: Final = ("level", "discipline", "region")
YAML: Final = (".yaml", ".yml")
UNITS: Final = {"d": 1, "w": 7, "m": 30, "y": 365}

Days = Annotated[str, typer.Option("--window", metavar="30d", help="Count only so many days before --as-of: 30d, 12w.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DAY", help="Count rows up to this day. Unless given: today.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--columns", metavar="MAP", help="Say which column is what: title=Role,base=Pay."),
]
Rates = Annotated[
    list[str] | None,
    typer.Option("--rate", metavar="EUR=1.08", help="Convert a currency at this rate; may be given again."),
]
Table = Annotated[str, typer.Option("--table", metavar="NAME", help="The table of a database.")]


@answering
def command(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="CSV, JSON lines, Parquet (a pattern in quotes works, too), a folder of saved postings, "
            "postgresql://…, duckdb:///file, spark://…; - reads standard input.",
        ),
    ],
    *,
    as_of: AsOf = "",
    window: Days = "",
    by: Annotated[
        str,
        typer.Option("--by", metavar="WHAT", help="Group by level,discipline,region.", autocompletion=words(*BY)),
    ] = "level",
    measure: Annotated[
        str,
        typer.Option(metavar="MEASURE", help="base, bonus, equity or total.", autocompletion=words(*get_args(Measure))),
    ] = "base",
    currency: Annotated[
        str, typer.Option("--currency", metavar="CODE", help="Give figures in this currency, not in the commonest.")
    ] = "",
    rate: Rates = None,
    annualise: Annotated[
        bool, typer.Option("--annualise", help="Count monthly pay times 12, and hourly pay times 2,080.")
    ] = False,
    interval: Annotated[bool, typer.Option("--interval", help="Add 95% bootstrap intervals.")] = False,
    columns: Columns = None,
    table: Table = "",
    explain: Annotated[
        bool, typer.Option("--explain-titles", help="List what each title came to, and by which rule.")
    ] = False,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The title of a file that -o writes.")] = "",
    counts: Annotated[
        str, typer.Option("--counts", metavar="WORD", help="What a row is, for a file: postings, offers, people.")
    ] = "",
    note: Annotated[
        str, typer.Option("--note", metavar="TEXT", help="What a file leaves out, beside what is known.")
    ] = "",
    cite: Annotated[
        str, typer.Option("--source", metavar="ID", help="The source, an id of the ladder, for a file that -o writes.")
    ] = "",
) -> Printable | None:
    """Make a table of pay from observations. `-o NAME.yaml` writes it as a file of a ladder's comp/."""
    answer = surveyed(
        source,
        ladder=ctx.obj.ladder or _ladder_of(ctx.obj.output),
        explain=explain,
        by=_by(by),
        measure=cast("Measure", one_of("measure", measure, get_args(Measure))),
        currency=code(currency) if currency else "",
        rates=rates(rate or ()),
        annualise=annualise,
        interval=interval,
        **looking(as_of, window, columns, table),
    )
    target = ctx.obj.output or ""
    if ctx.obj.format == "yaml" or target.endswith(YAML):
        _write(answer, ctx, source, table, cite, title=title, counts=counts, note=note)
        return None
    return printable("survey", answer, parts=explain)


def surveyed(source: str, **how: Any) -> "Surveyed":
    """A survey, with a line that says how far it is, and then which column it took for what."""
    from ladder.cli.progress import ProgressLine
    from ladder.cli.streams import tell

    with ProgressLine() as line:
        answer = api_pay.survey(source, progress=line.say, **how)
    if answer.columns:
        tell(answer.columns)
    return answer


def looking(as_of: str, window: str, columns: list[str] | None, table: str) -> dict[str, Any]:
    """How a table is read: what the options say that `comp` has, too."""
    from ladder.observing.columns import mapping

    return {
        "as_of": _date(as_of) if as_of else None,
        "window": _window(window) if window else None,
        "columns": mapping(columns or ()),
        "table": table,
    }


def _date(typed: str) -> str:
    from ladder.observing.cells import day

    found = day(typed)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", found):
        return found
    raise LadderError(f"{quoted(typed)} is not a value for `--as-of`", "give a day, for example 2026-06-25")


def _window(typed: str) -> int:
    match = re.fullmatch(r"([0-9]{1,5})\s*([dwmy])?[a-z]*", typed.strip().lower())
    if match and int(match[1]) > 0:
        return int(match[1]) * UNITS[match[2] or "d"]
    raise LadderError(f"{quoted(typed)} is not a value for `--window`", "give days or weeks, for example 30d or 12w")


def _by(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_of("grouping", one.strip(), BY) for one in typed.split(",") if one.strip()))


def code(typed: str) -> str:
    """The code of a currency, from any of its spellings. Raises LadderError where it is none."""
    from ladder.observing.cells import OTHER, currency

    found = currency(typed)
    if found == OTHER:
        raise LadderError(f"no currency {quoted(typed)}", "give its code, for example EUR")
    return found


def rates(typed: "list[str] | tuple[str, ...]") -> dict[str, float]:
    """What `--rate EUR=1.08` says, by currency. Raises LadderError where it is no rate."""
    found = {}
    for one in (part for text in typed for part in text.split(",")):
        name, sign, number = one.partition("=")
        if not sign or not re.fullmatch(r"\s*[0-9]{1,9}(\.[0-9]{1,9})?\s*", number) or float(number) <= 0:
            hint = "write what one unit is worth: --rate EUR=1.08"
            raise LadderError(f"{quoted(one)} is not a value for `--rate`", hint)
        found[code(name.strip())] = float(number)
    return found


def _ladder_of(output: str | None) -> str | None:
    """The ladder into whose comp/ a file goes: its levels are those of the survey."""
    if not output or not output.endswith(YAML):
        return None
    folder = os.path.dirname(os.path.abspath(output))
    above = os.path.dirname(folder)
    inside = os.path.basename(folder) == "comp" and os.path.isfile(os.path.join(above, "ladder.yaml"))
    return above if inside else None


def _write(answer: "Surveyed", ctx: typer.Context, typed: str, table: str, cite: str, **words: str) -> None:
    """Writes a file of `comp/`, or prints it. Raises LadderError where it would not be one."""
    from ladder.cli.streams import tell, write, write_file
    from ladder.observing.surveying import hashed_files, sha256, source_of, without_password
    from ladder.packaged import SCHEMA_FILE
    from ladder.pages.survey import file
    from ladder.questions.survey import as_survey, made
    from ladder.writing.yaml_text import text

    target = ctx.obj.output if ctx.obj.output not in (None, "-") else ""
    if not any(row.percentiles or row.range for row in answer.rows):
        raise LadderError("no figure to write", f"`ladder survey {typed}` shows what was left out, and why")
    name = os.path.splitext(os.path.basename(target))[0] or "survey"
    counts = words["counts"] or ("postings" if source_of(typed, table).kind == "folder" else "")
    survey = as_survey(answer, id=name, source=_cited(target, cite), **{**words, "counts": counts})
    files = hashed_files(source_of(typed, table))
    command = _command(without_password)
    body = file(survey, made(answer, sha256=sha256(files) if files else "", command=command))
    beside = os.path.join(os.path.dirname(target), os.pardir, SCHEMA_FILE)
    lines = text(body, f"../{SCHEMA_FILE}" if target and os.path.isfile(beside) else "", flow=True)
    if not target:
        write(sys.stdout, lines, "yaml")
        return
    if _ladder_of(target) and not os.path.isdir(os.path.dirname(target)):
        os.mkdir(os.path.dirname(target))  # a ladder that has no pay yet
    write_file(target, lines, force=bool(ctx.obj.force))
    dropped, without = sum(one.n for one in answer.dropped), sum(n for _, n in answer.no_level)
    counted = f"{answer.used:,} of {answer.read:,} rows count"
    tell(f"{target}: {len(survey.bands)} bands; {counted}, {dropped:,} dropped, {without:,} without a level")


def _cited(target: str, cite: str) -> tuple[str, ...]:
    """The source of a file. Raises LadderError where the ladder that it goes into does not know it, or needs one."""
    inside = _ladder_of(target)
    if inside is None:
        return (cite,) if cite else ()
    from ladder import opening

    header = opening.header(inside)
    if cite and cite not in header.sources:
        raise LadderError(f"no source {quoted(cite)} in {quoted(inside)}", "add it to its sources.yaml")
    if not cite and not header.source:
        raise LadderError("the ladder has no source of its own", "name one of its sources with `--source ID`")
    return (cite,) if cite else ()


def _command(without_password: Any) -> str:
    """What was typed, without a password, where the file goes, and whether it may overwrite."""
    import shlex

    kept, skip = ["ladder"], False
    for word in sys.argv[1:]:
        if skip:
            skip = False
        elif word in ("-o", "--output"):
            skip = True
        elif word != "--force" and not word.startswith(("--output=", "-o")):
            kept.append(without_password(word) if "://" in word else word)
    return " ".join(map(shlex.quote, kept))
