"""Loop's frequencies ("n times in d days") as schedules and targets of Almanac.

Loop counts over any d days in a row; Almanac's quotas count over calendar periods. Tables and
reasons: `docs/domain/portability.md`.
"""

from dataclasses import dataclass, replace
from math import log

from almanac.habits.domain.model import TargetPer
from almanac.schedules.rules import (
    MAX_DAYS,
    MAX_TIMES,
    AfterCompletion,
    Daily,
    Period,
    Rule,
    TimesPerPeriod,
)

WEEK = 7
MONTHS = frozenset({30, 31})
_MEAN_DAYS = {Period.WEEK: 7.0, Period.MONTH: 365.25 / 12, Period.YEAR: 365.25}
# What an amount can be asked for within; without a period: each day.
_LENGTHS: dict[Period | None, float] = {None: 1.0} | _MEAN_DAYS
_PERIODS: dict[int, Period | None] = {
    1: None,
    WEEK: Period.WEEK,
    **dict.fromkeys(MONTHS, Period.MONTH),
    **dict.fromkeys((365, 366), Period.YEAR),
}
CLOSE_ENOUGH = 0.1
"""Relative error up to which a shorter period is preferred to a more exact longer one."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A schedule in the place of a frequency; `exact` unless its meaning shifts."""

    rule: Rule
    exact: bool


@dataclass(frozen=True, slots=True)
class MappedTarget:
    """A schedule and target (thousandths) in the place of an amount within d days."""

    rule: Rule
    target: int
    target_per: TargetPer
    exact: bool


def map_frequency(times: int | None, days: int | None) -> Mapped:
    """The nearest schedule to "`times` in `days` days" for habits that are ticked.

    As often as there are days: daily. `n` in 7: per week. `n` in 30 or 31: per month. Once in k:
    again k days after it was done, which is when Loop stops filling days in by itself. Anything
    else: the quota whose rate is nearest. Numbers that mean nothing: daily, not exact.
    """
    if times is None or days is None or times < 1 or days < 1:
        return Mapped(Daily(), exact=False)
    if times >= days:
        return Mapped(Daily(), exact=True)
    if days == WEEK:
        return Mapped(TimesPerPeriod(times, Period.WEEK), exact=True)
    if days in MONTHS:
        return Mapped(TimesPerPeriod(times, Period.MONTH), exact=True)
    if times == 1:
        return Mapped(AfterCompletion(min(days, MAX_DAYS)), exact=days <= MAX_DAYS)
    return Mapped(_nearest_quota(times / days), exact=False)


def _nearest_quota(rate: float) -> Rule:
    """The shortest period with a whole quota close to `rate` a day, else the closest of all."""
    offers = [_offer(rate, period) for period in _MEAN_DAYS]
    close = [rule for error, rule in offers if error <= CLOSE_ENOUGH]
    quota = close[0] if close else min(offers, key=lambda offer: offer[0])[1]
    return Daily() if quota == TimesPerPeriod(WEEK, Period.WEEK) else quota


def _offer(rate: float, period: Period) -> tuple[float, TimesPerPeriod]:
    """The quota of a period for `rate` a day, after its relative error."""
    wanted = rate * _MEAN_DAYS[period]
    times = min(max(round(wanted), 1), MAX_TIMES[period])
    return abs(times - wanted) / wanted, TimesPerPeriod(times, period)


def map_target(target: int, days: int | None) -> MappedTarget:
    """The schedule and target of an amount (thousandths) that Loop asks for within `days` days.

    Periods that Almanac does not have are scaled to the nearest one it has.
    """
    if days is None or days < 1:
        return MappedTarget(Daily(), target, TargetPer.DAY, exact=False)
    if days in _PERIODS:
        exact = _PERIODS[days]
        return _per_period(exact, target) if exact else _per_day(target)
    nearest = min(_LENGTHS, key=lambda period: abs(log(days / _LENGTHS[period])))
    scaled = max(round(target * _LENGTHS[nearest] / days), 1) if target else 0
    mapped = _per_period(nearest, scaled) if nearest else _per_day(scaled)
    return replace(mapped, exact=False)


def _per_day(target: int) -> MappedTarget:
    return MappedTarget(Daily(), target, TargetPer.DAY, exact=True)


def _per_period(period: Period, target: int) -> MappedTarget:
    return MappedTarget(TimesPerPeriod(1, period), target, TargetPer.PERIOD, exact=True)
