"""Reading and writing schedules as JSON."""

from collections.abc import Mapping

import pytest

from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    InvalidSchedule,
    MonthlyDay,
    Period,
    Rule,
    ScheduleKind,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
    parse_rule,
    rule_config,
)

WEEKEND = frozenset({Weekday.SAT, Weekday.SUN})

VALID: list[tuple[Rule, dict[str, object]]] = [
    (Daily(), {}),
    (WeeklyDays(WEEKEND), {"days": ["sat", "sun"], "every": 1}),
    (WeeklyDays(frozenset(Weekday), 520), {"days": list(Weekday), "every": 520}),
    (MonthlyDay(31, 3), {"day": 31, "every": 3}),
    (YearlyDate(2, 29), {"month": 2, "day": 29, "every": 1}),
    (IntervalCycle(1, 0), {"active_days": 1, "break_days": 0}),
    (IntervalCycle(3650, 3650), {"active_days": 3650, "break_days": 3650}),
    (TimesPerPeriod(7, Period.WEEK), {"times": 7, "period": "week"}),
    (TimesPerPeriod(366, Period.YEAR), {"times": 366, "period": "year"}),
    (AfterCompletion(3650), {"days": 3650}),
]


@pytest.mark.parametrize(("rule", "config"), VALID)
def test_a_rule_is_written_and_read_back(rule: Rule, config: dict[str, object]) -> None:
    written = rule_config(rule)
    assert written == config
    assert list(written) == list(config)
    assert parse_rule(rule.kind, written) == rule


def test_every_is_one_unless_given() -> None:
    assert parse_rule(ScheduleKind.MONTHLY_DAY, {"day": 5}) == MonthlyDay(5, 1)
    assert parse_rule(ScheduleKind.WEEKLY_DAYS, {"days": ["sun", "sat"]}) == WeeklyDays(WEEKEND)
    assert parse_rule(ScheduleKind.YEARLY_DATE, {"month": 1, "day": 2}) == YearlyDate(1, 2)


def test_weekdays_are_numbered_from_monday() -> None:
    assert [day.number for day in Weekday] == list(range(7))


INVALID: list[tuple[str, Mapping[str, object], str, str]] = [
    ("daily", {"every": 1}, "every", "is not a field of a daily schedule"),
    ("weekly_days", {}, "days", "is required"),
    ("weekly_days", {"days": []}, "days", "must be a list of at least one weekday"),
    ("weekly_days", {"days": "mon"}, "days", "must be a list of at least one weekday"),
    ("weekly_days", {"days": ["mon", "xyz"]}, "days", "must be of mon, tue"),
    ("weekly_days", {"days": [0]}, "days", "must be of mon, tue"),
    ("weekly_days", {"days": ["mon"], "every": 0}, "every", "must be from 1 to 520"),
    ("weekly_days", {"days": ["mon"], "every": 521}, "every", "must be from 1 to 520"),
    ("weekly_days", {"days": ["mon"], "every": None}, "every", "is required"),
    ("monthly_day", {"every": 2}, "day", "is required"),
    ("monthly_day", {"day": 0}, "day", "must be from 1 to 31"),
    ("monthly_day", {"day": 32}, "day", "must be from 1 to 31"),
    ("monthly_day", {"day": True}, "day", "must be a whole number"),
    ("monthly_day", {"day": 1.0}, "day", "must be a whole number"),
    ("monthly_day", {"day": "1"}, "day", "must be a whole number"),
    ("yearly_date", {"month": 2, "day": 30}, "day", "must be from 1 to 29"),
    ("yearly_date", {"month": 4, "day": 31}, "day", "must be from 1 to 30"),
    ("yearly_date", {"month": 13, "day": 1}, "month", "must be from 1 to 12"),
    ("interval_cycle", {"active_days": 0, "break_days": 1}, "active_days", "from 1 to 3650"),
    ("interval_cycle", {"active_days": 1, "break_days": -1}, "break_days", "from 0 to 3650"),
    ("interval_cycle", {"active_days": 1}, "break_days", "is required"),
    ("times_per_period", {"times": 1}, "period", "is required"),
    ("times_per_period", {"times": 1, "period": "day"}, "period", "must be one of week"),
    ("times_per_period", {"times": 1, "period": 7}, "period", "must be one of week"),
    ("times_per_period", {"times": 8, "period": "week"}, "times", "must be from 1 to 7"),
    ("times_per_period", {"times": 32, "period": "month"}, "times", "must be from 1 to 31"),
    ("times_per_period", {"times": 0, "period": "year"}, "times", "must be from 1 to 366"),
    ("after_completion", {"days": 0}, "days", "must be from 1 to 3650"),
    ("after_completion", {"days": 3651}, "days", "must be from 1 to 3650"),
]


@pytest.mark.parametrize(("kind", "config", "field", "message"), INVALID)
def test_an_impossible_schedule_names_its_field(
    kind: str, config: Mapping[str, object], field: str, message: str
) -> None:
    with pytest.raises(InvalidSchedule) as caught:
        parse_rule(ScheduleKind(kind), config)
    assert caught.value.field == field
    assert message in caught.value.message
    assert str(caught.value) == f"{field}: {caught.value.message}"
