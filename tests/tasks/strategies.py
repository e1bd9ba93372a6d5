"""Rules and days that property tests draw from."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    FixedRule,
    IntervalCycle,
    MonthlyDay,
    Period,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)

days = st.dates(date(1990, 1, 1), date(2150, 12, 31))
weekdays = st.sampled_from(Weekday)
every = st.integers(1, 6)
fixed_rules: st.SearchStrategy[FixedRule] = st.one_of(
    st.just(Daily()),
    st.builds(WeeklyDays, st.frozensets(weekdays, min_size=1), every),
    st.builds(MonthlyDay, st.integers(1, 31), every),
    st.builds(YearlyDate, st.integers(1, 12), st.integers(1, 28), every),
    st.just(YearlyDate(2, 29)),
    st.builds(IntervalCycle, st.integers(1, 40), st.integers(0, 40)),
)
quotas = st.builds(TimesPerPeriod, st.integers(1, 7), st.sampled_from(Period))
rules: st.SearchStrategy[Any] = st.one_of(
    fixed_rules, quotas, st.builds(AfterCompletion, st.integers(1, 400))
)
