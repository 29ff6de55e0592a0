"""A posting as it was read: its text, and what its file says beside it."""

from ladder.frozen import Frozen
from ladder.postings.money import Stated


class Posting(Frozen):
    """A posting. Whatever its file does not say is empty.

    `text` has a paragraph, a bullet or a heading a line. `name` is what the file is called, `system` where the posting
    was published (greenhouse), `captured` the day on which it was saved. `stated` is pay as structured data, which
    stands beside the text.
    """

    text: str
    title: str = ""
    company: str = ""
    location: str = ""
    url: str = ""
    captured: str = ""
    system: str = ""
    stated: tuple[Stated, ...] = ()
    name: str = ""


__all__ = ["Posting"]
