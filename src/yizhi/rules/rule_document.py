"""规则表成文 The rule table as one document that a lawyer reads without a program: rule, value, article, where it is carried out.

Markdown, in the order of the table. What is not confirmed and what the law leaves open stand first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from yizhi.rules.procedure.table import Procedure
from yizhi.rules.table import Rule, RuleTable

DOMAINS: Final[Mapping[str, str]] = {
    "general": "各领域",
    "market": "市场监管",
    "agriculture": "农业",
    "transport": "交通运输",
    "housing_urban": "住房城乡建设",
    "sichuan": "四川",
    "enterprise_inspection": "涉企检查",
}
CONFIDENCE: Final[Mapping[str, str]] = {
    "verified": "已对照法规全文",
    "secondary": "仅见于转载，须再核原件",
    "unconfirmed": "未确认",
}
STATUS: Final[Mapping[str, str]] = {"done": "已实现", "pending": "还没有实现", "not-software": "不由软件实现"}
PLACES: Final = (
    ("rules.deadlines", "期限计算"),
    ("law/rules", "期限计算：不计入期限的事由"),
    ("rules.authority", "判断由谁实施、谁有资格"),
    ("rules.procedure.served", "认定哪一天送达"),
    ("rules.procedure.oversight_plan", "年度监督计划"),
    ("rules.procedure.oversight", "执法监督"),
    ("papers", "文书"),
)
MANY: Final = 8


def rule_document(
    table: RuleTable,
    procedures: Sequence[Procedure],
    disputes: Sequence[Mapping[str, Any]],
    laws: Sequence[Mapping[str, Any]],
) -> str:
    """Return the whole document, ending in a line break; `disputes` and `laws` are rows of the tables of those names."""
    parts = [
        *_head(table),
        *_unconfirmed(table),
        *_disputes(disputes, table),
        *_topics(table, procedures),
        *_laws(laws),
    ]
    return "\n".join(parts).rstrip() + "\n"


def where_words(rule: Rule, procedures: Sequence[Procedure]) -> str:
    """Return in Chinese where a rule is carried out: before which acts it is checked, which act it is, or which part answers it."""
    acts = [act for procedure in procedures for act in procedure.acts]
    module, _, name = rule.where.rpartition(".")
    guarded = [
        act.name
        for act in acts
        if any((guard.__name__, f"yizhi.{module}") == (name, guard.__module__) for guard in act.guards)
    ]
    if guarded:
        return _before(list(dict.fromkeys(guarded)), len({act.name for act in acts}))
    act = next((act for act in acts if act.kind == name.lower()), None)
    if act is not None:
        return f"执法环节“{act.name}”"
    procedure = next((each for each in procedures if each.kind == name.lower()), None)
    if procedure is not None:
        return f"{procedure.name}的全部环节"
    return next((words for begin, words in PLACES if rule.where.startswith(begin)), "办案时核对")


def _before(names: Sequence[str], every: int) -> str:
    if len(names) * 2 > every:
        return "办每一个执法环节以前核对"
    more = f"等 {len(names)} 个环节" if len(names) > MANY else ""
    return f"办{'、'.join(f'“{name}”' for name in names[:MANY])}{more}以前核对"


def _head(table: RuleTable) -> Iterator[str]:
    counted: Counter[str] = Counter(rule.status for rule in table)
    yield "# 规则表"
    yield ""
    yield "办案所依据的每一条规则：数值是多少，依据哪一条、哪几个字，落实在哪里，核对过没有。给不看程序的法制人员读。"
    yield "由 `yizhi rules document` 写出，不手改；规则在 `src/yizhi/law/rules/`。"
    yield ""
    words = "，".join(f"{STATUS[status]} {counted[status]} 条" for status in STATUS if counted[status])
    yield f"共 {len(table)} 条：{words}。"
    yield ""
    yield "| 内容 | 规则 | 已实现 |"
    yield "| --- | ---: | ---: |"
    for topic, rules in _by_topic(table).items():
        yield f"| [{topic}](#{topic}) | {len(rules)} | {sum(rule.status == 'done' for rule in rules)} |"
    yield ""


def _unconfirmed(table: RuleTable) -> Iterator[str]:
    """Yield the rules that no official text confirmed, and those with a doubt."""
    yield "## 没有确认和存疑的"
    yield ""
    for rule in table:
        if rule.confidence != "verified" or rule.doubt:
            doubt = f"：{rule.doubt}" if rule.doubt else ""
            yield f"- **{rule.title}**（`{rule.id}`，《{rule.citation.law}》{rule.article}）——{CONFIDENCE[rule.confidence]}{doubt}"
    yield ""


def _disputes(disputes: Sequence[Mapping[str, Any]], table: RuleTable) -> Iterator[str]:
    yield "## 法律没有写明、两种读法的"
    yield ""
    yield "没有裁定以前按从严的一种；由县里裁定，写明谁哪天决定。"
    yield ""
    for dispute in disputes:
        about = "、".join(f"`{rule}`" for rule in dispute["rules"] if rule in table.rules)
        yield f"- **{dispute['title']}**：{dispute['doubt']}" + (f"（{about}）" if about else "")
        for reading in dispute["readings"]:
            strict = "（从严，没有裁定时按这一种）" if reading["id"] == dispute["stricter"] else ""
            yield f"  - {reading['words']}{strict}——{'；'.join(reading['articles'])}"
    yield ""


def _topics(table: RuleTable, procedures: Sequence[Procedure]) -> Iterator[str]:
    for topic, rules in _by_topic(table).items():
        yield f"## {topic}"
        yield ""
        for rule in rules:
            yield from _rule(rule, procedures)


def _rule(rule: Rule, procedures: Sequence[Procedure]) -> Iterator[str]:
    yield f"### {rule.title}"
    yield ""
    yield f"- 规则：`{rule.id}`，{DOMAINS.get(rule.domain, rule.domain)}"
    if rule.length is not None:
        yield f"- 数值：{rule.length}{rule.length_unit}"
    yield f"- 条文：《{rule.citation.law}》{rule.article}“{rule.words}”"
    yield f"- 什么时候：{rule.trigger}"
    if rule.counting:
        yield f"- 怎么算：{rule.counting}"
    if rule.suspend:
        yield f"- 不计入期限：{'、'.join(rule.suspend)}"
    yield from (f"- {words}" for words in extension_words(rule))
    yield f"- 违反的后果：{rule.breach}"
    yield f"- 落实在：{_where(rule, procedures)}"
    confidence = CONFIDENCE[rule.confidence]
    yield f"- 核对：{rule.checked_on} {confidence if rule.confidence == 'verified' else f'**{confidence}**'}"
    if rule.doubt:
        yield f"- 存疑：{rule.doubt}"
    yield ""


def extension_words(rule: Rule) -> Iterator[str]:
    """Yield for each step of extension who approves and at most how long."""
    for number, step in enumerate(rule.extend, 1):
        unit = "个工作日" if step.unit == "workday" else "日"
        ceiling = "条文没有写上限" if step.at_most is None else f"最多{step.at_most}{unit}"
        yield f"第{number}次延长：{step.by}批准，{ceiling}"


def _where(rule: Rule, procedures: Sequence[Procedure]) -> str:
    why = f"；{rule.why}" if rule.why else ""
    if not rule.where:
        return f"**{STATUS[rule.status]}**{why}"
    pending = f"（{STATUS[rule.status]}全部）" if rule.status == "pending" else ""
    return f"{where_words(rule, procedures)}（`{rule.where}`）{pending}{why}"


def _laws(laws: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "## 所依据的文件"
    yield ""
    for law in laws:
        yield f"- 《{law['name']}》：{law['version']}（{law['checked_on']} 核对）"


def _by_topic(table: RuleTable) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in table:
        found.setdefault(rule.topic, []).append(rule)
    return found
