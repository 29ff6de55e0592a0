"""Questions for an interview, laid out: with what a good answer shows at this level and at the one below."""

from ladder.contents.interviewing import Shown
from ladder.document import Block, Facts, Heading, Note, Prose, Text
from ladder.pages.words import Footnotes, joined, listed
from ladder.questions.show import Profile


def blocks(profile: Profile, notes: Footnotes) -> list[Block]:
    """The part of the page; nothing where it was not asked for."""
    asked = profile.interview
    if asked is None:
        return []
    found: list[Block] = []
    before = ""
    for one in asked.inquiries:
        if one.competency != before:
            found.append(Heading(one.title, about=f"interview {one.competency}"))
        before = one.competency
        found.append(Prose(one.ask))
        shown = [(one.here.title, _said(one.here, notes))]
        if one.below:
            shown.append((one.below.title, _said(one.below, notes)))
        found.append(Facts(tuple(shown)))
    if asked.inquiries:
        found.append(Note("beside each level stands what a good answer shows there.", "to judge by"))
    if asked.without:
        found.append(Note(f"{listed(asked.without)}.", "nothing to ask from"))
    return found


def rows(profile: Profile) -> list[tuple[str | None, ...]]:
    """One row a question, and one for what an answer shows at each of the two levels."""
    found: list[tuple[str | None, ...]] = []
    for one in profile.interview.inquiries if profile.interview else ():
        found.append((profile.id, "interview: question", one.competency, "", one.ask, ""))
        for shown in (one.here, *([one.below] if one.below else [])):
            found += [
                (profile.id, f"interview: {shown.level}", one.competency, each.id, each.text, " ".join(each.source))
                for each in shown.statements
            ]
    return found


def _said(shown: Shown, notes: Footnotes) -> Text:
    """Statements with their sources, and an example each where they have one."""
    parts: list[Text] = []
    for one in shown.statements:
        example = f", for example: {one.examples[0]}" if one.examples else ""
        parts.append(notes(one.text.rstrip(".") + example, one.source))
    return joined(parts, "; ", "; ")
