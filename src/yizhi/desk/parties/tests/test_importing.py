"""导入当事人：坏格子按行列指出，一处坏就什么也不写；已登记的不重复。"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from yizhi.desk.matters.imports import uploads
from yizhi.desk.parties import queries
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import Refusal

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
FIRM, RURAL, PERSON = "91510681MA0000000M", "N2510681MF0000001J", "510681199001010019"
HEAD = "名称,类别,统一社会信用代码,身份证号,住所,镇（街道）\n"


def read(text: str) -> uploads.Preview:
    return uploads.upload("parties", "当事人.csv", (HEAD + text).encode(), by="sifa", now=NOW)


def test_good_rows_are_written_once(acting: Callable[..., Identity]) -> None:
    text = (
        f"演示商行,企业,{FIRM},,示例路1号,连山镇\n䶮例,,,{PERSON},示例村,连山镇\n演示村集体,其他组织,{RURAL},,,向阳镇\n"
    )
    preview = read(text)
    assert (preview.bad, preview.new, preview.same) == ([], 3, 0)
    assert not Party.objects.exists()
    assert uploads.confirm(preview.upload.pk, by="sifa", now=NOW) == "登记了 3 个当事人，0 个原来已经登记。"
    assert [one.name for one in queries.parties(acting("甲"), "䶮")] == ["䶮例"]
    assert Party.objects.get(citizen_id=PERSON).kind == "individual"
    again = read(text)
    assert (again.new, again.same) == (0, 3)
    uploads.confirm(again.upload.pk, by="sifa", now=NOW)
    assert Party.objects.count() == 3


def test_looking_at_many_rows_asks_the_database_no_more_often(
    county: None, django_assert_max_num_queries: object
) -> None:
    lines = "".join(f"演示商行{number},企业,,,示例路{number}号,连山镇\n" for number in range(40))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert (read(lines).new, read(lines).same) == (40, 0)


def test_every_bad_cell_is_named_and_nothing_is_written(county: None) -> None:
    preview = read(
        f"演示商行,企业,{FIRM[:-1]}A,,,连山镇\n吕例,自然人,,{PERSON[:-1]}0,,连山镇\n演示店,公司,,,,连山镇\n演示铺,企业,,,,没有镇\n"
        f"演示甲,企业,{RURAL},,,连山镇\n演示乙,企业,{RURAL},,,连山镇\n"
    )
    found = [(each["row"], each["column"], each["code"]) for each in preview.bad]
    assert found == [
        (2, "C", "credit-code-checksum"),
        (3, "D", "citizen-id-checksum"),
        (4, "B", "party-kind"),
        (5, "F", "town-unknown"),
        (7, "C", "party-twice"),
    ]
    with pytest.raises(Refusal) as refused:
        uploads.confirm(preview.upload.pk, by="sifa", now=NOW)
    assert refused.value.first.code == "import-has-bad-cells"
    assert not Party.objects.exists()


def test_party_known_elsewhere_becomes_known_in_its_town(acting: Callable[..., Identity]) -> None:
    luren = acting("路人", body="b102")
    uploads.confirm(read(f"演示商行,企业,{FIRM},,,连山镇\n").upload.pk, by="sifa", now=NOW)
    assert not queries.parties(luren).exists()
    uploads.confirm(read(f"演示商行,企业,{FIRM},,,小汉镇\n").upload.pk, by="sifa", now=NOW)
    assert [one.name for one in queries.parties(luren)] == ["演示商行"]
    assert Party.objects.count() == 1
