"""登录状态 Sessions in the database: what one worker ends is ended for all of them. Reading one costs one prepared query."""

from functools import lru_cache
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from yizhi.desk.record.prepared import Prepared, Slot

KEPT = Prepared(Session.objects.filter(session_key=Slot("key")).values_list("session_data", "expire_date"))


class SessionStore(DatabaseStore):
    """Django's store, read without making a query anew for each request."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; nothing, and no key, when it is unknown or has run out."""
        found = KEPT.first(key=self.session_key or "")
        if found is None or found[1] <= timezone.now():
            self._session_key = None
            return {}
        return dict(_read(found[0]))


@lru_cache(maxsize=2000)
def _read(data: str) -> dict[str, Any]:
    """Check the signature of stored data and read it: once for each content."""
    return SessionStore().decode(data)
