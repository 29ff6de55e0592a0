"""A posting's text as sentences, each with what it is about: the work, what is asked for, a bonus, or neither.

What a company says of itself, what it offers and how it hires say nothing of a level, so those sentences are marked
and left out of the evidence. A heading decides for what follows it, up to the next heading.
"""

import re
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.postings.wording import Stems, stems_of

Part = Literal["work", "bonus", "company", "offer"]

LONGEST: Final = 600
"""Characters of a sentence: longer ones are no sentences but text without ends, and are cut where a word ends."""

_HEADINGS: Final[dict[Part, str]] = {
    "company": (
        r"^about (?!you|the (?:role|job|position|opportunity|team)|this)|who (?:are we|we are)|our (?:culture|values|"
        r"mission|story|team|company|products?|tech)|what we (?:do|value|believe)|company|how we work|the team|"
        r"about the team|investors|some more context|tech stack|culture|^community|^growth"
    ),
    "bonus": (
        r"bonus(?! (?:plan|program|pay))|nice[- ]to[- ]ha|pluses|\bplus\b|preferred|desirable|ideal(?:ly)? qualif|"
        r"not required|extra points|what will make us love|stand ?out|even better"
    ),
    "offer": (
        r"benefit|perks?\b|compensation|salary|\bpay\b|what we (?:can )?offer|we offer|what you(?:'| wi)ll get|"
        r"what you get|why (?:join|work|us|you(?:'ll| will| should)|this role)|why [a-z0-9. ]+\?|take care of|"
        r"what's in it|in return|rewards|equity|wellbeing|pto\b|vacation|join us|what we provide|interview|"
        r"hiring process|how to apply|application process|^(?:the|our) process|next steps|how we hire|"
        r"equal (?:opportunity|employment)|diversity|inclusi|accommodation|privacy|fraud|legal|e-verify|disclaimer|"
        r"location|schedule|additional information|about your application"
    ),
    "work": (
        r"you(?:'| wi)?ll|\byou\b|your|role|responsib|requirement|qualif|looking for|position|job|skills|experience|"
        r"what success|expect|must[- ]have|opportunity|duties|day[- ]to[- ]day|first \d+ days|tasks|objectives|in this|"
        r"minimum|basic|candidate|profile"
    ),
}
"""By which words a heading is known, looked for in this order."""
_KINDS: Final = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _HEADINGS.items()}

_ASKS: Final = re.compile(
    r"^\d|\byears?\b|experience (?:with|in|of|as|building|working)|"
    r"^(?:strong|proven|deep|solid|excellent|ability|familiar)",
    re.IGNORECASE,
)
"""A short line that asks for something, and so is no heading: "3 years of experience"."""
_BULLET: Final = re.compile(r"\s*(?:[-*+•·●▪◦‣–—►✓✔]|\(?\d{1,2}[.)])\s+")
_ENDS: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
_SHORT: Final = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|incl|sr|jr|dr|mr|ms|no|inc|ltd|u\.s|st|min|max|yrs?)\.$", re.IGNORECASE
)
"""Ends of abbreviations, which end no sentence."""
_BOILERPLATE: Final = re.compile(
    r"equal (?:opportunity|employment)|regardless of|without regard|protected (?:class|veteran|characteristic)|"
    r"sexual orientation|gender identity|accommodations?\b|initial screening|artificial intelligence \(AI\)|"
    r"background check|e-verify|recruit(?:ment|ing) (?:team|agenc)|\bresum[eé]|privacy (?:policy|notice)|"
    r"401\s?\(?k|health insurance|dental|parental leave|paid time off|\bPTO\b|stipend|stock options|\bRSUs?\b",
    re.IGNORECASE,
)
_EXTRA: Final = re.compile(
    r"^\W*(?:bonus|nice[- ]to[- ]have|preferred)\b|"
    r"\b(?:is|are|would be) (?:also )?(?:an? )?(?:strong |big |huge |definite )?"
    r"(?:plus|bonus|preferred|beneficial|desirable|nice[- ]to[- ]have)\b|but not (?:required|a requirement)",
    re.IGNORECASE,
)
"""A sentence that says of itself that it is no condition."""
_OF_THEM: Final = re.compile(
    r"(?:at [A-Z][\w.&' -]{1,30}, )?(?:we(?:'re|'ve|'ll| are| have| believe| were| build| help| work| move| value| do|"
    r" take| invest| partner| serve| use| offer| provide)\b"
    r"(?! (?:now |currently |also )?(?:looking|seeking|hiring|searching|need|in search))|"
    r"our (?!(?:ideal|next) )|backed by|founded|led by|headquartered|trusted by)",
    re.IGNORECASE,
)
_OF_YOU: Final = re.compile(r"\byou(?:r|'re|'ll|'ve)?\b|\bthis role\b|\bthe role\b|\bcandidate", re.IGNORECASE)


class Sentence(Frozen):
    """A sentence as it stands in the text, but for bullets and white space round it, and its words by their stems."""

    text: str
    part: Part
    stems: Stems


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text whose lines are its paragraphs, bullets and headings; headings are none."""
    found: list[Sentence] = []
    part: Part = "work"
    for line in text.splitlines():
        bare = _BULLET.sub("", line.strip(), count=1).strip() if _BULLET.match(line) else line.strip()
        bullet = bool(_BULLET.match(line))
        bare = re.sub(r"^[#*_>\s]+|[*_\s]+$", "", bare)
        if not bare:
            continue
        if not bullet and (kind := heading(bare)):
            part = kind
            continue
        found += [Sentence(one, _about(one, part, bullet), stems_of(one)) for one in _split(bare)]
    return tuple(found)


def heading(line: str) -> Part | None:
    """What follows a line that is a heading; None for one that is none."""
    words = line.split()
    if len(words) > 9 or (line[-1] in ".,;" and len(words) > 3) or not re.search(r"[A-Za-z]", line):
        return None
    plain = line.replace("’", "'")
    if not (line.endswith((":", "?")) or len(words) <= 6):
        return None
    for kind, pattern in _KINDS.items():
        if pattern.search(plain):
            return None if kind == "work" and not line.endswith((":", "?")) and _ASKS.search(plain) else kind
    return "work" if line.endswith(":") or line.isupper() else None


def _about(text: str, part: Part, bullet: bool) -> Part:
    plain = text.replace("’", "'")
    if part in ("company", "offer"):
        return part
    if _BOILERPLATE.search(plain):
        return "offer"
    if _EXTRA.search(plain):
        return "bonus"
    if not bullet and _OF_THEM.match(plain) and not _OF_YOU.search(plain):
        return "company"
    return part


def _split(line: str) -> list[str]:
    parts: list[str] = []
    begin = 0
    for end in _ENDS.finditer(line):
        if not _SHORT.search(line[begin : end.start()]):
            parts.append(line[begin : end.start()])
            begin = end.end()
    parts.append(line[begin:])
    return [piece for one in parts if one.strip() for piece in _cut(one.strip())]


def _cut(text: str) -> list[str]:
    pieces = []
    while len(text) > LONGEST:
        end = text.rfind(" ", LONGEST // 2, LONGEST)
        end = end if end > 0 else LONGEST
        pieces.append(text[:end])
        text = text[end:].lstrip()
    return [*pieces, text]


__all__ = ["LONGEST", "Part", "Sentence", "heading", "sentences"]
