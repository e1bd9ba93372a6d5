"""A running streak is a record when it is the longest of several, not when it is the only one."""

from datetime import date

import pytest

from almanac.habits.domain.layout import lay_out
from almanac.habits.domain.runs import streaks
from almanac.habits.domain.tally import is_record
from almanac.schedules.rules import Period, Rule, TimesPerPeriod
from tests.habits.histories import checked, day


def is_record_on(line: str, today: date, rule: Rule | None = None) -> bool:
    ledger = lay_out(checked(line, rule), today=today, archived_on=None)
    current, best = streaks(ledger.units, ledger.base)
    return is_record(ledger, current.first_on, best.first_on)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("xx.xxx", True),  # longer than the two days before
        ("x..xxxx", True),
        ("xxx.xxx", False),  # as long as the first, which stays the best
        ("xxx.xx", False),  # shorter
        ("xxx.x.", False),  # none runs
        ("xxxxxx", False),  # the only one there ever was
        (".!.xxx", False),  # nothing was done before it
        ("xx-xxx", False),  # a skip does not begin another one
        ("......", False),
        ("", False),
    ],
)
def test_a_record_is_longer_than_what_was_before(line: str, found: bool) -> None:
    assert is_record_on(line, day(len(line))) is found


def test_a_record_of_weeks_counts_weeks() -> None:
    once_a_week = TimesPerPeriod(1, Period.WEEK)
    one, none, two = "x......", ".......", "x......x......"
    assert is_record_on(one + none + two, day(28), once_a_week) is True
    assert is_record_on(two + none + one, day(28), once_a_week) is False
