"""A ladder that fills every field of the model in which something can be said, and the texts that stand in a record."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ladder import model
from ladders import SMALL

LEVEL: Final = """
week: [Had one quiet day a week.]
moves:
  - {title: Baker, kind: exit, about: [Kneads instead.]}
  - {title: Back to the hand mill, kind: back, role: miller, about: [Turns it again.], source: almanac}
"""

EVERYTHING: Final[Mapping[str, str]] = {
    **SMALL,
    "ladder.yaml": SMALL["ladder.yaml"]
    .replace("grain: {title: Grain, group: Craft}", "grain: {title: Grain, about: What is ground., short: Grain}")
    .replace("milling: {title: Milling}", "milling: {title: Milling, about: Turning grain to flour.}")
    .replace("tools: {title: Tools}", "tools: {title: Tools, about: What hangs on the wall.}")
    .replace("ic: {title: Makers}", "ic: {title: Makers, about: They mill.}")
    .replace(
        "about: Goes from mill to mill.,",
        "about: Goes from mill to mill., focus: The hardest stone., suits: [Who cannot stay.], "
        "known: [Six were counted.], week: [A day each.], "
        "days: [{title: A rover's Monday, blocks: [{from: '8:00', title: Walks}]}],",
    )
    + "about: Of those who grind.\n",
    "levels/senior-miller.yaml": SMALL["levels/senior-miller.yaml"]
    .replace("examples: [Sent back a wet load.]", "examples: [Sent back a wet load.], signals: [A dry bin.]")
    .replace("source: guild}\nexpects", "source: guild, note: Some say four.}\nexpects")
    .replace("talk: 20}", "talk: {reports: [{share: 20, text: In winter.}, {share: 40, source: almanac}]}}")
    .replace("{to: foreman}", "{to: foreman, summary: By the other door.}")
    .replace(
        "against: [Who cannot bear noise.]",
        "against: [Who cannot bear noise.], questions: [{id: noise, ask: Do you sleep well?, answers: "
        "[{say: Always, leans: for, why: The stones are loud., to: a tide mill}, {say: Seldom}]}]",
    )
    .replace("step: dresses,", "step: dresses, label: in part, gist: hears wear early,")
    .replace("title: Senior miller\n", "title: Senior miller\nshort: Senior\n")
    + LEVEL,
    "roles/senior-wind.yaml": SMALL["roles/senior-wind.yaml"].replace(
        "aliases: [Wind whisperer], flight_risk: {percent: 12, label: Low}",
        "aliases: [Wind whisperer], habitat: [Hilltops], pay: Some air., encounter: Hold your hat., "
        "complaints: [No wind.], flight_risk: {percent: 12, label: Low, candid: Sails are heavy.}, "
        "metrics: [{title: Turns a minute, candid: Nobody counts.}], tools: [{title: Grease, candid: Smells.}], "
        "autopsy: [{title: Works in fresh air, candid: It is a draught.}], "
        "related: [{title: Sailor, match: 91, candid: Has the same problem.}]",
    ),
    "comp/guild.yaml": SMALL["comp/guild.yaml"]
    .replace("measure: base", "measure: base\nregion: The lowlands\nmethod: Counted by hand.\nnote: Flour not counted.")
    .replace("{for: senior-wind, mean: 41000}", "{for: senior-wind, mean: 41000.5, note: In windy years.}"),
    "companies.yaml": SMALL["companies.yaml"].replace(
        "is: senior-miller, source: guild}",
        "is: senior-miller, source: guild, note: By the stone., "
        "disagree: [{is: miller, note: Paid as one., source: almanac}]}",
    ),
    "sources.yaml": SMALL["sources.yaml"].replace("kind: satire", "kind: satire, note: Printed on Sundays."),
}

UNSAID: Final = {
    "id", "kind", "url", "links", "tags", "licence", "version", "language", "name", "group", "level", "track", "role",
    "order", "role_ids", "levels", "archetype", "activity", "is_", "beside", "for_", "to", "on", "leans", "source",
    "per", "published", "read", "period", "from_", "gist", "short",
}  # fmt: skip
"""Fields that name, refer, date or say again in short, and say nothing themselves."""


def texts(part: Any) -> Iterator[tuple[str, str, str]]:
    """Every text that a record says, and those of all that it holds: kind, field, text. Sources' dates are none."""
    if isinstance(part, Mapping):
        for one in part.values():
            yield from texts(one)
        return
    for field in getattr(part, "_fields", ()):
        value, kind = getattr(part, field), type(part).__name__
        if isinstance(value, str) and (field not in UNSAID or (kind, field) == ("Answer", "to")):
            yield from ((kind, field, value),) if value else ()
        elif isinstance(value, tuple) and field not in UNSAID and all(isinstance(one, str) for one in value):
            yield from ((kind, field, one) for one in value)
        else:
            yield from texts(value)
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        for one in part:
            yield from texts(one)


def fields_of_text() -> set[tuple[str, str]]:
    """Kind and field of every text that the model can hold."""
    found = {("Answer", "to")}
    for name, kind in vars(model).items():
        for field, annotation in getattr(kind, "__annotations__", {}).items() if hasattr(kind, "_fields") else ():
            if annotation in (str, tuple[str, ...]) and field not in UNSAID:
                found.add((name, field))
    return found - {("Ref", "kind")}
