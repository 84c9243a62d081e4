"""构件页的例子 Fictional values of the gallery page: one field of every kind, days for the drawn parts. Demo mode only."""

from datetime import date
from typing import Any

TODAY = date(2026, 11, 23)
DAYS = (
    date(2026, 9, 9),
    date(2026, 9, 21),
    date(2026, 10, 12),
    date(2026, 12, 8),
    date(2026, 12, 29),
    date(2024, 1, 1),
    date(2028, 1, 1),
)
OFFICERS: list[dict[str, Any]] = [
    {
        "id": "o1",
        "name": "周演安",
        "note": "连山镇执法人员，执法证有效至 2028年3月",
        "state": "ok",
        "words": "算 1 人",
        "demo": True,
    },
    {
        "id": "o2",
        "name": "秦样",
        "note": "市水利局派驻，执法证 11月20日到期",
        "state": "stop",
        "words": "不算",
        "demo": True,
        "blocked": True,
    },
]
FIELDS: list[dict[str, Any]] = [
    {"name": "place_text", "label": "地点", "kind": "text", "value": "锦花村河岸", "required": True},
    {
        "name": "contact_phone",
        "label": "联系电话",
        "kind": "text",
        "value": "",
        "missing": True,
        "hint": "当事人陈述、申辩时打的电话",
    },
    {"name": "finding", "label": "核查情况", "kind": "longtext", "value": "", "hint": "写看到的、问到的，不写推测。"},
    {
        "name": "found_on",
        "label": "发现（收到）日期",
        "kind": "date",
        "value": "2026-11-23",
        "error": "不能晚于今天。请改成发现的那一天。",
    },
    {"name": "started_at", "label": "开始时间", "kind": "datetime", "value": "2026-11-23T10:30"},
    {
        "name": "proposed_fine_yuan",
        "label": "拟罚款",
        "kind": "money",
        "value": "",
        "hint": "数额由您定。",
        "articles": "行政处罚法 第34条",
    },
    {"name": "extension_days", "label": "延长天数", "kind": "integer", "value": 0, "unit": "日"},
    {
        "name": "service_method",
        "label": "怎样送达",
        "kind": "choice",
        "value": "direct",
        "choices": [("direct", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达")],
    },
    {
        "name": "town",
        "label": "镇（街道）",
        "kind": "choice",
        "value": "",
        "missing": True,
        "choices": [(str(n), f"第{n}镇（演示）") for n in range(1, 9)],
    },
    {
        "name": "review_triggers",
        "label": "为什么要法制审核",
        "kind": "choices",
        "value": ["public"],
        "choices": [("public", "涉及重大公共利益"), ("many", "案情疑难复杂")],
    },
    {"name": "hearing_told", "label": "要不要告知听证权", "kind": "yesno", "value": None, "missing": True},
    {
        "name": "handlers",
        "label": "承办人",
        "kind": "officers",
        "value": ["o1"],
        "people": OFFICERS,
        "hint": "两名以上具有执法资格的人员。",
    },
    {"name": "present_people", "label": "在场人", "kind": "people", "value": ["吕例（演示）"]},
    {
        "name": "evidence",
        "label": "照片、录音录像、书证",
        "kind": "evidence",
        "draft": [{"digest": "ab12", "name": "河岸全景.jpg", "size": "2.1 MB"}],
    },
    {"name": "party", "label": "当事人", "kind": "party", "value": "p1", "words": "吕例（演示）", "href": "#"},
]


def context() -> dict[str, Any]:
    """Return what gallery.html needs besides the frame."""
    return {"today": TODAY, "days": DAYS, "fields": FIELDS}
