"""What a label is likely to name: a level, or something that levels are judged by. A spreadsheet does not say."""

import re
from collections.abc import Iterable
from typing import Final

from ladder.importing.draft import tidy

CODE: Final = re.compile(r"(?:[A-Z]{1,5}[-\s.]?|[A-Z]{1,3}\d[-.])?\d{1,2}(?:\.\d{1,2})?[a-eA-E]?\+?")
"""L4, MG1, IC-5, SDE 2, E3, 61, 3.2, 4a."""

NUMBERED: Final = re.compile(
    r"(?i)(?:level|lvl|grade|band|tier|rung|step|milestone|stage|rank)\s*(?:\d+(?:\.\d+)?|[ivx]+|[a-e])\b.*"
)

REMARK: Final = re.compile(r"(?i)\s*(?:\([^()]*\)|[,:–—-]?\s*\(?\d[\d\s.+–-]*(?:years?|yrs?|months?)\b.*)\s*$")
"""What a level's name may end in and is none of it: a remark in brackets, how many years it takes."""

LONGEST: Final = 120
"""How many characters a label has at most of which a remark is no part."""

TITLES: Final = frozenset([
    "apprentice", "intern", "trainee", "graduate", "grad", "entry", "junior", "jr", "mid", "mid-level", "midlevel",
    "intermediate", "associate", "engineer", "engineers", "developer", "developers", "programmer", "swe", "sde",
    "sre", "analyst", "scientist", "designer", "senior", "sr", "staff", "principal", "distinguished", "fellow",
    "lead", "leads", "manager", "managers", "director", "vp", "svp", "evp", "cto", "cpo", "ceo", "head", "chief",
    "architect", "executive", "supervisor", "specialist", "expert", "consultant", "officer", "partner",
])  # fmt: skip
"""Words of which a level's name is made, in the English of job titles."""

BESIDE: Final = frozenset([
    "i", "ii", "iii", "iv", "v", "vi", "technical", "software", "hardware", "data", "product", "group", "of", "the",
    "and", "team", "tech",
])  # fmt: skip

STEPS: Final = frozenset(
    ["beginner", "novice", "intermediate", "advanced", "competent", "proficient", "expert", "master"]
)
"""Words of which the steps of a scale are named that are as good as levels where each has its column."""


def is_level(label: str) -> bool:
    """Whether a label reads like a level's name: a code, a numbered level, or a short job title.

    >>> [is_level(label) for label in ("L4", "MG1", "Senior Engineer II", "Level 3", "Staff")]
    [True, True, True, True, True]
    >>> [is_level(label) for label in ("VP of Engineering", "Junior Developer (0-2 years at it)", "Staff, 8+ yrs")]
    [True, True, True]
    >>> [is_level(label) for label in ("Leadership", "Lead by example", "Technical", "Team")]
    [False, False, False, False]
    """
    if len(label) > LONGEST:
        return _reads_like_level(label)
    return any(map(_reads_like_level, (label, REMARK.sub("", label), re.sub(r"(?i)\s+of\s.*", "", tidy(label)))))


def _reads_like_level(label: str) -> bool:
    words = [word for word in re.split(r"[\s/()\[\]:,+–—|-]+", tidy(label).lower()) if word]
    if not words:
        return False
    if CODE.fullmatch(tidy(label)) or NUMBERED.fullmatch(tidy(label)):
        return True
    code = re.split(r"\s*[-–—:|(]\s*|\s+", tidy(label))[0]
    if len(words) > 1 and any(sign.isalpha() for sign in code) and CODE.fullmatch(code):
        return True  # "L4 - Senior Engineer"
    titled = [word for word in words if word in TITLES]
    return (
        bool(titled)
        and len(words) <= 8
        and (words[-1] in TITLES | BESIDE or len(titled) * 2 >= len(words) or words[-1].isdigit())
    )


def is_level_or_step(label: str) -> bool:
    """Whether a label beside or above a table names a level, or a step that stands for one.

    >>> is_level_or_step("Advanced beginner"), is_level_or_step("Advanced topics"), is_level_or_step("L4")
    (True, False, True)
    """
    words = re.findall(r"[^\W\d_]+", label.lower())
    return is_level(label) or (bool(words) and all(word in STEPS for word in words))


def share_of_levels(labels: Iterable[str]) -> float:
    """Which part of the labels, blank ones left out, read like levels or steps: 0 to 1."""
    said = [label for label in labels if label.strip()]
    return sum(map(is_level_or_step, said)) / len(said) if said else 0.0


def aliases(label: str) -> list[str]:
    """What a level is called beside its whole label: the code and the title of "L4 - Senior Engineer".

    >>> aliases("L4 – Senior Engineer"), aliases("Senior Engineer (L4)"), aliases("Staff"), aliases("E1, 1 year")
    (['L4', 'Senior Engineer'], ['Senior Engineer', 'L4'], [], ['E1'])
    """
    shown = tidy(label)
    first = re.match(r"([^\s,~]+)\s*[,~]", shown)
    if first and re.search(r"[^\W\d_]", first[1]) and CODE.fullmatch(first[1]):
        return [first[1]]
    parts = [part for part in re.split(r"\s+[-–—|]\s+|\s*:\s+|\s*[(\[]|[)\]]\s*", shown) if part]
    if len(parts) != 2 or not any(re.search(r"\d", part) and CODE.fullmatch(part) for part in parts):
        return []
    return parts
