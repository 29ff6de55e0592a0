"""The package `yaml` without most of it: a page needs PyYAML's C parser, its nodes, its events and its errors.

`import yaml` loads all of PyYAML, its parser and constructor in Python, too, and takes a seventh of a whole comparison.
The C parser alone takes a tenth of that, but asks the package for the errors that it may raise, which stand in those
other modules. Here it is given functions that import and make the error once there is one.

Only the installed command does this; `import ladder` leaves other people's packages alone. Whatever is asked of `yaml`
that is not known here loads the whole package, which then stands in its place.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType, SimpleNamespace
from typing import Any, Final

WHOLE: Final = ("error", "tokens", "events", "nodes")
"""Modules that are small, import nothing, and are what the C parser makes."""
RAISING: Final = (
    "reader", "scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer",
)  # fmt: skip
"""Modules of which the C parser wants only their error: `ReaderError` of `reader`."""


class BareYaml(ModuleType):
    """Stands for the package `yaml` until something is asked of it that it does not have."""

    def __getattr__(self, name: str) -> Any:
        """One of its modules or, of the whole package, whatever it is."""
        if name == "__path__":
            found = PathFinder.find_spec("yaml")
            self.__path__ = list(found.submodule_search_locations or ()) if found else []
            return self.__path__
        if name in WHOLE:
            return import_module(f"yaml.{name}")
        if name in RAISING:
            error = f"{name.capitalize()}Error"
            return SimpleNamespace(**{error: _later(f"yaml.{name}", error)})
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get("yaml") is self:
            del sys.modules["yaml"]
        return getattr(import_module("yaml"), name)


def _later(module: str, name: str) -> Callable[..., Any]:
    """Makes an error of a module that is imported when there is one to make."""

    def make(*details: Any) -> Any:
        return getattr(import_module(module), name)(*details)

    return make


def use() -> None:
    """Puts the bare package in the place of the whole one, where that is not loaded yet."""
    sys.modules.setdefault("yaml", BareYaml("yaml"))


__all__ = ["use"]
