"""The way up from a level, laid out step by step, and what else there is."""

from collections.abc import Sequence
from typing import Final

from ladder.document import Block, Document, Facts, Heading, Link, Note, Prose, Sheet, Text, Thing
from ladder.model import Move, MoveKind, Next, Statement
from ladder.pages.words import Footnotes, command, in_level, running, years
from ladder.questions.path import Path, Rung, Step

MOVES: Final[dict[MoveKind, str]] = {
    "lateral": "Sideways",
    "exit": "Out",
    "back": "Back",
    "stay": "Staying",
}
"""What each kind of move is called, in the order of the page."""


def page(path: Path) -> Document:
    """The page of `ladder path`."""
    title = f"{path.start.title} → {path.goal.title}" if path.goal else f"From {path.start.title}"
    notes = Footnotes(path.sources)
    blocks: list[Block] = [Heading(title, _aside(path), 1)]
    facts = _facts(path, notes)
    blocks += [Facts(tuple(facts))] if facts else []
    for step in path.arrivals:
        blocks += _step(step, f"How people get here from {step.before.title}", notes, step.before.id)
    for step in path.steps:
        several = path.goal is None or len(path.steps) > 1
        head = f"{step.before.title} → {step.after.title}" if path.goal else f"Up to {step.after.title}"
        blocks += _step(step, head if several else "What it takes", notes, step.after.id)
    blocks += moves(path.moves, notes)
    if path.goal is None and not (path.arrivals or path.steps or path.moves):
        blocks.append(Note("the ladder describes no way to or from it.", "none found"))
    first, last = path.start.id, path.goal.id if path.goal else next((step.after.id for step in path.steps), "")
    if last:
        both = command("compare", first, last)
        blocks.append(Note(running("What is expected on both sides: ", both, "."), prompt=True))
    return Document(title, (*blocks, *notes.blocks()), path.language)


def sheet(path: Path) -> Sheet:
    """One row a statement: of a step (summary, evidence, obstacle) or of a move."""
    rows: list[tuple[str | float | None, ...]] = []
    for step in (*path.arrivals, *path.steps):
        low, high = (step.years[0], step.years[-1]) if step.years else (None, None)
        ends = (step.before.id, step.after.id)
        rows.append((*ends, "summary", step.summary, low, high, " ".join(step.source)))
        rows += [(*ends, part, one.text, None, None, " ".join(one.source)) for part, one in _statements(step)]
    for move in path.moves:
        said = move.about or (Statement("", source=move.source),)
        ends = (path.start.id, move.role or move.title)
        rows += [(*ends, move.kind, one.text, None, None, " ".join(one.source)) for one in said]
    return Sheet(("from", "to", "part", "text", "years_low", "years_high", "source"), tuple(rows))


def _statements(step: Step) -> list[tuple[str, Statement]]:
    return [*(("evidence", one) for one in step.evidence), *(("obstacle", one) for one in step.obstacles)]


def _aside(path: Path) -> str:
    if path.goal is None:
        return "the ways up and out"
    known = [step.years for step in path.steps]
    if not all(known):
        return "years: not stated for each step" if any(known) else ""
    total = in_level((sum(one[0] for one in known), sum(one[-1] for one in known)))
    return f"{total} in all, added up" if len(known) > 1 else total


def _facts(path: Path, notes: Footnotes) -> list[tuple[Text, Text]]:
    facts: list[tuple[Text, Text]] = []
    for rung in filter(None, (path.start, path.goal)):
        said = ". ".join(filter(None, (rung.summary.rstrip("."), _experience(rung))))
        facts.append(
            (
                Link(rung.title, Thing("role", rung.id)),
                notes(said + "." if said else "–", rung.years.source if rung.years else ()),
            )
        )
    return facts if any(text != "–" for _, text in facts) else []


def _experience(rung: Rung) -> str:
    if rung.years is None:
        return ""
    note = f" ({rung.years.note.rstrip('.')})" if rung.years.note else ""
    known = years(rung.years)
    said = f"{known} of experience{note}" if known else rung.years.note.rstrip(".")
    return said[:1].upper() + said[1:]


def _step(step: Step, head: str, notes: Footnotes, other: str) -> list[Block]:
    about = Thing("role", other)
    if not step.said:
        return [Heading(head, about=about), Note("the ladder does not describe this step.", "none found")]
    return way(step, head, notes, about)


def way(step: Step | Next, head: str, notes: Footnotes, about: Thing) -> list[Block]:
    """A way on under a heading about its other end, for this page and for those that show it among other things."""
    blocks: list[Block] = [Heading(head, in_level(step.years), about=about)]
    if step.summary:
        blocks.append(Prose(notes(step.summary, step.source)))
    blocks += notes.section(step.evidence, "What shows it", depth=3, about="evidence")
    blocks += notes.section(step.obstacles, "What stops people", depth=3, about="obstacles")
    return blocks if len(blocks) > 1 else [*blocks, Note("nothing more is known of it.", "none found")]


def moves(of: Sequence[Move], notes: Footnotes) -> list[Block]:
    """The moves that lead no level up, by kind: one heading a kind, one below it a move."""
    blocks: list[Block] = []
    for kind, title in MOVES.items():
        some = [move for move in of if move.kind == kind]
        blocks += [Heading(title, about=kind)] if some else []
        for move in some:
            aside = command("show", move.role) if move.role else ""
            about = Thing("role", move.role) if move.role else ""
            if move.title.casefold() not in (kind, title.casefold()) or move.role:
                blocks.append(Heading(move.title, aside, 3, about))
            said = move.about or (Statement("No more is said of it.", source=move.source),)
            blocks.append(notes.items(said))
    return blocks
