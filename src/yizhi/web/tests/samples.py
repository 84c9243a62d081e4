"""Openly fictional contexts, one for each page: the pages are rendered with them without a database."""

from datetime import date
from typing import Any

from markupsafe import Markup

TODAY = date(2026, 11, 23)
TOWN = "广汉市连山镇人民政府"
ICONS = {
    "待办": "checklist",
    "问一问": "message-question",
    "线索": "world-search",
    "案件": "gavel",
    "清单": "table",
    "文书": "file-text",
    "当事人": "users",
    "队伍": "certificate",
    "机关": "building-bank",
    "区划与片区": "map-pin",
}


def frame(current: str = "待办") -> dict[str, Any]:
    def items(*labels: str) -> list[dict[str, Any]]:
        counts = {"待办": 9, "案件": 27}
        return [
            {"label": one, "icon": ICONS[one], "href": "#", "count": counts.get(one), "current": one == current}
            for one in labels
        ]

    tabs = [
        {"label": one, "icon": ICONS[one], "href": "#", "current": one == current}
        for one in ("待办", "问一问", "线索", "案件")
    ]
    return {
        "person": "钟拟",
        "acting_body": "连山镇人民政府",
        "acting_bodies": [
            {"id": "b1", "name": TOWN, "note": "派驻函载明", "current": True},
            {"id": "b2", "name": "广汉市综合行政执法局", "note": "本机关人员", "current": False},
        ],
        "nav": [
            {"group": "办事", "items": items("待办", "问一问", "线索", "案件")},
            {"group": "依据", "items": items("清单", "文书", "当事人")},
            {"group": "队伍与机关", "items": items("队伍", "机关", "区划与片区")},
        ],
        "tabs": [*tabs, {"label": "更多", "icon": "list-check", "href": "#menu", "current": False}],
        "demo": True,
    }


def task(
    state: str, left: str, on: str, act: str, subject: str, why: str, whose: str, number: str, **more: Any
) -> dict[str, Any]:
    return {
        "state": state, "left": left, "on": on, "act": act, "subject": subject, "why": why, "from": whose, "number": number, "href": "#", **more,
    }  # fmt: skip


TODO = {
    "today": TODAY,
    "workday": True,
    "tabs": [{"label": one, "href": "#", "count": count, "current": one == "全部"} for one, count in {"全部": 9, "镇派": 6, "局派": 3, "今天": 2, "等别人": 2}.items()],
    "tasks": [
        task("stop", "超期 1 个工作日", "11月20日 周五", "公示处罚决定", "占用道路期满不清理案", "镇政府处罚决定 11月11日作出，应在 7 个工作日内公开。补办要写明原因。国办发〔2018〕118号", "连山镇派", "广连府罚〔2026〕31号"),
        task("soon", "今天到期", "11月23日 周一", "决定是否立案", "倾倒建筑垃圾线索（小货车）", "登记案源满 15 个工作日，今天必须决定立案或者不予立案。", "连山镇派", "广连府线〔2026〕46号", open=True, act_label="决定是否立案", act_href="#",
             steps=[{"label": "起算", "words": "11月2日（周一）登记案源，当日不计", "article": "《案源登记表》", "sign": "file-text"},
                    {"label": "数到", "words": "3、4、5、6、9 … 20、23 日，共 15 个工作日；周末不计", "article": "行政处罚法 第85条"},
                    {"label": "不办的后果", "words": "超过核查期限，需要补充说明原因，并由负责人延长", "article": "住建程序规定 第15条", "state": "soon", "sign": "clock-exclamation"}]),
        task("soon", "还有 2 个工作日", "11月25日 周三", "送达《行政处罚决定书》", "占道经营案", "11月16日作出，当事人不在场，7 个工作日内送达。行政处罚法 第61条", "市综合执法局派", "广综执罚〔2026〕118号"),
        task("info", "还有 10 个工作日", "12月7日 周一", "填写《结案审批表》", "禁止时段露天烧烤案", "罚款 11月16日缴清，执行完毕之日起 15 个工作日内结案。住建程序规定 第31条", "连山镇派", "广连府罚〔2026〕28号"),
        task("info", "还有 36 天", "12月29日 周二", "送达《行政处罚意见告知书》", "擅自倾倒建筑垃圾案", "审核 11月18日通过，可以告知。办案期限 90 日，检测中止过 21 天。住建程序规定 第29、30条", "连山镇派", "广连府案〔2026〕39号"),
    ],
    "waiting": [task("wait", "还有 8 天", "12月1日 周二", "等当事人缴款", "餐饮油烟超标案", "11月16日送达，次日起 15 日内到银行缴款。行政处罚法 第67条", "市综合执法局派", "广综执罚〔2026〕112号")],
    "older": "#",
}  # fmt: skip

ZHOU = {
    "id": "o1",
    "name": "周演安",
    "note": "连山镇执法人员，执法证有效至 2028年3月",
    "state": "ok",
    "words": "算 1 人",
    "demo": True,
}
ZHONG = {
    "id": "o2",
    "name": "钟拟",
    "note": "市综合执法局派驻，派驻函载明可以连山镇名义执法",
    "state": "ok",
    "words": "算 1 人",
    "demo": True,
    "you": True,
}
QIN = {
    "id": "o3",
    "name": "秦样",
    "note": "市水利局派驻连山片区，执法证 11月20日到期",
    "state": "stop",
    "words": "不算",
    "demo": True,
    "blocked": True,
}
LUO = {
    "id": "o4",
    "name": "罗范",
    "note": "市水利局派驻连山片区，执法证有效至 2027年9月",
    "state": "ok",
    "words": "算 1 人",
    "demo": True,
}


def asked(current: int, answer: dict[str, Any] | None) -> dict[str, Any]:
    rows = [
        ("个人擅自倾倒、堆放建筑垃圾", ["倒", "建筑垃圾"], "连山镇（赋权）"),
        ("在河道管理范围内倾倒垃圾、渣土", ["河边", "倒"], "市水利局（派驻）"),
        ("工程施工单位未及时清运建筑垃圾", ["建筑垃圾"], "市综合执法局（派驻）"),
        ("运输渣土沿途遗撒", ["倒"], "市交通运输局（派驻）"),
    ]
    keys = ("name", "words", "whose")
    found = [
        {"rank": rank, "href": "#", "current": rank == current, **dict(zip(keys, row, strict=True))}
        for rank, row in enumerate(rows, 1)
    ]
    places = [{"group": "连山镇", "options": [{"value": "v1", "label": "连山镇　锦花村"}]}]
    return {
        "asked": {"q": "有人在河边倒建筑垃圾", "place": "v1", "place_words": "连山镇　锦花村", "on": "2026-11-23"}, "today": TODAY, "places": places, "verdict": "item", "correct": {"shown": "1", "meant": "", "told": False}, "found": found, "answer": answer,
        "lead": {"href": "#", "label": "登记线索，带上这些内容", "fields": [("q", "有人在河边倒建筑垃圾"), ("place", "v1")]}, "more": [],
    }  # fmt: skip


ASK_ALLOWED = asked(
    1,
    {
        "state": "ok", "sentence": f"能办。以{TOWN}的名义。", "second": "两个人现在就可以去。",
        "body": {"name": TOWN, "mode": "赋权", "note": "印章、案号、被申请人都是镇政府。复议找广汉市人民政府。片区队不署名、不用章。"},
        "officers": [ZHOU, ZHONG], "change": {"label": "换人：何示平等 3 人今天也可以", "href": "#"},
        "papers": [{"stage": "现场", "names": ["现场笔录", "询问笔录", "送达地址确认书"]}, {"stage": "立案", "names": ["案源登记表", "立案审批表"]}],
        "grounds": [{"sentence": "个人擅自倾倒建筑垃圾的，责令改正，处一百元以上一千元以下的罚款。2026年8月15日起施行。", "article": "生态环境法典 第1169条第3款", "href": "#"},
                    {"sentence": "省级决定允许，本市已公布，连山镇 2025年3月1日起承接。", "article": "行政处罚法 第24条"}],
        "missing": [{"sentence": "问清是谁倒的、是不是自家装修产生的。是施工单位的，换第 3 项。", "article": "行政处罚法 第40条"},
                    {"sentence": "量体积、拍全景和近景，河岸位置要能认出来。", "article": "行政处罚法 第46条", "sign": "camera-check"}],
        "number": "20261123-0412",
    },
)  # fmt: skip
ASK_REFUSED = asked(
    2,
    {
        "state": "stop", "sentence": "现在不能办。这两个人都不能以市水利局名义执法。", "second": "权在市水利局，今天在连山片区够条件的只有 1 人，法律要求至少 2 人。",
        "reasons": [{"strong": "钟拟", "sentence": "的派驻函只写了市综合执法局、连山镇，没有写市水利局。", "article": "行政处罚法 第23条", "severity": "stop"},
                    {"sentence": "合格的执法人员 0 人，少于 2 人。", "article": "行政处罚法 第42条", "severity": "stop"}],
        "cures": [{"sentence": "请市水利局再派 1 名持证人员，与罗范同去。", "note": "罗范（派驻）证件有效。秦样 11月20日证件到期，换证后也可以。"},
                  {"sentence": "或者等市水利局依法委托连山镇，双方公布后再办。", "note": "须有法律、法规、规章依据。行政处罚法 第20条"}],
        "alternatives": [{"body": "广汉市水利局", "mode": "派驻行使", "officers": [LUO, QIN]}],
        "grounds": [{"sentence": "在河道管理范围内倾倒垃圾、渣土的，责令停止违法行为、排除阻碍，可以处五万元以下罚款。", "article": "防洪法 第55条第2项"}],
        "can_now": {"sentence": "劝阻，拍照、录像留证，登记线索。这些不需要处罚权。", "note": "同一行为不得罚款两次。行政处罚法 第29条"}, "number": "20261123-0413",
    },
)  # fmt: skip

CASE_HEAD = {"title": "吕例 擅自倾倒建筑垃圾案", "number": "广连府案〔2026〕39号", "href": "#", "demo": True}
CASE = {
    "case": {**CASE_HEAD, "body": TOWN, "mode": "赋权", "handlers": "周演安、钟拟", "place": "连山镇锦花村河岸", "act_day": date(2026, 9, 5), "procedure": "普通程序", "stage": "审核已通过，待告知", "state": "info"},
    "today": TODAY,
    "limits": [{"name": "办案期限", "start": date(2026, 9, 9), "due": date(2026, 12, 29), "sure": True, "original": date(2026, 12, 8), "pauses": [(date(2026, 9, 21), date(2026, 10, 12), "检测中止")], "started_by": "立案", "left": "已用 54 天，还有 36 天", "articles": "住建程序规定 第29、30条",
                "note": "检测期间不计入办案期限，凭《检测期间告知书》（广连府检告〔2026〕3号）。下一档：负责人可以延长 30 日，须在 12月29日前批准。"},
               {"name": "陈述申辩期", "due": None, "left": "", "articles": "行政处罚法 第44条", "error": "告知书还没有送达，期限还没有起算。"}],
    "acts": [{"name": "送达《行政处罚意见告知书》", "does": "写明拟处罚的内容、事实、理由、依据，告诉当事人可以陈述、申辩。", "href": "#", "articles": ["行政处罚法 第44条"], "papers": ["意见告知书", "送达回证"], "people": "周演安、钟拟", "first": True},
             {"name": "补充调查", "does": "发现事实还不清楚时退回调查，补完要重新送审。", "href": "#", "articles": ["行政处罚法 第54条"], "papers": ["询问笔录", "现场笔录"], "people": "承办两人"},
             {"name": "延长办案期限", "does": "案情复杂才可以，负责人批准。现在还有 36 天，一般用不着。", "href": "#", "articles": ["住建程序规定 第29条"], "papers": ["延长办案期限审批表"], "people": "邓例批准", "label": "报批"}],
    "blocked": [{"title": "作出行政处罚决定", "first": {"label": "送达《行政处罚意见告知书》", "href": "#"},
                 "reasons": [{"sentence": "告知书还没有送达。送达后当事人有 5 个工作日陈述、申辩；今天送达的话，最早 12月1日。", "article": "行政处罚法 第44、45条", "severity": "stop"},
                             {"sentence": "决定的处罚不得重于告知的处罚。", "article": "行政处罚法 第45条第2款", "severity": "stop"}]}],
    "record": [{"at": "11月23日", "title": "今天", "who": "等您告知", "kind": "n"}, {"at": "11月18日", "title": "案件审核通过", "who": "唐样", "note": "同意；注意核对是否个人产生"},
               {"at": "10月30日", "title": "调查终结", "note": "认定倾倒 6.4 立方米，不含危险废物"}, {"at": "9月21日", "title": "委托检测", "who": "期限中止", "note": "是否混有石棉瓦（危险废物）", "kind": "p"},
               {"at": "9月9日", "title": "立案", "who": "邓例批准"}, {"at": "9月7日", "title": "案源登记", "who": "巡查发现", "note": "由问一问第 20260907-0138 号带入", "href": "#"}],
    "record_count": 9, "chain": {"state": "ok", "words": "记录链完整"},
    "evidence": [{"name": "现场笔录", "href": "#", "kind": "勘验笔录、现场笔录", "act": "现场检查", "on": date(2026, 9, 10), "state": "", "words": "", "why": ""},
                 {"name": "卡口照片.jpg", "href": "#", "kind": "视听资料", "act": "提取证据", "on": date(2026, 9, 11), "state": "soon", "words": "监控记录，未审核", "why": ""},
                 {"name": "录音一段.mp3", "href": "#", "kind": "视听资料", "act": "提取证据", "on": date(2026, 9, 12), "state": "stop", "words": "已排除", "why": "没有告知，在他人住所内偷录。"}],
    "papers": [{"name": "立案审批表", "number": "广连府案〔2026〕39号", "on": date(2026, 9, 9), "href": "#", "state": "ok", "words": "已签发"}], "dossier_href": "#",
}  # fmt: skip
PAGE = Markup(
    '<article class="paper"><h1>广汉市连山镇人民政府</h1><h2>行政处罚意见告知书</h2><p class="no">广连府罚告〔2026〕<span class="miss">签发时编号</span></p><p class="l">吕例：</p>'
    "<p>经查，你于2026年9月5日在广汉市连山镇锦花村河岸，擅自倾倒自家装修产生的建筑垃圾6.4立方米。</p>"
    '<p><span class="miss">听证权：待选择</span></p><div class="signing"><p class="sign">广汉市连山镇人民政府<span class="unsealed">签发后用印</span></p></div></article>'
)
ACT = {
    "case": CASE_HEAD, "action": "#", "id": "0193-demo",
    "act": {"name": "行政处罚意见告知书", "does": "", "articles": ["行政处罚法 第44条"], "state": "soon", "chip": "还差 2 项，不能签发", "send_label": "送邓例签发", "draft": True, "after": "签发后编号、盖章，不能再改"},
    "known": [{"label": "名义", "value": TOWN, "source": "问一问 9月7日"}, {"label": "当事人", "value": "吕例　男　身份证 5106**********0017", "source": "询问笔录"},
              {"label": "事实", "value": "9月5日　锦花村河岸，装修垃圾 6.4 立方米", "source": "现场笔录、检测报告"}, {"label": "依据", "value": "生态环境法典 第1169条第3款", "source": "清单 第 137 项"}, {"label": "承办", "value": "周演安、钟拟", "source": "立案审批表"}],
    "fields": [{"name": "proposed_fine_yuan", "label": "拟罚款", "kind": "money", "value": "800", "hint": "法定幅度 100 元至 1000 元。数额由您定，以后的决定不得重于这个数。"},
               {"name": "discretion_reason", "label": "为什么是这个数", "kind": "longtext", "value": "倾倒 6.4 立方米，在立案前已自行清运约一半，无同类记录。"},
               {"name": "hearing_told", "label": "要不要告知听证权", "kind": "yesno", "value": None, "missing": True, "hint": "四川省“较大数额罚款”的标准尚未确认，系统不替您判断。", "articles": "行政处罚法 第63条", "choices": [("yes", "告知听证权"), ("no", "不告知，写明理由")]},
               {"name": "contact_phone", "label": "联系电话", "kind": "text", "value": "", "missing": True, "hint": "当事人陈述、申辩时打的电话"}],
    "missing": [{"label": "听证权", "href": "#f-hearing_told"}, {"label": "联系电话", "href": "#f-contact_phone"}], "reasons": [],
    "preview_href": "#", "preview": {"note": "第 1 页，共 1 页", "print_href": "#", "pages": [PAGE]},
}  # fmt: skip
