"""The house stands: floors and rooms, small files, plain names, nothing of one machine."""

import ast
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings

from tests.sources import ROOT, product, sources, tracked

# Functions are written to fit 40 lines; the formatter may spread a long call over more.
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
DRAWERS = {"utils", "common", "core", "helpers", "base", "misc", "manager", "service"}
NAMED_BY_DJANGO = {"src/yizhi/web/sqlite/base.py"}
SIGNALS = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
TEXTS = {".py", ".md", ".toml", ".txt", ".json", ".html", ".css", ".js", ".typ", ".csv", ".in", ".jsonl", ".yml", ""}
REGISTRY = re.compile(r"(index-url|registry|resolved|find-links)\W{1,6}(https?|file)://")
MACHINE = re.compile(r"/(?:wo[r]k|fa[r]m|ho[m]e/\w+|ro[o]t)/\w")
FURNITURE = ("apps.py", "urls.py")


def ids(rows):
    return [str(row.path) for row in rows]


def test_imports_go_down_only():
    words = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_relation_points_to_the_same_room_or_a_lower_one():
    height = {room: number for number, room in enumerate(settings.ROOMS)}
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in height]
    assert models
    for model in models:
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete:
                other = field.related_model._meta.app_label
                assert height[other] <= height[model._meta.app_label], f"{model.__name__}.{field.name} points up"


def test_no_relation_can_be_walked_upwards():
    for model in apps.get_models(include_auto_created=True):
        for relation in model._meta.related_objects:
            if not relation.hidden and relation.related_model._meta.app_label in settings.ROOMS:
                assert relation.related_model._meta.app_label == model._meta.app_label, (
                    f"{model.__name__} ← {relation.name}"
                )


@pytest.mark.parametrize("source", sources(), ids=ids(sources()))
def test_a_file_is_small_and_imports_at_its_head(source):
    assert source.text.count("\n") <= LONGEST_FILE
    if str(source.path) not in NAMED_BY_DJANGO:
        assert source.path.stem not in DRAWERS and not DRAWERS & set(source.path.parts)
    for function in source.functions:
        length = function.end_lineno - function.lineno + 1
        assert length <= LONGEST_FUNCTION or source.is_test, f"{function.name}: {length} lines"
        inner = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert not inner, f"import inside {function.name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            assert [name.name for name in node.names] != ["*"]
            assert node.module not in SIGNALS


@pytest.mark.parametrize("source", product(), ids=ids(product()))
def test_what_others_call_says_what_it_does(source):
    for node in source.tree.body:
        public = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith(
            "_"
        )
        is_form = isinstance(node, ast.ClassDef) and source.path.name == "forms.py"
        if public and source.path.name not in FURNITURE and not is_form:
            assert ast.get_docstring(node), f"{node.name} says nothing"
    if source.text.strip() and source.path.name not in FURNITURE:
        assert ast.get_docstring(source.tree)


def test_no_file_names_one_machine_or_a_registry():
    for path in tracked():
        if path.suffix in TEXTS and path.name != "package-lock.json":
            text = (ROOT / path).read_text(encoding="utf-8")
            assert not REGISTRY.search(text), f"{path} names a package registry"
            assert not MACHINE.search(text), f"{path} names a path of one machine: {MACHINE.search(text)}"


def test_nothing_is_left_to_do_later():
    mark = re.compile(r"#.*\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    left = [str(source.path) for source in sources() if mark.search(source.text)]
    assert left == []


def test_law_stays_out_of_forms_settings_and_models():
    words = re.compile(r"第\d+条")
    for source in product():
        if source.path.name in {"forms.py", "settings.py"} or source.path.name == "models.py":
            assert not words.search(source.text), f"{source.path} cites an article: rules belong to the rules floor"
