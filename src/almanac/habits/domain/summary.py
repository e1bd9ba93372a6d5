"""The figures shown of a habit, and whether it is time to archive it."""

from datetime import date

from almanac.habits.domain.layout import lay_out
from almanac.habits.domain.ledger import Ledger
from almanac.habits.domain.model import DayState, Figures, HabitHistory
from almanac.habits.domain.runs import streaks
from almanac.habits.domain.spans import Span, free_stretches, version_spans
from almanac.habits.domain.strength import strength_by_day
from almanac.habits.domain.verdicts import ALL_DONE, OPEN, STATE_OF_MARK, period_target
from almanac.schedules.occurrences import count_occurrences
from almanac.schedules.periods import whole_periods
from almanac.schedules.rules import AfterCompletion, TimesPerPeriod


def figures(history: HabitHistory, *, today: date, archived_on: date | None = None) -> Figures:
    """Compute everything that is shown of a habit today, in one pass over its days.

    An archived habit is judged up to the day before `archived_on`.
    """
    ledger = lay_out(history, today=today, archived_on=archived_on)
    mark = ledger.today_mark()
    current, best = streaks(ledger.units, ledger.base)
    strengths = strength_by_day(ledger)
    return Figures(
        current_streak=current,
        best_streak=best,
        strength=strengths[-1] if strengths else 0.0,
        expected_count=sum(unit.expected for unit in ledger.units),
        done_count=sum(unit.done for unit in ledger.units),
        total_done=_total_done(ledger),
        progress_percent=_progress_percent(ledger),
        due_today=mark == OPEN,
        state_today=DayState.OFF if mark is None else STATE_OF_MARK[mark],
        period=ledger.period,
    )


def archives_on(
    history: HabitHistory, *, today: date, completions_limit: int | None
) -> date | None:
    """The day on which the habit archives itself; none while that has not begun.

    The day after its end, or after the done day with which the limit was reached, so that what
    was done today can still be seen and taken back.
    """
    if history.ends_on is not None and today > history.ends_on:
        return date.fromordinal(history.ends_on.toordinal() + 1)
    if completions_limit is None:
        return None
    ledger = lay_out(history, today=today, archived_on=None)
    over = ledger.marks[: max(ledger.today, 0)]
    if sum(map(over.count, ALL_DONE)) < completions_limit:
        return None
    last_done = max(map(over.rfind, ALL_DONE))
    return date.fromordinal(ledger.base + last_done + 1)


def _total_done(ledger: Ledger) -> int:
    return sum(map(ledger.marks.count, ALL_DONE))


def _progress_percent(ledger: Ledger) -> float | None:
    """Done of all scheduled occurrences from start to end, those to come included."""
    ends_on = ledger.history.ends_on
    if ends_on is None:
        return None
    expected = sum(unit.expected for unit in ledger.units) + sum(
        _ahead(ledger, span) for span in version_spans(ledger.history, ends_on.toordinal())
    )
    done = sum(unit.done for unit in ledger.units)
    return 100 * done / expected if expected else 0.0


def _ahead(ledger: Ledger, span: Span) -> int:
    """Occurrences of a span that are not decided yet and that no pause covers."""
    first = max(span.first, ledger.base + _first_undecided(ledger))
    rule = span.version.rule
    if isinstance(rule, AfterCompletion):
        # Each of them done on the day it falls due.
        due = max(first, ledger.base + (ledger.due or 0))
        return max(0, (span.last - due) // rule.days + 1)
    count = 0
    for begin, end in free_stretches(ledger.history, first, span.last):
        days = (date.fromordinal(begin), date.fromordinal(end))
        if isinstance(rule, TimesPerPeriod):
            times = 1 if period_target(ledger.history, span.version) is not None else rule.times
            count += times * whole_periods(*days, rule.period, span.version.week_start)
        else:
            count += count_occurrences(
                rule,
                starts_on=ledger.history.starts_on,
                week_start=span.version.week_start,
                first=days[0],
                last=days[1],
            )
    return count


def _first_undecided(ledger: Ledger) -> int:
    """The first day whose occurrence or period is still to be decided."""
    if ledger.period is not None:
        # No whole period begins on the last day of one, so that day adds nothing.
        is_decided = bool(ledger.units) and ledger.units[-1].last == ledger.today
        day = ledger.period.last_on if is_decided else ledger.period.first_on
        return day.toordinal() - ledger.base
    days = len(ledger.marks)
    return days - 1 if ledger.today_mark() == OPEN else days
