"""A job's title to a level and a discipline, by the rules of a ladder (`titles.yaml`).

`Titles(rules).of(text)` classifies one title. It is pure and takes a few microseconds, so that a hundred thousand
different titles take less than a second. Whoever reads titles (surveys of pay, postings) asks here, and so all agree.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from ladder.frozen import Frozen
from ladder.model import TitleRule, TitleSays

TOKEN: Final = re.compile(r"[^\W_]+\+?|[/,;:|()\[\]{}•·–—]|-(?=\s)|(?<=\s)-|&")
"""Words with a plus sign that belongs to them, and the signs that part a title."""

BREAKS: Final = frozenset(",;:|()[]{}•·–—-")
"""Signs that end a part of a title. A slash parts words and no more."""

BESIDE: Final = frozenset(("/", "or", "and", "to"))
"""What stands between two alternatives."""

Phrase = tuple[str, ...]


class Title(Frozen):
    """What a title says.

    `level` is the id of a level, or empty where the title states none; `discipline` is empty where it names none.
    `rule` is the id of the rule that decided, empty where none matched or two levels stand side by side. `words` are
    the words that it matched. `why` says in words why this level, or why none.
    """

    text: str
    level: str
    discipline: str
    rule: str
    words: str
    why: str


class Hit(Frozen):
    """Words of a rule in a title: the words, and in which part of the title they stand."""

    rule: TitleRule
    words: str
    part: int


class Titles:
    """The rules of a ladder, ready to classify titles."""

    def __init__(self, rules: Iterable[TitleRule]) -> None:
        """Of two rules with the same words the later counts."""
        every = tuple(rules)
        shared = [rule for rule in every if rule.says == "nothing"]
        self._levels = _index(
            [*(rule for rule in every if rule.says not in ("work", "discipline", "nothing")), *shared]
        )
        self._disciplines = _index([*(rule for rule in every if rule.says == "discipline"), *shared])
        self._work = {phrase[0] for rule in every if rule.says == "work" for phrase in map(tokens, rule.words)}
        self.rules = every

    def of(self, text: str) -> Title:
        """What a title says."""
        found = tokens(text)
        hits, used = _hits(found, self._levels)
        fields, named = _hits(found, self._disciplines)
        discipline = next((hit.rule.discipline for hit in fields if hit.rule.discipline), "")
        level, rule, words, why = _decided(hits, self._is_work(found, used | named))
        return Title(text, level, discipline, rule, words, why)

    def digest(self) -> str:
        """The first digits of the SHA-256 of all rules: two sets of rules with the same are the same."""
        import hashlib

        return hashlib.sha256(repr(self.rules).encode()).hexdigest()[:12]

    def _is_work(self, found: Phrase, used: set[int]) -> bool:
        """Whether a title is one of this ladder: it says so, or it holds nothing but levels and disciplines."""
        if not self._work or not self._work.isdisjoint(found):
            return True
        return all(place in used or not token[0].isalnum() for place, token in enumerate(found))


def fitted(
    rules: Iterable[TitleRule], order: Collection[str], titles: Mapping[str, Sequence[str]]
) -> tuple[TitleRule, ...]:
    """Another ladder's rules for a ladder with these levels (`order`), of which `titles` has titles and aliases.

    A rule for a level that this ladder lacks goes to the one level of which the title says the same; where there is
    none, or several are, its words leave the level open.
    """
    every = tuple(rules)
    known = Titles(every)
    meant: dict[str, list[str]] = {}
    for name in order:
        said = {known.of(title).level for title in titles.get(name, ())} - {""}
        if len(said) == 1:
            meant.setdefault(said.pop(), []).append(name)
    return tuple(_fitted(rule, order, meant.get(rule.level, [])) for rule in every)


def _fitted(rule: TitleRule, order: Collection[str], meant: Sequence[str]) -> TitleRule:
    if not rule.level or rule.level in order:
        return rule
    if len(meant) == 1:
        return rule._replace(level=meant[0])
    says: TitleSays = "grade" if rule.says == "grade" else "unclear"
    why = "several levels of this ladder are called so" if meant else "this ladder has no such level"
    return rule._replace(level="", says=says, why=why)


def tokens(text: str) -> Phrase:
    """The words of a title without case, and the signs that part it. `&` is the word "and".

    >>> tokens("Sr. Front-End Engineer / SRE, R&D")
    ('sr', 'front', 'end', 'engineer', '/', 'sre', ',', 'r', 'and', 'd')
    """
    found = TOKEN.findall(text.lower())
    if "&" in found:
        found = ["and" if word == "&" else word for word in found]
    return tuple(found)


Index = Mapping[str, tuple[tuple[int, Phrase, TitleRule], ...]]
"""Phrases by their first word, the longest first, each with its length and its rule."""


def _index(rules: Iterable[TitleRule]) -> Index:
    phrases = {(phrase, rule.after): rule for rule in rules for phrase in map(tokens, rule.words) if phrase}
    found: dict[str, list[tuple[int, Phrase, TitleRule]]] = {}
    for (phrase, _), rule in phrases.items():
        found.setdefault(phrase[0], []).append((len(phrase), phrase, rule))
    return {first: tuple(sorted(those, key=lambda one: -one[0])) for first, those in found.items()}


def _hits(found: Phrase, index: Index) -> tuple[list[Hit], set[int]]:
    """The rules whose words stand in a title, in order and without overlap; and the places of those words."""
    if index.keys().isdisjoint(found):
        return [], set()
    hits: list[Hit] = []
    used: set[int] = set()
    place, part, end = 0, 0, len(found)
    while place < end:
        token = found[place]
        length = 1
        if token in BREAKS:
            part += 1
        else:
            for size, phrase, rule in index.get(token, ()):
                fits = size == 1 or found[place : place + size] == phrase
                if fits and (not rule.after or _follows(found, place, rule, hits)):
                    hits.append(Hit(rule, " ".join(phrase), part))
                    used.update(range(place, place + size))
                    length = size
                    break
        place += length
    return [hit for hit in hits if hit.rule.says != "nothing"], used


def _follows(found: Phrase, place: int, rule: TitleRule, hits: Sequence[Hit]) -> bool:
    """Whether words stand after one of those that they need before them, or beside others that do: "II/III"."""
    if not place:
        return False
    before = found[place - 1]
    return before in rule.after or (before in BESIDE and bool(hits) and hits[-1].rule.says == "grade")


def _decided(hits: list[Hit], work: bool) -> tuple[str, str, str, str]:
    """The level that hits come to, the rule that decided, its words, and why."""
    if not hits:
        return "", "", "", "no word for a level"
    by: dict[str, list[Hit]] = {}
    for hit in hits:
        by.setdefault(hit.rule.says, []).append(hit)
    for hit in by.get("no level", ()):
        return _none(hit)
    levels, unclear, grades = by.get("level", []), by.get("unclear", []), by.get("grade", [])
    parts = {hit.part for hit in levels}
    for hit in by.get("other", ()):
        if hit.part in parts or hit.part == 0:
            return _none(hit)
    if not work:
        return "", "", "", "no word for the work of this ladder"
    beside = [hit for hit in unclear if hit.part in parts or not levels]
    if len({hit.rule.level for hit in levels}) > 1 or (levels and beside):
        said = list(dict.fromkeys(hit.words for hit in (*levels, *beside)))
        return "", "", "", f"several levels: {' and '.join(said)}"
    if levels:
        return levels[0].rule.level, levels[0].rule.id, levels[0].words, f'the title says "{levels[0].words}"'
    if beside:
        return _none(beside[0])
    if len({hit.rule.level for hit in grades}) > 1:
        return "", "", "", f"several levels: {' and '.join(dict.fromkeys(hit.words for hit in grades))}"
    if grades and grades[0].rule.level:
        hit = grades[0]
        return hit.rule.level, hit.rule.id, hit.words, f'the title says "{hit.words}": {hit.rule.why}'.rstrip(": ")
    return _none(grades[0]) if grades else ("", "", "", "no word for a level")


def _none(hit: Hit) -> tuple[str, str, str, str]:
    return "", hit.rule.id, hit.words, f'"{hit.words}": {hit.rule.why}' if hit.rule.why else f'"{hit.words}"'


__all__ = ["BREAKS", "Title", "Titles", "fitted", "tokens"]
