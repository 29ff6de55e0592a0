"""One competency, laid out: its scale, then level by level."""

from ladder.document import Block, Document, Heading, Item, Items, Note, Prose, Sheet, Thing
from ladder.pages.words import Footnotes
from ladder.questions.competency import AtLevel, Judged


def page(answer: Judged) -> Document:
    """The page of `ladder show` for a competency."""
    notes = Footnotes(answer.sources)
    blocks: list[Block] = [Heading(answer.title, answer.group, 1, Thing("competency", answer.id))]
    if answer.about:
        blocks.append(Prose(answer.about))
    for step in answer.steps:
        blocks += [Heading(step.title or step.id, "a step of its scale", about=step.id), notes.items(step.expects)]
    blocks += notes.section(answer.baseline, "Every level", about="every level")
    for level in answer.levels:
        blocks += _level(level, notes)
    silent = [level.title for level in answer.levels if not _says(level)]
    if silent:
        blocks.append(Note(f"nothing is said of it at: {', '.join(silent)}.", "none found"))
    return Document(answer.title, (*blocks, *notes.blocks()), answer.language)


def sheet(answer: Judged) -> Sheet:
    """One row a statement: of a step, of every level (both columns empty), of a level; one with none has a row, too."""
    rows: list[tuple[str | bool, ...]] = []
    for step in answer.steps:
        rows += [("", step.id, one.id, one.text, False, " ".join(one.source)) for one in step.expects]
    rows += [("", "", one.id, one.text, False, " ".join(one.source)) for one in answer.baseline]
    for level in answer.levels:
        said = [(one.id, one.text, level.optional, " ".join(one.source)) for one in level.statements]
        rows += [(level.id, level.step, *one) for one in said or [("", "", level.optional, "")]]
    return Sheet(("level", "step", "statement", "text", "optional", "source"), tuple(rows))


def _level(level: AtLevel, notes: Footnotes) -> list[Block]:
    if not _says(level):
        return []
    aside = " · ".join(filter(None, (level.step, level.label, "optional" if level.optional else "")))
    said: list[Block] = [notes.items(level.statements)] if level.statements else []
    return [
        Heading(level.title, aside, about=Thing("level", level.id)),
        *(said or [Items((Item(f"The step {level.step or level.label}"),))]),
    ]


def _says(level: AtLevel) -> bool:
    return bool(level.statements or level.step or level.label)
