"""The one API tree. Bearer tokens; refusals are problem documents; each room brings its own router."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from yizhi.desk.batches.api import router as batches
from yizhi.desk.cases.api import router as cases
from yizhi.desk.cases.clock_api import router as clock
from yizhi.desk.cases.record_api import router as record
from yizhi.desk.cases.self_check_pages import router as self_check
from yizhi.desk.disclosure.api import router as disclosure
from yizhi.desk.disclosure.own_api import router as openness
from yizhi.desk.inspections.api import router as inspections
from yizhi.desk.inspections.year_api import router as inspection_plans
from yizhi.desk.leads.api import router as leads
from yizhi.desk.matters.api import router as matters
from yizhi.desk.matters.benchmark_api import router as benchmarks
from yizhi.desk.matters.citation_api import router as citations
from yizhi.desk.matters.list_api import router as lists
from yizhi.desk.papers.issued_api import router as issued
from yizhi.desk.people.tokens import bearer
from yizhi.desk.rulings.api import router as rulings
from yizhi.desk.supervision.api import router as supervision
from yizhi.rules.refusal import Reason, Refusal, bad_input, refuse

SAFE = {"GET", "HEAD", "OPTIONS"}


class Bearer(HttpBearer):
    """A token stands for one identity; a read-only token cannot write."""

    openapi_name = "bearer"

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        held = bearer(token, now=timezone.now())
        if held is None:
            return None
        identity, scope = held
        if scope == "read" and request.method not in SAFE and not request.path.endswith("/authority/ask"):
            error = refuse("token-read-only", "这个令牌只能读取，不能写入。", cure="请管理员签发读写令牌。")
            error.status = 403
            raise error
        request.identity = identity  # type: ignore[attr-defined]
        request.now = timezone.now()  # type: ignore[attr-defined]
        return identity


api = NinjaAPI(
    title="一支 Yizhi",
    version="1",
    urls_namespace="api",
    auth=Bearer(),
    docs_url=None,
    openapi_url="openapi.json",
    description="片区综合行政执法平台接口。错误为 problem+json，带代码、句子、条文、办法。",
)
api.add_router("", rulings)
api.add_router("", matters)
api.add_router("", lists)
api.add_router("", issued)
api.add_router("", citations)
api.add_router("", benchmarks)
api.add_router("", leads)
api.add_router("", inspections)
api.add_router("", inspection_plans)
api.add_router("", cases)
api.add_router("", record)
api.add_router("", self_check)
api.add_router("", clock)
api.add_router("", batches)
api.add_router("", disclosure)
api.add_router("", openness)
api.add_router("", supervision)


def problem(request: HttpRequest, error: Refusal) -> HttpResponse:
    """Answer a refusal as RFC 9457."""
    response = api.create_response(request, error.as_problem(), status=error.status)
    response["Content-Type"] = "application/problem+json"
    return response


@api.exception_handler(Refusal)
def refused(request: HttpRequest, error: Refusal) -> HttpResponse:
    """Answer what may not be done."""
    return problem(request, error)


@api.exception_handler(HttpError)
def unread(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Answer a body that is no JSON."""
    refusal = bad_input("content", "发来的内容不是 JSON，读不出。", "按接口文档改正。")
    refusal.status = error.status_code
    return problem(request, refusal)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Answer a missing, unknown or expired token."""
    refusal = refuse(
        "token-unknown", "没有令牌，或者令牌不对、已到期。", cure="请管理员签发令牌，放在 Authorization: Bearer 之后。"
    )
    refusal.status = 401
    return problem(request, refusal)


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Answer values of the wrong shape, each by its name."""
    reasons = [
        Reason(
            "bad-input",
            f"{'.'.join(str(part) for part in each['loc'][1:])} 的值无法读取。",
            "",
            "stop",
            "按接口文档改正。",
            str(each["loc"][-1]),
        )
        for each in error.errors[:20]
    ]
    refusal = Refusal(reasons)
    refusal.status = 422
    return problem(request, refusal)
