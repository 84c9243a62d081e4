"""人员 Entering officers, certificates, postings and recusals. All are dated; a change is a new row, and the old one keeps what was known."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area
from yizhi.desk.record.facts import check_span, correct, enter, fact_code
from yizhi.desk.record.keeping import JUSTICE_KEEPERS, PEOPLE_KEEPERS, Keeper, permit
from yizhi.desk.record.models import DatedFact
from yizhi.rules.authority.entry import posting_not_allowed
from yizhi.rules.authority.facts import Body as BodyFact
from yizhi.rules.authority.facts import Officer as OfficerFact
from yizhi.rules.authority.facts import Posting as PostingFact
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason, Refusal, bad_input, refuse

from .certificates import STATUSES, with_status
from .models import Certificate, Officer, Posting, Recusal, Role, Service

Fact = TypeVar("Fact", Service, Certificate, Posting, Recusal)
KINDS: dict[str, tuple[type[DatedFact], str]] = {
    "service": (Service, "这条归属"),
    "certificate": (Certificate, "这个执法证"),
    "posting": (Posting, "这次派驻"),
    "recusal": (Recusal, "这次回避"),
}


def enter_officer(
    *,
    by: Keeper,
    name: str,
    body: str,
    valid_from: date,
    now: datetime,
    employer: str = "",
    phone: str = "",
    code: str = "",
) -> Officer:
    """登记执法人员 Enter a person and whose officer the person is from `valid_from` on; `employer` when another body employs."""
    permit(by, PEOPLE_KEEPERS)
    if not name.strip():
        raise bad_input("name", "姓名还没有填。", "照执法证填写。", "name-missing")
    if code and Officer.objects.filter(pk=code).exists():
        raise bad_input("code", "这个编号已经登记。", "核对编号；已经登记的人员不用再登记。", "code-taken")
    with transaction.atomic():
        officer = Officer.objects.create(code=code or fact_code("o"), name=name.strip(), phone=phone)
        enter_service(by=by, officer=officer.pk, body=body, employer=employer, valid_from=valid_from, now=now)
    return officer


def correct_officer(*, by: Keeper, officer: str, name: str, phone: str) -> Officer:
    """更正姓名、电话 Correct the name and the phone of a person."""
    permit(by, PEOPLE_KEEPERS)
    row = _officer(officer)
    row.name, row.phone = name.strip() or row.name, phone
    row.save(update_fields=["name", "phone"])
    return row


def enter_service(
    *,
    by: Keeper,
    officer: str,
    body: str,
    valid_from: date,
    now: datetime,
    employer: str = "",
    valid_to: date | None = None,
) -> Service:
    """登记归属 Enter whose officer a person is during [valid_from, valid_to). One body at a time (`service-overlaps`)."""
    permit(by, PEOPLE_KEEPERS)
    check_span(valid_from, valid_to)
    home, pays = _body(body, "body"), _body(employer or body, "employer")
    person = _officer(officer)
    for other in Service.objects.known().filter(officer=person).select_related("body"):
        if _meet(valid_from, valid_to, other):
            sentence = (
                f"{person.name}自{other.valid_from:%Y年%m月%d日}起的执法资格在{other.body.name}，同一天只能在一个机关。"
            )
            raise refuse("service-overlaps", sentence, cure="先写明原归属的止日，再登记新的。", about="valid_from")
    row = Service(
        fact=fact_code("s"), officer=person, body=home, employer=pays, valid_from=valid_from, valid_to=valid_to
    )
    return enter(row, by=by.account, now=now)


def enter_certificate(
    *,
    by: Keeper,
    officer: str,
    number: str,
    domains: Sequence[str],
    valid_from: date,
    now: datetime,
    valid_to: date | None = None,
) -> Certificate:
    """登记行政执法证 Enter a certificate for [valid_from, valid_to) in `domains` (none = all).

    Entered by the justice office, which issues it, it is good at once; by anybody else it counts for nothing until that office
    confirms it (rule `qualification-by-justice`). Refuses a number that another officer holds (`certificate-number-taken`).
    """
    permit(by, PEOPLE_KEEPERS)
    person = _officer(officer)
    _refuse_taken_number(number, person.pk, "")
    row = Certificate(
        fact=fact_code("c"),
        officer=person,
        number=number.strip(),
        domains=list(domains),
        status_periods=[{"status": "valid", "from": valid_from.isoformat(), "to": None}]
        if by.role in JUSTICE_KEEPERS
        else [],
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return enter(row, by=by.account, now=now)


def correct_certificate(
    *, by: Keeper, fact: str, number: str, domains: Sequence[str], valid_to: date | None, now: datetime
) -> Certificate:
    """更正执法证 Correct the number, the domains and the end of a certificate; also for its renewal, by the justice office. Its statuses stay."""
    permit(by, PEOPLE_KEEPERS)
    held = Certificate.objects.known().filter(fact=fact).first()
    _refuse_taken_number(number, held.officer_id if held else "", fact)
    if held is not None and held.valid_to is not None and (valid_to is None or valid_to > held.valid_to):
        _refuse_unconfirmed(by, "valid")
    changes = {"number": number.strip(), "domains": list(domains), "valid_to": valid_to}
    return correct(Certificate, fact, what="这个执法证", by=by.account, now=now, **changes)


def change_certificate_status(
    *, by: Keeper, fact: str, status: str, valid_from: date, now: datetime, valid_to: date | None = None
) -> Certificate:
    """暂扣、吊销、恢复 Let a certificate have a status during [valid_from, valid_to); on each day exactly one holds."""
    permit(by, PEOPLE_KEEPERS)
    check_span(valid_from, valid_to)
    if status not in STATUSES:
        raise bad_input("status", "执法证的状态只有有效、暂扣、吊销（注销）。", "从列表里选。", "certificate-status")
    _refuse_unconfirmed(by, status)
    with transaction.atomic():
        held = Certificate.objects.known().filter(fact=fact).first()
        periods = with_status(held.status_periods if held else [], status, valid_from, valid_to)
        return correct(Certificate, fact, what="这个执法证", by=by.account, now=now, status_periods=periods)


def enter_posting(
    *,
    by: Keeper,
    officer: str,
    area: str,
    acts_for: Sequence[str],
    letter: str,
    valid_from: date,
    now: datetime,
    valid_to: date | None = None,
) -> Posting:
    """登记派驻 Enter a posting to an area during [valid_from, valid_to); `acts_for` are the bodies its letter names.

    A department may be named only for an officer whose own body is a department (`posting-not-allowed`); anything else would be
    an entrustment without its conditions. A name other than the officer's own needs the letter (`posting-letter-missing`).
    """
    permit(by, PEOPLE_KEEPERS)
    person, place = _officer(officer), _area(area)
    home = Service.objects.known().holding(valid_from).filter(officer=person).select_related("body").first()
    if home is None:
        cure = "先登记执法资格所属机关，再登记派驻。"
        raise refuse(
            "officer-without-body",
            f"{person.name}在这一天没有执法资格所属机关。",
            "行政处罚法 第42条",
            cure,
            "valid_from",
        )
    named = [_body(code, "acts_for") for code in dict.fromkeys(acts_for)]
    _refuse_posting(person, home.body, named, letter)
    row = Posting(
        fact=fact_code("p"),
        officer=person,
        area=place,
        acts_for=[body.pk for body in named],
        letter=letter.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return enter(row, by=by.account, now=now)


def enter_recusal(
    *, by: Keeper, officer: str, party: str, valid_from: date, now: datetime, valid_to: date | None = None
) -> Recusal:
    """登记回避 Enter that an officer may not act where this party is concerned; `party` is the party's code."""
    permit(by, PEOPLE_KEEPERS | {Role.APPROVER})
    if not party:
        raise bad_input("party", "要写明回避哪个当事人。", "先找到当事人再登记。", "party-missing")
    row = Recusal(fact=fact_code("r"), officer=_officer(officer), party=party, valid_from=valid_from, valid_to=valid_to)
    return enter(row, by=by.account, now=now)


def end_fact(*, by: Keeper, kind: str, fact: str, valid_to: date, now: datetime) -> DatedFact:
    """写明止日 End a service, certificate, posting or recusal: from the day `valid_to` on it no longer holds."""
    permit(by, PEOPLE_KEEPERS)
    if kind not in KINDS:
        raise bad_input("kind", "不知道要结束哪一项。", "从人员页进入。", "fact-kind")
    model, what = KINDS[kind]
    return correct(model, fact, what=what, by=by.account, now=now, valid_to=valid_to)


@cite("行政执法监督条例", "第17条第2款", "制发行政执法证件")
def _refuse_unconfirmed(by: Keeper, status: str) -> None:
    """Only the justice office says that a certificate is good. Source: rule `qualification-by-justice`."""
    if status == "valid" and by.role not in JUSTICE_KEEPERS:
        raise refuse(
            "qualification-by-justice",
            "执法人员的资格由司法行政部门审核、确认，别的部门不能把执法证记为有效。",
            "行政执法监督条例 第17条第2款",
            "报司法行政部门确认。",
            "status",
        )


def _refuse_posting(person: Officer, home: Body, named: Sequence[Body], letter: str) -> None:
    if not named:
        raise bad_input("acts_for", "派驻函要写明可以谁的名义执法。", "至少选一个机关。", "posting-names-nobody")
    bodies = {body.pk: [BodyFact(id=body.pk, kind=body.kind, name=body.name)] for body in (*named, home)}  # type: ignore[arg-type]
    own = OfficerFact(id=person.name, body=home.pk, starts_on=date.min)
    asked = PostingFact(
        id="", officer=person.name, area="", starts_on=date.min, acts_for=tuple(body.pk for body in named)
    )
    reasons = posting_not_allowed(asked, [own], bodies)
    if reasons:
        raise Refusal(
            [Reason(one.code, one.sentence, one.article, one.severity, one.cure, "acts_for") for one in reasons]
        )
    others = [body.name for body in named if body.pk != home.pk]
    if others and not letter.strip():
        sentence = f"以{'、'.join(others)}名义执法要有派驻函。"
        raise refuse("posting-letter-missing", sentence, cure="填派驻函的名称或者文号。", about="letter")


def _refuse_taken_number(number: str, officer: str, fact: str) -> None:
    if not number.strip():
        raise bad_input("number", "执法证号还没有填。", "照执法证抄写。", "certificate-number-missing")
    taken = Certificate.objects.known().filter(number=number.strip()).exclude(fact=fact).exclude(officer=officer)
    if taken.exists():
        raise bad_input("number", "这个证号登记在别的人员名下。", "逐位核对证号。", "certificate-number-taken")


def _meet(valid_from: date, valid_to: date | None, other: Service) -> bool:
    before = valid_to is not None and valid_to <= other.valid_from
    after = other.valid_to is not None and other.valid_to <= valid_from
    return not before and not after


def _officer(code: str) -> Officer:
    found = Officer.objects.filter(pk=code).first()
    if found is None:
        raise bad_input("officer", "没有这个执法人员。", "先登记人员。", "officer-missing")
    return found


def _body(code: str, about: str) -> Body:
    found = Body.objects.filter(pk=code).first()
    if found is None:
        raise bad_input(about, "没有这个机关。", "从列表里选；没有的先登记机关。", "body-missing")
    return found


def _area(code: str) -> Area:
    found = Area.objects.filter(pk=code).first()
    if found is None:
        raise bad_input("area", "没有这个片区。", "从列表里选。", "area-missing")
    return found
