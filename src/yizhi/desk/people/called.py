"""称呼 What officers and accounts are called, and which officer stands behind an account. All of them at once: they are few and seldom change."""

from collections.abc import Mapping
from datetime import date

from yizhi.desk.record.marks import remembered

from .models import Account, Officer, Service


@remembered("people", most=1)
def officer_names() -> Mapping[str, str]:
    """Return officer code → name."""
    return dict(Officer.objects.values_list("code", "name"))


@remembered("people", "bodies", most=16)
def officers_bodies(on: date) -> Mapping[str, str]:
    """Return officer code → the name of the body whose qualification the officer holds on the day `on`."""
    held = Service.objects.known().holding(on).order_by("valid_from")
    return dict(held.values_list("officer_id", "body__name"))


@remembered("accounts", most=1)
def account_names() -> Mapping[str, str]:
    """Return sign-in name → name."""
    return dict(Account.objects.values_list("username", "name"))


@remembered("accounts", most=1)
def officers_behind() -> Mapping[str, str]:
    """Return sign-in name → officer code, of the accounts of officers."""
    held = Account.objects.filter(officer__isnull=False).values_list("username", "officer_id")
    return {username: str(officer) for username, officer in held}
