"""从表格拟订批次：先看后存，坏格子写明行列，没有确认什么也不留；一个表格只用一次，别人的表格看不见。"""
# ruff: noqa: N802

import io
from datetime import timedelta

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.doors import plain, signed_in

from yizhi.desk.batches.models import Batch, BatchLine
from yizhi.desk.batches.tests import people
from yizhi.desk.batches.tests.people import LIANSHAN, XIAOHAN
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import Allocation, Upload
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
HEAD = ["序号", "权力名称", "承接乡镇（街道）", "方式", "委托依据"]
PAGE = "/batches/import/"


@pytest.fixture
def world(db):
    return people.build()


def csv(*lines):
    return SimpleUploadedFile("第四批.csv", "\n".join([",".join(HEAD), *lines]).encode())


def workbook(*rows):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((HEAD, *rows)):
            sheet.write_row(at, 0, row)
    return SimpleUploadedFile("第四批.xlsx", kept.getvalue())


def draft(**more):
    starts_on = (timezone.localdate() + timedelta(days=30)).isoformat()
    return {"title": "第四批", "decision": "示例省决定", "starts_on": starts_on, "exception": "特批", **more}


def read(client, file, path=PAGE):
    shown = client.post(path, {"do": "preview", "file": file}, follow=True)
    return plain(shown.content.decode()), str(Upload.objects.latest("uploaded_at").id)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_看过再存成草案_几个镇一格_两种方式(world, form):
    keeper = signed_in(world.keeper)
    lines = (["2", "示意事项2", "小汉镇、连山镇", "", ""], ["3", "", "小汉镇", "委托", "示意条例第五条"])
    file = csv(*(",".join(line) for line in lines)) if form == "csv" else workbook(*lines)
    page, token = read(keeper, file)
    assert "3行都读懂了，还没有写入" in page and "用这些行拟订" in page
    assert not Batch.objects.exists()
    onward = keeper.post(PAGE, {"do": "confirm", "token": token})["Location"]
    assert "2个事项，2个镇（街道），共3格" in plain(keeper.get(onward).content.decode())
    assert not Batch.objects.exists()
    ends_on = (timezone.localdate() + timedelta(days=90)).isoformat()
    assert keeper.post(onward, draft(ends_on=ends_on)).status_code == 302
    assert sorted(BatchLine.objects.values_list("item", "town", "mode", "basis")) == [
        ("cg-2", XIAOHAN, "conferral", ""),
        ("cg-2", LIANSHAN, "conferral", ""),
        ("cg-3", XIAOHAN, "entrustment", "示意条例第五条"),
    ]
    again = keeper.post(onward, draft(ends_on=ends_on))
    assert again.status_code == 409 and "已经写入过了" in plain(again.content.decode())
    assert Batch.objects.count() == 1


def test_坏格子一处一处指出来_什么也不留(world):
    bad = csv(
        "99,没有的,小汉镇,,",
        "2,示意事项2,不知道镇,,",
        "2,示意事项2,小汉镇,法定,",
        "3,,小汉镇,委托,",
        "2,,小汉镇,,",
        "2,,小汉镇,,",
    )
    page, token = read(signed_in(world.keeper), bad)
    assert "有5处读不懂，什么也没有写入" in page
    found = {(each["code"], each["row"], each["column"]) for each in Upload.objects.get(pk=token).findings}
    assert found >= {
        ("item-unknown", 2, "B"),
        ("town-unknown", 3, "C"),
        ("mode-unknown", 4, "D"),
        ("entrustment-without-basis", 5, "D"),
        ("line-twice", 7, "C"),
    }
    refused = signed_in(world.keeper).post(f"/batches/new/?upload={token}", draft())
    assert refused.status_code == 409 and "有5处不能读" in plain(refused.content.decode())
    assert not Batch.objects.exists()


def test_收回也能从表格拟订(world):
    people.standing.confer(people.Item.objects.get(code="cg-2"), XIAOHAN, valid_from=people.LONG_AGO)
    keeper = signed_in(world.keeper)
    _, token = read(keeper, csv("2,,小汉镇,,"), f"{PAGE}?kind=recall")
    onward = keeper.post(f"{PAGE}?kind=recall", {"do": "confirm", "token": token})["Location"]
    assert keeper.post(onward, {"title": "收回", "starts_on": draft()["starts_on"]}).status_code == 302
    assert (Batch.objects.get().kind, Batch.objects.get().lines.count()) == ("recall", 1)
    assert Allocation.objects.known().get(item="cg-2").valid_to is None


def test_别人没有这一页_也拿不到别人的表格(world):
    keeper = signed_in(world.keeper)
    _, token = read(keeper, csv("2,,小汉镇,,"))
    for other in (world.justice, world.cast.administrator, world.department, world.cast.jia):
        client = signed_in(other)
        assert client.get(PAGE).status_code == 404
        assert client.post(PAGE, {"do": "preview", "file": csv("2,,小汉镇,,")}).status_code == 404
        assert client.get(f"/batches/new/?upload={token}").status_code == 404
    assert keeper.get("/imports/batch-lines/").status_code == 404
    assert "从表格拟订" not in plain(keeper.get("/imports/").content.decode())
    assert keeper.get("/batches/new/?upload=1").status_code == 404


def test_命令只看不写(world):
    shown = upload("batch-lines", "第四批.csv", csv("2,,小汉镇,,").read(), by="yizhi", now=people.NOW)
    with pytest.raises(Refusal) as refused:
        confirm(shown.upload.id, by="yizhi", now=people.NOW)
    assert refused.value.first.code == "batch-lines-by-draft" and refused.value.first.cure
    assert not Batch.objects.exists()
