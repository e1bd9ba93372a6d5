"""Lays a habit's history out as a ledger: fixed schedules and `after_completion`.

How a quota's periods are judged is in `quotas`.
"""

import re
from datetime import date

from almanac.habits.domain.ledger import Ledger, Unit
from almanac.habits.domain.line import line_of
from almanac.habits.domain.model import HabitHistory
from almanac.habits.domain.quotas import lay_quota
from almanac.habits.domain.spans import Span, paused_stretches, version_spans, window_last
from almanac.habits.domain.verdicts import (
    ALL_DONE,
    AWAY,
    DONE,
    EXTRA,
    MISSED,
    OFF,
    OPEN,
    PAUSED,
    SKIPPED,
    blank_verdict,
    settled,
    table_of,
)
from almanac.schedules.occurrences import occurrence_ordinals
from almanac.schedules.rules import AfterCompletion, FixedRule, TimesPerPeriod


def lay_out(history: HabitHistory, *, today: date, archived_on: date | None) -> Ledger:
    """Judge every day from the habit's start to today, its end or its archiving."""
    base = history.starts_on.toordinal()
    last = window_last(history, archived_on)
    days = max(0, min(today.toordinal(), last) - base + 1)
    ledger = Ledger(
        history=history,
        base=base,
        window_last=last,
        today=today.toordinal() - base,
        spans=version_spans(history, last),
        marks=bytearray(days),
        said=line_of(history.check_ins, base, days),
    )
    for begin, end in paused_stretches(history, base, base + days - 1):
        ledger.marks[begin - base : end - base + 1] = bytes([PAUSED]) * (end - begin + 1)
    for span in ledger.spans:
        if span.first - base >= days:
            break
        if isinstance(span.version.rule, TimesPerPeriod):
            lay_quota(ledger, span, span.version.rule)
        elif isinstance(span.version.rule, AfterCompletion):
            _lay_after_completion(ledger, span, span.version.rule.days)
        else:
            _lay_fixed(ledger, span, span.version.rule)
    return ledger


def _lay_fixed(ledger: Ledger, span: Span, rule: FixedRule) -> None:
    first, last = span.first - ledger.base, min(span.last - ledger.base, len(ledger.marks) - 1)
    marks, base, version = ledger.marks, ledger.base, span.version
    blank = blank_verdict(ledger.history, version)
    due = occurrence_ordinals(
        rule,
        starts_on=ledger.history.starts_on,
        week_start=version.week_start,
        first=span.first,
        last=base + last,
    )
    if len(due) == last - first + 1:
        asked = bytes.maketrans(bytes([OFF]), bytes([blank]))
        marks[first : last + 1] = marks[first : last + 1].translate(asked)
    else:
        for ordinal in due:
            if marks[ordinal - base] == OFF:
                marks[ordinal - base] = blank
    is_asked = first <= ledger.today <= last and marks[ledger.today] == blank
    if is_asked:
        marks[ledger.today] = OPEN
    said = ledger.verdicts(version, first, last)
    marks[first : last + 1] = settled(marks[first : last + 1], said, _DAYS)
    if is_asked and said[ledger.today - first] == OPEN:
        marks[ledger.today] = OPEN
    _add_occurrences(ledger, first, last)


_UNASKED = {OFF: EXTRA, PAUSED: AWAY}
"""Days on which nothing is asked, and what they become when it was done all the same."""


def _day(mark: int, verdict: int) -> int:
    if verdict == OFF:
        return mark
    if mark in _UNASKED:
        return _UNASKED[mark] if verdict == DONE else mark
    return MISSED if verdict == OPEN else verdict


_DAYS = table_of(_day)
"""A day that is over; only today stays open while its amount falls short."""


def _add_occurrences(ledger: Ledger, first: int, last: int) -> None:
    """Add a unit for each run of done or of missed days; neutral days do not end a run."""
    for run in _RUN.finditer(ledger.marks, first, last + 1):
        begin, end = run.span()
        result = ledger.marks[begin]
        length = ledger.marks.count(result, begin, end)
        done = length if result == DONE else 0
        ledger.units.append(Unit(result, begin, end - 1, length, length, done))


def _run_of(mark: int, other: int) -> bytes:
    return b"%c(?:[^%c]*%c)?" % (mark, other, mark)


_RUN = re.compile(_run_of(DONE, MISSED) + b"|" + _run_of(MISSED, DONE))
"""Marks from a done (missed) day to the last one before the next missed (done) day."""


def _lay_after_completion(ledger: Ledger, span: Span, wait: int) -> None:
    """Walk the days: due from `wait` days after the last done day until it is done.

    From the due day on, each `wait` free days without a completion are one missed
    occurrence; so is each explicit no. It stays due all the same.
    """
    first, last = span.first - ledger.base, min(span.last - ledger.base, len(ledger.marks) - 1)
    said = ledger.verdicts(span.version, first, last)
    last_done = max(ledger.marks.rfind(mark, 0, first) for mark in ALL_DONE)
    due = first if last_done < 0 else max(first, last_done + wait)
    opened, waited = due, 0
    for day, mark in enumerate(said.replace(_NO_ENTRY, _STILL_OPEN), first):
        if mark == DONE:
            ledger.marks[day] = _UNASKED[ledger.marks[day]]
            if day >= due and ledger.marks[day] == EXTRA:
                ledger.marks[day] = DONE
                ledger.units.append(Unit(DONE, day, day, 1, 1, 1))
            due = opened = day + wait
            waited = 0
        elif day >= due and ledger.marks[day] != PAUSED:
            waited += mark != SKIPPED
            result = mark
            if mark == OPEN:
                result = _unanswered(is_today=day == ledger.today, is_over=waited == wait)
            ledger.marks[day] = result
            if result == MISSED:
                ledger.units.append(Unit(MISSED, opened, day, 1, 1, 0))
                opened, waited = day + 1, 0
    ledger.due = due


_NO_ENTRY, _STILL_OPEN = bytes([OFF]), bytes([OPEN])


def _unanswered(*, is_today: bool, is_over: bool) -> int:
    if is_today:
        return OPEN
    return MISSED if is_over else OFF
