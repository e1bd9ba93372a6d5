"""What came of a sketch day by day: the days it was due, and what was recorded for them.

Chances come from a generator seeded with the day and the habit: the same day, the same history.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from almanac.demo.domain.sketches import BREAKS, Measure, Sketch, Version
from almanac.schedules.occurrences import occurrences
from almanac.schedules.periods import periods_between
from almanac.schedules.rules import AfterCompletion, TimesPerPeriod, Weekday

SATURDAY = 5
# People settle into a habit: its chances begin at this share and reach the whole after so long.
FIRST_SHARE, SETTLED_AFTER_DAYS = 0.75, 150
NOTE_CHANCE = 0.05
# Of the days on which it was not done: said so, or skipped on purpose. The rest has no entry.
MISSED_CHANCE, SKIPPED_CHANCE = 0.25, 0.12


@dataclass(frozen=True, slots=True)
class Entry:
    """What was recorded for a day; `amount` in the habit's unit."""

    day: date
    status: Literal["done", "skipped", "missed"]
    amount: float | None = None
    note: str = ""


def history(sketch: Sketch, today: date) -> list[Entry]:
    """The entries of a sketch from its start to `today`, oldest first."""
    chance = random.Random(f"{today} {sketch.name}")  # noqa: S311 - believable, not secret
    entries: list[Entry] = []
    for version, first, last in _spans(sketch, today):
        for day in _asked_days(version, first, last, sketch, chance):
            entry = None if _paused(day, today) else _entry(sketch, day, today, chance)
            if entry is not None:
                entries.append(entry)
    return [*entries, *_todays_entry(sketch, today)]


def _spans(sketch: Sketch, today: date) -> list[tuple[Version, date, date]]:
    """Each version with the first and last day on which it judges, up to yesterday."""
    if sketch.ends_days_ago is not None:
        last = today - timedelta(days=sketch.ends_days_ago)
    else:
        last = today - timedelta(days=(sketch.archived_days_ago or 0) + 1)
    starts = [today - timedelta(days=version.days_ago) for version in sketch.versions]
    stops = [*(start - timedelta(days=1) for start in starts[1:]), last]
    return list(zip(sketch.versions, starts, stops, strict=True))


def _asked_days(
    version: Version, first: date, last: date, sketch: Sketch, chance: random.Random
) -> list[date]:
    """The days on which a person would think of it."""
    match version.rule:
        case TimesPerPeriod():
            return _quota_days(version.rule, first, last, chance)
        case AfterCompletion():
            return _returning_days(version.rule, first, last, sketch.weekdays, chance)
        case rule:
            return occurrences(rule, starts_on=first, first=first, last=last)


def _quota_days(rule: TimesPerPeriod, first: date, last: date, chance: random.Random) -> list[date]:
    chosen: list[date] = []
    for begin, end in periods_between(first, last, rule.period, Weekday.MON):
        days = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
        wanted = min(len(days), rule.times + (chance.random() < 1 / 3))
        chosen += [day for day in sorted(chance.sample(days, wanted)) if first <= day <= last]
    return chosen


def _returning_days(
    rule: AfterCompletion, first: date, last: date, promptness: float, chance: random.Random
) -> list[date]:
    chosen: list[date] = []
    day = first
    while day <= last:
        chosen.append(day)
        late = 0 if chance.random() < promptness else chance.randint(1, 3)
        day += timedelta(days=rule.days + late)
    return chosen


def _paused(day: date, today: date) -> bool:
    days_ago = (today - day).days
    return any(pause.to_days_ago <= days_ago <= pause.from_days_ago for pause in BREAKS)


def _entry(sketch: Sketch, day: date, today: date, chance: random.Random) -> Entry | None:
    age = sketch.versions[0].days_ago - (today - day).days
    share = min(1.0, FIRST_SHARE + (1 - FIRST_SHARE) * age / SETTLED_AFTER_DAYS)
    diligence = sketch.weekend if day.weekday() >= SATURDAY else sketch.weekdays
    note = chance.choice(sketch.notes) if sketch.notes and chance.random() < NOTE_CHANCE else ""
    if chance.random() < diligence * share:
        return Entry(day, "done", _amount(sketch.measure, chance), note)
    outcome = chance.random()
    if outcome < MISSED_CHANCE:
        return Entry(day, "missed")
    return Entry(day, "skipped") if outcome < MISSED_CHANCE + SKIPPED_CHANCE else None


def _amount(measure: Measure | None, chance: random.Random) -> float | None:
    if measure is None:
        return None
    steps = round(chance.gauss(measure.typical, measure.spread) / measure.step)
    return round(max(1, steps) * measure.step, 3)


def _todays_entry(sketch: Sketch, today: date) -> list[Entry]:
    """Today is half over: some is done, some begun, the rest still open."""
    if sketch.today == "open":
        return []
    if sketch.measure is None:
        return [Entry(today, "done")]
    half = max(1, round(sketch.measure.typical / 2 / sketch.measure.step))
    amount = round(half * sketch.measure.step, 3)
    return [Entry(today, "done", amount)]
