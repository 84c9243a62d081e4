"""发了两次 A form sent again, because the line broke or the finger pressed twice, is done once and answers as the first time did."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests import story
from tests.cast import LIANSHAN, Cast, at, build, fresh
from tests.doors import plain, signed_in
from yizhi.desk.leads.models import Lead
from yizhi.desk.record.models import Entry

pytestmark = pytest.mark.django_db
NOW = at("2026-12-20 18:00")
LEAD = {"words": "有人在河边倒建筑垃圾", "town": LIANSHAN, "body": "town-lianshan", "item": "cg-1", "on": "2026-12-20"}
SCENE = {
    "started_at": "2026-06-05T09:00",
    "ended_at": "2026-06-05T09:30",
    "credentials_shown": "yes",
    "findings": "现场有建筑垃圾一堆",
}


@pytest.fixture
def cast(settings, tmp_path, monkeypatch) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return build()


@pytest.fixture
def a_minute_later(monkeypatch) -> None:
    moments = iter(NOW + timedelta(minutes=ago) for ago in range(1, 100))
    monkeypatch.setattr("yizhi.web.middleware.timezone.now", lambda: next(moments))


def twice(cast: Cast, path: str, sent: dict[str, str]) -> tuple[HttpResponse, HttpResponse]:
    client = signed_in(cast.jia)
    return client.post(path, sent), client.post(path, sent)


def test_one_lead(cast: Cast, a_minute_later: None) -> None:
    first, second = twice(cast, "/leads/register/", {**LEAD, "id": str(fresh())})
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"] and Lead.objects.count() == 1


def test_another_lead_has_an_id_of_its_own(cast: Cast) -> None:
    for _ in range(2):
        signed_in(cast.jia).post("/leads/register/", {**LEAD, "id": str(fresh())})
    assert Lead.objects.count() == 2


def test_a_lead_without_an_id_is_not_registered(cast: Cast) -> None:
    answer = signed_in(cast.jia).post("/leads/register/", LEAD)
    assert answer.status_code == 422 and "刷新页面后再提交" in plain(answer.content.decode())
    assert not Lead.objects.exists()


def test_one_act_whose_moment_was_left_empty(cast: Cast, a_minute_later: None) -> None:
    dossier = story.case(cast)
    before = Entry.objects.count()
    sent = {**SCENE, "id": str(fresh())}
    first, second = twice(cast, f"/cases/{dossier}/acts/record_scene/", sent)
    assert first.status_code == second.status_code == 302, plain(first.content.decode())[:800]
    assert Entry.objects.count() == before + 1


def test_the_same_id_with_other_words_is_refused(cast: Cast, a_minute_later: None) -> None:
    dossier, id = story.case(cast), str(fresh())
    client, path = signed_in(cast.jia), f"/cases/{dossier}/acts/record_scene/"
    client.post(path, {**SCENE, "id": id})
    other = client.post(path, {**SCENE, "id": id, "findings": "现场没有建筑垃圾"})
    assert other.status_code == 409 and "同一编号已经记过另一内容" in plain(other.content.decode())
