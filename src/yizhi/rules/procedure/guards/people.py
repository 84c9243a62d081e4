"""人员 Who may do an act: two officers, no one recused, a reviewer who did not handle the case."""

from collections.abc import Iterator, Mapping

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.table import ROLE_NAMES
from yizhi.rules.refusal import Reason

REVIEWER_ARTICLES: Mapping[str, str] = {
    "market": "市场监督管理行政处罚程序规定 第49条第3款",
    "agriculture": "农业行政处罚程序规定 第50条第3款",
}


@cite("行政处罚法", "第42条第1款", "执法人员不得少于两人")
def two_officers(judging: Judging) -> Iterator[Reason]:
    """At least two different officers do the act; whether each is qualified is the authority answer's business. Source: rule `two-officers`.

    Of an act that itself appoints the officers, `two_handlers` asks the same.
    """
    if any(field.key == "handlers" for field in judging.act.fields):
        return
    if len(judging.officers) < 2:
        yield Reason(
            "officers-too-few",
            f"“{judging.act.name}”要由两名以上执法人员实施，现在只有{len(judging.officers)}名。",
            "行政处罚法 第42条第1款",
            cure="再指派一名具有执法资格的人员。",
            about="officers",
        )


PAIR_ASKED = "pair-of-two-bodies"


@cite("行政处罚法", "第42条第1款", "具有行政执法资格的执法人员")
def one_bodys_pair(judging: Judging) -> Iterator[Reason]:
    """Whether officers of two bodies make the two is disputed: until the county decides that they do, a person says why. Source: rule `two-officers`.

    Asked once for the same people: the answer on record holds for the acts that follow.
    """
    bodies = dict.fromkeys(
        judging.circumstances.body_of[one] for one in judging.officers if one in judging.circumstances.body_of
    )
    if len(bodies) < 2 or judging.circumstances.reads("mixed-pair", "posted-counts") or _pair_answered(judging):
        return
    yield Reason(
        PAIR_ASKED,
        f"两人的执法资格属于{'、'.join(bodies)}，不是同一个机关；能不能算两人，法律没有写明，本县还没有裁定。",
        "行政处罚法 第42条第1款",
        "ask",
        cure="由同一机关的两人办理；或者写明派驻函、证件怎样覆盖这一事项。",
    )


def _pair_answered(judging: Judging) -> bool:
    answered = (
        set(entry.officers or entry.facts.get("handlers") or ())
        for entry in judging.state.entries
        if PAIR_ASKED in (entry.facts.get("answers") or {})
    )
    return any(set(judging.officers) <= people for people in answered)


@cite("行政处罚法", "第42条第1款", "执法人员不得少于两人")
def two_handlers(judging: Judging) -> Iterator[Reason]:
    """When officers are put in charge of a case, they are two or more and none of them twice. Source: rule `file-two-investigators-market`."""
    handlers = judging.facts.get("handlers")
    if handlers and len({judging.circumstances.officer(officer) for officer in handlers}) < 2:
        yield Reason(
            "officers-too-few",
            "承办人不得少于两人。",
            "行政处罚法 第42条第1款",
            cure="指定两名以上具有执法资格的人员承办。",
            about="handlers",
        )


@cite("行政处罚法", "第43条", "应当回避")
def nobody_recused(judging: Judging) -> Iterator[Reason]:
    """An officer whom a decision keeps out of the case takes no part in it, neither on the spot nor as reviewer nor at the hearing. Source: rule `recusal`."""
    who = {
        *judging.officers,
        *(judging.facts.get("handlers") or ()),
        *(judging.facts.get("hearing_chair") or ()),
        *(judging.facts.get("hearing_members") or ()),
        *(judging.facts.get("hearing_recorder") or ()),
        judging.circumstances.actor,
        judging.circumstances.officer(judging.circumstances.actor),
    }
    out = judging.state.recused
    for officer in sorted(who & out):
        yield Reason(
            "officer-recused",
            f"{judging.circumstances.name(officer)}已经决定回避，不得再参与本案。",
            "行政处罚法 第43条",
            cure="变更承办人员，由其他具有执法资格的人员办理。",
            about=officer,
        )


@cite("行政处罚法", "第58条", "从事行政处罚决定法制审核的人员")
@cite("市场监督管理行政处罚程序规定", "第49条第3款", "办案人员不得作为审核人员")
def reviewer_not_handler(judging: Judging) -> Iterator[Reason]:
    """Whoever handles or handled the case does not review it. Source: rule `legal-reviewer-not-investigator`."""
    reviewer = judging.circumstances.officer(judging.circumstances.actor)
    if reviewer and reviewer in handled(judging):
        yield Reason(
            "reviewer-is-handler",
            f"{judging.circumstances.name(reviewer)}是本案的办案人员，不得作为审核人员。",
            REVIEWER_ARTICLES.get(domain_of(judging.circumstances.domain), "行政处罚法 第58条"),
            cure="由没有参与办案的审核人员审核。",
            about=reviewer,
        )


def handled(judging: Judging) -> frozenset[str]:
    """Return everybody who was ever in charge of the case or did an act of investigation in it."""
    ids: set[str] = set(judging.state.handlers)
    for entry in judging.state.entries:
        ids.update(entry.officers)
        ids.update(entry.facts.get("handlers") or ())
    return frozenset(judging.circumstances.officer(person) for person in ids)


@cite("行政处罚法", "第58条第2款", "应当通过国家统一法律职业资格考试取得法律职业资格")
def reviewer_qualified(judging: Judging) -> Iterator[Reason]:
    """Who reviews the legality of penalties for the first time holds the legal profession qualification. Source: rule `legal-reviewer-qualification`.

    Known not to hold it: stop. Not known: a person has to say why the reviewer may do it.
    """
    held = judging.circumstances.reviewer_qualified
    if held is False:
        yield Reason(
            "reviewer-unqualified",
            "初次从事行政处罚决定法制审核的人员，应当取得法律职业资格。",
            "行政处罚法 第58条第2款",
            cure="由具有法律职业资格的审核人员审核。",
        )
    elif held is None:
        yield Reason(
            "reviewer-qualification-unknown",
            "没有审核人员法律职业资格的记载，不能判断能否从事法制审核。",
            "行政处罚法 第58条第2款",
            "ask",
            cure="补记资格证书；在法律要求以前已经从事审核的，写明情况。",
        )


def role_allowed(judging: Judging) -> Iterator[Reason]:
    """The actor holds one of the roles that may do the act."""
    if not judging.circumstances.roles & judging.act.by:
        who = "、".join(ROLE_NAMES[role] for role in sorted(judging.act.by))
        yield Reason(
            "role-not-allowed",
            f"“{judging.act.name}”由{who}办理，您现在的身份不能办。",
            _first(judging.act.articles),
            cure=f"请{who}办理，或者换用有这项职责的身份。",
        )


def _first(articles: tuple[str, ...]) -> str:
    return articles[0] if articles else ""
