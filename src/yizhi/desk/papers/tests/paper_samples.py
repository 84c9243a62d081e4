"""Openly fictional case data for the tests of papers: shortest, ordinary, longest, rare characters."""

import struct
from copy import deepcopy
from typing import Any

from yizhi.desk.papers.data import PaperData
from yizhi.desk.papers.glyphs import packaged_fonts

RARE = "䶮喆赟𫚉🙂"

TOWN_CASE: PaperData = {
    "body": {
        "name": "广汉市连山镇人民政府",
        "prefix": "广连府",
        "address": "广汉市连山镇（演示地址）",
        "phone": "0838-0000000",
        "review_body": "广汉市人民政府",
        "payee": "示意银行广汉支行（演示账户）",
        "payee_address": "广汉市示意路2号",
    },
    "paper": {"number": "广连府示〔2026〕17号", "issued_on": "2026-11-23", "demo": True},
    "case": {
        "dossier": "GH-2026-0039",
        "title": "丁例擅自倾倒建筑垃圾案",
        "number": "广连府案〔2026〕39号",
        "item": "对擅自倾倒建筑垃圾的处罚",
        "town": "连山镇",
        "place": "广汉市连山镇锦花村河岸",
        "act_day": "2026-09-05",
        "opened_on": "2026-09-08",
        "procedure": "ordinary",
        "mode": "conferral",
    },
    "party": {
        "kind": "individual",
        "name": "丁例",
        "gender": "男",
        "id_number": "510681199001010000",
        "address": "广汉市连山镇锦花村1组（演示）",
        "phone": "13800000000",
    },
    "officers": [{"name": "甲例", "certificate": "演示0001"}, {"name": "乙例", "certificate": "演示0002"}],
    "bases": [{"law": "中华人民共和国生态环境法典", "article": "第1169条第3款"}],
    "evidence": [{"name": "现场照片", "quantity": "6张", "source": "现场拍摄", "taken_on": "2026-09-05"}],
    "concerns": [{"title": "行政处罚意见告知书", "number": "广连府罚告〔2026〕17号"}],
    "facts": {
        "source": "patrol",
        "found_on": "2026-09-05",
        "place_text": "锦花村河岸",
        "description": "巡查时见河岸新倒建筑垃圾一堆。",
        "grounds": "有明确的当事人，属于本机关管辖，应当给予行政处罚。",
        "handlers": ["甲例", "乙例"],
        "service_address": "广汉市连山镇锦花村1组（演示）",
        "e_service_consent": True,
        "person_asked": "丁例",
        "started_at": "2026-09-05T09:10",
        "ended_at": "2026-09-05T09:50",
        "questions": "问：垃圾是你倒的吗？\n答：是我倒的。",
        "findings": "河岸有新倒建筑垃圾一堆。",
        "evidence": ["示例摘要"],
        "evidence_kind": "documentary",
        "samples": "建筑垃圾样品，2千克，1袋。",
        "demand": "清除倾倒的建筑垃圾，恢复原状。",
        "correct_by": "2026-09-20",
        "suspend_ground": "force_majeure",
        "resume_on": "2026-10-20",
        "terminate_ground": "ceased",
        "extension_days": 30,
        "extension_reason": "案情复杂。",
        "extension_by": "负责人",
        "facts_found": "丁例于2026年9月5日在锦花村河岸倾倒装修垃圾6.4立方米。",
        "evidence_summary": "现场笔录、询问笔录、照片",
        "proposed_fine_yuan": "800.00",
        "discretion_reason": "已自行清运约一半，无同类记录。",
        "discretion_tier": "一般：罚款500元至1000元（示意裁量基准）",
        "point_body": "sound",
        "point_procedure": "sound",
        "point_facts": "sound",
        "point_law": "sound",
        "point_power": "sound",
        "point_papers": "sound",
        "point_crime": "sound",
        "outcome": "agree",
        "error_kind": "slip",
        "error_text": "锦花材",
        "corrected_text": "锦花村",
        "reviewer_opinion": "事实清楚，程序合法。",
        "hearing_told": False,
        "hearing_reason": "不属于应当告知听证的情形。",
        "defence_until": "2026-12-01",
        "contact_phone": "0838-0000000",
        "service_method": "direct",
        "served_on": "2026-11-24",
        "recipient": "丁例",
        "defence_text": "希望从轻。",
        "defence_accepted": "accepted",
        "defence_opinion": "已在裁量时考虑。",
        "hold_reason": "物品易于转移，以后难以取得。",
        "hold_items": "翻斗车一辆，蓝色，川F·示意1\n铁锹二把",
        "hold_place": "连山镇综合行政执法办公室",
        "hold_keeper": "甲例",
        "hold_urgent": False,
        "hold_handling": "released",
        "hold_outcome": "已退还当事人，双方当场清点。",
        "seal_kind": "seizure",
        "seal_items": "翻斗车一辆，蓝色\n小型挖掘机一台",
        "seal_basis": "《中华人民共和国示意法》第九条",
        "seal_reason": "经查，车辆用于倾倒建筑垃圾。",
        "seal_scope": True,
        "seal_place": "连山镇停车场",
        "seal_until": "2026-12-20",
        "sealed_test_ground": "检测",
        "sealed_test_until": "2026-12-15",
        "test_body": "示意检测机构",
        "lift_ground": "decided",
        "returned": "车辆、挖掘机已当场退还。",
        "hearing_requested_on": "2026-11-25",
        "hearing_request_note": "我认为数量测得不对，要求听证。",
        "hearing_chair": ["庚例"],
        "hearing_members": ["辛例"],
        "hearing_recorder": ["壬例"],
        "hearing_at": "2026-12-10T09:30",
        "hearing_place": "连山镇人民政府会议室",
        "hearing_open": True,
        "hearing_closed_reason": "privacy",
        "hearing_attendees": ["丁例（当事人）", "甲例、乙例（调查人员）"],
        "hearing_agents": ["癸例"],
        "hearing_minutes": "调查人员提出违法事实和证据，当事人对数量提出异议，双方质证。",
        "hearing_end_ground": "absent",
        "hearing_opinion": "事实清楚，证据充分，建议维持拟处罚意见。",
        "hearing_taken_up": "对数量的异议没有证据支持，不予采纳。",
        "attendees": ["丙例", "甲例", "乙例"],
        "chair": "丙例",
        "discussion": "承办人汇报案情，参加人发表意见。",
        "conclusion": "同意罚款800元。",
        "opinion": "同意。",
        "fine_yuan": "800.00",
        "reason": "已自行清运约一半，无同类记录。",
        "transfer_to": "广汉市公安局",
        "disclosed": True,
        "redaction": "隐去姓名、住址、证件号。",
        "paid_yuan": "800.00",
        "closing_way": "fulfilled",
        "withdraw_reason": "查明当事人另有其人。",
        "remitted_on": "2026-12-03",
        "applied_on": "2026-11-20",
        "task_force": ["甲例", "乙例"],
        "crime_reason": "数量可能达到追诉标准。",
        "exhibits": "装修垃圾约6.4立方米，现场保存。",
        "other_body": "相邻镇人民政府（演示）",
        "dispute_detail": "河岸中线两侧归谁管辖。",
        "consult_result": "ours",
        "inspection_kind": "daily",
        "inspection_reason": "年度检查计划（示意）。",
        "inspection_items": "对食品经营的检查（示意-1）：看台账、看后厨\n对餐饮油烟排放的检查（示意-2）：看净化设备",
        "inspect_from": "2026-11-25T09:30",
        "inspect_until": "2026-11-25T11:30",
        "times_this_year": 2,
        "joint_bodies": "连山镇、市综合执法局",
        "visit_code": "4K7Q2MPX",
        "present_people": ["甲例", "丙例"],
        "assist_body": "市自然资源局（演示）",
        "assist_what": "确认倾倒地点的土地性质。",
        "contest_body": "广汉市人民政府",
        "contest_number": "示意复〔2026〕1号",
        "answer_text": "事实清楚，证据确凿，适用依据正确，程序合法，内容适当。",
        "defer_kind": "instalments",
        "pay_until": "2027-01-20",
        "instalments": "2026年12月20日以前缴400元\n2027年1月20日以前缴400元",
        "demand_for": "court",
        "perform_by": "2026-12-20",
        "perform_way": "到指定的银行缴纳。",
        "demand_yuan": "800.00",
        "late_fine_yuan": "240.00",
        "duties_left": "清除剩余的建筑垃圾。",
        "demolish_what": "砖混结构房屋一间，约三十平方米。",
        "demolish_until": "2026-12-20",
        "enforce_way": "restore",
        "own_power_basis": "《中华人民共和国城乡规划法》第六十五条",
        "enforce_reason": "逾期不履行。",
        "enforce_at": "2026-12-28T10:00",
        "enforce_plan": "由本机关组织清运。",
        "substitute_ground": "pollution",
        "substitute_what": "河岸剩余的建筑垃圾",
        "substitute_way": "清运到指定的消纳点",
        "substitute_at": "2026-12-28T10:00",
        "substitute_by": "本机关",
        "substitute_cost_yuan": "1200.00",
        "enforce_result": "已清运完毕。",
        "enforce_suspend_ground": "unable",
        "enforce_end_ground": "object_gone",
        "agreement_terms": "分两个阶段清运。",
        "late_fine_waived_yuan": "100.00",
        "court": "广汉市人民法院",
        "apply_target": "罚款800元，加处罚款240元。",
        "party_opinion": "没有提出意见。",
        "problem_kind": "not_acting",
        "problem_found": "线索登记以后三十日没有核查。",
        "supervision_basis": "《中华人民共和国行政处罚法》第五十四条",
        "supervision_demand": "七日内核查并决定是否立案。",
        "answer_by": "2026-12-20",
        "explain_what": "这条线索为什么没有核查。",
        "objection_reason": "已经核查，没有及时登记。",
        "objection_outcome": "rejected",
        "objection_answer": "记录里没有核查，理由不成立。",
    },
}

_LONG = "倾倒物为砖石、灰浆、木料混合物，现场未采取任何防止扬散、流失的措施。" * 60


def town_case(**facts: Any) -> PaperData:
    """Return the ordinary case; a fact given as `None` is taken out."""
    data = deepcopy(TOWN_CASE)
    data["facts"] = {key: value for key, value in {**data["facts"], **facts}.items() if value is not None}
    return data


def longest() -> PaperData:
    """Return the case with every free text 2,000 characters long, and an organisation as party."""
    data = town_case()
    free = {
        "description",
        "grounds",
        "questions",
        "findings",
        "facts_found",
        "discussion",
        "hearing_request_note",
        "hold_items",
        "seal_items",
        "seal_reason",
        "hearing_minutes",
        "hearing_opinion",
        "defence_text",
        "reviewer_opinion",
        "opinion",
        "perform_way",
        "crime_reason",
        "exhibits",
        "dispute_detail",
        "assist_what",
        "answer_text",
        "duties_left",
        "demolish_what",
        "enforce_reason",
        "enforce_plan",
        "enforce_result",
        "agreement_terms",
        "apply_target",
        "party_opinion",
        "problem_found",
        "supervision_demand",
        "explain_what",
        "objection_reason",
        "objection_answer",
    }
    data["facts"] = {key: _LONG if key in free else value for key, value in data["facts"].items()}
    data["party"] = {
        "kind": "organisation",
        "name": "广汉市演示建筑装饰工程有限责任公司连山镇分公司",
        "credit_code": "91510681MA00000000",
        "legal_rep": "丁例",
        "address": "广汉市连山镇（演示地址）" * 3,
    }
    return data


def with_rare_characters() -> PaperData:
    """Return the case of a party whose name has rare characters, one without a glyph, and an emoji."""
    data = town_case(person_asked=f"吕{RARE}", recipient=f"吕{RARE}")
    data["party"] = {**data["party"], "name": f"吕{RARE}"}
    return data


def renamed_font(family: str) -> bytes:
    """Return the packaged sans font under another family name, no longer than its own: a stand-in for a font of the house."""
    font = bytearray((packaged_fonts() / "NotoSansSC-Regular.otf").read_bytes())
    tables = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _, offset, _ in entries if tag == b"name")
    count, strings = struct.unpack_from(">HH", font, start + 2)
    for index in range(count):
        record = start + 6 + 12 * index
        platform, _, _, name, length, offset = struct.unpack_from(">6H", font, record)
        words = family.encode("utf-16-be" if platform == 3 else "ascii")
        if name in (1, 16) and len(words) <= length:
            struct.pack_into(">H", font, record + 8, len(words))
            place = start + strings + offset
            font[place : place + len(words)] = words
    return bytes(font)
