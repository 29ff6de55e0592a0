"""The turns of phrase that pages share: figures, ranges, sources, counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ladder.document import Block, Heading, Item, Items
from ladder.model import Share, Source, Span, Statement

RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def amount(value: float) -> str:
    """An amount of money, to the unit.

    >>> amount(222000)
    '222,000'
    """
    return f"{value:,.0f}"


def percent(low: float, high: float) -> str:
    """One percentage or a range.

    >>> percent(30, 40), percent(50, 50)
    ('30–40 %', '50 %')
    """
    return f"{_short(low)} %" if low == high else f"{_short(low)}–{_short(high)} %"


def date(written: str | None) -> str:
    """A date to the month, which is as fine as pay is.

    >>> date("2026-06-25"), date("2026")
    ('Jun 2026', '2026')
    """
    if not written:
        return "undated"
    year, _, rest = written.partition("-")
    return f"{MONTHS[int(rest[:2]) - 1]} {year}" if rest else year


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "posting"), count(87, "posting")
    ('1 posting', '87 postings')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def years(span: Span) -> str:
    """Years as they are known: from, to, or both."""
    if span.from_ is not None and span.to is not None:
        low, high = _short(span.from_), _short(span.to)
        return f"{low} years" if low == high else f"{low}–{high} years"
    return f"{_short(span.from_)}+ years" if span.from_ is not None else f"up to {_short(span.to or 0)} years"


def scale(shares: Iterable[Share | None], *others: float) -> tuple[float, float]:
    """A common scale for bars of shares, from nothing to the next ten above the largest."""
    most = max([share.high for share in shares if share] + list(others), default=100)
    return 0, max(10, -int(-most // 10) * 10)


def who(names: Iterable[str], sources: Sequence[Source]) -> str:
    """The publishers (or titles) behind source ids, in a few words."""
    known: Mapping[str, Source] = {source.id: source for source in sources}
    said = [(known[name].publisher or known[name].title) if name in known else name for name in names]
    return ", ".join(dict.fromkeys(said))


def marks(names: Iterable[str], sources: Sequence[Source]) -> str:
    """The numbers of sources as they stand in `sources_list`, raised: ¹, or ¹,³ for two.

    A claim carries its source everywhere, and a name on each line would drown it.
    """
    places = {source.id: place for place, source in enumerate(sources, 1)}
    return ",".join(str(places[name]).translate(RAISED) for name in names if name in places)


def sources_list(sources: Sequence[Source]) -> list[Block]:
    """The sources that `marks` refers to."""
    if not sources:
        return []
    items = []
    for place, source in enumerate(sources, 1):
        about = " · ".join(filter(None, (source.publisher, source.kind, date(source.published), source.url)))
        items.append(Item(f"{str(place).translate(RAISED)} {source.title}", aside=about))
    return [Heading("Sources"), Items(tuple(items))]


def marked(text: str, names: Iterable[str], sources: Sequence[Source]) -> str:
    """A text with the numbers of its sources behind it."""
    return text + marks(names, sources)


def item(statement: Statement, sources: Sequence[Source] = ()) -> Item:
    """A statement as an item of a list, with its examples and signals below."""
    details = [
        *(f"for example: {example}" for example in statement.examples),
        *(f"seen in: {signal}" for signal in statement.signals),
        *statement.links,
    ]
    aside = ", ".join([*statement.tags, *(["optional"] if statement.optional else [])])
    return Item(marked(statement.text, statement.source, sources), tuple(details), aside)


def listed(words: Sequence[str]) -> str:
    """Words with commas, and `and` before the last.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
