"""人员与账号 Officers with services, certificates and postings; accounts with their appointments. All of them invented."""

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from yizhi.desk.people.models import Account, Appointment, Certificate, Officer, Posting, Role, Service

from .roster import Person, certificate_until, officers, seats
from .tables import PASSWORD, RECORDED_BY, known_on, rows

SERVES_SINCE = date(2021, 8, 2)
CERTIFIED_SINCE = date(2022, 3, 1)
POSTED_SINCE = date(2023, 10, 9)
ROTATED_ON = date(2025, 3, 3)
CAPTAIN = "hong-yanping"
CAPTAIN_AREA = "area-nongye"


def write_officers(today: date) -> None:
    """Write officers and their dated facts; terms that are near their end are counted from `today`."""
    people = officers()
    Officer.objects.bulk_create(Officer(code=person.code, name=person.name) for person in people)
    Service.objects.bulk_create(
        Service(
            **_dated(f"service-{person.code}", SERVES_SINCE),
            officer_id=person.code,
            body_id=person.body,
            employer_id=person.body,
        )
        for person in people
    )
    Certificate.objects.bulk_create(
        _certificate(number, person, today) for number, person in enumerate(people, start=1)
    )
    Posting.objects.bulk_create(posting for person in people if person.area for posting in _postings(person))


def write_accounts() -> None:
    """Write accounts and appointments. Only the named accounts have a password; the others act in the demo's own story."""
    password, none = make_password(PASSWORD), make_password(None)
    officer_accounts = [
        Account(
            username=person.account,
            name=person.name,
            officer_id=person.code,
            demo=True,
            password=password if person.named else none,
        )
        for person in officers()
        if person.account
    ]
    others = [
        Account(username=seat.username, name=seat.name, demo=True, password=password if seat.named else none)
        for seat in seats()
    ]
    Account.objects.bulk_create([*officer_accounts, *others])
    ids = dict(Account.objects.values_list("username", "pk"))
    Appointment.objects.bulk_create(
        [
            *(
                _appointment(ids[person.account], Role.OFFICER, person.body, "")
                for person in officers()
                if person.account
            ),
            *(_appointment(ids[seat.username], seat.role, seat.body, seat.area) for seat in seats()),
            *(
                _appointment(ids[person.account], Role.CAPTAIN, person.body, CAPTAIN_AREA)
                for person in officers()
                if person.code == CAPTAIN
            ),
        ]
    )


def _certificate(number: int, person: Person, today: date) -> Certificate:
    until = certificate_until(person, today)
    periods = [{"status": "valid", "from": CERTIFIED_SINCE.isoformat(), "to": None}]
    if person.suspended_days is not None:
        since = (today - timedelta(days=person.suspended_days)).isoformat()
        periods = [{**periods[0], "to": since}, {"status": "suspended", "from": since, "to": None}]
    return Certificate(
        **_dated(f"certificate-{person.code}", CERTIFIED_SINCE, until),
        officer_id=person.code,
        number=f"演示-{number:04d}",
        domains=list(person.domains),
        status_periods=periods,
    )


def _postings(person: Person) -> list[Posting]:
    centre = {area["code"]: area["centre_town"] for area in rows("areas")}
    bodies = {town["code"]: town["body"] for town in rows("towns")}

    def posting(area: str, since: date, until: date | None) -> Posting:
        named = [person.body] + ([bodies[centre[area]]] if person.body == "enforcement" else [])
        fact = _dated(f"posting-{person.code}-{since:%Y%m%d}", since, until)
        return Posting(**fact, officer_id=person.code, area_id=area, acts_for=named, letter="派驻函（示意）")

    if person.was_posted:
        return [posting(person.was_posted, POSTED_SINCE, ROTATED_ON), posting(person.area, ROTATED_ON, None)]
    return [posting(person.area, POSTED_SINCE, None)]


def _appointment(account: int, role: str, body: str, area: str) -> Appointment:
    return Appointment(
        account_id=account,
        role=role,
        body_id=body,
        area_id=area or None,
        valid_from=SERVES_SINCE,
        law_qualified=role == Role.REVIEWER,
    )


def _dated(fact: str, since: date, until: date | None = None) -> dict[str, object]:
    return {
        "fact": fact,
        "valid_from": since,
        "valid_to": until,
        "recorded_at": known_on(since),
        "recorded_by": RECORDED_BY,
    }
