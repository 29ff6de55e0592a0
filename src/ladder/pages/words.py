"""The turns of phrase that pages share: figures, ranges, sources, counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ladder.document import (
    Bar,
    Block,
    Cite,
    Command,
    Heading,
    Item,
    Items,
    Link,
    Part,
    Reference,
    Sources,
    Span,
    Text,
    Tone,
    Web,
    parts,
)
from ladder.errors import argument as argument
from ladder.model import Report, Share, Source, Statement
from ladder.model import Span as Years

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def amount(value: float) -> str:
    """An amount of money, to the unit.

    >>> amount(222000)
    '222,000'
    """
    return f"{value:,.0f}"


def unit(currency: str, per: str) -> str:
    """The money of a figure and the stretch of time that it pays for.

    >>> unit("USD", "year"), unit("EUR", "hour")
    ('USD a year', 'EUR an hour')
    """
    return f"{currency} {'an' if per == 'hour' else 'a'} {per}"


def percent(low: float, high: float) -> str:
    """One percentage or a range.

    >>> percent(30, 40), percent(50, 50)
    ('30–40%', '50%')
    """
    return f"{_short(low)}%" if low == high else f"{_short(low)}–{_short(high)}%"


SPANS: Final = "from the lowest to the highest that anybody reports; nobody published it as a range."


def shared(share: Share) -> str:
    """A share of a week, marked where it only spans what single people report.

    >>> shared(Share(5, 10)), shared(Share(0, 80, spans=True))
    ('5–10%', '0–80%*')
    """
    return percent(share.low, share.high) + ("*" if share.spans else "")


def bar(share: Share, mark: float | None = None) -> Bar:
    """A share of a week as a bar, which is thin up to its range."""
    return Bar(thin=(0, share.low), thick=(share.low, share.high), mark=mark)


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


def years(span: Years) -> str:
    """Years as they are known: from, to, or both; nothing where neither is."""
    if span.from_ is None and span.to is None:
        return ""
    if span.from_ is not None and span.to is not None:
        low, high = _short(span.from_), _short(span.to)
        return f"{low} years" if low == high else f"{low}–{high} years"
    return f"{_short(span.from_)}+ years" if span.from_ is not None else f"up to {_short(span.to or 0)} years"


def in_level(years: Sequence[float]) -> str:
    """How long a step takes, in one number of years or two; nothing where nobody says.

    >>> in_level((4, 7)), in_level((2,)), in_level(())
    ('4–7 years', '2 years', '')
    """
    if not years:
        return ""
    low, high = _short(years[0]), _short(years[-1])
    return f"{low} year{'' if low == '1' else 's'}" if low == high else f"{low}–{high} years"


def scale(shares: Iterable[Share | None], *others: float) -> tuple[float, float]:
    """A common scale for bars of shares, from nothing to the next ten above the largest."""
    most = max([share.high for share in shares if share] + list(others), default=100)
    return 0, max(10, -int(-most // 10) * 10)


def who(names: Iterable[str], sources: Sequence[Source]) -> str:
    """The publishers (or titles) behind source ids, in a few words."""
    known: Mapping[str, Source] = {source.id: source for source in sources}
    said = [(known[name].publisher or known[name].title) if name in known else name for name in names]
    return ", ".join(dict.fromkeys(said))


class Footnotes:
    """Numbers the sources of a page in the order in which they are first used.

    A claim carries its source everywhere, and a name on each line would drown it.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._used: dict[str, int] = {}

    def __call__(self, text: Text, *names: Iterable[str]) -> Text:
        """The text with its sources behind it, in the tone of its end."""
        said = parts(text)
        cited = self.cite(*names, tone=said[-1].tone if said else "")
        return (*said, *cited) if cited else text

    def cite(self, *names: Iterable[str], tone: Tone = "") -> tuple[Cite, ...]:
        """The sources of a text, numbered; nothing where the page knows none of them."""
        known = dict.fromkeys(name for some in names for name in some if name in self._sources)
        numbers = tuple((self._used.setdefault(name, len(self._used) + 1), name) for name in known)
        return (Cite(numbers, tone),) if numbers else ()

    def item(self, statement: Statement) -> Item:
        """A statement as an item of a list, with its examples and signals below."""
        details: list[Text] = [
            *(f"for example: {example}" for example in statement.examples),
            *(f"seen in: {signal}" for signal in statement.signals),
            *(Link(url, Web(url)) for url in statement.links),
        ]
        aside = ", ".join([*statement.tags, *(["optional"] if statement.optional else [])])
        return Item(self(statement.text, statement.source), tuple(details), aside)

    def items(self, statements: Iterable[Statement]) -> Items:
        """Statements as a list."""
        return Items(tuple(map(self.item, statements)))

    def section(self, statements: Sequence[Statement], title: str, *, about: str = "", depth: int = 2) -> list[Block]:
        """Statements below a heading; nothing where there are none."""
        return [Heading(title, "", depth, about), self.items(statements)] if statements else []

    def suits(self, for_: Sequence[Statement], against: Sequence[Statement]) -> list[Block]:
        """Whom a level suits, and whom it does not."""
        return [
            *self.section(for_, "It may suit you if", about="suits"),
            *self.section(against, "It may not suit you if", about="does not suit"),
        ]

    def reports(self, reports: Iterable[Report]) -> Items:
        """What single people report of their time, each beside its share."""
        items = (
            Item(self(one.text or "the report does not say who", one.source), (), percent(one.low, one.high))
            for one in reports
        )
        return Items(tuple(items))

    def blocks(self, *, rest: bool = True) -> list[Block]:
        """The sources that were used, by their numbers; with `rest` those, too, on which the page rests without one."""
        unused = [name for name in self._sources if name not in self._used] if rest else []
        rows = tuple(self._row(self._sources[name]) for name in (*self._used, *unused))
        return [Heading("Sources"), Sources(rows)] if rows else []

    def _row(self, source: Source) -> Reference:
        about = ", ".join(filter(None, (source.publisher, source.kind, date(source.published))))
        return Reference(source.id, source.title, about, source.url, self._used.get(source.id, 0))


def command(*arguments: str) -> Link:
    """A command that a reader may type.

    >>> command("show", "first miller").text
    'ladder show "first miller"'
    """
    return Link(f"ladder {' '.join(map(argument, arguments))}", Command(arguments), "code")


def running(*words: Text) -> tuple[Part, ...]:
    """Words and links as one running text, neighbours of one tone put together."""
    found: list[Part] = []
    for part in (part for some in words for part in parts(some) if isinstance(part, Cite) or part.text):
        last = found[-1] if found else None
        if isinstance(last, Span) and isinstance(part, Span) and last.tone == part.tone:
            found[-1] = Span(last.text + part.text, part.tone)
        else:
            found.append(part)
    return tuple(found)


def typed(text: str) -> tuple[Span, ...]:
    """Words of ours in which what a reader may type, and is no whole command, stands between backticks."""
    words = text.split("`")
    return tuple(Span(part, "code" if place % 2 else "") for place, part in enumerate(words) if part)


def listed(words: Sequence[str]) -> str:
    """Words with commas, and `and` before the last.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))


def joined(texts: Sequence[Text], between: str = ", ", last: str = " and ") -> tuple[Part, ...]:
    """Texts one after another, as a list is read."""
    words: list[Text] = []
    for place, text in enumerate(texts):
        words += [(last if place == len(texts) - 1 else between) if place else "", text]
    return running(*words)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
