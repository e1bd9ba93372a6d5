"""Counts of habits against a slow recount of their facts, whatever the schedule and its changes."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.habits.domain import (
    CheckIn,
    CheckInStatus,
    HabitHistory,
    HabitKind,
    Pause,
    ScheduleVersion,
    TargetKind,
    TargetPer,
    figures,
)
from almanac.habits.domain.layout import lay_out
from almanac.habits.domain.line import MARK_OF, WrittenDays, line_of, read_line
from almanac.habits.domain.tally import Count, Stretch, tally
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    ScheduleKind,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)
from tests.habits.histories import checked, day, measured, pause
from tests.stats.recount import recount

weekdays = st.frozensets(st.sampled_from(list(Weekday)), min_size=1)
rules: st.SearchStrategy[Rule] = st.one_of(
    st.just(Daily()),
    st.builds(WeeklyDays, weekdays, st.integers(1, 2)),
    st.builds(MonthlyDay, st.integers(1, 31)),
    st.just(YearlyDate(2, 29)),
    st.builds(IntervalCycle, st.integers(1, 4), st.integers(0, 4)),
    st.builds(TimesPerPeriod, st.integers(1, 7), st.just(Period.WEEK)),
    st.builds(TimesPerPeriod, st.integers(1, 12), st.just(Period.MONTH)),
    st.builds(TimesPerPeriod, st.integers(1, 20), st.just(Period.YEAR)),
    st.builds(AfterCompletion, st.integers(1, 6)),
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
versions = st.lists(
    st.builds(
        ScheduleVersion,
        numbers.map(day),
        rules,
        st.sampled_from([5, 12]),
        st.sampled_from(list(TargetKind)),
        st.sampled_from(list(TargetPer)),
        st.sampled_from([Weekday.MON, Weekday.WED, Weekday.SUN]),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda version: version.effective_from,
)
histories = st.builds(
    HabitHistory,
    st.sampled_from(list(HabitKind)),
    st.integers(-3, 5).map(day),
    versions.map(lambda found: tuple(sorted(found, key=lambda v: v.effective_from))),
    st.none() | st.integers(10, 80).map(day),
    st.booleans(),
    entries.map(lambda found: {on: CheckIn(on, status, n) for on, (status, n) in found.items()}),
    pauses.map(tuple),
)


def total(counts: Iterable[Iterable[int]]) -> tuple[int, int, int]:
    due, done, skipped = (sum(column) for column in zip((0, 0, 0), *counts, strict=True))
    return due, done, skipped


def stretches_of(
    history: HabitHistory, today: date, archived_on: date | None = None
) -> list[Stretch]:
    return tally(lay_out(history, today=today, archived_on=archived_on))


@settings(max_examples=150, deadline=None)
@given(histories, st.integers(5, 90).map(day), st.none() | st.integers(6, 60).map(day))
def test_every_day_counts_what_a_recount_of_the_facts_gives(
    history: HabitHistory, today: date, archived_on: date | None
) -> None:
    found = stretches_of(history, today, archived_on)
    expected = recount(history, today=today, archived_on=archived_on)
    on = day(-8)
    while on <= today + timedelta(days=3):
        ordinal = on.toordinal()
        counts = [stretch.count(ordinal, ordinal) for stretch in found]
        assert total(counts) == total(one[1:] for one in expected.get(on, ())), on
        on += timedelta(days=1)


@settings(max_examples=100, deadline=None)
@given(histories, st.integers(5, 90).map(day), numbers, st.integers(0, 70))
def test_ranges_kinds_and_weekdays_are_sums_of_their_days(
    history: HabitHistory, today: date, first: int, length: int
) -> None:
    found = stretches_of(history, today)
    facts = recount(history, today=today)
    begin, end = day(first), day(first + length)
    inside = [one for on, ones in facts.items() if begin <= on <= end for one in ones]
    bounds = begin.toordinal(), end.toordinal()
    for kind in ScheduleKind:
        counted = [stretch.count(*bounds) for stretch in found if stretch.kind is kind]
        assert total(counted) == total(one[1:] for one in inside if one.kind is kind)
    by_weekday = [stretch.count_weekdays(*bounds) for stretch in found]
    for number in range(7):
        expected = [
            one[1:]
            for on, ones in facts.items()
            if begin <= on <= end and on.weekday() == number
            for one in ones
            if one.kind is not ScheduleKind.TIMES_PER_PERIOD
        ]
        assert total(week[number] for week in by_weekday if week) == total(expected)


@settings(max_examples=100, deadline=None)
@given(histories, st.integers(5, 90).map(day), st.none() | st.integers(6, 60).map(day))
def test_all_days_together_are_the_habits_own_x_of_y(
    history: HabitHistory, today: date, archived_on: date | None
) -> None:
    shown = figures(history, today=today, archived_on=archived_on)
    due, done, _ = total(
        stretch.count(1, date.max.toordinal())
        for stretch in stretches_of(history, today, archived_on)
    )
    assert (due, done) == (shown.expected_count, shown.done_count)


@settings(max_examples=50, deadline=None)
@given(histories, st.integers(5, 90).map(day))
def test_check_ins_read_from_text_are_the_same_check_ins(
    history: HabitHistory, today: date
) -> None:
    said = history.check_ins.values()
    written = WrittenDays(
        tuple(
            ",".join(str(entry.day) for entry in said if entry.status is status) or None
            for status in MARK_OF
        ),
        ",".join(f"{entry.day}={entry.amount}" for entry in said if entry.amount is not None),
    )
    line = read_line(written)
    assert dict(line) == history.check_ins
    assert len(line) == len(history.check_ins)
    assert all((day(n) in line) == (day(n) in history.check_ins) for n in range(-9, 80))
    first, days = history.starts_on.toordinal(), max(0, (today - history.starts_on).days)
    assert line_of(line, first, days).statuses == line_of(history.check_ins, first, days).statuses


def test_a_missed_week_counts_its_done_days_where_they_were_and_the_rest_at_its_end() -> None:
    history = checked("x..x...", TimesPerPeriod(3, Period.WEEK))
    (stretch,) = stretches_of(history, day(7))
    first = day(0).toordinal()
    assert [stretch.count(first + n, first + n) for n in range(7)] == [
        *(Count(1, 1, 0), Count(0, 0, 0), Count(0, 0, 0), Count(1, 1, 0)),
        *(Count(0, 0, 0), Count(0, 0, 0), Count(1, 0, 0)),
    ]
    assert stretch.count_weekdays(first, first + 6) == []


def test_more_days_than_a_week_asks_for_do_not_count() -> None:
    (stretch,) = stretches_of(checked("xxxxx..", TimesPerPeriod(2, Period.WEEK)), day(7))
    first = day(0).toordinal()
    assert stretch.count(first, first + 6) == Count(2, 2, 0)
    assert stretch.count(first + 2, first + 6) == Count(0, 0, 0)


def test_a_sum_counts_on_the_day_that_reached_it() -> None:
    history = measured(
        {0: 3000, 2: 4000, 4: 9000},
        TimesPerPeriod(1, Period.WEEK),
        target=7000,
        target_per=TargetPer.PERIOD,
    )
    (stretch,) = stretches_of(history, day(7))
    first = day(0).toordinal()
    assert [stretch.count(first + n, first + n).done for n in range(7)] == [0, 0, 1, 0, 0, 0, 0]


def test_a_sum_reached_by_silence_counts_on_the_last_day() -> None:
    week = TimesPerPeriod(1, Period.WEEK)
    history = measured({}, week, target=0, target_per=TargetPer.PERIOD, no_entry_is_zero=True)
    (stretch,) = stretches_of(history, day(8))
    first = day(0).toordinal()
    assert stretch.count(first + 6, first + 6) == Count(1, 1, 0)


def test_what_is_open_today_paused_or_not_begun_is_not_due() -> None:
    history = checked("xx.....x", pauses=(pause(2, 5),))
    (stretch,) = stretches_of(history, day(8))
    assert stretch.count(1, day(20).toordinal()) == Count(4, 3, 0)
    assert stretches_of(history, day(-1)) == []
