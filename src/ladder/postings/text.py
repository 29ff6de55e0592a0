"""What a posting's text says of the level: cues, sentence by sentence, and the years that it asks for.

The sum of the cues' weights is the score, and thresholds say from where on it speaks for which level. Every cue that
counts comes with its sentence, word for word.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.language import COMMON
from ladder.model import Cue, Threshold
from ladder.postings.sections import Sentence
from ladder.postings.wording import Index
from ladder.postings.years import asked

REPEATED: Final = 0.5
"""What a cue counts the second time, as a part of the first; further sentences do not count."""
LEAST: Final = 2
"""How many cues a text without years needs to speak for any level."""
NEAR: Final = 1.5
"""How near below a threshold a score leaves both levels open."""
SURE: Final = 2
"""How far from every threshold a score must lie to be sure."""
ENGLISH: Final = 0.2
"""The part of a text's words that are common English ones; below it is not English."""
JUDGED: Final = 40
"""How many words a text needs for its language to be told."""

Confidence = Literal["high", "low", ""]

NEGATED: Final = (
    "not|without|nt need|needing|require|expect",
    "no need|requirement",
    "not necessary|required|expected",
)
"""Turns of phrase in which a sentence says that something is not asked for."""


class Evidence(Frozen):
    """A sentence that counts, word for word: the cue that it holds, how much that weighs here, and why."""

    quote: str
    cue: str
    family: str
    weight: float
    why: str


class TextVoice(Frozen):
    """What a text says of the level.

    `level` is the lowest level that fits, by its id, and empty where there is not enough evidence, which `why` says.
    `to` is the highest that fits, `or_above` where the text cannot tell it from those above. `years` are those asked
    for, `years_level` and `scope_level` what they and the other cues say alone. `score` orders postings.
    """

    level: str
    to: str
    or_above: bool
    score: float
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    years: int | None = None
    years_quote: str = ""
    years_level: str = ""
    scope_level: str = ""
    why: str = ""


@lru_cache(maxsize=8)
def _indexes(cues: tuple[Cue, ...]) -> tuple[Index, Index]:
    """Where to look for the cues, and for what makes a sentence not count."""
    unless = {cue.id: cue.unless for cue in cues} | {"": NEGATED}
    return Index({cue.id: cue.phrases for cue in cues}), Index(unless)


def is_english(text: str) -> bool:
    """Whether a text is English as far as can be told; a short one is taken for it."""
    found = text.casefold().split()
    return len(found) < JUDGED or sum(map(COMMON.__contains__, found)) >= ENGLISH * len(found)


def read(sentences: Sequence[Sentence], cues: Iterable[Cue], thresholds: Iterable[Threshold]) -> TextVoice:
    """What sentences say of the level, by cues and thresholds."""
    known = tuple(cues)
    steps = sorted(thresholds, key=lambda one: -1e9 if one.score is None else one.score)
    found = [*_phrased(sentences, known)]
    scope = sum(one.weight for one in found)
    askers = [one.text for one in sentences if one.part in ("work", "bonus")]
    years = asked(askers)
    quote = askers[years.sentence] if years else ""
    by_years = [cue for cue in known if cue.years and years and cue.years[0] <= years.years <= cue.years[1]]
    found += [Evidence(quote, cue.id, cue.family, cue.weight, cue.why) for cue in by_years]
    score = round(sum(one.weight for one in found), 3)
    found.sort(key=lambda one: -abs(one.weight))
    if not steps or (years is None and len({one.cue for one in found}) < LEAST):
        why = "not enough evidence" if steps else "the ladder says of no level from where on a text speaks for it"
        return TextVoice("", "", False, score, "", tuple(found), why=why)
    at = _at(steps, score)
    scope_at, years_at = _at(steps, scope), _by_years(steps, years.years) if years else None
    nearly = at + 1 < len(steps) and (steps[at + 1].score or 0) - score <= NEAR
    to = steps[at + 1] if nearly else steps[at]
    return TextVoice(
        level=steps[at].level,
        to=to.level,
        or_above=to.above,
        score=score,
        confidence=_sure(steps, score, at, scope_at, years_at),
        evidence=tuple(found),
        years=years.years if years else None,
        years_quote=quote,
        years_level=steps[years_at].level if years_at is not None else "",
        scope_level=steps[scope_at].level,
    )


def _phrased(sentences: Sequence[Sentence], cues: tuple[Cue, ...]) -> Iterable[Evidence]:
    """The cues in sentences about the work and what is asked for, each twice at most."""
    by_id = {cue.id: cue for cue in cues}
    index, unless = _indexes(cues)
    times: dict[str, int] = {}
    for sentence in sentences:
        if sentence.part != "work":
            continue
        hits = index.found(sentence.stems)
        if not hits:
            continue
        out = unless.found(sentence.stems)
        for name in hits if "" not in out else ():
            times[name] = times.get(name, 0) + (name not in out)
            if name not in out and times[name] <= 2:
                cue = by_id[name]
                weight = cue.weight * (1 if times[name] == 1 else REPEATED)
                yield Evidence(sentence.text, name, cue.family, weight, cue.why)


def _at(steps: Sequence[Threshold], score: float) -> int:
    """The place of the highest level for which a score speaks."""
    return max(place for place, one in enumerate(steps) if not place or one.score is None or one.score <= score)


def _by_years(steps: Sequence[Threshold], years: int) -> int:
    """The place of the highest level for which years alone speak."""
    return max((place for place, one in enumerate(steps) if one.years is not None and one.years <= years), default=0)


def _sure(steps: Sequence[Threshold], score: float, at: int, scope_at: int, years_at: int | None) -> Confidence:
    far = all(abs(score - one.score) >= SURE for one in steps if one.score is not None)
    agree = years_at is None or years_at == at
    return "high" if far and agree and years_at is not None and abs(scope_at - at) < 2 else "low"


__all__ = ["Evidence", "TextVoice", "is_english", "read"]
