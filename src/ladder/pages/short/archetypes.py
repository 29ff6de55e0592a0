"""Archetypes on one screen: a sentence each, or one with what it is about and whom it suits."""

from ladder.document import Block, Document, Facts, Heading, Item, Items, Note, Prose, Span, Text
from ladder.pages.archetypes import has_week, levels
from ladder.pages.words import argument, typed
from ladder.questions.archetypes import Archetypes, Hat


def page(answer: Archetypes) -> Document:
    """The short page of `ladder archetypes`."""
    if answer.whole:
        return _one(answer.hats[0])
    title = f"Archetypes: {answer.of}"
    blocks: list[Block] = [Heading(title, "hats, not levels", 1)]
    if not answer.hats:
        return Document(title, (*blocks, Note("the ladder names no archetypes here.", "none found")))
    rows: list[tuple[str, Text]] = [(hat.title, _sentence(hat)) for hat in answer.hats]
    blocks.append(Facts(tuple(rows)))
    command = f"`ladder archetypes {argument(answer.hats[0].id)}`"
    blocks.append(Note(typed(f"One of them, with whom it suits and its week: {command}."), prompt=True))
    return Document(title, tuple(blocks), screen=22)


def _sentence(hat: Hat) -> str:
    return " ".join(one.rstrip(".") + "." for one in (hat.about, hat.focus) if one) or "nothing more is known of it."


def _one(hat: Hat) -> Document:
    blocks: list[Block] = [Heading(hat.title, levels(hat), 1)]
    if hat.about or hat.focus:
        blocks.append(Prose(_sentence(hat)))
    for head, statements in (("Whom it suits", hat.suits), ("What it does", hat.does), ("Its weeks", hat.week)):
        if statements:
            items = tuple(Item(one.text) for one in statements)
            blocks += [Heading(head), Items(items, least=1)]
    if has_week(hat) and hat.levels:
        command = f"ladder day {argument(hat.levels[0].id)} --archetype {argument(hat.id)} --week"
        blocks.append(Note((Span("Its week, hour by hour: "), Span(command, "code"), Span(".")), prompt=True))
    return Document(hat.title, tuple(blocks), screen=22)
