"""文书表 The table of papers: names as in the comparison, articles, templates, fields of the dictionary."""

from pathlib import Path

import pytest

from yizhi.desk.papers.kinds import label_of, paper_kind, paper_kinds
from yizhi.desk.papers.press import template_folder
from yizhi.rules.procedure.tables import TABLES

SHARED = Path(__file__).resolve().parents[5] / ".." / "shared"
DOMAINS = ("general", "market", "housing_urban", "agriculture", "transport")


@pytest.mark.parametrize("kind", list(paper_kinds()))
def test_every_row_has_template_article_and_known_fields(kind):
    row = paper_kind(kind)
    assert (template_folder() / row.template).is_file()
    assert row.article or row.articles or not row.name_confirmed
    assert {*row.names, *row.articles, *row.by_domain, *row.period_rules} <= set(DOMAINS)
    wanted = [
        *row.fields,
        *row.individual,
        *row.organisation,
        *row.when,
        *(key for keys in row.by_domain.values() for key in keys),
    ]
    for key in wanted:
        for one in key.split("|"):
            assert label_of(one)


def test_no_template_without_a_row():
    shared = {"layout.typ", "rights.typ", "evidence-photograph.typ", "page-numbers.typ", "area-list.typ"}
    files = {file.name for file in template_folder().glob("*.typ")}
    assert files - shared == {row.template for row in paper_kinds().values()}


def test_acts_make_known_papers_and_every_paper_is_made_by_an_act():
    made = {
        kind for table in TABLES for act in table.acts for kind in (*act.papers, *(one.kind for one in act.papers_if))
    }
    assert made == set(paper_kinds())


@pytest.mark.parametrize(
    ("kind", "domain", "name"),
    [
        ("prior-notice", "agriculture", "行政处罚事先告知书"),
        ("prior-notice", "transport", "违法行为通知书"),
        ("case-opening-approval", "transport", "立案登记表"),
        ("case-opening-approval", "agriculture", "行政处罚立案审批表"),
        ("investigation-report", "agriculture", "案件处理意见书"),
        ("investigation-report", "housing_urban", "案件调查终结报告"),
        ("suspension-approval", "agriculture", "案件中止调查决定书"),
        ("closing-approval", "agriculture", "行政处罚结案报告"),
        ("closing-approval", "transport", "结案报告"),
        ("correction-order", "transport", "责令改正违法行为通知书"),
        ("sampling-record", "market", "抽样记录"),
        ("on-spot-decision", "agriculture", "当场处罚决定书"),
        ("on-spot-decision", "transport", "当场行政处罚决定书"),
    ],
)
def test_names_of_the_domains(kind, domain, name):
    assert paper_kind(kind).name_for(domain) == name


def test_names_without_a_seen_form_are_unconfirmed():
    assert not paper_kind("prior-notice").name_confirmed_for("general")
    assert not paper_kind("prior-notice").name_confirmed_for("market")
    assert paper_kind("prior-notice").name_confirmed_for("agriculture")
    assert paper_kind("penalty-decision").name_confirmed_for("transport")


@pytest.mark.shared
def test_every_confirmed_name_stands_in_the_reference():
    sources = [SHARED / "law" / "procedure.md", SHARED / "research" / "policy.md"]
    if not all(source.is_file() for source in sources):
        pytest.skip("the reference folder is not beside the project")
    text = "".join(source.read_text(encoding="utf-8") for source in sources).replace("(", "（").replace(")", "）")
    confirmed = {
        row.name_for(domain) for row in paper_kinds().values() for domain in DOMAINS if row.name_confirmed_for(domain)
    }
    assert sorted(name for name in confirmed if name not in text) == []
