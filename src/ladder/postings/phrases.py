"""Stock phrases of postings, and what they usually mean: each quoted as it stands, the longest first."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ladder.frozen import Frozen
from ladder.model import Phrase
from ladder.postings.sections import Sentence
from ladder.postings.wording import Index, quoted_words


class Used(Frozen):
    """A stock phrase that a posting uses: its words as they stand, its sentence, and how often it comes."""

    id: str
    words: str
    quote: str
    times: int
    means: str
    candid: str
    ask: str


@lru_cache(maxsize=8)
def _index(phrases: tuple[Phrase, ...]) -> Index:
    return Index({one.id: one.phrases for one in phrases})


def used(sentences: Sequence[Sentence], phrases: Iterable[Phrase]) -> tuple[Used, ...]:
    """The stock phrases of a text. Of two in the same words the longer one counts."""
    known = tuple(phrases)
    by_id, index = {one.id: one for one in known}, _index(known)
    found: dict[str, Used] = {}
    for sentence in sentences:
        taken: set[int] = set()
        hits = sorted(index.found(sentence.stems).items(), key=lambda hit: hit[1][0] - hit[1][1])
        for name, (first, last) in hits:
            if not taken.isdisjoint(range(first, last + 1)):
                continue
            taken.update(range(first, last + 1))
            if name in found:
                found[name] = found[name]._replace(times=found[name].times + 1)
                continue
            phrase = by_id[name]
            words = quoted_words(sentence.text, first, last)
            found[name] = Used(name, words, sentence.text, 1, phrase.means, phrase.candid, phrase.ask)
    return tuple(sorted(found.values(), key=lambda one: -len(one.words)))


__all__ = ["Used", "used"]
