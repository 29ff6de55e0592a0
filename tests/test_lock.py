"""The lock holds what pyproject.toml asks for, by names, versions and hashes: `make lock` renews it."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parent.parent
PROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS: Final = PROJECT["dependency-groups"]


def locked(name: str) -> dict[str, str]:
    """The versions in a lock, by name."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


def asked(*lines: str) -> list[Requirement]:
    """Requirements as pyproject.toml writes them."""
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_a_lock_is_names_versions_markers_and_hashes_and_no_address(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    line = r"(#.*|[a-z0-9.-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?)"
    assert [one for one in lines if not re.fullmatch(line, one)] == []
    assert not [one for one in lines if "://" in one]


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_every_version_in_a_lock_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert len(re.findall(r"==.*\\\n    --hash=", text)) == len(locked(name))


def test_the_lock_has_what_pyproject_asks_for_in_a_version_that_it_allows() -> None:
    developing = [one for one in GROUPS["dev"] if isinstance(one, str)]
    run, dev = locked("run.txt"), locked("dev.txt")
    for one in asked(*PROJECT["project"]["dependencies"], *GROUPS["build"]):
        assert one.specifier.contains(run[canonicalize_name(one.name)]), one
    for one in asked(*developing):
        assert one.specifier.contains(dev[canonicalize_name(one.name)]), one
    assert run.items() <= dev.items()


def test_the_lock_knows_what_builds_the_wheel() -> None:
    assert GROUPS["build"] == PROJECT["build-system"]["requires"]
    assert {"include-group": "build"} in GROUPS["dev"]
