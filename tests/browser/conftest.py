"""A real Chromium, pages opened in it from a disk, and what they asked for."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ladder import opening
from ladder.model import Ladder
from ladder.reading.folder import Folder
from ladder.site.building import Wishes, build
from ladder.site.folder import write

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium: playwright's own browsers cannot be fetched everywhere."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        found = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def bundled() -> Ladder:
    """The bundled ladder, whole."""
    return opening.whole()


def site(ladder: Ladder | str, folder: Path, **wishes: Any) -> Path:
    """Builds a site of a ladder, or of one at a path; its folder."""
    read = Folder(ladder).ladder() if isinstance(ladder, str) else ladder
    write(str(folder), build(read, Wishes(**wishes)))
    return folder


@pytest.fixture(scope="session")
def built(bundled: Ladder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled ladder's site."""
    return site(bundled, tmp_path_factory.mktemp("site") / "public", pay=True)


@pytest.fixture
def opened(browser: Browser) -> Open:
    """Opens a page of a folder in a context of its own; what went wrong in it, or left the folder, fails the test."""

    @contextmanager
    def opening_(folder: Path, page: str = "index.html", **context: Any) -> Iterator[Page]:
        own = browser.new_context(viewport={"width": context.pop("width", 1200), "height": 900}, **context)
        own.set_default_timeout(15_000)
        shown = own.new_page()
        faults: list[str] = []
        shown.on("pageerror", lambda error: faults.append(str(error)))
        shown.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
        shown.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        shown.on("request", lambda asked: None if asked.url.startswith(folder.as_uri()) else faults.append(asked.url))
        shown.goto(f"{folder.as_uri()}/{page}")
        yield shown
        own.close()
        assert faults == []

    return opening_
