"""A document as HTML that needs nothing else: no script, no font, no picture from the network.

`render` makes one page of its own; `body` what stands in a page that somebody else frames, who then says where
links lead. Only addresses of the web leave a page, and only as http or https.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from ladder.document import (
    Bar,
    Block,
    Cell,
    Change,
    Changes,
    Cite,
    Column,
    Command,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Part,
    Prose,
    Reference,
    Schedule,
    Sources,
    Span,
    Table,
    Target,
    Text,
    Thing,
    Tone,
    Web,
    parts,
)
from ladder.render.drawing import axis, bar, scale_in_words
from ladder.render.languages import direction, tag
from ladder.render.parts import plain_line
from ladder.render.style import STYLE
from ladder.render.text import one_line, printable
from ladder.times import length, stretch

Resolve = Callable[[Target], str | None]
"""Where something is to be found: an address, or None, and then its words stand there alone."""

ADDRESS: Final = re.compile(r"https?://[^\s/?#\\]+[^\s\\]*", re.IGNORECASE)


def render(document: Document) -> str:
    """A whole page. Sources and citations lead to one another, titles of sources to the web, nothing else away."""
    language = tag(document.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(one_line(document.title))}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body(document, lambda target: None)}\n</main>\n</body>\n</html>\n"
    )


def body(document: Document, resolve: Resolve) -> str:
    """What stands in a page, without what only tells what to type; headings have the ids that are left then.

    `resolve` is asked for things and commands, never for addresses of the web. An id may be any text: whoever makes
    an address of one quotes it. The whole style is `ladder.render.style.STYLE`.
    """
    read = document.without_prompts()
    writer = _Writer(read, resolve)
    return "\n".join(line for block in read.blocks for line in writer.block(block))


class _Writer:
    """Writes the blocks of one document in their order."""

    def __init__(self, document: Document, resolve: Resolve) -> None:
        self._resolve = resolve
        self._anchors = iter(document.anchors())
        listed = [row for block in document.blocks if isinstance(block, Sources) for row in block.rows if row.number]
        self._numbers = {row.id: row.number for row in listed}
        self._cited: set[int] = set()

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Prose():
                yield f"<p>{self._text(block.text)}</p>"
            case Note():
                label = f'<span class="warn">{_line(block.label)}:</span> ' if block.label else ""
                yield f'<p class="note">{label}{self._text(block.text)}</p>'
            case Facts():
                rows = (f"<dt>{self._text(label)}</dt><dd>{self._text(text)}</dd>" for label, text in block.rows)
                yield f"<dl>{''.join(rows)}</dl>"
            case Items():
                yield f"<ul>{''.join(map(self._item, block.items))}</ul>"
            case Sources():
                numbered = ' class="numbered"' if any(row.number for row in block.rows) else ""
                yield f"<ul{numbered}>{''.join(map(self._source, block.rows))}</ul>"
            case Changes():
                yield from self._changes(block)
            case Table():
                yield from self._table(block)
            case Schedule():
                yield from _schedule(block)

    def _heading(self, heading: Heading) -> str:
        text = self._text(heading.text)
        bare = all(isinstance(part, Span) for part in parts(heading.text))
        if bare and heading.depth > 1 and isinstance(heading.about, Thing):
            text = _linked(text, self._href(heading.about))
        aside = self._aside(heading.aside)
        aside = f" <small>{aside}</small>" if aside else ""
        return f'<h{heading.depth} id="{next(self._anchors)}"><span>{text}</span>{aside}</h{heading.depth}>'

    def _item(self, item: Item) -> str:
        aside = self._aside(item.aside)
        aside = f" <small>{aside}</small>" if aside else ""
        details = "".join(f"<br><small>{self._text(detail)}</small>" for detail in item.details)
        opening = f'<li class="marked">{_line(item.mark)} ' if item.mark else "<li>"
        return f"{opening}{self._text(item.text)}{aside}{details}</li>"

    def _source(self, source: Reference) -> str:
        opening, number = "<li>", ""
        if source.number:
            opening = f'<li id="source-{source.number}">'
            back = f"#cite-{source.number}" if source.number in self._cited else None
            number = f'<span class="number">{_linked(str(source.number), back)}</span> '
        href = _web(source.url)
        title = _linked(_line(source.title), href, ' rel="noreferrer"')
        about = f" <small>{_line(source.about)}</small>" if source.about else ""
        known = "address" if href else "quiet"  # what the title leads to is written out on paper alone
        address = f' <small class="{known}">{_line(source.url)}</small>' if source.url else ""
        return f"{opening}{number}{title}{about}{address}</li>"

    def _changes(self, block: Changes) -> Iterator[str]:
        sides = [one_line(block.before), one_line(block.after)]
        hidden = ' class="hidden"' if block.again else ""
        yield '<table class="sides">'
        if any(sides):
            heads = "".join(f'<th scope="col">{escape(side)}</th>' for side in sides)
            yield f"<thead{hidden}><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for left, right in block.side_by_side():
            if left is right and left and left.tone == "kept":
                both = " = ".join(filter(None, sides))
                yield f"<tr>{self._side(left, left.before, sides[0], ' twin')}{self._side(left, left.after, both)}</tr>"
            else:
                before = self._side(left, left.before if left else "", sides[0], " was" if left is right else "")
                yield f"<tr>{before}{self._side(right, right.after if right else '', sides[1])}</tr>"
        yield "</tbody></table>"

    def _side(self, change: Change | None, text: Text, side: str, more: str = "") -> str:
        if change is None:
            return "<td></td>"
        mark = f'<b aria-hidden="true">{_line(change.mark)}</b>' if more != " was" else ""
        word = f'<span class="hidden">{_line(change.word)}: </span>' if mark else ""
        return f'<td class="{change.tone}{more}"{_label(side)}>{mark}{word}{self._text(text)}</td>'

    def _table(self, table: Table) -> Iterator[str]:
        used = [
            place
            for place, column in enumerate(table.columns)
            if column.title or any(row[place] not in (None, "") for row in table.rows if len(row) > 1)
        ]
        yield '<div class="scroll"><table>'
        if any(table.columns[place].title or table.columns[place].kind == "bar" for place in used):
            heads = "".join(self._head(table.columns[place]) for place in used)
            yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for row in filter(None, table.rows):
            if len(row) < len(table.columns):
                across = "" if row[0] is None or isinstance(row[0], Bar) else self._text(row[0])
                yield f'<tr><th scope="rowgroup" class="across" colspan="{len(used)}">{across}</th></tr>'
                continue
            cells = (self._cell(row[place], table.columns[place], first=place == 0) for place in used)
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</tbody></table></div>"

    def _head(self, column: Column) -> str:
        title = self._text(column.title)
        if column.kind == "bar":
            title = (title or '<span class="hidden">drawn</span>') + axis(column)
        if not title:
            return "<td></td>"
        return f'<th scope="col" class="{column.kind}">{title}</th>'

    def _cell(self, cell: Cell, column: Column, *, first: bool) -> str:
        if isinstance(cell, Bar):
            return f'<td class="bar"{_label(scale_in_words(column))}>{bar(cell, column)}</td>'
        text = self._text(cell or "")
        if first and text:
            return f'<th scope="row" class="{column.kind}">{text}</th>'
        label = _label(plain_line(column.title)) if text else ""
        return f'<td class="{column.kind}"{label}>{text}</td>'

    def _aside(self, text: Text) -> str:
        """What stands beside; a command that leads nowhere is left out there."""
        if isinstance(text, str):
            return _escape(text)
        kept = (part for part in parts(text) if not self._idle(part))
        return self._text(tuple(kept))

    def _idle(self, part: Part) -> bool:
        return isinstance(part, Link) and isinstance(part.to, Command) and not self._href(part.to)

    def _text(self, text: Text) -> str:
        if isinstance(text, str):
            return _escape(text)
        return "".join(map(self._part, parts(text)))

    def _part(self, part: Part) -> str:
        if isinstance(part, Cite):
            return f"<sup>{','.join(self._cite(number, name) for number, name in part.sources)}</sup>"
        words = _toned(part.text, part.tone)
        if isinstance(part, Link):
            web = ' rel="noreferrer"' if isinstance(part.to, Web) else ""
            return _linked(words, self._href(part.to), web)
        return words

    def _cite(self, number: int, name: str) -> str:
        """The number of a source; where it is first cited is where its place in the list leads back to."""
        href = f"#source-{number}" if name in self._numbers else self._resolve(Thing("source", name))
        first = "" if number in self._cited else f' id="cite-{number}"'
        self._cited.add(number)
        return f'<a href="{escape(href)}"{first}>{number}</a>' if href else str(number)

    def _href(self, target: Target) -> str | None:
        if isinstance(target, Web):
            return _web(target.url)
        found = self._resolve(target)
        if found is None and isinstance(target, Thing) and target.kind == "source" and target.id in self._numbers:
            return f"#source-{self._numbers[target.id]}"
        return found


def _schedule(schedule: Schedule) -> Iterator[str]:
    yield '<table class="day"><thead class="hidden"><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in ("time", "what", "activity", "length"))
    yield "</tr></thead><tbody>"
    for entry in schedule.entries:
        lines = "".join(
            f"<br><small>{f'{_line(label)}: ' if label else ''}{_escape(line)}</small>" for label, line in entry.lines
        )
        style = "words" if entry.recorded else "words gap"
        yield (
            f'<tr><th scope="row" class="figures">{stretch(entry.from_, entry.to)}</th>'
            f'<td class="{style}">{_line(entry.title)}{lines}</td><td class="quiet">{_line(entry.aside)}</td>'
            f'<td class="figures">{length(entry.from_, entry.to)}</td></tr>'
        )
    yield "</tbody></table>"


def _web(url: str) -> str | None:
    """An address that a browser may follow: http or https, and nothing in it that would mislead the eye."""
    return url if ADDRESS.fullmatch(url) and printable(url) == url else None


def _linked(words: str, href: str | None, more: str = "") -> str:
    return f'<a href="{escape(href)}"{more}>{words}</a>' if href and words else words


def _label(text: str) -> str:
    """The attribute by which a cell says on a phone where it stands."""
    return f' data-label="{escape(text)}"' if text else ""


def _toned(text: str, tone: Tone) -> str:
    if tone == "code":
        return f"<code>{_escape(text)}</code>"
    return f'<span class="{tone}">{_escape(text)}</span>' if tone else _escape(text)


def _escape(text: str) -> str:
    return escape(printable(text))


def _line(text: str) -> str:
    return escape(one_line(text))
