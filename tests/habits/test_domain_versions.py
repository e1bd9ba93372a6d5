"""What a change leaves of the schedule versions before and after it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from almanac.habits.domain.model import ScheduleVersion
from almanac.habits.domain.versions import Versions, changed_versions, version_in_force
from almanac.schedules.rules import Daily, Rule, Weekday, WeeklyDays
from tests.habits.histories import day

MONDAYS = WeeklyDays(frozenset({Weekday.MON}), 1)


def to_mondays(version: ScheduleVersion) -> ScheduleVersion:
    return replace(version, rule=MONDAYS)


def changed(versions: Versions, starts_on: date, effective_from: date) -> Versions:
    return changed_versions(
        versions, to_mondays, starts_on=starts_on, effective_from=effective_from
    )


def test_days_before_the_first_versions_date_keep_its_rule() -> None:
    after = changed((ScheduleVersion(day(50), Daily()),), day(0), day(20))
    assert after == (ScheduleVersion(day(0), Daily()), ScheduleVersion(day(20), MONDAYS))


def test_a_change_from_the_start_or_before_holds_for_every_day() -> None:
    before = (ScheduleVersion(day(0), Daily()), ScheduleVersion(day(9), Daily(), 500))
    assert changed(before, day(3), day(-9)) == (
        ScheduleVersion(day(3), MONDAYS),
        ScheduleVersion(day(9), MONDAYS, 500),
    )


def test_what_makes_no_difference_adds_no_version() -> None:
    before = (ScheduleVersion(day(0), MONDAYS),)
    assert changed(before, day(0), day(30)) == before


RULES: tuple[Rule, ...] = (Daily(), MONDAYS)


@st.composite
def histories(draw: st.DrawFn) -> Versions:
    starts = draw(st.lists(st.integers(0, 60), min_size=1, max_size=4, unique=True))
    return tuple(
        ScheduleVersion(day(start), draw(st.sampled_from(RULES)), draw(st.integers(1, 3)))
        for start in sorted(starts)
    )


@given(histories(), st.integers(0, 60), st.integers(-5, 70))
def test_a_change_leaves_the_days_before_it_alone_and_holds_afterwards(
    before: Versions, starts: int, effective: int
) -> None:
    after = changed(before, day(starts), day(effective))
    for number in range(starts, 80):
        was, is_now = (version_in_force(found, day(number)) for found in (before, after))
        rule = MONDAYS if number >= effective else was.rule
        assert (is_now.rule, is_now.target) == (rule, was.target)
    assert list(after) == sorted(after, key=lambda version: version.effective_from)
