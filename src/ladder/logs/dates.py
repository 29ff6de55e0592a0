"""Dates as people write them in logs, to the precision that they state and never more.

2026-11-24, 2026-11, 2026-Q4, 2026-H2 and 2026 are what comes out. Of 05/01/2026 the day comes first.
"""

import re
from calendar import monthrange
from typing import Final

from ladder.logs.patterns import Pattern

_MONTHS: Final = (
    "january jan janeiro enero janvier januar gennaio январь января",
    "february feb fevereiro febrero février fevrier februar febbraio февраль февраля",
    "march mar março marco marzo mars märz maerz март марта",
    "april apr abril abr avril aprile апрель апреля",
    "may maio mayo mai maggio май мая",
    "june jun junho junio juin juni giugno июнь июня",
    "july jul julho julio juillet juli luglio июль июля",
    "august aug agosto ago août aout август августа",
    "september sep sept setembro septiembre septembre settembre сентябрь сентября",
    "october oct outubro octubre octobre oktober okt ottobre октябрь октября",
    "november nov novembro noviembre novembre ноябрь ноября",
    "december dec dezembro diciembre décembre dezember dez dicembre декабрь декабря",
)
MONTHS: Final = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_WORD: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:19|20)\d\d"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
PATTERN: Final = rf"""(?:
    (?P<y1>{_YEAR})[-/.](?P<m1>\d\d)[-/.](?P<d1>\d\d)(?!\d)
  | (?P<y2>{_YEAR})[-\s]?[Qq](?P<q2>[1-4])(?!\d) | [Qq](?P<q3>[1-4])[-/\s]+(?P<y3>{_YEAR})(?!\d)
  | (?P<y4>{_YEAR})[-\s]?[Hh](?P<h4>[12])(?!\d) | [Hh](?P<h5>[12])[-/\s]+(?P<y5>{_YEAR})(?!\d)
  | (?P<y6>{_YEAR})[-/](?P<m6>\d\d)(?!\d)
  | (?P<d7>\d\d?)[./](?P<m7>\d\d?)[./](?P<y7>{_YEAR})(?!\d)
  | {_WEEKDAY}(?P<w8>{_WORD})\.?\s+(?P<d8>\d\d?)(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y8>{_YEAR})(?!\d))?
  | {_WEEKDAY}(?P<d9>\d\d?)(?:st|nd|rd|th|\.|º)?(?:\s+de)?\s+(?P<w9>{_WORD})\b\.?,?
    (?:(?:\s+de)?\s+(?P<y9>{_YEAR})(?!\d))?
  | (?P<w10>{_WORD})\b\.?,?(?:\s+de)?\s+(?P<y10>{_YEAR})(?!\d)
  | (?P<y11>{_YEAR})(?!\d)
)"""
_SIGNS: Final = r"[^\w\s\[(<\"'«“#@`*_-]"
_ISO: Final = re.compile(rf"({_YEAR})(?:-(\d\d)(?:-(\d\d))?)?")
_ISO_PREFIX: Final = re.compile(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))? +(?=[^\W\d])")
_DATE: Final = Pattern(PATTERN, re.VERBOSE | re.IGNORECASE)
_PREFIX: Final = Pattern(
    rf"(?P<before>(?:{_SIGNS}\s*)*)(?P<open>\*\*|__|[\[(<])?{PATTERN}(?P<close>:?\*\*:?|:?__:?|[\])>]:?)?"
    r"(?P<after>\s*:(?=\s|$)|\s+[-–—|](?=\s)|[.,](?=\s))?\s*",
    re.VERBOSE | re.IGNORECASE,
)
_HEADING_END: Final = Pattern(r"[\s\])>:;,.*_]*(?:\([^)]*\))?[^\w(]*")
_NOT_IN: Final = Pattern(r"\b(?:before|until|since|pre|prior to|earlier than|after|till|up to)[\s-]*$", re.IGNORECASE)
_BARE: Final = Pattern(rf"{_YEAR}\Z|[Qq][1-4]\Z|[Hh][12]\Z|(?:{_WORD})\Z", re.IGNORECASE)


def written(text: str, year: str = "") -> str:
    """A text that is a date, as an ISO date to its precision; empty where it is none.

    >>> written("Nov 30, 2024"), written("07/04/2025"), written("junho de 2025"), written("2025-H2"), written("May 3")
    ('2024-11-30', '2025-04-07', '2025-06', '2025-H2', '')
    """
    text = text.strip()
    if plain := _ISO.fullmatch(text):
        return text if _valid(plain) else ""
    found = _DATE.match(text)
    return _iso(found, year) if found and not text[found.end() :].strip(" .,;") else ""


def leading(text: str, year: str) -> tuple[str, str] | None:
    """The date in front of an entry, in brackets or not, and the entry without it. A missing year is the one given.

    >>> leading("[May 3] Switched it off", "2024")
    ('2024-05-03', 'Switched it off')
    """
    if (plain := _ISO_PREFIX.match(text)) and _valid(plain):
        return plain[0].strip(), text[plain.end() :]
    found = _PREFIX.match(text)
    if found is None:
        return None
    exact = found["d1"] or found["m6"] or found["d7"]
    enclosed = found["open"] and found["close"] and _closes(found["open"], found["close"])
    if found["open"] and not enclosed:
        return None
    rest = text[found.end() :]
    if not (enclosed or found["after"] or (exact and (text[found.end() - 1 :][:1].isspace() or not rest))):
        return None
    date = _iso(found, year)
    return (date, found["before"] + rest) if date and rest.strip() else None


def of_heading(text: str, year: str = "") -> str:
    """The date that a heading gives to what stands below it: the heading is a date, or ends in one.

    >>> of_heading("Brag document: 2026"), of_heading("2023 and before"), of_heading("March", "2025")
    ('2026', '', '2025-03')
    """
    text = text.strip(" *_#:")
    plain = re.sub(r"^[^\w]+|[^\w)]+$", "", text)
    if year and _BARE.match(plain) and not plain[:2].isdigit():
        word = plain.lower()
        return f"{year}-{word.upper()}" if word[0] in "qh" and len(word) == 2 else f"{year}-{MONTHS[word]:02d}"
    if plain_date := _ISO.fullmatch(plain):
        return plain if _valid(plain_date) else ""
    for found in _DATE.finditer(text):
        if _HEADING_END.fullmatch(text, found.end()) and not _NOT_IN.search(text, 0, found.start()):
            inside = found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] in "-./#")
            date = "" if inside else _iso(found, year)
            return date[:7] if text[: found.start()].lower().rstrip(" of").endswith("week") else date
    return ""


def of_file(path: str) -> str:
    """The date that a file's name states, or its folders' names with it: 2026/02/03.md, brag_2025.md."""
    parts = re.split(r"[\\/]", path)
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    if stem.isdigit() and len(stem) <= 2:
        for count in (3, 2):
            if whole := written("-".join([*(part.zfill(2) for part in parts[-count:-1]), stem.zfill(2)])):
                return whole
    found = re.search(rf"(?<!\d){_YEAR}(?:[-_.]?(?:[qQ][1-4]|[hH][12])|[-_.]\d\d(?:[-_.]\d\d)?)?(?![\d])", stem)
    if found is None:
        return ""
    said = re.sub(r"[_.]", "-", found[0])
    return written(said) or written(said[:7]) or written(said[:4])


def _valid(found: "re.Match[str]") -> bool:
    """Whether year, month and day are those of a calendar."""
    month, day = int(found[2] or 1), int(found[3] or 1)
    return 1 <= month <= 12 and day >= 1 and (day <= 28 or day <= monthrange(int(found[1]), month)[1])


def _closes(opening: str, closing: str) -> bool:
    return {"[": "]", "(": ")", "<": ">"}.get(opening, opening) in closing


def _iso(found: "re.Match[str]", year: str) -> str:
    group = {name: value for name, value in found.groupdict().items() if value}
    numbers = {name[0]: value for name, value in group.items() if name[1:].isdigit()}
    when = numbers.get("y", year)
    if not when:
        return ""
    if "q" in numbers or "h" in numbers:
        return f"{when}-Q{numbers['q']}" if "q" in numbers else f"{when}-H{numbers['h']}"
    month = MONTHS[numbers["w"].lower()] if "w" in numbers else int(numbers.get("m", 0))
    day = int(numbers.get("d", 0))
    if "d7" in group and month > 12 >= day:
        month, day = day, month
    if "m" not in numbers and "w" not in numbers:
        return when
    if not 1 <= month <= 12 or (day and day > monthrange(int(when), month)[1]) or ("d" in numbers and not day):
        return ""
    return f"{when}-{month:02d}" + (f"-{day:02d}" if day else "")
