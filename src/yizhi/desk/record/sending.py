"""发送 An answer of the interface that is sent as it is: made of plain values once, not read again into its own shape."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse

WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=DjangoJSONEncoder().default)


def sent(value: Any, *, status: int = 200) -> HttpResponse:
    """Return plain values as JSON; days and moments as every answer of the interface writes them."""
    return HttpResponse(WRITER.encode(value), status=status, content_type="application/json; charset=utf-8")
