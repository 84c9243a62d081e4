"""接口乱试 Whatever the description of the API allows, and much that it does not, is answered; nothing breaks the server."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import story
from tests.cast import Cast, build
from tests.doors import token
from yizhi.desk.matters.queries import standing
from yizhi.desk.record.models import Entry
from yizhi.rules.procedure.ordinary import ORDINARY

pytestmark = pytest.mark.django_db
PATIENT = {"deadline": None, "derandomize": True, "database": None, "suppress_health_check": list(HealthCheck)}
KNOWN = {"town": "510681109", "item": "cg-1", "party": "p-ding", "body": "town-lianshan", "kind": "tell_rights"}


class World:
    """The cast with a case and a lead, a token of an officer, and the application as the server would call it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.case, self.lead = story.case(cast), story.lead(cast)
        self.bearer = {"Authorization": f"Bearer {token(cast.jia)}"}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield World(build())
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """Keep the connection, and with it the transaction of the test, from one request to the next."""
    for ends in (signals.request_started, signals.request_finished):
        ends.disconnect(close_old_connections)
    yield
    for ends in (signals.request_started, signals.request_finished):
        ends.connect(close_old_connections)


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@schema.parametrize()
@settings(max_examples=25, **PATIENT)
def test_nothing_the_description_allows_breaks_the_server(case: Any, world: World, db: None) -> None:
    real = sum(map(ord, json.dumps(case.query or {}, default=str, skipkeys=True))) % 4
    if "dossier" in (case.path_parameters or {}) and real:
        case.path_parameters["dossier"] = world.case if real > 1 else world.lead
    if isinstance(case.body, dict) and real:
        case.body.update({key: value for key, value in KNOWN.items() if key in case.body})
    with transaction.atomic():
        answer = case.call(headers=world.bearer)
        transaction.set_rollback(True)
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400 and answer.status_code not in (405,):
        told = answer.json()
        assert told["reasons"] and all(reason["sentence"] for reason in told["reasons"]), told


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ("", " ", "\x00", "\ud83d", "0001-01-01", "9999-12-31", "2026-06-01T25:00", "NaN", "1e999", "-1", "喆赟䶮😀")
    ),
    st.lists(st.one_of(st.text(max_size=4), st.integers(), st.none(), st.lists(st.text(max_size=2))), max_size=3),
    st.dictionaries(st.text(max_size=4), st.one_of(st.text(max_size=4), st.integers()), max_size=2),
)
KINDS = sorted(act.kind for act in ORDINARY.acts)


@settings(max_examples=200, **PATIENT)
@given(data=st.data(), kind=st.sampled_from(KINDS), lead=st.booleans())
def test_no_fact_of_any_shape_breaks_the_server(data: Any, kind: str, lead: bool, world: World, db: None) -> None:
    act = ORDINARY.act(kind)
    assert act is not None
    keys = [field.key for field in act.fields] + ["answers", "papers", "handlers", "evidence"]
    facts = data.draw(st.dictionaries(st.sampled_from(keys), ODD, max_size=6))
    moment = data.draw(
        st.sampled_from(
            (
                "2026-06-05T10:00:00+08:00",
                "0001-01-01T00:00:00+08:00",
                "9999-12-31T23:59:59-11:00",
                "1900-01-01T00:00:00Z",
            )
        )
    )
    told = {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "done_at": moment,
        "facts": facts,
        "officers": data.draw(st.lists(st.sampled_from(("o-jia", "o-yi", "", "\x00", "x" * 64)), max_size=3)),
    }
    client, before = Client(raise_request_exception=False), Entry.objects.count()
    with transaction.atomic():
        answer = client.post(
            f"/api/v1/cases/{world.lead if lead else world.case}/acts",
            json.dumps(told),
            content_type="application/json",
            headers=world.bearer,
        )
        assert answer.status_code in (201, 400, 409, 422), answer.content.decode()
        assert (Entry.objects.count() == before) == (answer.status_code != 201)
        transaction.set_rollback(True)


def test_every_kind_of_fact_is_tried() -> None:
    used = {field.key for act in ORDINARY.acts for field in act.fields}
    assert {standing_kind(key) for key in used} >= {
        "text",
        "longtext",
        "date",
        "datetime",
        "money",
        "officers",
        "choice",
        "choices",
        "yesno",
    }


def standing_kind(key: str) -> str:
    return standing().dictionary.facts[key].kind
