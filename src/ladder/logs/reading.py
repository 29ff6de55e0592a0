"""The text of a log to its entries, in whichever shape people keep it: Markdown, org, plain text.

An entry is an outermost item of a list with all that is nested in it, a row of a table, a heading with fields, a
paragraph with a bold title, a block of labelled lines, a file with a title in front, or a line that begins with a
day. Headings date what stands below them, and are hints. Goals, prompts that nobody filled in, quotations, comments
and code are no entries: they are passed over, and stay as they are.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ladder.frozen import Frozen
from ladder.logs import dates
from ladder.logs.below import DATE_WORDS, DATED, DIGIT, KNOWN, LABELLED, OUTCOME, below
from ladder.logs.blocks import ITEM, REFERENCE, Block, Skipped, blocks, indent
from ladder.logs.entry import Entry, PassedOver
from ladder.logs.front import front_matter, listed
from ladder.logs.inline import confidential, figures, is_prompt, plain
from ladder.logs.patterns import Pattern

_NOT_DONE: Final = Pattern(
    r"^\W*(?:goals?|objectives?|okrs?|next (?:steps?|periods?|quarter|half|year|month|week|up)|what comes next"
    r"|coming up|plans?(?: for\b.*)?$|to-?dos?|backlog|ideas?|how to use|instructions|metas|objetivos"
    r"|próximos passos|ziele|цели|планы|objectifs)\b",
    re.IGNORECASE,
)
_DONE: Final = Pattern(r"\b(?:met|achieved|reached|done|completed)\b", re.IGNORECASE)
_STAR_WORDS: Final = (
    "situation|context|contexto|situação|problem|challenge|background|task|action|actions|what i did|o que fiz"
)
_FIELD: Final = Pattern(rf"[*_]{{2}}(?:{DATE_WORDS}|{_STAR_WORDS})\b[^:]{{0,40}}:[*_]{{2}}|closed:", re.IGNORECASE)
_STAR: Final = Pattern(rf"(?:{_STAR_WORDS}):\s", re.IGNORECASE)
_LABEL: Final = Pattern(r"(?:\*\*|__)([^*_]+?)(?:\*\*|__)\s*:?|([^.:!?]{1,60}):")
_TITLED: Final = Pattern(r"\*\*[^*]{2,90}[^*:]\*\*[.:]?\s+\S")
_TASK: Final = Pattern(r"\[([ xX])\]\s+")
_TIME: Final = Pattern(r"\d{1,2}:\d\d(?::\d\d)?(?:\s*[-–]\s*\d{1,2}:\d\d)?\s+(?:[-–]\s+)?")
_WHAT: Final = Pattern(
    r"what|did|done|entr|achieve|accompl|descri|win|task|work|item|contribut|сделано|fiz|hice|getan", re.IGNORECASE
)
_DEEPEST: Final = 30
"""How deep labels may be nested in labels."""
_DAY: Final = Pattern(r"(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\d\d?[./]\d\d?[./](?:19|20)\d\d\b")


class _Section(Frozen):
    """A heading over what is read: its depth, its words, its date, and whether it heads what is not done."""

    level: int
    text: str
    date: str
    skip: bool


class Text(Frozen):
    """What the text of one file holds."""

    entries: tuple[Entry, ...]
    front: Mapping[str, str]
    notices: tuple[str, ...]
    passed_over: tuple[PassedOver, ...]


def read(text: str, file: str = "log.md", *, shown: str = "", log: str = "") -> Text:
    """The entries of one file, in its order. `file` is its path, whose name may state a date and its kind.

    `shown` is what the entries call it, `log` what they call the log.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    org = file.lower().endswith(".org")
    if org:
        from ladder.logs.org import as_markdown

        lines = as_markdown(lines)
    return _Reader(lines, file, org, shown or file, log).read()


class _Reader:
    """Goes through the blocks of one file with the headings that stand over them."""

    def __init__(self, lines: Sequence[str], file: str, org: bool, shown: str, log: str) -> None:
        self.file, self.org, self.lines, self.log = shown, org, lines, log
        self.front, self.start = front_matter(lines)
        self.date = dates.written(self.front.get("date", "")) or dates.of_file(file)
        self.year = self.date[:4]
        self.sections: list[_Section] = []
        self.above: tuple[tuple[str, ...], str] | None = None
        self.entries: list[Entry] = []
        self.notices: list[str] = []
        self.skipped: Skipped = []
        self.headed = False
        self.references = {
            found[1].casefold(): found[2]
            for line in lines
            if line.lstrip()[:1] == "[" and (found := REFERENCE.match(line))
        }

    def read(self) -> Text:
        """All of it."""
        every = list(blocks(self.lines, self.start, self.skipped))
        place = self._front_entry(every)
        while place < len(every):
            place = self._block(every, place)
        passed = sorted({(line + 1, why) for line, why in self.skipped})
        return Text(
            tuple(self.entries),
            self.front,
            tuple(self.notices),
            tuple(PassedOver(self.file, line, why) for line, why in passed),
        )

    def _front_entry(self, every: Sequence[Block]) -> int:
        """A file whose front matter has a title is one entry, up to a heading that is a date."""
        title = self.front.get("title", "")
        if not title or not (self.front.keys() & {"date", "categories", "tags", "public"}) or "type" in self.front:
            return 0
        place = 0
        while place < len(every) and not (every[place].kind == "heading" and dates.written(every[place].lines[0])):
            place += 1
        body = [line for block in every[:place] if block.kind not in ("quote", "rule") for line in _unfolded(block)]
        private = self.front.get("public", "").lower() in ("false", "no") or self.front.get("private", "") == "true"
        self._add(title, body, self.start, private=private)
        return place

    def _block(self, every: Sequence[Block], place: int) -> int:
        """Reads one block, or several that are one entry; the place after it."""
        block = every[place]
        match block.kind:
            case "heading":
                return self._heading(every, place)
            case "item":
                self._item(block)
            case "table":
                self._table(block)
            case "prose":
                self._prose(block)
            case "quote":
                said = " ".join(block.lines)
                self.skipped.append((block.line, "a quotation"))
                if confidential(said):
                    self.notices.append(" ".join(said.split()))
            case "rule":
                pass
        return place + 1

    def _enter(self, level: int, text: str) -> _Section:
        """Makes a heading stand over what follows."""
        while self.sections and self.sections[-1].level >= level:
            self._leave()
        words = plain(text, self.references).text
        date = dates.of_heading(words, self._year())
        under = bool(self.sections) and self.sections[-1].skip
        skip = (under and not date) or bool(_NOT_DONE.match(words) and not _DONE.search(words))
        section = _Section(level, words, date, skip)
        self.sections.append(section)
        self.above = None
        return section

    def _leave(self) -> None:
        self.sections.pop()
        self.above = None

    def _over(self) -> tuple[tuple[str, ...], str]:
        """The words of the headings over what is read, and the date that they give it."""
        if self.above is None:
            date = next((one.date for one in reversed(self.sections) if one.date), "")
            self.above = tuple(one.text for one in self.sections if one.text), date
        return self.above

    def _heading(self, every: Sequence[Block], place: int) -> int:
        block = every[place]
        section = self._enter(block.level, block.lines[0])
        self.headed = True
        if section.skip and not (len(self.sections) > 1 and self.sections[-2].skip):
            self.skipped.append((block.line, section.text))
        after = every[place + 1] if place + 1 < len(every) else None
        below_day = self.org and len(self.sections) > 1 and len(self.sections[-2].date) == len("2026-01-05")
        fielded = after is not None and after.kind == "prose" and block.level > 1 and _FIELD.match(after.lines[0])
        if section.skip or not (below_day or fielded):
            return place + 1
        end = place + 1
        while end < len(every) and not (
            every[end].kind == "rule" or (every[end].kind == "heading" and every[end].level <= block.level)
        ):
            end += 1
        self._leave()
        body = [line for one in every[place + 1 : end] if one.kind != "quote" for line in _unfolded(one)]
        if not is_prompt(section.text):
            self._add(block.lines[0], body, block.line)
        return end

    def _item(self, block: Block) -> None:
        """An item of a list: an entry; or where it is only a label, a heading of those that are nested in it."""
        found = ITEM.match(block.lines[0])
        assert found is not None
        words = found[2] or ""
        nested = [line for line in block.lines[1:] if line.strip()]
        lead = [words]
        while nested and not ITEM.match(nested[0]):
            lead.append(nested.pop(0).strip())
        words = " ".join(lead)
        if words[:1] == "[" and (task := _TASK.match(words)):
            words = words[task.end() :]
            if task[1] == " ":
                self.skipped.append((block.line, "a task that is open"))
                return
        label = _LABEL.fullmatch(words.strip()) if words.rstrip()[-1:] in (":", "*", "_") else None
        if label and len(self.sections) < _DEEPEST and (inner := _dedented(nested)) and not _only_known(inner):
            self._enter(50 + len(self.sections), (label[1] or label[2]).rstrip(":"))
            for one in blocks(inner, 0, []):
                if one.kind == "item":
                    self._item(one._replace(line=block.line + len(lead) + one.line))
            self._leave()
            return
        if label and not nested and words.rstrip("*_ ").endswith(":"):
            self.skipped.append((block.line, "a prompt that nobody filled in"))
            return
        if self._counts(block):
            self._add(words, nested, block.line)

    def _table(self, block: Block) -> None:
        """A row is an entry: its text is the column that says what was done, and any cell may have date and links."""
        if not self._counts(block):
            return
        header = [cell.casefold() for cell in _cells(block.lines[0])]
        rows = [(block.line + 2 + number, _cells(line)) for number, line in enumerate(block.lines[2:])]
        dated = {
            column
            for column in range(len(header))
            if any(column < len(row) and dates.written(row[column], self._year()) for _, row in rows)
        }
        words = [column for column in range(len(header)) if column not in dated]
        if not words:
            return
        said = next((column for column in words if _WHAT.search(header[column])), None)
        if said is None:
            said = max(words, key=lambda column: sum(len(row[column]) for _, row in rows if column < len(row)))
        for line, row in rows:
            if said >= len(row) or is_prompt(row[said]):
                continue
            date = next(
                (
                    d
                    for column in sorted(dated)
                    if column < len(row) and (d := dates.written(row[column], self._year()))
                ),
                "",
            )
            rest = [cell for column, cell in enumerate(row) if column not in dated and column != said and cell]
            self._add(row[said], [f"- {cell}" for cell in rest], line, date=date)

    def _prose(self, block: Block) -> None:
        first = block.lines[0].strip()
        if len(block.lines) == 1 and (label := _LABEL.fullmatch(first)) and first.startswith(("**", "__")):
            self._enter(40, label[1].rstrip(":"))
            return
        if self._sets_date(block.lines):
            return
        if not self.headed and len(block.lines) == 1 and _is_plain_heading(first):
            self.sections.clear()
            self.above = None
            if self._enter(1, first).skip:
                self.skipped.append((block.line, first))
            return
        if not self._counts(block):
            return
        if _TITLED.match(first):
            self._add(" ".join(block.lines), [], block.line)
        elif _DAY.match(first):
            self._dated_lines(block)
        elif _STAR.match(first) or (
            len(block.lines) > 1 and not LABELLED.match(first) and LABELLED.match(block.lines[1])
        ):
            self._add(first, block.lines[1:], block.line)
        elif self.sections and len(self.sections[-1].date) == len("2026-01-05") and not is_prompt(first):
            self._add(" ".join(block.lines), [], block.line)
        elif not is_prompt(" ".join(block.lines)):
            self.skipped.append((block.line, "sentences"))

    def _sets_date(self, lines: Sequence[str]) -> bool:
        """Whether a paragraph has a line that dates the section, such as `Period: 2026-Q1`; it is no entry then."""
        for line in lines:
            found = DATED.match(line.strip())
            if found and (date := dates.written(found[1].strip("*_[]<> ").split(" (")[0], self._year())):
                if self.sections:
                    self.sections[-1] = self.sections[-1]._replace(date=date)
                    self.above = None
                else:
                    self.date = date
                return True
        return False

    def _dated_lines(self, block: Block) -> None:
        """Lines of plain text, each of which begins with a day, with what goes on below."""
        starts = [number for number, line in enumerate(block.lines) if _DAY.match(line.strip())]
        for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
            self._add(" ".join(block.lines[start:end]), [], block.line + start)

    def _counts(self, block: Block) -> bool:
        return not (self.sections and self.sections[-1].skip)

    def _year(self) -> str:
        return self._over()[1][:4] or self.year

    def _add(self, words: str, lines: Sequence[str], line: int, *, date: str = "", private: bool = False) -> None:
        """An entry of its words, and of what stands below them."""
        words = words.strip()
        if DIGIT.search(words, 0, 24):
            if not date and (found := dates.leading(words, self._year())):
                date, words = found
            if words[:1].isdigit() and (time := _TIME.match(words)):
                words = words[time.end() :]
        if is_prompt(words):
            self.skipped.append((line, "a prompt that nobody filled in"))
            return
        said = plain(words, self.references)
        if not said.text:
            self.skipped.append((line, "nothing but a claim"))
            return
        known = below(lines, self.references, self._year()) if lines else Entry("")
        own = figures(said.text) if DIGIT.search(said.text) else ()
        outcome = OUTCOME.match(said.text) if ":" in said.text else None
        headings, over = self._over()
        self.entries.append(
            known._replace(
                text=said.text,
                date=date or known.date or over or self.date or None,
                links=_once(said.links, known.links),
                headings=headings,
                tags=_once(said.tags, known.tags),
                level=said.level or known.level,
                impact=known.impact or (outcome[1] if outcome else ""),
                private=private or known.private or confidential(words),
                figures=own + known.figures,
                log=self.log,
                file=self.file,
                line=line + 1,
            )
        )


def _once(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other))) if other else one


def _unfolded(block: Block) -> Sequence[str]:
    return (*block.lines, "") if block.kind != "heading" else (block.lines[0], "")


def _dedented(lines: Sequence[str]) -> list[str]:
    least = min((indent(line) for line in lines), default=0)
    return [line.expandtabs(4)[least:] for line in lines]


def _only_known(lines: Sequence[str]) -> bool:
    items = [found[2] or "" for line in lines if (found := ITEM.match(line))]
    return bool(items) and all(KNOWN.fullmatch(item) for item in items)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _is_plain_heading(line: str) -> bool:
    """Whether a line that stands alone heads what follows: a few words, no sentence."""
    return len(line) <= 60 and len(line.split()) <= 6 and not line.endswith((".", "!", "?", ",", ";"))


__all__ = ["Text", "listed", "read"]
