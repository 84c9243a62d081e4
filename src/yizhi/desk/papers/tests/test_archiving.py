"""归档次序 Housing binds by classes and by time within them; other domains as the papers came about."""

from datetime import UTC, datetime

import pytest
from tests import story
from tests.cast import at, build, fresh

from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.tests.test_ordinary_case import WAY
from yizhi.desk.papers.archiving import classes, in_order, place
from yizhi.desk.papers.binding import page_numbers
from yizhi.desk.papers.kinds import paper_kinds
from yizhi.desk.papers.telling import Told

CAME = [
    "case-opening-approval",
    "inquiry-record",
    "",
    "collective-discussion-record",
    "prior-notice",
    "defence-record",
    "scene-record",
]


def ordered(domain: str) -> list[str]:
    moments = [datetime(2026, 3, day, tzinfo=UTC) for day in range(1, len(CAME) + 1)]
    bound = [(place(domain, kind, moment), kind) for kind, moment in zip(CAME, moments, strict=True)]
    return [kind for _, kind in in_order(bound, domain)]


def test_housing_binds_by_class_and_by_time_within() -> None:
    assert ordered("housing_urban") == [
        "case-opening-approval",
        "prior-notice",
        "inquiry-record",
        "",
        "scene-record",
        "defence-record",
        "collective-discussion-record",
    ]


@pytest.mark.parametrize("domain", ["market", "agriculture", "transport", "general"])
def test_other_domains_bind_as_it_came(domain: str) -> None:
    assert ordered(domain) == CAME


def test_eight_classes_and_every_paper_named_exists() -> None:
    listed = classes("housing_urban")
    named = [kind for one in listed for kind in one.papers]
    assert len(listed) == 8 and len(named) == len(set(named)) and set(named) <= set(paper_kinds())
    assert place("housing_urban", "assistance-letter", datetime(2026, 3, 1, tzinfo=UTC)).name == "其他材料"


def test_pages_are_counted_in_the_order_in_which_they_are_bound(db: None, settings, tmp_path) -> None:
    settings.EVIDENCE_ROOT = tmp_path
    cast = build()
    dossier = story.case(cast)
    for who, kind, day, facts in WAY[2:]:
        if kind == "submit_review":
            break
        officers = ("o-jia", "o-yi") if kind in ("tell_rights", "record_scene", "inquire") else ()
        told = Told(id=fresh(), kind=kind, done_at=at(day), facts=facts, officers=officers)
        perform(getattr(cast, who), dossier, told, now=at("2026-06-30"))
    first = {kind: int(pages.split("-")[0]) for kind, (_, pages, _) in page_numbers(cast.jia, dossier).items()}
    assert (
        first["case-opening-approval"] < first["investigation-report"] < first["scene-record"] < first["inquiry-record"]
    )
    assert first["inquiry-record"] < first["service-address"]
