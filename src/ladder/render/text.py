"""Text from files is data: what would steer a terminal, a browser or a reader's eye is shown, never obeyed."""

import re
from functools import cache


def printable(text: str) -> str:
    r"""The text with its control and direction characters written out.

    >>> printable("a\x1b[31mred")
    'a\\x1b[31mred'
    """
    if text.isprintable():
        return text
    return steering().sub(_written_out, text.replace("\r\n", "\n").replace("\u200b", "").expandtabs(4))


@cache
def steering() -> re.Pattern[str]:
    """Characters that steer.

    Zero-width joiners and the marks of right-to-left scripts do not: emoji and these scripts are written with them.

    Compiled when the first text is met that could have one: it takes most of a millisecond.
    """
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
        "\u200b\u202a-\u202e\u2066-\u2069"  # what turns the writing round
        "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff"  # separators, marks, and two that are no characters
        "\ud800-\udfff\U000e0000-\U000e007f]"  # surrogates, tags
    )


def one_line(text: str) -> str:
    """The printable text on one line, for cells and headings."""
    return " ".join(printable(text).split())


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
