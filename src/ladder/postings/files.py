"""Postings as people have them: pasted text, Markdown, saved pages, captures of `ats-fetch`, JSON of job boards.

Nothing is fetched, and nothing of a posting is kept.
"""

import json
import os
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder.errors import CannotRead, quoted
from ladder.postings.money import Period, Stated, ranges
from ladder.postings.posting import Posting
from ladder.postings.saved import BIGGEST, Saved, captures_in, is_capture, plain, word

LONGEST: Final = 400_000
"""Characters of a posting that are read; one has some thousands."""
SUFFIXES: Final = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".json")
"""What is read of a folder."""
TITLE: Final = 12
LINE: Final = 200
"""How many words and characters a first line has at most that is taken for a title."""
PASTE: Final = "paste its text: `ladder autopsy -` reads standard input"
BINARY: Final = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture"),
    (b"PK\x03\x04", "an office document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text"),
    (b"\x1f\x8b", "an archive"),
)
"""What files begin with that are no text, and what they are."""


def read_postings(path: str) -> tuple[Posting, ...]:
    """The postings in a file, or in the files of a folder.

    Raises CannotRead where there is none.
    """
    if os.path.isdir(path):
        names = [os.path.join(path, name) for name in sorted(os.listdir(path)) if name.lower().endswith(SUFFIXES)]
        if not names:
            raise CannotRead(f"no posting in the folder {quoted(path)}", "a posting is a text, Markdown, HTML or JSON")
        return tuple(one for name in names for one in read_postings(name))
    try:
        with open(path, "rb") as file:
            return postings_in(file.read(BIGGEST + 1), path)
    except OSError as error:
        hint = "name a file with a posting, or `-` for standard input"
        raise CannotRead(f"cannot read {quoted(path)}: {(error.strerror or str(error)).lower()}", hint) from error


def postings_in(body: bytes, path: str) -> tuple[Posting, ...]:
    """The postings in the bytes of a file; `path` is what the file is called.

    Raises CannotRead where they are no text, or hold no posting.
    """
    shown = "standard input" if path == "-" else quoted(path)
    if len(body) > BIGGEST:
        raise CannotRead(f"{shown} is larger than {BIGGEST >> 20} MB", "cut the posting out of it")
    if kind := next((kind for sign, kind in BINARY if body.startswith(sign)), ""):
        raise CannotRead(f"{shown} is {kind}", PASTE)
    text = _decoded(body, shown)
    if not text.strip():
        raise CannotRead(f"{shown} is empty", PASTE)
    return postings_of(text, path)


def postings_of(text: str, path: str = "") -> tuple[Posting, ...]:
    """The postings in a text of any of these kinds.

    Raises CannotRead where it begins like JSON and is none, or holds no posting.
    """
    shown = "standard input" if path in ("", "-") else quoted(path)
    name = os.path.basename(path) if path != "-" else ""
    start = text.lstrip()
    if is_capture(text) or start[:1] == "{" or start[:2] in ("[{", "[]"):
        try:
            found = captures_in(text, path)
        except ValueError as error:
            raise CannotRead(f"{shown}: {error}", "save the page, or paste the posting's text") from error
        if not found:
            known = "known are the JSON of Greenhouse, Ashby, Lever and Workday"
            raise CannotRead(f"{shown} is JSON that holds no posting", known)
        return tuple(_checked(_kept(one, name), shown) for one in found)
    if is_html(start):
        return (_checked(_page(text, name), shown),)
    return (_checked(_pasted(text, name), shown),)


def is_html(text: str) -> bool:
    """Whether a text is HTML: it begins so, or has several tags of paragraphs and lists."""
    return bool(re.match(r"<(?:!doctype|html|head|body|div|p|section|article|main)\b", text, re.IGNORECASE)) or (
        len(re.findall(r"<(?:p|br|li|ul|div|h[1-6]|strong)\b[^>]*>", text[:20_000], re.IGNORECASE)) >= 3
    )


def _decoded(body: bytes, shown: str) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = body.decode("utf-16", errors="replace")
    else:
        try:
            text = body.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = body.decode("cp1252", errors="replace")
    if "\0" in text or text.count("\ufffd") > len(text) / 50:
        raise CannotRead(f"{shown} is no text", PASTE)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _checked(posting: Posting, shown: str) -> Posting:
    if not posting.text.strip():
        raise CannotRead(f"{shown} has no text of a posting", PASTE)
    if len(posting.text) > LONGEST:
        size = f"{len(posting.text) / 1e6:.1f} million characters"
        raise CannotRead(f"{shown} has {size}, a posting some thousands", "cut the posting out of it")
    return posting


def _kept(saved: Saved, name: str) -> Posting:
    stated: tuple[Stated, ...] = ()
    if saved.low is not None and saved.high is not None and saved.low > 0:
        stated = (Stated(saved.low, saved.high, saved.currency, _period(saved.per), saved.stated),)
    elif saved.stated:
        stated = ranges(f"Salary: {saved.stated}")
    return Posting(
        plain_marks(saved.text),
        saved.title,
        saved.company,
        saved.location,
        saved.url,
        saved.captured,
        saved.board,
        stated,
        name,
    )


def _period(text: str) -> Period:
    return text if text in ("month", "day", "hour") else "year"  # type: ignore[return-value]


def _pasted(text: str, name: str) -> Posting:
    """Pasted text or Markdown; a first line that may be one is its title."""
    text = plain_marks(text)
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    bare = "" if len(first) > LINE else re.sub(r"^[#>\s]+|[*_]+(?!\w)|(?<!\w)[*_]+", "", first).strip()
    words = bare.split()
    is_title = (
        bare and len(words) <= TITLE and bare[-1] not in ".:?!;," and not re.match(r"(?i)about|who|we |our ", bare)
    )
    return Posting(text, title=bare if is_title else "", name=name)


def plain_marks(text: str) -> str:
    """Markdown without the marks inside its lines, and without what stands between rules at its top."""
    text = re.sub(r"\A\s*---\n(?:[\w-]+:.*\n)+---\n", "", text)
    text = re.sub(r"\[([^\[\]\n]{1,300})\]\([^()\s]{1,2000}\)", r"\1", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!$-])", r"\1", text)
    return re.sub(r"\*\*|__|`", "", text)


def _page(text: str, name: str) -> Posting:
    """A saved page: what it says for machines (schema.org), else its title and its text."""
    for tree in _for_machines(text):
        return _of_schema(tree, name)
    heads = re.findall(r"<h1\b[^>]*>(.*?)</h1>", text, re.IGNORECASE | re.DOTALL) + re.findall(
        r"<title\b[^>]*>(.*?)</title>", text, re.IGNORECASE | re.DOTALL
    )
    titles = [" ".join(plain(head).split()) for head in heads]
    title = next((one for one in titles if one), "")
    return Posting(lines_of(text), title=title, name=name)


def lines_of(markup: str) -> str:
    """The text of HTML, a paragraph, bullet or heading a line; menus and margins left out."""
    from ladder.markup.html import lines

    return "\n".join(lines(markup))


def _for_machines(text: str) -> Iterator[dict[str, Any]]:
    """What a page says of a JobPosting in the words of schema.org."""
    pattern = r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>"
    for script in re.findall(pattern, text, re.IGNORECASE | re.DOTALL):
        try:
            tree = json.loads(script.strip())
        except (ValueError, RecursionError):
            continue
        some = tree.get("@graph", [tree]) if isinstance(tree, dict) else tree
        for one in some if isinstance(some, list) else ():
            if isinstance(one, dict) and one.get("@type") == "JobPosting" and word(one.get("description")).strip():
                yield one


def _of_schema(job: dict[str, Any], name: str) -> Posting:
    company, place, pay = (_inside(job.get(key)) for key in ("hiringOrganization", "jobLocation", "baseSalary"))
    value = _inside(pay.get("value"))
    low, high = (_amount(value.get(key)) for key in ("minValue", "maxValue"))
    low = low if low is not None else _amount(value.get("value"))
    high = high if high is not None else low
    stated: tuple[Stated, ...] = ()
    if low and high:
        per = _period(word(value.get("unitText")).lower())
        stated = (Stated(low, high, word(pay.get("currency")).upper(), per, ""),)
    return Posting(
        lines_of(_unescaped(word(job.get("description")))),
        word(job.get("title")),
        word(company.get("name")),
        word(_inside(place.get("address")).get("addressLocality")),
        word(job.get("url")),
        word(job.get("datePosted"))[:10],
        "schema.org",
        stated,
        name,
    )


def _unescaped(markup: str) -> str:
    import html

    return html.unescape(markup) if "&lt;" in markup else markup


def _inside(value: Any) -> dict[str, Any]:
    if isinstance(value, list):
        value = value[0] if value else {}
    return value if isinstance(value, dict) else {}


def _amount(value: Any) -> float | None:
    try:
        return float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    except ValueError:
        return None


def by_address(postings: Sequence[Posting]) -> bool:
    """Whether all of several postings are captures of one: they have one address."""
    from ladder.postings.saved import address

    addresses = {address(one.url) for one in postings}
    return len(postings) > 1 and len(addresses) == 1 and "" not in addresses


__all__ = [
    "BINARY",
    "LONGEST",
    "by_address",
    "is_html",
    "lines_of",
    "plain_marks",
    "postings_in",
    "postings_of",
    "read_postings",
]
