"""人员 Pages of officers, the team and accounts; `shown` is how every room of this floor draws a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def shown(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Return the page `template` drawn with `context` inside the frame of the active identity."""
    return render(request, template, dict(context or {}), status=status)
