"""Sites built for the tests, and what stands in them."""

import json
from collections.abc import Mapping
from typing import Any

from ladder.model import Ladder
from ladder.reading.folder import Folder
from ladder.site.building import Wishes, build


def files(ladder: Ladder | str, **wishes: Any) -> dict[str, str]:
    """The files of a site by their paths."""
    read = Folder(ladder).ladder() if isinstance(ladder, str) else ladder
    return dict(build(read, Wishes(**wishes)))


def data(files: Mapping[str, str], name: str) -> Any:
    """What a data file hands over."""
    inner = files[f"data/{name}.js"].strip().removeprefix("ladder(").removesuffix(");")
    called, value = json.loads(f"[{inner}]")
    assert called == name
    return value
