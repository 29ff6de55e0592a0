"""The accent of a site: one colour from its owner, and its shades that can be read on light and on dark paper."""

import re
from typing import Final

from ladder.errors import LadderError, quoted

Rgb = tuple[float, float, float]

LIGHT: Final[Rgb] = (0xF5 / 255, 0xF7 / 255, 0xF9 / 255)
DARK: Final[Rgb] = (0x1D / 255, 0x20 / 255, 0x26 / 255)
"""`--soft` of site.css in both schemes: of the papers on which text stands, those with the least contrast."""
READABLE: Final = 4.6
"""The contrast of text and paper: WCAG asks for 4.5 to 1."""


OURS: Final = "#2f7f8f"
"""The accent where nobody wants another; the icon is drawn in it."""


def accent(typed: str) -> str:
    """A colour as style sheets have it, from `#0a7` or `00AA77`: #00aa77.

    Raises LadderError for anything else.
    """
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", typed)
    if not found:
        raise LadderError(f"{quoted(typed)} is not a colour", "give red, green and blue as in '#0a7' or '#00aa77'")
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.lower()}"


def sheet(colour: str) -> str:
    """What an accent (#00aa77) adds to a style sheet."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light, dark = readable((red, green, blue), LIGHT), readable((red, green, blue), DARK)
    return (
        f":root {{ --accent: {colour}; --link: {light}; --bar: {light}; }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --link: {dark}; --bar: {dark}; }} }}\n"
    )


def readable(colour: Rgb, paper: Rgb) -> str:
    """The shade nearest to a colour that can be read on the paper: darker on light paper, lighter on dark."""
    towards = 0.0 if _luminance(paper) > 0.5 else 1.0
    for step in range(101):
        share = step / 100
        red, green, blue = (part + (towards - part) * share for part in colour)
        if contrast((red, green, blue), paper) >= READABLE:
            break
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def contrast(one: Rgb, other: Rgb) -> float:
    """How far two colours are apart in lightness, from 1 to 21, as WCAG counts it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
