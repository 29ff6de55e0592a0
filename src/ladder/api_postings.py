"""The way through for a program that reads or drafts job postings: as in `api`, names in, answers out.

Nothing is fetched or sent, and nothing of a posting is kept.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ladder import opening
from ladder.opening import Where, opened
from ladder.showing import shows

if TYPE_CHECKING:
    from ladder.postings.posting import Posting
    from ladder.questions.autopsies import Autopsies
    from ladder.questions.autopsy import Autopsy
    from ladder.questions.posting import Draft
    from ladder.questions.reposted import Reposted


@shows("autopsy")
def autopsy(
    text: str,
    title: str | None = None,
    *,
    company: str = "",
    ladder: Where = None,
    candid: bool = False,
    today: str | None = None,
) -> "Autopsy":
    """What a job posting says of its level: `.title`, `.text`, `.money`, `.phrases`, and a `.verdict` in words.

    `text` is the text of the posting, `title` its title, without which there is no voice of the title, and `company`
    whose it is. With `candid` a satirist says what the phrases mean.
    """
    from ladder.postings.posting import Posting

    return autopsy_of(Posting(text, title or "", company), ladder=ladder, candid=candid, today=today)


@shows("autopsy")
def autopsy_of(
    posting: "Posting", *, ladder: Where = None, candid: bool = False, today: str | None = None
) -> "Autopsy":
    """The same of a posting that `postings` read, with the pay that its file states beside the text."""
    from ladder.questions import autopsy as question

    side, titles = opening.for_postings(ladder, question.NEEDS)
    return question.autopsy(side, posting, titles, candid=candid, today=opening.today_or(today))


def postings(*paths: str | os.PathLike[str]) -> "tuple[Posting, ...]":
    """The postings in files or folders: text, Markdown, saved pages, captures of `ats-fetch`, JSON of job boards.

    Raises CannotRead where there is none.
    """
    from ladder.postings.files import read_postings

    return tuple(one for path in paths for one in read_postings(os.fspath(path)))


@shows("autopsies")
def autopsies(
    postings: "Sequence[Posting]", *, ladder: Where = None, candid: bool = False, today: str | None = None
) -> "Autopsies":
    """What several postings say, side by side."""
    from ladder.questions import autopsies as question

    side, titles = opening.for_postings(ladder, question.NEEDS)
    return question.autopsies(side, postings, titles, candid=candid, today=opening.today_or(today))


@shows("reposted")
def reposted(before: "Posting", after: "Posting", *, ladder: Where = None, today: str | None = None) -> "Reposted":
    """What an employer changed between two captures of one posting, pay first."""
    from ladder.questions import reposted as question

    side, titles = opening.for_postings(ladder, question.NEEDS)
    return question.reposted(side, before, after, titles, today=opening.today_or(today))


@shows("posting")
def posting(
    role: str, *, pay: bool = False, title: str = "", company: str = "", ladder: Where = None, today: str | None = None
) -> "Draft":
    """A draft of a job posting for a level or role; `pay` states the ladder's band of base pay.

    What the ladder cannot know stands in brackets, and stock phrases stand nowhere.
    """
    from ladder.questions import posting as question

    side, name = opened([role], ladder, question.NEEDS).one
    phrases = opening.stock_phrases(side)
    return question.posting(side, name, phrases, pay=pay, title=title, company=company, today=opening.today_or(today))
