"""Whatever a YAML parser says, in C or in Python, old, new or yet to come: one clear line with its place and a cure."""

from collections.abc import Callable

import pytest
from yaml import MarkedYAMLError, YAMLError
from yaml.error import Mark
from yaml.events import Event

from ladder.errors import InvalidLadder
from ladder.reading import nodes
from ladder.reading.syntax import FLATTER, MOST_CURES
from ladders import lines_of

TEXT = "format: 1\ntitle: @é and more\nlevels: a\n"


def marked(line: int, column: int) -> Mark:
    """A place in the text as the parser in C marks it, counted from 0."""
    index = sum(len(row) for row in TEXT.splitlines(keepends=True)[:line]) + column
    return Mark("it", index, line, column, None, None)  # type: ignore[arg-type]


AT = marked(1, 9)
BEGAN = marked(1, 7)

Refuse = Callable[[Exception], list[str]]


@pytest.fixture
def refused_with(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Lets a parser refuse a text with an error; what is then said of the text."""

    def told(error: Exception, text: str = TEXT) -> list[str]:
        class Refusing(nodes.NodeParser):
            def get_single_node(self) -> None:
                raise error

        monkeypatch.setattr(nodes, "NodeParser", Refusing)
        with pytest.raises(InvalidLadder) as caught:
            nodes.compose(text, "it")
        assert [(one.path, one.code) for one in caught.value.problems] == [("it", "syntax")]
        return lines_of(caught.value.problems)

    return told


SAID: dict[str, tuple[tuple[str | None, str], ...]] = {
    "2:10: a second document | keep one ladder in one file: delete the `---` line": (
        ("expected a single document in the stream", "but found another document"),
    ),
    "2:10: a `[` that is not closed | close the `[` of line 2, or put a comma between its items": (
        ("while parsing a flow sequence", "did not find expected ',' or ']'"),
        ("while parsing a flow sequence", "expected ',' or ']', but got '<stream end>'"),
    ),
    "2:10: a `{` that is not closed | close the `{` of line 2, or put a comma between its keys": (
        ("while parsing a flow mapping", "did not find expected ',' or '}'"),
        ("while parsing a flow mapping", "expected ',' or '}', but got ':'"),
    ),
    "2:10: ' ' where a value should stand | delete it, or put the text in quotes": (
        ("while parsing a flow node", "did not find expected node content"),
        ("while parsing a block node", "expected the node content, but found ']'"),
    ),
    "2:10: neither a key nor part of the value above | indent it like the keys around it, "
    "or put the whole text in quotes": (
        ("while parsing a block mapping", "did not find expected key"),
        ("while parsing a block mapping", "expected <block end>, but found '<scalar>'"),
    ),
    "2:10: not an item of the list above | begin it with `- `, or indent it like the key above the list": (
        ("while parsing a block collection", "did not find expected '-' indicator"),
        ("while parsing a block collection", "expected <block end>, but found '?'"),
    ),
    "2:8: a line that is not `key: value` | add the `: `, or indent the line if it belongs to the text above": (
        ("while scanning a simple key", "could not find expected ':'"),
    ),
    "2:10: a text that begins with ' ' | put the text in quotes": (
        ("while scanning for the next token", "found character that cannot start any token"),
        ("while scanning for the next token", "found character '@' that cannot start any token"),
    ),
    "2:10: a list item in the middle of a line | begin a new line with `- `": (
        (None, "block sequence entries are not allowed in this context"),
        (None, "sequence entries are not allowed here"),
    ),
    "2:10: a `? ` in the middle of a line | put the text in quotes": (
        (None, "mapping keys are not allowed in this context"),
        (None, "mapping keys are not allowed here"),
    ),
    "2:10: a second `: ` on one line | put the text in quotes": (
        (None, "mapping values are not allowed in this context"),
        (None, "mapping values are not allowed here"),
    ),
    "2:10: a `*` or `&` without a name after it | put the text in quotes": (
        ("while scanning an alias", "did not find expected alphabetic or numeric character"),
        ("while scanning an anchor", "expected alphabetic or numeric character, but found '*'"),
    ),
    "2:10: an alias that is not defined | put the text in quotes, or define the alias above": (
        (None, "found undefined alias"),
        (None, "found undefined alias 'b'"),
    ),
    "2:10: an anchor that is defined twice | give one of the two another name": (
        ("found duplicate anchor; first occurrence", "second occurrence"),
        ("found duplicate anchor 'b'; first occurrence", "second occurrence"),
    ),
    "2:8: a quote that is not closed | close it": (
        ("while scanning a quoted scalar", "found unexpected end of stream"),
    ),
    "2:10: `---` or `...` inside quotes | close the quote of line 2, or indent this line": (
        ("while scanning a quoted scalar", "found unexpected document indicator"),
        ("while scanning a quoted scalar", "found unexpected document separator"),
    ),
    "2:10: a line that begins with `%` | delete it; if it is text, put it in quotes": (
        ("while scanning a directive", "found unknown directive name"),
        ("while scanning a %YAML directive", "found extremely long version number"),
        (None, "found incompatible YAML document"),
        (None, "found incompatible YAML document (version 1.* is required)"),
        (None, "duplicate tag handle '!'"),
        (None, "found duplicate %TAG directive"),
    ),
    "2:10: a `!` that is not a tag | put the text in quotes": (
        ("while parsing a node", "found undefined tag handle"),
        ("while parsing a node", "found undefined tag handle '!b!'"),
        ("while parsing a tag", "did not find URI escaped octet"),
        ("while scanning a tag", "expected URI escape sequence of 2 hexadecimal numbers, but found ' '"),
    ),
    "2:10: a `\\` escape that YAML does not know | write `\\\\` for a backslash, or use single quotes": (
        ("while parsing a quoted scalar", "found unknown escape character"),
        ("while scanning a double-quoted scalar", "found unknown escape character 'd'"),
        ("while parsing a quoted scalar", "did not find expected hexdecimal number"),
        ("while scanning a double-quoted scalar", "expected escape sequence of 2 hexadecimal numbers, but found 'z'"),
        ("while parsing a quoted scalar", "found invalid Unicode character escape code"),
    ),
    "2:10: text after `|` or `>` | begin the text on the next line": (
        ("while scanning a block scalar", "did not find expected comment or line break"),
        ("while scanning a block scalar", "expected chomping or indentation indicators, but found 'x'"),
        ("while scanning a block scalar", "found an indentation indicator equal to 0"),
    ),
    "2:10: text after the end of the document | delete it, or make it part of the value above": (
        (None, "did not find expected <document start>"),
        (None, "expected '<document start>', but found '<block mapping start>'"),
    ),
    f"2:10: nested too deep | {FLATTER}": (
        ("while increasing flow level", "exceeded maximum nesting depth"),
        ("while parsing", "maximum nesting level reached, set with yaml_set_max_nest_level()"),
        (None, "recursion limit reached"),
    ),
}
"""What is said of a text, and the words of the parsers that mean it: context and problem."""


@pytest.mark.parametrize(
    ("context", "problem", "told"),
    [(context, problem, told) for told, pairs in SAID.items() for context, problem in pairs],
)
def test_parsers_that_mean_one_thing_are_told_in_one_way(
    context: str | None, problem: str, told: str, refused_with: Refuse
) -> None:
    assert refused_with(MarkedYAMLError(context, BEGAN, problem, AT)) == [told]


OTHERS: dict[str, tuple[Exception, str]] = {
    "words that nobody knows yet": (
        MarkedYAMLError("while doing\nthings", None, "found a flaw", AT),
        f"2:10: found a flaw while doing things | {MOST_CURES}",
    ),
    "no place but where it began": (MarkedYAMLError(None, BEGAN, "found a flaw"), f"2:8: found a flaw | {MOST_CURES}"),
    "no place": (MarkedYAMLError(None, None, "found a flaw"), f"1:1: found a flaw | {MOST_CURES}"),
    "no words": (MarkedYAMLError(None, None, None, AT), f"2:10: not YAML | {MOST_CURES}"),
    "neither": (YAMLError(), f"1:1: not YAML | {MOST_CURES}"),
    "an error of no known kind": (YAMLError("a flaw\nof a kind"), f"1:1: a flaw of a kind | {MOST_CURES}"),
    "one very long word": (YAMLError("x" * 1000), f"1:1: {'x' * 120} | {MOST_CURES}"),
    "a number out of reach": (ValueError("a flaw"), f"1:1: a flaw | {MOST_CURES}"),
}


@pytest.mark.parametrize(("error", "told"), OTHERS.values(), ids=OTHERS)
def test_what_no_pattern_knows_is_told_in_the_parsers_words_with_a_cure(
    error: Exception, told: str, refused_with: Refuse
) -> None:
    assert refused_with(error) == [told]


@pytest.mark.parametrize(("mark", "levels"), [(marked(0, 907), 1200), (None, 300)], ids=["with a place", "without"])
def test_a_parser_that_gives_up_far_behind_is_told_where_it_became_too_deep(
    mark: Mark | None, levels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = MarkedYAMLError("while increasing flow level", mark, "exceeded maximum nesting depth", mark)

    class Strict(nodes.NodeParser):
        """Looks ahead over nine hundred brackets before it gives the first of them, as the newest parser does."""

        def __init__(self, text: str) -> None:
            super().__init__(text)
            self.deep = text.count("[") > 900

        def get_single_node(self) -> None:
            raise error

        def get_event(self) -> Event | None:
            if self.deep:
                raise error
            return super().get_event()

    monkeypatch.setattr(nodes, "NodeParser", Strict)
    with pytest.raises(InvalidLadder) as caught:
        nodes.compose("x-été: " + "[" * levels + "]" * levels, "it")
    assert lines_of(caught.value.problems) == [f"1:207: nested deeper than 200 | {FLATTER}"]
