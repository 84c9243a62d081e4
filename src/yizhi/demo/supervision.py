"""执法监督（示意） Supervisors with certificates, five matters at different steps and a year's plan, played through the product's own actions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account
from yizhi.desk.supervision.actions import Notice, enter_supervision_certificate, perform, register
from yizhi.desk.supervision.attaching import attach
from yizhi.desk.supervision.findings import findings
from yizhi.desk.supervision.planning import bodies_with_powers, enter_plan

CERTIFIED = ("sifa", "jiandu", "jiandu2")
SENT = ["jiandu", "jiandu2"]
LAW = "《中华人民共和国行政处罚法》第五十四条（示意）"
LEFT_OUT = 2


def play_supervision(now: datetime) -> None:
    """Play what was supervised up to `now`, all of it or none."""
    certify(now)
    _objected(now - timedelta(days=20))
    _answered(now - timedelta(days=15))
    _reported(now - timedelta(days=8))
    _from_the_record(now - timedelta(days=3))
    _registered(now - timedelta(days=2))
    _plan(now)


def certify(now: datetime) -> None:
    """Give those who supervise their certificates."""
    for number, username in enumerate(CERTIFIED, start=1):
        enter_supervision_certificate(
            by=_who("sifa", now),
            account=username,
            number=f"演示监-{number}",
            valid_from=timezone.localdate(now) - timedelta(days=200),
            now=now,
        )


def send_letter(body: str, at: datetime, words: str, *, days: int) -> str:
    """Let a body that did not act be told so by a letter with a term of so many days; return the matter's dossier."""
    matter = _checked(body, at, "complaint", words, "not_acting")
    _letter(matter, "issue_supervision_order", at + timedelta(hours=4), days=days)
    return matter


def _from_the_record(at: datetime) -> None:
    """A case past its days, as the record shows it: a letter whose term still runs."""
    late = findings(_who("jiandu", at), "late", now=at)
    seen = late[0] if late else None
    words = f"{seen.what}，还没有办（示意）" if seen else "线索登记以后没有核查（示意）"
    body, case = (seen.body, seen.dossier) if seen else ("xiaohan", "")
    matter = _checked(body, at, "finding", words, "not_acting", case=case)
    _noticed(matter, at)
    _letter(matter, "issue_supervision_order", at + timedelta(hours=4), days=8)
    _act("sifa", matter, "receive_letter", at + timedelta(hours=5), received_on=timezone.localdate(at).isoformat())


def _objected(at: datetime) -> None:
    """A letter whose term has run out, and an objection that waits for its answer."""
    matter = send_letter("lianshan", at, "群众反映同一处反复投诉没有答复（示意）", days=15)
    why = "投诉的地点不在本镇，已经告知投诉人（示意）"
    _act("fuzeren", matter, "object_to_supervision", at + timedelta(days=10), objection_reason=why)


def _answered(at: datetime) -> None:
    """An opinion that was answered in time: it waits to be closed."""
    matter = _checked(
        "jinyu", at, "dossier_review", "案卷评查：现场笔录没有当事人签名，也没有注明原因（示意）", "improper"
    )
    _letter(matter, "issue_supervision_opinion", at + timedelta(hours=4), days=10)
    told: dict[str, Any] = {"is_corrected": True, "correction_report": "补正笔录，组织学习（示意）"}
    day = at + timedelta(days=6)
    file = SimpleUploadedFile("演示整改情况.txt", "笔录已经补正，附学习记录（示意）。".encode())
    kept = attach(_who("jinyu-approver", day), matter, file, now=day)
    _act("jinyu-approver", matter, "answer_supervision", day, [kept.digest], **told)


def _reported(at: datetime) -> None:
    """Serious enough for the county government: it waits for the decision."""
    matter = _checked("nanfeng", at, "referral", "连续三个季度有线索不登记（示意）", "not_acting")
    _noticed(matter, at)
    told = {"escalate_ground": "serious", "escalate_reason": "涉及面大，上次督办以后又发生（示意）"}
    _act("sifa", matter, "report_to_government", at + timedelta(hours=5), **told)


def _registered(at: datetime) -> None:
    """Registered and no more: within five days its body is to be notified."""
    facts = {"matter_source": "complaint", "matter_words": "群众反映夜间施工扰民，多次没有人来（示意）"}
    notice = Notice(body="gaoping", facts=facts, demo=True)
    register(_who("jiandu", at), notice, id=uuid7(), done_at=at, now=at)


def _noticed(matter: str, at: datetime) -> None:
    """Its body was notified on the day it was registered, and signed for it."""
    words = "这条线索哪天收到、做了什么、为什么没有办结（示意）"
    _act("sifa", matter, "notify_body", at + timedelta(hours=3, minutes=10), explain_what=words)
    day = timezone.localdate(at).isoformat()
    _act("sifa", matter, "receive_notice", at + timedelta(hours=3, minutes=30), received_on=day)


def _checked(body: str, at: datetime, source: str, words: str, problem: str, *, case: str = "") -> str:
    facts = {"matter_source": source, "matter_words": words}
    notice = Notice(body=body, case=case, facts=facts, demo=True)
    matter = register(_who("jiandu", at), notice, id=uuid7(), done_at=at, now=at).entry.dossier_id
    _act("jiandu", matter, "send_supervisors", at + timedelta(hours=1), supervisors=SENT)
    found: dict[str, Any] = {
        "problem_kind": problem,
        "problem_found": words,
        "supervision_basis": LAW,
        "supervision_certificates_shown": True,
    }
    _act("jiandu2", matter, "conclude_check", at + timedelta(hours=3), **found)
    return matter


def _letter(matter: str, kind: str, at: datetime, *, days: int) -> None:
    until = (timezone.localdate(at) + timedelta(days=days)).isoformat()
    _act("sifa", matter, kind, at, supervision_demand="查清原因，依法办理，书面报送（示意）", answer_by=until)


def _plan(now: datetime) -> None:
    """A plan of this year that leaves two towns out."""
    year = timezone.localdate(now).year
    towns = bodies_with_powers(year)[:-LEFT_OUT]
    lines = [
        {"body": body, "month": f"{year}-{month:02d}", "parts": ["capacity", "penalties"], "words": "抽查案卷（示意）"}
        for month, body in enumerate(towns, start=1)
    ]
    enter_plan(_who("sifa", now), year, lines, id=uuid7(), now=now)


def _act(username: str, matter: str, kind: str, at: datetime, files: Sequence[str] = (), **facts: Any) -> None:
    told = Told(id=uuid7(), kind=kind, facts=facts, done_at=at, evidence=files)
    perform(_who(username, at), matter, told, now=at)


def _who(username: str, at: datetime) -> Identity:
    account = Account.objects.select_related("officer").get(username=username)
    return identities(account, on=timezone.localdate(at))[0]
