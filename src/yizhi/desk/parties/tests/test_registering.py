"""登记当事人：登记一次，号码要对，别处登记过的带出来，路人看不见。"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from yizhi.desk.parties import actions, queries
from yizhi.desk.parties.actions import Particulars
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import Absent, Refusal

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
FIRM, RURAL, OTHER = "91510681MA0000000M", "N2510681MF0000001J", "Y1510681MC0000002A"
PERSON = "510681199001010019"
LIANSHAN, XIAOHAN, XIANGYANG = "510681101", "510681102", "510681103"
Acting = Callable[..., Identity]


def register(
    who: Identity, name: str, kind: str = "enterprise", town: str = LIANSHAN, sure: bool = False, **more: str
) -> Party:
    told = Particulars(kind=kind, name=name, **more)
    return actions.register_party(identity=who, told=told, town=town, now=NOW, confirmed=sure).party


def names(who: Identity, q: str = "") -> list[str]:
    return [party.name for party in queries.parties(who, q)]


@pytest.mark.parametrize(
    ("kind", "number", "kept"),
    [
        ("enterprise", FIRM.lower(), FIRM),
        ("organisation", "Ｎ2510681 MF0000001J", RURAL),
        ("organisation", OTHER, OTHER),
    ],
    ids=["企业小写", "农村集体经济组织全角", "其他登记机关"],
)
def test_credit_codes_are_kept_in_one_form(acting: Acting, kind: str, number: str, kept: str) -> None:
    assert register(acting("甲"), "演示商行", kind, credit_code=number).credit_code == kept


def test_gender_comes_from_the_number(acting: Acting) -> None:
    party = register(acting("甲"), "吕例", "individual", citizen_id=PERSON, gender="女")
    assert (party.citizen_id, party.gender) == (PERSON, "男")


@pytest.mark.parametrize(
    ("more", "field", "code"),
    [
        ({"kind": "enterprise", "credit_code": FIRM[:-1] + "A"}, "credit_code", "credit-code-checksum"),
        ({"kind": "individual", "citizen_id": PERSON[:-1] + "0"}, "citizen_id", "citizen-id-checksum"),
        ({"kind": "individual", "credit_code": FIRM}, "credit_code", "party-number-kind"),
        ({"kind": "self_employed", "citizen_id": PERSON}, "citizen_id", "party-number-kind"),
        ({"kind": "shop"}, "kind", "party-kind"),
        ({"kind": "enterprise", "name": "  "}, "name", "name-missing"),
        ({"kind": "enterprise", "address": "路" * 256}, "address", "too-long"),
        ({"kind": "enterprise", "name": "演示\u202e商行"}, "name", "unprintable"),
        ({"kind": "enterprise", "town": XIAOHAN}, "town", "town-missing"),
    ],
    ids=[
        "代码校验位",
        "身份证校验位",
        "自然人填代码",
        "个体户填身份证",
        "没有这一类",
        "没有名称",
        "太长",
        "看不见的字符",
        "不是自己的镇",
    ],
)
def test_what_cannot_be_read_is_named(acting: Acting, more: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        register(acting("甲"), **{"name": "演示商行", **more})
    assert [(reason.about, reason.code) for reason in refused.value.reasons] == [(field, code)]
    assert refused.value.status == 422
    assert refused.value.first.cure
    assert not Party.objects.exists()


def test_every_fault_is_named_at_once(acting: Acting) -> None:
    with pytest.raises(Refusal) as refused:
        register(acting("甲"), "", "individual", citizen_id="1")
    assert {reason.about for reason in refused.value.reasons} == {"name", "citizen_id"}


def test_same_number_is_entered_once_and_known_in_both_places(acting: Acting) -> None:
    jia, luren = acting("甲"), acting("路人", body="b102")
    first = register(jia, "演示商行", credit_code=FIRM, address="示例路1号")
    assert names(luren) == []
    again = register(luren, "演示商行", town=XIAOHAN, credit_code=FIRM, phone="0838-0000000")
    assert again.pk == first.pk
    assert Party.objects.count() == 1
    assert names(luren) == names(jia) == ["演示商行"]
    assert queries.party(jia, first.pk).phone == "0838-0000000"
    assert [one.reason for one in queries.corrections_of(first)] == ["再次登记时补充"]


def test_number_under_another_name_asks_without_telling_the_name(acting: Acting) -> None:
    jia, luren = acting("甲"), acting("路人", body="b102")
    register(jia, "吕例", "individual", citizen_id=PERSON)
    with pytest.raises(Refusal) as refused:
        register(luren, "丁演示", "individual", town=XIAOHAN, citizen_id=PERSON)
    assert refused.value.first.code == "party-other-name"
    assert refused.value.first.severity == "ask"
    assert "吕例" not in str(refused.value)
    assert names(luren) == []
    assert register(luren, "丁演示", "individual", town=XIAOHAN, citizen_id=PERSON, sure=True).name == "吕例"


def test_same_name_and_address_asks_once(acting: Acting) -> None:
    jia, luren = acting("甲"), acting("路人", body="b102")
    first = register(jia, "演示小店", "self_employed", address="示例路1号")
    with pytest.raises(Refusal) as refused:
        register(jia, "演示小店", "self_employed", address="示例路1号")
    assert (refused.value.first.code, refused.value.first.about) == ("maybe-same", first.pk)
    assert register(jia, "演示小店", "self_employed", address="示例路1号", sure=True).pk != first.pk
    assert register(luren, "演示小店", "self_employed", town=XIAOHAN, address="示例路1号").pk != first.pk


def test_luren_sees_counts_and_guesses_nothing(acting: Acting) -> None:
    jia, luren = acting("甲"), acting("路人", body="b102")
    party = register(jia, "演示商行", credit_code=FIRM)
    assert names(luren, "演示") == names(luren, FIRM) == []
    assert queries.for_choice(luren, "演示") == []
    assert queries.parties(luren).count() == 0
    with pytest.raises(Absent) as unseen:
        queries.party(luren, party.pk)
    with pytest.raises(Absent) as missing:
        queries.party(luren, "没有这个编号")
    assert str(unseen.value) == str(missing.value)
    with pytest.raises(Absent):
        actions.correct_party(identity=luren, code=party.pk, changes={"name": "改名"}, reason="试", now=NOW)


@pytest.mark.parametrize(
    ("role", "body", "area", "sees"),
    [
        ("captain", "b101", "A1", ["演示商行"]),
        ("captain", "b102", "A2", []),
        ("approver", "b101", "", ["演示商行"]),
        ("reviewer", "b102", "", []),
        ("justice", "slj", "", ["演示商行"]),
        ("establishment", "slj", "", []),
        ("administrator", "slj", "", []),
    ],
    ids=["本片区队长", "别片区队长", "本镇负责人", "别镇审核", "司法", "编办", "管理员"],
)
def test_who_sees_it(acting: Acting, role: str, body: str, area: str, sees: list[str]) -> None:
    register(acting("甲"), "演示商行", credit_code=FIRM)
    assert names(acting("丙", role, body, area)) == sees


def test_officers_of_one_area_see_each_others_parties(acting: Acting) -> None:
    register(acting("甲"), "演示商行", credit_code=FIRM)
    assert names(acting("乙", body="b103")) == ["演示商行"]


@pytest.mark.parametrize("role", ["justice", "administrator", "establishment"])
def test_readers_register_nothing(acting: Acting, role: str) -> None:
    with pytest.raises(Refusal) as refused:
        register(acting("丙", role), "演示商行")
    assert refused.value.first.code == "role-may-not"


@pytest.mark.parametrize(
    ("name", "q"),
    [("䶮记演示铺", "䶮记"), ("赵喆例", "喆"), ("钱赟样", "赟样"), ("演示ABC商行", "abc"), ("𫚉鱼演示店", "𫚉鱼")],
    ids=["䶮", "喆一个字", "赟", "字母", "扩展区"],
)
def test_rare_characters_are_found(acting: Acting, name: str, q: str) -> None:
    jia = acting("甲")
    register(jia, name)
    register(jia, "别的演示店")
    assert names(jia, q) == [name]


@pytest.mark.parametrize(
    "q", ['"', "'; DROP", "*", "演示 OR 1", "&|!", "\x00演示"], ids=["引号", "注入", "星号", "布尔", "运算符", "空字符"]
)
def test_any_query_is_answered(acting: Acting, q: str) -> None:
    jia = acting("甲")
    register(jia, "演示商行")
    assert names(jia, q) in ([], ["演示商行"])


def test_found_by_whole_number_and_by_address(acting: Acting) -> None:
    jia = acting("甲")
    register(jia, "演示商行", credit_code=FIRM, address="连山镇示例路1号")
    register(jia, "吕例", "individual", citizen_id=PERSON)
    assert names(jia, f"{FIRM[:8]} {FIRM[8:]}".lower()) == ["演示商行"]
    assert names(jia, PERSON) == ["吕例"]
    assert names(jia, "示例路") == ["演示商行"]
    assert names(jia, PERSON[:6]) == []


def test_personal_number_is_masked_where_it_is_listed(acting: Acting) -> None:
    jia = acting("甲")
    party = register(jia, "吕例", "individual", citizen_id=PERSON, address="示例村")
    assert queries.shown_number(party) == "5106**********0019"
    assert queries.for_choice(jia, "吕例")[0].note == "自然人，5106**********0019，示例村"


def test_pages_follow_each_other_without_gap_or_double(acting: Acting) -> None:
    jia = acting("甲")
    for number in range(7):
        register(jia, f"演示{number}号店")
    rows, after, seen = queries.parties(jia), "", []
    while True:
        page = queries.page_of(rows, after, most=3)
        seen += [party.name for party in page.rows]
        after = page.older
        if not after:
            break
    assert len(seen) == 7 == len(set(seen))
    assert queries.page_of(rows, "看不懂的页码", most=3).rows == queries.page_of(rows, most=3).rows


def test_correction_keeps_what_stood_before(acting: Acting) -> None:
    jia = acting("甲")
    party = register(jia, "演示商行", credit_code=FIRM)
    actions.correct_party(identity=jia, code=party.pk, changes={"name": "演示新商行"}, reason="营业执照变更", now=NOW)
    kept = queries.corrections_of(party).get()
    assert (kept.changes, kept.by, kept.reason) == ({"name": ["演示商行", "演示新商行"]}, "甲", "营业执照变更")
    assert names(jia, "新商") == ["演示新商行"]


@pytest.mark.parametrize(
    ("changes", "reason", "code"),
    [
        ({"credit_code": RURAL}, "写错", "party-number-fixed"),
        ({"credit_code": ""}, "写错", "party-number-fixed"),
        ({"name": "演示商行"}, "写错", "nothing-changed"),
        ({"address": "示例路2号"}, " ", "reason-missing"),
        ({"name": ""}, "写错", "name-missing"),
    ],
    ids=["改号码", "删号码", "没有改", "没有原因", "名称删空"],
)
def test_corrections_that_are_refused(acting: Acting, changes: dict[str, str], reason: str, code: str) -> None:
    jia = acting("甲")
    party = register(jia, "演示商行", credit_code=FIRM)
    with pytest.raises(Refusal) as refused:
        actions.correct_party(identity=jia, code=party.pk, changes=changes, reason=reason, now=NOW)
    assert refused.value.first.code == code
    assert not queries.corrections_of(party).exists()


def test_number_left_empty_may_be_filled_but_not_with_anothers(acting: Acting) -> None:
    jia = acting("甲")
    register(jia, "演示商行", credit_code=FIRM)
    other = register(jia, "演示分店")
    with pytest.raises(Refusal) as refused:
        actions.correct_party(identity=jia, code=other.pk, changes={"credit_code": FIRM}, reason="补", now=NOW)
    assert refused.value.first.code == "party-number-taken"
    actions.correct_party(identity=jia, code=other.pk, changes={"credit_code": RURAL}, reason="补", now=NOW)
    assert queries.party(jia, other.pk).credit_code == RURAL
