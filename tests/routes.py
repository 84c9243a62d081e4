"""Every address of the product with values filled in, as one town's people and a stranger would ask for them."""

from collections.abc import Iterator
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone

from tests import story
from tests.cast import KNOWN, LIANSHAN, LONG_AGO, Cast, account, at, fresh
from yizhi.desk.batches.actions import begin
from yizhi.desk.disclosure.applying import receive
from yizhi.desk.disclosure.figuring import compute
from yizhi.desk.disclosure.figuring import perform as publish_figures
from yizhi.desk.disclosure.tests.decided import decided, published
from yizhi.desk.inspections.actions import plan
from yizhi.desk.inspections.keeping import confirm_subject, publish_item
from yizhi.desk.inspections.shapes import Plan, Share
from yizhi.desk.inspections.year_plan import publish_plan, write_plan
from yizhi.desk.matters.models import Article, CitationFinding, Correction, DutyLetter, Saying, StatuteVersion
from yizhi.desk.papers.issuing_lists import issue_list
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Appointment
from yizhi.desk.supervision.actions import Notice, register
from yizhi.desk.supervision.attaching import attach

PAGES = ("GET", "POST")


def walk(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield (route, method) for every address that the product answers, API operations by their methods."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, route)
        else:
            yield from ((route, method) for method in methods(pattern))


def methods(pattern: URLPattern) -> tuple[str, ...]:
    """Return the methods of one address; a page is tried with both."""
    operations = getattr(getattr(pattern.callback, "__self__", None), "operations", None)
    if operations is None:
        return PAGES
    return tuple(sorted({method for operation in operations for method in operation.methods}))


def told(cast: Cast) -> dict[str, Any]:
    """Play the story in 连山镇 and return the value of each parameter of a route."""
    opened, seen = story.case(cast), story.lead(cast, "路边有人倒渣土")
    kept = story.evidence(cast, opened)
    paper = Paper.objects.filter(dossier=opened).order_by("position").first()
    assert paper is not None
    finding = CitationFinding.objects.create(
        item_id="cg-1", law="示意条例", article="第一条", state="doubted", sentence="示意", found_at=timezone.now()
    )
    text = StatuteVersion.objects.create(law="示意规定", version="2020-01-01", valid_from="2020-01-01", source="示意")
    Article.objects.create(statute=text, number="第一条", text="为了示意。")
    return {
        **visit(cast),
        "batch": batch(),
        **matter(cast, opened),
        "supervising": "gather_material",
        "year": 2026,
        "step": "check_batch",
        "disclosure": disclosure(cast),
        "disclosure_step": "correct_disclosure",
        **openness(cast),
        "issued": issued(cast),
        "case": opened,
        "lead": seen,
        "paper": paper.id,
        "evidence": kept.id,
        "number": paper.number,
        "kind": "tell_rights",
        "party": "p-ding",
        "item": "cg-1",
        "area": "area-a",
        "officer": "o-jia",
        "certificate": "c-o-jia",
        "allocation": f"a-cg-1-{LIANSHAN}",
        "letter": letter().fact,
        "account": "jia",
        "domain": "transport",
        "hearing_sum": "no-such-sum",
        "appointment": Appointment.objects.get(account__username="jia").pk,
        "body": "town-lianshan",
        "no": paper.position,
        "import": "items",
        "dispute": "public-notice-days",
        "rule": "court-demand-10d",
        "finding": finding.pk,
        "law": "示意规定",
        "article": "第一条",
        "saying": Saying.objects.create(text="渣渣", stands_for="垃圾", said_by="bianban", said_at=KNOWN).pk,
        "correction": Correction.objects.create(words="河头倒渣渣", meant_id="cg-1", told_by="jia", told_at=KNOWN).pk,
    }


def letter() -> DutyLetter:
    """Return a letter of the department to the area of 连山镇."""
    return DutyLetter.objects.create(
        fact="letter-1",
        area_id="area-a",
        body_id="dept-cg",
        number="示综执函〔2026〕1号",
        items=["cg-1"],
        valid_from=LONG_AGO,
        recorded_at=KNOWN,
    )


def visit(cast: Cast) -> dict[str, str]:
    """Confirm the town as a subject of inspection, publish one item and plan a visit; return its code, the facts and an act."""
    now, day = at("2026-06-01 08:00"), at("2026-05-01").date()
    told = {"confirmed_by": "gov", "confirmed_on": day, "announced_on": day, "announcement": "示意公告", "now": now}
    subject = confirm_subject(cast.justice, "town-lianshan", **told)
    told = {"content": "看现场", "published_on": day, "document": "示意", "channel": "示意", "now": now}
    listed = publish_item(cast.justice, "ny-1", **told)
    share = Share(body="town-lianshan", items=["ny-1"], officers=["o-jia", "o-yi"])
    wanted = Plan(
        party="p-firm",
        town=LIANSHAN,
        starts_at=at("2026-06-03 09:30"),
        ends_at=at("2026-06-03 10:30"),
        reason="示意",
        shares=[share],
        facts={"answers": {"annual-cap-unknown-农业": "示意"}},
    )
    code = plan(cast.captain, wanted, id=fresh(), done_at=now, now=now).pk
    year, line = timezone.localdate().year, {"item": "ny-1", "kind": "daily", "subjects": "示意", "times": 1}
    write_plan(cast.ji, year, [line], id=fresh(), now=now)
    publish_plan(cast.ji, year, published_on=day, channel="示意", id=fresh(), now=now)
    return {"visit": code, "visit_act": "approve_inspection", "subject": subject.fact, "listed": listed.fact}


def batch() -> str:
    """Draft a batch that takes the town's power back; return its dossier."""
    keeper = identities(account("bianban", "编办", "establishment", "gov"), on=at("2026-06-10").date())[0]
    line = {"item": "cg-1", "town": LIANSHAN, "mode": "conferral", "basis": ""}
    facts = {"kind": "recall", "title": "收回示意", "lines": [line], "starts_on": "2026-12-01"}
    told = Told(id=fresh(), kind="draft_batch", facts=facts, done_at=at("2026-06-10"))
    return begin(keeper, told, now=at("2026-06-10 10:00")).batch.dossier_id


def disclosure(cast: Cast) -> str:
    """Publish the decision of a case of its own, in 连山镇; return its dossier."""
    return published(cast, decided(cast, deed="2026-05-29"))


def matter(cast: Cast, case: str) -> dict[str, Any]:
    """Register a matter of supervision about the case and keep a file in it. The body supervised has not been told of it."""
    facts = {"matter_source": "finding", "matter_words": "示意"}
    notice = Notice(body="town-lianshan", case=case, facts=facts)
    moment = at("2026-06-10")
    dossier = register(cast.justice, notice, id=fresh(), done_at=moment, now=moment).entry.dossier_id
    kept = attach(cast.justice, dossier, SimpleUploadedFile("材料.txt", "示意材料".encode()), now=moment)
    return {"matter": dossier, "attached": kept.id}


def issued(cast: Cast) -> str:
    """Issue the list of the area of 连山镇; return its dossier."""
    moment = at("2026-06-10 10:00")
    return issue_list(cast.justice, "area-a", moment.date(), id=fresh(), demo=True, now=moment).pk


def openness(cast: Cast) -> dict[str, Any]:
    """Count and publish a year of 连山镇's figures, receive an application there."""
    moment = at("2026-01-20 10:00")
    year = compute(
        cast.jia, Told(id=fresh(), kind="compute_figures", facts={"year": 2025}, done_at=moment), now=moment
    ).row
    public = Told(id=fresh(), kind="publish_figures", facts={"words": "示意"}, done_at=moment)
    publish_figures(cast.bing, year.dossier_id, public, now=moment)
    facts = {"applicant": "戊申请", "asked": "示意案卷", "received_on": "2026-01-20"}
    asked = receive(cast.jia, Told(id=fresh(), kind="receive_application", facts=facts, done_at=moment), now=moment).row
    return {
        "figures": year.dossier_id,
        "figures_step": "correct_figures",
        "application": asked.dossier_id,
        "application_step": "answer_application",
    }


# Which of the values above a parameter takes, by the beginning of the route.
PARAMETERS = (
    ("leads/<str:dossier>/", {"dossier": "lead"}),
    ("papers/<uuid:id>", {"id": "paper"}),
    ("evidence/<uuid:id>", {"id": "evidence"}),
    ("parties/<str:code>/", {"code": "party"}),
    ("items/<str:code>/", {"code": "item"}),
    ("allocations/<str:fact>/", {"fact": "allocation"}),
    ("certificates/<str:fact>/", {"fact": "certificate"}),
    ("lists/<str:area>/", {"area": "area"}),
    ("issued-lists/", {"dossier": "issued"}),
    ("public/lists/issued/", {"dossier": "issued"}),
    ("api/v1/issued-lists/", {"dossier": "issued"}),
    ("statutes/<str:law>/", {"law": "law", "number": "article"}),
    ("citations/<int:number>/", {"number": "finding"}),
    ("api/v1/items/<code>/", {"code": "item"}),
    ("api/v1/citations/<number>", {"number": "finding"}),
    ("sayings/corrections/<int:number>/", {"number": "correction"}),
    ("sayings/<int:number>/", {"number": "saying"}),
    ("instruments/<str:fact>/", {"fact": "allocation"}),
    ("letters/<str:fact>/", {"fact": "letter"}),
    ("inspections/subjects/<str:fact>/", {"fact": "subject"}),
    ("inspections/items/<str:fact>/", {"fact": "listed"}),
    ("inspections/plans/<str:code>/", {"code": "body"}),
    ("inspections/<str:code>/", {"code": "visit", "kind": "visit_act"}),
    ("api/v1/inspection-plans/", {"year": "year"}),
    ("api/v1/inspections/<code>", {"code": "visit"}),
    ("batches/<str:dossier>/", {"dossier": "batch", "kind": "step"}),
    ("disclosure/cases/", {"dossier": "case"}),
    ("disclosure/figures/<str:dossier>/", {"dossier": "figures", "kind": "figures_step"}),
    ("disclosure/applications/<str:dossier>/", {"dossier": "application", "kind": "application_step"}),
    ("public/figures/<str:dossier>/", {"dossier": "figures"}),
    ("public/bodies/<str:code>/", {"code": "body"}),
    ("disclosure/<str:dossier>/", {"dossier": "disclosure", "kind": "disclosure_step"}),
    ("public/disclosure/<str:dossier>/", {"dossier": "disclosure"}),
    ("api/v1/disclosures/<dossier>", {"dossier": "disclosure"}),
    ("api/v1/yearly-figures/<dossier>", {"dossier": "figures"}),
    ("api/v1/dossier-applications/<dossier>", {"dossier": "application"}),
    ("imports/<str:kind>/", {"kind": "import"}),
    ("officers/<str:code>/", {"code": "officer"}),
    ("accounts/<str:username>/", {"username": "account", "appointment": "appointment"}),
    ("bodies/<str:code>/", {"code": "body"}),
    ("disputes/<str:id>/", {"id": "dispute"}),
    ("rules/<str:id>/", {"id": "rule"}),
    ("hearing-sums/", {"domain": "domain", "fact": "hearing_sum"}),
    ("cases/<str:dossier>/", {"dossier": "case", "kind": "kind"}),
    ("supervision/<str:dossier>/", {"dossier": "matter", "kind": "supervising", "number": "no", "id": "attached"}),
    ("api/v1/supervision/plans/", {"year": "year"}),
    ("api/v1/supervision/<dossier>", {"dossier": "matter"}),
    ("api/v1/batches/<dossier>", {"dossier": "batch"}),
    ("api/v1/cases/<dossier>", {"dossier": "case", "no": "no"}),
)
# What is asked for when it must not be there: of the same shape, and nobody's.
ABSENT = {
    "dossier": "20260101-ABCDEF",
    "id": "01936f00-0000-7000-8000-000000000001",
    "code": "no-such-code",
    "fact": "no-such-fact",
    "area": "no-such-area",
    "domain": "no-such-domain",
    "username": "nosuch",
}


def address(route: str, values: dict[str, Any], *, absent: bool = False) -> str:
    """Return the path of a route with its parameters filled from `values`, or with values that stand for nothing."""
    names = next((names for begin, names in PARAMETERS if route.startswith(begin)), {})
    path = route
    for name, key in names.items():
        value = ABSENT.get(name, values[key]) if absent else values[key]
        for written in (f"<str:{name}>", f"<uuid:{name}>", f"<int:{name}>", f"<{name}>"):
            path = path.replace(written, str(value))
    assert "<" not in path, f"{route}: say in PARAMETERS what its parameters stand for"
    return f"/{path}"
