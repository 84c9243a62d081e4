"""读得出 What no database keeps and no reader sees is answered by name before anything else looks at it."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yizhi.rules.refusal import Reason, Refusal, bad_input

from .middleware import answered

Answer = Callable[[HttpRequest], HttpResponse]
HALF_PAIR = re.compile(rb"\\u[dD][89a-fA-F]")


class TooLarge(Refusal):
    """More than is taken at once."""

    status = 413


def readable(get_response: Answer) -> Answer:
    """Refuse a body that is too large (`content-too-large`) and characters that cannot be kept (`bad-input`), for pages and API alike."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if _too_large(request):
            return answered(request, too_large())
        if any("\x00" in text for text in _texts(request)) or not _printable(request):
            return answered(request, bad_input("content", "内容里有看不见、存不了的字符。", "删去这些字符后再提交。"))
        return None

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def too_large() -> Refusal:
    """Return the refusal of text that is longer than is taken at once."""
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024 // 1024
    reason = Reason(
        "content-too-large",
        f"填写的内容超过 {most} 兆，没有收下。",
        "",
        "stop",
        "写短一些；文件作为证据存入。",
        "content",
    )
    return TooLarge([reason])


def _too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    whole = request.content_type != "multipart/form-data"
    return whole and length.isdigit() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def _texts(request: HttpRequest) -> Iterable[str]:
    yield request.path
    for sent in (request.GET, request.POST):
        for key, values in sent.lists():
            yield key
            yield from (value for value in values if isinstance(value, str))


def _printable(request: HttpRequest) -> bool:
    if request.content_type != "application/json":
        return True
    body = request.body
    if b"\\u0000" in body:
        return False
    if not HALF_PAIR.search(body):
        return True
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    except (ValueError, RecursionError):
        return True  # The door that reads the body says what is wrong with it.
    return True
