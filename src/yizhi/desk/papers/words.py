"""写法 How facts, people and limits of a dossier are put into words for a page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.queries import Person, standing
from yizhi.desk.parties.models import Party
from yizhi.desk.people.called import account_names, officer_names
from yizhi.rules.procedure.clocks import others_time
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.state import CaseState, day_of
from yizhi.rules.procedure.table import ROLE_NAMES, Procedure
from yizhi.rules.procedure.tables import act_names

from .ground import Ground

MODES = {"statutory": "法定", "conferral": "赋权", "entrustment": "委托", "posted": "部门自办"}
PROCEDURES = {"ordinary": "普通程序", "summary": "简易程序"}
OTHER_ACTS = {"settle_lead": "核定底数", "keep_evidence": "存入证据", "settle_on_recall": "权力收回，安排在办案件"}
LONGEST = 160
DAYS = "一二三四五六日"


def known_rows(ground: Ground, state: CaseState, *, shown: Iterable[str]) -> list[dict[str, str]]:
    """Return what the dossier already knows, with where it came from; facts that the form shows are left to the form."""
    rows = [
        {"label": "违法地", "value": ground.place, "source": "案源登记"},
        {"label": "行为日", "value": f"{ground.act_day:%Y年%-m月%-d日}", "source": "案源登记"},
    ]
    party = Party.objects.filter(code=ground.party).first()
    if party is not None:
        rows.insert(0, {"label": "当事人", "value": party_words(party), "source": "当事人"})
    hidden = {*shown, "papers", "answers", "place_text", "act_day"}
    seen: set[str] = set()
    labels = standing().dictionary.facts
    for entry in reversed(state.entries):
        for key, value in entry.facts.items():
            if key in hidden or key in seen or key not in labels or value in (None, "", []):
                continue
            seen.add(key)
            rows.append(_known_row(key, value, entry.kind))
    return rows


def _known_row(key: str, value: Any, kind: str) -> dict[str, str]:
    words = fact_words(key, value)
    return {
        "label": standing().dictionary.label(key),
        "value": words[:LONGEST] + ("…" if len(words) > LONGEST else ""),
        "source": act_name(kind),
    }


def fact_words(key: str, value: Any) -> str:
    """Return one fact as a reader reads it; officers by their names."""
    dictionary = standing().dictionary
    fact = dictionary.facts.get(key)
    if fact is not None and fact.kind == "officers":
        return "、".join(names_of(value).values())
    if fact is not None and fact.kind == "accounts":
        known = account_names()
        return "、".join(known.get(one, one) for one in value)
    if fact is not None and fact.kind == "evidence":
        return f"{len(value)} 件"
    if fact is not None and fact.kind in {"date", "datetime"}:
        day = day_of(value)
        return f"{day:%Y年%-m月%-d日}" if day else str(value)
    return dictionary.words(key, value) + (fact.unit if fact and fact.kind in {"money", "integer"} else "")


def act_name(kind: str) -> str:
    """Return the name of an act in the words of the statute."""
    return act_names().get(kind) or OTHER_ACTS.get(kind, kind)


def names_of(officers: Iterable[str]) -> dict[str, str]:
    """Return officer code → name, in the order given."""
    known = officer_names()
    return {code: known.get(code, code) for code in officers}


def party_words(party: Party) -> str:
    """Return a party in one line, personal numbers masked."""
    number = party.credit_code or (
        (party.citizen_id[:4] + "**********" + party.citizen_id[-4:]) if party.citizen_id else ""
    )
    return "　".join(part for part in (party.name, party.gender, number) if part)


def officer_choice(person: Person, me: str) -> dict[str, Any]:
    """Return one officer as the form's choice shows it: who, whose, and whether the person counts."""
    return {**officer_strip(person, me), "id": person.code, "blocked": not person.counts}


def officer_strip(person: Person, me: str) -> dict[str, Any]:
    """Return one officer as a person strip: whose officer, the certificate's last day, 算 1 人 or why not."""
    return {
        "name": person.name,
        "note": person.note,
        "state": "ok" if person.counts else "stop",
        "words": "算 1 人" if person.counts else "不算",
        "you": person.code == me,
        "demo": person.demo,
    }


def people_words(roles: Iterable[str], handlers: str) -> str:
    """Return who may do an act: the handlers, whose names are given in one line, where it is theirs; otherwise the post."""
    kinds = set(roles)
    if "officer" in kinds:
        return handlers or "承办两人"
    return "、".join(ROLE_NAMES.get(kind, kind) for kind in sorted(kinds))


def limit_row(limit: Limit, today: date) -> dict[str, Any]:
    """Return one limit as the clock bar draws it."""
    due = day_of(limit.due.safe)
    sure = limit.due.due is not None
    start = day_of(limit.start) or limit.start
    used = (today - start).days
    left, others = (due - today).days if due and (sure or due >= today) else None, limit.others
    return {
        "name": limit.name,
        "start": start,
        "due": due,
        "sure": sure,
        "pauses": [(one.start, one.stop or today, f"{one.ground} 不计") for one in limit.due.suspended if one.accepted],
        "started_by": "起算",
        "left": left_words(left, used, sure=sure, others=others),
        "articles": str(limit.due.rule.citation),
        "note": limit.due.explain,
        "missed": limit.due.rule.breach,
        "rule_href": f"/rules/{limit.due.rule.id}/",
        "error": limit.due.reason.sentence if limit.due.reason else "",
        "state": "wait" if left is None or left > 3 else pressing(left, others=others),
    }


def left_words(left: int | None, used: int, *, sure: bool = True, others: bool = False) -> str:
    """Return how many days of a limit are used and left; `None` = its last day cannot be named yet, not `sure` = it may end later.

    >>> left_words(None, 3), left_words(-2, 92), left_words(0, 90), left_words(65, 25, sure=False)
    ('还算不出最后一天，已用 3 天', '超期 2 天', '今天到期', '已用 25 天，至少还有 65 天')
    """
    if not sure and left is not None:
        return f"已用 {used} 天，至少还有 {left} 天"
    if left is None:
        return f"还算不出最后一天，已用 {used} 天"
    return past_words(left, others=others) or f"已用 {used} 天，还有 {left} 天"


def past_words(left: int, *, others: bool) -> str:
    """Return what a limit of which nothing is left says, "" while days are left. `others`: it is the party's, the court's or the police's time.

    >>> past_words(-2, others=False), past_words(-2, others=True), past_words(0, others=True), past_words(1, others=False)
    ('超期 2 天', '期满 2 天', '今天到期', '')
    """
    if left > 0:
        return ""
    return "今天到期" if left == 0 else f"{'期满' if others else '超期'} {-left} 天"


def pressing(left: int, *, others: bool) -> str:
    """Return the state in which a limit is drawn: nobody here has failed when the time of others has run out, but one may go on."""
    return "stop" if left < 0 and not others else "soon" if left <= 3 else "info"


def stage_words(procedure: Procedure, stage: str) -> str:
    """Return a stage in words."""
    return next((one.name for one in procedure.stages if one.id == stage), stage)


def short_moment(at: Any) -> str:
    """Return a moment as the timeline writes it: 11月18日."""
    day = timezone.localdate(at)
    return f"{day.month}月{day.day}日"


def facts_note(facts: Mapping[str, Any], keys: Iterable[str]) -> str:
    """Return the first told facts of an act in one short line."""
    told = [fact_words(key, facts[key]) for key in keys if key in facts and isinstance(facts[key], str)]
    return "；".join(told)[:80]


def day_words(day: date) -> str:
    """Return a day with its weekday: 11月26日 周四."""
    return f"{day.month}月{day.day}日 周{DAYS[day.weekday()]}"


def due_badge(due: date | None, today: date, rule: str = "", *, others: bool = False) -> dict[str, str] | None:
    """Return what is left until the last day of a limit by `rule`, and the day. `others`: it is somebody else's time, whatever the rule."""
    if due is None:
        return None
    left, others = (due - today).days, others or others_time(rule)
    words = past_words(left, others=others) or f"还有 {left} 天"
    return {"state": pressing(left, others=others), "left": words, "on": day_words(due)}


def worth_showing(people: Sequence[Person], most: int, me: str = "") -> list[Person]:
    """Return who may be chosen, oneself first; when they are fewer than two, also some who do not count, so that the cause is seen."""
    able = sorted((person for person in people if person.counts), key=lambda person: person.code != me)
    return able if len(able) > 1 else [*able, *(person for person in people if not person.counts)][:most]
