"""What one value means: YAML 1.2 core, in which a word stays text until a field says what it takes."""

from pathlib import Path

import pytest

from ladders import lines_of, problems_of, read, with_header, with_level, write

TEXTS = ["no", "on", "yes", "off", "10:30", "2026-06-25", "1.10", "007", "0x1F", "1e3", "true", "1,5", "<<", "="]


@pytest.mark.parametrize("word", TEXTS)
def test_where_text_is_asked_for_every_word_is_text_as_written(tmp_path: Path, word: str) -> None:
    ladder = read(with_header(tmp_path, f"title: {word}\nlevels:\n  - id: a\n    aliases:\n    - {word}"))
    assert ladder.title == word
    assert ladder.levels["a"].aliases == (word,)


@pytest.mark.parametrize(
    "word", ["no", "on", "1", "1.0", "10", "2026-06-25", "senior-2", "MG3", "日本", "a b", "x-ray"]
)
def test_ids_are_text_also_where_they_look_like_something_else(tmp_path: Path, word: str) -> None:
    ladder = read(with_header(tmp_path, f"levels: [{{id: {word}, next: [{{to: {word}}}]}}]"))
    assert ladder.order == (word,)
    assert ladder.levels[word].next[0].to == word


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("plain text  # a comment", "plain text"),
        ("'it''s'", "it's"),
        (r'"a\tb\u00e9"', "a\tbé"),
        ('"  blanks around  "', "blanks around"),
        ("|\n  two\n  lines\n", "two\nlines"),
        (">-\n  folded\n  text\n", "folded text"),
        ('"~"', "~"),
        ("'null'", "null"),
        ("! 5", "5"),
    ],
)
def test_quotes_and_blocks_are_read_as_yaml_has_them(tmp_path: Path, written: str, value: str) -> None:
    assert read(with_header(tmp_path, f"about: {written}")).about == value


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_a_key_left_empty_is_absent(tmp_path: Path, nothing: str) -> None:
    level = read(with_level(tmp_path, f"summary: {nothing}\nrank: {nothing}\nfit: {nothing}\ndays: {nothing}")).levels
    assert (level["miller"].summary, level["miller"].fit, level["miller"].days) == ("", None, ())
    assert level["miller"].rank == 1


@pytest.mark.parametrize(("written", "value"), [("3", 3), ("-2", -2), ("+4", 4), ("0", 0)])
def test_a_rank_is_a_whole_number(tmp_path: Path, written: str, value: int) -> None:
    assert read(with_level(tmp_path, f"rank: {written}")).levels["miller"].rank == value


@pytest.mark.parametrize(
    ("written", "value"), [("12", 12), ("12.5", 12.5), (".5", 0.5), ("3.", 3.0), ("1e3", 1000.0), ("1.5E+2", 150.0)]
)
def test_a_number_stays_whole_where_it_is_written_so(tmp_path: Path, written: str, value: float) -> None:
    points = read(with_level(tmp_path, f"points: {written}")).levels["miller"].points
    assert points == value
    assert type(points) is type(value)


@pytest.mark.parametrize(("written", "value"), [("true", True), ("True", True), ("false", False), ("FALSE", False)])
def test_true_and_false_are_the_only_words_for_them(tmp_path: Path, written: str, value: bool) -> None:
    assert read(with_header(tmp_path, f"cumulative: {written}")).cumulative is value


@pytest.mark.parametrize("date", ["2026-06-25", "2026-06", "2026", "2024-02-29", "2000-02-29", '"2026-06-25"'])
def test_a_date_keeps_the_precision_that_it_was_written_with(tmp_path: Path, date: str) -> None:
    source = read(with_header(tmp_path, f"sources: {{s: {{title: S, kind: survey, read: {date}}}}}")).sources["s"]
    assert source.read == date.strip('"')


WRONG = {
    "words as a whole number": ("rank: two", "1:7: expected a whole number, found 'two'"),
    "a fraction as a whole number": ("rank: 1.5", "1:7: expected a whole number, found '1.5'"),
    "a quoted whole number": ('rank: "2"', "1:7: expected a whole number, found '2' | write it without quotes"),
    "a quoted word as a whole number": ('rank: "two"', "1:7: expected a whole number, found 'two'"),
    "a list as a whole number": ("rank: [1]", "1:7: expected a whole number, found a list"),
    "other digits": ("rank: ٣", "1:7: expected a whole number, found '٣'"),
    "a rank out of bounds": ("rank: 100001", "1:7: 100001 is not between -1000 and 100000"),
    "a number with commas": ("points: 12,500", "1:9: expected a number, found '12,500'"),
    "a quoted number": ('points: "12.5"', "1:9: expected a number, found '12.5' | write it without quotes"),
    "a mapping as a number": ("points: {a: 1}", "1:9: expected a number, found a mapping"),
    "infinity": ("points: .inf", "1:9: expected a number, found '.inf'"),
    "not a number": ("points: .nan", "1:9: expected a number, found '.nan'"),
    "a number below zero": ("points: -1", "1:9: -1 is not between 0 and 1e+12"),
    "a number beyond all pay": ("points: 1e99", "1:9: 1e+99 is not between 0 and 1e+12"),
    "yes": ("topics: {hiring: [{text: a, optional: yes}]}", "1:39: expected true or false, found 'yes'"),
    "a quoted truth": ('topics: {hiring: [{text: a, optional: "true"}]}', "1:39: expected true or false, found 'true'"),
    "a list as a truth": ("topics: {hiring: [{text: a, optional: [x]}]}", "1:39: expected true or false, found a list"),
    "a mapping as text": ("title: {a: b}", "1:8: expected text, found a mapping"),
    "blanks as text": ('title: " "', "1:8: expected text, found only blanks"),
    "nothing in a list": ("aliases: [a, ~]", "1:14: expected text, found nothing"),
    "an hour that is none": (
        "days: [{blocks: [{from: 25:00, to: 26:00, title: A}]}]",
        "1:25: expected a time of day, found '25:00' | write \"09:30\"",
    ),
    "a list as a time": (
        "days: [{blocks: [{from: [9], to: 24:00, title: A}]}]",
        "1:25: expected a time of day, found a list",
    ),
    "a weekday that is none": (
        "days: [{on: mondey, blocks: []}]",
        "1:13: unknown word 'mondey' | did you mean 'monday'?",
    ),
    "a word far from all": (
        "days: [{kind: zzz, blocks: []}]",
        "1:15: unknown word 'zzz' | one of: published, reported, illustrative, satire",
    ),
    "a list as a word": (
        "days: [{kind: [satire, x], blocks: []}]",
        "1:15: expected one of published, reported, illustrative, satire, found a list",
    ),
}


@pytest.mark.parametrize(("written", "problem"), WRONG.items(), ids=WRONG)
def test_a_value_of_the_wrong_kind_is_named_with_its_place(
    tmp_path: Path, written: str, problem: tuple[str, str]
) -> None:
    text, expected = problem
    found = lines_of(problems_of(with_level(tmp_path, text)))
    assert found[0] == expected, written


@pytest.mark.parametrize(
    "date",
    ["25.06.2026", "2026-6-25", "2026-13", "2026-02-30", "2026-06-31", "1900-02-29", "June", "26", "[2026]"],
)
def test_a_date_that_is_none_is_told_how_dates_are_written(tmp_path: Path, date: str) -> None:
    (problem,) = problems_of(with_header(tmp_path, f"sources: {{s: {{title: S, kind: survey, read: {date}}}}}"))
    assert (problem.line, problem.column) == (2, 45)
    assert problem.message.startswith("expected a date, found ")
    assert problem.hint == ("" if "[" in date else "write 2026-06-25, 2026-06 or 2026")


@pytest.mark.parametrize(
    ("text", "name"),
    [("\ufeffformat: 1\ntitle: Ä\n", "BOM"), ("format: 1\r\ntitle: Ä\r\n", "CRLF"), ("format: 1\rtitle: Ä", "CR")],
)
def test_byte_order_marks_and_line_ends_of_other_systems_are_fine(tmp_path: Path, text: str, name: str) -> None:
    assert read(write(tmp_path, text)).title == "Ä", name


def test_lines_end_the_same_for_whoever_saved_the_file(tmp_path: Path) -> None:
    problem = problems_of(write(tmp_path, "\ufeffformat: 1\r\n\r\ntitel: x\r\n"))
    assert lines_of(problem) == ["3:1: unknown key 'titel' | did you mean 'title' or 'titles'?"]


def test_an_anchored_value_may_stand_wherever_it_is_named(tmp_path: Path) -> None:
    ladder = read(
        with_header(
            tmp_path,
            "competencies: {c: {}}\nx-common: &common [Keeps promises.]\n"
            "levels: [{id: a, expects: {c: *common}}, {id: b, expects: {c: *common}}]",
        )
    )
    assert ladder.levels["a"].expects == ladder.levels["b"].expects
    assert ladder.levels["a"].expects["c"].statements[0].text == "Keeps promises."
