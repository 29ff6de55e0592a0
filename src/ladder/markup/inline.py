"""What stands inside of a text beside its words: bold type, links, entities. It is marked and then taken out.

While a document is taken apart, marks stand for them that no text can hold: a bold label tells what a paragraph is,
and a link's address belongs to the statement that it stands in.
"""

import re
from html import unescape
from typing import Final

ON, OFF, LINK, TO, END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""Bold begins and ends; a link begins, its address begins, it ends. These are no characters, so no text has them."""

MARKS: Final = re.compile(f"[{ON}{OFF}{LINK}{TO}{END}]")
LINKED: Final = re.compile(f"{LINK}([^{TO}{END}]*){TO}([^{END}]*){END}")
BREAK: Final = re.compile(r"(?i)[^\S\n]*<\s*/?\s*br\s*/?\s*>[^\S\n]*")
TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
WRITTEN: Final = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]+)\)")
ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
SPACES: Final = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Soft line breaks of office programs, which part words as a blank does."""


def marked(text: str) -> str:
    r"""A text of a cell or of data with marks for what is Markdown or HTML in it.

    >>> bare(marked("**Cares** for [docs](http://mill.example) &amp; more<br>tests"))
    'Cares for docs & more\ntests'
    """
    text = SPACES.sub("\n", MARKS.sub("", text))
    if "<" in text:
        text = TAG.sub("", BREAK.sub("\n", text))
    if "](" in text:
        text = WRITTEN.sub(rf"{LINK}\1{TO}\2{END}", text)
    if "**" in text or "__" in text:
        text = STRONG.sub(rf"{ON}\2{OFF}", text)
    return unescape(text) if "&" in text else text


def bare(text: str) -> str:
    """A text without marks."""
    return MARKS.sub("", LINKED.sub(r"\1", text)) if MARKS.search(text) else text


def links(text: str) -> list[str]:
    """Where the links of a text lead; one that leads to another place of its page leads nowhere."""
    found = [to.strip() for _, to in LINKED.findall(text)]
    return [to for to in dict.fromkeys(found) if to and not to.startswith("#")]


def target(text: str) -> str:
    """Where a text leads that is one link and nothing else."""
    found = LINKED.fullmatch(re.sub(f"[{ON}{OFF}]", "", text).strip(" *_"))
    return found[2] if found else ""


__all__ = ["BREAK", "ESCAPE", "LINK", "OFF", "ON", "SPACES", "TO", "bare", "links", "marked", "target"]
