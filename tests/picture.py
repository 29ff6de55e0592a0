"""The picture of the explorer in the README, drawn by the explorer itself: `make picture`."""

from io import StringIO
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from explore.stage import SLIDERS, Stage, played
from ladder.render.svg import picture

TARGET: Final = Path(__file__).parent.parent / "EXPLORE.svg"
SIZE: Final = (112, 26)
KEYS: Final = ("right", "space", "right", "space", "c")


def drawn() -> str:
    """Two levels marked and compared, as SVG."""
    rows: list[Text] = []

    async def play(stage: Stage) -> None:
        await stage.press(*KEYS)
        for strip in stage.app.screen._compositor.render_strips():
            pieces = [(one.text.translate(SLIDERS), one.style or "") for one in strip]
            row = Text.assemble(*((words, style) for words, style in pieces))
            row.rstrip()
            rows.append(row)

    played(play, size=SIZE)
    console = Console(
        file=StringIO(),
        record=True,
        width=SIZE[0],
        height=SIZE[1],
        force_terminal=True,
        legacy_windows=False,
        _environ={},
    )
    console.print(Text("\n").join(rows), soft_wrap=True)
    return picture(console, "ladder explore")


if __name__ == "__main__":
    TARGET.write_text(drawn(), encoding="utf-8")
