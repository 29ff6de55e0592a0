"""What each code of `ladder validate` means, and what mends it."""

from collections.abc import Mapping
from typing import Final

from ladder.errors import Code, Severity, UnknownName, nearest
from ladder.frozen import Frozen


class Explained(Frozen):
    """A code: what it finds, why that matters, and an example before and after."""

    code: Code
    severity: Severity
    title: str
    why: str
    wrong: str = ""
    right: str = ""


class Explanation(Frozen):
    """The answer: one code, or all of them in short."""

    codes: tuple[Explained, ...]


def explain(code: str) -> Explanation:
    """One code; "all" stands for all of them.

    Raises UnknownName with the nearest.
    """
    if code == "all":
        return Explanation(tuple(CODES.values()))
    name = code.strip("[] ").lower()
    if name not in CODES:
        raise UnknownName("code", code, nearest(name, CODES), "`ladder validate --explain all` shows them all")
    return Explanation((CODES[name],))


CODES: Final[Mapping[str, Explained]] = {
    one.code: one
    for one in (
        Explained(
            "syntax",
            "error",
            "The file is not YAML",
            "A quote or bracket stays open, a tab stands where spaces belong, text holds `: ` without quotes, or "
            "aliases grow without end. Nothing in the file can be read until that is fixed.",
            "summary: Owns one thing: the build.",
            'summary: "Owns one thing: the build."',
        ),
        Explained(
            "encoding",
            "error",
            "The file is not UTF-8 text",
            "A ladder is read on any machine, so its files are UTF-8. Save the file again with that encoding, "
            "and delete control characters in it.",
        ),
        Explained(
            "unreadable",
            "error",
            "The file cannot be opened",
            "It is a folder, a pipe or a device, is larger than 16 MB, or its permissions do not let you read it.",
        ),
        Explained(
            "outside",
            "error",
            "The path leads out of the ladder",
            "A link in a ladder's folder that leaves it, or an `extends` that is neither beside the ladder nor on "
            "LADDER_PATH, would read files that nobody asked for. Put the file itself there; put the other ladder "
            "beside this one, or add its folder to LADDER_PATH.",
            "extends: ../../../elsewhere/generic",
            "extends: ../generic",
        ),
        Explained("empty", "error", "The file is empty", "Write what it should hold, or delete it."),
        Explained(
            "format",
            "error",
            "The version of the format is unknown",
            "`format` says by which rules the ladder is read. This program knows version 1.",
            "format: 2",
            "format: 1",
        ),
        Explained(
            "unknown-key",
            "error",
            "No such key",
            "An unknown key is usually a typo, and everything below it would be lost without a word. "
            "Keys of your own begin with `x-`: they are kept and ignored.",
            "sumary: Owns a problem domain.",
            "summary: Owns a problem domain.",
        ),
        Explained(
            "duplicate-key",
            "error",
            "The same key twice",
            "YAML would silently drop one of the two. Keep one, or join what they say.",
        ),
        Explained(
            "missing-key",
            "error",
            "A key that is needed is missing",
            "A role needs its level, a source its title and kind, and a survey its currency and measure. A survey also "
            "needs a source, unless the ladder has one for everything.",
            "{title: Staff ML engineer}",
            "{title: Staff ML engineer, level: staff}",
        ),
        Explained(
            "type",
            "error",
            "The value is of the wrong kind",
            "A number stands in quotes, a list where a mapping belongs, a word where a date does.",
            'rank: "4"',
            "rank: 4",
        ),
        Explained(
            "value",
            "error",
            "The number is out of range",
            "This key cannot have that value: percentages lie between 0 and 100, and amounts are not negative.",
            "top_company_share: 140",
            "top_company_share: 14",
        ),
        Explained(
            "unknown-word",
            "error",
            "This key does not take that word",
            "Some keys take one of a few words, such as the kind of a day or of a source.",
            "kind: opinion",
            "kind: editorial",
        ),
        Explained(
            "bad-id",
            "error",
            "This cannot be an id",
            "Ids are free text, but `:` and `/` mean something on the command line and in paths, and nobody sees "
            "spaces at the ends.",
            "id: ic/5",
            "id: ic5",
        ),
        Explained(
            "unknown-name",
            "error",
            "A name that the ladder does not have",
            "The file names a level, competency, activity, topic, track, archetype, step or source that the ladder "
            "does not have. The hint offers the nearest one that it has.",
            "expects: {scpe: [Owns a problem domain.]}",
            "expects: {scope: [Owns a problem domain.]}",
        ),
        Explained(
            "duplicate-id",
            "error",
            "Two things with one id",
            "An id names one thing. Two files `x.yaml` and `x.yml`, or a level and a role of one id, could not be told "
            "apart.",
        ),
        Explained(
            "duplicate-title",
            "error",
            "Two levels with one title",
            "On every page the two would look the same. Add what tells them apart: the track, or a number.",
            "Senior engineer · Senior engineer",
            "Senior engineer · Senior engineering manager",
        ),
        Explained(
            "no-file",
            "error",
            "A level, role or survey without its file",
            "ladder.yaml names it, and there is no file of that name. Write the file, or take the name out.",
        ),
        Explained(
            "unlisted",
            "error",
            "A file that ladder.yaml does not name",
            "The list under `levels` is the order of the ladder, so a level that it leaves out has no place. Add its "
            "id where it belongs.",
        ),
        Explained(
            "extends",
            "error",
            "The ladder that this one extends cannot be read",
            "There is none at that path, which is relative to the folder of ladder.yaml, or the two extend each other.",
        ),
        Explained(
            "blocks",
            "error",
            "Blocks of a day that overlap",
            "A day is a row of blocks: each begins when the one above it has ended, ends after it began, and says "
            "something. What lies between them was not recorded.",
            '- {from: "10:00", to: "11:30", title: Review}\n- {from: "11:00", to: "12:00", title: Design}',
            '- {from: "10:00", to: "11:00", title: Review}\n- {from: "11:00", to: "12:00", title: Design}',
        ),
        Explained(
            "share",
            "error",
            "Not a share of a week",
            "A share lies between 0 and 100 percent, and a range rises.",
            "architecture: [40, 130]",
            "architecture: [30, 40]",
        ),
        Explained(
            "years", "error", "Years that fall", "Years are one number, or a range that rises.", "[7, 4]", "[4, 7]"
        ),
        Explained(
            "band",
            "error",
            "A band that is not one statistic of one group",
            "Percentiles, a range and a mean are different statistics that never share a column: a band is exactly one "
            "of them, either `for` a level or role, or `about` a yardstick.",
            "{for: staff, mean: 190980, range: [180000, 210000]}",
            "{for: staff, mean: 190980}\n{for: staff, range: [180000, 210000]}",
        ),
        Explained(
            "percentiles",
            "error",
            "Percentiles that fall",
            "A higher percentile cannot be paid less than a lower one; percentiles lie between 1 and 99.",
            "percentiles: {25: 198000, 50: 182000}",
            "percentiles: {25: 182000, 50: 198000}",
        ),
        Explained(
            "questions",
            "error",
            "Questions that cannot be answered",
            "A question of `fit` needs at least two different answers, and an id of its own.",
        ),
        Explained(
            "gap",
            "warning",
            "An empty cell between filled ones",
            "The levels below and above say something about this competency and this one does not, so a comparison "
            "shows everything as not said again, and then as new. On a ladder that adds up (`cumulative: true`) "
            "this is not a gap.",
        ),
        Explained(
            "repeated",
            "warning",
            "The same sentence at two levels",
            "The same words tell nobody what changes. If nothing changes, give both the same "
            "`id`; on a ladder that adds up (`cumulative: true`) write it once, at the lowest level.",
            "- Reviews code.",
            "- {text: Reviews code., id: review}",
        ),
        Explained(
            "long",
            "warning",
            "A gist or a short name that is too long",
            "Tables have room for 30 characters of a gist and 13 of a short name. Longer ones take several "
            "lines, and you can no longer take in the table at a glance.",
            "gist: owns a problem domain that several teams use",
            "gist: a domain several teams use",
        ),
        Explained(
            "same-gist",
            "warning",
            "A gist that is the same as the next level's",
            "Read across the row, two levels look alike. Say what sets the higher one apart.",
        ),
        Explained(
            "common-word",
            "warning",
            "A word that most competencies share",
            "`ladder log` suggests competencies by their `words`. One that stands in more than half of them speaks for "
            "none.",
        ),
        Explained(
            "thin-step",
            "warning",
            "A level that adds almost nothing to the one below",
            "Less than a quarter of its statements are new or raised. People between the two cannot see what a "
            "promotion would be for. On a ladder that adds up, less than a quarter of what a step adds on average.",
        ),
        Explained(
            "shares",
            "warning",
            "Shares that cannot add up to a week",
            "The upper ends of the ranges together stay below 100 percent, or the lower ends exceed it.",
        ),
        Explained(
            "unsourced",
            "warning",
            "A figure without a source",
            "Nobody can tell whether to believe it. One `source:` at the top of a file, or of the ladder, stands for "
            "all that is in it.",
            "years: [5, 8]",
            "years: {from: 5, to: 8, source: handbook}",
        ),
        Explained(
            "few",
            "warning",
            "A percentile of too few observations",
            "Chance decides where it lies. For the true figure to lie among the observations in 95 of 100 cases, a "
            "median needs 6 of them, p25 and p75 need 13, p10 and p90 need 36. Leave out what `n` cannot carry.",
            "- {for: staff, n: 21, percentiles: {10: 151000, 50: 190000, 90: 240000}}",
            "- {for: staff, n: 21, percentiles: {50: 190000}}",
        ),
        Explained(
            "old-pay",
            "warning",
            "Pay older than 18 months",
            "Pay moves by several percent a year. The pages show its age; newer figures would be better.",
        ),
        Explained(
            "currency",
            "warning",
            "A currency that is not a code",
            "Figures are compared in one currency alone: usd, $ and Dollars beside USD would be four "
            "currencies in four tables. Write the three-letter code.",
            "currency: Dollars",
            "currency: USD",
        ),
        Explained(
            "ambiguous-alias",
            "warning",
            "An alias that means two levels",
            "If you type it, you get an error or the wrong level. Keep it on one of them.",
        ),
    )
}
"""Every code, in the order of `errors.Code`."""
