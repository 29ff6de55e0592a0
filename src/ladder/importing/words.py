"""One vocabulary: what the labels of ladders mean, and what the name of a level looks like, in several languages.

A word may mean several things ("theme" is a competency here and a group there); who asks says which it may be. What
no word tells is told by where labels stand and how they repeat, in `infer`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ladder.importing.draft import tidy
from ladder.markup.inline import bare


def words(text: str) -> list[str]:
    """The words of a line of them."""
    return text.split()


VOCABULARY: Final = {
    "level": "level levels lvl levelid levelname levelnumber careerlevel careerlevels joblevel joblevels grade "
    "grades gradeid band bands rung rungs tier tiers stage stages ranks seniority role roles position positions "
    "niveau niveaus niveaux stufe stufen nivel niveles nível níveis livello livelli poziom poziomy stanowisko "
    "уровень уровни грейд רמה רמות שלב שלבים דרגה 级别 等级 职级 級別 等級 レベル 等级名称 수준",
    "competency": "competency competencies competence competences competencyid competencydomain skill skills "
    "skillid dimension dimensions dimensionid theme themes themeid attribute attributes axis axes capability "
    "capabilities topic topics area areas domain domains pillar pillars category categories categoryid behaviour "
    "behaviours behavior behaviors criterion criteria expectation expectations responsibility responsibilities "
    "value values group groups section sections kompetenz kompetenzen fähigkeit fähigkeiten compétence compétences "
    "competencia competencias habilidad habilidades competência competências kompetencja kompetencje umiejętność "
    "umiejętności навык навыки компетенция компетенции כישור כישורים מיומנות מיומנויות "
    "能力 技能 スキル コンピテンシー 역량",
    "group": "group groups category categories competencygroup section pillar theme area domain dimension topic "
    "gruppe bereich groupe grupo gruppo grupa группа קבוצה 分组 类别 カテゴリ",
    "track": "track tracks stream streams path ladder ladders family families jobfamily jobfamilies careertrack "
    "discipline disciplines department departments team teams",
    "title": "name title titles label displayname heading caption jobtitle roletitle leveltitle levelname rolename "
    "titel bezeichnung nom titre nombre título titolo nazwa название שם 名称 名前",
    "about": "summary description descriptions desc about overview definition definitions intro introduction "
    "subtitle tagline blurb explanation meaning beschreibung descripción descrição descrizione opis описание תיאור "
    "描述 説明",
    "statement": "text texts statement statements criteria criterion expectation expectations requirement "
    "requirements behaviour behaviours behavior behaviors indicator content body detail details bullets items "
    "definition summary description responsibilities",
    "example": "example examples sample samples eg forexample beispiel beispiele exemple exemples ejemplo ejemplos",
    "signal": "signal signals indicator indicators",
    "link": "link links url urls supportingurls resource resources reference references learningresources",
    "tag": "tag tags proficiency keyword keywords",
    "id": "id slug identifier uuid statementid",
    "alias": "alias aliases alsoknownas aka",
    "rank": "rank order sortorder ordinal index position number no nr",
    "years": "years yoe yearsexperience yearsofexperience typicalyears experience erfahrung",
    "note": "note notes comment comments remark remarks todo question questions source sources weight weights "
    "weighting weightage current currentlevel target targetlevel score scores rating ratings status owner evidence "
    "selfassessment date updated tools relatedskills related gap priority gewicht notiz notizen poids nota notas "
    "peso uwagi waga",
    "pay": "salary salaries pay compensation salaryrange payrange salaryband basesalary base bonus equity stock "
    "gehalt",
    "optional": "optional",
    "wrapper": "careerladder framework careerframework data content contents items entries children matrix rubric "
    "ladder",
    "step": "step steps scale scales proficiency proficiencies milestones",
}  # fmt: skip
WORDS: Final = {concept: frozenset(words(text)) for concept, text in VOCABULARY.items()}
IDS: Final = ("id", "key", "slug", "code", "identifier", "abbreviation", "ref", "path", "uuid")
"""What the id of a name is called in data; above a column "code" may as well be a competency."""
JOINING: Final = frozenset(["and", "or", "by", "of", "for", "per", "vs", "job", "career", "the", "und", "y", "et"])
"""Words between others that say nothing of their own."""


@lru_cache(8192)
def plain(label: str) -> str:
    """A label without what people write differently.

    >>> plain("displayName"), plain("display_name"), plain("**Display name:**")
    ('displayname', 'displayname', 'displayname')
    """
    return "".join(sign for sign in bare(label).casefold() if sign.isalnum())


def key(label: str) -> str:
    """What two names have in common that are one, however they are written; C++ and C# are two."""
    return " ".join(re.sub(r"[^\w+#&/.]+", " ", bare(label)).casefold().split()) or bare(label).strip()


@lru_cache(8192)
def means(label: str, *concepts: str) -> bool:
    """Whether a label is a word for one of the concepts.

    >>> means("Job Title:", "title"), means("Leadership", "competency"), means("", "level")
    (True, False, False)
    """
    word = plain(label)
    return bool(word) and any(word in WORDS[concept] for concept in concepts)


@lru_cache(8192)
def is_head(label: str) -> bool:
    """Whether a label only says what stands below and beside it.

    >>> is_head("Level / Competency"), is_head("Leadership"), is_head("Weight (%)")
    (True, False, True)
    """
    if means(label, *VOCABULARY):
        return True
    parts = re.findall(r"[^\W_]+", bare(label).casefold())
    return bool(parts) and all(part in JOINING or means(part, *VOCABULARY) for part in parts)


# -- names of levels

RANKS: Final = {
    "intern": 0, "trainee": 1, "apprentice": 1, "working student": 1, "graduate": 2, "grad": 2, "entry": 2, "junior": 3,
    "jr": 3, "associate": 4, "mid": 6, "mid-level": 6, "midlevel": 6, "middle": 6, "intermediate": 6, "medior": 6,
    "regular": 6, "senior": 8, "sr": 8, "lead": 9, "staff": 10, "supervisor": 10, "manager": 11, "principal": 14,
    "head": 15, "director": 16, "distinguished": 17, "fellow": 20, "vp": 22, "svp": 24, "evp": 25, "chief": 27,
    "cto": 27, "cpo": 27, "ceo": 30,
    "praktikant": 0, "berufseinsteiger": 2, "leitend": 14, "leiter": 11, "stagiaire": 0, "débutant": 3, "confirmé": 6,
    "sénior": 8, "practicante": 0, "becario": 0, "júnior": 3, "intermedio": 6, "pleno": 6, "líder": 9, "jefe": 11,
    "gerente": 11, "stażysta": 0, "praktykant": 0, "młodszy": 3, "młodsza": 3, "średni": 6, "samodzielny": 6,
    "starszy": 8, "starsza": 8, "główny": 14, "kierownik": 11, "стажёр": 0, "стажер": 0, "младший": 3, "средний": 6,
    "старший": 8, "ведущий": 10, "главный": 14, "руководитель": 11, "джуниор": 3, "мидл": 6, "сеньор": 8, "מתמחה": 0,
    "זוטר": 3, "בינוני": 6, "בכיר": 8, "מוביל": 10, "ראשי": 14, "实习": 0, "实习生": 0, "初级": 3, "中级": 6, "高级": 8,
    "资深": 10, "专家": 14, "首席": 17, "初級": 3, "中級": 6, "上級": 8, "ジュニア": 3, "ミドル": 6, "シニア": 8,
    "リード": 9, "スタッフ": 10, "プリンシパル": 14, "新人": 1, "주니어": 3, "시니어": 8,
    "선임": 7, "책임": 9, "수석": 10, "leitender": 14, "leitende": 14, "especialista": 10, "sênior": 8, "débutante": 3,
    "kıdemli": 8, "kıdemsiz": 3, "çırak": 1, "usta": 10, "uzman": 10, "medewerker": 4, "stażystka": 0,
}  # fmt: skip
"""How high the words of job titles usually stand; a title without any is the plain engineer between them."""

NOUNS: Final = frozenset(words(
    "engineer engineers developer developers programmer swe sde sre analyst scientist designer leads managers "
    "directors architect executive specialist expert consultant officer partner entwickler entwicklerin ingenieur "
    "ingenieurin développeur développeuse ingénieur ingénieure desarrollador desarrolladora ingeniero ingeniera "
    "programador programadora desenvolvedor desenvolvedora engenheiro engenheira sviluppatore sviluppatrice "
    "ingegnere programista programistka inżynier deweloper разработчик инженер программист מפתח מפתחת מהנדס מהנדסת "
    "工程师 工程師 开发 開発者 エンジニア 개발자 엔지니어 geliştirici mühendis ontwikkelaar utvecklare"
))  # fmt: skip
STEPS: Final = frozenset(words("beginner novice intermediate advanced competent proficient expert master"))
"""Words of which the steps of a scale are named that are as good as levels where each has its column."""
BEFORE: Final = frozenset(word for word, rank in RANKS.items() if rank not in (9, 11, 15, 16) and word != "entry")
"""Words with which the title of a level may begin whatever follows: Staff Technical Writer."""
BESIDE: Final = frozenset(words("i ii iii iv v vi technical software hardware data product group of the and team tech"))
TITLES: Final = frozenset(RANKS) | NOUNS
UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,10}")
"""A label of a language that writes no blanks between words."""

CODE: Final = re.compile(r"(?:[A-Z]{1,5}[-\s.]?|[A-Z]{1,3}\d[-.])?\d{1,2}(?:\.\d{1,2})?[a-eA-E]?\+?")
"""L4, MG1, IC-5, SDE 2, E3, 61, 3.2, 4a."""
NUMBERED: Final = re.compile(
    r"(?i)(?:level|lvl|grade|band|tier|rung|step|milestone|stage|rank|stufe|niveau|nivel|nível|livello|poziom|уровень|"
    r"רמה|レベル|级别|等级)\s*(?:\d+(?:\.\d+)?|[ivx]+|[a-e])\b.*"
)
REMARK: Final = re.compile(r"(?i)\s*(?:\([^()]*\)|[,:–—-]?\s*\(?\d[\d\s.+–-]*(?:years?|yrs?|months?)\b.*)\s*$")
"""What a level's name may end in and is none of it: a remark in brackets, how many years it takes."""
PARTS: Final = re.compile(
    r"(?i)(?:section|chapter|part|appendix|figure|table|phase|sprint|week|day|month|q(?:uestion)?)\b"
)
NEVER: Final = re.compile(
    r"→|->|=>|⇒|➔|➡|[$€£¥₹%]|(?<!\d)(?:19|20)\d\d(?!\d)|^\s*\d{1,3}(?:[.,]\d{3})+|^\s*\d{3,}\s*$|\d\s*[kK]\b|https?:"
    r"|\b[Aa]ppendix\b"
)
"""What no level is called: ways from one level to the next, money, dates, shares."""
LONGEST: Final = 120
SENTENCE: Final = re.compile(r"\w\w\w[.!?] |(?:\S+ ){3}.*\w[.!?]$")
"""Text of several sentences, or of one that is longer than a title: "Sr. Staff Engineer" is none."""


@lru_cache(8192)
def is_level(label: str) -> bool:
    """Whether a label reads like a level's name: a code, a numbered level, or a short job title.

    >>> [is_level(label) for label in ("L4", "MG1", "Senior Engineer II", "Level 3", "Staff", "Technical Writer I")]
    [True, True, True, True, True, True]
    >>> [is_level(label) for label in ("VP of Engineering", "Junior Developer (0-2 years at it)", "Starszy")]
    [True, True, True]
    >>> [is_level(label) for label in ("Leadership", "Lead by example", "Technical", "Junior → Mid", "2024", "30%")]
    [False, False, False, False, False, False]
    >>> is_level("Sr. Engineer II"), is_level("Does part 2 of the work.")
    (True, False)
    """
    shown = " ".join(bare(label).split())
    if NEVER.search(shown) or len(shown) > LONGEST or SENTENCE.search(shown):
        return False
    return any(map(_reads_like_level, (shown, REMARK.sub("", shown), re.sub(r"(?i)\s+of\s.*", "", tidy(shown)))))


def _reads_like_level(label: str) -> bool:
    label = tidy(label)
    parts = [part for part in re.split(r"[\s/()\[\]:,+–—|-]+", label.casefold()) if part]
    if not parts or len(parts) > 8:
        return False
    code, last = re.split(r"\s*[-–—:|(]\s*|\s+", label)[0], label.split()[-1]
    if CODE.fullmatch(label) or NUMBERED.fullmatch(label) or label.casefold() in RANKS:
        return True
    if len(parts) > 1 and any(sign.isalpha() for sign in code) and CODE.fullmatch(code):
        return True  # "L4 - Senior Engineer"
    if UNSPACED.fullmatch(label):
        return any(label.startswith(word) for word in RANKS) or any(label.endswith(word) for word in NOUNS)
    if (
        len(parts) <= 5
        and parts[0] in BEFORE
        and last[:1].isupper() == label.split()[min(1, label.count(" "))][:1].isupper()
    ):
        return True  # "Staff Technical Writer", "Senior writer"
    if 1 < len(parts) <= 5 and re.search(r"\s(?:I{1,3}|IV|V|VI|\d)$", label) and not PARTS.match(label):
        return label[:1].isupper()  # "Technical Writer I"
    titled = [part for part in parts if part in TITLES]
    return bool(titled) and (parts[-1] in TITLES | BESIDE or len(titled) * 2 >= len(parts) or parts[-1].isdigit())


@lru_cache(8192)
def is_level_or_step(label: str) -> bool:
    """Whether a label beside or above a table names a level, or a step that stands for one.

    >>> is_level_or_step("Advanced beginner"), is_level_or_step("Advanced topics"), is_level_or_step("L4")
    (True, False, True)
    """
    parts = re.findall(r"[^\W\d_]+", bare(label).lower())
    return is_level(label) or (bool(parts) and all(part in STEPS for part in parts))


def share_of_levels(labels: Iterable[str]) -> float:
    """Which part of the labels, blank ones left out, read like levels or steps: 0 to 1."""
    said = [label for label in labels if label.strip()]
    return sum(map(is_level_or_step, said)) / len(said) if said else 0.0


def aliases(label: str) -> list[str]:
    """What a level is called beside its whole label: the code and the title of "L4 - Senior Engineer".

    >>> aliases("L4 – Senior Engineer"), aliases("Senior Engineer (L4)"), aliases("Staff"), aliases("E1, 1 year")
    (['L4', 'Senior Engineer'], ['Senior Engineer', 'L4'], [], ['E1'])
    """
    shown = tidy(bare(label))
    first = re.match(r"([^\s,~]+)\s*[,~]", shown)
    if first and re.search(r"[^\W\d_]", first[1]) and CODE.fullmatch(first[1]):
        return [first[1]]
    parts = [part for part in re.split(r"\s+[-–—|]\s+|\s*:\s+|\s*[(\[]|[)\]]\s*", shown) if part]
    if len(parts) != 2 or not any(re.search(r"\d", part) and CODE.fullmatch(part) for part in parts):
        return []
    return parts


def spoken(word: str) -> str:
    """A key as a title, where it is written for a program.

    >>> spoken("technical_skills"), spoken("peopleLeadership"), spoken("Scope"), spoken("L4")
    ('Technical skills', 'People leadership', 'Scope', 'L4')
    """
    if re.fullmatch(r"[a-z0-9]+([_-][a-z0-9]+)+|[a-z]+([A-Z][a-z0-9]+)+", word):
        return " ".join(re.findall(r"[A-Z]?[a-z0-9]+", word)).lower().capitalize()
    return word


ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
PLAIN: Final = 5.0


def seniority(title: str) -> tuple[float, float]:
    """How high a title seems to stand: by its words, then by its number.

    >>> sorted(["Principal", "Engineer II", "Senior", "Junior", "Engineer I", "Senior Staff", "Staff"], key=seniority)
    ['Junior', 'Engineer I', 'Engineer II', 'Senior', 'Staff', 'Senior Staff', 'Principal']
    """
    parts = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:\.\d+)?", tidy(bare(title)).casefold())
    parts += [word for part in parts if part not in RANKS for word in part.split("-")[:-1]]  # Senior-Entwickler
    parts += [word for part in parts if UNSPACED.fullmatch(part) for word in RANKS if part.startswith(word)]
    known = sorted((RANKS[part] for part in parts if part in RANKS), reverse=True)
    number = next((float(part) for part in parts if part[0].isdecimal()), None)
    if number is None:
        number = next((float(ROMAN[part]) for part in reversed(parts) if part in ROMAN), 0.0)
    if not number and parts and NUMBERED.fullmatch(" ".join(parts)) and len(parts[-1]) == 1:
        number = float(ord(parts[-1]))  # Band A
    rank = (known[0] + sum(0.5 for one in known[1:] if one >= RANKS["senior"])) if known else PLAIN
    return rank, number
