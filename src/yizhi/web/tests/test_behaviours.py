"""页面行为 The desk's small behaviours in a real browser, under a policy that allows nothing in place; and every width without overflow."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from yizhi.web.jinja import environment
from yizhi.web.tests.samples import frame
from yizhi.web.tests.samples_rooms import PAGES

WEB = Path(__file__).resolve().parents[1]
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'"
CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (360, 390, 768, 1024, 1440, 1920)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (WEB / "static/built/desk.css").exists(), reason="the front end is not built: make frontend"
    ),
]


class Desk(http.server.SimpleHTTPRequestHandler):
    """Serves rendered pages; a posted preview is answered with a page and a woken button."""

    posts: list[bytes] = []

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return

    def do_POST(self) -> None:
        self.posts.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write('<p>预览</p><div id="act-bar" hx-swap-oob="true"><button>可以办了</button></div>'.encode())


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "static").symlink_to(WEB / "static")
    folders = [WEB / "templates", *sorted((WEB.parent / "desk").glob("*/templates"))]
    pages = environment(loader=FileSystemLoader(folders))
    for name, (template, current, context) in PAGES.items():
        framed = {"frame": frame(current)} if current else {}
        (folder / f"{name}.html").write_text(pages.get_template(template).render(**framed, **context), encoding="utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Desk, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path=str(CHROMIUM) if CHROMIUM.exists() else None, args=["--no-sandbox"]
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser, address):
    opened = browser.new_page(viewport={"width": 1440, "height": 1000})
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    opened.close()
    assert faults == []


def test_slash_goes_to_the_ask_box_and_not_while_typing(page, address):
    page.goto(f"{address}todo.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "ask"
    page.keyboard.type("a/b")
    assert page.input_value("#ask") == "a/b"


def test_keys_walk_the_work_lines(page, address):
    page.goto(f"{address}todo.html")
    for key in ("j", "j", "ArrowDown", "k"):
        page.keyboard.press(key)
    assert "决定是否立案" in page.evaluate("document.activeElement.textContent")


def test_the_identity_dialog_opens_and_closes(page, address):
    page.goto(f"{address}todo.html")
    page.click("[data-dialog]")
    assert page.evaluate("document.getElementById('identity').open") is True
    page.click("[data-close]")
    assert page.evaluate("document.getElementById('identity').open") is False


def test_the_identity_dialog_is_reached_without_script(browser, address):
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(f"{address}todo.html")
    bare.click("[data-dialog]")
    assert bare.locator("#identity button", has_text="换成这个名义").is_visible()


def test_typing_refreshes_the_paper_and_wakes_the_button(page, address):
    Desk.posts.clear()
    page.goto(f"{address}act.html")
    page.type("#f-contact_phone", "0838", delay=30)
    page.locator("#act-bar", has_text="可以办了").wait_for()
    assert "预览" in page.inner_text("#preview")
    assert len(Desk.posts) == 1, "four keys, one request"
    assert b"contact_phone=0838" in Desk.posts[0]


def test_leaving_a_changed_form_asks_first(page, address):
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{address}act.html")
    page.fill("#f-contact_phone", "0838")
    page.goto(f"{address}todo.html")
    assert asked == ["beforeunload"]


def test_a_second_press_sends_nothing(page, address):
    page.goto(f"{address}party-form.html")
    sent = page.evaluate(
        """() => { let sent = 0; const form = document.querySelector('form[data-guard]');
        form.addEventListener('submit', (event) => { sent += 1; event.preventDefault(); });
        form.requestSubmit(); form.requestSubmit(); return sent; }"""
    )
    assert sent == 1


def test_the_slider_writes_its_day(page, address):
    page.goto(f"{address}area-list.html")
    page.evaluate(
        "const back = document.querySelector('#back'); back.value = 500; back.dispatchEvent(new Event('input'))"
    )
    assert (page.input_value("#on"), page.inner_text("#on-words")) == ("2026-08-15", "2026年8月15日")


def test_chosen_files_are_named(page, address):
    page.goto(f"{address}import.html")
    page.set_input_files(
        "#file", files=[{"name": "事项.xlsx", "mimeType": "application/octet-stream", "buffer": b"a" * 3_000_000}]
    )
    assert page.inner_text("#file-list") == "事项.xlsx　2.9 MB"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_its_window(page, address, name):
    wide = []
    page.goto(f"{address}{name}.html")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(width)
    assert wide == []
