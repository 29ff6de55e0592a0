"""What was read, into a draft: every name once, in one order, and every statement in its cell.

Whatever is placed is told to the ledger. What is not, the ledger keeps.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from ladder.importing.around import level_key
from ladder.importing.cells import Said, has_bullets, is_nothing, said, statements
from ladder.importing.draft import Draft, slug, tidy, trimmed
from ladder.importing.facts import Fact, Level, Reading, Subject
from ladder.importing.node import Ledger, Text
from ladder.importing.ordering import falls, in_place, merged, sorted_by
from ladder.importing.words import CODE, aliases, key, plain
from ladder.markup.inline import bare, links

SHORT: Final = 60
ENDING: Final = re.compile(r"(\S.*?)\s*\(([^()]*[^\W\d_][^()]*)\)", re.DOTALL)
PROMISE: Final = re.compile(
    r"(?i)\W*(?:to be (?:written|defined|done|determined|added|decided|announced)|tb[acd]|todo|to do|wip|n/?a|none|"
    r"coming soon|work in progress|not applicable|[-–—.…]+)\W*"
)
"""What stands where nothing has been written yet."""
SIDES: Final = {
    "ic": "Individual contributor", "individual contributor": "Individual contributor", "pm": "People manager",
    "people manager": "People manager", "em": "Manager", "mgr": "Manager", "manager": "Manager",
    "management": "Manager",
}  # fmt: skip
SIDE: Final = re.compile(rf"(?i)(.*\S)\s*[-_\s(]\s*({'|'.join(SIDES)})\)?")
"""What the end of a level's id or name says of its track, where only that differs."""
MARK: Final = re.compile(r"\[\^([^\]\s]+)\]")

Name = tuple[str, str]
"""The track of a level, and what it is called."""
Groups = dict[Name, list[Level]]


class Placing:
    """Puts readings into a draft."""

    def __init__(self, draft: Draft, ledger: Ledger) -> None:
        self.draft, self.ledger = draft, ledger
        self.levels: dict[int, str] = {}
        self.made: set[str] = set()
        self.subjects: dict[int, str] = {}
        self.declared: set[str] = set()
        self.titles: dict[str, dict[str, None]] = {}
        self.ids: dict[str, list[str]] = {}
        self.notes = {one.via: one for one in ledger.texts if one.kind == "note"}
        self.turned = False

    def place(self, reading: Reading) -> None:
        """All that a reading says."""
        self._title(reading.titles)
        self._levels(reading)
        self._subjects(reading)
        if reading.steps:
            self._steps(reading)
            return
        for fact in reading.facts:
            self._say(fact)

    def _steps(self, reading: Reading) -> None:
        """Cells that name a step of a scale that the document has."""
        for name in dict.fromkeys(self.subjects[id(one)] for one in reading.subjects if id(one) in self.subjects):
            steps: list[dict[str, Any]] = []
            for step in reading.steps:
                expects = [bare(one.text) for one in step.texts]
                steps.append({"id": step.id, "title": step.title, **({"expects": expects} if expects else {})})
                self.ledger.use(*step.texts, step.label)
            self.draft.competencies[name]["steps"] = steps
        ids = {key(word): step.id for step in reading.steps for word in (step.id, step.title)}
        for fact in reading.facts:
            level, subject = self.levels.get(id(fact.level), ""), self.subjects.get(id(fact.subject), "")
            self.draft.cell(level, subject)["step"] = ids[key(fact.text.text)]
            self.ledger.use(fact.text)

    def _title(self, titles: Sequence[Text]) -> None:
        """The first title above a table is the ladder's and the next is about it, unless the draft has them."""
        free = [name for name in ("title", "about") if name not in self.draft.head]
        for name, one in zip(free, titles, strict=False):
            self.draft.head[name] = tidy(bare(one.text)) if name == "title" else trimmed(bare(one.text))
            self.ledger.use(one)

    # -- levels

    def _levels(self, reading: Reading) -> None:
        if not reading.levels:
            return
        self.ledger.use(*reading.used)
        titles = [level.title for level in reading.levels]
        for level in reading.levels:
            if level.title and titles.count(level.title) > 1:  # these keep their labels, too: "L4 – Engineer"
                level.lines, level.title = [*level.lines, level.title], ""
        groups = _without_trackless(_grouped(reading.levels))
        order = self._order(reading, groups)
        endings = self._endings(order, groups)
        titles = [level_key(_best(groups[name]).label) for name in order]
        self.made = set()
        for name in order:
            twice = bool(name[0]) and titles.count(name[1].rstrip("#")) > 1
            self._level(groups[name], endings, twice=twice)
        self._sides([groups[name][0] for name in order])

    def _order(self, reading: Reading, groups: Groups) -> list[Name]:
        """The levels lowest first: as their ranks say, else as they stand, turned where that is highest first."""
        of = {id(level): name for name, levels in groups.items() for level in levels}
        runs: dict[str, dict[Name, None]] = {}
        for level in reading.levels:
            runs.setdefault(level.run, {})[of[id(level)]] = None
        order = merged([list(run) for run in runs.values()])
        found: list[Name] = []
        for track in dict.fromkeys(track for track, _ in order):
            mine = [name for name in order if name[0] == track]
            ranks = [next((one.rank for one in groups[name] if one.rank is not None), None) for name in mine]
            known = [rank for rank in ranks if rank is not None]
            best = [_best(groups[name]) for name in mine]
            labels = [one.title or one.label for one in best]
            wanted = list(range(len(mine)))
            if len(set(known)) == len(mine):
                wanted.sort(key=lambda place: known[place])
                self.turned |= wanted == list(reversed(range(len(mine)))) and len(mine) > 1
            elif reading.sorted or _all_numbers(labels):
                wanted = sorted_by(labels)
            elif falls(labels):
                wanted.reverse()
                self.turned = True
            found += [mine[place] for place in wanted]
        return found

    def _endings(self, order: Sequence[Name], groups: Groups) -> dict[str, tuple[int, str]]:
        """Rank and track of levels that are named alike but for an ending: "Senior (Manager)", "Senior (Engineer)"."""
        if self.draft.levels or not all(groups[name][0].columns for name in order):
            return {}
        parted = {title: ENDING.fullmatch(title) for name in order for title in [_named(groups[name][0])[0]]}
        bases = [match[1] if match else title for title, match in parted.items()]
        plain_ = [match[2] for match in parted.values() if match and not CODE.fullmatch(match[2])]
        if len(set(bases)) == len(bases) or not plain_ or len(set(plain_)) * 2 > len(plain_):
            return {}
        ranks = {base: place for place, base in enumerate(dict.fromkeys(bases), 1)}
        ends = (match[2] if match else "" for match in parted.values())
        return {title: (ranks[base], end) for title, base, end in zip(parted, bases, ends, strict=True)}

    def _level(self, levels: Sequence[Level], endings: dict[str, tuple[int, str]], *, twice: bool) -> None:
        """Adds a level, or finds the one that the draft has by that name."""
        draft, best = self.draft, _best(levels)
        title, id_, also, summary = _named(best)
        others = [one for level in levels for one in (*level.names, _named(level)[0]) if tidy(bare(one)) != tidy(title)]
        id_ = id_ or next((level.id for level in levels if level.id), "")
        rank, ending = endings.get(title, (None, ""))
        track = best.track or ending
        found = "" if twice else _known(draft, title, [id_, *also], self.made)
        if found and track and draft.levels[found].get("track", slug(track)) != draft.track(track):
            found = ""
        if not found:
            made = slug(f"{track} {id_}") if id_ and twice else id_ if slug(id_) else ""
            shown = f"{title} ({tidy(track)})" if twice else title
            found = draft.level(shown, made, track=draft.track(track) if track else "", rank=rank)
        self.made.add(found)
        keys = draft.levels[found]
        known = {tidy(bare(title)), keys.get("title", ""), found}
        names = [tidy(bare(one)) for one in (*keys.get("aliases", ()), *also, *others)]
        names = [one for one in dict.fromkeys(names) if one and one not in known and one.casefold() != found.casefold()]
        keys |= {"aliases": names} if names else {}
        years = next((level.years for level in levels if level.years), {})
        if years and keys.setdefault("years", years) != years:
            draft.leave(f"{title}, years: {years}", levels[0].texts[0].at if levels[0].texts else "")
        for level in levels:
            if "track" in keys:
                self._about(draft.tracks[keys["track"]], "about", level.track_about)
            self.levels[id(level)] = found
            self.ledger.use(*level.texts)
            _add_keys(keys, level.keys, found)
        self._about(keys, "summary", [one for level in levels for one in level.about], *summary)

    def _sides(self, levels: Sequence[Level]) -> None:
        """Levels that differ only in such an ending are of different tracks, and neighbours of one rank."""
        ends = [
            next((end for word in (one.id, bare(one.label)) if (end := SIDE.fullmatch(word))), None) for one in levels
        ]
        bases = [end[1].casefold() if end else "" for end in ends]
        twins = {base for base in bases if base and bases.count(base) > 1}
        rank, before = 0, ""
        for one, end, base in zip(levels, ends, bases, strict=True) if twins else ():
            rank += not (base in twins and base == before)
            before = base
            keys = self.draft.levels[self.levels[id(one)]]
            if end and "track" not in keys:
                keys["track"] = self.draft.track(SIDES[end[2].lower()])
            keys.setdefault("rank", rank)

    # -- competencies

    def _subjects(self, reading: Reading) -> None:
        """Adds the competencies in the order of the document, which those of each level have in common."""
        of_table = bool(reading.levels) and bool(reading.levels[0].columns)  # these may have no statements yet
        said_ = {id(fact.subject) for fact in reading.facts}
        wanted = [one for one in reading.subjects if id(one) in said_ or one.declared or of_table]
        order = [one for one in wanted if one.declared]
        if not order:
            runs: dict[str, dict[Name, None]] = {}
            for fact in reading.facts:
                run = runs.setdefault(self.levels.get(id(fact.level), ""), {})
                run[key(fact.subject.group), key(fact.subject.label)] = None
            first: dict[Name, Subject] = {}
            for one in wanted:
                first.setdefault((key(one.group), key(one.label)), one)
            order = [first[name] for name in in_place([list(run) for run in runs.values()]) if name in first]
        for one in {id(one): one for one in [*order, *wanted]}.values():
            self._subject(one)

    def _subject(self, one: Subject) -> None:
        draft = self.draft
        title, about = _named_subject(one.label)
        group = tidy(bare(one.group))
        names = [plain(word) for word in (one.id, title) if word]
        every = {*names, *map(plain, one.names)}
        near = [*self.titles.get(key(title), ()), *(name for word in names for name in self.ids.get(word, [word]))]
        for found in dict.fromkeys(name for name in near if name in draft.competencies):
            keys = draft.competencies[found]
            titled = key(keys.get("title", found)) == key(title)
            called = "steps" in keys and plain(found) in every
            meant = (one.id and plain(found) == plain(one.id)) or (found in self.declared and plain(found) in every)
            if (titled or called or meant) and (not group or not keys.get("group") or key(keys["group"]) == key(group)):
                break
        else:
            found = draft.competency(title, id=slug(one.id), **({"group": group} if group else {}))
            keys = draft.competencies[found]
        if group:
            keys.setdefault("group", group)
        if one.declared and title and keys.get("title") == one.id:
            keys["title"] = tidy(title)
        self.subjects[id(one)] = found
        self.titles.setdefault(key(title), {})[found] = None
        self.ids.setdefault(plain(found), []).append(found)
        self.declared |= {found} if one.declared else set()
        self.ledger.use(*one.texts)
        self._about(keys, "about", one.about, about)
        _add_keys(keys, one.keys, found)

    def _about(self, keys: dict[str, Any], name: str, texts: Sequence[Text], *more: str) -> None:
        """Adds texts below what a key says, each once."""
        lines = [keys.get(name, ""), *(trimmed(one) for one in (*more, *(bare(text.text) for text in texts)))]
        if any(lines):
            keys[name] = "\n".join(dict.fromkeys(filter(None, lines)))
        self.ledger.use(*texts)

    # -- statements

    def _say(self, fact: Fact) -> None:
        level, subject = self.levels.get(id(fact.level), ""), self.subjects.get(id(fact.subject), "")
        text = fact.said or fact.text.text
        if not level or not subject or fact.text.kind in ("links", "note", "lead"):
            return
        beside = self.ledger.beside.get(fact.text.id, {})
        if is_nothing(bare(text)) and not beside:
            self.ledger.use(fact.text)
            return
        if not fact.split and PROMISE.fullmatch(bare(text)) and not fact.examples:
            return
        texts = said(text, paragraphs=fact.paragraphs and not has_bullets(text)) if fact.split else [Said(text)]
        more = {name: [bare(one.text) for one in beside.get(name, ())] for name in ("signals", "links")}
        examples = [line for one in fact.examples for line in (statements(one.text) if fact.split else [one.text])]
        more["examples"] = [bare(one) for one in (*examples, *(one.text for one in beside.get("examples", ())))]
        tags = [tidy(bare(tag)) for tag in fact.tags if tidy(tag)] + [one.text for one in beside.get("tags", ())]
        more["links"] += [to for example in fact.examples for to in links(example.text)]
        for one in texts:
            self._one(level, subject, one, fact, {"tags": tags, **(more if one is texts[-1] else {})})
        if fact.said:
            self.ledger.excuse(*fact.uses)
        self.ledger.use(fact.text, *fact.examples, *fact.uses, *(one for found in beside.values() for one in found))

    def _one(self, level: str, subject: str, one: Said, fact: Fact, more: dict[str, list[str]]) -> None:
        text, note = one.text, ""
        for mark in MARK.findall(text):
            if found := self.notes.get(f"[^{mark}]"):
                text = text.replace(f"[^{mark}]", "")
                note = f"{note}\n{found.text}".strip()
                self.ledger.use(found)
        leads = [*more.get("links", ()), *links(text), *(to for example in one.examples for to in links(example))]
        keys: dict[str, Any] = {**self.ledger.keys.get(fact.text.id, {}), "x-note": note, **more}
        keys["examples"] = [*map(bare, one.examples), *more.get("examples", ())]
        keys["links"] = list(dict.fromkeys(leads))
        self.draft.say(level, subject, bare(text), **keys)


def _grouped(levels: Sequence[Level]) -> Groups:
    """The levels by their tracks and by what they are called, in order; an id tells levels apart that share a name."""
    ids: dict[Name, Name] = {}
    names: dict[Name, Name] = {}
    of: dict[int, Name] = {}
    for level in sorted(levels, key=lambda one: not one.id):
        called = [(key(level.track), word) for word in _called(level)]
        found = ids.get(called[0])
        if not found and not level.id:
            found = next((known[one] for known in (ids, names) for one in called if one in known), None)
        if level.columns:
            found = None  # two columns of one title stay two
        name = found or called[0]
        while not found and name in of.values():
            name = name[0], f"{name[1]}#"
        of[id(level)] = name
        if level.id:
            ids.setdefault(called[0], name)
        for one in called:
            names.setdefault(one, name)
    groups: Groups = {}
    for level in levels:
        groups.setdefault(of[id(level)], []).append(level)
    return groups


def _called(level: Level) -> list[str]:
    """All that a level is called, the surest first: what tells it from others."""
    label = " ".join(level.label.split("\n")) if level.columns else level.label.split("\n")[0]
    words = [level_key(one) for one in (level.id, label, level.title) if one]
    more = [key(one) for one in (*aliases(bare(level.label)), *level.names) if one]
    return list(dict.fromkeys([*words, *more])) or [""]


def _best(levels: Sequence[Level]) -> Level:
    """The occurrence with the fullest name: with an id and a title of its own, else the longest."""
    return max(levels, key=lambda one: (one.id != "" and one.label != one.id, len(bare(one.label).split())))


def _without_trackless(groups: Groups) -> Groups:
    """What is said of a level outside of all tracks is said of the one level of that name that has a track."""
    found = dict(groups)
    for name, levels in groups.items():
        tracked = [other for other in groups if other[0] and other[1] == name[1]]
        if not name[0] and len(tracked) == 1 and not levels[0].columns:
            found[tracked[0]] = [*found[tracked[0]], *levels]
            del found[name]
    return found


def _all_numbers(labels: Sequence[str]) -> bool:
    numbers = (re.fullmatch(r"(?:level\s*)?\d{1,3}(?:\.\d+)?", tidy(bare(one)).casefold()) for one in labels)
    return len(labels) > 1 and all(numbers)


def _known(draft: Draft, title: str, also: Iterable[str], but: Iterable[str]) -> str:
    """The level of a draft that has this title, or another name of it; none of `but` is it."""
    again = re.compile(re.escape(tidy(bare(title))) + r"(?: \(\d+\))?", re.IGNORECASE)
    codes = {one.casefold() for one in (title, *also) if one}
    for name, keys in draft.levels.items():
        called = {one.casefold() for one in (name, keys.get("title", ""), *keys.get("aliases", ()))}
        mine, its = (set(re.findall(r"[^\W\d_]{2,}", one.casefold())) for one in (title, keys.get("title", "")))
        alike = mine <= its or its <= mine  # one code may be that of a designer and of a programmer
        if name not in but and (again.fullmatch(keys.get("title", name)) or (alike and codes & called)):
            return name
    return ""


def _named(level: Level) -> tuple[str, str, list[str], list[str]]:
    """A level's title, its id where it has a code, what else it is called, and further lines of its label."""
    label = bare("\n".join((level.label, *level.lines)))
    lines = [line.strip() for line in label.split("\n") if line.strip()]
    names = [lines[0], *itertools.takewhile(lambda line: len(line) <= SHORT, lines[1:3])] if lines else []
    coded = len(names) == 2 and any(CODE.fullmatch(name) for name in names) and not names[1].startswith("(")
    shown = (" – " if coded else " ").join(names)
    also = aliases(shown)
    id_ = next((one for one in also if CODE.fullmatch(one) and re.search(r"[^\W\d_]", one)), "")
    also += level.names
    if level.title:
        id_, also, shown = id_ or shown, [*dict.fromkeys((shown, *also))], level.title
    elif re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", shown) and not level.names:
        id_, shown = shown, f"Level {shown}"
    return shown, id_, also, lines[len(names) :]


def _named_subject(label: str) -> tuple[str, str]:
    """The title of a competency and what its label says of it on further lines."""
    first, _, rest = bare(label).partition("\n")
    return (" ".join(bare(label).split()), "") if len(bare(label)) <= SHORT else (first, rest)


def _add_keys(keys: dict[str, Any], more: dict[str, Any], name: str) -> None:
    """Adds keys that a document gives; its id only where it is not the one that the ladder has."""
    for key_, value in more.items():
        keys.setdefault(key_, value)
    if keys.get("x-id", "").casefold() == name.casefold():
        del keys["x-id"]


__all__ = ["Placing"]
