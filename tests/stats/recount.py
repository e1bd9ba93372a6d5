"""A second, slow reading of what a habit comes to: day by day from the facts, by the documents.

Shares nothing with the ledger but the values of a history and whether a fixed rule names a day.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    HabitHistory,
    HabitKind,
    ScheduleVersion,
    TargetKind,
    TargetPer,
)
from almanac.schedules.occurrences import is_due
from almanac.schedules.rules import AfterCompletion, Period, ScheduleKind, TimesPerPeriod

ONE_DAY = timedelta(days=1)
DONE, SKIPPED, MISSED, SHORT = "done", "skipped", "missed", "short"


class Recount(NamedTuple):
    """What one day came to, under a schedule of which kind."""

    kind: ScheduleKind
    due: int = 0
    done: int = 0
    skipped: int = 0


class Day(NamedTuple):
    """A day as far as it can be told without the others."""

    on: date
    version: ScheduleVersion
    said: str | None
    is_paused: bool
    amount: int


def recount(
    history: HabitHistory, *, today: date, archived_on: date | None = None
) -> dict[date, list[Recount]]:
    """What every day from the start to today came to."""
    last = min(filter(None, [history.ends_on, archived_on and archived_on - ONE_DAY, date.max]))
    days = list(days_of(history, last, horizon=today + timedelta(days=800)))
    found: dict[date, list[Recount]] = defaultdict(list)
    done_so_far: list[date] = []
    for stretch in stretches(days):
        seen = [day for day in stretch if day.on <= today]
        if not seen:
            break
        rule = stretch[0].version.rule
        if isinstance(rule, TimesPerPeriod):
            judged = quota(history, stretch, today)
        elif isinstance(rule, AfterCompletion):
            judged = after_completion(seen, rule.days, done_so_far, today)
        else:
            judged = fixed(history, seen, today)
        for on, count in judged:
            found[on].append(count)
        done_so_far += [day.on for day in seen if day.said == DONE]
        done_so_far += [day.on for day in seen if is_kept_by_silence(history, day, today)]
    return found


def days_of(history: HabitHistory, last: date, horizon: date) -> Iterator[Day]:
    version = None
    on = history.starts_on
    while on <= min(last, horizon):
        version = version_on(history, on, version)
        entry = history.check_ins.get(on)
        is_paused = any(
            pause.starts_on <= on and (pause.ends_on is None or on <= pause.ends_on)
            for pause in history.pauses
        )
        said = None if entry is None else verdict(history, version, entry)
        yield Day(on, version, said, is_paused, (entry and entry.amount) or 0)
        on += ONE_DAY


def version_on(history: HabitHistory, on: date, before: ScheduleVersion | None) -> ScheduleVersion:
    begun = [version for version in history.versions if version.effective_from <= on]
    wanted = begun[-1] if begun else history.versions[0]
    if before is None or wanted is before:
        return wanted
    is_same_calendar = (
        isinstance(wanted.rule, TimesPerPeriod)
        and isinstance(before.rule, TimesPerPeriod)
        and wanted.rule.period is before.rule.period
        and (wanted.rule.period is not Period.WEEK or wanted.week_start is before.week_start)
    )
    begins = period_key(wanted, on) != period_key(wanted, on - ONE_DAY)
    return before if is_same_calendar and not begins else wanted


def period_key(version: ScheduleVersion, on: date) -> object:
    rule = version.rule
    if not isinstance(rule, TimesPerPeriod):
        return None
    if rule.period is Period.WEEK:
        return on - timedelta(days=(on.weekday() - version.week_start.number) % 7)
    return (on.year, on.month) if rule.period is Period.MONTH else on.year


def stretches(days: list[Day]) -> Iterator[list[Day]]:
    stretch: list[Day] = []
    for day in days:
        if stretch and stretch[-1].version is not day.version:
            yield stretch
            stretch = []
        stretch.append(day)
    if stretch:
        yield stretch


def verdict(history: HabitHistory, version: ScheduleVersion, entry: CheckIn) -> str:
    if history.kind is HabitKind.CHECK or entry.status is CheckInStatus.SKIPPED:
        return entry.status.value
    if version.target is None or entry.amount is None:
        return entry.status.value
    if sums(history, version):
        return DONE
    if version.target_kind is TargetKind.AT_MOST:
        return DONE if entry.amount <= version.target else MISSED
    if entry.amount >= version.target:
        return DONE
    return SHORT if entry.status is CheckInStatus.DONE else MISSED


def sums(history: HabitHistory, version: ScheduleVersion) -> bool:
    is_quota = isinstance(version.rule, TimesPerPeriod)
    is_measured = history.kind is HabitKind.MEASURE and version.target is not None
    return is_quota and is_measured and version.target_per is TargetPer.PERIOD


def is_kept_by_silence(history: HabitHistory, day: Day, today: date) -> bool:
    """Whether a day that is over without an entry is done, for nothing is within its limit."""
    version = day.version
    is_limit = version.target is not None and version.target_kind is TargetKind.AT_MOST
    is_silent = history.check_ins.get(day.on) is None and day.on < today and not day.is_paused
    if not (is_limit and is_silent and history.no_entry_is_zero) or sums(history, version):
        return False
    if history.kind is not HabitKind.MEASURE or isinstance(version.rule, AfterCompletion):
        return False
    return isinstance(version.rule, TimesPerPeriod) or is_scheduled(history, day)


def is_scheduled(history: HabitHistory, day: Day) -> bool:
    rule, week_start = day.version.rule, day.version.week_start
    assert not isinstance(rule, TimesPerPeriod | AfterCompletion)
    return is_due(rule, day.on, starts_on=history.starts_on, week_start=week_start)


def fixed(history: HabitHistory, days: list[Day], today: date) -> Iterator[tuple[date, Recount]]:
    for day in days:
        if day.is_paused or not is_scheduled(history, day):
            continue
        kind = day.version.rule.kind
        if day.said == SKIPPED:
            yield day.on, Recount(kind, skipped=1)
        elif day.on < today or day.said in {DONE, MISSED}:
            is_done = day.said == DONE or is_kept_by_silence(history, day, today)
            yield day.on, Recount(kind, 1, int(is_done))


def after_completion(
    days: list[Day], wait: int, done_before: list[date], today: date
) -> Iterator[tuple[date, Recount]]:
    kind = ScheduleKind.AFTER_COMPLETION
    due = days[0].on
    if done_before:
        due = max(due, max(done_before) + timedelta(days=wait))
    waited = 0
    for day in days:
        if day.said == DONE:
            if day.on >= due and not day.is_paused:
                yield day.on, Recount(kind, 1, 1)
            due, waited = day.on + timedelta(days=wait), 0
        elif day.on >= due and not day.is_paused:
            if day.said == SKIPPED:
                yield day.on, Recount(kind, skipped=1)
                continue
            waited += 1
            if day.said == MISSED or (waited == wait and day.on < today):
                yield day.on, Recount(kind, 1)
                waited = 0


def quota(history: HabitHistory, days: list[Day], today: date) -> Iterator[tuple[date, Recount]]:
    kind = ScheduleKind.TIMES_PER_PERIOD
    periods: dict[object, list[Day]] = defaultdict(list)
    for day in days:
        periods[period_key(day.version, day.on)].append(day)
        if day.on <= today and day.said == SKIPPED and not day.is_paused:
            yield day.on, Recount(kind, skipped=1)
    for period in periods.values():
        if period[0].on <= today:
            judge = sum_of_period if sums(history, period[0].version) else days_of_period
            for on, due, done in judge(history, period, today):
                yield on, Recount(kind, due, done)


def is_whole(period: list[Day]) -> bool:
    key = period_key(period[0].version, period[0].on)
    return (
        period_key(period[0].version, period[0].on - ONE_DAY) != key
        and period_key(period[0].version, period[-1].on + ONE_DAY) != key
        and not any(day.is_paused for day in period)
    )


def period_length(period: list[Day]) -> int:
    version, on = period[0].version, period[0].on
    key = period_key(version, on)
    around = [on + timedelta(days=n) for n in range(-366, 367)]
    return sum(period_key(version, each) == key for each in around)


def days_of_period(
    history: HabitHistory, period: list[Day], today: date
) -> Iterator[tuple[date, int, int]]:
    rule = period[0].version.rule
    assert isinstance(rule, TimesPerPeriod)
    free = [day for day in period if day.on <= today and not day.is_paused]
    done = [d.on for d in free if d.said == DONE or is_kept_by_silence(history, d, today)]
    needed = min(rule.times, period_length(period) - sum(day.said == SKIPPED for day in free))
    is_over = period[-1].on < today
    if len(done) >= needed > 0:
        yield from ((on, 1, 1) for on in done[:needed])
    elif is_over and needed > 0 and is_whole(period):
        yield from ((on, 1, 1) for on in done)
        yield period[-1].on, needed - len(done), 0


def sum_of_period(
    history: HabitHistory, period: list[Day], today: date
) -> Iterator[tuple[date, int, int]]:
    version = period[0].version
    target = version.target
    assert target is not None
    brought = [d for d in period if d.on <= today and not d.is_paused and d.said == DONE]
    total = sum(day.amount for day in brought)
    is_over = period[-1].on < today
    is_silent = not brought and not history.no_entry_is_zero
    if version.target_kind is TargetKind.AT_LEAST:
        if total >= target and not is_silent:
            yield reached_on(brought, target), 1, 1
            return
    elif is_over and total <= target and not is_silent:
        yield period[-1].on, 1, 1
        return
    is_exceeded = version.target_kind is TargetKind.AT_MOST and total > target
    is_skipped = all(day.said == SKIPPED for day in period)
    if is_whole(period) and not is_skipped and (is_over or is_exceeded):
        yield (reached_on(brought, target + 1) if is_exceeded else period[-1].on), 1, 0


def reached_on(days: list[Day], target: int) -> date:
    total = 0
    for day in days:
        total += day.amount
        if total >= target:
            return day.on
    raise AssertionError
