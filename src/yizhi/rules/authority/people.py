"""执法人员 Which of the people named count: a good certificate, the right body, no recusal (行政处罚法 42、43)."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from yizhi.rules.authority.facts import Body, Certificate, Fact, Mode, Officer, Posting
from yizhi.rules.authority.reasons import (
    CERTIFICATE_DOMAIN,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_MISSING,
    CERTIFICATE_REVOKED,
    CERTIFICATE_SUSPENDED,
    OFFICER_OF_OTHER_BODY,
    OFFICER_UNKNOWN,
    RECUSED,
    Finding,
)
from yizhi.rules.authority.world import Known, Place
from yizhi.rules.cite import cite

GRAVITY: Final = {"valid": 0, "revoked": 1, "suspended": 2}


class Task(NamedTuple):
    """What people are wanted for: this place's item on this day, in the name of `body`, under `mode`, against `party`."""

    place: Place
    on: date
    body: Body
    mode: Mode | None
    party: str | None


def failings(known: Known, task: Task, name: str, used: list[Fact]) -> list[Finding]:
    """Return every failing of one officer for the task (none = counts), adding the facts looked at to `used`.

    Of the certificate only one failing is reported; an officer unknown or out of service is of another body.
    """
    findings = []
    found = _certificate_failing(known, task, name, used)
    if found is not None:
        findings.append(found)
    found = _body_failing(known, task, name, used)
    if found is not None:
        findings.append(found)
    if task.party is not None:
        recusal = known.recusals.get((name, task.party))
        if recusal is not None:
            used.append(recusal)
            findings.append(recused(known, name))
    return findings


@cite("行政处罚法", "第43条", "应当回避")
def recused(known: Known, name: str) -> Finding:
    """回避 Return the failing of an officer who is recused from the party."""
    return Finding(RECUSED, name, (called(known, name),))


def called(known: Known, name: str) -> str:
    """Return how an officer is called in a sentence: the name where one is recorded, else the id."""
    officer = known.officers.get(name)
    return officer.name or name if officer else name


@cite("行政处罚法", "第42条第1款", "具有行政执法资格的执法人员")
def _certificate_failing(known: Known, task: Task, name: str, used: list[Fact]) -> Finding | None:
    certificates = known.certificates.get(name, ())
    on, domain = task.on, task.place.item.domain
    statuses: list[tuple[str, Certificate]] = []
    for certificate in certificates:
        if not certificate.covers(on):
            continue
        status = status_on(certificate, on)
        if status == "valid" and (not certificate.domains or domain in certificate.domains):
            used.append(certificate)
            return None
        statuses.append((status, certificate))
    used += certificates
    return _worst(known, name, [each for each in statuses if each[0]], certificates, task)


def status_on(certificate: Certificate, on: date) -> str:
    """证件状态 Return the status of a certificate on a day; empty when none holds, the graver where periods overlap."""
    held = ""
    for period in certificate.status_periods:
        if period.covers(on) and (not held or GRAVITY[period.status] > GRAVITY[held]):
            held = period.status
    return held


def _worst(
    known: Known,
    name: str,
    in_force: list[tuple[str, Certificate]],
    certificates: tuple[Certificate, ...],
    task: Task,
) -> Finding:
    """Return the one failing that is reported of an officer's certificates, none of which is good."""
    who, on = called(known, name), task.on
    if not in_force:
        ended = [row.ends_on for row in certificates if row.ends_on is not None and row.ends_on <= on]
        if ended:
            return Finding(CERTIFICATE_EXPIRED, name, (who, max(ended) - timedelta(days=1)))
        return Finding(CERTIFICATE_MISSING, name, (who, on))
    held = {status for status, _ in in_force}
    if "suspended" in held:
        return Finding(CERTIFICATE_SUSPENDED, name, (who, on))
    if "revoked" in held:
        return Finding(CERTIFICATE_REVOKED, name, (who, on))
    covered = "、".join(dict.fromkeys(domain for _, row in in_force for domain in row.domains))
    return Finding(CERTIFICATE_DOMAIN, name, (who, task.place.item.domain, covered))


@cite("实施方案", "三(四)", "根据执法权限归属,确定执法实施主体")
def _body_failing(known: Known, task: Task, name: str, used: list[Fact]) -> Finding | None:
    officer = known.officers.get(name)
    if officer is None or not officer.covers(task.on):
        used += [officer] if officer else []
        return Finding(OFFICER_UNKNOWN, name, (called(known, name), task.on, task.body.name))
    used.append(officer)
    if officer.body == task.body.id or (task.mode == "entrustment" and officer.body == task.place.town.id):
        return None
    posting = _posting_for(known, task, officer)
    if posting is not None:
        used += [posting, known.areas[posting.area]]
        return None
    used += known.postings.get(name, ())
    own = known.bodies.get(officer.body)
    words = (called(known, name), own.name if own else officer.body, task.body.name, task.on, task.place.town.name)
    return Finding(OFFICER_OF_OTHER_BODY, name, words)


def _posting_for(known: Known, task: Task, officer: Officer) -> Posting | None:
    """Return an active posting that lets the officer act for the body in this town on the day."""
    for posting in known.postings.get(officer.id, ()):
        if task.body.id not in posting.acts_for or not posting.covers(task.on):
            continue
        members = known.memberships.get((posting.area, task.place.town.id), ())
        if any(member.covers(task.on) for member in members) and not _disguised_entrustment(known, task.body, officer):
            return posting
    return None


def _disguised_entrustment(known: Known, body: Body, officer: Officer) -> bool:
    """Return whether a posting would lend a department's power to another body's officer (行政处罚法 20、21)."""
    own = known.bodies.get(officer.body)
    return body.kind == "department" and (own is None or own.kind != "department")
