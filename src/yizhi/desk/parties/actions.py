"""相对人 Registering a party once, making it known where it is met, correcting it. Every correction keeps what stood before."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.places.models import Town
from yizhi.desk.record.actions import ALPHABET
from yizhi.desk.record.prepared import Prepared, Slot
from yizhi.rules.bigrams import bigrams
from yizhi.rules.identifiers import citizen_id, credit_code, gender_of
from yizhi.rules.refusal import Reason, Refusal, bad_input, refuse

from . import queries
from .models import Party, PartyCorrection, PartyPlace

WRITERS = frozenset({Role.OFFICER, Role.CAPTAIN, Role.APPROVER, Role.REVIEWER, Role.LIAISON})
LONGEST = {"name": 128, "legal_representative": 64, "address": 255, "phone": 32}
KNOWN = Prepared(
    PartyPlace.objects.filter(party_id=Slot("party"), town_id=Slot("town"), body_id=Slot("body")).values_list("pk")
)
FIXED = ("credit_code", "citizen_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is told about a party, as typed. Empty where not known."""

    kind: str
    name: str
    credit_code: str = ""
    citizen_id: str = ""
    legal_representative: str = ""
    gender: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """The party, and whether it was there before."""

    party: Party
    known_before: bool


def register_party(
    *, identity: Identity, told: Particulars, town: str, now: datetime, confirmed: bool = False, demo: bool = False
) -> Registered:
    """登记当事人 Register a party met in `town`, once: the same number gives the party that is there and makes it known here.

    Refuses unreadable values by field (`BadInput`), and asks, until `confirmed`, when a party this identity sees has the same
    name and address (`maybe-same`, `about` is its code) or the number stands under another name (`party-other-name`).
    """
    _refuse_reader(identity)
    place = _place(identity, town)
    values = read_particulars(told, timezone.localdate(now))
    with transaction.atomic():
        there = _same_number(values)
        if there is None:
            _ask_when_alike(identity, values, confirmed)
            party = _created(values, by=identity.account, now=now, demo=demo)
            make_known(party=party, town=place.pk, body=identity.body)
            return Registered(party, False)
        _ask_when_named_otherwise(identity, there, values, confirmed)
        _fill_blanks(there, values, by=identity.account, now=now)
        make_known(party=there, town=place.pk, body=identity.body)
        return Registered(there, True)


def import_party(*, by: str, told: Particulars, town: str, there: Party | None, now: datetime) -> Registered:
    """Register a party read from a table in `town`, where the town's own body knows it; `there` is the one registered before."""
    values = read_particulars(told, timezone.localdate(now))
    body = Body.objects.get(town=town)
    with transaction.atomic():
        party = there or _created(values, by=by, now=now)
        make_known(party=party, town=town, body=body.pk)
    return Registered(party, there is not None)


def make_known(*, party: Party, town: str, body: str) -> None:
    """Let a party be seen by those who see this body in this town; done where a lead or a case meets it."""
    if KNOWN.first(party=party.code, town=town, body=body) is None:
        PartyPlace.objects.get_or_create(party=party, town_id=town, body_id=body)


def correct_party(*, identity: Identity, code: str, changes: Mapping[str, str], reason: str, now: datetime) -> Party:
    """更正当事人 Correct some of a party's values and keep what stood before, who changed it and why.

    A number that was entered is not changed (`party-number-fixed`): papers may carry it. One that was empty may be filled.
    """
    _refuse_reader(identity)
    with transaction.atomic():
        party = Party.objects.select_for_update().get(pk=queries.party(identity, code).pk)
        told = {name: getattr(party, name) or "" for name in Particulars.__dataclass_fields__}
        values = read_particulars(Particulars(**{**told, **changes}), timezone.localdate(now))
        changed = {name: value for name, value in values.items() if (value or "") != told[name]}
        for name in FIXED:
            if name in changed and told[name]:
                cure = "号码确实填错的，按正确的号码另行登记当事人。"
                raise bad_input(name, "号码已经登记，可能已经写进文书，不能改。", cure, "party-number-fixed")
        if not changed:
            raise refuse("nothing-changed", "内容和登记的一样，没有改动。", cure="核对要更正的那一项。")
        if not reason.strip():
            raise bad_input("reason", "要写明为什么更正。", "例如：营业执照变更、登记时写错。", "reason-missing")
        return _changed(party, changed, by=identity.account, reason=reason.strip()[:255], now=now)


def _refuse_reader(identity: Identity) -> None:
    if identity.role not in WRITERS:
        cure = "请承办的执法人员登记。"
        error = refuse("role-may-not", "您的职责是查阅，不登记、不更正当事人。", cure=cure)
        error.status = 403
        raise error


def _place(identity: Identity, town: str) -> Town:
    found = Town.objects.filter(pk=town).first()
    if found is None or not identity.sight.sees(identity.body, town):
        raise bad_input(
            "town", "要写明在哪个镇（街道）遇到这个当事人。", "从列表里选您负责的镇（街道）。", "town-missing"
        )
    return found


def read_particulars(told: Particulars, on: date | None = None) -> dict[str, Any]:
    """Return the columns of a party, born by the day `on` when given. Raises a refusal that names every unreadable value at once."""
    names = Particulars.__dataclass_fields__
    values: dict[str, Any] = {name: " ".join(str(getattr(told, name)).split()) for name in names}
    reasons = list(_faults(values))
    checks: dict[str, Callable[[str], str]] = {
        "credit_code": credit_code,
        "citizen_id": lambda text: citizen_id(text, on),
    }
    for name, check in checks.items():
        try:
            values[name] = check(values[name]) if values[name] else None
        except Refusal as refusal:
            reasons += refusal.reasons
    if reasons:
        error = Refusal(reasons)
        error.status = 422
        raise error
    if values["citizen_id"]:
        values["gender"] = gender_of(values["citizen_id"])
    return values


def _faults(values: Mapping[str, str]) -> list[Reason]:
    found = []
    if values["kind"] not in Party.Kind.values:
        found.append(
            Reason("party-kind", "当事人要选一类。", cure="选企业、个体工商户、其他组织或者自然人。", about="kind")
        )
    if not values["name"]:
        found.append(Reason("name-missing", "名称（姓名）还没有填。", cure="照营业执照或者身份证填写。", about="name"))
    if values["kind"] == Party.Kind.INDIVIDUAL and values["credit_code"]:
        cure = "有营业执照的选个体工商户；自然人填公民身份号码。"
        found.append(Reason("party-number-kind", "自然人没有统一社会信用代码。", cure=cure, about="credit_code"))
    if values["kind"] != Party.Kind.INDIVIDUAL and values["citizen_id"]:
        cure = "经营者、负责人的姓名写在“法定代表人（负责人、经营者）”；处罚个人的，另行登记为自然人。"
        found.append(Reason("party-number-kind", "公民身份号码只登记在自然人名下。", cure=cure, about="citizen_id"))
    for name, most in LONGEST.items():
        if len(values[name]) > most:
            found.append(
                Reason(
                    "too-long", f"这一项有 {len(values[name])} 个字，最多 {most} 个字。", cure="写短一些。", about=name
                )
            )
        if any(not sign.isprintable() for sign in values[name]):
            found.append(
                Reason("unprintable", "这一项里有看不见的字符。", cure="删去重填，不要从别处整段粘贴。", about=name)
            )
    return found


def _same_number(values: Mapping[str, Any]) -> Party | None:
    name = next((name for name in FIXED if values[name]), None)
    return Party.objects.select_for_update().filter(**{name: values[name]}).first() if name else None


def _ask_when_alike(identity: Identity, values: Mapping[str, Any], confirmed: bool) -> None:
    alike = queries.visible(identity).filter(name=values["name"], address=values["address"])
    if values["credit_code"]:
        alike = alike.filter(credit_code=None)
    if values["citizen_id"]:
        alike = alike.filter(citizen_id=None)
    found = None if confirmed else alike.first()
    if found is not None:
        sentence = f"已经登记过同名、同地址的当事人：{found.name}（{queries.note_of(found)}）。"
        raise Refusal(
            [Reason("maybe-same", sentence, "", "ask", "是同一个的直接选用；确实不是的，勾选后登记。", found.pk)]
        )


def _ask_when_named_otherwise(identity: Identity, there: Party, values: Mapping[str, Any], confirmed: bool) -> None:
    if confirmed or there.name == values["name"]:
        return
    seen = queries.visible(identity).filter(pk=there.pk).exists()
    sentence = f"这个号码登记在“{there.name}”名下。" if seen else "这个号码登记在另一名称下。"
    raise Refusal(
        [
            Reason(
                "party-other-name",
                sentence,
                "",
                "ask",
                "先核对号码；号码没有错的，勾选后按已登记的选用。",
                there.pk if seen else "",
            )
        ]
    )


def _created(values: Mapping[str, Any], *, by: str, now: datetime, demo: bool = False) -> Party:
    party = Party(code=_code(), entered_at=now, entered_by=by, demo=demo, search=_search(values), **values)
    try:
        with transaction.atomic():
            party.save(force_insert=True)
    except IntegrityError as fault:
        cure = "再提交一次，就会选用刚刚登记的那一个。"
        raise refuse("party-just-registered", "这个号码刚刚由别人登记。", cure=cure) from fault
    return party


def _fill_blanks(there: Party, values: Mapping[str, Any], *, by: str, now: datetime) -> None:
    blanks = {name: value for name, value in values.items() if value and not getattr(there, name)}
    if blanks and there.name == values["name"]:
        _changed(there, blanks, by=by, reason="再次登记时补充", now=now)


def _changed(party: Party, changed: Mapping[str, Any], *, by: str, reason: str, now: datetime) -> Party:
    before = {name: [getattr(party, name) or "", value or ""] for name, value in changed.items()}
    for name, value in changed.items():
        setattr(party, name, value)
    party.search = _search(
        {"name": party.name, "address": party.address, "legal_representative": party.legal_representative}
    )
    try:
        with transaction.atomic():
            party.save()
    except IntegrityError as fault:
        raise bad_input(
            "citizen_id", "这个号码已经登记在另一个当事人名下。", "用号码查找，选用已有的。", "party-number-taken"
        ) from fault
    PartyCorrection.objects.create(party=party, at=now, by=by, reason=reason, changes=before)
    return party


def _search(values: Mapping[str, Any]) -> str:
    return bigrams(values["name"], values["address"], values["legal_representative"])


def _code() -> str:
    return "d" + "".join(secrets.choice(ALPHABET) for _ in range(10)).lower()
