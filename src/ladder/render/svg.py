"""A recorded terminal page as an SVG picture with no fonts, scripts or images from elsewhere."""

from typing import Final, Literal

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from ladder.render.text import one_line

Rgb = tuple[int, int, int]

DARK: Final[tuple[Rgb, ...]] = (
    (60, 64, 72), (224, 108, 117), (135, 190, 120), (221, 182, 106),
    (104, 158, 222), (190, 132, 216), (96, 184, 194), (214, 217, 224),
)  # fmt: skip
LIGHT: Final[tuple[Rgb, ...]] = (
    (225, 228, 234), (179, 38, 30), (26, 127, 55), (154, 103, 0),
    (9, 90, 170), (142, 68, 173), (47, 127, 143), (29, 33, 41),
)  # fmt: skip
Theme = Literal["dark", "light", "transparent"]
THEMES: Final[dict[Theme, TerminalTheme]] = {
    "dark": TerminalTheme(background=(22, 24, 29), foreground=DARK[-1], normal=list(DARK)),
    "light": TerminalTheme(background=(255, 255, 255), foreground=LIGHT[-1], normal=list(LIGHT)),
    "transparent": TerminalTheme(background=(255, 255, 255), foreground=LIGHT[-1], normal=list(LIGHT)),
}
"""Paper and ink. A transparent picture is dark ink without paper, for a slide."""

FRAME: Final = """\
<svg class="ladder" viewBox="0 0 {width} {height}" width="{width}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "Fira Code", "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 16px; font-family: system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def picture(console: Console, title: str, theme: Theme = "dark") -> str:
    """What the console recorded, as SVG; the same page gives the same picture."""
    frame = FRAME.replace("{chrome}\n", "") if theme == "transparent" else FRAME
    return console.export_svg(title=one_line(title), theme=THEMES[theme], code_format=frame, unique_id="ladder")
