"""区划与片区 The county with its towns, villages and areas. Which town belongs to which area is not public: ours is 示意."""

from datetime import date

from yizhi.desk.places.models import Area, County, Membership, Town, Village

from .tables import COUNTY, COUNTY_NAME, RECORDED_BY, known_on, outline, rows

AREAS_SINCE = date(2023, 7, 1)


def write_places() -> None:
    """Write the county, 12 towns, 123 villages, the four areas and their illustrative membership."""
    County.objects.create(code=COUNTY, name=COUNTY_NAME, outline=outline())
    Town.objects.bulk_create(
        Town(
            code=row["code"],
            county_id=COUNTY,
            name=row["name"],
            kind=row["kind"],
            longitude=float(row["longitude"]),
            latitude=float(row["latitude"]),
        )
        for row in rows("towns")
    )
    Village.objects.bulk_create(
        Village(code=row["code"], town_id=row["town"], name=row["name"]) for row in rows("villages")
    )
    Area.objects.bulk_create(
        Area(code=row["code"], county_id=COUNTY, name=row["name"], centre_town_id=row["centre_town"], illustrative=True)
        for row in rows("areas")
    )
    Membership.objects.bulk_create(
        Membership(
            fact=f"membership-{row['body']}",
            valid_from=AREAS_SINCE,
            recorded_at=known_on(AREAS_SINCE),
            recorded_by=RECORDED_BY,
            area_id=row["area"],
            town_id=row["code"],
        )
        for row in rows("towns")
    )
