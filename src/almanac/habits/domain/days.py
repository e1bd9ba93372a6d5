"""Single days of a habit: calendar, strength line, next dates, what may be written."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from almanac.habits.domain.layout import lay_out
from almanac.habits.domain.ledger import Ledger
from almanac.habits.domain.model import DayState, HabitHistory, Refusal
from almanac.habits.domain.spans import Span, Stretch, free_stretches, paused_stretches
from almanac.habits.domain.strength import strength_by_day
from almanac.habits.domain.verdicts import OPEN, STATE_OF_MARK
from almanac.schedules.occurrences import first_occurrences, occurrence_ordinals
from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import AfterCompletion, FixedRule, TimesPerPeriod

CalendarDay = tuple[date, DayState, int | None]
"""A day, what it is to the habit, and the amount recorded on it in thousandths."""


def calendar(
    history: HabitHistory,
    *,
    first: date,
    last: date,
    today: date,
    archived_on: date | None = None,
) -> list[CalendarDay]:
    """Every day from `first` to `last`, those to come as UPCOMING where they are scheduled."""
    ledger = lay_out(history, today=today, archived_on=archived_on)
    ahead = _states_ahead(ledger, first.toordinal(), last.toordinal())
    found = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        entry = history.check_ins.get(day)
        index = ordinal - ledger.base
        if 0 <= index < len(ledger.marks):
            state = STATE_OF_MARK[ledger.marks[index]]
        else:
            state = ahead.get(ordinal, DayState.OFF)
        found.append((day, state, None if entry is None else entry.amount))
    return found


def day_state(
    history: HabitHistory, day: date, *, today: date, archived_on: date | None = None
) -> DayState:
    """What one day is to the habit."""
    days = calendar(history, first=day, last=day, today=today, archived_on=archived_on)
    return days[0][1]


def strength_series(
    history: HabitHistory, *, today: date, points: int, archived_on: date | None = None
) -> list[tuple[date, float]]:
    """Strength over time as at most `points` (at least 2) days, the first and last included."""
    ledger = lay_out(history, today=today, archived_on=archived_on)
    strengths = strength_by_day(ledger)
    last = len(strengths) - 1
    if last < points:
        chosen = list(range(last + 1))
    else:
        chosen = [last * point // (points - 1) for point in range(points)]
    return [(date.fromordinal(ledger.base + day), strengths[day]) for day in chosen]


def check_in_refusal(
    history: HabitHistory, day: date, *, today: date, archived_on: date | None
) -> Refusal | None:
    """Why no check-in may be written on `day`, if so; what no edit can cure comes first."""
    if day < history.starts_on:
        return Refusal.BEFORE_START
    if history.ends_on is not None and day > history.ends_on:
        return Refusal.AFTER_END
    if day > today:
        return Refusal.FUTURE
    if archived_on is not None and day >= archived_on:
        return Refusal.ARCHIVED
    return None


def next_due(
    history: HabitHistory, *, today: date, count: int, archived_on: date | None = None
) -> list[date]:
    """The next `count` days on which something is asked, today included while it is open.

    A quota gives today or the first free day of each period; `after_completion` gives the
    days that follow when each is done on the day it falls due.
    """
    ledger = lay_out(history, today=today, archived_on=archived_on)
    found: list[int] = []
    first = max(ledger.today, 0) + ledger.base
    if ledger.today_mark() not in (None, OPEN):
        first += 1
    for span in ledger.spans:
        if len(found) >= count:
            break
        if span.last >= first:
            found.extend(_due_in(ledger, span, max(first, span.first), count - len(found)))
    return [date.fromordinal(ordinal) for ordinal in found[:count]]


def _due_in(ledger: Ledger, span: Span, first: int, count: int) -> list[int]:
    rule = span.version.rule
    free = free_stretches(ledger.history, first, span.last)
    if isinstance(rule, TimesPerPeriod):
        return list(islice(_quota_days(span, rule, free, _after_reached(ledger, first)), count))
    if isinstance(rule, AfterCompletion):
        due = max(first, ledger.base + (ledger.due or 0))
        return list(islice(_waiting_days(rule, free, due), count))
    found: list[int] = []
    for begin, end in free:
        if len(found) < count:
            found += _fixed_days(ledger, span, rule, (begin, end), count - len(found))
    return found


def _fixed_days(
    ledger: Ledger, span: Span, rule: FixedRule, stretch: Stretch, count: int
) -> list[int]:
    due = first_occurrences(
        rule,
        first=date.fromordinal(stretch[0]),
        count=count,
        starts_on=ledger.history.starts_on,
        ends_on=date.fromordinal(stretch[1]),
        week_start=span.version.week_start,
    )
    return [day.toordinal() for day in due]


def _after_reached(ledger: Ledger, first: int) -> int:
    """First day past the running period when that asks for nothing more."""
    reached = ledger.units and ledger.units[-1].last == ledger.today
    if ledger.period is None or not reached:
        return first
    return ledger.period.last_on.toordinal() + 1


def _quota_days(span: Span, rule: TimesPerPeriod, free: list[Stretch], first: int) -> Iterator[int]:
    for begin, end in free:
        day = max(begin, first)
        while day <= end:
            yield day
            bounds = period_bounds(date.fromordinal(day), rule.period, span.version.week_start)
            day = first = bounds[1].toordinal() + 1


def _waiting_days(rule: AfterCompletion, free: list[Stretch], due: int) -> Iterator[int]:
    for begin, end in free:
        day = max(begin, due)
        while day <= end:
            yield day
            day = due = day + rule.days


def _states_ahead(ledger: Ledger, first: int, last: int) -> dict[int, DayState]:
    """Paused and scheduled days past the ledger's marks; a quota schedules no single day."""
    begin = max(first, ledger.base + len(ledger.marks))
    states: dict[int, DayState] = {}
    for span in ledger.spans:
        days = range(max(begin, span.first), min(last, span.last) + 1)
        if days:
            states |= dict.fromkeys(_scheduled(ledger, span, days), DayState.UPCOMING)
    for pause_first, pause_last in paused_stretches(
        ledger.history, begin, min(last, ledger.window_last)
    ):
        states |= dict.fromkeys(range(pause_first, pause_last + 1), DayState.PAUSED)
    return states


def _scheduled(ledger: Ledger, span: Span, days: range) -> Iterable[int]:
    rule = span.version.rule
    if isinstance(rule, TimesPerPeriod):
        return ()
    if isinstance(rule, AfterCompletion):
        # While it is open today, what follows depends on when it is done.
        if span.first <= ledger.base + ledger.today and ledger.today_mark() == OPEN:
            return ()
        due = max(ledger.base + (ledger.due or 0), span.first, ledger.base + len(ledger.marks))
        return (due,) if due in days else ()
    return occurrence_ordinals(
        rule,
        starts_on=ledger.history.starts_on,
        week_start=span.version.week_start,
        first=days.start,
        last=days.stop - 1,
    )
