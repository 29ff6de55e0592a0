"""A document's text as words and tones, for paper on which a link is its words and a citation is raised numbers."""

from typing import Final

from ladder.document import Cite, Item, Items, Sources, Span, Text, Tone, parts
from ladder.render.text import one_line

RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(*numbers: int) -> str:
    """Numbers of sources as they stand behind a text.

    >>> raised(1, 12)
    '¹,¹²'
    """
    return ",".join(str(number).translate(RAISED) for number in numbers)


def runs(text: Text, base: Tone = "") -> list[tuple[str, Tone]]:
    """The text as stretches of one tone, which is `base` where a part has none.

    A link or a citation goes on with the stretch beside it; what the page itself keeps apart stays apart.
    """
    found: list[tuple[str, Tone]] = []
    apart = True
    for part in parts(text):
        words = raised(*(number for number, _ in part.sources)) if isinstance(part, Cite) else part.text
        tone, own = part.tone or base, isinstance(part, Span)
        if found and found[-1][1] == tone and not (apart and own):
            found[-1] = (found[-1][0] + words, tone)
        else:
            found.append((words, tone))
        apart = own
    return found


def plain(text: Text) -> str:
    """The words of a text without their tones, the numbers of its sources raised."""
    return text if isinstance(text, str) else "".join(words for words, _ in runs(text))


def plain_line(text: Text) -> str:
    """The printable words of a text on one line."""
    return one_line(plain(text))


def line_runs(text: Text) -> list[tuple[str, Tone]]:
    """The printable stretches of a text on one line."""
    found = runs(text)
    bare = [
        (" " if place and words[:1].isspace() else "")
        + one_line(words)
        + (" " if place < len(found) - 1 and words.strip() and words[-1:].isspace() else "")
        for place, (words, _) in enumerate(found)
    ]
    return [(words, tone) for words, (_, tone) in zip(bare, found, strict=True)]


def as_items(sources: Sources) -> Items:
    """The sources as a list, behind their numbers where they have one."""
    return Items(
        tuple(
            Item(
                one.title,
                aside=", ".join(filter(None, (one.about, one.url))),
                mark=raised(one.number) if one.number else "",
            )
            for one in sources.rows
        )
    )
