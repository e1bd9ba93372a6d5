"""Figures against a second, slow reading of the specification that scans day by day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    DayState,
    HabitHistory,
    HabitKind,
    Pause,
    ScheduleVersion,
    TargetKind,
    calendar,
    figures,
    strength_series,
)
from almanac.schedules.occurrences import is_due
from almanac.schedules.rules import (
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from tests.habits.histories import day

DONE, MISSED, NEUTRAL = "done", "missed", "neutral"


def in_pause(history: HabitHistory, on: date) -> bool:
    return any(
        pause.starts_on <= on and (pause.ends_on is None or on <= pause.ends_on)
        for pause in history.pauses
    )


def version_on(history: HabitHistory, on: date) -> ScheduleVersion:
    in_force = [version for version in history.versions if version.effective_from <= on]
    return in_force[-1] if in_force else history.versions[0]


def result_on(history: HabitHistory, on: date, today: date) -> str:
    """What a day of a fixed schedule comes to; `off` where nothing is asked."""
    version = version_on(history, on)
    if in_pause(history, on):
        return NEUTRAL
    if not is_due(
        version.rule,  # type: ignore[arg-type]
        on,
        starts_on=history.starts_on,
        ends_on=history.ends_on,
        week_start=version.week_start,
    ):
        return "off"
    entry = history.check_ins.get(on)
    if entry is not None:
        return result_of(history, version, entry, is_today=on == today)
    if on == today:
        return "open"
    is_limit = version.target_kind is TargetKind.AT_MOST
    is_kept = history.no_entry_is_zero and is_limit and history.kind is HabitKind.MEASURE
    return DONE if is_kept else MISSED


def result_of(
    history: HabitHistory, version: ScheduleVersion, entry: CheckIn, *, is_today: bool
) -> str:
    said = {CheckInStatus.DONE: DONE, CheckInStatus.MISSED: MISSED}
    if entry.status is CheckInStatus.SKIPPED:
        return NEUTRAL
    if history.kind is HabitKind.CHECK or entry.amount is None:
        return said[entry.status]
    assert version.target is not None
    if version.target_kind is TargetKind.AT_MOST:
        return DONE if entry.amount <= version.target else MISSED
    if entry.amount >= version.target:
        return DONE
    return "open" if is_today and entry.status is CheckInStatus.DONE else MISSED


def window(rule: Rule) -> tuple[int, float]:
    if isinstance(rule, WeeklyDays):
        return 7, len(rule.days) / 7 / rule.every
    if isinstance(rule, MonthlyDay):
        return 30, 1 / 30 / rule.every
    if isinstance(rule, YearlyDate):
        return 365, 1 / 365 / rule.every
    if isinstance(rule, IntervalCycle):
        cycle = rule.active_days + rule.break_days
        return cycle, rule.active_days / cycle
    return 1, 1.0


def naive_strength(history: HabitHistory, results: list[str]) -> float:
    strength = 0.0
    for number, result in enumerate(results):
        rule = version_on(history, history.starts_on + timedelta(days=number)).rule
        days, per_day = window(rule)
        seen = results[max(0, number + 1 - days) : number + 1]
        expected = seen.count(DONE) + seen.count(MISSED)
        if result in (NEUTRAL, "open") or expected == 0:
            continue
        kept = 0.5 ** (per_day**0.5 / 13)
        strength = strength * kept + seen.count(DONE) / expected * (1 - kept)
    return strength


def streak_lengths(results: list[str]) -> tuple[int, int]:
    runs = [0]
    for result in results:
        if result == DONE:
            runs[-1] += 1
        elif result == MISSED:
            runs.append(0)
    return runs[-1], max(runs)


weekdays = st.frozensets(st.sampled_from(list(Weekday)), min_size=1)
fixed: st.SearchStrategy[FixedRule] = st.one_of(
    st.just(Daily()),
    st.builds(WeeklyDays, weekdays, st.integers(1, 2)),
    st.builds(MonthlyDay, st.integers(1, 31)),
    st.just(YearlyDate(2, 29)),
    st.builds(IntervalCycle, st.integers(1, 4), st.integers(0, 4)),
)
numbers = st.integers(-5, 75)
entries = st.dictionaries(
    numbers.map(day),
    st.tuples(st.sampled_from(list(CheckInStatus)), st.none() | st.integers(0, 8)),
    max_size=60,
)
pauses = st.lists(
    st.builds(
        lambda first, length: Pause(day(first), length and day(first + length - 1)),
        numbers,
        st.integers(1, 9) | st.none(),
    ),
    max_size=2,
)


def history_of(rules: st.SearchStrategy[Rule]) -> st.SearchStrategy[HabitHistory]:
    versions = st.lists(
        st.builds(
            ScheduleVersion,
            numbers.map(day),
            rules,
            st.just(5),
            st.sampled_from(list(TargetKind)),
            week_start=st.sampled_from(list(Weekday)),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda version: version.effective_from,
    )
    return st.builds(
        HabitHistory,
        st.sampled_from(list(HabitKind)),
        st.integers(-3, 5).map(day),
        versions.map(lambda found: tuple(sorted(found, key=lambda v: v.effective_from))),
        st.none() | st.integers(10, 80).map(day),
        st.booleans(),
        entries.map(
            lambda found: {on: CheckIn(on, status, n) for on, (status, n) in found.items()}
        ),
        pauses.map(tuple),
    )


@settings(max_examples=70, deadline=None)
@given(history_of(fixed), st.integers(5, 70).map(day))
def test_a_fixed_schedule_equals_a_scan_of_its_days(history: HabitHistory, today: date) -> None:
    last = min(today, history.ends_on or today)
    days = (last - history.starts_on).days + 1
    results = [
        result_on(history, history.starts_on + timedelta(days=number), today)
        for number in range(days)
    ]
    found = figures(history, today=today)
    assert (found.current_streak.length, found.best_streak.length) == streak_lengths(results)
    assert found.done_count == results.count(DONE)
    assert found.expected_count == results.count(DONE) + results.count(MISSED)
    assert found.strength == pytest.approx(naive_strength(history, results), abs=1e-9)
    assert found.due_today is (results[-1] == "open")
    for streak in (found.current_streak, found.best_streak):
        if streak.first_on and streak.last_on:
            first, end = ((on - history.starts_on).days for on in (streak.first_on, streak.last_on))
            assert (results[first], results[end]) == (DONE, DONE)
            assert results[first : end + 1].count(DONE) == streak.length
    if history.ends_on is not None:
        ahead = [
            result_on(replace(history, check_ins={}), on, today)
            for on in dates(last + timedelta(days=1), history.ends_on)
        ]
        whole = results + ["open" for result in ahead if result in (DONE, MISSED)]
        decided = [result for result in whole if result in (DONE, MISSED, "open")]
        percent = 100 * results.count(DONE) / len(decided) if decided else 0.0
        assert found.progress_percent == pytest.approx(percent)


def dates(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(max(0, (last - first).days + 1))]


STATES = {
    "off": {DayState.OFF, DayState.EXTRA},
    NEUTRAL: {DayState.PAUSED, DayState.SKIPPED, DayState.EXTRA},
    "open": {DayState.OPEN},
    DONE: {DayState.DONE},
    MISSED: {DayState.MISSED},
}


@settings(max_examples=25, deadline=None)
@given(history_of(fixed), st.integers(5, 70).map(day))
def test_the_calendar_shows_each_day_as_it_is_judged(history: HabitHistory, today: date) -> None:
    for on, state, amount in calendar(history, first=day(-9), last=day(90), today=today):
        entry = history.check_ins.get(on)
        assert amount == (entry and entry.amount)
        if on < history.starts_on or (history.ends_on and on > history.ends_on):
            assert state is DayState.OFF
        elif on <= today:
            assert state in STATES[result_on(history, on, today)]
        elif in_pause(history, on):
            assert state is DayState.PAUSED
        else:
            is_scheduled = result_on(history, on, today=on) != "off"
            assert state is (DayState.UPCOMING if is_scheduled else DayState.OFF)


quotas = st.one_of(
    st.builds(TimesPerPeriod, st.integers(1, 7), st.just(Period.WEEK)),
    st.builds(TimesPerPeriod, st.integers(1, 12), st.just(Period.MONTH)),
)


def period_of(rule: TimesPerPeriod, week_start: Weekday) -> Callable[[date], object]:
    """Name of the period of a day, by other means than the bounds of `schedules`."""
    if rule.period is Period.MONTH:
        return lambda on: (on.year, on.month)
    return lambda on: (on - timedelta(days=(on.weekday() - week_start.number) % 7)).toordinal()


def naive_quota(history: HabitHistory, today: date) -> tuple[list[str], int, int]:
    version = version_on(history, history.starts_on)
    assert isinstance(version.rule, TimesPerPeriod)
    name = period_of(version.rule, version.week_start)
    results, done_count, expected_count = [], 0, 0
    everything = dates(day(-60), day(160))
    for period in sorted({name(on) for on in dates(history.starts_on, today)}, key=str):
        days = [on for on in everything if name(on) == period]
        exists = [
            on
            for on in days
            if on >= history.starts_on and (history.ends_on is None or on <= history.ends_on)
        ]
        free = [on for on in exists if on <= today and not in_pause(history, on)]
        said = [history.check_ins[on].status for on in free if on in history.check_ins]
        done = said.count(CheckInStatus.DONE)
        needed = min(version.rule.times, len(days) - said.count(CheckInStatus.SKIPPED))
        is_whole = exists == days and not any(in_pause(history, on) for on in exists)
        if done >= needed > 0:
            results.append((days[0], DONE))
            done_count, expected_count = done_count + needed, expected_count + needed
        elif is_whole and needed > 0 and days[-1] < today:
            results.append((days[0], MISSED))
            done_count, expected_count = done_count + done, expected_count + needed
    return [result for _, result in sorted(results)], done_count, expected_count


@settings(max_examples=70, deadline=None)
@given(history_of(quotas), st.integers(5, 70).map(day))
def test_a_quota_equals_a_scan_of_its_periods(history: HabitHistory, today: date) -> None:
    history = replace(history, kind=HabitKind.CHECK, versions=history.versions[:1])
    today = max(today, history.starts_on)
    results, done_count, expected_count = naive_quota(history, min(today, history.ends_on or today))
    found = figures(history, today=today)
    if history.ends_on is None or today <= history.ends_on:
        assert (found.current_streak.length, found.best_streak.length) == streak_lengths(results)
        assert (found.done_count, found.expected_count) == (done_count, expected_count)
    assert 0 <= found.strength <= 1


@settings(max_examples=30, deadline=None)
@given(history_of(st.one_of(fixed, quotas)), st.integers(0, 70).map(day), st.integers(2, 9))
def test_the_strength_line_ends_in_the_strength_shown(
    history: HabitHistory, today: date, points: int
) -> None:
    line = strength_series(history, today=today, points=points)
    assert len(line) <= points
    assert [on for on, _ in line] == sorted({on for on, _ in line})
    if line:
        assert line[-1][1] == figures(history, today=today).strength
        assert line[0][0] == history.starts_on
