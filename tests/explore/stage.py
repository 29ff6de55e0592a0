"""The explorer on a screen that is none, somebody who presses keys, and what the screen says."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from textual.pilot import Pilot

from ladder.cli.again import asking
from ladder.cli.explore import _save
from ladder.errors import InvalidLadder, LadderError
from ladder.explore.app import Explorer
from ladder.explore.library import Library

SLIDERS: Final = str.maketrans(dict.fromkeys("▁▂▃▄▅▆▇▉▊▋▌▍▎▏", " "))
"""The ends of scrollbars, which another version of Textual may draw otherwise."""


class Stage:
    """An explorer that runs, and its screen as text."""

    def __init__(self, app: Explorer, pilot: Pilot[Any]) -> None:
        self.app, self.pilot, self.walk = app, pilot, app.walk

    async def settle(self) -> None:
        """Waits until everything that was asked is answered and drawn."""
        await self.pilot.pause()
        while len(self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> str:
        """Presses keys, one after the other; the screen after the last."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
        return self.text

    async def type(self, words: str) -> str:
        """Types words into a line; the screen afterwards."""
        await self.pilot.press(*("space" if sign == " " else sign for sign in words))
        await self.settle()
        return self.text

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return [strip.text.translate(SLIDERS).rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The words of the screen, wherever its lines break."""
        return " ".join(" ".join(self.lines).split())

    @property
    def focus(self) -> str | None:
        """Which widget the keys go to, by its id."""
        focused = self.app.focused
        return focused.id if focused else None

    @property
    def told(self) -> list[str]:
        """What was said in the corner."""
        return [one.message for one in self.app._notifications]

    def styles(self, words: str) -> set[str]:
        """How the words look where they stand on the screen, in Rich's words."""
        found = set()
        for strip in self.app.screen._compositor.render_strips():
            found |= {str(one.style) for one in strip if words in one.text}
        return found


Play = Callable[[Stage], Awaitable[None]]


def explorer(ladder: str | None) -> Explorer:
    """The explorer of a ladder, as the command makes it."""
    found: Library | LadderError
    try:
        found = Library(ladder, asking)
    except InvalidLadder as error:
        found = error
    return Explorer(ladder, asking, _save, found)


def played(play: Play, ladder: str | None = None, size: tuple[int, int] = (80, 24)) -> Explorer:
    """Runs the explorer while somebody plays; the explorer afterwards."""
    app = explorer(ladder)

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            stage = Stage(app, pilot)
            await stage.settle()
            await play(stage)

    asyncio.run(run())
    return app


def screens(*keys: str, ladder: str | None = None, size: tuple[int, int] = (80, 24)) -> list[str]:
    """The screen at the start, and after each key."""
    found: list[str] = []

    async def play(stage: Stage) -> None:
        found.append(stage.text)
        found.extend([await stage.press(key) for key in keys])

    played(play, ladder, size)
    return found
