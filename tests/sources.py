"""The project's own files, read once, for the tests that hold them to the house."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Source:
    """One Python file: its path below the root, its text, its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.parts or self.path.name == "conftest.py"

    @property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is or will be under version control, below the root."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return tuple(Path(name) for name in sorted(filter(None, names)) if (ROOT / name).is_file())


@cache
def sources() -> tuple[Source, ...]:
    """Return every Python file except migrations."""
    paths = [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]
    texts = [(path, (ROOT / path).read_text(encoding="utf-8")) for path in paths]
    return tuple(Source(path, text, ast.parse(text)) for path, text in texts)


def product() -> list[Source]:
    """Return the Python files of the product itself."""
    return [source for source in sources() if source.path.parts[0] == "src" and not source.is_test]
