"""送达日：每一份文书只有一个送达日。"""

from datetime import date, datetime

import pytest

from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import Entry
from yizhi.rules.procedure.tests.case_file import CaseFile


@pytest.mark.parametrize(
    ("domain", "reading", "deemed"),
    [
        pytest.param("农业", "sixty", date(2026, 5, 1 + 5), id="农业六十日，末日逢劳动节"),
        pytest.param("农业", "thirty", date(2026, 4, 1), id="农业按三十日"),
        pytest.param("交通", "", date(2026, 5, 6), id="交通没有裁定"),
        pytest.param("市场监管", "sixty", date(2026, 4, 1), id="市场监管本来三十日"),
    ],
)
def test_public_notice_is_served_by_the_reading_in_force(ordinary: CaseFile, domain: str, reading: str, deemed: date):
    here = ordinary.with_(domain=domain, readings={"public-notice-days": reading}).circumstances
    facts = {"service_method": "public_notice", "served_on": "2026-03-02"}
    entry = Entry("1", "serve_notice", datetime.fromisoformat("2026-03-02T10:00"), facts=facts)
    assert served_day(entry, here) == deemed
