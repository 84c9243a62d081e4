"""构件与页面 Every part and every page, rendered without a database: valid nesting, labels, hidden icons, no colour in place."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from yizhi.web.jinja import environment
from yizhi.web.tests.samples import frame
from yizhi.web.tests.samples_rooms import PAGES

PACKAGE = Path(__file__).resolve().parents[2]
FRONTEND = PACKAGE.parents[1] / "frontend"
VOID = {"area", "br", "hr", "img", "input", "link", "meta", "path", "rect", "line", "use"}
MACRO = re.compile(r"{% macro (\w+)\(")
PREVIEWED = re.compile(r'<article class="paper.*?</article>', re.DOTALL)
ICON = re.compile(r'icon\(\s*"([\w-]+)"')


class Reader(HTMLParser):
    """Walks one page and writes down what a reader or a browser would trip over."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.controls: list[dict[str, str | None]] = []
        self.described: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "style" in found or "onclick" in found:
            self.faults.append(f"<{tag}> carries a style or a script in place")
        if "placeholder" in found:
            self.faults.append(f"<{tag}> has a placeholder")
        if tag == "svg" and found.get("class", "").split()[:1] == ["i"] and found.get("aria-hidden") != "true":  # type: ignore[union-attr]
            self.faults.append("an icon speaks")
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "label" and found.get("for"):
            self.labelled.add(str(found["for"]))
        self.described |= set(str(found.get("aria-describedby") or "").split())
        if tag in ("input", "select", "textarea") and found.get("type") != "hidden":
            self.controls.append({**found, "inside": "label" if "label" in self.open else None})
        if tag == "script" and not found.get("src"):
            self.faults.append("a script in the page")
        if tag in ("p", "h2", "h3") and "p" in self.open:
            self.faults.append(f"<{tag}> inside <p>")
        if tag in ("a", "button") and {"a", "button"} & set(self.open):
            self.faults.append(f"<{tag}> inside another link or button")
        if tag == "form" and "form" in self.open:
            self.faults.append("a form inside a form")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1] if self.open else 'nothing'}>")
        else:
            self.open.pop()


@pytest.fixture(scope="module")
def pages() -> Environment:
    folders = [PACKAGE / "web" / "templates", *sorted((PACKAGE / "desk").glob("*/templates"))]
    return environment(loader=FileSystemLoader(folders))


def render(pages: Environment, name: str) -> str:
    template, current, context = PAGES[name]
    framed: dict[str, Any] = {"frame": frame(current)} if current else {}
    return pages.get_template(template).render(**framed, **context)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_nests_its_elements_and_names_its_fields(pages: Environment, name: str) -> None:
    reader = Reader()
    html = render(pages, name)
    reader.feed(html)
    unnamed = [one.get("name") for one in reader.controls if not one["inside"] and one.get("id") not in reader.labelled]
    assert (reader.faults, reader.open, unnamed) == ([], [], [])
    assert sorted(set(reader.ids)) == sorted(reader.ids), "an id stands twice"
    assert reader.described <= set(reader.ids), "a description is missing"
    assert PREVIEWED.sub("", html).count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_no_page_leads_outside_or_shows_an_empty_value(pages: Environment, name: str) -> None:
    html = render(pages, name)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', html)
    assert "None" not in re.sub(r"<[^>]+>", "", html)
    assert 'href=""' not in html


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page[1]])
def test_every_page_says_in_whose_name_one_acts(pages: Environment, name: str) -> None:
    assert "以 <b>连山镇人民政府</b> 名义" in render(pages, name)


def test_the_gallery_shows_every_part_and_every_kind_of_field(pages: Environment) -> None:
    source = (PACKAGE / "web/templates/gallery.html").read_text(encoding="utf-8")
    parts = set(MACRO.findall((PACKAGE / "web/templates/parts.html").read_text(encoding="utf-8")))
    assert {part for part in parts if f"p.{part}(" not in source} == set()
    fields = set(MACRO.findall((PACKAGE / "web/templates/fields.html").read_text(encoding="utf-8")))
    kinds = {field["kind"] for field in PAGES["gallery"][2]["fields"]}
    inner = {"described", "words", "mistake", "missing_chip", "single", "many", "input", "field"}
    assert fields - inner == kinds


def test_every_icon_that_a_page_names_is_in_the_sprite() -> None:
    known = set(json.loads((FRONTEND / "icons.json").read_text(encoding="utf-8")))
    named = {
        name for page in PACKAGE.rglob("templates/**/*.html") for name in ICON.findall(page.read_text(encoding="utf-8"))
    }
    assert named - known == set()


def test_unknown_text_is_escaped_everywhere(pages: Environment) -> None:
    hostile = "<script>alert(1)</script>"
    task = {
        "state": "soon",
        "left": hostile,
        "on": hostile,
        "act": hostile,
        "subject": hostile,
        "why": hostile,
        "number": hostile,
        "href": "#",
    }
    html = pages.get_template("cases/todo.html").render(
        frame=frame(), today=PAGES["todo"][2]["today"], tabs=[], tasks=[task]
    )
    assert hostile not in html


def test_the_acts_first_button_sleeps_while_something_is_missing(pages: Environment) -> None:
    html = render(pages, "act")
    assert re.search(r'<button class="btn btn-primary" name="do" value="send" disabled', html)
    ready = pages.get_template("cases/act.html").render(frame=frame("案件"), **{**PAGES["act"][2], "missing": []})
    assert re.search(r'<button class="btn btn-primary" name="do" value="send">', ready)


def test_only_one_filled_button_stands_in_a_card_list(pages: Environment) -> None:
    acts = render(pages, "case").split("现在可以做")[1].split("还不能做")[0]
    assert acts.count("btn-primary") == 1
