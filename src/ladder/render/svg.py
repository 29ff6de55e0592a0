"""A recorded terminal page as an SVG picture with no fonts, scripts or images from elsewhere."""

from typing import Final

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from ladder.render.text import one_line

PAPER: Final = TerminalTheme(
    background=(22, 24, 29),
    foreground=(214, 217, 224),
    normal=[
        (60, 64, 72),
        (224, 108, 117),
        (135, 190, 120),
        (221, 182, 106),
        (104, 158, 222),
        (190, 132, 216),
        (96, 184, 194),
        (214, 217, 224),
    ],
)

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


def picture(console: Console, title: str) -> str:
    """What the console recorded, as SVG; the same page gives the same picture."""
    return console.export_svg(title=one_line(title), theme=PAPER, code_format=FRAME, unique_id="ladder")
