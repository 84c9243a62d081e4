"""接口令牌 Bearer tokens: shown once, kept as a digest, with an owner, a scope and an expiry."""

import hashlib
import secrets
from datetime import date, datetime

from django.utils import timezone

from yizhi.desk.record.marks import remembered

from .identity import SEEN_BY, Identity, identity_of
from .models import Account, Appointment, Token
from .sign_in import usable


def issue_token(
    *, account: Account, identity: Identity, name: str, scope: str, expires_at: datetime, now: datetime
) -> str:
    """Issue a token for one identity of an account and return it; it cannot be read again."""
    plain = "yz_" + secrets.token_urlsafe(32)
    Token.objects.create(
        digest=_digest(plain),
        account=account,
        appointment=Appointment.objects.get(pk=identity.appointment),
        body_id=identity.body,
        name=name,
        scope=scope,
        made_at=now,
        expires_at=expires_at,
    )
    return plain


def bearer(plain: str, *, now: datetime) -> tuple[Identity, str] | None:
    """Return the identity and the scope a token stands for; `None` when unknown, expired, or its owner no longer holds the identity."""
    token, identity = _stands_for(_digest(plain), timezone.localdate(now))
    if token is None or identity is None or token.expires_at <= now or not usable(token.account):
        return None
    return identity, token.scope


@remembered(*SEEN_BY, most=2000)
def _stands_for(digest: str, on: date) -> tuple[Token | None, Identity | None]:
    token = Token.objects.select_related("account").filter(digest=digest).first()
    if token is None:
        return None, None
    return token, identity_of(token.account, f"{token.appointment_id}:{token.body_id}", on=on)


def _digest(plain: str) -> str:
    return hashlib.new("sm3", plain.encode("utf-8")).hexdigest()
