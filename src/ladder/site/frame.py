"""What stands around every page: its head, the way to the other pages, the search, and who made it."""

from html import escape
from typing import Final

from ladder.document import Document
from ladder.frozen import Frozen
from ladder.render.html import Resolve, body
from ladder.render.languages import direction, tag
from ladder.render.text import one_line
from ladder.site.places import COMPARE, INDEX, PAY, SOURCES

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
NAMES: Final = {INDEX: "Levels", COMPARE: "Compare", PAY: "Pay", SOURCES: "Sources"}


class Frame(Frozen):
    """What all pages of a site have in common. `base` is the address of the site, with a slash at its end.

    Ids of the frame, here and in the scripts, begin with a capital, which no id of a heading has.
    """

    title: str
    language: str
    about: str
    pages: tuple[str, ...]
    base: str = ""

    def page(self, path: str, kind: str, document: Document, resolve: Resolve) -> str:
        """One page as HTML."""
        up = "../" * path.count("/")
        return self._page(up, path, kind, document.title, body(document, resolve), path)

    def lost(self, root: str) -> str:
        """What a server shows where there is no page, at any address: `root` is the path of the site on the server."""
        text = f'<h1>No such page</h1>\n<p>It may have moved: <a href="{escape(root)}{INDEX}">begin here</a>.</p>'
        return self._page(escape(root), "", "lost", "No such page", text, "")

    def _page(self, up: str, path: str, kind: str, heading: str, text: str, own: str) -> str:
        language = tag(self.language)
        title = one_line(self.title)
        whole = title if kind == "index" or heading == self.title else f"{one_line(heading)} – {title}"
        canonical = f'<link rel="canonical" href="{escape(self._address(own))}">\n' if self.base and own else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction(language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{escape(whole)}</title>\n{canonical}"
            f'<link rel="icon" href="{up}assets/icon.svg" type="image/svg+xml">\n'
            f'<link rel="stylesheet" href="{up}assets/style.css">\n'
            f'<script src="{up}assets/site.js" defer></script>\n</head>\n'
            f'<body class="{kind}" data-root="{up}">\n<a class="skip" href="#Main">Skip to the content</a>\n'
            f'<header>\n<a class="brand" href="{up}{INDEX}">{escape(title)}</a>\n'
            f'<nav aria-label="Site">{self._links(up, path)}</nav>\n</header>\n'
            f'<main id="Main" tabindex="-1">\n{text}\n</main>\n<footer>{escape(one_line(self.about))}</footer>\n'
            "</body>\n</html>\n"
        )

    def _links(self, up: str, path: str) -> str:
        here = ' aria-current="page"'
        links = (
            f'<a href="{up}{page}"{here if page == path else ""}>{name}</a>'
            for page, name in NAMES.items()
            if page in self.pages
        )
        return "".join(links)

    def _address(self, path: str) -> str:
        from urllib.parse import quote

        return self.base + ("" if path == INDEX else quote(path))
