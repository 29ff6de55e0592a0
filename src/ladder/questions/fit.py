"""Is this level for me: the questions behind it, and what one's answers lean to, each with its reason.

There is no score. An answer speaks for the level, against it or for neither, as whoever wrote the question said;
the sum is a word, and stands beside every reason that made it.
"""

from collections.abc import Mapping
from typing import Final, Literal

from ladder.contents.citing import cited
from ladder.errors import LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.language import words
from ladder.model import Answer, Fit, Ladder, Leaning, Question, Source, Statement
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("fit",))
YES: Final = "Yes"
NO: Final = "No"
PARTLY: Final = "In part"


class Asked(Frozen):
    """A question. `answer` is the place of the answer given among `answers`, from 0; None: not answered."""

    id: str
    ask: str
    answers: tuple[Answer, ...]
    answer: int | None
    source: tuple[str, ...]

    @property
    def given(self) -> Answer | None:
        """The answer that was given."""
        return None if self.answer is None else self.answers[self.answer]


Sum = Literal["for", "against", "either", "open"]


class Fitting(Frozen):
    """The answer. `leans` is what the answers come to; "open" where fewer than half of the questions are answered.

    `derived`: the ladder has no questions for this level, so they were made of what it says of whom it suits.
    """

    id: str
    title: str
    summary: str
    for_: tuple[Statement, ...]
    against: tuple[Statement, ...]
    questions: tuple[Asked, ...]
    derived: bool
    leans: Sum
    sources: tuple[Source, ...]
    language: str = "en"


def fit(ladder: Ladder, name: str, answers: Mapping[str, str] | None = None) -> Fitting:
    """The questions about a level or role, with answers by the questions' ids where there are any.

    An answer is its text, the beginning of it, or its number from 1; empty means none.

    Raises LadderError for a question or an answer that does not exist.
    """
    role = ladder.role(name)
    known = role.fit or Fit()
    asked = known.questions or _derived(known)
    ids = _ids(asked)
    given = {_only(name, ids): answer for name, answer in (answers or {}).items()}
    questions = tuple(
        Asked(id_, one.ask, one.answers, _place(id_, given.get(id_, ""), one.answers), one.source)
        for id_, one in zip(ids, asked, strict=True)
    )
    answer = Fitting(
        name,
        role.title or name,
        role.summary,
        known.for_,
        known.against,
        questions,
        bool(asked) and not known.questions,
        leaning(questions),
        (),
    )
    return answer._replace(sources=cited([answer], ladder.sources), language=ladder.language)


def leaning(questions: tuple[Asked, ...]) -> Sum:
    """What answers come to: for or against where one side has at least twice the other's; else either.

    >>> leaning(())
    'open'
    """
    given: list[Leaning] = [one.given.leans for one in questions if one.given]
    if 2 * len(given) < len(questions) or not given:
        return "open"
    towards, away = given.count("for"), given.count("against")
    if towards and towards >= 2 * away:
        return "for"
    return "against" if away and away >= 2 * towards else "either"


def place_of(typed: str, answers: tuple[Answer, ...]) -> int | None:
    """The place of an answer by its number from 1, its text, or a beginning that only one of them has."""
    if typed.strip().isdecimal() and 1 <= int(typed) <= len(answers):
        return int(typed) - 1
    wanted, *texts = (" ".join(words(text)) for text in (typed, *(answer.say for answer in answers)))
    if wanted in texts:
        return texts.index(wanted)
    begun = [place for place, text in enumerate(texts) if wanted and text.startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _ids(asked: tuple[Question, ...]) -> list[str]:
    """What each question answers to: its id, or where it has none, or another has it, too, the next free number."""
    ids: list[str] = []
    own = {question.id for question in asked}
    for place, question in enumerate(asked, 1):
        name = question.id if question.id not in ids else ""
        number = place
        while not name:
            name = str(number) if str(number) not in own and str(number) not in ids else ""
            number += 1
        ids.append(name)
    return ids


def _place(id_: str, typed: str, answers: tuple[Answer, ...]) -> int | None:
    if not typed.strip():
        return None
    place = place_of(typed, answers)
    if place is None:
        known = "; ".join(f"{number} {answer.say}" for number, answer in enumerate(answers, 1))
        raise LadderError(f"no answer {quoted(typed)} to {quoted(id_)}", f"one of: {known}")
    return place


def _only(name: str, ids: list[str]) -> str:
    if name not in ids:
        known = f"known: {', '.join(ids)}" if ids else "there are no questions about it"
        raise LadderError(f"no question {quoted(name)}", did_you_mean(nearest(name, ids)) or known)
    return name


def _derived(known: Fit) -> tuple[Question, ...]:
    """Questions made of whom the level suits and whom it does not: whether that describes oneself."""

    def question(one: Statement, yes: Leaning, no: Leaning) -> Question:
        said = (Answer(YES, yes, one.text), Answer(PARTLY, "either", one.text), Answer(NO, no, one.text))
        return Question(f"Does this describe you? {one.text}", said, one.id, one.source)

    return (
        *(question(one, "for", "against") for one in known.for_),
        *(question(one, "against", "for") for one in known.against),
    )
