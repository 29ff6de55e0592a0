"""What was read, into a draft: every name once, in one order, and every statement in its cell.

Whatever is placed is told to the ledger. What is not, the ledger keeps.
"""

import itertools
import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final, TypeVar

from ladder.importing.cells import Said, has_bullets, is_nothing, said, statements
from ladder.importing.draft import Draft, slug, tidy, trimmed
from ladder.importing.facts import Fact, Level, Reading, Subject
from ladder.importing.infer import level_key
from ladder.importing.node import Ledger, Text
from ladder.importing.ordering import by_seniority, merged
from ladder.importing.words import CODE, PLAIN, aliases, is_level, key, plain, seniority
from ladder.markup.inline import bare, links

SHORT: Final = 60
ENDING: Final = re.compile(r"(\S.*?)\s*\(([^()]*[^\W\d_][^()]*)\)", re.DOTALL)
PROMISE: Final = re.compile(
    r"(?i)\W*(?:to be (?:written|defined|done|determined|added|decided|announced)|tb[acd]|todo|to do|wip|n/?a|none|"
    r"coming soon|work in progress|not applicable|[-–—.…]+)\W*"
)
"""What stands where nothing has been written yet."""
RANGE: Final = re.compile(r"([^\W\d_]*\s?\d{1,2})\s*[-–—/]\s*([^\W\d_]*\s?\d{1,2})")
SIDES: Final = {
    "ic": "Individual contributor", "individual contributor": "Individual contributor", "pm": "People manager",
    "people manager": "People manager", "em": "Manager", "mgr": "Manager", "manager": "Manager",
    "management": "Manager",
}  # fmt: skip
SIDE: Final = re.compile(rf"(?i)(.*\S)\s*[-_\s(]\s*({'|'.join(SIDES)})\)?")
"""What the end of a level's id or name says of its track, where only that differs."""
MARK: Final = re.compile(r"\[\^([^\]\s]+)\]")

Name = TypeVar("Name", bound=Hashable)


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
        self.ranks: dict[str, float] = {}
        self.turned = False

    def place(self, reading: Reading) -> None:
        """All that a reading says."""
        self._title(reading.titles)
        self.ledger.use(*(reading.used if reading.levels else ()))
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
        for one in titles:
            name = next((name for name in ("title", "about") if name not in self.draft.head), "")
            if name:
                self.draft.head[name] = tidy(bare(one.text)) if name == "title" else trimmed(bare(one.text))
                self.ledger.use(one)

    # -- levels

    def _levels(self, reading: Reading) -> None:
        if not reading.levels:
            return
        _tell_apart(reading.levels)
        groups = _without_trackless(_grouped(reading.levels))
        order = self._order(reading, groups)
        endings = self._endings(order, groups)
        titles = [level_key(_best(groups[name]).label) for name in order]
        self.made = set()
        for name in order:
            self._level(name, groups[name], endings, twice=bool(name[0]) and titles.count(name[1].rstrip("#")) > 1)
        self._sides([(name, groups[name]) for name in order])

    def _order(self, reading: Reading, groups: dict[tuple[str, str], list[Level]]) -> list[tuple[str, str]]:
        """The levels lowest first: as their ranks say, else as they stand, turned where that is highest first."""
        of = {id(level): name for name, levels in groups.items() for level in levels}
        runs: dict[str, dict[tuple[str, str], None]] = {}
        for level in reading.levels:
            if id(level) in of:
                runs.setdefault(level.run, {})[of[id(level)]] = None
        order = merged([list(run) for run in runs.values()])
        tracks = list(dict.fromkeys(track for track, _ in order))
        found: list[tuple[str, str]] = []
        for track in tracks:
            mine = [name for name in order if name[0] == track]
            ranks = [next((one.rank for one in groups[name] if one.rank is not None), None) for name in mine]
            labels = [_best(groups[name]).title or _best(groups[name]).label for name in mine]
            if all(rank is not None for rank in ranks) and len(set(ranks)) == len(ranks):
                wanted = sorted(range(len(mine)), key=lambda place: ranks[place] or 0)
                if wanted == list(reversed(range(len(mine)))) and len(mine) > 1:
                    self.turned = True
            elif reading.sorted or _all_numbers(labels):
                wanted = by_seniority(labels)
            elif _falls(labels):
                wanted = list(reversed(range(len(mine))))
                self.turned = True
            else:
                wanted = list(range(len(mine)))
            found += [mine[place] for place in wanted]
        return found

    def _endings(
        self, order: Sequence[tuple[str, str]], groups: dict[tuple[str, str], list[Level]]
    ) -> dict[str, tuple[int, str]]:
        """Rank and track of levels that are named alike but for an ending: "Senior (Manager)", "Senior (Engineer)"."""
        if self.draft.levels or not all(groups[name][0].columns for name in order):
            return {}
        titles = [_named(groups[name][0])[0] for name in order]
        parted = {title: ENDING.fullmatch(title) for title in titles}
        bases = [match[1] if match else title for title, match in parted.items()]
        plain_ = [match[2] for match in parted.values() if match and not CODE.fullmatch(match[2])]
        if len(set(bases)) == len(bases) or not plain_ or len(set(plain_)) * 2 > len(plain_):
            return {}
        ranks = {base: place for place, base in enumerate(dict.fromkeys(bases), 1)}
        return {
            title: (ranks[base], match[2] if match else "")
            for (title, match), base in zip(parted.items(), bases, strict=True)
        }

    def _level(
        self, name: tuple[str, str], levels: Sequence[Level], endings: dict[str, tuple[int, str]], *, twice: bool
    ) -> None:
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
            shown = f"{title} ({tidy(track)})" if twice else title
            made = slug(f"{track} {id_}") if id_ and twice else id_ if valid(id_) else ""
            given: dict[str, Any] = {"rank": rank} if rank else {}
            found = draft.level(
                shown, "" if twice and not id_ else made, track=draft.track(track) if track else "", **given
            )
        self.made.add(found)
        keys = draft.levels[found]
        said_ = {tidy(bare(title)), keys.get("title", ""), found}
        names = [tidy(bare(one)) for one in (*keys.get("aliases", ()), *also, *others)]
        names = [one for one in dict.fromkeys(names) if one and one not in said_ and one.casefold() != found.casefold()]
        if names:
            keys["aliases"] = names
        if any(level.years for level in levels):
            years = next(level.years for level in levels if level.years)
            if keys.setdefault("years", years) != years:
                draft.leave(f"{title}, years: {years}", levels[0].texts[0].at if levels[0].texts else "")
        for level in levels:
            if level.track_about and "track" in keys:
                _add_lines(draft.tracks[keys["track"]], "about", [bare(one.text) for one in level.track_about])
                self.ledger.use(*level.track_about)
            self.levels[id(level)] = found
            self.ledger.use(*level.texts)
            for name_, value in level.keys.items():
                keys.setdefault(name_, value)
        if keys.get("x-id", "").casefold() == found.casefold():
            del keys["x-id"]
        abouts = [one for level in levels for one in level.about]
        _add_lines(keys, "summary", [*summary, *(bare(one.text) for one in abouts)])
        self.ledger.use(*abouts)

    def _sides(self, order: Sequence[tuple[tuple[str, str], Sequence[Level]]]) -> None:
        """Levels that differ only in such an ending are of different tracks, and neighbours of one rank."""
        found = [(self.levels[id(levels[0])], levels[0]) for _, levels in order]
        ends = [
            next((end for word in (one.id, bare(one.label)) if (end := SIDE.fullmatch(word))), None) for _, one in found
        ]
        bases = [end[1].casefold() if end else "" for end in ends]
        twins = {base for base in bases if base and bases.count(base) > 1}
        if not twins:
            return
        rank, before = 0, ""
        for (name, _), end, base in zip(found, ends, bases, strict=True):
            if not (base in twins and base == before):
                rank += 1
            before = base
            keys = self.draft.levels[name]
            if end and "track" not in keys:
                keys["track"] = self.draft.track(SIDES[end[2].lower()])
            keys.setdefault("rank", rank)

    # -- competencies

    def _subjects(self, reading: Reading) -> None:
        """Adds the competencies in the order of the document, which those of each level have in common."""
        said = {id(fact.subject) for fact in reading.facts}
        wanted = [one for one in reading.subjects if id(one) in said or one.declared or _is_empty_row(one, reading)]
        runs: dict[str, dict[int, Subject]] = {}
        for fact in reading.facts:
            runs.setdefault(self.levels.get(id(fact.level), ""), {})[id(fact.subject)] = fact.subject
        first = [one for one in wanted if one.declared]
        order = first or []
        if not order:
            order = _in_order([[*run.values()] for run in runs.values()], wanted)
        for one in [*order, *wanted]:
            if id(one) not in self.subjects:
                self._subject(one, reading)

    def _subject(self, one: Subject, reading: Reading) -> None:
        draft = self.draft
        title, about = _named_subject(one.label)
        group = tidy(bare(one.group))
        names = {plain(word) for word in (one.id, title, *one.names) if word}
        found = ""
        near = dict.fromkeys((*self.titles.get(key(title), ()), *(plain(word) for word in (one.id, title) if word)))
        for name in [called for word in near for called in self.ids.get(word, [word]) if called in draft.competencies]:
            keys = draft.competencies[name]
            same_group = not group or not keys.get("group") or key(keys["group"]) == key(group)
            titled = key(keys.get("title", name)) == key(title)
            if same_group and (titled if "steps" not in keys else plain(name) in names or titled):
                found = name
                break
            if same_group and (
                (one.id and plain(name) == plain(one.id)) or (name in self.declared and plain(name) in names)
            ):
                found = name
                break
        if not found:
            found = draft.competency(title, id=slug(one.id), **({"group": group} if group else {}))
        keys = draft.competencies[found]
        if group:
            keys.setdefault("group", group)
        if one.declared and title and keys.get("title") == one.id:
            keys["title"] = tidy(title)
        self.subjects[id(one)] = found
        self.titles.setdefault(key(title), {})[found] = None
        self.ids.setdefault(plain(found), []).append(found)
        if one.declared:
            self.declared.add(found)
        self.ledger.use(*one.texts)
        _add_lines(keys, "about", [about, *(bare(text.text) for text in one.about)])
        self.ledger.use(*one.about)
        for name, value in one.keys.items():
            keys.setdefault(name, value)
        if keys.get("x-id", "").casefold() == found.casefold():
            del keys["x-id"]

    # -- statements

    def _say(self, fact: Fact) -> None:
        level, subject = self.levels.get(id(fact.level), ""), self.subjects.get(id(fact.subject), "")
        text = fact.said or fact.text.text
        if not level or not subject or fact.text.kind in ("links", "note") or fact.text.kind == "lead":
            return
        if is_nothing(bare(text)) and not self.ledger.beside.get(fact.text.id):
            self.ledger.use(fact.text)
            return
        if not fact.split and PROMISE.fullmatch(bare(text)) and not fact.examples:
            return
        texts = said(text, paragraphs=fact.paragraphs and not has_bullets(text)) if fact.split else [Said(text)]
        beside = self.ledger.beside.get(fact.text.id, {})
        examples = [line for one in fact.examples for line in (statements(one.text) if fact.split else [one.text])]
        examples += [one.text for one in beside.get("examples", ())]
        more: dict[str, Any] = {
            "examples": [bare(one) for one in examples],
            "signals": [bare(one.text) for one in beside.get("signals", ())],
            "links": [bare(one.text) for one in beside.get("links", ())],
            "tags": [tidy(bare(tag)) for tag in fact.tags if tidy(tag)] + [one.text for one in beside.get("tags", ())],
        }
        for place, one in enumerate(texts):
            self._one(level, subject, one, fact, more if place == len(texts) - 1 else {"tags": more["tags"]})
        if fact.said:
            self.ledger.excuse(*fact.uses)
        self.ledger.use(fact.text, *fact.examples, *fact.uses, *(one for found in beside.values() for one in found))

    def _one(self, level: str, subject: str, one: Said, fact: Fact, more: dict[str, Any]) -> None:
        text, note = one.text, ""
        for mark in MARK.findall(text):
            if found := self.notes.get(f"[^{mark}]"):
                text = text.replace(f"[^{mark}]", "")
                note = f"{note}\n{found.text}".strip()
                self.ledger.use(found)
        leads = [*links(text), *(to for example in one.examples for to in links(example))]
        leads += [to for example in fact.examples for to in links(example.text)]
        keys = dict(self.ledger.keys.get(fact.text.id, {}))
        self.draft.say(
            level,
            subject,
            bare(text),
            **{
                **keys,
                "x-note": note,
                "examples": [*(bare(example) for example in one.examples), *more.get("examples", ())],
                "signals": more.get("signals", []),
                "links": list(dict.fromkeys([*more.get("links", ()), *leads])),
                "tags": more.get("tags", []),
            },
        )


def _grouped(levels: Sequence[Level]) -> dict[tuple[str, str], list[Level]]:
    """The levels by their tracks and by what they are called, in order; an id tells levels apart that share a name."""
    ids: dict[tuple[str, str], tuple[str, str]] = {}
    names: dict[tuple[str, str], tuple[str, str]] = {}
    of: dict[int, tuple[str, str]] = {}
    for level in sorted(levels, key=lambda one: not one.id):
        track = key(level.track)
        words = _called(level)
        found = next((ids[track, word] for word in words[:1] if (track, word) in ids), None)
        if not found and not level.id:
            found = next(
                (known[track, word] for known in (ids, names) for word in words if (track, word) in known), None
            )
        if level.columns:
            found = None  # two columns of one title stay two
        name = found or (track, words[0])
        while not found and name in of.values():
            name = track, f"{name[1]}#"
        of[id(level)] = name
        if level.id:
            ids.setdefault((track, words[0]), name)
        for word in words:
            names.setdefault((track, word), name)
    groups: dict[tuple[str, str], list[Level]] = {}
    for level in levels:
        groups.setdefault(of[id(level)], []).append(level)
    return groups


def valid(id_: str) -> bool:
    """Whether an id of a document can be one here."""
    return bool(slug(id_))


def _called(level: Level) -> list[str]:
    """All that a level is called, the surest first: what tells it from others."""
    names = [
        level.id,
        level.label.split("\n")[0] if not level.columns else " ".join(level.label.split("\n")),
        level.title,
    ]
    words = [level_key(one) for one in names if one]
    more = [key(one) for one in (*aliases(bare(level.label)), *level.names) if one]
    return list(dict.fromkeys([*words, *more])) or [""]


def _best(levels: Sequence[Level]) -> Level:
    """The occurrence with the fullest name: with an id and a title of its own, else the longest."""
    return max(levels, key=lambda one: (one.id != "" and one.label != one.id, len(bare(one.label).split())))


def _without_trackless(groups: dict[tuple[str, str], list[Level]]) -> dict[tuple[str, str], list[Level]]:
    """What is said of a level outside of all tracks is said of the one level of that name that has a track."""
    tracked: dict[str, list[tuple[str, str]]] = {}
    for name in groups:
        if name[0]:
            tracked.setdefault(name[1], []).append(name)
    found = dict(groups)
    for name, levels in groups.items():
        if not name[0] and len(tracked.get(name[1], [])) == 1 and not levels[0].columns:
            found[tracked[name[1]][0]] = [*found[tracked[name[1]][0]], *levels]
            del found[name]
    return found


def _all_numbers(labels: Sequence[str]) -> bool:
    return len(labels) > 1 and all(
        re.fullmatch(r"(?:level\s*)?\d{1,3}(?:\.\d+)?", tidy(bare(one)).casefold()) for one in labels
    )


def _falls(labels: Sequence[str]) -> bool:
    """Whether levels stand highest first: by their words, their numbers, or both."""
    ranks = [seniority(one) for one in labels]
    falls = len(labels) > 1 and all(a > b for a, b in itertools.pairwise(ranks))
    told = sum(rank not in ((PLAIN, 0.0),) for rank in ranks)
    if falls and told * 2 >= len(labels) and all(map(is_level, labels)):
        return True
    stems = {re.sub(r"\d.*", "", tidy(bare(one))).strip().casefold() for one in labels}
    numbers = [int(found[0]) for one in labels if (found := re.search(r"\d+", bare(one)))]
    coded = len(stems) == 1 and len(numbers) == len(labels) > 1
    return coded and all(a > b for a, b in itertools.pairwise(numbers))


def _known(draft: Draft, title: str, also: Iterable[str], but: Iterable[str]) -> str:
    """The level of a draft that has this title, or another name of it; none of `but` is it."""
    again = re.compile(re.escape(tidy(bare(title))) + r"(?: \(\d+\))?", re.IGNORECASE)
    codes = {one.casefold() for one in (title, *also) if one}
    for name, keys in draft.levels.items():
        called = {name.casefold(), *(one.casefold() for one in (keys.get("title", ""), *keys.get("aliases", ())))}
        if name not in but and (again.fullmatch(keys.get("title", name)) or codes & called):
            return name
    return ""


def _named(level: Level) -> tuple[str, str, list[str], list[str]]:
    """A level's title, its id where it has a code, what else it is called, and further lines of its label."""
    label = bare("\n".join((level.label, *level.lines)))
    lines = [line.strip() for line in label.split("\n") if line.strip()]
    names = [lines[0], *itertools.takewhile(lambda line: len(line) <= SHORT, lines[1:3])] if lines else []
    coded = any(CODE.fullmatch(name) for name in names)
    shown = (" – " if coded and len(names) == 2 and not names[1].startswith("(") else " ").join(names)
    also = aliases(shown)
    id_ = next((one for one in also if CODE.fullmatch(one) and re.search(r"[^\W\d_]", one)), "")
    also += level.names
    if level.title:
        id_, also, shown = id_ or shown, [*dict.fromkeys((shown, *also))], level.title
    elif re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", shown) and not level.names:
        id_, shown = shown, f"Level {shown}"
    return shown, id_, also, lines[len(names) :]


def _tell_apart(levels: Sequence[Level]) -> None:
    """Levels that have one title in a row of titles keep their labels, too: "L4 – Engineer", "L5 – Engineer"."""
    titles = [level.title for level in levels]
    for level in levels:
        if level.title and titles.count(level.title) > 1:
            level.lines, level.title = [*level.lines, level.title], ""


def _named_subject(label: str) -> tuple[str, str]:
    """The title of a competency and what its label says of it on further lines."""
    label = bare(label)
    first, _, rest = label.partition("\n")
    if len(label) <= SHORT:
        return " ".join(label.split()), ""
    return first, rest


def _is_empty_row(one: Subject, reading: Reading) -> bool:
    """Whether a competency of a table has no statements yet."""
    return bool(reading.levels) and bool(reading.levels[0].columns)


def _in_order(runs: list[list[Subject]], wanted: Sequence[Subject]) -> list[Subject]:
    """Competencies in the order of the document, unless the levels that have them in common say otherwise."""
    names = {id(one): (key(one.group), key(one.label)) for one in wanted}
    first: dict[tuple[str, str], Subject] = {}
    for one in wanted:
        first.setdefault(names[id(one)], one)
    order = merged_in_place([[names[id(one)] for one in run if id(one) in names] for run in runs])
    return [first[name] for name in order]


def merged_in_place(runs: Sequence[Sequence[Name]]) -> list[Name]:
    """One order of several runs: merged where they have names in common, else one after another."""
    groups: list[list[Sequence[Name]]] = []
    for run in runs:
        mine = [group for group in groups if any(set(run) & set(other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), run])
    groups.sort(key=lambda group: min(next(place for place, run in enumerate(runs) if run is one) for one in group))
    return list(dict.fromkeys(name for group in groups for name in merged(group)))


def _add_lines(keys: dict[str, Any], name: str, texts: Iterable[str]) -> None:
    """Adds texts below what a key says, each once."""
    lines = [*([keys[name]] if name in keys else []), *(one for text in texts if (one := trimmed(text)))]
    if lines:
        keys[name] = "\n".join(dict.fromkeys(lines))


__all__ = ["Placing"]
