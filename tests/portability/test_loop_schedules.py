"""Loop's frequencies become the schedules that its users would expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.habits.domain.model import TargetPer
from almanac.portability.domain.loop_schedules import map_frequency, map_target
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    Period,
    Rule,
    TimesPerPeriod,
    parse_rule,
    rule_config,
)

WEEK, MONTH, YEAR = Period.WEEK, Period.MONTH, Period.YEAR


@pytest.mark.parametrize(
    ("times", "days", "rule", "exact"),
    [
        (1, 1, Daily(), True),
        (7, 7, Daily(), True),
        (9, 7, Daily(), True),
        (1, 7, TimesPerPeriod(1, WEEK), True),
        (3, 7, TimesPerPeriod(3, WEEK), True),
        (1, 30, TimesPerPeriod(1, MONTH), True),
        (10, 31, TimesPerPeriod(10, MONTH), True),
        (1, 2, AfterCompletion(2), True),
        (1, 14, AfterCompletion(14), True),
        (1, 90, AfterCompletion(90), True),
        (1, 5000, AfterCompletion(3650), False),
        (2, 14, TimesPerPeriod(1, WEEK), False),
        (10, 14, TimesPerPeriod(5, WEEK), False),
        (3, 14, TimesPerPeriod(7, MONTH), False),
        (13, 14, TimesPerPeriod(6, WEEK), False),
        (27, 28, Daily(), False),
        (2, 365, TimesPerPeriod(2, YEAR), False),
        (2, 5000, TimesPerPeriod(1, YEAR), False),
        (0, 7, Daily(), False),
        (3, 0, Daily(), False),
        (None, 7, Daily(), False),
        (3, None, Daily(), False),
    ],
)
def test_a_frequency_becomes_the_nearest_schedule(
    times: int | None, days: int | None, rule: Rule, exact: bool
) -> None:
    mapped = map_frequency(times, days)
    assert (mapped.rule, mapped.exact) == (rule, exact)


@given(st.integers(-5, 100_000), st.integers(-5, 100_000))
def test_every_frequency_becomes_a_schedule_that_can_be_stored(times: int, days: int) -> None:
    rule = map_frequency(times, days).rule
    assert parse_rule(rule.kind, rule_config(rule)) == rule


@pytest.mark.parametrize(
    ("days", "rule", "target", "per", "exact"),
    [
        (1, Daily(), 12_000, TargetPer.DAY, True),
        (7, TimesPerPeriod(1, WEEK), 12_000, TargetPer.PERIOD, True),
        (30, TimesPerPeriod(1, MONTH), 12_000, TargetPer.PERIOD, True),
        (31, TimesPerPeriod(1, MONTH), 12_000, TargetPer.PERIOD, True),
        (365, TimesPerPeriod(1, YEAR), 12_000, TargetPer.PERIOD, True),
        (2, Daily(), 6_000, TargetPer.DAY, False),
        (14, TimesPerPeriod(1, WEEK), 6_000, TargetPer.PERIOD, False),
        (90, TimesPerPeriod(1, MONTH), 4_058, TargetPer.PERIOD, False),
        (0, Daily(), 12_000, TargetPer.DAY, False),
        (None, Daily(), 12_000, TargetPer.DAY, False),
    ],
)
def test_an_amount_is_asked_for_within_the_nearest_period(
    days: int | None, rule: Rule, target: int, per: TargetPer, exact: bool
) -> None:
    mapped = map_target(12_000, days)
    assert (mapped.rule, mapped.target, mapped.target_per, mapped.exact) == (
        rule,
        target,
        per,
        exact,
    )


def test_nothing_at_most_stays_nothing_however_long_the_period() -> None:
    assert map_target(0, 90).target == 0
