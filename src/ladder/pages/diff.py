"""What changed between two versions of a ladder, laid out: the sum of it, then thing by thing with before and after."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ladder.comparing.records import WHOLE, ChangeKind
from ladder.comparing.records import Change as Changed
from ladder.contents.titles import TITLES
from ladder.document import (
    Block,
    Change,
    Changes,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Kind,
    Note,
    Sheet,
    Text,
    Thing,
)
from ladder.model import Statement
from ladder.pages.values import said, with_details
from ladder.pages.words import Footnotes, count, listed, running
from ladder.questions.diff import HOWS, KINDS, SECTIONS, Difference, Side, Tally
from ladder.questions.diff import Thing as Differing

WORDS: Final[Mapping[ChangeKind, Change]] = {
    "added": Change("added", "+", "new"),
    "removed": Change("removed", "−", "left"),
    "reworded": Change("reworded", "~", "raised"),
    "changed": Change("changed", "~", "raised"),
    "moved": Change("moved", "↕", "raised"),
}
ORDER: Final[tuple[ChangeKind, ...]] = ("reworded", "changed", "moved", "removed", "added")
MARKS: Final = {"added": "+", "removed": "−", "moved": "↕", "renamed": "~", "changed": "~"}

KIND_TITLES: Final[Mapping[str, str]] = {KINDS[part]: title for part, title in SECTIONS.items()} | {
    "source": "The ladder's sources"  # those that the page rests on stand at its end
}
ONE: Final[Mapping[str, str]] = {"ladder": "", "survey": "pay"}
"""What a thing of a kind is called where it is not called as its kind."""
GROUPED: Final = ("ladder", "level", "role")
"""Kinds of which each thing has a heading, whatever changed."""

LINKED: Final[tuple[Kind, ...]] = ("level", "role", "competency", "archetype", "company", "source")
"""Kinds that a link can lead to."""

SHORT: Final = 60
"""Up to so many characters, before and after stand on one line."""


def page(answer: Difference) -> Document:
    """The page of `ladder diff`."""
    title = f"What changed in {answer.after.title}"
    if answer.before.title != answer.after.title:
        title = f"From {answer.before.title} to {answer.after.title}"
    sides = _sides(answer.before, answer.after)
    blocks: list[Block] = [Heading(title, " → ".join(sides), 1), *_sum(answer)]
    notes = Footnotes(answer.sources)
    for tally in answer.tallies:
        blocks += _kind(tally, [thing for thing in answer.things if thing.kind == tally.kind], sides, notes)
    return Document(title, (*blocks, *notes.blocks(rest=False)), answer.language)


def sheet(answer: Difference) -> Sheet:
    """One row a change; of what came or went a row of its own, too."""
    columns = ("what", "id", "title", "was", "part", "about", "key", "change", "before", "after")
    rows = []
    for thing in answer.things:
        named = (thing.kind, thing.id, thing.title, thing.was or None)
        if thing.how[0] in ("added", "removed"):
            sides = (None, thing.title) if thing.how[0] == "added" else (thing.title, None)
            rows.append((*named, None, None, None, thing.how[0], *sides))
        for change in thing.changes:
            texts = (_cell(change, side) for side in (change.before, change.after))
            rows.append((*named, change.part, change.about or None, change.key or None, change.kind, *texts))
    return Sheet(columns, tuple(rows))


def _cell(change: Changed, side: Any) -> str | int | float | bool | None:
    if side is None or isinstance(side, int | float):
        return side
    other = change.after if side is change.before else change.before
    return with_details(side, other) if isinstance(side, Statement) else said(side) or None


def _sides(before: Side, after: Side) -> tuple[str, str]:
    """What the two are called: by name, with the version where that differs or the names do not."""
    if before.version != after.version or before.name == after.name:
        names = [f"{side.name} {side.version}".strip() for side in (before, after)]
        return (names[0], names[1]) if names[0] != names[1] else ("before", "after")
    return before.name, after.name


def _sum(answer: Difference) -> list[Block]:
    """How much of what came, went and changed."""
    asked = f" in {listed(answer.only)}" if answer.only else ""
    kept = answer.statements.kept
    if not answer.things:
        text = f"the two say the same{asked}" + (f", in {count(kept, 'statement')}." if kept else ".")
        return [Note(text, "nothing differs")]
    rows = [(KIND_TITLES[tally.kind], _tally(tally)) for tally in answer.tallies]
    numbers = [(kind, getattr(answer.statements, kind)) for kind in answer.statements._fields]
    rows.append(("Statements", ", ".join(f"{number:,} {kind}" for kind, number in numbers if number)))
    return [Facts(tuple((label, text) for label, text in rows if text))]


def _tally(tally: Tally) -> str:
    if tally.kind == "ladder":
        return "changed"
    numbers = [(how, getattr(tally, how)) for how in HOWS]
    return ", ".join(f"{number:,} {how}" for how, number in numbers if number)


def _kind(tally: Tally, things: Sequence[Differing], sides: tuple[str, str], notes: Footnotes) -> list[Block]:
    """All that changed of one kind: what is short as a list, the rest thing by thing."""
    large = [thing for thing in things if thing.kind in GROUPED or _speaks(thing)]
    small = [thing for thing in things if thing not in large]
    blocks: list[Block] = []
    if small:
        blocks += [Heading(KIND_TITLES[tally.kind], _tally(tally), about=tally.kind), Items(tuple(map(_item, small)))]
    for thing in large:
        kind = ONE.get(thing.kind, thing.kind)
        heading = Heading(thing.title if kind else KIND_TITLES["ladder"], _how(thing, kind), 2, _about(thing))
        blocks += [heading, *_body(thing, sides, notes)]
    return blocks


def _about(thing: Differing) -> Thing | str:
    """What a thing is to whoever follows a link to it; one that went is found nowhere."""
    for kind in LINKED:
        if kind == thing.kind and thing.how[0] != "removed":
            return Thing(kind, thing.id)
    return f"{thing.kind} {thing.id}" if thing.kind != "ladder" else thing.kind


def _speaks(thing: Differing) -> bool:
    return any(isinstance(change.after or change.before, Statement) for change in thing.changes)


def _came_or_went(thing: Differing) -> bool:
    return thing.how[0] in ("added", "removed")


def _told(thing: Differing) -> list[Changed]:
    """Its changes without that of its title, which stands beside its heading."""
    return [change for change in thing.changes if change.part != "title" or thing.kind == "ladder"]


def _how(thing: Differing, kind: str = "") -> str:
    """What became of a thing in a few words."""
    former = next((change.before for change in thing.changes if change.part == "title"), "")
    words = {"renamed": f"renamed from {former or thing.was}" if former or thing.was else "renamed"}
    return " · ".join(filter(None, (kind, ", ".join(words.get(how, how) for how in thing.how))))


def _item(thing: Differing) -> Item:
    """A thing of which no statement changed, with the keys that did; on one line all of what came or went in it."""
    details: dict[tuple[str, ...], list[Changed]] = {}
    for place, change in enumerate(_told(thing)):
        whole = change.about and change.kind in ("added", "removed")
        details.setdefault((change.part, change.about, change.kind) if whole else (str(place),), []).append(change)
    lines = []
    for changes in details.values():
        first = changes[0]
        if len(changes) == 1:
            lines.append(f"{_label(first)}: {_value(thing, first)}")
        else:
            values = "; ".join(f"{change.key or change.part}: {said(_side(change))}" for change in changes)
            lines.append(f"{_section(first)}: {values} ({first.kind})")
    return Item(thing.title, tuple(lines), _how(thing), MARKS[thing.how[0]])


def _body(thing: Differing, sides: tuple[str, str], notes: Footnotes) -> list[Block]:
    """What changed of a thing, or all that one says which came or went: first its own keys, then part by part."""
    own = [change for change in _told(thing) if _is_short(change) and not change.about]
    blocks: list[Block] = [_facts(thing, own)] if own else []
    named = False
    sections: dict[str, tuple[list[Changed], list[Changed]]] = {}
    for change in _told(thing):
        short = _is_short(change)
        if change.about or not short:
            sections.setdefault(_section(change), ([], []))  # what is short stands first
            sections.setdefault(_section(change) if short else _label(change), ([], []))[not short].append(change)
    for label, (short_ones, long_ones) in sections.items():
        if not short_ones and not long_ones:
            continue
        blocks.append(Heading(label, depth=3))
        blocks += [_facts(thing, short_ones)] if short_ones else []
        if long_ones and _came_or_went(thing):
            blocks.append(Items(tuple(Item(_noted(_side(one), None, notes)) for one in long_ones)))
        elif long_ones:
            rows = [_row(change, notes) for kind in ORDER for change in long_ones if change.kind == kind]
            blocks.append(Changes(*sides, tuple(rows), again=named))
            named = True
    return blocks


def _facts(thing: Differing, changes: Iterable[Changed]) -> Facts:
    """Short values, before and after."""
    return Facts(tuple((_name(change), _value(thing, change)) for change in changes))


def _value(thing: Differing, change: Changed) -> str:
    if _came_or_went(thing):
        return said(_side(change)) or "nothing"
    if change.kind == "moved" and change.part != "order":
        return f"{said(change.after)} (moved)"
    return f"{said(change.before) or 'not stated'} → {said(change.after) or 'not stated'}"


def _row(change: Changed, notes: Footnotes) -> Change:
    old, new, word = change.before, change.after, WORDS[change.kind]
    if change.kind == "moved":
        where = f" (from {change.was_about_title})" if change.was_about else ""
        return word._replace(after=running(_noted(new, old, notes), where))
    return word._replace(
        before=_noted(old, new, notes) if change.kind != "added" else "",
        after=_noted(new, old, notes) if change.kind != "removed" else "",
    )


def _noted(side: Any, other: Any, notes: Footnotes) -> Text:
    """A side of a change, with the numbers of its sources if it is a statement."""
    if not isinstance(side, Statement):
        return said(side) or "nothing"
    return notes(with_details(side, other), side.source)


def _side(change: Changed) -> Any:
    return change.before if change.after is None else change.after


def _is_short(change: Changed) -> bool:
    """Whether before and after fit on a line: no statement, no paragraph."""
    sides = change.before, change.after
    if any(isinstance(side, Statement) for side in sides) or (change.kind == "moved" and change.part != "order"):
        return False
    return sum(len(said(side)) for side in sides) <= SHORT and not any(isinstance(side, WHOLE) for side in sides)


LABELS: Final[Mapping[str, str]] = {
    "expects": "",
    **{part: TITLES[part] for part in ("baseline", "time", "week", "next", "moves", "fit", "faq", "record")},
    "steps": "Step",
    "days": "Days",
    "topics": "",
    "bands": "Bands",
    "levels": "Levels",
    "order": "Place in the order",
    "id": "Id",
}
"""What the parts of a thing are called; empty where what they are about says it."""


def _part(change: Changed) -> str:
    return LABELS.get(change.part, change.part.replace("_", " ").capitalize())


def _key(change: Changed) -> str:
    return "" if change.key in ("share", "expects") else change.key.replace("_", " ")


def _label(change: Changed) -> str:
    """Where in a thing a change stands, for people."""
    return " · ".join(filter(None, (_part(change), change.about_title, _key(change)))) or change.part.capitalize()


def _section(change: Changed) -> str:
    """The same without its last word: where it stands together with others."""
    about = "" if change.part == "time" else change.about_title
    return " · ".join(filter(None, (_part(change), about))) or change.part.capitalize()


def _name(change: Changed) -> str:
    """What a short change is called in its section."""
    if not change.about:
        return _label(change)
    about = change.about_title if change.part == "time" else ""
    return " · ".join(filter(None, (about, _key(change) if about else _key(change).capitalize()))) or _label(change)
