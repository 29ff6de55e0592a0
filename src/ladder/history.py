"""A ladder as it stood at a revision of its git repository: `git:REV:PATH`, where PATH counts from the current folder.

Git is asked by its own command, and only for names and contents: nothing is checked out, nothing runs, nothing prompts.
What a ladder's files hold is written below a temporary folder, never beside or above it, and deleted when it was read.
Links are not followed: what they lead to is no part of the revision.
"""

import os
import posixpath
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Final

from ladder.errors import CannotRead, InvalidLadder, LadderError, Problem, UnknownName, argument, nearest, quoted
from ladder.frozen import Frozen
from ladder.model import Ladder
from ladder.names import GIT
from ladder.reading import kinds
from ladder.reading.extending import MOST_BASES
from ladder.reading.folder import Folder
from ladder.reading.nodes import MAX_BYTES, MappingNode, ScalarNode, compose, place, read_text
from ladder.reading.places import HEADER, SUFFIXES

MOST_FILES: Final = 10_000
MOST_BYTES: Final = 64 * 1024 * 1024
"""How many files are taken out of a repository for one ladder, and of which size together."""
PATIENCE: Final = 60
"""How many seconds one question to git may take."""
QUIET: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
"""Git asks nobody, fetches nothing, writes nothing, and says what is wrong in one language."""

LINK: Final = "120000"
MODULE: Final = "160000"
SHALLOW: Final = "the clone is shallow: `git fetch --unshallow` brings the rest (in CI, `fetch-depth: 0`)"
SPELL: Final = "write git:REV:PATH, for example git:HEAD~1:acme"


class Spec(Frozen):
    """`git:REV:PATH`, taken apart."""

    revision: str
    path: str

    def __str__(self) -> str:
        return f"{GIT}{self.revision}:{self.path}"


class Entry(Frozen):
    """What stands under a path at a revision; `size` is None for a folder."""

    path: str
    mode: str
    sha: str
    size: int | None


def is_spec(where: object) -> bool:
    """Whether this is meant as a revision and not as a path or name."""
    return isinstance(where, str) and where.startswith(GIT)


def parsed(spec: str) -> Spec:
    """A spec, taken apart.

    >>> parsed("git:HEAD~3:ladders/acme/")
    Spec(revision='HEAD~3', path='ladders/acme')

    Raises LadderError where it is none. A revision cannot begin as an option does.
    """
    revision, _, path = spec.removeprefix(GIT).partition(":")
    if not spec.startswith(GIT) or not revision.strip() or not path.strip() or re.search(r"[\x00-\x1f\x7f]", spec):
        raise LadderError(f"{quoted(spec)} does not name a revision and a path", SPELL)
    if revision.startswith("-"):
        raise LadderError(f"{quoted(revision)} is not a revision", SPELL)
    return Spec(revision, posixpath.normpath(path.replace(os.sep, "/")))


def called(spec: str) -> str:
    """The name of the ladder at a revision: `acme@HEAD~3`."""
    named = parsed(spec)
    return f"{_stem(named.path)}@{named.revision}"


def ladder(spec: str) -> Ladder:
    """The whole ladder at a revision. Problems in its files are shown as `git:REV:PATH/file.yaml:line:column`.

    Raises LadderError for a spec, a revision or a path that is none, CannotRead where git cannot say or no ladder
    stands there, InvalidLadder where its files are wrong.
    """
    with materialise(spec) as (path, root):
        read = Folder(path, name=_stem(parsed(spec).path), reach=(root,)).ladder()
    return read._replace(name=called(spec))


@contextmanager
def materialise(spec: str) -> Iterator[tuple[str, str]]:
    """The path of a temporary copy of the ladder at a revision, and of the folder that holds it and what it extends.

    Within, errors about the copy's files become errors about those of the revision.
    """
    named = parsed(spec)
    repository = _Repository(named)
    with TemporaryDirectory(prefix="ladder-") as made:
        root = os.path.realpath(made)
        try:
            repository.copy(root)
            yield os.path.join(root, *filter(None, repository.path.split("/"))), root
        except InvalidLadder as error:
            raise type(error)([repository.told(problem, root) for problem in error.problems]) from None
        except CannotRead as error:
            raise CannotRead(*(repository.meant(text, root) for text in (error.message, error.hint))) from None


class _Repository:
    """A revision of the repository that holds the current folder."""

    def __init__(self, spec: Spec) -> None:
        """Finds the commit and the path from the repository's root."""
        self.spec = spec
        code, out, complaint = _git("rev-parse", "--show-prefix")
        if code:
            lost = "not a git repository" in complaint
            message = "the current folder is not in a git repository" if lost else f"git says: {complaint}"
            raise CannotRead(message, f"{GIT}REV:PATH is relative to the current folder: change to the repository")
        self.prefix = _text(out).rstrip("\n").rstrip("/")
        self.path = self._inside(spec.path)
        self.commit = self._commit()
        self._written: set[str] = set()
        self._size = 0

    def copy(self, root: str) -> None:
        """Writes the ladder below `root`, at its place in the repository, and the ladders that it extends."""
        path, named = self.path, None
        for _ in range(MOST_BASES + 2):
            entry = self._entry(path)
            if entry is None:
                log = f"`git log --oneline -- {argument(self.spec.path)}` shows the revisions that changed it"
                message = f"no {quoted(self.spec.path)} at the revision {quoted(self.spec.revision)}"
                if not named and self.prefix and self._entry(posixpath.normpath(self.spec.path)):
                    up = self.spec._replace(path=posixpath.relpath(self.spec.path, self.prefix))
                    log = f"the path is relative to the current folder: write {up}"
                raise _missing(f"no ladder at {quoted(self.shown(path))}" if named else message, log, named)
            single = entry.size is not None
            if not single and not any(one.path == posixpath.join(path, HEADER) for one in self._list(path)):
                hint = "a ladder is a folder that holds ladder.yaml, or a YAML file"
                raise _missing(f"no {HEADER} in {quoted(self.shown(path))}", hint, named)
            self._write([entry] if single else self._files(path), root)
            extended = self._extended(path if single else posixpath.join(path, HEADER), root)
            if extended is None:
                return
            path, named = extended

    def shown(self, path: str) -> str:
        """A path of the repository as the user would name it."""
        return str(self.spec._replace(path=posixpath.relpath(path or ".", self.prefix or ".")))

    def told(self, problem: Problem, root: str) -> Problem:
        """A problem of the copy as one of the revision."""
        path, message, hint = (self.meant(text, root) for text in (problem.path, problem.message, problem.hint))
        return problem._replace(path=path, message=message, hint=hint)

    def meant(self, text: str, root: str) -> str:
        """A text in which paths of the copy are paths of the revision."""
        inside = re.escape(root) + r"(?:[/\\]([^'\"`\n]*))?"
        return re.sub(inside, lambda match: self.shown((match[1] or "").replace(os.sep, "/")), text)

    def _inside(self, path: str) -> str:
        """A path that counts from the current folder as one that counts from the repository's root."""
        if posixpath.isabs(path) or os.path.isabs(path):
            raise LadderError(f"{quoted(path)} is not relative to the current folder", SPELL)
        whole = posixpath.normpath(posixpath.join(self.prefix, path))
        if whole == ".." or whole.startswith("../"):
            raise LadderError(f"{quoted(path)} is outside the git repository", SPELL)
        return "" if whole == "." else whole

    def _commit(self) -> str:
        revision = self.spec.revision
        code, out, _ = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        commit = _text(out).strip()
        if code or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
            known = _text(_git("for-each-ref", "--count=2000", "--format=%(refname:short)")[1]).split()
            log = f"`git log --oneline -- {argument(self.spec.path)}` shows those that changed it"
            near = nearest(revision, known)
            if _text(_git("rev-parse", "--is-shallow-repository")[1]).strip() == "true":
                near, log = [], SHALLOW
            raise UnknownName("revision", revision, near, log, where=" in this repository")
        return commit

    def _entry(self, path: str) -> Entry | None:
        """What stands at a path. Raises CannotRead for a link or another repository."""
        if not path:
            return Entry("", "040000", self.commit, None)
        found = _entries(_asked("ls-tree", "-z", "-l", "--full-tree", self.commit, "--", path), "")
        entry = next((one for one in found if one.path == path), None)
        return self._no_link(entry) if entry else None

    def _list(self, path: str) -> list[Entry]:
        """What stands in a folder."""
        where = f"{self.commit}:{path}" if path else self.commit
        return _entries(_asked("ls-tree", "-z", "-l", "--full-tree", where), path)

    def _files(self, path: str) -> Iterator[Entry]:
        """The files of a ladder's folder that its reader would open."""
        for entry in self._list(path):
            name = posixpath.basename(entry.path)
            if name in kinds.entries():
                inside = self._no_link(entry).size is None
                yield from self._yaml(entry.path) if inside else [entry]

    def _yaml(self, path: str) -> Iterator[Entry]:
        for entry in self._list(path):
            name = posixpath.basename(entry.path)
            if name.endswith(SUFFIXES) and not name.startswith(".") and entry.mode[:2] != "04":
                yield self._no_link(entry)

    def _no_link(self, entry: Entry) -> Entry:
        shown = quoted(self.shown(entry.path))
        if entry.mode == LINK:
            raise CannotRead(f"{shown} is a link", "links are not followed in a revision: name what it points to")
        if entry.mode == MODULE:
            raise CannotRead(
                f"{shown} is another repository", "change to that repository, and name one of its revisions"
            )
        return entry

    def _write(self, entries: Sequence[Entry] | Iterator[Entry], root: str) -> None:
        """Writes files below `root`, each once."""
        wanted = [entry for entry in entries if entry.path not in self._written]
        self._written.update(entry.path for entry in wanted)
        self._size += sum(entry.size or 0 for entry in wanted)
        for entry in wanted:
            if not _is_plain(entry.path):
                raise CannotRead(f"{quoted(self.shown(entry.path))} is not a valid file name", "rename the file")
            if (entry.size or 0) > MAX_BYTES:
                raise CannotRead(f"{quoted(self.shown(entry.path))} is larger than {MAX_BYTES // 1024 // 1024} MB")
        if len(self._written) > MOST_FILES or self._size > MOST_BYTES:
            limit = f"{MOST_FILES:,} files or {MOST_BYTES // 1024 // 1024} MB"
            raise CannotRead(f"more than {limit} in {quoted(str(self.spec))}", "name the ladder's own folder")
        for entry, content in zip(wanted, _contents(wanted), strict=True):
            file = os.path.join(root, *entry.path.split("/"))
            try:
                os.makedirs(os.path.dirname(file), exist_ok=True)
                with open(file, "xb") as copy:
                    copy.write(content)
            except OSError as error:  # two names that are one on this system, a full disk
                raise CannotRead.because(f"{quoted(self.shown(entry.path))} cannot be copied", error) from None

    def _extended(self, header: str, root: str) -> tuple[str, Problem] | None:
        """The path of the ladder that this one extends, and what to say at the place that names it.

        None where it extends none, or none that may be read: whoever reads the copy says why.
        """
        file = os.path.join(root, *header.split("/"))
        try:
            tree = compose(read_text(file, file), file)
        except InvalidLadder:
            return None
        pairs = tree.value if isinstance(tree, MappingNode) else []
        node = next((value for key, value in pairs if key.value == "extends"), None)
        if not isinstance(node, ScalarNode) or not node.value or posixpath.isabs(node.value) or "\0" in node.value:
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(header), node.value.replace(os.sep, "/")))
        if path == ".." or path.startswith("../"):
            return None
        named = Problem(file, *place(node), "extends", "", "the path is relative to this file's folder")
        return "" if path == "." else path, named


def _missing(message: str, hint: str, named: Problem | None) -> LadderError:
    """No ladder at the path that was typed, or at one that a ladder names."""
    return InvalidLadder([named._replace(message=message)]) if named else CannotRead(message, hint)


def _is_plain(path: str) -> bool:
    """Whether every part of a path is a file's name on every system, and stays where it is put."""
    odd = re.compile(r"^[A-Za-z]:|[\\\x00-\x1f\x7f]")
    return all(part not in ("", ".", "..") and not odd.search(part) for part in path.split("/"))


def _stem(path: str) -> str:
    """What a ladder at a path is called."""
    name = os.path.basename(os.path.abspath(path))
    return os.path.splitext(name)[0] if name.endswith(SUFFIXES) else name


def _entries(listing: bytes, folder: str) -> list[Entry]:
    """The lines of `git ls-tree -z -l`."""
    found = []
    for line in filter(None, listing.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, _, sha, size = _text(about).split()
        path = posixpath.join(folder, _text(name))
        found.append(Entry(path, mode, sha, int(size) if size.isdigit() else None))
    return found


def _contents(entries: Sequence[Entry]) -> Iterator[bytes]:
    """What files hold, in one go."""
    rest = _asked("cat-file", "--batch", given="".join(f"{entry.sha}\n" for entry in entries).encode())
    start = 0
    for _ in entries:
        end = rest.find(b"\n", start)
        about = rest[start:end].split()
        if len(about) != 3 or about[1] != b"blob":
            raise CannotRead("git does not have all files of that revision", "`git fetch` them first")
        start = end + 1 + int(about[2])
        yield rest[end + 1 : start]
        start += 1


def _asked(*words: str, given: bytes = b"") -> bytes:
    """What git answers. Raises CannotRead where it complains."""
    code, out, complaint = _git(*words, given=given)
    if code:
        raise CannotRead(f"git says: {complaint}")
    return out


def _git(*words: str, given: bytes = b"") -> tuple[int, bytes, str]:
    """Runs git without a shell: its exit code, what it answers, and the first line of what it complains of."""
    program = shutil.which("git")
    if program is None:
        raise CannotRead("git is not installed", "install it, or compare two folders: `ladder diff OLD NEW`")
    command = [program, "--no-pager", "--literal-pathspecs", *words]
    try:
        ran = subprocess.run(  # noqa: S603 - a list of words, of which none that was typed can be an option
            command, input=given, capture_output=True, timeout=PATIENCE, env={**os.environ, **QUIET}, check=False
        )
    except subprocess.TimeoutExpired:
        raise CannotRead(f"git did not answer within {PATIENCE} seconds") from None
    except OSError as error:
        raise CannotRead.because("git cannot be run", error) from None
    lines = _text(ran.stderr).strip().splitlines() or ["nothing"]
    return ran.returncode, ran.stdout, lines[0].removeprefix("fatal: ")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
