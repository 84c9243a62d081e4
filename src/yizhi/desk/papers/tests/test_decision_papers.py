"""决定书 What a decision must say: where the fine is paid, what became of the defence, what was done with the gains."""

import pytest

from yizhi.desk.papers.rendering import missing, render
from yizhi.rules.refusal import Refusal

from .paper_samples import town_case
from .test_rendering import read_back


@pytest.mark.parametrize(
    ("kind", "facts", "gone", "gaps"),
    [
        pytest.param("penalty-decision", {}, "payee", ["罚款代收机构"], id="罚款决定书没有代收机构"),
        pytest.param("penalty-decision", {}, "payee_address", ["罚款代收机构地址"], id="罚款决定书没有代收机构地址"),
        pytest.param("on-spot-decision", {}, "payee", ["罚款代收机构"], id="当场罚款决定书没有代收机构"),
        pytest.param(
            "penalty-decision", {"fine_yuan": None, "other_penalty": "警告"}, "payee", [], id="没有罚款，不用代收机构"
        ),
        pytest.param(
            "penalty-decision",
            {"defence_waived": False, "defence_accepted": None, "defence_opinion": None},
            "",
            ["采纳情况", "复核意见及理由"],
            id="申辩没有写采纳情况及理由",
        ),
        pytest.param(
            "penalty-decision",
            {"defence_waived": True, "defence_accepted": None, "defence_opinion": None},
            "",
            [],
            id="放弃申辩的不用写采纳情况",
        ),
    ],
)
def test_a_decision_says_where_to_pay_and_what_became_of_the_defence(kind, facts, gone, gaps):
    data = town_case(**facts)
    data["body"] = {key: value for key, value in data["body"].items() if key != gone}
    assert [gap.label for gap in missing(kind, data, "market")] == gaps
    if not gaps:
        text = read_back(render(kind, data, domain="market"))
        assert ("示意银行广汉支行" in text and "每日按罚款数额的百分之三加处罚款" in text) == ("fine_yuan" not in facts)


def test_gains_stand_in_the_decision():
    text = read_back(
        render("penalty-decision", town_case(illegal_gains_yuan="3000.00", gains_returned="退还买受人三千元"))
    )
    assert "认定违法所得3000元" in text and "退还买受人三千元" in text


def test_an_approval_of_a_penalty_does_not_say_that_none_is_imposed():
    assert "不予行政处罚" not in read_back(render("decision-approval", town_case(decision_kind="penalty")))
    assert "不予行政处罚" in read_back(render("decision-approval", town_case(decision_kind="minor")))


def test_an_issued_paper_prints_though_the_table_has_come_to_ask_for_more():
    data = town_case()
    data["body"] = {key: value for key, value in data["body"].items() if not key.startswith("payee")}
    with pytest.raises(Refusal):
        render("penalty-decision", data)
    assert render("penalty-decision", data, issued=True)
