"""安装包 The wheel carries the built front end and every table, and works where no source and no Node is."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.sources import ROOT, tracked

pytestmark = pytest.mark.slow
BUILT = {f"yizhi/web/static/built/{name}" for name in ("desk.css", "desk.js", "icons.svg")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    words = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("yizhi-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Install the wheel in an environment of its own; what the product needs is borrowed from the test's environment."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=False)
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    own = [Path(path) for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("".join(f"{path}\n" for path in own), encoding="utf-8")
    return folder


def run(installed, *words):
    python = installed / "venv" / "bin" / "python"
    env = {"PATH": "", "YIZHI_HOME": str(installed / "home")}
    return subprocess.run(
        [python, "-m", "yizhi.web.command", *words], cwd=installed, env=env, capture_output=True, text=True
    )


def test_everything_of_the_package_is_in_the_wheel(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to("src")) for path in tracked() if path.parts[0] == "src" and "tests" not in path.parts
    }
    assert wanted - names == set()
    assert names >= BUILT


def test_no_tests_and_nothing_of_one_machine_is_in_the_wheel(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if "/tests/" in name or "__pycache__" in name] == []


def test_the_wheel_says_what_it_is(wheel):
    packed = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in packed.namelist() if name.endswith("METADATA"))
    said = packed.read(metadata).decode()
    assert "Name: yizhi" in said and "License-File: LICENSE" in said and "Requires-Dist: django" in said


def test_the_installed_command_answers(installed):
    shown = run(installed, "rules", "show", "serve-7d")
    assert shown.returncode == 0 and shown.stdout.startswith("serve-7d")
    assert run(installed, "--help").stdout.startswith("用法：yizhi")


def test_the_installed_command_finds_its_database_fonts_and_front_end(installed):
    checked = run(installed, "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert str(installed) in checked.stdout and "页面的样式和脚本齐全" in checked.stdout
