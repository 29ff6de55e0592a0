"""The wheel as somebody has it who installed it: in an environment with what it depends on, and nothing else.

Nothing is downloaded. The wheel is built with the hatchling of the lock, and what it depends on is copied from the
environment that runs the tests: the versions that are tested, and only what the wheel's metadata asks for.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent


def install(folder: Path) -> tuple[Path, Path]:
    """Builds the wheel in `folder` and installs it in an environment there: the wheel, and the environment's bin."""
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    env = folder / "env"
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT], check=True, stderr=subprocess.DEVNULL
    )
    wheel = next(folder.glob("*.whl"))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", env], check=True)
    subprocess.run(
        [*pip, "--python", env / "bin" / "python", "install", "--no-deps", "--no-index", wheel],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(env)}))
    (ours,) = (one for one in distributions(path=[str(packages)]) if one.name == "career-ladder")
    for one in _needed(ours):
        _copy(one, packages)
    subprocess.run([sys.executable, "-m", "compileall", "-q", packages], check=True)
    return wheel, env / "bin"


def _needed(ours: Distribution) -> list[Distribution]:
    """What a distribution depends on, directly or not, as it is installed here."""
    from packaging.requirements import Requirement

    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in ours.requires or ()]
    while waiting:
        one = waiting.pop()
        name = re.sub(r"[-_.]+", "-", one.name).lower()
        if name not in found and (one.marker is None or one.marker.evaluate({"extra": ""})):
            found[name] = distribution(name)
            waiting += [Requirement(line) for line in found[name].requires or ()]
    return list(found.values())


def _copy(one: Distribution, packages: Path) -> None:
    """Copies a distribution's files, but not its commands, which name another interpreter."""
    for file in one.files or ():
        if ".." not in file.parts and not file.name.endswith(".pyc"):
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target)


__all__ = ["install"]
