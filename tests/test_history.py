"""Ladders at a revision of a git repository."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder import history
from ladder.errors import CannotRead, InvalidLadder, LadderError, UnknownName
from ladders import SMALL, read, write, write_all

ONE_FILE = "format: 1\ncompetencies: {grain: {}}\nlevels: [{id: a, title: A, expects: {grain: [Grinds.]}}]\n"

Git = Callable[..., str]
Commit = Callable[[Mapping[str, str]], str]


def settle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes it the current folder, with nobody's settings of git, and a place for temporary files of its own."""
    (folder.parent / "made").mkdir(exist_ok=True)
    settings_of_git = {"GLOBAL": os.devnull, "SYSTEM": os.devnull, "NOSYSTEM": "1"}
    for name, value in settings_of_git.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    monkeypatch.setattr(tempfile, "tempdir", str(folder.parent / "made"))
    monkeypatch.chdir(folder)


def git_in(folder: Path) -> Git:
    """Runs git there; a test that needs it is skipped where there is none."""
    if not shutil.which("git"):
        pytest.skip("needs git")

    def run(*words: str, given: bytes = b"") -> str:
        command = ["git", "-c", "user.name=Miller", "-c", "user.email=miller@mill.example", *words]
        return subprocess.run(command, cwd=folder, input=given, capture_output=True, check=True).stdout.decode().strip()

    return run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in no repository."""
    (tmp_path / "here").mkdir()
    settle(tmp_path / "here", monkeypatch)
    return tmp_path / "here"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a ladder in a folder and one in a file."""
    here = tmp_path_factory.mktemp("shared") / "here"
    write_all(here, {**under("acme"), "other/x.txt": "", "one.yaml": ONE_FILE})
    git = git_in(here)
    git("init", "-q", "-b", "trunk")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    git("tag", "v1.0")
    return here


@pytest.fixture
def standing(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in which that repository is. Only to be read."""
    settle(shared, monkeypatch)
    return shared


@pytest.fixture
def git(folder: Path) -> Git:
    """Runs git in a new repository in the current folder."""
    run = git_in(folder)
    run("init", "-q", "-b", "trunk")
    return run


@pytest.fixture
def commit(folder: Path, git: Git) -> Commit:
    """Commits files, and gives the commit's name."""

    def make(files: Mapping[str, str]) -> str:
        write_all(folder, files)
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "a change")
        return git("rev-parse", "HEAD")

    return make


def under(name: str, files: Mapping[str, str] = SMALL) -> dict[str, str]:
    return {f"{name}/{file}": text for file, text in files.items()}


def assert_nothing_is_left(folder: Path) -> None:
    """No temporary file stays, and none was written beside."""
    assert os.listdir(folder.parent / "made") == []
    assert sorted(os.listdir(folder.parent)) == ["here", "made"]


def failing(spec: str) -> LadderError:
    with pytest.raises(LadderError) as caught:
        history.ladder(spec)
    return caught.value


def test_a_ladder_is_read_as_it_stood(folder: Path, commit: Commit) -> None:
    commit(under("acme"))
    then = read(str(folder / "acme"))
    commit({"acme/ladder.yaml": SMALL["ladder.yaml"].replace("The mill's", "Another")})
    assert history.ladder("git:HEAD~1:acme") == then._replace(name="acme@HEAD~1")
    assert history.ladder("git:HEAD:acme").title == "Another ladder"
    assert_nothing_is_left(folder)


def test_a_branch_a_tag_a_date_and_a_part_of_a_commits_name_are_revisions(standing: Path) -> None:
    name = git_in(standing)("rev-parse", "HEAD")
    for revision in (name, name[:8], "v1.0", "trunk", "HEAD", "trunk@{0}", "@"):
        assert history.ladder(f"git:{revision}:acme").name == f"acme@{revision}"


@pytest.mark.parametrize(
    ("inside", "path", "name"),
    [
        ("", "acme", "acme"),
        ("", "acme/", "acme"),
        ("", "./acme", "acme"),
        ("acme", ".", "acme"),
        ("acme/levels", "..", "acme"),
        ("other", "../acme", "acme"),
        ("", "one.yaml", "one"),
        ("other", "../one.yaml", "one"),
    ],
)
def test_a_path_counts_from_the_current_folder(
    inside: str, path: str, name: str, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(standing / inside)
    assert history.ladder(f"git:HEAD:{path}").name == f"{name}@HEAD"


def test_a_ladder_at_the_root_of_a_repository(commit: Commit) -> None:
    commit(SMALL)
    assert history.ladder("git:HEAD:.").name == "here@HEAD"


def test_what_is_not_committed_is_not_seen(folder: Path, commit: Commit) -> None:
    commit(under("acme"))
    write(folder, "nonsense", "acme/ladder.yaml")
    write(folder, "title: New\n", "acme/levels/new.yaml")
    assert history.ladder("git:HEAD:acme").title == "The mill's ladder"


def test_a_ladder_that_extends_others_brings_them_along(folder: Path, commit: Commit) -> None:
    commit(
        {
            **under("shared/base"),
            "shared/more.yaml": "format: 1\nextends: base\ntitle: More\n",
            "acme/ladder.yaml": "format: 1\nextends: ../shared/more.yaml\ntitle: Acme\n",
        }
    )
    for file in ("shared/base/ladder.yaml", "shared/more.yaml"):
        (folder / file).unlink()
    found = history.ladder("git:HEAD:acme")
    assert (found.title, found.order[0], found.levels["miller"].title) == ("Acme", "miller", "Miller")
    assert_nothing_is_left(folder)


@pytest.mark.parametrize(
    ("extends", "place", "message"),
    [
        ("../gone", "acme/ladder.yaml:2:10", "no ladder at 'git:HEAD:gone'"),
        ("../empty", "acme/ladder.yaml:2:10", "no ladder.yaml in 'git:HEAD:empty'"),
        ("../../../outside", "acme/ladder.yaml:2:10", "is outside the folders"),
        ("/etc", "acme/ladder.yaml:2:10", "is outside the folders"),
        ("../acme", "acme/ladder.yaml:2:10", "extends itself"),
        ("../other", "other/ladder.yaml:2:10", "extends itself"),
        ("[]", "acme/ladder.yaml:2:10", "expected the path of a ladder"),
    ],
)
def test_a_ladder_that_cannot_be_extended_is_a_problem_where_it_is_named(
    extends: str, place: str, message: str, folder: Path, commit: Commit
) -> None:
    write(folder.parent / "made", "format: 1\n", "outside/ladder.yaml")
    commit(
        {
            "acme/ladder.yaml": f"format: 1\nextends: {extends}\n",
            "other/ladder.yaml": "format: 1\nextends: ../acme\n",
            "empty/x.txt": "",
        }
    )
    error = failing("git:HEAD:acme")
    assert isinstance(error, InvalidLadder)
    problem = error.problems[0]
    assert f"{problem.path}:{problem.line}:{problem.column}" == f"git:HEAD:{place}"
    assert message in problem.message
    assert "/made/" not in f"{problem.path}{problem.message}{problem.hint}"


def test_a_row_of_ladders_that_extend_one_another_comes_to_an_end(commit: Commit) -> None:
    files = {f"l{place}.yaml": f"format: 1\nextends: l{place + 1}.yaml\n" for place in range(40)}
    commit({**files, "l40.yaml": "format: 1\n"})
    assert "more than 20 ladders" in str(failing("git:HEAD:l0.yaml").problems)  # type: ignore[attr-defined]
    assert history.ladder("git:HEAD:l30.yaml").name == "l30@HEAD"


def test_problems_are_shown_where_a_user_would_look_for_them(
    folder: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit({**under("acme"), "acme/levels/miller.yaml": "title: Miller\nsumary: Grinds.\n", "other/x.txt": ""})
    error = failing("git:HEAD:acme")
    assert isinstance(error, InvalidLadder)
    assert [(one.path, one.line) for one in error.problems] == [("git:HEAD:acme/levels/miller.yaml", 2)]
    monkeypatch.chdir(folder / "other")
    error = failing("git:HEAD:../acme/")
    assert isinstance(error, InvalidLadder)
    assert [one.path for one in error.problems] == ["git:HEAD:../acme/levels/miller.yaml"]
    assert_nothing_is_left(folder)


def test_a_link_is_not_followed(folder: Path, commit: Commit) -> None:
    secret = write(folder.parent / "made", ONE_FILE, "secret.yaml")
    for place, shown in (("levels/miller.yaml", "levels/miller.yaml"), ("ladder.yaml", "ladder.yaml")):
        commit(under("acme"))
        (folder / "acme" / place).unlink()
        (folder / "acme" / place).symlink_to(secret)
        commit({})
        error = failing("git:HEAD:acme")
        assert error.message == f"'git:HEAD:acme/{shown}' is a link"
        (folder / "acme" / place).unlink()
    for link in ("acme/levels2", "linked", "linked.yaml"):
        (folder / link).symlink_to(secret if link.endswith("yaml") else folder / "acme")
    commit(under("acme"))
    assert failing("git:HEAD:linked").message == "'git:HEAD:linked' is a link"
    assert failing("git:HEAD:linked.yaml").message == "'git:HEAD:linked.yaml' is a link"
    assert history.ladder("git:HEAD:acme").title == "The mill's ladder"  # a link that is no part of it


def test_a_folder_that_is_a_link_or_another_repository_is_named(folder: Path, git: Git, commit: Commit) -> None:
    name = commit({"acme/ladder.yaml": "format: 1\n"})
    git("update-index", "--add", "--cacheinfo", f"160000,{name},acme/levels")
    git("commit", "-q", "-m", "another repository")
    assert failing("git:HEAD:acme").message == "'git:HEAD:acme/levels' is another repository"
    assert failing("git:HEAD:acme/levels").message == "'git:HEAD:acme/levels' is another repository"
    (folder / "acme/roles").symlink_to(folder)
    git("rm", "-q", "--cached", "acme/levels")
    commit({})
    assert failing("git:HEAD:acme").message == "'git:HEAD:acme/roles' is a link"


def planted(git: Git, *names: bytes) -> str:
    """A commit with a ladder of which `levels` holds files with these names, which git itself would not write."""
    blob = bytes.fromhex(git("hash-object", "-w", "--stdin", given=b"title: X\n"))
    header = bytes.fromhex(git("hash-object", "-w", "--stdin", given=b"format: 1\n"))

    def tree(*entries: tuple[bytes, bytes, bytes]) -> bytes:
        raw = b"".join(mode + b" " + name + b"\0" + sha for mode, name, sha in entries)
        return bytes.fromhex(git("hash-object", "-w", "--literally", "-t", "tree", "--stdin", given=raw))

    levels = tree(*((b"100644", name, blob) for name in names))
    acme = tree((b"100644", b"ladder.yaml", header), (b"40000", b"levels", levels))
    return git("commit-tree", "-m", "planted", tree((b"40000", b"acme", acme)).hex())


@pytest.mark.parametrize(
    "name",
    [b"../../../x.yaml", b"/tmp/x.yaml", b"a/../../../../x.yaml", b"a\\..\\..\\x.yaml", b"C:x.yaml", b"a\nb.yaml"],
)
def test_no_name_of_a_file_leads_out_of_the_temporary_folder(name: bytes, folder: Path, git: Git) -> None:
    error = failing(f"git:{planted(git, name)}:acme")
    assert isinstance(error, CannotRead)
    assert "is not a valid file name" in error.message
    assert_nothing_is_left(folder)


def test_a_name_that_is_no_text_is_an_id_like_others_and_hidden_files_are_none(git: Git) -> None:
    revision = planted(git, b"caf\xe9.yaml", b".hidden.yaml", b"note.txt")
    assert history.ladder(f"git:{revision}:acme").order == ("caf\udce9",)


def test_two_files_that_would_be_one_are_an_error(folder: Path, git: Git) -> None:
    error = failing(f"git:{planted(git, b'x.yaml', b'x.yaml')}:acme")
    assert error.message.endswith("acme/levels/x.yaml' cannot be copied: file exists")
    assert_nothing_is_left(folder)


@pytest.mark.parametrize(
    "spec",
    [
        "git:",
        "git::",
        "git:HEAD",
        "git:HEAD:",
        "git::acme",
        "git: :acme",
        "HEAD:acme",
        "git:a\0b:acme",
        "git:HEAD:a\nb",
    ],
)
def test_what_is_no_spec_is_told_how_to_write_one(spec: str) -> None:
    error = failing(spec)
    assert error.hint == "write git:REV:PATH, for example git:HEAD~1:acme"


@pytest.mark.parametrize("revision", ["--output=stolen", "-p", "--", "--exec=touch stolen"])
def test_a_revision_is_never_an_option(revision: str, standing: Path) -> None:
    assert failing(f"git:{revision}:acme").message == f"'{revision}' is not a revision"
    assert sorted(os.listdir(standing)) == [".git", "acme", "one.yaml", "other"]


def test_a_path_that_looks_like_an_option_or_a_pattern_is_a_path(commit: Commit) -> None:
    commit({"--help/ladder.yaml": "format: 1\n", "*/ladder.yaml": "format: 1\n", ":!x/ladder.yaml": "format: 1\n"})
    for path in ("--help", "*", ":!x"):
        assert history.ladder(f"git:HEAD:{path}").name == f"{path}@HEAD"
    assert "no '?' at" in failing("git:HEAD:?").message


def test_an_unknown_revision_offers_the_nearest_and_else_the_log(standing: Path) -> None:
    error = failing("git:v1.1:acme")
    assert isinstance(error, UnknownName)
    assert (error.message, error.hint) == ("no revision 'v1.1' in this repository", "did you mean 'v1.0'?")
    error = failing("git:HEAD~7:acme")
    assert error.hint == "`git log --oneline -- acme` shows those that changed it"


def test_of_a_repository_without_commits_no_revision_is_known(git: Git) -> None:
    assert failing("git:HEAD:acme").message == "no revision 'HEAD' in this repository"


def test_what_is_no_commit_is_no_revision(standing: Path) -> None:
    git = git_in(standing)
    for revision in (git("rev-parse", "HEAD^{tree}"), git("rev-parse", "HEAD:acme/ladder.yaml"), "^HEAD", "HEAD..HEAD"):
        assert isinstance(failing(f"git:{revision}:acme"), UnknownName)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "no 'nowhere' at the revision 'HEAD'"),
        ("acme/levels", "no ladder.yaml in 'git:HEAD:acme/levels'"),
        ("../here", "'../here' is outside the git repository"),
        ("/etc", "'/etc' is not relative to the current folder"),
        ("acme/ladder.yaml/x", "no 'acme/ladder.yaml/x' at the revision 'HEAD'"),
    ],
)
def test_a_path_where_no_ladder_stood_is_an_error_with_a_hint(path: str, message: str, standing: Path) -> None:
    error = failing(f"git:HEAD:{path}")
    assert error.message == message
    assert error.hint


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_outside_a_repository_there_are_no_revisions(folder: Path) -> None:
    error = failing("git:HEAD:acme")
    assert isinstance(error, CannotRead)
    assert error.message == "the current folder is not in a git repository"
    assert_nothing_is_left(folder)


def test_without_git_it_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert failing("git:HEAD:acme").message == "git is not installed"
    (folder / "git").write_text("not a program")
    (folder / "git").chmod(0o755)
    assert failing("git:HEAD:acme").message.startswith("git cannot be run: ")


def test_a_git_that_never_answers_is_not_waited_for(standing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: Any, timeout: int, **__: Any) -> None:
        raise subprocess.TimeoutExpired("git", timeout)

    monkeypatch.setattr(subprocess, "run", hang)
    assert failing("git:HEAD:acme").message == "git did not answer within 60 seconds"


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MOST_FILES", 3, "more than 3 files or 64 MB in 'git:HEAD:acme'"),
        ("MOST_BYTES", 2000, "more than 10,000 files or 0 MB in 'git:HEAD:acme'"),
        ("MAX_BYTES", 200, "'git:HEAD:acme/comp/guild.yaml' is larger than 0 MB"),
    ],
)
def test_no_more_is_taken_out_of_a_repository_than_a_ladder_needs(
    limit: str, value: int, message: str, standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, limit, value)
    assert failing("git:HEAD:acme").message == message
    assert_nothing_is_left(standing)


def test_files_that_are_no_part_of_a_ladder_are_left_where_they_are(commit: Commit, monkeypatch: Any) -> None:
    commit({**under("acme"), "acme/notes.md": "x", "acme/other/x.yaml": "x", "acme/levels/.old.yaml": "x"})
    with history.materialise("git:HEAD:acme") as (path, root):
        assert path == os.path.join(root, "acme")
        found = {str(file.relative_to(path)) for file in Path(path).rglob("*") if file.is_file()}
    assert found == set(SMALL)
    assert not os.path.exists(root)


def test_the_copy_is_deleted_whatever_happens(standing: Path) -> None:
    for error in (KeyboardInterrupt, ValueError):
        with pytest.raises(error), history.materialise("git:HEAD:acme"):
            raise error
    assert_nothing_is_left(standing)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.sampled_from("HEAD~^@{}-:/.*?[\\ acme1é\n"), max_size=8),
    st.text(st.sampled_from("acme/.*?\\-: é"), max_size=8),
)
def test_whatever_is_typed_is_answered_or_refused(standing: Path, revision: str, path: str) -> None:
    try:
        assert history.ladder(f"git:{revision}:{path}").order
    except LadderError as error:
        assert error.message  # noqa: PT017 - either is right
    assert_nothing_is_left(standing)
