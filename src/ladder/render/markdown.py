"""A document as Markdown, which reads well raw, too: it is what a pipe gets."""

import re
from collections.abc import Iterator
from typing import Final

from ladder.document import (
    Bar,
    Block,
    Cell,
    Change,
    Changes,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Schedule,
    Sources,
    Table,
    Text,
    Tone,
)
from ladder.render.parts import as_items, plain_line, runs
from ladder.render.text import one_line, printable
from ladder.times import length, stretch

SPECIAL: Final = re.compile(r"([\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~)")
INDENT: Final = re.compile(r"(?<=\n)[ \t]+")
LINE_START: Final = re.compile(
    r"^([ \t]*)(?:([#>]|[+-](?=\s|$)|[-=:|](?=[-=:| ]*$))|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE
)
CLOSING: Final = re.compile(r"(?<= )(#+)$")
"""Number signs at the end of a heading, which Markdown takes for its end."""
MARKS: Final = {"strong": "**", "warn": "**", "new": "**", "raised": "**", "left": "**"}


def render(document: Document) -> str:
    """The page, with its title as the first heading."""
    return "\n".join(line for block in document.blocks for line in _block(block)).strip("\n") + "\n"


def escaped(text: str) -> str:
    """Text of which Markdown shows every character, but for the white space that it never shows."""
    signs = SPECIAL.sub(r"\\\1", INDENT.sub("", printable(text)))
    return LINE_START.sub(lambda match: f"{match[1]}{match[3] or ''}\\{match[2] or match[4]}", signs)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield "#" * block.depth + " " + CLOSING.sub(r"\\\1", _line(block.text))
            if block.aside:
                yield ""
                yield f"*{_line(block.aside)}*"
        case Prose():
            yield ""
            yield _text(block.text)
        case Note():
            yield ""
            yield (
                "> " + (f"**{_line(block.label)}:** " if block.label else "") + _text(block.text).replace("\n", "\n> ")
            )
        case Facts():
            yield ""
            for label, text in block.rows:
                yield f"- **{_line(label)}:** {_indented(_text(text), 2)}"
        case Items():
            yield ""
            for item in block.items:
                yield from _item(item)
        case Sources():
            yield from _block(as_items(block))
        case Changes():
            yield ""
            for change in block.rows:
                yield _change(change)
        case Table():
            yield from _table(block)
        case Schedule():
            yield from _schedule(block)


def _item(item: Item) -> Iterator[str]:
    aside = f" ({_line(item.aside)})" if item.aside else ""
    mark = f"{_line(item.mark)} " if item.mark else ""
    yield f"- {mark}{_indented(_text(item.text), 2)}{aside}"
    for detail in filter(None, map(_text, item.details)):
        yield f"  - {_indented(detail, 4)}"


def _change(change: Change) -> str:
    said = _indented(_text(change.after or change.before), 2)
    was = f" (was: {_line(change.before)})" if change.before and change.after and change.tone != "kept" else ""
    return f"- **{change.word}** {said}{was}"


def _table(table: Table) -> Iterator[str]:
    kept = [index for index, column in enumerate(table.columns) if column.kind != "bar"]
    yield ""
    yield "| " + " | ".join(_cell(table.columns[index].title) or " " for index in kept) + " |"
    yield "|" + "|".join(" ---: " if table.columns[index].kind == "figures" else " --- " for index in kept) + "|"
    for row in filter(None, table.rows):
        yield "| " + " | ".join(_cell(row[index]) if index < len(row) else "" for index in kept) + " |"


def _schedule(schedule: Schedule) -> Iterator[str]:
    yield ""
    yield "| time | what | activity | length |"
    yield "| --- | --- | --- | ---: |"
    for entry in schedule.entries:
        lines = [f"{_cell(label)}: {_cell(line)}" if label else _cell(line) for label, line in entry.lines]
        what = "<br>".join([_cell(entry.title) if entry.recorded else f"*{_cell(entry.title)}*", *lines])
        when, long = stretch(entry.from_, entry.to), length(entry.from_, entry.to)
        yield f"| {when} | {what} | {_cell(entry.aside)} | {long} |"


def _cell(cell: Cell) -> str:
    if cell is None or isinstance(cell, Bar):
        return ""
    return escaped(plain_line(cell)).replace("|", "\\|")


def _line(text: Text) -> str:
    return escaped(plain_line(text))


def _text(text: Text) -> str:
    return "".join(_toned(words, tone) for words, tone in runs(text)).lstrip()


def _toned(words: str, tone: Tone) -> str:
    """A stretch with its marks close to its words: Markdown takes none that touch a space inside."""
    if tone == "code":
        return _code(one_line(words))
    text, mark = escaped(words), MARKS.get(tone, "")
    bare = text.strip()
    return text.replace(bare, mark + bare + mark) if bare and mark else text


def _code(text: str) -> str:
    """Words between backticks, of which there are more than the words have in a row."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    air = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{air}{text}{air}{fence}" if text else ""


def _indented(text: str, columns: int) -> str:
    return text.replace("\n", "\n" + " " * columns)
