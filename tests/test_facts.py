"""Every fact of the three documents that the ladder began from has a home in the data, and a command that shows it.

A fact has an id: A the staff engineer's day, B the remote senior staff engineer, C the satirical file record. Each of
its homes is a file, a key in it, and words that must stand there; the command beside it must print what stands there.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from ladder.cli.app import run

DATA = Path(__file__).parent.parent / "data"
IDS = [*(f"A{n}" for n in range(1, 16)), *(f"B{n}" for n in range(1, 15)), *(f"C{n}" for n in range(1, 12))]


class Home(NamedTuple):
    """Where a part of a fact stands: a file and a key in it (numbers for places in a list); a command that shows it."""

    file: str
    key: str
    command: str
    words: tuple[str, ...]


def staff(key: str, *words: str, command: str = "show staff") -> Home:
    """A home in the staff engineer's file."""
    return Home("levels/staff.yaml", key, command, words)


def higher(key: str, *words: str, command: str = "show senior-staff") -> Home:
    """A home in the senior staff engineer's file."""
    return Home("levels/senior-staff.yaml", key, command, words)


def joke(key: str, *words: str, command: str = "record staff-ml") -> Home:
    """A home in the satirical record."""
    return Home("roles/staff-ml.yaml", key, command, words)


FACTS: dict[str, tuple[Home, ...]] = {
    "A1": (staff("topics.impact", "organisation", "technical strategy", "unblocks", "architect", "less on features"),),
    "A2": (
        Home("levels/senior.yaml", "expects.scope.statements", "show senior", ("features", "shipped", "counted")),
        Home("levels/senior.yaml", "expects.people.statements", "show senior", ("juniors", "tasks")),
        staff("expects.scope.statements", "problem domain", "technical gaps", "indirect", "hard to count"),
        staff("expects.influence.statements", "Unblocks whole teams"),
        staff("expects.architecture.statements", "architectural direction"),
    ),
    "A3": (staff("topics.tension", "meetings", "documents", "conversations", "keyboard", "leverage"),),
    "A4": (
        staff(
            "topics.ai",
            "pipelines",
            "training",
            "inference at scale",
            "MLOps",
            "research",
            "data science",
            "product engineering",
            "life cycle",
        ),
    ),
    "A5": tuple(
        Home("archetypes.yaml", hat, f"archetypes {hat}", words)
        for hat, words in {
            "tech-lead": ("large project", "small teams", "execution", "MLOps platform", "deployed"),
            "architect": ("systems", "standards", "decisions", "infrastructure", "data lake", "real-time inference"),
            "solver": ("hardest", "ambiguous", "performance of models", "GPUs"),
            "visionary": ("ahead", "roadmap", "new ways of doing machine learning", "responsible AI"),
        }.items()
    ),
    "A6": (
        staff(
            "time.architecture",
            "'30', '40'",
            "RFCs",
            "other teams",
            "new technology",
            "training infrastructure",
            "low latency",
            "MLOps platforms",
            "governance and lineage",
            "multi-modal",
            "load on models varies",
            "privacy",
            "business wants",
            "extensible",
            "whiteboard",
        ),
    ),
    "A7": (
        staff(
            "time.coordination",
            "'20', '30'",
            "hand-off of models",
            "data schema",
            "stuck on an infrastructure",
            "disagreement",
            "APIs of ML services",
            "shared libraries",
            "obstacles",
            "synthesise or to decide",
        ),
    ),
    "A8": (
        staff(
            "time.mentorship",
            "'10', '15'",
            "Mentors seniors",
            "sponsors",
            "debug complex ML",
            "model-serving",
            "responsible ways",
            "rigour in design and review",
            "feedback on proposals",
            "growth plans",
        ),
    ),
    "A9": (
        staff(
            "time.strategy",
            "'10', '15'",
            "another ML framework",
            "infrastructure",
            "growth of models",
            "tooling for ML engineers",
            "cost",
            "AI platform goes in the long term",
            "partnerships and acqui",
        ),
    ),
    "A10": (
        staff(
            "time.coding",
            "'5', '10'",
            "Prototypes",
            "bug that blocks",
            "proof of concept",
            "library",
            "Reviews critical code",
            "tooling",
        ),
        staff("expects.code.statements", "not on routine features"),
    ),
    "A11": (
        staff(
            "time", "'30', '40'", "'20', '30'", "'10', '15'", "'5', '10'", command="compare senior staff --only time"
        ),
    ),
    "A12": (
        Home("comp/rfs-2026.yaml", "bands", "comp staff", ("198000", "222000", "252000", "'n': '200'")),
        Home("comp/rfs-2026.yaml", "measure", "comp staff", ("base",)),
        Home("comp/rfs-2026.yaml", "period", "comp staff", ("2026-05-26", "2026-06-25")),
        staff("topics.employers", "Aurora Innovation", "Coinbase", "Oscar AI", "Sigma Computing", "Early Warning"),
        staff("faq.0", "Bonus and equity", command="faq staff"),
    ),
    "A13": (
        staff("fit.for", "entire organisation", "complex systems", "others succeed"),
        staff("fit.against", "joy in coding", "shipping features at once"),
        staff("fit", "organisation", command="fit staff"),
    ),
    "A14": tuple(
        staff(f"faq.{place}", *words, command="faq staff")
        for place, words in enumerate(
            (
                ("salary in 2026",),
                ("differ from senior at an AI startup",),
                ("common responsibilities",),
                ("less coding",),
            )
        )
    ),
    "A15": (
        Home("sources.yaml", "rfs-2026.note", "sources rfs-2026", ("levels.fyi", "The Pragmatic Engineer")),
        staff("faq.0.answer", "levels.fyi", "Pragmatic Engineer", command="faq"),
    ),
    "B1": (
        higher("expects.scope.statements", "several teams", "lines of product", "hardest problems"),
        higher("expects.horizon.statements", "several years"),
        higher("expects.autonomy.statements", "no management authority"),
    ),
    "B2": (
        higher("topics.rarity", "large enough for several levels"),
        higher("topics.misconceptions", "scope, impact and influence, not by tenure"),
    ),
    "B3": (
        higher(
            "expects.scope.statements",
            "stand on no roadmap",
            "Debt that runs through many",
            "hurt in two years",
            "platform",
        ),
        higher("expects.horizon.statements", "before there is a crisis"),
        higher("expects.architecture.statements", "technical direction", "foundations", "several teams build together"),
        higher("expects.people.statements", "staff engineers"),
        higher("expects.communication.statements", "vision documents", "directors and VPs"),
        higher("expects.strategy.statements", "roadmap"),
    ),
    "B4": (
        higher("years", "12", "three to five"),
        higher(
            "topics.qualifications",
            "12 years",
            "3 to 5",
            "impact",
            "influence several organisations without authority",
            "Strong writing",
            "one domain in depth",
        ),
        higher("expects.influence.statements", "arguments, trust and relationships"),
        higher("topics.artefacts", "Vision documents", "ADRs", "engineering blog"),
    ),
    "B5": (
        higher("topics.tools", "ADRs, RFCs and design docs", "systems thinking", "performance and reliability"),
        higher("expects.architecture.statements", "new technology quickly"),
        higher("topics.ai", "LLM tooling", "AI infrastructure"),
    ),
    "B6": (
        Home(
            "ladder.yaml",
            "levels",
            "list levels",
            ("engineer", "senior", "staff", "senior-staff", "principal", "distinguished", "fellow"),
        ),
        higher("topics.reporting", "L6 or L7", "principal in a single band"),
    ),
    "B7": (
        higher("next", "principal", "distinguished", command="path senior-staff"),
        higher("moves", "irector", "VP", "avoid", "ounder", "CTO", "destination", command="path senior-staff"),
    ),
    "B8": (
        Home(
            "comp/senior-staff-guide.yaml",
            "bands",
            "comp senior-staff",
            ("300000", "600000", "250000", "420000", "growth", "800,000", "hyperscaler", "equity"),
        ),
        higher("topics.pay", "location-agnostic"),
    ),
    "B9": (
        higher(
            "topics.employers",
            "hyperscalers",
            "large SaaS",
            "infrastructure",
            "500 engineers",
            "principal or distinguished",
            "without the split",
            "Fintech",
            "health",
            "defence",
        ),
    ),
    "B10": (
        higher(
            "topics.remote",
            "suits remote",
            "hardest to build",
            "Virtual office hours",
            "async channels",
            "in-person events",
            "all influence async",
        ),
    ),
    "B11": (
        higher(
            "topics.hiring",
            "internal promotion, warm referral or targeted recruiting",
            "rarely by cold",
            "Talks",
            "papers",
            "open source",
            "blog",
            "speed of delivery, reliability or capability",
            "long architecture sessions",
            "scenarios of leadership",
            "VPs and CTOs",
            "coding screens",
        ),
    ),
    "B12": (
        higher(
            "faq.0",
            "Google, Meta and Stripe",
            "interchangeably",
            "scope, reporting line and pay band",
            command="faq senior-staff",
        ),
        Home("companies.yaml", "google.levels.L7", "map google:L7", ("senior-staff", "principal above")),
    ),
    "B13": (
        higher("topics.rarity", "20 to 30%"),
        higher(
            "faq.1",
            "20 to 30%",
            "Meta E7",
            "Google L7",
            "Stripe Senior Staff",
            "Amazon Principal",
            command="faq senior-staff",
        ),
    ),
    "B14": (
        higher("faq.2", "possible but uncommon", "established reputation", "specific need", command="faq senior-staff"),
    ),
    "C1": (
        joke(
            "record.aliases",
            "Lead ML scientist",
            "Principal AI engineer",
            "ML solutions architect",
            "Senior staff AI specialist",
        ),
    ),
    "C2": (joke("record.habitat", "FAANG", "AI division", "Automotive R&D", "E-commerce", "personalise"),),
    "C3": (
        joke("record.pay", r"\$190,980", "Parity", "not guaranteed", "advanced degree"),
        Home("comp/otiose.yaml", "bands", "comp staff-ml", ("190980",)),
    ),
    "C4": (joke("record.flight_risk", "85", "high", "overhead", "hype", "product metric", "layoffs"),),
    "C5": (
        joke(
            "record.metrics",
            "Model deployment velocity",
            "Cross-functional alignment index",
            "Mentorship and knowledge-transfer score",
            "staging",
            "stakeholder meetings",
            "guidelines read",
        ),
    ),
    "C6": (
        joke(
            "record.tools",
            "MLOps toolchains",
            "Scalable system architectures",
            "AI/ML best-practice playbook",
            "never leave the sandbox",
            "Diagrams",
            "justify any decision",
        ),
    ),
    "C7": (joke("record.encounter", "Nod", "drift or feature stores", "GPU time", "MLOps team"),),
    "C8": (
        joke(
            "record.autopsy",
            "scalable ML systems",
            "Frankenstein",
            "automotive ML research",
            "POC",
            "Coaches staff",
            "moving product goals",
        ),
    ),
    "C9": (
        joke(
            "days",
            "10:00",
            "11:00",
            "Architecture review board",
            "13:00",
            "14:00",
            "Cross-functional alignment",
            "15:00",
            "16:00",
            "Mentorship and code review",
            "only this team can own it",
            "same meeting next week",
            "style and edge cases",
            command="day staff-ml",
        ),
    ),
    "C10": (
        joke(
            "record.complaints",
            "master's or a PhD",
            "no extra pay",
            "software engineers do the work",
            "80% reviewing",
            "20% telling product",
        ),
    ),
    "C11": (
        joke(
            "record.related",
            "Lead backend data procurement analyst",
            "98",
            "Enterprise architect",
            "91",
            "SDET",
            "84",
            "manual chore",
            "committee",
            "flaky",
        ),
    ),
}


def test_every_fact_has_a_home() -> None:
    assert list(FACTS) == IDS
    assert all(FACTS.values())


@pytest.mark.parametrize("fact", FACTS)
def test_what_the_fact_says_stands_where_it_should(fact: str) -> None:
    for home in FACTS[fact]:
        text = str(_at(home.file, home.key))
        missing = [word for word in home.words if not re.search(word, text)]
        assert not missing, f"{home.file} {home.key} does not say {missing}: {text}"


@pytest.mark.parametrize("fact", FACTS)
def test_the_command_says_what_stands_there(fact: str, capsys: pytest.CaptureFixture[str]) -> None:
    for home in FACTS[fact]:
        assert run([*home.command.split(), "-f", "json"]) == 0
        shown = set(_leaves(json.loads(capsys.readouterr().out)))
        missing = [text for text in _said(_at(home.file, home.key)) if text not in shown]
        assert not missing, f"ladder {home.command} leaves out {missing} of {home.file} {home.key}"


@cache
def _file(name: str) -> Any:
    return yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text alone


def _at(file: str, key: str) -> Any:
    """What stands under a key."""
    found = _file(file)
    for part in filter(None, key.split(".")):
        found = found[int(part)] if isinstance(found, list) else found[part]
    return found


HIDDEN = ("source", "id", "tags", "levels", "activity", "on", "kind", "to", "role", "track", "is")
"""Keys that refer to something; what they name is shown by its title."""


def _said(node: Any) -> list[str]:
    """The texts below a key that a reader should see."""
    if isinstance(node, dict):
        return [text for key, value in node.items() if key not in HIDDEN for text in _said(value)]
    if isinstance(node, list):
        return [text for one in node for text in _said(one)]
    return [node] if re.search("[A-Za-z]{3}", node) else []


def _leaves(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in _leaves(value)]
    if isinstance(node, list):
        return [text for one in node for text in _leaves(one)]
    return [node] if isinstance(node, str) else []
