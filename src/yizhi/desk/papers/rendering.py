"""出文书 One paper from its data: what is missing, the draft beside a form, the issued PDF/A file.

The same data gives the same bytes: no clock, no network, no fonts but those named. The templates are in `typst/`.
"""

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from yizhi.desk.papers.data import PaperData
from yizhi.desk.papers.glyphs import legible_values
from yizhi.desk.papers.kinds import FieldLabel, PaperKind, label_of, paper_kind, period_workdays
from yizhi.desk.papers.press import noon, press
from yizhi.desk.papers.seal import draw_test_seal, refuse_team_name
from yizhi.desk.papers.wording import capitals, is_filled, written, written_article, written_fact
from yizhi.rules.refusal import Reason, Refusal

FontPaths = Sequence[str | Path]
GIVEN = "*"


def missing(kind: str, data: PaperData, domain: str = "general") -> tuple[FieldLabel, ...]:
    """Return the mandatory fields of the paper that are not filled, in the order of the table, with their Chinese names."""
    row = paper_kind(kind)
    wanted = [*row.fields, *_by_party(row, data), *row.by_domain.get(domain, ())]
    wanted += [key for key, condition in row.when.items() if _holds(condition, data)]
    gaps = (key for key in dict.fromkeys(wanted) if not any(is_filled(_value(data, one)) for one in key.split("|")))
    return tuple(FieldLabel(key, _label(key)) for key in gaps)


def render(
    kind: str, data: PaperData, *, domain: str = "general", font_paths: FontPaths = (), issued: bool = False
) -> bytes:
    """Return the issued paper as PDF/A-2b. `issued` = it was complete when it was issued, whatever the table has come to ask for since.

    Raises `Refusal`: `team-cannot-sign` when the body is a team, `fields-missing` with one reason for every mandatory field
    that is not filled, `paper-number-missing` when a numbered paper has no number.
    """
    row = paper_kind(kind)
    refuse_team_name(data["body"]["name"])
    if not issued:
        _refuse_gaps(row, data, domain)
    return press(_folders(font_paths)).pdf(
        row.template, _inputs(row, data, domain, font_paths, draft=False), _moment(data)
    )


def preview(kind: str, data: PaperData, *, domain: str = "general", font_paths: FontPaths = ()) -> tuple[str, ...]:
    """Return the draft as one SVG text a page: what is missing is marked in place, the seal is an empty ring."""
    row = paper_kind(kind)
    refuse_team_name(data["body"]["name"])
    return press(_folders(font_paths)).svg(row.template, _inputs(row, data, domain, font_paths, draft=True))


def _refuse_gaps(row: PaperKind, data: PaperData, domain: str) -> None:
    name, article = row.name_for(domain), row.article_for(domain)
    reasons = [
        Reason(
            "fields-missing",
            f"《{name}》还缺“{gap.label}”，不能签发。",
            article,
            "stop",
            f"填写“{gap.label}”。",
            gap.key,
        )
        for gap in missing(row.id, data, domain)
    ]
    if row.numbered and not data["paper"].get("number"):
        reasons.append(
            Reason(
                "paper-number-missing",
                f"《{name}》还没有文号，不能签发。",
                article,
                "stop",
                "先编文号。",
                "paper.number",
            )
        )
    if reasons:
        raise Refusal(reasons)


def _inputs(row: PaperKind, data: PaperData, domain: str, fonts: FontPaths, *, draft: bool) -> str:
    """Return what the template reads, as one JSON text."""
    facts = {key: value for key, value in data["facts"].items() if is_filled(value)}
    name = data["body"]["name"]
    sealed = data["paper"].get("sealed", row.sealed)
    shown = {
        "draft": draft,
        "body": data["body"],
        "case": _written_values(data["case"]),
        "party": data["party"],
        "officers": data["officers"],
        "paper": {
            **_written_values(data["paper"]),
            "name": data["paper"].get("name") or row.name_for(domain),
            "sealed": sealed,
            "word": row.number_word,
        },
        "signed": data["paper"].get("signed", {}),
        "bases": [written_article(one["law"], one["article"]) for one in data["bases"]],
        "facts": {key: written_fact(key, value) for key, value in facts.items()},
        "raw": json.loads(json.dumps(facts, default=str)),
        "capitals": capitals(facts),
        "evidence": [_written_values(one) for one in data.get("evidence", ())],
        "concerns": data.get("concerns", ()),
        "index": data.get("index", ()),
        "period": period_workdays(row.id, domain),
        "pages": data.get("pages"),
        "missing": [key for gap in missing(row.id, data, domain) for key in gap.key.split("|")[:1]],
        "labels": {key: label_of(key) for key in _keys(row)},
        "seal": "" if draft else draw_test_seal(name),
        "fonts": press(_folders(fonts)).families,
        "domain": domain,
    }
    return json.dumps(legible_values(shown, fonts), ensure_ascii=False, sort_keys=True)


def _keys(row: PaperKind) -> Iterable[str]:
    wanted = (*row.fields, *row.individual, *row.organisation, *row.when, *chain.from_iterable(row.by_domain.values()))
    return (one for key in wanted for one in key.split("|"))


def _by_party(row: PaperKind, data: PaperData) -> tuple[str, ...]:
    return row.organisation if data["party"].get("kind") == "organisation" else row.individual


def _holds(condition: str, data: PaperData) -> bool:
    key, _, value = condition.partition("=")
    held = _value(data, key)
    return is_filled(held) if value == GIVEN else str(held).lower() == value


def _value(data: PaperData, key: str) -> Any:
    part, dot, name = key.partition(".")
    held: Mapping[str, Any] = dict(data)
    if dot:
        return held.get(part, {}).get(name)
    return held[key] if key in ("officers", "bases") else held["facts"].get(key)


def _label(key: str) -> str:
    return "或者".join(dict.fromkeys(label_of(one) for one in key.split("|")))


def _written_values(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in values.items() if is_filled(value)}
    return {key: value if isinstance(value, bool | int | Mapping) else written(value) for key, value in kept.items()}


def _moment(data: PaperData) -> datetime.datetime:
    """Return the date of the file: the day of issue, else the day the case was opened, else a fixed day."""
    day = data["paper"].get("issued_on") or data["case"].get("opened_on") or datetime.date(1970, 1, 1)
    return noon(datetime.date.fromisoformat(str(day)[:10]))


def _folders(font_paths: FontPaths) -> tuple[str, ...]:
    return tuple(str(folder) for folder in font_paths)
