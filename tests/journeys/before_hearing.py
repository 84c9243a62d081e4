"""What happened before the hearing: one case whose party has been told of the right to it, one whose hearing is set for today."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone

from yizhi.demo.playing import Planned, Player
from yizhi.demo.scripts import script
from yizhi.demo.steps import Laid, lay, length
from yizhi.demo.stories import Story, stories
from yizhi.desk.matters.queries import standing

AHEAD = 8


def main() -> None:
    """Play both and print their dossiers, the one that waits for the request first."""
    ours = [story for story in stories() if story.body == "lianshan" and story.account == "duiyuan" and story.fine]
    now = timezone.now()
    player = Player(now)
    for story, last, back in ((ours[0], "serve_notice", 1), (ours[1], "serve_hearing_notice", AHEAD)):
        for laid in before(replace(story, fate="heard"), last, back, timezone.localdate(now)):
            player.do(Planned(story, laid))
    print(player.dossiers[ours[0].number], player.dossiers[ours[1].number])


def before(story: Story, last: str, back: int, today: date) -> list[Laid]:
    """Return the acts up to `last`, done `back` workdays before today; a hearing is set for today."""
    calendar = standing().calendar
    span = (today - timedelta(days=number) for number in range(366, 0, -1))
    workdays = [day for day in span if calendar.is_workday(day)] + [today + timedelta(days=n) for n in range(30)]
    steps = script(story)
    steps = steps[: next(at for at, step in enumerate(steps) if step.kind == last) + 1]
    start = workdays.index(today) - back - length(steps)
    moment = timezone.now().replace(hour=1, minute=0, second=0, microsecond=0)

    def at(day: date, turn: int) -> object:
        return moment.replace(year=day.year, month=day.month, day=day.day) + timedelta(minutes=50 * turn)

    found = lay(steps, start, workdays, at)  # type: ignore[arg-type]
    told = f"{today.isoformat()}T09:00"
    return [replace(one, facts=one.facts | {"hearing_at": told}) if "hearing_at" in one.facts else one for one in found]
