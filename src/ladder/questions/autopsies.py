"""Several postings side by side: what each of their voices says, in a row each."""

from collections.abc import Sequence

from ladder.frozen import Frozen
from ladder.model import Ladder, Source
from ladder.postings.posting import Posting
from ladder.questions.autopsy import NEEDS as NEEDS
from ladder.questions.autopsy import Autopsy, autopsy
from ladder.titling import Titles


class Autopsies(Frozen):
    """The answer: the postings taken apart, in the order in which they were given."""

    postings: tuple[Autopsy, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def autopsies(
    ladder: Ladder,
    postings: Sequence[Posting],
    titles: Titles,
    *,
    candid: bool = False,
    today: str = "",
) -> Autopsies:
    """What each of several postings says."""
    found = tuple(autopsy(ladder, one, titles, candid=candid, today=today) for one in postings)
    sources = {source.id: source for one in found for source in one.sources}
    return Autopsies(found, tuple(sources.values()), ladder.language)
