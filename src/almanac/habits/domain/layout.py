"""Lays a habit's history out as a ledger: fixed schedules and `after_completion`.

How a quota's periods are judged is in `quotas`.
"""

import re
from bisect import bisect_left
from datetime import date
from operator import itemgetter

from almanac.habits.domain.ledger import Ledger, Unit
from almanac.habits.domain.model import CheckIn, HabitHistory
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
    judge,
)
from almanac.schedules.occurrences import occurrence_ordinals
from almanac.schedules.rules import AfterCompletion, FixedRule, TimesPerPeriod


def lay_out(history: HabitHistory, *, today: date, archived_on: date | None) -> Ledger:
    """Judge every day from the habit's start to today, its end or its archiving."""
    base = history.starts_on.toordinal()
    last = window_last(history, archived_on)
    days = max(0, min(today.toordinal(), last) - base + 1)
    entries = _entries(history, base, days)
    ledger = Ledger(
        history=history,
        base=base,
        window_last=last,
        today=today.toordinal() - base,
        spans=version_spans(history, last),
        marks=bytearray(days),
        entries=entries,
        entry_days=[day for day, _ in entries],
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


def _entries(history: HabitHistory, base: int, days: int) -> list[tuple[int, CheckIn]]:
    numbered = [(day.toordinal() - base, entry) for day, entry in history.check_ins.items()]
    numbered.sort(key=itemgetter(0))
    begin = bisect_left(numbered, 0, key=itemgetter(0))
    return numbered[begin : bisect_left(numbered, days, key=itemgetter(0))]


def _lay_fixed(ledger: Ledger, span: Span, rule: FixedRule) -> None:
    first, last = span.first - ledger.base, min(span.last - ledger.base, len(ledger.marks) - 1)
    marks, base, version = ledger.marks, ledger.base, span.version
    blank = blank_verdict(ledger.history, version)
    for ordinal in occurrence_ordinals(
        rule,
        starts_on=ledger.history.starts_on,
        week_start=version.week_start,
        first=span.first,
        last=base + last,
    ):
        if marks[ordinal - base] == OFF:
            marks[ordinal - base] = blank
    if first <= ledger.today <= last and marks[ledger.today] == blank:
        marks[ledger.today] = OPEN
    verdict = judge(ledger.history, version)
    for day, entry in ledger.entries_between(first, last):
        mark = verdict(entry)
        if marks[day] in _UNASKED:
            marks[day] = _UNASKED[marks[day]] if mark == DONE else marks[day]
        else:
            marks[day] = MISSED if mark == OPEN and day < ledger.today else mark
    _add_occurrences(ledger, first, last)


_UNASKED = {OFF: EXTRA, PAUSED: AWAY}
"""Days on which nothing is asked, and what they become when it was done all the same."""


def _add_occurrences(ledger: Ledger, first: int, last: int) -> None:
    """Add a unit for each run of done or of missed days; neutral days do not end a run."""
    for run in _RUN.finditer(ledger.marks, first, last + 1):
        result, begin, end = run[0][0], run.start(), run.end() - 1
        length = ledger.marks.count(result, begin, end + 1)
        done = length if result == DONE else 0
        ledger.units.append(Unit(result, begin, end, length, length, done))


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
    entries = dict(ledger.entries_between(first, last))
    verdict = judge(ledger.history, span.version)
    last_done = max(ledger.marks.rfind(mark, 0, first) for mark in ALL_DONE)
    due = first if last_done < 0 else max(first, last_done + wait)
    opened, waited = due, 0
    for day in range(first, last + 1):
        entry = entries.get(day)
        mark = OPEN if entry is None else verdict(entry)
        if mark == DONE:
            ledger.marks[day] = _UNASKED[ledger.marks[day]]
            if day >= due and ledger.marks[day] == EXTRA:
                ledger.marks[day] = DONE
                ledger.units.append(Unit(DONE, day, day, 1, 1, 1))
            due = opened = day + wait
            waited = 0
        elif day >= due and ledger.marks[day] != PAUSED:
            waited += mark != SKIPPED
            if mark == OPEN:
                mark = _unanswered(is_today=day == ledger.today, is_over=waited == wait)
            ledger.marks[day] = mark
            if mark == MISSED:
                ledger.units.append(Unit(MISSED, opened, day, 1, 1, 0))
                opened, waited = day + 1, 0
    ledger.due = due


def _unanswered(*, is_today: bool, is_over: bool) -> int:
    if is_today:
        return OPEN
    return MISSED if is_over else OFF
