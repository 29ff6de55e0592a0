"""What are whole offers worth side by side: four years, the average, and where they stand among published figures.

Base is held against base, and the yearly average against total pay; one is never turned into the other.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from ladder.frozen import Frozen
from ladder.model import EMPTY, Ladder, Source
from ladder.offering import YEARS, Grant, Offer, Year, average, years
from ladder.questions.comp import NEEDS as PAY_NEEDS
from ladder.questions.comp import OFFERED, Row, comp

NEEDS: Final = PAY_NEEDS
LEVELED: Final = OFFERED


class Weighed(Frozen):
    """One offer: its four years, what a year pays on average, and its rows among figures of base and of total pay.

    `level` is the id of the level against which it is held, empty for none. `rate` is what one unit of its own
    currency, `from_currency`, was taken for; None where nothing was converted.
    """

    title: str
    currency: str
    level: str
    base: float
    years: tuple[Year, ...]
    totals: tuple[float, ...]
    average: float
    four_years: float
    base_rows: tuple[Row, ...]
    total_rows: tuple[Row, ...]
    rate: float | None = None
    from_currency: str = ""


class Offers(Frozen):
    """The answer: the offers in the order in which they were given, and what is assumed."""

    offers: tuple[Weighed, ...]
    growth: float
    assumptions: tuple[str, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def offers(
    ladder: Ladder,
    given: Sequence[Offer],
    levels: Sequence[str],
    *,
    growth: float = 0.0,
    rates: Mapping[str, float] = EMPTY,
    currency: str = "",
    today: str = "",
) -> Offers:
    """Weighs offers, each held against the level of the same place in `levels`, which is empty for none.

    `growth` is that of stock in a year. `rates` are what a unit of another currency is worth in `currency`.
    """
    found: list[Weighed] = []
    sources: dict[str, Source] = {}
    for offer, level in zip(given, levels, strict=True):
        rate = rates.get(offer.currency)
        shown = _converted(offer, rate, currency) if rate else offer
        each = years(shown, growth)
        mean = average(each)
        rows: dict[str, tuple[Row, ...]] = {"base": (), "total": ()}
        for measure, amount in (("base", shown.base), ("total", mean)) if level else ():
            pay = comp(ladder, [level], measure=measure, offer=amount, currency=shown.currency, today=today)  # type: ignore[arg-type]
            rows[measure] = tuple(row for row in pay.rows if not row.satire)
            sources |= {source.id: source for source in pay.sources}
        found.append(
            Weighed(
                title=offer.title,
                currency=shown.currency,
                level=level,
                base=shown.base,
                years=each,
                totals=tuple(year.total for year in each),
                average=mean,
                four_years=mean * YEARS,
                base_rows=rows["base"],
                total_rows=rows["total"],
                rate=rate,
                from_currency=offer.currency if rate else "",
            )
        )
    return Offers(tuple(found), growth, _assumptions(given, found, growth), tuple(sources.values()), ladder.language)


def _converted(offer: Offer, rate: float, currency: str) -> Offer:
    def times(grant: Grant | None) -> Grant | None:
        return grant._replace(value=grant.value * rate) if grant else None

    return offer._replace(
        base=offer.base * rate,
        bonus=offer.bonus * rate,
        sign_on=offer.sign_on * rate,
        equity=times(offer.equity),
        refreshers=times(offer.refreshers),
        currency=currency,
    )


def _assumptions(given: Sequence[Offer], found: Sequence[Weighed], growth: float) -> tuple[str, ...]:
    """All that the figures rest on beside what the offers say."""
    said = ["Base and bonus stay as they are for four years, and the bonus is paid in full."]
    for offer in given:
        if offer.share is not None:
            said.append(f"{offer.title}: the bonus is {offer.share * 100:g}% of base.")
        if offer.equity:
            said.append(f"{offer.title}: {_vesting(offer)}.")
        if offer.refreshers:
            said.append(
                f"{offer.title}: a refresher of {offer.refreshers.value:,.0f} is granted at the beginning of each year "
                f"from the second, and vests {offer.refreshers.vesting} over {len(offer.refreshers.parts)} years."
            )
        if offer.sign_on:
            said.append(f"{offer.title}: the sign-on is paid in the first year.")
    if any(offer.equity or offer.refreshers for offer in given):
        grows = f"grows {growth:.1%} a year from its grant" if growth else "keeps the price of its grant"
        said.append(f"Stock {grows}; `--growth` says otherwise.")
    converted = [one for one in found if one.rate]
    said += [f"{one.title}: {one.from_currency} counts at {one.rate:g} {one.currency}." for one in converted]
    known = {one.currency for one in found if one.currency}
    if any(not one.currency for one in found):
        said.append("An offer that names no currency is taken to be in that of the figures beside it.")
    if len(known) > 1:
        said.append("The offers are in several currencies, and nothing is converted without `--rate`.")
    said.append("Taxes, benefits, and what a promotion or leaving changes are left out.")
    return tuple(said)


def _vesting(offer: Offer) -> str:
    grant = offer.equity
    assert grant is not None, "only grants vest"
    over = f"over {len(grant.parts)} years"
    if grant.vesting == "cliff":
        return f"equity of {grant.value:,.0f} vests evenly {over}, nothing of it before the first anniversary"
    if grant.vesting == "even":
        return f"equity of {grant.value:,.0f} vests evenly {over}"
    return f"equity of {grant.value:,.0f} vests {grant.vesting}, in percent a year"


__all__ = ["Offers", "Weighed", "offers"]
