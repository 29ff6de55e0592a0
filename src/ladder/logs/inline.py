"""What stands inside a line of a log: emphasis, links, claims, figures, and whether it is still a template's prompt."""

import re
from collections.abc import Mapping
from typing import Final

from ladder.frozen import Frozen
from ladder.logs.patterns import Pattern

URL: Final = Pattern(r"https?://[^\s<>\"'`|\]]+")
_LINK: Final = Pattern(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((<[^>]*>|(?:[^\s()]|\([^\s()]*\))+)(?:\s+\"[^\"]*\")?\)")
_REFERENCE: Final = Pattern(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")
_AUTOLINK: Final = re.compile(r"<(https?://[^\s<>]+)>")
_EMPHASIS: Final = Pattern(
    r"\*\*(?=\S)([^*]{1,500})(?<=\S)\*\*|(?<!\w)__(?=\S)([^_]{1,500})(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_]{1,500})(?<=\S)_(?!\w)|`([^`]{1,500})`"
)
_TAG: Final = re.compile(r"(?<!\S)#([^\W\d][\w-]*(?:/[\w.-]+)?)(?=[\s,.;]|$)")
_CLAIM: Final = re.compile(r"[#@][^\W\d][\w/.-]*")
_STATEMENT: Final = re.compile(r"(?<!\S)#[^\W\d][\w-]*/[\w.-]+(?=[\s,.;]|$)\s*")
_FIGURE: Final = Pattern(
    r"(?<![\w.,])[$€£]?\d[\w.,%]*(?:\s\w+)?\s*(?:→|->|⇒)\s*[$€£]?\d[\w.,%]*"
    r"|\bfrom\s[$€£]?\d[\w.,%]*(?:\s\w+){0,3}\sto\s[$€£]?(?:\d[\w.,%]*|none\b)"
    r"|(?<![\w.,])[-+−]?\d[\d.,]*\s?%|[$€£]\s?\d[\d.,]*[kKmM]?",
    re.IGNORECASE,
)
_HINT: Final = re.compile(r"→|->|⇒|[%$€£]|[Ff]rom\s")
_PROMPT: Final = Pattern(
    r"(?:<[^<>]*>|\[[^\[\]]*\]|[.…]+|\?+|-+|_{2,}|x{3,}|(?:todo|tbd|tba|fixme|n/?a|none|nothing|nothing yet)\b[.:!]?"
    r"|(?:e\.g\.|for example[,:]|example:|eg:).*|\(?(?:add|insert|list|describe|fill in|write)\b[^.]*\bhere\b.*"
    r"|what (?:do|did|would|are|is)\b[^.]*\?)",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"[<\[(.…?_-]|xxx|t(?:odo|b[da])|fixme|n/?a\b|no(?:ne|th)|e\.g|eg:|for e|examp|add|insert|list|descr|fill|wr|wh",
    re.IGNORECASE,
)
"""How a prompt begins; most entries are known from it to be none."""
_ITALIC: Final = Pattern(r"(?:\*(?!\*)[^*]+\*|_(?!_)[^_]+_)")
_CONFIDENTIAL: Final = Pattern(
    r"🔒|\bCONFIDENTIAL\b|\bINTERNAL ONLY\b|[\[(](?:confidential|private|internal only)[\])]|\bunder NDA\b"
)


class Plain(Frozen):
    """A stretch of text without its marks, with the addresses that stood in it and what its writer claims."""

    text: str
    links: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    level: str = ""


def plain(text: str, references: Mapping[str, str]) -> Plain:
    """A text without emphasis, in which a link is its label; claims (`#people`, `@staff`) are taken out of its end."""
    links: list[str] = []
    if "](" in text or "][" in text or "<http" in text:
        text = _without_links(text, references, links)
    if "://" in text:
        links += [address(found) for found in URL.findall(text)]
    if "*" in text or "_" in text or "`" in text:
        for _ in range(2):  # bold with italics in it
            text = _EMPHASIS.sub(lambda found: found[found.lastindex], text)
    tags: tuple[str, ...] = ()
    level = ""
    if "#" in text or "@" in text:
        text, tags, level = _claims(text)
    if "\\" in text:
        text = re.sub(r"\\([^\w\s])", r"\1", text)
    return Plain(" ".join(text.split()), tuple(dict.fromkeys(links)), tags, level)


def address(found: str) -> str:
    """An address as it stands in a sentence, without what belongs to the sentence."""
    end = len(found)
    surplus = found.count(")") - found.count("(")
    while end and (found[end - 1] in ".,;:!?'\"*" or (surplus > 0 and found[end - 1] == ")")):
        surplus -= found[end - 1] == ")"
        end -= 1
    return found[:end]


def is_prompt(text: str) -> bool:
    """Whether a text is what a template asks, left in place, or nothing at all.

    >>> [is_prompt(text) for text in ("<your text here>", "TODO", "e.g. wrote X", "*Whom did you help?*", "Wrote X")]
    [True, True, True, True, False]
    """
    text = text.strip()
    asks = text and _ASKS.match(text) and _PROMPT.fullmatch(text)
    return not text or bool(asks) or (text[0] in "*_" and bool(_ITALIC.fullmatch(text)))


def figures(text: str) -> tuple[str, ...]:
    """What a text says of a before and after, shares or money, as it stands there.

    >>> figures("Build from 31 to 12 minutes, 9 → 2 pages, 14 interviews")
    ('from 31 to 12', '9 → 2')
    """
    if not _HINT.search(text):
        return ()
    return tuple(found.strip() for found in _FIGURE.findall(text))


def confidential(text: str) -> bool:
    """Whether a text carries a mark that asks not to pass it on."""
    low = text.lower()
    marked = "🔒" in text or "confidential" in low or "internal only" in low or "nda" in low or "private" in low
    return marked and bool(_CONFIDENTIAL.search(text))


def _without_links(text: str, references: Mapping[str, str], links: list[str]) -> str:
    def label(found: "re.Match[str]") -> str:
        target = found[2].strip("<>")
        if "://" in target:
            links.append(target)
        return found[1]

    def referred(found: "re.Match[str]") -> str:
        target = references.get((found[2] or found[1]).casefold())
        if target is None:
            return found[0]
        links.append(target)
        return found[1]

    text = _LINK.sub(label, text)
    text = _REFERENCE.sub(referred, text) if references else text
    return _AUTOLINK.sub(r"\1", text)


def _claims(text: str) -> tuple[str, tuple[str, ...], str]:
    """Claims out of a text. A word such as `#golang` inside a sentence stays there, and is a claim as well."""
    tags = tuple(dict.fromkeys(_TAG.findall(text))) if "#" in text else ()
    level = ""
    words = text.split(" ")
    while words and (not words[-1] or (words[-1][0] in "#@" and _CLAIM.fullmatch(words[-1].rstrip(",;")))):
        last = words.pop()
        level = last[1:].rstrip(",;") if last.startswith("@") and not level else level
    text = " ".join(words)
    return _STATEMENT.sub("", text) if "/" in text and tags else text, tags, level
