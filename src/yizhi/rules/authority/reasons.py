"""理由 Every reason an authority answer can carry: stable code, severity, article, Chinese sentence, cure.

A `Finding` keeps the wording and what it is about; its sentence is written only when somebody reads it, so that a whole
county can be asked at once.
"""

from datetime import date
from typing import Final, NamedTuple

from yizhi.rules.refusal import Reason, Severity

CONFERRAL = "行政处罚法 第24条"
ENTRUSTMENT = "行政处罚法 第20条、第21条"
PLAN_TRANSITION = "实施方案 三(一)"
PLAN_BODY = "实施方案 三(四)"
QUALIFIED = "行政处罚法 第42条"


class Wording(NamedTuple):
    """The words of one reason. `sentence` and `cure` have numbered places for the finding's arguments."""

    code: str
    severity: Severity
    article: str
    sentence: str
    cure: str = ""


class Finding(NamedTuple):
    """理由一条 One reason found. `about` is the id of the row or person concerned."""

    wording: Wording
    about: str = ""
    words: tuple[str | date | int | None, ...] = ()

    @property
    def code(self) -> str:
        """Return the stable code."""
        return self.wording.code

    @property
    def severity(self) -> Severity:
        """Return stop, ask or note."""
        return self.wording.severity

    @property
    def article(self) -> str:
        """Return the article that the reason stands on."""
        return self.wording.article

    @property
    def sentence(self) -> str:
        """Return the Chinese sentence, with names and days in place."""
        return self.wording.sentence.format(*map(_written, self.words))

    @property
    def cure(self) -> str:
        """Return what would help."""
        return self.wording.cure.format(*map(_written, self.words))

    def as_reason(self) -> Reason:
        """Return the reason in the form that refusals carry."""
        return Reason(self.code, self.sentence, self.article, self.severity, self.cure, self.about)


def _written(word: str | date | int | None) -> str:
    if isinstance(word, date):
        return f"{word.year}年{word.month}月{word.day}日"
    return "" if word is None else str(word)


BASIS_NOT_IN_FORCE: Final = Wording(
    "basis-not-in-force",
    "stop",
    "行政处罚法 第38条",
    "{0}的依据在违法行为发生的{1}没有一条有效，不能据以处理。",
    "核对违法行为发生的日期和依据的施行、失效日期；当时没有依据的，不得处罚。",
)
BASIS_CHANGED: Final = Wording(
    "basis-changed",
    "ask",
    "行政处罚法 第37条",
    "{0}在{1}有效的依据到{2}已经失效：{3}。适用旧规定还是新规定，要由人判断并写明理由。",
    "比较新旧规定，新规定处罚较轻或者不再认为违法的，适用新规定。",
)
CONFERRAL_WITHOUT_DECISION: Final = Wording(
    "conferral-without-decision",
    "note",
    CONFERRAL,
    "把{0}赋予{1}没有写明省级决定，这条赋权不作数。",
    "补录省级人民政府的赋权决定；没有决定的，按部门权限办理。",
)
CONFERRAL_NOT_PUBLISHED: Final = Wording(
    "conferral-not-published",
    "note",
    CONFERRAL,
    "把{0}赋予{1}的决定{2}，在{3}不作数。",
    "公布之后再以镇（街道）名义办理。",
)
CONFERRAL_ABOVE_COUNTY: Final = Wording(
    "conferral-above-county",
    "note",
    CONFERRAL,
    "{0}的权力在{2}，不属于{1}所在县的县级部门，不能赋予镇（街道），这条赋权不作数。",
    "只有县级人民政府部门的权力可以赋予镇（街道）；请核对事项的原实施部门。",
)
ENTRUSTMENT_WITHOUT_BASIS: Final = Wording(
    "entrustment-without-basis",
    "note",
    ENTRUSTMENT,
    "把{0}委托给{1}缺少{2}，这条委托不作数。",
    "补录委托所依据的法律、法规或者规章，以及委托书。",
)
ENTRUSTMENT_NOT_PUBLISHED: Final = Wording(
    "entrustment-not-published",
    "note",
    ENTRUSTMENT,
    "把{0}委托给{1}的委托书{2}，在{3}不作数。",
    "委托双方把委托书向社会公布之后再办理。",
)
HOLDER_CONFLICT: Final = Wording(
    "holder-conflict",
    "stop",
    "行政处罚法 第25条",
    "{0}在{1}有两个互相冲突的权属（{2}），不能断定由谁实施。",
    "先更正权属；有争议的，协商解决，协商不成的报共同的上一级行政机关指定管辖。",
)
IN_TRANSITION: Final = Wording(
    "in-transition",
    "note",
    PLAN_TRANSITION,
    "{0}正在权力承接过渡期内，过渡期到{1}为止，其间由{2}实施。",
)
TRANSITION_BODY_MISSING: Final = Wording(
    "transition-body-missing",
    "stop",
    PLAN_TRANSITION,
    "{0}的过渡期到{1}为止，但没有写明过渡期内由部门还是由镇（街道）实施。",
    "在权属中写明过渡期内的实施机关。",
)
CONTINUES_AFTER_RECALL: Final = Wording(
    "continues-after-recall",
    "note",
    PLAN_TRANSITION,
    "{0}立案所依据的权属自{1}起不再有效；按收回时的规定，已立的案件由{0}继续办完。",
)
MUST_TRANSFER: Final = Wording(
    "must-transfer",
    "stop",
    PLAN_TRANSITION,
    "{0}立案所依据的权属自{1}起不再有效；按收回时的规定，案件应当移送{2}。",
    "办理案件移送，由{2}继续。",
)
RECALL_RULE_MISSING: Final = Wording(
    "recall-rule-missing",
    "stop",
    PLAN_TRANSITION,
    "{0}立案所依据的权属自{1}起不再有效，但收回时没有写明已立的案件是续办还是移送。",
    "在被收回的权属中写明续办或者移送。",
)
CONTINUES_AS_OPENED: Final = Wording(
    "continues-as-opened",
    "note",
    PLAN_TRANSITION,
    "案件由{0}于{1}立案，现在的权属在{2}；立案之后权属才变化，案件仍由{0}办完。",
)
OPENED_BY_ANOTHER: Final = Wording(
    "continues-as-opened",
    "note",
    PLAN_TRANSITION,
    "案件由{0}于{1}立案，现在的权属在{2}，立案当日的权属也不在{0}；没有查到收回，仍记为由{0}办理，请核对立案机关。",
    "核对立案机关和立案日期；确属立案有误的，依法移送。",
)
COERCION_CANNOT_BE_ENTRUSTED: Final = Wording(
    "coercion-cannot-be-entrusted",
    "stop",
    "行政强制法 第17条",
    "{0}是由{1}委托镇（街道）办理的，行政强制措施权不得委托。",
    "由{1}自己的执法人员实施行政强制措施。",
)
COERCION_NOT_CONFERRED: Final = Wording(
    "coercion-not-conferred",
    "stop",
    "行政强制法 第17条",
    "{0}赋予{1}时，省级决定没有写明一并赋予行政强制措施。",
    "请{2}实施行政强制措施；省级决定确已写明的，补录权属。",
)
ACTION_NOT_COVERED: Final = Wording(
    "action-not-covered",
    "stop",
    "行政处罚法 第38条",
    "{0}是检查事项，只能用来检查，不能用来{1}。",
    "检查中发现违法的，改用对应的处罚或者强制事项。",
)
CERTIFICATE_MISSING: Final = Wording(
    "certificate-missing",
    "note",
    QUALIFIED,
    "{0}在{1}没有有效的行政执法证。",
    "取得行政执法证之后再参加办案。",
)
CERTIFICATE_EXPIRED: Final = Wording(
    "certificate-expired",
    "note",
    QUALIFIED,
    "{0}的行政执法证最后有效日是{1}，已经到期。",
    "换证之后再参加办案。",
)
CERTIFICATE_SUSPENDED: Final = Wording(
    "certificate-suspended",
    "note",
    QUALIFIED,
    "{0}的行政执法证在{1}处于暂扣期间。",
    "暂扣期满、恢复之后再参加办案。",
)
CERTIFICATE_REVOKED: Final = Wording(
    "certificate-revoked",
    "note",
    QUALIFIED,
    "{0}的行政执法证在{1}已经吊销。",
    "改派其他持证人员。",
)
CERTIFICATE_DOMAIN: Final = Wording(
    "certificate-domain",
    "note",
    QUALIFIED,
    "{0}的行政执法证不包括{1}领域，只包括{2}。",
    "改派执法证包括{1}领域的人员。",
)
VILLAGE_BUILD_TOWNS_OWN: Final = Wording(
    "village-build-town-own",
    "stop",
    "城乡规划法 第65条",
    "{0}在{1}由镇政府自己查处，不是{2}的权力。",
    "把这个事项在{1}的权属登记为法定，由{1}办理。",
)
OFFICER_UNKNOWN: Final = Wording(
    "officer-of-other-body",
    "note",
    PLAN_BODY,
    "{0}在{1}不是在册在岗的执法人员，不能以{2}名义执法。",
    "核对人员编号和在岗日期，或者改派{2}的人员。",
)
OFFICER_OF_OTHER_BODY: Final = Wording(
    "officer-of-other-body",
    "note",
    PLAN_BODY,
    "{0}的执法资格在{1}；{3}没有覆盖{4}辖区、写明可以{2}名义执法的有效派驻函。",
    "改派{2}的人员，或者派驻函写明可以{2}名义执法的人员。",
)
RECUSED: Final = Wording(
    "recused",
    "note",
    "行政处罚法 第43条",
    "{0}对这个当事人应当回避。",
    "改派其他执法人员。",
)
OFFICERS_TOO_FEW: Final = Wording(
    "officers-too-few",
    "stop",
    "行政处罚法 第42条、第55条",
    "合格的执法人员只有 {0} 人，少于 2 人。",
    "再派能以{1}名义执法的持证人员，凑足两人。",
)

WORDINGS: Final[tuple[Wording, ...]] = tuple(value for value in list(globals().values()) if isinstance(value, Wording))
