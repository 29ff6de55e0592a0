"""A posting taken apart, laid out: what each of its voices says, with every sentence that counts and every phrase."""

from collections.abc import Iterable, Sequence
from typing import Final

from ladder.document import (
    Bar,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Text,
)
from ladder.pages.comp import basis
from ladder.pages.drawing import bar, scale_of
from ladder.pages.words import amount, command, count, listed, running, unit
from ladder.postings.money import Stated
from ladder.postings.text import Evidence
from ladder.questions.autopsy import Autopsy
from ladder.questions.comp import Row

VERDICTS: Final = {
    "consistent": "Title and text agree",
    "title above the text": "The title is above the text",
    "title below the text": "The title is below the text",
    "money above both": "Title and text agree, and the money is above both",
    "money below both": "Title and text agree, and the money is below both",
    "no level in the title": "The title states no level",
    "not enough evidence": "There is not enough evidence in the text",
}


def page(answer: Autopsy) -> Document:
    """The page of `ladder autopsy`."""
    blocks: list[Block] = [Heading(name_of(answer), aside(answer), 1), Prose(verdict(answer))]
    blocks.append(Facts(tuple(voices(answer))))
    blocks += _evidence(answer)
    blocks += money(answer)
    if answer.phrases:
        items = [
            Item(f"“{one.words}”", (means(answer, one.means, one.candid),), _times(one.times)) for one in answer.phrases
        ]
        by = "as a satirist reads them" if answer.satire else "as they are usually meant"
        blocks += [Heading("Phrases", by), Items(tuple(items))]
        if answer.satire:
            blocks.append(Note("a satirist says what the phrases mean, not a survey.", "satire"))
    if answer.ask:
        blocks += [Heading("What to ask in the first call", about="ask"), Items(tuple(map(Item, answer.ask)))]
    blocks += _next(answer)
    return Document(name_of(answer), tuple(blocks), answer.language)


def sheet(answer: Autopsy) -> Sheet:
    """One row a sentence that counts, a range of pay, or a phrase."""
    title = answer.title.text if answer.title else ""
    rows: list[tuple[str | float | None, ...]] = [
        (title, "verdict", answer.verdict, None, answer.text.level, ""),
        *((title, one.family, one.cue, one.weight, one.quote, one.why) for one in answer.text.evidence),
        *((title, "pay", one.currency, one.low, f"{one.low:.0f}-{one.high:.0f}", one.period) for one in stated(answer)),
        *(
            (title, "phrase", one.id, one.times, one.words, means(answer, one.means, one.candid))
            for one in answer.phrases
        ),
    ]
    return Sheet(("title", "part", "id", "weight", "text", "why"), tuple(rows))


def name_of(answer: Autopsy) -> str:
    """What the posting is called: its title, else its file."""
    return answer.posting.title or answer.posting.name or "A posting"


def aside(answer: Autopsy) -> str:
    """Whose posting it is, where and of when."""
    one = answer.posting
    return " · ".join(filter(None, (one.company, one.location, one.captured)))


def verdict(answer: Autopsy) -> str:
    """What the voices come to, in a sentence."""
    said, text, named = VERDICTS[answer.verdict], level(answer), answer.title.level if answer.title else ""
    match answer.verdict:
        case "not enough evidence":
            return f"{said}: {answer.text.why}." if answer.text.why not in ("", "not enough evidence") else f"{said}."
        case "no level in the title":
            head = said if answer.title else "No title was given"
            return f"{head}; the text says {text}{unsure(answer)}."
        case "title above the text" | "title below the text":
            return f"{said}: {answer.short[named].lower()}, against {text}{unsure(answer)}."
    return f"{said}: {text}{unsure(answer)}."


def level(answer: Autopsy) -> str:
    """The level that the text speaks for, or the levels between which it leaves it."""
    text = answer.text
    low, high = (answer.short.get(name, name).lower() for name in (text.level, text.to))
    above = " or above" if text.or_above else ""
    return f"{low}{above}" if text.to == text.level else f"{low} or {high}{above}"


def unsure(answer: Autopsy) -> str:
    """That a text is read with little confidence."""
    return ", but not clearly" if answer.text.confidence == "low" else ""


def voices(answer: Autopsy) -> Iterable[tuple[Text, Text]]:
    """The three voices, and where there is pay as structured data a fourth."""
    named = answer.title
    if named is None:
        yield "Title", "none given"
    elif named.level:
        yield "Title", answer.titles.get(named.level, named.level)
    else:
        yield "Title", f"no level: {named.why}"
    yield "Text", text_voice(answer)
    yield "Money", money_voice(answer)
    if answer.money.data:
        yield "As data", "; ".join(map(said, answer.money.data))


def text_voice(answer: Autopsy) -> str:
    """What the text says, with the years apart from the words for scope."""
    text = answer.text
    if not text.level:
        return text.why
    head = level(answer)
    said = f"{head[:1].upper()}{head[1:]}"
    years = count(text.years or 0, "year")
    if text.years is None or text.years_level == text.scope_level:
        asked = f" and {years}" if text.years is not None else ""
        return f"{said}, by {count(len({one.quote for one in text.evidence}), 'sentence')}{asked}"
    by_years, by_scope = (answer.short.get(one, one).lower() for one in (text.years_level, text.scope_level))
    return f"{said}; {years} say {by_years}, the other cues {by_scope}"


def money_voice(answer: Autopsy) -> str:
    """The pay that is stated, and where its middle stands."""
    money = answer.money
    if money.low is None or money.high is None:
        return "none stated"
    first = Stated(money.low, money.high, money.currency, money.period or "year", money.quote)
    more = len(money.ranges) - 1
    parts = [said(first) + (f" and {count(more, 'more range')}" if more > 0 else "")]
    if money.beside:
        parts += [placed(answer)] if placed(answer) else []
    elif money.currency:
        parts.append(f"no band of base pay in {unit(money.currency, money.period)} to set it beside")
    return "; ".join(parts)


def placed(answer: Autopsy) -> str:
    """Where the middle of the range stands: between p25 and p75 of which levels, else above one and below the next."""
    found: dict[str, dict[str, None]] = {}
    for one in answer.money.beside:
        if one.placed:
            found.setdefault(one.placed, {})[answer.short.get(one.row.id, one.row.title).lower()] = None
    if "inside" in found:
        return f"usual for {listed(list(found['inside']))}"
    ends = [f"above {list(found['above'])[-1]}"] if "above" in found else []
    ends += [f"below {next(iter(found['below']))}"] if "below" in found else []
    return listed(ends)


def said(one: Stated) -> str:
    """A range of pay in words."""
    money = unit(one.currency or "currency not said,", one.period)
    return f"{amount(one.low)}–{amount(one.high)} {money}" if one.low != one.high else f"{amount(one.low)} {money}"


def stated(answer: Autopsy) -> Sequence[Stated]:
    """Every range that is stated, in the text and beside it."""
    return (*answer.money.ranges, *answer.money.data)


def means(answer: Autopsy, plain: str, candid: str) -> str:
    """What a phrase means, as it was asked for."""
    return candid or plain if answer.satire else plain


def gathered(evidence: Iterable[Evidence], *, up: bool) -> list[tuple[str, float, tuple[str, ...], tuple[str, ...]]]:
    """Sentences that speak for a higher or a lower level: each once, the weightiest first, with its reasons."""
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.weight and (one.weight > 0) == up:
            found.setdefault(one.quote, []).append(one)
    rows = [
        (quote, sum(one.weight for one in some), tuple(one.cue for one in some), tuple(one.why for one in some))
        for quote, some in found.items()
    ]
    return sorted(rows, key=lambda row: -abs(row[1]))


def _evidence(answer: Autopsy) -> list[Block]:
    blocks: list[Block] = []
    for up, head in ((True, "For a higher level"), (False, "For a lower level")):
        rows = gathered(answer.text.evidence, up=up)
        if rows:
            blocks.append(Heading(head, count(len(rows), "sentence")))
            blocks.append(
                Items(
                    tuple(
                        Item(f"“{quote}”", why, f"{', '.join(cues)} {weight:+g}") for quote, weight, cues, why in rows
                    )
                )
            )
    return blocks


def money(answer: Autopsy) -> list[Block]:
    """The stated range on a bar beside the bands of base pay."""
    pay = answer.money
    if pay.low is None or pay.high is None or not pay.beside:
        return []
    rows = [one.row for one in pay.beside]
    ends = rows[0]._replace(percentiles={}, range=(pay.low, pay.high), mean=None)
    scale, ticks = scale_of([ends, *rows])
    own = Span("This posting", "strong"), Bar(thick=(pay.low, pay.high)), f"{amount(pay.low)}–{amount(pay.high)}", ""
    lines: list[tuple[Cell, ...]] = [own]
    lines += [(Span(row.title), bar(row, None), quarters(row), basis(row, answer.sources)) for row in rows]
    columns = Column(""), Column("", "bar", scale=scale, ticks=ticks), Column("p25 to p75"), Column("", below=True)
    legend = Prose((Span("── p10 to p90   ▓▓ p25 to p75   ┃ median   of base pay alone", "quiet"),))
    return [
        Heading("Money", f"base pay, {unit(pay.currency, pay.period)}", about="money"),
        Table(columns, tuple(lines)),
        legend,
    ]


def quarters(row: Row) -> str:
    """What the middle half of a band spans."""
    known = row.percentiles
    return f"{amount(known[25])}–{amount(known[75])}" if 25 in known and 75 in known else "–"


def _times(times: int) -> str:
    return f"{times} times" if times > 1 else ""


def _next(answer: Autopsy) -> list[Block]:
    named = answer.title.level if answer.title else ""
    text = answer.text.level
    if named and text and named != text and named in answer.titles:
        link = command("compare", *sorted((named, text), key=list(answer.titles).index))
        return [Note(running("What changes between the two: ", link, "."), prompt=True)]
    if named or text:
        return [Note(running("What the level expects: ", command("show", named or text), "."), prompt=True)]
    return []
