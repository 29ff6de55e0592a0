"""What stands below an entry: four lines that are known, a date, what came of it, and whatever else its writer says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ladder.logs import dates
from ladder.logs.blocks import ITEM
from ladder.logs.entry import Entry
from ladder.logs.inline import confidential, figures, plain
from ladder.logs.patterns import Pattern

DATE_WORDS: Final = "date|when|data|datum|fecha|дата"
PERIOD_WORDS: Final = "period|quarter|half|zeitraum|período|periodo|период"
OUTCOME_WORDS: Final = r"impact|results?|outcomes?|impacto|resultados?|ergebnis|результат|итог"
DATED: Final = Pattern(rf"[*_]*(?:{DATE_WORDS}|{PERIOD_WORDS}|closed)[*_]*\s*:[*_]*\s*(.+)$", re.IGNORECASE)
LABELLED: Final = Pattern(r"[^\W\d_][^:.!?]{0,40}:\s+\S")
OUTCOME: Final = Pattern(rf"(?:{OUTCOME_WORDS})\b[^:]{{0,40}}:\s*(.+)", re.IGNORECASE)
KNOWN: Final = Pattern(r"(impact|link|said)\s*:\s*(.*)|(private)\s*:?\s*(?:yes|true)?", re.IGNORECASE | re.DOTALL)
DIGIT: Final = re.compile(r"\d")


def below(lines: Sequence[str], references: Mapping[str, str], year: str) -> Entry:
    """What stands below an entry, as an entry without words: what is known, a date, what came of it, and the rest."""
    date = level = impact = heads = ""
    private = False
    more: list[str] = []
    links: list[str] = []
    tags: list[str] = []
    said: list[str] = []
    for text in _joined(lines):
        one = plain(text, references)
        known = KNOWN.fullmatch(one.text)
        links += one.links
        tags += one.tags
        level = level or one.level
        heads, under = "", "" if text.startswith(("**", "__")) else heads
        if known and known[3]:
            private = True
        elif known and known[1].lower() == "impact":
            impact = impact or known[2]
        elif known and known[1].lower() == "said":
            said.append(known[2])
        elif known:
            continue
        elif (dated := DATED.match(one.text)) and (found := dates.written(dated[1].strip("[]<> "), year)):
            date = date or found
        else:
            more.append(one.text)
            if outcome := OUTCOME.match(one.text):
                impact = impact or outcome[1]
            elif re.fullmatch(rf"(?:{OUTCOME_WORDS})\b[^:]*:", one.text, re.IGNORECASE):
                heads = one.text
            elif under:
                impact, heads = f"{impact}; {one.text}" if impact else one.text, under
    return Entry(
        "",
        more=tuple(filter(None, more)),
        date=date,
        links=tuple(links),
        tags=tuple(tags),
        level=level,
        impact=impact,
        said=tuple(said),
        private=private or any(confidential(text) for text in more),
        figures=tuple(figure for text in more if DIGIT.search(text) for figure in figures(text)),
    )


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Lines as texts: an item of a list with the lines that go on with it; a labelled line by itself."""
    text = ""
    for line in lines:
        found = ITEM.match(line)
        stripped = line.strip()
        if found or not stripped or LABELLED.match(stripped.replace("*", "").replace("__", "")):
            if text:
                yield text
            text = (found[2] or "") if found else stripped
        else:
            text = f"{text} {stripped}" if text else stripped
    if text:
        yield text
