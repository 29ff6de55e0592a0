"""Rules for the titles of jobs."""

from typing import Annotated, Literal

from ladder.frozen import Frozen
from ladder.model.values import Ref

TitleSays = Literal["level", "grade", "unclear", "no level", "other", "nothing", "work", "discipline"]


class TitleRule(Frozen):
    """What certain words say in a job's title: a level, a discipline, or that the title states no level."""

    id: str
    says: TitleSays
    """What the words say. `level`: the title's level. `grade`: a numeral or code, which counts only where no word names
    a level. `unclear`: a level that the ladder does not have; beside a level it makes two, and a title of two levels
    states none. `no level`: the whole title states none. `other`: another line of work, in the first part of a title or
    in the part that names the level. `nothing`: the words are passed over. `work`: the title is one of this ladder;
    where such rules exist, a title without any of their words states no level. `discipline`: the field of work."""
    words: tuple[str, ...]
    """Words or phrases of a title. The longest count first; of two rules with the same words, the later counts. Case
    does not count, and a hyphen is a blank. A plus sign at the end belongs to a word: `senior+`."""
    level: Annotated[str, Ref("level")] = ""
    """The level that the words stand for. `level` needs one; a `grade` without one states no level."""
    discipline: str = ""
    """The discipline that the words stand for. The first that a title names is its discipline."""
    after: tuple[str, ...] = ()
    """The words count only directly after one of these: `II` after `engineer`."""
    why: str = ""
    """The reason, for whoever asks why a title has no level."""
