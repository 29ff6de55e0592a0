"""`ladder comp`."""

import os
import re
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args

import typer

from ladder import api, api_pay
from ladder.cli.options import Money, amount, answering, complete_roles, one_of, percentile, words
from ladder.errors import LadderError, quoted
from ladder.model import Measure
from ladder.render import Printable
from ladder.views import printable

if TYPE_CHECKING:
    from ladder.offering import Offer


@answering
def command(
    ctx: typer.Context,
    *,
    roles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Levels or roles; all of them if you name none.", autocompletion=complete_roles
        ),
    ] = None,
    at: Annotated[
        str, typer.Option("--percentile", "-p", metavar="N", help="Show the figures at one percentile, 1 to 99.")
    ] = "",
    measure: Annotated[
        str,
        typer.Option(
            metavar="MEASURE",
            help=f"Show only one of {', '.join(get_args(Measure))}.",
            autocompletion=words(*get_args(Measure)),
        ),
    ] = "",
    offer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="AMOUNT|FILE",
            help="Show where an offer stands. An amount is base pay unless you give --measure; a YAML file is a whole "
            "offer, and may be given again for offers side by side.",
        ),
    ] = None,
    growth: Annotated[
        str, typer.Option("--growth", metavar="PERCENT", help="How stock grows in a year, for whole offers: 10%.")
    ] = "",
    data: Annotated[
        str, typer.Option("--data", metavar="SOURCE", help="Add observations of your own; see `ladder survey`.")
    ] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DAY", help="With --data: count rows up to this day.")] = "",
    window: Annotated[str, typer.Option("--window", metavar="30d", help="With --data: so many days before that.")] = "",
    columns: Annotated[
        list[str] | None, typer.Option("--columns", metavar="MAP", help="With --data: title=Role,base=Pay.")
    ] = None,
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="With --data: the table of a database.")] = "",
    rate: Annotated[
        list[str] | None,
        typer.Option("--rate", metavar="EUR=1.08", help="Convert a currency into US dollars at this rate."),
    ] = None,
    annualise: Annotated[
        bool, typer.Option("--annualise", help="With --data: count monthly pay times 12, hourly times 2,080.")
    ] = False,
    region: Annotated[str, typer.Option("--region", metavar="NAME", help="Show only figures of one region.")] = "",
    discipline: Annotated[
        str, typer.Option("--discipline", metavar="NAME", help="Show only figures of one discipline.")
    ] = "",
    history: Annotated[
        bool, typer.Option("--history", help="Show each band over the successive files that have it.")
    ] = False,
    plot: Annotated[bool, typer.Option("--plot", help="Draw a band for each level, on one scale.")] = False,
    yardsticks: Annotated[bool, typer.Option("--yardsticks", help="Add statistics of whole occupations.")] = False,
) -> Printable:
    """Show what levels and roles pay, with sources."""
    from ladder.cli.survey import rates as read_rates

    known = read_rates(rate or ())
    surveyed = _surveyed(ctx, data, region, discipline, as_of, window, columns, table, known, annualise)
    given = offer or []
    if len(given) > 1 or (given and _is_file(given[0])):
        whole = [_offer(one) for one in given]
        role = _one_level(roles or [])
        answer: Any = api_pay.offers(
            *whole, role=role, ladder=ctx.obj.ladder, growth=_growth(growth), rates=known, data=surveyed
        )
        return printable("offers", answer)
    if growth:
        raise LadderError("`--growth` is for whole offers", "give a file of an offer: --offer offer.yaml")
    money, converted = _converted(amount(given[0]), known) if given else (None, "")
    chosen = cast("Measure", one_of("measure", measure, get_args(Measure))) if measure else None
    answer = api.comp(
        *(roles or []),
        ladder=ctx.obj.ladder,
        percentile=percentile(at) if at else None,
        measure=chosen or ("base" if given else None),
        offer=money.amount if money else None,
        currency=money.currency if money else "",
        yardsticks=yardsticks,
        data=surveyed,
        region=region,
        discipline=discipline,
    )
    shown: dict[str, Any] = {"plot": plot, "history": history} if plot or history else {}
    return printable("comp", answer._replace(converted=converted), parts=bool(shown), **shown)


def _surveyed(
    ctx: typer.Context,
    data: str,
    region: str,
    discipline: str,
    as_of: str,
    window: str,
    columns: list[str] | None,
    table: str,
    rates: dict[str, float],
    annualise: bool,
) -> Any:
    """The observations that were named, read; None where none were."""
    if not data:
        if as_of or window or columns or table or annualise:
            raise LadderError("no observations to read", "name them with `--data`: a CSV, a folder, a database")
        return None
    from ladder.cli.survey import looking, surveyed

    by = ["level", *(["region"] if region else []), *(["discipline"] if discipline else [])]
    how = looking(as_of, window, columns, table)
    return surveyed(data, ladder=ctx.obj.ladder, by=by, rates=rates, annualise=annualise, **how)


def _is_file(typed: str) -> bool:
    return typed.endswith((".yaml", ".yml")) or os.path.isfile(typed)


def _offer(typed: str) -> "Offer":
    """An offer from a file, or from an amount of base pay."""
    from ladder.offering import Offer
    from ladder.reading.offers import read_offer

    if _is_file(typed):
        return read_offer(typed)
    money = amount(typed)
    return Offer(f"an offer of {typed}", money.amount, currency=money.currency)


def _one_level(roles: list[str]) -> str | None:
    if len(roles) > 1:
        raise LadderError("offers are held against one level", "name one, or write `level:` into each offer")
    return roles[0] if roles else None


def _growth(typed: str) -> float:
    """Growth in a year as a part of one: `10%`, `10`, `-5%`."""
    if not typed:
        return 0.0
    match = re.fullmatch(r"\s*([-+]?[0-9]{1,3}(?:\.[0-9]+)?)\s*%?\s*", typed)
    if match and -100 < float(match[1]) <= 300:
        return float(match[1]) / 100
    raise LadderError(f"{quoted(typed)} is not a value for `--growth`", "give percent a year, for example 10% or -5%")


def _converted(money: Money, rates: dict[str, float]) -> tuple[Money, str]:
    """An offer in US dollars where a rate of its currency was given, and the sentence that says so."""
    rate = rates.get(money.currency)
    if rate is None:
        return money, ""
    dollars = round(money.amount * rate, 2)
    return Money(dollars, "USD"), f"{money.currency} {money.amount:,.0f} at {rate:g} is USD {dollars:,.0f}."
