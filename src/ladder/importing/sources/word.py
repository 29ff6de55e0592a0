"""A word processor's file as a page, by way of HTML."""

from typing import Final

from ladder.importing.files import File, needs

STYLES: Final = "\n".join(
    f"p[style-name='List {kind}{level or ''}'] => {'ul > li:fresh' if not level else 'ul|ol > li > ul > li:fresh'}"
    for kind in ("Bullet", "Number")
    for level in ("", " 2", " 3")
)
"""Lists that are only styled as such, which the library does not know by itself."""


def html(file: File) -> str:
    """The file's text as HTML. Raises CannotRead where the extra is missing, InvalidLadder where it is no such file."""
    from ladder.errors import InvalidLadder, Problem

    mammoth = needs("mammoth", file.path)
    try:
        with open(file.path, "rb") as opened:
            said: str = mammoth.convert_to_html(opened, style_map=STYLES, convert_image=lambda _: []).value
    except Exception as error:
        problem = Problem(file.path, 1, 1, "syntax", f"not a DOCX file: {error}", "save it again")
        raise InvalidLadder([problem]) from error
    return f"<body>{said}</body>"


__all__ = ["html"]
