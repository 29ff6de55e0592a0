"""The palette: everything that a key does, by its name, and every level."""

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Provider

from ladder.explore.bindings import KEYS, spoken
from ladder.explore.words import safe

if TYPE_CHECKING:
    from ladder.explore.app import Explorer


class Commands(Provider):
    """What the explorer can do. Titles of levels are text: the palette reads no markup in them."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        """Everything, before anything is typed."""
        for words, key, run in self._all():
            yield DiscoveryHit(safe(f"{words}  {key}"), run, text=words)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """What looks like the words that were typed."""
        matcher = self.matcher(query)
        for words, _, run in self._all():
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), run, text=words)

    def _all(self) -> Iterator[tuple[str, str, Callable[[], Any]]]:
        app = cast("Explorer", self.app)
        for key in KEYS:
            if key.about and key.palette:
                yield key.about, spoken(key), partial(app.run_action, key.action, app.walk)
        for level in app.walk.levels:
            yield safe(f"Go to {level.title}").plain, "", partial(app.walk.choose, level.id)
