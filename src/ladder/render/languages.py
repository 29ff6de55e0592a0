"""The language of a page, as browsers and screen readers are told it."""

import re
from typing import Final, Literal

TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""As BCP 47 writes them, with room for what is newer: en, pt-BR, zh-Hant."""
UNKNOWN: Final = "und"

FROM_RIGHT: Final = (
    "ar",
    "arc",
    "ckb",
    "dv",
    "fa",
    "glk",
    "he",
    "iw",
    "ks",
    "mzn",
    "nqo",
    "pnb",
    "ps",
    "sd",
    "ug",
    "ur",
    "yi",
)
"""Languages that are written from right to left unless the tag names another script."""
SCRIPTS: Final = ("adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa")


def tag(language: str) -> str:
    """A language as a tag; `und` where it is none.

    >>> tag("pt_BR"), tag("German, mostly")
    ('pt-BR', 'und')
    """
    written = language.strip().replace("_", "-")
    return written if TAG.fullmatch(written) else UNKNOWN


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Where a line of the language begins.

    >>> direction("fa-IR"), direction("az-Arab"), direction("he-Latn"), direction("de")
    ('rtl', 'rtl', 'ltr', 'ltr')
    """
    first, *rest = tag(language).lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in SCRIPTS if script else first in FROM_RIGHT) else "ltr"
