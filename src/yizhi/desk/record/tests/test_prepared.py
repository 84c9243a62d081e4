"""备好的查询 A prepared query gives what the query gives, a row written the short way is the row that `save` writes."""

import uuid

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from tests.cast import Cast, build

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.models import Certificate, Officer, Service
from yizhi.desk.record.models import Dossier, Entry
from yizhi.desk.record.prepared import IdSlot, Prepared, Slot, found, write

pytestmark = pytest.mark.django_db


def columns(row: models.Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture(autouse=True)
def cast() -> Cast:
    return build()


def test_rows_and_what_they_point_to():
    query = Service.objects.select_related("officer", "body__parent").order_by("officer")
    prepared = Prepared(query.filter(officer=Slot("officer")))
    for officer in ("o-jia", "o-posted", "o-nobody"):
        expected = list(query.filter(officer=officer))
        got = prepared.all(officer=officer)
        assert [columns(row) for row in got] == [columns(row) for row in expected]
    with transaction.atomic():
        [row] = prepared.all(officer="o-jia")
        kept = len(connection.queries_log)
        assert row.officer.name == "甲例" and row.body.parent and row.body.parent.name == "广汉市人民政府"
        assert len(connection.queries_log) == kept


def test_values_are_read_as_the_query_reads_them():
    query = Certificate.objects.values_list("valid_from", "recorded_at", "status_periods", "domains")
    assert Prepared(query.filter(officer=Slot("who"))).all(who="o-posted") == list(query.filter(officer="o-posted"))


def test_nothing_to_find_asks_nothing(django_assert_num_queries):
    prepared = Prepared(Officer.objects.filter(pk__in=(), name=Slot("name")))
    with django_assert_num_queries(0):
        assert prepared.all(name="甲例") == [] and prepared.first(name="甲例") is None


def test_one_row_by_its_key():
    assert found(Body, "gov") == Body.objects.get(code="gov")
    assert found(Body, "nobody") is None


def entry(dossier: Dossier, **more: object) -> Entry:
    now = timezone.now()
    told = {"facts": {"place_text": "河边", "fine_yuan": "100.00"}, "officers": ["o-jia"], "point": None, "told": "t"}
    return Entry(
        id=uuid.uuid4(), dossier=dossier, seq=1, kind="k", done_at=now, recorded_at=now, actor="jia", **told, **more
    )


def test_a_row_written_the_short_way_is_the_row():
    dossier = Dossier(number="20260601-AAAAAA", opened_at=timezone.now())
    write(dossier)
    row = entry(dossier, digest="d")
    write(row)
    again = Prepared(Entry.objects.filter(id=IdSlot("id"))).first(id=row.id)
    assert again is not None and columns(again) == columns(row) == columns(Entry.objects.get(id=row.id))
    assert not row._state.adding and row.dossier.number == dossier.number


def test_a_second_row_of_the_same_key_is_refused():
    dossier = Dossier(number="20260601-AAAAAA", opened_at=timezone.now())
    write(dossier)
    with pytest.raises(IntegrityError), transaction.atomic():
        write(Dossier(number="20260601-AAAAAA", opened_at=timezone.now()))
    assert Dossier.objects.count() == 1


def test_a_row_that_is_there_already_is_left_as_it_is():
    opened = timezone.now()
    first, second = (Dossier(number="20260601-AAAAAA", opened_at=opened, head_seq=seq) for seq in (0, 7))
    assert [write(first, unless_there=True), write(second, unless_there=True)] == [True, False]
    assert Dossier.objects.get().head_seq == 0 and second._state.adding


def test_a_statement_asked_again_after_its_table_was_changed_gives_what_is_there_now():
    prepared = Prepared(Officer.objects.filter(pk=Slot("who")).values_list("name", flat=False))
    assert [prepared.all(who="o-jia") for _ in range(7)] == [[("甲例",)]] * 7
    Officer.objects.filter(pk="o-jia").update(name="甲改")
    with pytest.raises(IntegrityError), transaction.atomic():
        prepared.all(who="o-jia")
        write(Dossier(number="20260601-AAAAAA", opened_at=timezone.now()))
        write(Dossier(number="20260601-AAAAAA", opened_at=timezone.now()))
    assert prepared.all(who="o-jia") == [("甲改",)]
