"""An offer's file: base, bonus, equity with its vesting, sign-on, refreshers."""

import os
import re
from typing import Final

from ladder.errors import CannotRead, InvalidLadder, Problem, quoted
from ladder.frozen import Frozen
from ladder.observing.cells import OTHER, currency, pay
from ladder.offering import Grant, Offer, parts
from ladder.reading.context import Context
from ladder.reading.decoder import record
from ladder.reading.nodes import MappingNode, Node, compose, place, read_text

MOST: Final = 10
"""Over how many years a grant may vest."""


class InvalidOffer(InvalidLadder):
    """An offer's file with problems."""

    where = "the offer"


class _Equity(Frozen):
    grant: str
    years: str = "4"
    vesting: str = "even"


class _Offer(Frozen):
    base: str
    title: str = ""
    level: str = ""
    currency: str = ""
    bonus: str = ""
    equity: _Equity | None = None
    sign_on: str = ""
    refreshers: _Equity | None = None


def read_offer(path: str) -> Offer:
    """The offer in a file. Raises CannotRead where there is none, InvalidOffer with the place of every problem."""
    if not os.path.isfile(path):
        hint = "write base: 245000, bonus: 10%, equity: {grant: 400000, years: 4, vesting: even} into a file"
        raise CannotRead(f"no file {quoted(path)}", hint)
    problems: list[Problem] = []
    try:
        root = compose(read_text(path, path), path)
    except InvalidLadder as error:
        raise InvalidOffer(error.problems) from error
    context = Context(path, {}, problems)
    if not isinstance(root, MappingNode):
        raise InvalidOffer([Problem(path, 1, 1, "type", "expected an offer, which is a mapping", "write base: 245000")])
    said = record(_Offer, root, context)
    if not problems:
        offer = _made(said, root, context, os.path.splitext(os.path.basename(path))[0])
        if not problems:
            return offer
    raise InvalidOffer(problems)


def _made(said: _Offer, root: Node, context: Context, name: str) -> Offer:
    signs: list[str] = []

    def amount(text: str, key: str) -> float:
        if not text:
            return 0.0
        found = pay(text)
        if found.why or found.low != found.high:
            message = f"{quoted(text)} is no amount"
            context.problems.append(
                Problem(
                    context.shown, *place(_at(root, key)), "value", message, "write one amount a year: 245000, 245k"
                )
            )
        elif found.currency:
            signs.append(found.currency)
        return found.low

    base, share = amount(said.base, "base"), None
    percent = re.fullmatch(r"\s*([0-9]{1,3}(?:\.[0-9]+)?)\s*%\s*", said.bonus)
    if percent:
        share = float(percent[1]) / 100
    offer = Offer(
        title=said.title or name,
        base=base,
        bonus=base * share if share is not None else amount(said.bonus, "bonus"),
        share=share,
        equity=_grant(said.equity, "equity", root, context, amount),
        sign_on=amount(said.sign_on, "sign_on"),
        refreshers=_grant(said.refreshers, "refreshers", root, context, amount),
        level=said.level,
    )
    if said.currency:
        signs.append(currency(said.currency))
    if len(set(signs)) > 1 or OTHER in signs:
        context.wrong(_at(root, "currency"), "currency", "an offer in several currencies, or in none", "write one code")
    return offer._replace(currency=signs[0] if signs else "")


def _grant(said: _Equity | None, key: str, root: Node, context: Context, amount: object) -> Grant | None:
    if said is None:
        return None
    assert callable(amount)
    at = _at(root, key)
    if not (re.fullmatch(r"[0-9]{1,2}", said.years) and 1 <= int(said.years) <= MOST):
        context.wrong(at, "years", f"a grant cannot vest over {quoted(said.years)} years", f"write 1 to {MOST}")
        return None
    try:
        vesting = parts(said.vesting, int(said.years))
    except ValueError as error:
        context.wrong(at, "value", f"{quoted(said.vesting)} is no vesting", str(error))
        return None
    return Grant(amount(said.grant, key), vesting, said.vesting.strip().lower() or "even")


def _at(root: Node, key: str) -> Node:
    """The value under a key, else the whole."""
    assert isinstance(root, MappingNode)
    return next((value for name, value in root.value if name.value == key), root)


__all__ = ["InvalidOffer", "read_offer"]
