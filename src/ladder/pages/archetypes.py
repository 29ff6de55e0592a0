"""The hats that people of one level wear, laid out: all of them in short, or one with its week."""

from ladder.document import Block, Document, Facts, Heading, Link, Note, Prose, Sheet, Text, Thing
from ladder.model import Statement
from ladder.pages.words import Footnotes, command, joined, running, who
from ladder.questions.archetypes import Archetypes, Hat
from ladder.questions.day import WEEK, Schedule
from ladder.times import stretch


def page(answer: Archetypes) -> Document:
    """The page of `ladder archetypes`."""
    title = answer.of if answer.whole else f"Archetypes: {answer.of}"
    aside = levels(answer.hats[0]) if answer.whole else "hats, not levels"
    about = Thing("archetype", answer.hats[0].id) if answer.whole else "archetypes"
    blocks: list[Block] = [Heading(title, aside, 1, about)]
    notes = Footnotes(answer.sources)
    if not answer.hats:
        blocks.append(Note("the ladder names no archetypes here.", "none found"))
    for hat in answer.hats:
        blocks += _whole(hat, answer, notes) if answer.whole else _short(hat, notes)
    return Document(title, (*blocks, *notes.blocks(rest=answer.whole)), answer.language)


def sheet(answer: Archetypes) -> Sheet:
    """One row a thing that is said of a hat, or a stretch of a day of it."""
    rows: list[tuple[str, ...]] = []
    for hat in answer.hats:
        rows += [(hat.id, part, "", text, " ".join(hat.source)) for part, text in _texts(hat)]
        for part, _, statements in _parts(hat):
            rows += [(hat.id, part, "", one.text, " ".join(one.source)) for one in statements]
        for day in hat.days:
            source = " ".join(day.source)
            rows += [
                (
                    hat.id,
                    "days (satire)" if day.satire else "days",
                    f"{day.on or day.title} {stretch(one.from_, one.to)}",
                    one.title,
                    source,
                )
                for one in day.stretches
                if one.recorded
            ]
    return Sheet(("id", "part", "when", "text", "source"), tuple(rows))


def has_week(hat: Hat) -> bool:
    """Whether all five days of a week are on record."""
    return {day.on for day in hat.days} >= set(WEEK)


def _texts(hat: Hat) -> list[tuple[str, str]]:
    return [(part, text) for part, text in (("about", hat.about), ("focus", hat.focus)) if text]


def _parts(hat: Hat) -> tuple[tuple[str, str, tuple[Statement, ...]], ...]:
    return (
        ("suits", "Whom it suits", hat.suits),
        ("does", "What it does", hat.does),
        ("known", "What is known of it", hat.known),
        ("week", "Its weeks", hat.week),
    )


def levels(hat: Hat) -> Text:
    """Where the hat is worn."""
    return joined([Link(level.title, Thing("role", level.id)) for level in hat.levels])


def _short(hat: Hat, notes: Footnotes) -> list[Block]:
    blocks: list[Block] = [Heading(hat.title, levels(hat), about=Thing("archetype", hat.id))]
    if hat.about:
        blocks.append(Prose(notes(hat.about, hat.source)))
    facts: list[tuple[str, Text]] = [("focus", hat.focus)] if hat.focus else []
    facts += [("suits" if place == 0 else "", notes(one.text, one.source)) for place, one in enumerate(hat.suits)]
    blocks += [Facts(tuple(facts))] if facts else []
    some = "a week" if has_week(hat) else "a day" if len(hat.days) == 1 else f"{len(hat.days)} days"
    days = f", with {some} on record" if hat.days else ""
    blocks.append(Note(running(f"More{days}: ", command("archetypes", hat.id), "."), prompt=True))
    return blocks


def _whole(hat: Hat, answer: Archetypes, notes: Footnotes) -> list[Block]:
    blocks: list[Block] = []
    if hat.about:
        blocks.append(Prose(notes(hat.about, hat.source)))
    blocks += [Facts((("focus", notes(hat.focus, hat.source)),))] if hat.focus else []
    for part, title, statements in _parts(hat):
        blocks += notes.section(statements, title, about=part)
    if not hat.days:
        return [*blocks, Note("nobody has published a day or week of it.", "none found")]
    kinds = dict.fromkeys(day.kind or "" for day in hat.days)
    names = who(dict.fromkeys(name for day in hat.days for name in day.source), answer.sources)
    week = has_week(hat)
    aside = " · ".join(filter(None, (*kinds, names)))
    blocks.append(Heading("A week on record" if week else "On record", aside, about="days"))
    mixed = len(kinds) > 1
    blocks.append(Facts(tuple((_label(day, mixed=mixed), _day(day)) for day in hat.days)))
    if hat.levels:
        how = "--week" if week else "--all"
        whole = command("day", hat.levels[0].id, "--archetype", hat.id, how)
        blocks.append(Note(running("Hour by hour, with its gaps: ", whole, "."), prompt=True))
    return blocks


def _label(day: Schedule, *, mixed: bool) -> str:
    """The weekday of a day, or what else stands for it; among others a satirical one says so itself."""
    label = day.on.capitalize() or day.title or day.kind or "–"
    return f"{label} (satire)" if day.satire and mixed else label


def _day(day: Schedule) -> str:
    return "; ".join(f"{stretch(one.from_, one.to)} {one.title}" for one in day.stretches if one.recorded)
