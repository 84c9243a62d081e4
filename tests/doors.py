"""三扇门 The same act told by page, by API and by command, each read back as what it answers."""

import html
import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token
from yizhi.rules.refusal import Reason
from yizhi.web.command import main

SPACE = re.compile(r"[\s\u00a0\u2060\u200b]+")


@dataclass(frozen=True)
class Deed:
    """An act as somebody means to do it. `at` is local time as a form writes it: 2026-06-05T10:00."""

    who: Identity
    dossier: str
    kind: str
    at: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    officers: Sequence[str] = ()
    id: uuid.UUID = field(default_factory=uuid.uuid4)


@dataclass(frozen=True)
class Told:
    """What a door answered: the HTTP status (for the command its exit code) and the reasons."""

    status: int
    reasons: tuple[Reason, ...]
    text: str = ""

    @property
    def codes(self) -> set[str]:
        return {reason.code for reason in self.reasons}


def _reasons(problem: Mapping[str, Any]) -> tuple[Reason, ...]:
    return tuple(Reason(**one) for one in problem["reasons"])


def by_api(deed: Deed) -> Told:
    """Tell the deed with a bearer token of its identity."""
    answer = Client().post(
        f"/api/v1/cases/{deed.dossier}/acts",
        data=json.dumps(
            {
                "id": str(deed.id),
                "kind": deed.kind,
                "done_at": f"{deed.at}:00+08:00",
                "facts": dict(deed.facts),
                "officers": list(deed.officers),
            }
        ),
        content_type="application/json",
        headers={"Authorization": f"Bearer {token(deed.who)}"},
    )
    told = answer.json()
    return Told(answer.status_code, _reasons(told) if answer.status_code >= 400 else (), answer.content.decode())


def token(who: Identity, scope: str = "write") -> str:
    """Issue a token for an identity and return it."""
    now = timezone.now()
    account = Account.objects.get(username=who.account)
    return issue_token(
        account=account, identity=who, name="测试", scope=scope, expires_at=now + timedelta(days=1), now=now
    )


def by_command(deed: Deed, folder: Path, capsys: Any) -> Told:
    """Tell the deed with `yizhi act`."""
    facts = folder / f"{deed.id}.json"
    facts.write_text(json.dumps(dict(deed.facts), ensure_ascii=False), encoding="utf-8")
    officers = [word for code in deed.officers for word in ("--officer", code)]
    capsys.readouterr()
    code = main(
        [
            *("act", deed.dossier, deed.kind, "--as", deed.who.account, "--identity", deed.who.key),
            *("--at", deed.at, "--facts", str(facts), "--id", str(deed.id), "--json", *officers),
        ]
    )
    said = capsys.readouterr().out
    return Told(code, _reasons(json.loads(said)) if code else (), said)


def by_page(deed: Deed) -> Told:
    """Send the act's form as a browser does; the text of the answer is what a reader sees."""
    answer = signed_in(deed.who).post(
        f"/cases/{deed.dossier}/acts/{deed.kind}/", {"id": str(deed.id), "done_at": deed.at, **typed(deed.facts)}
    )
    return Told(answer.status_code, (), plain(answer.content.decode()))


def signed_in(who: Identity) -> Client:
    """Return a browser that is signed in and acts in the name of the identity."""
    client = Client()
    client.force_login(Account.objects.get(username=who.account))
    session = client.session
    session["identity"] = who.key
    session.save()
    return client


def typed(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts as a form sends them."""
    return {key: ("yes" if value else "no") if isinstance(value, bool) else value for key, value in facts.items()}


def plain(page: str) -> str:
    """Return what a page says, without marks and without spaces."""
    return SPACE.sub("", html.unescape(re.sub(r"<[^>]+>", "", page)))


def shows(told: Told, reason: Reason) -> bool:
    """Tell whether a page shows a reason: code, sentence, article, cure."""
    shown = (reason.code, reason.sentence, reason.article, reason.cure)
    return all(SPACE.sub("", part) in told.text for part in shown)
