"""机关 The county government, twelve town bodies, nine departments. Prefixes, addresses, phones and seals are 示意."""

from collections.abc import Iterator
from datetime import date

from yizhi.desk.bodies.models import Body, Office, Seal, SubjectStanding

from .tables import COUNTY, COUNTY_NAME, GOVERNMENT, known_on, rows

COURT = "广汉市人民法院"
SEALS_SINCE = date(2021, 7, 15)


def write_bodies() -> None:
    """Write the bodies with the county government above them, their offices and their test seals."""
    government = Body(
        **_shared(),
        code=GOVERNMENT,
        kind=Body.Kind.GOVERNMENT,
        name="广汉市人民政府",
        short_name="市政府",
        paper_prefix="广府",
    )
    government.save(force_insert=True)
    bodies = [*_town_bodies(), *_departments()]
    Body.objects.bulk_create(bodies)
    Office.objects.bulk_create(
        Office(body=body, name="综合行政执法办公室" if body.kind == Body.Kind.TOWN else "法制科（示意）")
        for body in bodies
    )
    Seal.objects.bulk_create(
        Seal(body=body, name=f"{body.name}（测试章）", valid_from=SEALS_SINCE) for body in [government, *bodies]
    )
    SubjectStanding.objects.bulk_create(_standing(body) for body in bodies)


def _standing(body: Body) -> SubjectStanding:
    return SubjectStanding(
        fact=body.pk,
        body=body,
        confirmed_by="司法行政部门",
        document="执法主体资格确认（示意）",
        announced_on=SEALS_SINCE,
        announced_where="政府网站（示意）",
        valid_from=SEALS_SINCE,
        recorded_at=known_on(SEALS_SINCE),
    )


def _town_bodies() -> Iterator[Body]:
    for row in rows("towns"):
        office = "办事处" if row["kind"] == "subdistrict" else "人民政府"
        yield Body(
            **_shared(),
            code=row["body"],
            kind=Body.Kind.TOWN,
            name=f"{COUNTY_NAME}{row['name']}{office}",
            short_name=row["name"],
            town_id=row["code"],
            parent_id=GOVERNMENT,
            paper_prefix=row["prefix"],
        )


def _departments() -> Iterator[Body]:
    for row in rows("departments"):
        yield Body(
            **_shared(),
            code=row["code"],
            kind=Body.Kind.DEPARTMENT,
            name=row["name"],
            short_name=row["short_name"],
            parent_id=GOVERNMENT,
            domain=row["domain"],
            paper_prefix=row["prefix"],
        )


def _shared() -> dict[str, str]:
    return {
        "county_id": COUNTY,
        "address": "广汉市演示路1号（示意）",
        "phone": "0838-0000000（示意）",
        "court": COURT,
        "payee": "演示银行广汉支行（示意）",
        "payee_address": "广汉市演示路2号（示意）",
    }
