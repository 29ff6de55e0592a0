"""Statements about an engineer, turned to the reader: "Owns a domain and runs it" to "own a domain and run it"."""

import re
from typing import Final

_IRREGULAR: Final = {"is": "be", "has": "have", "does": "do", "goes": "go", "dies": "die", "lies": "lie", "ties": "tie"}
_HISSING: Final = re.compile(r"(?:ch|sh|ss|zz|x)es$|(?:foc)uses$")
_AFTER: Final = (
    r"(?:the|a|an|it|its|them|what|how|where|when|whether|which|who|why|to|from|for|with|on|in|each|every|all|others|"
    r"their|both|that|this|these|those|only)"
)
_VERBS: Final = (
    "accepts|adapts|adds|advises|agrees|aligns|asks|avoids|breaks|brings|builds|checks|chooses|coaches|coordinates|consults|"
    "creates|decides|defines|delivers|develops|drives|ensures|explains|finds|fixes|follows|gets|gives|grows|helps|"
    "identifies|improves|joins|keeps|knows|leads|learns|listens|looks|maintains|makes|negotiates|owns|presents|"
    "prevents|proposes|puts|reads|removes|represents|sees|sets|settles|shares|shows|solves|speaks|spots|takes|teaches|"
    "tells|thinks|turns|understands|translates|unblocks|validates|weighs|works|writes"
)
_JOINED: Final = re.compile(rf"(,? (?:and|or|but|then|and then) |, )((?:{_VERBS})(?= )|[a-z]+s(?= {_AFTER}\b))")
_TWINS: Final = re.compile(r"^(,? (?:and|or) )([a-z]+s)(?= [a-z])")
"""A second verb right behind the first: "Corrects and extends"."""
_NO_VERBS: Final = frozenset((
    "years", "months", "weeks", "days", "quarters", "others", "as", "is", "was", "this", "its", "has", "less", "across",
    "towards", "besides", "always", "perhaps", "juniors", "seniors", "teams", "users", "engineers", "people",
))  # fmt: skip


def base(verb: str) -> str:
    """A verb of the third person as it stands after "to"; another word stays what it is.

    >>> [base(verb) for verb in ("owns", "carries", "teaches", "has", "writes", "focuses")]
    ['own', 'carry', 'teach', 'have', 'write', 'focus']
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if _HISSING.search(verb):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def infinitive(statement: str) -> str:
    """What a statement says the engineer does, as it stands after "you will"; empty where it begins with no verb.

    >>> infinitive("Solves incidents anywhere, and joins the retrospectives")
    'solve incidents anywhere, and join the retrospectives'
    >>> infinitive("Fixes their own bugs"), infinitive("Two years of experience")
    ('fix your own bugs', '')
    """
    words = statement.strip().rstrip(".").split(" ", 1)
    first = words[0].lower().rstrip(",")
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)?s", first) or first.endswith("ss") or first in _NO_VERBS or len(words) < 2:
        return ""
    rest = _TWINS.sub(_second, f" {words[1]}").lstrip(" ") if not words[1].startswith(",") else words[1]
    rest = _JOINED.sub(_second, rest)
    rest = re.sub(r"^their own\b|\b(?<=of )their own\b", "your own", rest)
    rest = re.sub(r"^themselves\b", "yourself", rest)
    return f"{base(first)}{',' if words[0].endswith(',') else ''} {rest}"


def _second(found: re.Match[str]) -> str:
    return found[1] + (found[2] if found[2] in _NO_VERBS else base(found[2]))


__all__ = ["base", "infinitive"]
