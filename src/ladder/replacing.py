"""Writing a file all or none: a copy beside it takes its place once it is whole."""

import os
import tempfile


def replace(path: str, content: bytes) -> None:
    """Puts bytes in a file's place, or makes the file. A link stays one, and a mode stays what it was.

    Raises OSError where that fails; what stood there stands there still.
    """
    target = os.path.realpath(path)
    beside = ""
    try:
        descriptor, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".ladder-", suffix=".part")
        with open(descriptor, "wb") as copy:
            copy.write(content)
            copy.flush()
            os.fsync(copy.fileno())
        os.chmod(beside, os.stat(target).st_mode & 0o777 if os.path.exists(target) else 0o666 & ~_umask())
        os.replace(beside, target)
        beside = ""
    finally:
        if beside and os.path.exists(beside):
            os.unlink(beside)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
