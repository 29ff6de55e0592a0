"""Ladders of positions, each a step on every scale: `1. **Adopts**: …` below a scale, `* **Adopts**: …` below a level.

The scales become competencies with steps. A position that words a step in its own way keeps its own words, under the
id of the step's statement, for which they stand. It is known by its shape: lists of labelled items, some of which
never name the same step (the scales) while others pick at most one step of each (the positions).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder.frozen import Frozen
from ladder.importing.draft import Draft, fresh, tidy
from ladder.importing.facts import EXPECTATIONS
from ladder.importing.files import File
from ladder.importing.node import BOLD, BULLET, Ledger, Node, Text
from ladder.importing.sources.marked import page
from ladder.importing.words import aliases, is_level, key
from ladder.markup.inline import bare

NAMED: Final = 0.6
"""At least so much of a position's list names steps of the scales."""


class Scale(Frozen):
    """A section whose bullets are the steps of a scale."""

    section: Node
    steps: dict[str, Node]


class Position(Frozen):
    """A level that names steps, with the page and the heading that it stands below."""

    section: Node
    page: Node
    parent: Node


class Shape(Frozen):
    """What the pages hold: scales, and the positions that name their steps."""

    scales: tuple[Scale, ...] = ()
    positions: tuple[Position, ...] = ()


def fits(files: Sequence[File]) -> list[File]:
    """All Markdown files, where one has scales and one the positions that name their steps; else none."""
    pages = [page(file, Ledger()) for file in files if file.is_markdown and "**" in file.text]
    return [file for file in files if file.is_markdown] if pages and _shape(pages).positions else []


def read(files: Sequence[File], draft: Draft, ledger: Ledger) -> None:
    """Reads them into one draft; what has no place the ledger keeps."""
    pages = [page(file, ledger) for file in files]
    shape = _shape(pages)
    steps = {step: found for scale in shape.scales for step, found in _scale(scale, draft, ledger).items()}
    _abouts(pages, shape, draft, ledger)
    pages_of = {id(one.page) for one in shape.positions}
    parents = {id(one.parent) for one in shape.positions}
    for one in shape.positions:
        above = one.page if len(pages_of) > 1 else one.parent if len(parents) > 1 else None
        ledger.use(one.section.text, above.text if above else None)
        _position(one, steps, draft, ledger, track=above.label if above else "")
    for root in (
        pages if len(pages) == 1 else [one for one in pages if key(one.at.rpartition("/")[2]).startswith("readme")]
    ):
        if id(root) not in pages_of or len(pages) == 1:
            draft.head.setdefault("title", tidy(root.label))
            ledger.use(root.text)
    draft.did.append(f"{len(shape.positions)} positions on {len(shape.scales)} scales of named steps")


def _labelled(section: Node) -> dict[str, Node]:
    """The bullets of a section by their labels, if that is all its bullets and there are two."""
    bullets = [kid for kid in section.inside if kid.depth == BULLET and kid.parts]
    plain = any(text.kind == "item" for text in section.texts)
    return {key(kid.label): kid for kid in bullets} if len(bullets) > 1 and not plain else {}


def _shape(pages: Sequence[Node]) -> Shape:
    """The neighbours that are scales of which other sections name steps; the most positions win."""
    best = Shape()
    lists = [
        (Position(kid, page, parent), found)
        for page in pages
        for parent in page.walk()
        for kid in parent.inside
        if kid.depth < BOLD and (found := _labelled(kid))
    ]
    for parent in {id(one.parent): one.parent for one, _ in lists}.values():
        scales = [Scale(one.section, found) for one, found in lists if one.parent is parent]
        names = [name for scale in scales for name in scale.steps]
        levels = sum(is_level(scale.section.label) for scale in scales)
        if len(scales) < 2 or len(names) > len(set(names)) or levels * 2 > len(scales):
            continue
        positions = tuple(
            one
            for one, found in lists
            if one.parent is not parent and is_level(one.section.label) and _names_steps(found, scales)
        )
        if len(positions) > len(best.positions):
            best = Shape(tuple(scales), positions)
    return best


def _names_steps(items: dict[str, Node], scales: Sequence[Scale]) -> bool:
    """Whether most items name a step, and no two of them steps of one scale."""
    named = [place for name in items for place, scale in enumerate(scales) if name in scale.steps]
    return len(named) >= NAMED * len(items) and len(set(named)) == len(named)


def _scale(scale: Scale, draft: Draft, ledger: Ledger) -> dict[str, tuple[str, str, str]]:
    """Adds a scale; for each of its steps the competency, the id and the text."""
    steps: list[dict[str, Any]] = []
    known: dict[str, tuple[str, str, str]] = {}
    competency = draft.competency(scale.section.label)
    ledger.use(scale.section.text)
    for name, section in scale.steps.items():
        id = fresh(section.label.lower(), [step["id"] for step in steps], "step")
        text = _text(section)
        said = {"text": text, "id": id} | ({"examples": examples} if (examples := _examples(section)) else {})
        steps.append({"id": id, "title": tidy(section.label), "expects": [said]})
        known[name] = (competency, id, text)
        _use(section, ledger)
    draft.competencies[competency]["steps"] = steps
    return known


def _abouts(pages: Sequence[Node], shape: Shape, draft: Draft, ledger: Ledger) -> None:
    """A list whose labels are the scales says what they are about."""
    titles = {key(scale.section.label): draft.competency(scale.section.label) for scale in shape.scales}
    for root in pages:
        for section in root.walk():
            found = _labelled(section) if section.depth < BOLD else {}
            if not found or sum(name in titles for name in found) * 2 <= len(found):
                continue
            for name, kid in found.items():
                competency = draft.competencies.get(titles.get(name, ""), {"about": ""})
                if "about" not in competency and isinstance(kid.parts[0], Text):
                    competency["about"] = bare(kid.parts[0].text)
                    _use(kid, ledger)


def _position(
    one: Position, steps: dict[str, tuple[str, str, str]], draft: Draft, ledger: Ledger, *, track: str
) -> None:
    """Adds a position as a level: its steps, and its own words where it has some."""
    title = one.section.label
    called = aliases(title)
    code = next((name for name in called if re.search(r"\d", name) and " " not in name), "")
    shown = next((name for name in called if name != code), title)
    number = re.search(r"(\d{1,3})\D*$", code or title)
    level = draft.level(
        shown,
        code,
        track=draft.track(track) if track else "",
        rank=int(number[1]) if number and track else None,
        aliases=[title] if shown != title else [],
    )
    for name, section in _labelled(one.section).items():
        if name in steps:
            competency, step, text = steps[name]
            draft.cell(level, competency)["step"] = step
            if _text(section) != text or _examples(section):
                draft.say(level, competency, _text(section), id=step, examples=_examples(section))
        else:
            competency = draft.competency(EXPECTATIONS)
            draft.say(level, competency, _text(section), examples=_examples(section))
        _use(section, ledger)


def _text(node: Node) -> str:
    """A step's statement without the emphasis of its label."""
    said = node.parts[0]
    return f"{node.label}: {bare(said.text)}" if isinstance(said, Text) else node.label


def _examples(node: Node) -> list[str]:
    return [bare(one.text) for one in _deep(node.own)] if node.own else []


def _deep(text: Text) -> Iterator[Text]:
    for one in text.below:
        yield one
        yield from _deep(one)


def _use(node: Node, ledger: Ledger) -> None:
    ledger.use(node.own, node.text, *node.texts)


__all__ = ["fits", "read"]
