"""A posting taken apart: what its title, its text and its money say of the level, and what its phrases usually mean.

The title is read by the ladder's rules for titles, the text by its cues and thresholds, and pay as base pay, held
against bands of base pay in the same currency. Nothing of the posting is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Final, Literal

from ladder.contents.citing import cited
from ladder.errors import LadderError
from ladder.frozen import Frozen
from ladder.model import Cue, Ladder, Source, Threshold
from ladder.needs import Needs
from ladder.postings.money import Period, Stated, ranges
from ladder.postings.phrases import Used, used
from ladder.postings.posting import Posting
from ladder.postings.sections import sentences
from ladder.postings.text import TextVoice, is_english, read
from ladder.questions.comp import Row, comp
from ladder.titling import Titles

NEEDS: Final = Needs(parts=("cues", "phrases", "thresholds"), pay=True, all=("levels",))
WIDE: Final = 1.5
"""From which ratio of its ends on a range of pay is worth a question."""

Verdict = Literal[
    "consistent",
    "title above the text",
    "title below the text",
    "money above both",
    "money below both",
    "no level in the title",
    "not enough evidence",
]
Placed = Literal["below", "inside", "above", ""]


class TitleVoice(Frozen):
    """What a title says: a level's id, or empty, and why."""

    text: str
    level: str
    why: str


class Beside(Frozen):
    """Where the middle of a range of pay stands in one band of base pay: below p25, inside, or above p75."""

    row: Row
    placed: Placed


class MoneyVoice(Frozen):
    """What the money says. `low` is None where no pay is stated.

    The first range that is stated is `low` to `high`, `ranges` are all of them; `by` says whether the text states it or
    structured data beside it. `beside` are the bands of base pay of the levels in question, in the same currency.
    """

    low: float | None
    high: float | None
    currency: str
    period: Period | Literal[""]
    quote: str
    by: Literal["text", "data", ""]
    ranges: tuple[Stated, ...]
    data: tuple[Stated, ...]
    beside: tuple[Beside, ...]
    placed: Placed


class Autopsy(Frozen):
    """The answer. `titles` and `short` are what levels are called; `ask` are questions for the first call."""

    posting: Posting
    title: TitleVoice | None
    text: TextVoice
    money: MoneyVoice
    phrases: tuple[Used, ...]
    verdict: Verdict
    english: bool
    ask: tuple[str, ...]
    titles: Mapping[str, str]
    short: Mapping[str, str]
    sources: tuple[Source, ...]
    language: str = "en"
    satire: bool = False


def autopsy(ladder: Ladder, posting: Posting, titles: Titles, *, candid: bool = False, today: str = "") -> Autopsy:
    """What a posting says, by a ladder's cues, phrases, thresholds and pay, and by rules for titles.

    `candid`: what phrases mean is said by the satirist, and the answer is marked as satire. `today` is the day from
    which pay has its age.
    """
    every = sentences(posting.text)
    english = is_english(posting.text)
    voice = read(every if english else (), ladder.cues.values(), _known(ladder))
    if not english:
        voice = voice._replace(why="the text is not English, and the cues are")
    named = _title(posting.title, titles)
    money = _money(ladder, posting, named, voice, today)
    verdict = _verdict(ladder, named, voice, money)
    phrases = used(every, ladder.phrases.values()) if english else ()
    answer = Autopsy(
        posting=posting._replace(text=""),
        title=named,
        text=voice,
        money=money,
        phrases=phrases,
        verdict=verdict,
        english=english,
        ask=(),
        titles={name: ladder.title_of(name) for name in ladder.order},
        short={name: ladder.levels[name].short or ladder.title_of(name) for name in ladder.order},
        sources=cited([one.row for one in money.beside], ladder.sources),
        language=ladder.language,
        satire=candid,
    )
    return answer._replace(ask=tuple(_questions(ladder, answer)))


def _known(ladder: Ladder) -> list[Threshold]:
    """The thresholds of levels that the ladder has."""
    return [one for one in ladder.thresholds.values() if one.level in ladder.order]


def _title(text: str, titles: Titles) -> TitleVoice | None:
    if not text.strip():
        return None
    said = titles.of(text)
    return TitleVoice(text, said.level, said.why)


def _money(ladder: Ladder, posting: Posting, named: TitleVoice | None, voice: TextVoice, today: str) -> MoneyVoice:
    found = ranges(posting.text)
    first = (found or posting.stated or (None,))[0]
    if first is None:
        return MoneyVoice(None, None, "", "", "", "", (), (), (), "")
    beside = _beside(ladder, first, _levels(ladder, named, voice), today)
    return MoneyVoice(
        *(first.low, first.high, first.currency, first.period, first.quote, "text" if found else "data"),
        ranges=found,
        data=posting.stated,
        beside=beside,
        placed=_placed(beside, {level for level in (named.level if named else "", voice.level) if level}),
    )


def _levels(ladder: Ladder, named: TitleVoice | None, voice: TextVoice) -> list[str]:
    """The levels that title and text speak for, with those between; where both are silent, all that a text can tell."""
    said = [level for level in (named.level if named else "", voice.level, voice.to) if level in ladder.order]
    places = sorted(map(ladder.order.index, said))
    if not places:
        return [name for name in ladder.order if any(one.level == name for one in ladder.thresholds.values())]
    return list(ladder.order[places[0] : places[-1] + 1])


def _beside(ladder: Ladder, pay: Stated, levels: Sequence[str], today: str) -> tuple[Beside, ...]:
    """Bands of base pay of the levels, of the same currency and period, with the middle of the range in each."""
    if not pay.currency or not levels or pay.period == "day":
        return ()
    middle = fmean((pay.low, pay.high))
    try:
        rows = comp(ladder, levels, measure="base", offer=middle, currency=pay.currency, today=today).rows
    except LadderError:  # an amount of another size than all bands
        return ()
    return tuple(
        Beside(row, _in_band(row.percentiles, middle))
        for row in rows
        if row.per == pay.period and row.percentiles and not row.satire
    )


def _in_band(percentiles: Mapping[int, float], amount: float) -> Placed:
    low, high = percentiles.get(25), percentiles.get(75)
    if low is None or high is None:
        return ""
    return "below" if amount < low else "above" if amount > high else "inside"


def _placed(beside: Sequence[Beside], levels: set[str]) -> Placed:
    """Where the money stands beside the bands of the levels that title and text name, taken together."""
    places = {one.placed for one in beside if one.row.id in levels and one.placed}
    return "" if not places else places.pop() if len(places) == 1 else "inside"


def _verdict(ladder: Ladder, named: TitleVoice | None, voice: TextVoice, money: MoneyVoice) -> Verdict:
    if not voice.level:
        return "not enough evidence"
    if named is None or named.level not in ladder.order:
        return "no level in the title"
    ranks = {name: ladder.levels[name].rank or 0 for name in ladder.order}
    said, low, high = ranks[named.level], ranks[voice.level], ranks[voice.to]
    if said < low:
        return "title below the text"
    if said > high and not voice.or_above:
        return "title above the text"
    if money.placed in ("above", "below"):
        return "money above both" if money.placed == "above" else "money below both"
    return "consistent"


def _questions(ladder: Ladder, answer: Autopsy) -> Iterable[str]:
    """What to ask in the first call, the most telling first, each once."""
    found = [*_of_the_verdict(answer), *_of_the_money(answer), *_of_what_is_missing(ladder, answer)]
    return dict.fromkeys([*found, *(one.ask for one in answer.phrases if one.ask)])


def _of_the_verdict(answer: Autopsy) -> Iterable[str]:
    title = answer.title.level if answer.title else ""
    named, text = (answer.titles.get(name, name).lower() for name in (title, answer.text.level))
    match answer.verdict:
        case "title above the text":
            yield f"What does this role decide that {_a(text)} does not?"
        case "title below the text":
            yield f"The text describes the work of {_a(text)}: is the level open to discussion?"
        case "no level in the title":
            yield "Which level is this on your ladder, and which levels are above it?"
        case "money above both" | "money below both":
            yield f"Which level of your ladder does this range belong to, and is it that of {_a(named)}?"
        case "not enough evidence":
            yield "What will the person have done after a year that shows it went well?"
        case "consistent":
            yield f"Who on the team is {_a(named)} today, and what do they do?"


def _of_the_money(answer: Autopsy) -> Iterable[str]:
    money = answer.money
    if money.low is None or money.high is None:
        yield "What is the range of base pay for this level?"
    elif money.high >= WIDE * money.low:
        yield "The range is wide: where in it do people of this level start?"
    if money.low is not None and not money.currency:
        yield "In which currency is the range?"


def _of_what_is_missing(ladder: Ladder, answer: Autopsy) -> Iterable[str]:
    """Where the title is of the highest level that a text can tell, what the text says nothing of."""
    above = [one.level for one in ladder.thresholds.values() if one.above]
    order = ladder.order
    level = answer.title.level if answer.title else answer.text.level
    if not above or level not in order or order.index(level) < order.index(above[0]):
        return
    there = {one.cue for one in answer.text.evidence} | {one.family for one in answer.text.evidence}
    cues: Iterable[Cue] = ladder.cues.values()
    yield from (cue.ask for cue in cues if cue.ask and cue.id not in there and cue.family not in there)


def _a(title: str) -> str:
    return f"an {title}" if title[:1] in "aeiou" else f"a {title}"


__all__ = ["NEEDS", "Autopsy", "Beside", "MoneyVoice", "TitleVoice", "Verdict", "autopsy"]
