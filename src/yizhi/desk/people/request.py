"""请求 A request of somebody who has signed in: middleware (or the API's bearer) has put the identity and the moment on it."""

from datetime import datetime

from django.http import HttpRequest

from .identity import Identity


class SignedIn(HttpRequest):
    """What every page and every API function of the rooms receives. Never made by hand; it names what middleware adds."""

    identity: Identity
    now: datetime
