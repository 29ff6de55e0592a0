"""Postings that somebody saved: Markdown kept with `ats-fetch`, and the JSON of Greenhouse, Ashby, Lever and Workday.

Surveys of pay and whatever judges a posting read them here. Nothing is fetched, and nothing is made of the pay that a
posting states in words: `stated` has them as they stand, `low` and `high` what a job board gives as numbers.
"""

import html
import json
import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ladder.frozen import Frozen

SUFFIXES: Final = (".md", ".markdown", ".json")
BIGGEST: Final = 8 * 1024 * 1024
"""Bytes of a file that is read; a posting has some thousands, a whole board some millions."""


class Saved(Frozen):
    """One capture of one posting.

    `board` is the system that it came from, `company` as the board calls it, `stated` the pay in words. `low` and
    `high` are the range as numbers, in `currency` and for each `per` (year, month, day, hour); None where the board
    gives none. `captured` is the day of the capture, else that of the last change, as 2026-08-13; empty where neither
    is known. `text` is the posting itself.
    """

    path: str
    board: str
    title: str
    company: str
    location: str
    url: str
    captured: str
    stated: str = ""
    low: float | None = None
    high: float | None = None
    currency: str = ""
    per: str = ""
    text: str = ""


class Kept(Frozen):
    """What a folder of saved postings holds: captures, and files that were left out, each with the reason."""

    captures: tuple[Saved, ...]
    left_out: tuple[tuple[str, str], ...]


def folder(path: str) -> Kept:
    """Every capture in a folder and the folders in it, by the files' names. A file that is no posting is left out."""
    captures: list[Saved] = []
    left_out: list[tuple[str, str]] = []
    for name in files(path):
        try:
            found = captures_in(read(name), name)
        except ValueError as error:
            left_out.append((name, str(error)))
            continue
        captures += found
        if not found:
            left_out.append((name, "no posting"))
    return Kept(tuple(captures), tuple(left_out))


def files(path: str) -> Iterator[str]:
    """The files of a folder that may hold postings, by name."""
    for place, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name[0] not in "._")
        for name in sorted(names):
            if name[0] != "." and name.lower().endswith(SUFFIXES):
                yield os.path.join(place, name)


def read(path: str) -> str:
    """The text of a file. Raises ValueError where it cannot be read, is too large, or is no text."""
    try:
        with open(path, "rb") as file:
            body = file.read(BIGGEST + 1)
    except OSError as error:
        raise ValueError((error.strerror or "cannot be read").lower()) from error
    if len(body) > BIGGEST:
        raise ValueError(f"larger than {BIGGEST >> 20} MB")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("no text in UTF-8") from error


def captures_in(text: str, path: str = "") -> tuple[Saved, ...]:
    """The captures in a file's text: several where it is a whole board, none where it holds no posting.

    Raises ValueError where the text begins like JSON and is none.
    """
    if text.lstrip()[:1] in ("{", "["):
        try:
            tree = json.loads(text)
        except (ValueError, RecursionError) as error:
            cut = "; `ats-fetch --json` cuts at 20,000 characters" if len(text) >= 20_000 else ""
            raise ValueError(f"no JSON that can be read{cut}") from error
        return tuple(_from_json(tree, path))
    return _from_markdown(text, path)


def is_capture(text: str) -> bool:
    """Whether a text is Markdown as `ats-fetch` writes it, or JSON as the four job boards do."""
    if text.lstrip()[:1] in ("{", "["):
        try:
            return bool(captures_in(text))
        except ValueError:
            return False
    return bool(HEAD.search(text))


def latest(captures: tuple[Saved, ...]) -> tuple[tuple[Saved, ...], int]:
    """Of several captures of one posting the latest, in the order of the first; and how many were passed over.

    Captures are of one posting if they have one address; without one, if company, title and location are the same.
    """
    found: dict[object, Saved] = {}
    for one in captures:
        key = address(one.url) or (one.company.casefold(), one.title.casefold().strip(), one.location.casefold())
        known = found.get(key)
        if known is None or one.captured >= known.captured:
            found[key] = one
    return tuple(found.values()), len(captures) - len(found)


def address(url: str) -> str:
    """A posting's address without what differs between two captures of it: scheme, query but a job's id, last slash."""
    job = re.search(r"[?&](gh_jid=\d+)", url)
    bare = re.sub(r"^\w+://(www\.)?|[?#].*$", "", url.strip()).rstrip("/")
    return (f"{bare}?{job[1]}" if job else bare).casefold()


# -- Markdown as ats-fetch writes it

HEAD: Final = re.compile(r"(?m)^\|\s*\**Field\**\s*\|\s*\**Value\**\s*\|\s*$")
_ROW: Final = re.compile(r"^\|\s*\**([^|*]+?)\**\s*\|[ \t]?(.*?)[ \t]*\|?\s*$")
_RECORD: Final = re.compile(r"(?m)^_?Fetched with `?ats-fetch`?.*\n?")


def _from_markdown(text: str, path: str) -> tuple[Saved, ...]:
    heads = list(HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    return tuple(_block(text[head.end() : end], path) for head, end in zip(heads, ends, strict=True))


def _block(text: str, path: str) -> Saved:
    """One capture: the rows of its table, then the posting."""
    fields: dict[str, str] = {}
    lines = text.lstrip("\n").splitlines(keepends=True)
    used = 0
    for line in lines:
        row = _ROW.match(line.rstrip("\n"))
        if row is None:
            break
        used += len(line)
        if set(row[1]) - set("-: "):
            fields[row[1].strip().lower()] = row[2].strip()
    body = _RECORD.sub("", text.lstrip("\n")[used:], count=1).strip()
    body = re.sub(r"\n---\n\s*## Full posting text[^\n]*\s*$", "", body)
    url = fields.get("canonical url", "")
    return Saved(
        path=path,
        board=fields.get("ats", ""),
        title=fields.get("title", ""),
        company=fields.get("company", "") or company_of(url),
        location=fields.get("location as stated", fields.get("location", "")),
        url=url,
        captured=_day(fields.get("captured", "")) or _day(fields.get("posted / updated", "")) or _named_day(path),
        stated=fields.get("comp as stated", ""),
        text=body,
    )


# -- JSON as the boards give it


def _from_json(tree: Any, path: str) -> Iterator[Saved]:
    many = tree if isinstance(tree, list) else tree.get("jobs") if isinstance(tree, dict) else None
    for one in many if isinstance(many, list) else [tree]:
        if isinstance(one, dict):
            for make in (_workday, _lever, _ashby, _greenhouse):
                if found := make(one, path):
                    yield found
                    break


def _greenhouse(job: Mapping[str, Any], path: str) -> Saved | None:
    if "title" not in job or not ("absolute_url" in job or "content" in job):
        return None
    url = word(job.get("absolute_url"))
    ranges = [one for one in _list(job.get("pay_input_ranges")) if isinstance(one, dict)]
    pay = ranges[0] if len(ranges) == 1 else {}
    updated = word(job.get("updated_at")) or word(job.get("first_published"))
    return Saved(
        path=path,
        board="Greenhouse",
        title=word(job.get("title")),
        company=word(job.get("company_name")) or company_of(url),
        location=word(_mapping(job.get("location")).get("name")),
        url=url,
        captured=_named_day(path) or _day(updated),
        stated="; ".join(_cents(one) for one in ranges) if len(ranges) > 1 else "",
        low=_hundredth(pay.get("min_cents")),
        high=_hundredth(pay.get("max_cents")),
        currency=word(pay.get("currency_type")).upper(),
        per="year" if pay else "",
        text=plain(word(job.get("content"))),
    )


def _ashby(job: Mapping[str, Any], path: str) -> Saved | None:
    if "title" not in job or not ("jobUrl" in job or "descriptionHtml" in job or "descriptionPlain" in job):
        return None
    url, pay = word(job.get("jobUrl")), _mapping(job.get("compensation"))
    parts = [_mapping(one) for one in _list(pay.get("summaryComponents"))]
    salary = next((one for one in parts if one.get("compensationType") == "Salary"), {})
    return Saved(
        path=path,
        board="Ashby",
        title=word(job.get("title")),
        company=company_of(url),
        location=word(job.get("location")),
        url=url,
        captured=_named_day(path) or _day(word(job.get("publishedAt"))),
        stated=word(pay.get("compensationTierSummary")) or word(pay.get("scrapeableCompensationSalarySummary")),
        low=_number(salary.get("minValue")),
        high=_number(salary.get("maxValue")),
        currency=word(salary.get("currencyCode")).upper(),
        per=period(word(salary.get("interval"))),
        text=plain(word(job.get("descriptionHtml"))) or word(job.get("descriptionPlain")),
    )


def _lever(job: Mapping[str, Any], path: str) -> Saved | None:
    if "text" not in job or not ("hostedUrl" in job or "categories" in job):
        return None
    url, pay = word(job.get("hostedUrl")), _mapping(job.get("salaryRange"))
    parts = [plain(word(job.get("description")))]
    lists = map(_mapping, _list(job.get("lists")))
    parts.extend(f"{word(one.get('text'))}\n{plain(word(one.get('content')))}" for one in lists)
    parts.append(plain(word(job.get("additional"))))
    return Saved(
        path=path,
        board="Lever",
        title=word(job.get("text")),
        company=company_of(url),
        location=word(_mapping(job.get("categories")).get("location")),
        url=url,
        captured=_named_day(path) or _since_1970(job.get("createdAt")),
        stated=plain(word(job.get("salaryDescription"))),
        low=_number(pay.get("min")),
        high=_number(pay.get("max")),
        currency=word(pay.get("currency")).upper(),
        per=period(word(pay.get("interval"))),
        text="\n\n".join(part for part in parts if part.strip()),
    )


def _workday(job: Mapping[str, Any], path: str) -> Saved | None:
    job = _mapping(job.get("jobPostingInfo")) or job
    if "title" not in job or "jobDescription" not in job:
        return None
    url = word(job.get("externalUrl"))
    return Saved(
        path=path,
        board="Workday",
        title=word(job.get("title")),
        company=company_of(url),
        location=word(job.get("location")),
        url=url,
        captured=_named_day(path) or _day(word(job.get("startDate"))),
        text=plain(word(job.get("jobDescription"))),
    )


# -- what they share

_COMPANY: Final = re.compile(
    r"(?:(?:job-boards|boards)(?:\.eu)?\.greenhouse\.io|jobs\.ashbyhq\.com|jobs\.(?:eu\.)?lever\.co|"
    r"apply\.workable\.com|jobs\.smartrecruiters\.com)/([^/?#]+)|//([^./]+)\.[^/]*myworkdayjobs\.com"
)
_PERIODS: Final = (("hour", "hour"), ("month", "month"), ("day", "day"), ("year", "year"), ("annual", "year"))


def company_of(url: str) -> str:
    """What a board calls the company, by the posting's address; else the site's name; empty where there is none.

    >>> company_of("https://jobs.ashbyhq.com/acme/0001"), company_of("https://www.acme.com/jobs?gh_jid=1")
    ('acme', 'acme')
    """
    if found := _COMPANY.search(url):
        return found[1] or found[2]
    site = re.match(r"\w+://(?:www\.|careers\.|jobs\.)*([^./]+)\.", url)
    return site[1] if site else ""


def period(text: str) -> str:
    """A period as boards name it: "1 YEAR", "per-hour-wage"; empty where it is none.

    >>> period("1 YEAR"), period("per-hour-wage"), period("")
    ('year', 'hour', '')
    """
    return next((name for sign, name in _PERIODS if sign in text.lower()), "")


def plain(markup: str) -> str:
    """HTML as text. Boards escape it once or twice, so that entities go before tags do.

    >>> plain("&lt;p&gt;Owns &amp;amp; runs it.&lt;/p&gt;")
    'Owns & runs it.'
    """
    for _ in range(3):
        once = html.unescape(markup)
        if once == markup:
            break
        markup = once
    markup = re.sub(r"(?is)<(script|style)[^>]*>.*?</\1>", " ", markup)
    markup = re.sub(r"(?i)<(br|/p|/div|/li|/h[1-6]|/tr|/table)\s*/?>", "\n", markup)
    markup = re.sub(r"(?i)<li[^>]*>", "\n- ", markup)
    markup = html.unescape(re.sub(r"<[^>]+>", " ", markup)).replace("\xa0", " ")
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in markup.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _day(text: str) -> str:
    """The last day that a text names as 2026-08-13; empty where it names none."""
    found = re.findall(r"(?<!\d)(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)", text)
    return found[-1] if found else ""


def _named_day(path: str) -> str:
    """The day that a file is named after, or its folder is."""
    return _day(os.path.basename(path)) or _day(os.path.basename(os.path.dirname(path)))


def _since_1970(milliseconds: Any) -> str:
    import time

    number = _number(milliseconds)
    return time.strftime("%Y-%m-%d", time.gmtime(number / 1000)) if number and 0 < number < 1e14 else ""


def _cents(pay: Mapping[str, Any]) -> str:
    low, high = _hundredth(pay.get("min_cents")), _hundredth(pay.get("max_cents"))
    return f"{word(pay.get('title'))} {word(pay.get('currency_type'))} {low or 0:,.0f} - {high or 0:,.0f}".strip()


def _hundredth(cents: Any) -> float | None:
    number = _number(cents)
    return None if number is None else number / 100


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def word(value: Any) -> str:
    """A value of JSON where it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


__all__ = [
    "Kept",
    "Saved",
    "address",
    "captures_in",
    "company_of",
    "files",
    "folder",
    "is_capture",
    "latest",
    "period",
    "plain",
    "word",
]
