"""Every key of the explorer, once: the keys themselves, the palette and the page of `?` are made from this table."""

from typing import Final, Literal

from textual.binding import Binding

from ladder.frozen import Frozen

Where = Literal["app", "screen", "matrix", "paper"]


class Key(Frozen):
    """Keys that do one thing. `label` stands at the foot of the screen where `foot` says so, `about` everywhere else.

    `said` is how the keys are written for people; a key without `about` is a second way to what another one does.
    """

    where: Where
    keys: str
    action: str
    label: str
    about: str = ""
    said: str = ""
    foot: bool = False
    palette: bool = True


KEYS: Final = (
    Key("screen", "question_mark", "help", "Help", "Show the keys", "?", foot=True),
    Key(
        "screen",
        "slash",
        "search",
        "Find",
        "Search the ladder as you type; in a page, find words in it",
        "/",
        foot=True,
    ),
    Key(
        "screen",
        "space",
        "mark",
        "Mark",
        "Mark the level or role, or take the mark away; two to four",
        "Space",
        foot=True,
    ),
    Key("screen", "c", "tab('compare')", "Compare", "Compare what is marked, or the level with the next one"),
    Key("screen", "d", "tab('day')", "Day", "Show a day"),
    Key("screen", "p", "tab('pay')", "Pay", "Show the pay"),
    Key("screen", "v", "tab('path')", "Path", "Show the way up"),
    Key("screen", "1", "tab('level')", "Level", "Show the level or role"),
    Key("screen", "6", "tab('sources')", "Sources", "Show the sources"),
    Key("screen", "2", "tab('compare')", "Compare"),
    Key("screen", "3", "tab('day')", "Day"),
    Key("screen", "4", "tab('pay')", "Pay"),
    Key("screen", "5", "tab('path')", "Path"),
    Key("screen", "equals_sign", "changes", "Only changes", "Compare only what changes, or everything", "="),
    Key("screen", "n", "step(1)", "Next", "Go to the next place that was found", "n"),
    Key("screen", "N", "step(-1)", "Previous", "Go to the previous place that was found", "N"),
    Key("screen", "ctrl+f", "find", "Find", "Find words in this page", "Ctrl+F"),
    Key("screen", "s", "seek", "Search", "Search the ladder from anywhere", "s"),
    Key("screen", "f", "follow", "Links", "List the links of this page and follow one", "f"),
    Key("screen", "R", "roles", "Roles", "Pick a level or role from a list", "R"),
    Key("screen", "L", "ladders", "Ladders", "Open another ladder", "L"),
    Key("screen", "y", "copy", "Copy", "Copy the command that prints this page", "y"),
    Key("screen", "o", "save", "Write", "Write this page to a file", "o"),
    Key("screen", "r", "reread", "Read again", "Read the files again", "r"),
    Key("screen", "escape", "leave", "Back", "Go back", "Esc"),
    Key("app", "ctrl+p", "command_palette", "Menu", "Do any of this by its name", "Ctrl+P", foot=True, palette=False),
    Key("app", "q", "quit", "Quit", "Quit", "q", foot=True),
    Key("app", "ctrl+c,ctrl+q", "quit", "Quit"),
    Key("matrix", "tab,shift+tab", "screen.switch", "Page", "Go to the page", "Tab", foot=True, palette=False),
    Key("matrix", "up,k", "move(-1,0)", "Up", "Move through the matrix", "arrows, hjkl", palette=False),
    Key("matrix", "down,j", "move(1,0)", "Down"),
    Key("matrix", "left,h", "move(0,-1)", "Left"),
    Key("matrix", "right,l", "move(0,1)", "Right"),
    Key("matrix", "g,home", "end(-1)", "Top", "Go to the first or the last row", "g, G", palette=False),
    Key("matrix", "G,end", "end(1)", "Bottom"),
    Key("matrix", "pagedown,ctrl+d", "move(5,0)", "Down"),
    Key("matrix", "pageup,ctrl+u", "move(-5,0)", "Up"),
    Key("matrix", "enter", "open", "Open", "Open the level where it speaks of the competency", "Enter", palette=False),
    Key("paper", "tab,shift+tab", "screen.switch", "Matrix", "Go back to the matrix", "Tab", foot=True, palette=False),
    Key("paper", "up,k", "line(-1)", "Up", "Scroll the page", "up, down, j, k, PgUp, PgDn", palette=False),
    Key("paper", "down,j", "line(1)", "Down"),
    Key("paper", "pagedown,ctrl+d", "screenful(1)", "Down"),
    Key("paper", "pageup,ctrl+u", "screenful(-1)", "Up"),
    Key(
        "paper",
        "left,h",
        "screen.beside(-1)",
        "Previous",
        "Go to the level below or above",
        "left, right, h, l",
        palette=False,
    ),
    Key("paper", "right,l", "screen.beside(1)", "Next"),
    Key("paper", "g,home", "top", "Top", "Go to the beginning or the end", "g, G", palette=False),
    Key("paper", "G,end", "bottom", "Bottom"),
    Key(
        "paper", "enter", "screen.follow", "Links", "List the links of this page and follow one", "Enter", palette=False
    ),
)


def bindings(where: Where) -> list[Binding]:
    """The keys of the program, its screen, the matrix or the paper, as Textual takes them."""
    return [Binding(key.keys, key.action, key.label, show=key.foot) for key in KEYS if key.where == where]


def spoken(key: Key) -> str:
    """The keys as people say them."""
    return key.said or key.keys
