"""谁在维护 Whoever asks for a page of maintenance: for anybody else it is not there."""

from django.http import HttpRequest

from yizhi.rules.refusal import Absent


def keeper(request: HttpRequest) -> str:
    """Return the account of a person who maintains items, texts and lists. Raises `Absent` for anybody else."""
    identity = request.identity  # type: ignore[attr-defined]
    if not identity.may_maintain:
        raise Absent("这项维护")
    account: str = identity.account
    return account
