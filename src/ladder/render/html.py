"""A document as one HTML page that needs nothing else: no script, no font, no picture from the network."""

from collections.abc import Iterator
from html import escape
from typing import Final

from ladder.document import (
    Bar,
    Block,
    Cell,
    Change,
    Changes,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Schedule,
    Span,
    Table,
    Text,
)
from ladder.render.text import one_line, printable
from ladder.times import length, stretch

STYLE: Final = """\
:root { color-scheme: light dark; --ink: #1d2129; --quiet: #667; --paper: #fff; --line: #e3e5ea; --new: #1a7f37;
  --raised: #9a6700; --left: #b3261e; --bar: #2f7f8f; --warn: #8e44ad; }
@media (prefers-color-scheme: dark) { :root { --ink: #d6d9e0; --quiet: #8d93a1; --paper: #16181d; --line: #2c3038;
  --new: #87be78; --raised: #ddb66a; --left: #e06c75; --bar: #60b8c2; --warn: #be84d8; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem;
  margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; }
h1 small, h2 small, h3 small { float: right; font-weight: normal; font-size: .85rem; color: var(--quiet); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: normal; color: var(--quiet); }
th, td { padding: .25rem .75rem .25rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
td.figures, th.figures { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; } .scroll + .scroll { margin-top: 1.5rem; }
.bar { position: relative; min-width: 12rem; height: 1.1rem; }
.bar i { position: absolute; top: .48rem; height: 2px; background: var(--quiet); }
.bar b { position: absolute; top: .2rem; height: .7rem; background: var(--bar); opacity: .7; }
.bar u { position: absolute; top: 0; height: 1.1rem; width: 2px; background: var(--ink); }
.bar s { position: absolute; top: 0; height: 1.1rem; width: 3px; background: var(--warn); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dt { font-weight: 600; } dd { margin: 0; }
li small { color: var(--quiet); } li.marked { list-style: none; } ul { padding-left: 1.2rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .15rem 1.5rem; } .sides > p { margin: 0; }
.head { color: var(--quiet); }
.new b { color: var(--new); } .raised b { color: var(--raised); } .left b { color: var(--left); }
.strong { font-weight: 600; } .quiet, .kept { color: var(--quiet); } .warn { color: var(--warn); }
.note { color: var(--quiet); border-left: 3px solid var(--line); padding-left: .75rem; }
.gap { color: var(--quiet); font-style: italic; }
p, li, dd, td { overflow-wrap: anywhere; } p, li, dd { white-space: pre-line; }
@media (max-width: 40rem) { .sides, dl { grid-template-columns: 1fr; } .sides > p:empty { display: none; } }
"""


def render(document: Document) -> str:
    """A whole page."""
    body = "\n".join(part for block in document.blocks for part in _block(block))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_line(document.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            aside = f" <small>{_line(block.aside)}</small>" if block.aside else ""
            yield f"<h{block.depth}>{_line(block.text)}{aside}</h{block.depth}>"
        case Prose():
            yield f"<p>{_text(block.text)}</p>"
        case Note():
            label = f'<span class="warn">{_line(block.label)}:</span> ' if block.label else ""
            yield f'<p class="note">{label}{_text(block.text)}</p>'
        case Facts():
            yield (
                "<dl>"
                + "".join(f"<dt>{_line(label)}</dt><dd>{_text(text)}</dd>" for label, text in block.rows)
                + "</dl>"
            )
        case Items():
            yield "<ul>" + "".join(map(_item, block.items)) + "</ul>"
        case Changes():
            yield '<div class="sides">' + "".join(_changes(block)) + "</div>"
        case Table():
            yield from _table(block)
        case Schedule():
            yield from _schedule(block)


def _item(item: Item) -> str:
    aside = f" <small>{_line(item.aside)}</small>" if item.aside else ""
    details = "".join(f"<br><small>{_escape(detail)}</small>" for detail in item.details)
    opening = f'<li class="marked">{_line(item.mark)} ' if item.mark else "<li>"
    return f"{opening}{_text(item.text)}{aside}{details}</li>"


def _changes(block: Changes) -> Iterator[str]:
    if block.before or block.after:
        yield f'<p class="head">{_line(block.before)}</p><p class="head">{_line(block.after)}</p>'
    for left, right in block.side_by_side():
        yield _side(left, left.before if left else "") + _side(right, right.after if right else "")


def _side(change: Change | None, text: str) -> str:
    if change is None:
        return "<p></p>"
    return f'<p class="{change.tone}"><b title="{_line(change.word)}">{_line(change.mark)}</b> {_escape(text)}</p>'


def _table(table: Table) -> Iterator[str]:
    yield '<div class="scroll"><table>'
    yield (
        "<tr>" + "".join(f'<th class="{column.kind}">{_line(column.title)}</th>' for column in table.columns) + "</tr>"
    )
    for row in filter(None, table.rows):
        if len(row) < len(table.columns):
            cell = row[0]
            said = _line(cell.text) if isinstance(cell, Span) else _line(cell) if isinstance(cell, str) else ""
            yield f'<tr><th class="across" colspan="{len(table.columns)}">{said}</th></tr>'
            continue
        yield "<tr>" + "".join(_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)) + "</tr>"
    yield "</table></div>"


def _cell(cell: Cell, column: Column) -> str:
    if isinstance(cell, Bar):
        return f"<td>{_bar(cell, column)}</td>"
    if isinstance(cell, Span):
        return f'<td class="{column.kind} {cell.tone}">{_line(cell.text)}</td>'
    return f'<td class="{column.kind}">{_line(cell or "")}</td>'


def _bar(bar: Bar, column: Column) -> str:
    low, high = column.scale

    def at(value: float) -> float:
        return round(100 * min(max((value - low) / ((high - low) or 1), 0), 1), 2)

    parts = [
        f'<{tag} style="left:{at(stretch[0])}%;width:{max(round(at(stretch[1]) - at(stretch[0]), 2), 0.5)}%"></{tag}>'
        for tag, stretch in (("i", bar.thin), ("b", bar.thick))
        if stretch is not None
    ]
    parts += [
        f'<{tag} style="left:{at(value)}%"></{tag}>'
        for tag, value in (("u", bar.mark), ("s", bar.offer))
        if value is not None
    ]
    return f'<div class="bar">{"".join(parts)}</div>'


def _schedule(schedule: Schedule) -> Iterator[str]:
    yield '<div class="scroll"><table>'
    for entry in schedule.entries:
        lines = "".join(
            f"<br><small>{f'{_line(label)}: ' if label else ''}{_escape(line)}</small>" for label, line in entry.lines
        )
        style = "words" if entry.recorded else "words gap"
        yield (
            f'<tr><td class="figures">{stretch(entry.from_, entry.to)}</td>'
            f'<td class="{style}">{_line(entry.title)}{lines}</td><td class="quiet">{_line(entry.aside)}</td>'
            f'<td class="figures">{length(entry.from_, entry.to)}</td></tr>'
        )
    yield "</table></div>"


def _escape(text: str) -> str:
    return escape(printable(text))


def _line(text: str) -> str:
    return escape(one_line(text))


def _text(text: Text) -> str:
    if isinstance(text, str):
        return _escape(text)
    return "".join(map(_toned, text))


def _toned(span: Span) -> str:
    if span.tone == "code":
        return f"<code>{_escape(span.text)}</code>"
    return f'<span class="{span.tone}">{_escape(span.text)}</span>' if span.tone else _escape(span.text)
