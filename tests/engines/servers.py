"""A PostgreSQL server for one run of the tests: Debian's package, a folder of its own, a free port."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

PASSWORD = "s3cret word/%"  # noqa: S105 - of a server that lives as long as the tests


def programs() -> str:
    """The folder of PostgreSQL's programs; empty where there are none."""
    found = sorted(glob("/usr/lib/postgresql/*/bin/initdb"))
    path = found[-1] if found else shutil.which("initdb")
    return os.path.dirname(path) if path else ""


def install(package: str) -> None:
    """Installs a package of Debian's, where we may."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
            subprocess.run(["apt-get", "-q", *words], env=quiet, check=False, capture_output=True)


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def postgres() -> Iterator[str]:
    """A running server; its URL, with a password. Raises LookupError, with the reason, where there can be none."""
    if not programs():
        install("postgresql")
    if not programs():
        raise LookupError("no PostgreSQL: `apt-get install postgresql` brings it")
    root = os.geteuid() == 0
    as_user = ["runuser", "-u", "postgres", "--"] if root else []
    with tempfile.TemporaryDirectory(prefix="ladder-pg-") as folder:
        os.chmod(folder, 0o755)  # noqa: S103 - the server's user has to get to its own folder in it
        data, secret, port = Path(folder, "data"), Path(folder, "password"), free_port()
        data.mkdir()
        secret.write_text(PASSWORD + "\n", encoding="utf-8")
        if root:
            for path in (data, secret):
                shutil.chown(path, "postgres", "postgres")
        secret.chmod(0o600)
        data.chmod(0o700)

        def run(program: str, *words: str) -> None:
            command = [*as_user, os.path.join(programs(), program), *words]
            done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
            if done.returncode:
                raise LookupError(f"PostgreSQL does not start: {(done.stderr or done.stdout).strip()[-300:]}")

        login = ["-U", "ladder", "--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync", "-E", "UTF8", "--locale=C"]
        run("initdb", "-D", str(data), *login)
        options = f"-p {port} -h 127.0.0.1 -k {data} -F"
        run("pg_ctl", "-D", str(data), "-w", "-o", options, "-l", str(data / "log"), "start")
        try:
            from urllib.parse import quote

            yield f"postgresql://ladder:{quote(PASSWORD, safe='')}@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")
