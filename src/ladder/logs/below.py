"""What stands below an entry: four lines that are known, a date, what came of it, and whatever else its writer says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ladder.frozen import Frozen
from ladder.logs import dates
from ladder.logs.blocks import ITEM
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


class Below(Frozen):
    """What the lines below an entry's words say."""

    more: tuple[str, ...] = ()
    date: str = ""
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    level: str = ""
    impact: str = ""
    said: tuple[str, ...] = ()
    private: bool = False
    figures: tuple[str, ...] = ()


NOTHING: Final = Below()


def below(lines: Sequence[str], references: Mapping[str, str], year: str) -> Below:
    """What stands below an entry: the four that are known, a date, what came of it, and whatever else."""
    found: dict[str, Any] = {"date": "", "level": "", "impact": "", "private": False}
    more: list[str] = []
    links: list[str] = []
    tags: list[str] = []
    said: list[str] = []
    heads = ""
    for text in _joined(lines):
        one = plain(text, references)
        known = KNOWN.fullmatch(one.text)
        links += one.links
        tags += one.tags
        found["level"] = found["level"] or one.level
        heads, under = "", "" if text.startswith(("**", "__")) else heads
        if known and known[3]:
            found["private"] = True
        elif known and known[1].lower() == "impact":
            found["impact"] = found["impact"] or known[2]
        elif known and known[1].lower() == "said":
            said.append(known[2])
        elif known:
            continue
        elif (dated := DATED.match(one.text)) and (date := dates.written(dated[1].strip("[]<> "), year)):
            found["date"] = found["date"] or date
        else:
            more.append(one.text)
            if outcome := OUTCOME.match(one.text):
                found["impact"] = found["impact"] or outcome[1]
            elif re.fullmatch(rf"(?:{OUTCOME_WORDS})\b[^:]*:", one.text, re.IGNORECASE):
                heads = one.text
            elif under and not found["impact"]:
                found["impact"], heads = one.text, under
            elif under:
                found["impact"], heads = f"{found['impact']}; {one.text}", under
    numbers = tuple(figure for text in more if DIGIT.search(text) for figure in figures(text))
    return Below(
        tuple(one for one in more if one),
        found["date"],
        tuple(links),
        tuple(tags),
        found["level"],
        found["impact"],
        tuple(said),
        found["private"] or any(confidential(text) for text in more),
        numbers,
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
