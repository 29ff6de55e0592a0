"""The way up on one screen: how long it takes, what shows that somebody is ready, and what stops people."""

from ladder.document import Block, Document, Facts, Heading, Item, Items, Note, Prose, Text
from ladder.model import Statement
from ladder.pages.path import MOVES
from ladder.pages.words import argument, in_level, listed, typed
from ladder.questions.path import Path, Step


def page(path: Path) -> Document:
    """The short page of `ladder path`: the way to the goal, or the first way up and what else there is."""
    title = f"{path.start.title} → {path.goal.title}" if path.goal else f"From {path.start.title}"
    blocks: list[Block] = []
    if path.goal and len(path.steps) > 1:
        blocks += _several(path)
    elif path.steps:
        blocks += _one(path.steps[0], "" if path.goal else f"Up to {path.steps[0].after.title}")
    else:
        blocks.append(Note("the ladder describes no way up from it.", "none found"))
    facts = [] if path.goal else _others(path)
    blocks += [Facts(tuple(facts))] if facts else []
    if path.goal:
        command = f"`ladder compare {argument(path.start.id)} {argument(path.goal.id)}`"
        blocks.append(Note(typed(f"What each level expects: {command}."), prompt=True))
    return Document(title, (Heading(title, "", 1), *blocks), screen=22)


def _one(step: Step, head: str) -> list[Block]:
    """One step; with a head it shares the page with other ways."""
    blocks: list[Block] = [Heading(head, _long(step))] if head else []
    if step.summary:
        blocks.append(Prose(step.summary))
    if not head:
        blocks.append(Facts((("Takes", _long(step)),)))
    if step.evidence:
        blocks += [Heading("What shows it"), _list(step.evidence, 1 if head else 2)]
    if step.obstacles:
        blocks += [Heading("What stops people"), _list(step.obstacles, 1 if head else 2)]
    if not (step.evidence or step.obstacles or step.summary):
        blocks.append(Note("the ladder does not describe this step.", "none found"))
    return blocks


def _list(statements: tuple[Statement, ...], least: int) -> Items:
    return Items(tuple(Item(one.text) for one in statements), least=least)


def _long(step: Step) -> str:
    return in_level(step.years) or "no source says how long"


def _several(path: Path) -> list[Block]:
    """Several steps: each with how long it takes and its sentence."""
    rows: list[tuple[str, Text]] = []
    for step in path.steps:
        said = " ".join(filter(None, (f"{_long(step)}.", step.summary)))
        rows.append((f"{step.before.title} → {step.after.title}", said[:1].upper() + said[1:]))
    known = [step.years for step in path.steps]
    if all(known):
        total = in_level((sum(one[0] for one in known), sum(one[-1] for one in known)))
        rows.append(("In all", f"{total}, added up"))
    return [Facts(tuple(rows))]


def _others(path: Path) -> list[tuple[str, Text]]:
    """What else there is: other ways up, and the moves."""
    facts: list[tuple[str, Text]] = []
    others = [f"{step.after.title} ({_long(step)})" for step in path.steps[1:]]
    if others:
        facts.append(("Also up", listed(others)))
    for kind, title in MOVES.items():
        some = [move.title for move in path.moves if move.kind == kind and move.title.casefold() != kind]
        if some:
            facts.append((title, ", ".join(some)))
    return facts
