"""批次页面：拟订、表态、看影响、逐件安排、一页收回、跟踪问效；谁看得见什么，填错了不丢。"""
# ruff: noqa: N802

from datetime import timedelta

import pytest
from django.utils import timezone
from tests import story
from tests.doors import plain, signed_in

from yizhi.desk.batches.models import Batch, BatchLine
from yizhi.desk.batches.tests import people
from yizhi.desk.batches.tests.people import LIANSHAN, XIAOHAN, begin, do, lines
from yizhi.desk.cases.models import Case
from yizhi.desk.matters.models import Allocation, Item
from yizhi.desk.matters.queries import ask
from yizhi.desk.record.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    return people.build()


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return plain(answer.content.decode())


def draft(**more):
    typed = {"title": "第四批", "items": "cg-2\n示意事项3", "towns": [XIAOHAN], "mode": "conferral"}
    starts_on = (timezone.localdate() + timedelta(days=30)).isoformat()
    return {**typed, "decision": "示例省决定", "starts_on": starts_on, "exception": "特批", **more}


def test_粘贴事项拟订_编码名称序号都认(world):
    keeper = signed_in(world.keeper)
    answer = keeper.post("/batches/new/", draft(items="cg-2\n3\t示意事项3\t城市管理\n"))
    assert answer.status_code == 302
    assert sorted(BatchLine.objects.values_list("item", "town")) == [("cg-2", XIAOHAN), ("cg-3", XIAOHAN)]
    page = text(keeper, answer["Location"])
    assert "2项×1个镇（街道），共2格" in page
    assert "市综合执法局、小汉镇表态" in page
    assert "小汉镇能办城市管理的有1人，差1人。" in page


def test_认不出的事项一行一行指出来_填的都还在(world):
    answer = signed_in(world.keeper).post("/batches/new/", draft(items="cg-2\n没有的\n也没有"))
    page = plain(answer.content.decode())
    assert answer.status_code == 422
    assert "第2行“没有的”、第3行“也没有”没有找到事项" in page
    assert "第四批" in answer.content.decode() and "也没有" in answer.content.decode()
    assert not Batch.objects.exists()


def test_各方在页面上办完自己的一步_公布以后清单就变(world):
    keeper, department = signed_in(world.keeper), signed_in(world.department)
    town, justice, head = signed_in(world.other_town), signed_in(world.justice), signed_in(world.head)
    at = keeper.post("/batches/new/", draft())["Location"]
    for client, kind, typed in (
        (department, "give_opinion", {"body": "dept-cg", "agrees": "yes"}),
        (town, "give_opinion", {"body": "town-xiaohan", "agrees": "yes", "equipment": "记录仪 2 台"}),
        (justice, "check_batch", {"outcome": "pass"}),
        (
            head,
            "decide_batch",
            {
                "instrument": "广府发〔2026〕9号",
                "decided_on": timezone.localdate().isoformat(),
                "starts_on": draft()["starts_on"],
            },
        ),
        (keeper, "publish_batch", {"channel": "县政府网站"}),
    ):
        assert "等您办" in text(client, "/batches/")
        assert client.post(f"{at}acts/{kind}/", typed).status_code == 302, kind
    assert Allocation.objects.filter(item="cg-2", letter="广府发〔2026〕9号").exists()
    page = text(town, at)
    assert "已公布，等生效" in page and "记录仪2台（填报）" in page and "本镇持证人员（城市管理）1（系统）" in page


def test_纪要要附签字的扫描件(world, settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path
    dossier = begin(world.keeper)
    do(world.department, dossier, "give_opinion", body="dept-cg", agrees=True)
    do(world.other_town, dossier, "give_opinion", body="town-xiaohan", agrees=False, words="没有人手")
    keeper = signed_in(world.keeper)
    typed = {"number": "联席〔2026〕3号", "held_on": "2026-06-09", "words": "给一名协管", "signed_by": ["town-xiaohan"]}
    assert keeper.post(f"/batches/{dossier}/acts/attach_minute/", typed).status_code == 422
    scan = people.SimpleUploadedFile("纪要.txt", "已签字".encode())
    assert keeper.post(f"/batches/{dossier}/acts/attach_minute/", {**typed, "file": scan}).status_code == 302
    entry = Entry.objects.get(kind="attach_minute")
    assert entry.evidence == [entry.facts["file"]["digest"]]
    answer = signed_in(world.other_town).get(f"/batches/{dossier}/minute/")
    assert (answer.status_code, b"".join(answer.streaming_content).decode()) == (200, "已签字")
    assert signed_in(world.cast.wu).get(f"/batches/{dossier}/minute/").status_code == 404


def test_编办只看到案号_看得到案件的人才有链接(world):
    number = story.case(world.cast)
    dossier = begin(world.keeper, kind="recall", lines=lines("cg-1", towns=(LIANSHAN,)), starts_on="2026-12-01")
    page = text(signed_in(world.keeper), f"/batches/{dossier}/")
    case = Case.objects.get(dossier=number)
    assert case.number in page
    assert "丁例" not in page
    assert f"/cases/{number}/" not in signed_in(world.keeper).get(f"/batches/{dossier}/").content.decode()
    assert f"/cases/{number}/" in signed_in(world.town).get(f"/batches/{dossier}/").content.decode()


def test_在批次页上逐件安排(world):
    number = story.case(world.cast)
    dossier = begin(world.keeper, kind="recall", lines=lines("cg-1", towns=(LIANSHAN,)), starts_on="2026-12-01")
    keeper = signed_in(world.keeper)
    refused = keeper.post(f"/batches/{dossier}/cases/", {f"case-{number}": "continue", "reason": ""})
    assert refused.status_code == 422
    keeper.post(f"/batches/{dossier}/cases/", {f"case-{number}": "transfer", "reason": "人手不够"})
    assert Entry.objects.get(kind="settle_case").facts == {"case": number, "choice": "transfer", "reason": "人手不够"}
    assert "移送人手不够" in text(signed_in(world.justice), f"/batches/{dossier}/")
    assert (
        signed_in(world.justice).post(f"/batches/{dossier}/cases/", {f"case-{number}": "continue"}).status_code == 404
    )


def recall_form(number, **more):
    today = timezone.localdate().isoformat()
    letters = {"letter-dept-cg": "广综执函〔2026〕5号", "letter-town-lianshan": "广连府函〔2026〕8号"}
    typed = {
        "id": str(people.fresh()),
        "town": [LIANSHAN],
        "starts_on": today,
        "title": "收回建筑垃圾",
        "do": "publish",
    }
    typed |= {"reason": "用得少", "check_letter": "广司函〔2026〕2号", "instrument": "广府发〔2026〕10号"}
    return {**typed, **letters, "decided_on": today, "channel": "县政府网站", f"case-{number}": "continue", **more}


def test_一页收回_当时就不能再立案_案件自己的记录写明(world):
    number = story.case(world.cast)
    keeper = signed_in(world.keeper)
    page = text(keeper, f"/batches/recall/?item=cg-1&town={LIANSHAN}")
    assert "在办案件1件要逐件定" in page
    answer = keeper.post("/batches/recall/?item=cg-1", recall_form(number))
    assert answer.status_code == 302, plain(answer.content.decode())
    today = timezone.localdate().isoformat()
    question = {"item": "cg-1", "town": LIANSHAN, "on": today, "action": "open_case", "officers": ["o-jia", "o-yi"]}
    assert ask(question).deciding_body == "dept-cg"
    assert Case.objects.get(dossier=number).on_recall == "continue"
    kinds = list(
        Entry.objects.filter(dossier=Batch.objects.get().dossier_id).order_by("seq").values_list("kind", flat=True)
    )
    assert kinds == [
        "draft_batch",
        "give_opinion",
        "give_opinion",
        "check_batch",
        "settle_case",
        "decide_batch",
        "publish_batch",
    ]
    again = recall_form(number, id=str(Entry.objects.get(kind="draft_batch").id))
    assert keeper.post("/batches/recall/?item=cg-1", again).status_code == 422
    assert Batch.objects.count() == 1


INCOMPLETE = [
    ("漏了案件", {"case-X": ""}, "还有1件在办案件没有安排"),
    ("没有镇的来文", {"letter-town-lianshan": ""}, "要写明来文的文号"),
    ("没有决定文号", {"instrument": ""}, "instrument"),
    ("没有选镇", {"town": []}, "还没有选从哪个镇"),
]


@pytest.mark.parametrize(("more", "said"), [row[1:] for row in INCOMPLETE], ids=[row[0] for row in INCOMPLETE])
def test_一页收回_缺一样就一样也不写_填的都还在(world, more, said):
    number = story.case(world.cast)
    typed = recall_form(number, **{name.replace("X", number): value for name, value in more.items()})
    answer = signed_in(world.keeper).post("/batches/recall/?item=cg-1", typed)
    assert answer.status_code in {409, 422}
    assert said in plain(answer.content.decode())
    assert not Batch.objects.exists()
    assert Allocation.objects.known().get(item="cg-1").valid_to is None
    assert said == "还没有选从哪个镇" or "广综执函〔2026〕5号" in answer.content.decode()


def test_一页收回也可以只存草案(world):
    number = story.case(world.cast)
    answer = signed_in(world.keeper).post("/batches/recall/?item=cg-1", recall_form(number, do="draft"))
    assert answer.status_code == 302
    assert Batch.objects.get().stage == "drafted"


def test_跟踪问效_每一行都能去办(world):
    today = timezone.localdate()
    slow = {"transition_until": today + timedelta(days=10), "transition_body": "department"}
    people.standing.confer(Item.objects.get(code="cg-2"), XIAOHAN, valid_from=today - timedelta(days=30), **slow)
    people.standing.confer(Item.objects.get(code="cg-3"), XIAOHAN, valid_from=today - timedelta(days=365 * 6))
    story.case(world.cast)
    answer = signed_in(world.keeper).get("/batches/watch/?quarter=2026-06-01")
    page = plain(answer.content.decode())
    assert "过渡期十五天内期满1格" in page and "五年没有用过1格" in page
    assert f"/batches/recall/?item=cg-3&amp;town={XIAOHAN}" in answer.content.decode()
    assert "2026年第2季度" in page and "立案1件" in page
    assert signed_in(world.cast.jia).get("/batches/watch/").status_code == 404
    assert "收回" not in [link.strip() for link in text(signed_in(world.justice), "/batches/watch/").split("去做")[1:]]


def test_没有职责的人看不见草案的任何一页(world):
    dossier = begin(world.keeper)
    for stranger in (world.cast.wu, world.cast.administrator, world.town):
        client = signed_in(stranger)
        for path in (f"/batches/{dossier}/", f"/batches/{dossier}/acts/check_batch/", "/batches/recall/?item=cg-1"):
            assert client.get(path).status_code == 404, path
        assert "示意第一批" not in text(client, "/batches/")
