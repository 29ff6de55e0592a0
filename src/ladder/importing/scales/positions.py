"""Ladders of positions, each a step on every scale: `1. **Adopts**: …` below a scale, `* **Adopts**: …` below a level.

The scales become competencies with steps. A position that words a step in its own way keeps its own words, under the
id of the step's statement, for which they stand. It is known by its shape: lists of labelled items, some of which
never name the same step (the scales) while others pick at most one step of each (the positions).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder.importing.draft import Draft, fresh, tidy
from ladder.importing.facts import EXPECTATIONS
from ladder.importing.files import File
from ladder.importing.node import BOLD, BULLET, Ledger, Node, Text
from ladder.importing.sources.marked import page, stem
from ladder.importing.words import aliases, is_level, key
from ladder.markup.inline import bare

NAMED: Final = 0.6
"""At least so much of a position's list names steps of the scales."""


Scale = tuple[Node, dict[str, Node]]
"""A section whose bullets are the steps of a scale, and these by their names."""
Position = tuple[Node, Node, Node]
"""A level that names steps, with the page and the heading that it stands below."""
Shape = tuple[list[Scale], list[Position]]


def fits(files: Sequence[File]) -> list[File]:
    """All Markdown files, where one has scales and one the positions that name their steps; else none."""
    pages = [page(file, Ledger()) for file in files if file.is_markdown and "**" in file.text]
    return [file for file in files if file.is_markdown] if _shape(pages)[1] else []


def read(files: Sequence[File], draft: Draft, ledger: Ledger) -> None:
    """Reads them into one draft; what has no place the ledger keeps."""
    pages = [page(file, ledger) for file in files]
    scales, positions = _shape(pages)
    steps = {step: found for scale in scales for step, found in _scale(scale, draft, ledger).items()}
    _abouts(pages, scales, draft, ledger)
    of, parents = {id(one) for _, one, _ in positions}, {id(parent) for _, _, parent in positions}
    for section, root, parent in positions:
        above = root if len(of) > 1 else parent if len(parents) > 1 else None
        ledger.use(section.text, above.text if above else None)
        _position(section, steps, draft, ledger, track=above.label if above else "")
    for root in pages if len(pages) == 1 else [one for one in pages if stem(one.file).lower().startswith("readme")]:
        if id(root) not in of or len(pages) == 1:
            draft.head.setdefault("title", tidy(root.label))
            ledger.use(root.text)
    draft.did.append(f"{len(positions)} positions on {len(scales)} scales of named steps")


def _labelled(section: Node) -> dict[str, Node]:
    """The bullets of a section by their labels, if that is all its bullets and there are two."""
    bullets = [kid for kid in section.inside if kid.depth == BULLET and kid.parts]
    plain = any(text.kind == "item" for text in section.texts)
    return {key(kid.label): kid for kid in bullets} if len(bullets) > 1 and not plain else {}


def _shape(pages: Sequence[Node]) -> Shape:
    """The neighbours that are scales of which other sections name steps; the most positions win."""
    best: Shape = [], []
    lists = [
        ((kid, root, parent), found)
        for root in pages
        for parent in root.walk()
        for kid in parent.inside
        if kid.depth < BOLD and (found := _labelled(kid))
    ]
    for parent in {id(one[2]): one[2] for one, _ in lists}.values():
        scales = [(one[0], found) for one, found in lists if one[2] is parent]
        names = [name for _, steps in scales for name in steps]
        levels = sum(is_level(section.label) for section, _ in scales)
        if len(scales) < 2 or len(names) > len(set(names)) or levels * 2 > len(scales):
            continue
        others = [(one, found) for one, found in lists if one[2] is not parent and is_level(one[0].label)]
        positions = [one for one, found in others if _names_steps(found, scales)]
        if len(positions) > len(best[1]):
            best = scales, positions
    return best


def _names_steps(items: dict[str, Node], scales: Sequence[Scale]) -> bool:
    """Whether most items name a step, and no two of them steps of one scale."""
    named = [place for name in items for place, (_, steps) in enumerate(scales) if name in steps]
    return len(named) >= NAMED * len(items) and len(set(named)) == len(named)


def _scale(scale: Scale, draft: Draft, ledger: Ledger) -> dict[str, tuple[str, str, str]]:
    """Adds a scale; for each of its steps the competency, the id and the text."""
    steps: list[dict[str, Any]] = []
    known: dict[str, tuple[str, str, str]] = {}
    heading, found = scale
    competency = draft.competency(heading.label)
    ledger.use(heading.text)
    for name, section in found.items():
        id = fresh(section.label.lower(), [step["id"] for step in steps], "step")
        text = _text(section)
        said = {"text": text, "id": id} | ({"examples": examples} if (examples := _examples(section)) else {})
        steps.append({"id": id, "title": tidy(section.label), "expects": [said]})
        known[name] = (competency, id, text)
        _use(section, ledger)
    draft.competencies[competency]["steps"] = steps
    return known


def _abouts(pages: Sequence[Node], scales: Sequence[Scale], draft: Draft, ledger: Ledger) -> None:
    """A list whose labels are the scales says what they are about."""
    titles = {key(section.label): draft.competency(section.label) for section, _ in scales}
    for section in (section for root in pages for section in root.walk() if section.depth < BOLD):
        found = _labelled(section)
        if not found or sum(name in titles for name in found) * 2 <= len(found):
            continue
        for name, kid in found.items():
            competency = draft.competencies.get(titles.get(name, ""), {"about": ""})
            if "about" not in competency and isinstance(kid.parts[0], Text):
                competency["about"] = bare(kid.parts[0].text)
                _use(kid, ledger)


def _position(
    section: Node, steps: dict[str, tuple[str, str, str]], draft: Draft, ledger: Ledger, *, track: str
) -> None:
    """Adds a position as a level: its steps, and its own words where it has some."""
    title = section.label
    called = aliases(title)
    code = next((name for name in called if re.search(r"\d", name) and " " not in name), "")
    shown = next((name for name in called if name != code), title)
    number = re.search(r"(\d{1,3})\D*$", code or title)
    rank = int(number[1]) if number and track else None
    also = [title] if shown != title else []
    level = draft.level(shown, code, track=draft.track(track) if track else "", rank=rank, aliases=also)
    for name, item in _labelled(section).items():
        competency, step, text = steps.get(name, ("", "", ""))
        if step:
            draft.cell(level, competency)["step"] = step
        if not step or _text(item) != text or _examples(item):
            competency = competency or draft.competency(EXPECTATIONS)
            draft.say(level, competency, _text(item), id=step, examples=_examples(item))
        _use(item, ledger)


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
