"""What every request passes: security headers, the active identity, refusals turned into answers."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from yizhi.desk.people.identity import active, identities
from yizhi.desk.record.marks import one_look
from yizhi.rules.refusal import Refusal

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
OPEN_PATHS = ("/sign-in/", "/public/", "/static/", "/api/", "/favicon.ico", "/healthz")


def headers(get_response: Answer) -> Answer:
    """Send a content policy that lets a page load only what this installation serves."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "geolocation=(self), camera=(self), microphone=(self)")
        return response

    return middleware


def identity(get_response: Answer) -> Answer:
    """Put the active identity on the request; a page without one leads to sign-in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        request.identity = None  # type: ignore[attr-defined]
        if request.path.startswith(OPEN_PATHS):
            return get_response(request)
        if not request.user.is_authenticated:
            return HttpResponseRedirect(f"/sign-in/?{urlencode({'next': request.get_full_path()})}")
        held = identities(request.user, on=timezone.localdate(request.now))  # type: ignore[attr-defined]
        request.identities = held  # type: ignore[attr-defined]
        request.identity = active(held, request.session.get("identity", ""))  # type: ignore[attr-defined]
        if request.identity is None:  # type: ignore[attr-defined]
            return render(request, "no_identity.html", status=403)
        return get_response(request)

    return middleware


def one_look_for_readers(get_response: Answer) -> Answer:
    """Let a request that only reads stand on the facts of one moment: the marks of what is remembered are read once."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with one_look():
            return get_response(request)

    return middleware


def answered(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Return a refusal as a page, or for a machine as a problem document."""
    if request.path.startswith("/api/") or request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse(refusal.as_problem(), status=refusal.status, content_type="application/problem+json")
    return render(request, "error.html", {"refusal": refusal}, status=refusal.status)


def refusals(get_response: Answer) -> Answer:
    """Turn a refusal into a page, or for a machine into a problem document."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        return answered(request, error) if isinstance(error, Refusal) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware
