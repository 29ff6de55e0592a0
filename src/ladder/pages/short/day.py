"""A day on one screen: the schedule alone, without what it adds up to."""

from ladder.contents.titles import TITLES
from ladder.document import Block, Document, Heading, Note, Schedule
from ladder.pages import day as full
from ladder.pages.day import Voice
from ladder.pages.words import Footnotes, argument, typed, who
from ladder.questions.day import Days


def page(days: Days, *, voice: Voice = "both") -> Document:
    """The short page of `ladder day`. Several days are no short page: they are shown as they are."""
    if len(days.schedules) > 1:
        return full.page(days, voice)
    title = full.headline(days)
    if not days.schedules:
        return _none(days, title)
    one = days.schedules[0]
    blocks: list[Block] = [Heading(title, _aside(days), 1)]
    if one.satire:
        hint = f"; for an answer: `ladder day {argument(days.id)} --composed`" if days.composable else ""
        blocks.append(Note(typed(f"the hours are as published, the jokes are not reports{hint}."), "satire"))
        voice = "candid" if voice == "both" else voice
    elif one.composed:
        blocks.append(Note("nobody recorded this day; it is made of the shares of a week.", "composed"))
    blocks.append(Schedule(tuple(full.entry(stretch, one, voice) for stretch in one.stretches)))
    return Document(title, tuple(blocks), screen=22, more=_more(days))


def _aside(days: Days) -> str:
    one = days.schedules[0]
    return " · ".join(filter(None, (one.kind or "", who(one.source, days.sources))))


def _none(days: Days, title: str) -> Document:
    """Where no day can be shown, what people report of their weeks stands in its place."""
    text = "no schedule was published or reported, and no time shares to compose one from; none is made up."
    blocks: list[Block] = [Heading(title, "", 1), Note(text, "none found")]
    if days.said:
        items = Footnotes(()).items(days.said)
        blocks += [Heading(TITLES["week"]), items._replace(least=1)]
    return Document(title, tuple(blocks), screen=22)


def _more(days: Days) -> str:
    parts = ["what it adds up to"] if any(one.spent for one in days.schedules) else []
    parts += ["weeks as people report them"] if days.said or days.time else []
    parts += ["what else is on record"] if days.others else []
    return f"With {', '.join(parts)}" if parts else ""
