"""The words of habits as values: kinds, states, a habit's history and its figures.

Amounts and targets are whole thousandths everywhere (1.5 is 1500), so that 0.1 + 0.2 is 0.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from almanac.schedules.rules import Rule, Weekday


class HabitKind(StrEnum):
    """Ticked off, or measured with an amount."""

    CHECK = "check"
    MEASURE = "measure"


class TargetKind(StrEnum):
    """Which side of the target is good."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class TargetPer(StrEnum):
    """What a target is held against: each scheduled day, or the sum of a quota's period."""

    DAY = "day"
    PERIOD = "period"


class CheckInStatus(StrEnum):
    """What a person said about a day; `missed` is an explicit no."""

    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"


class DayState(StrEnum):
    """What a day is to a habit. Each is described in `docs/domain/habits.md`."""

    OFF = "off"
    """Nothing is asked: not scheduled, outside the window, or the quota is already met."""
    OPEN = "open"
    """Asked for today and not decided yet; an amount may be there already."""
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"
    PAUSED = "paused"
    EXTRA = "extra"
    """Done although not scheduled, or during a pause: shown, and counts for no streak."""
    UPCOMING = "upcoming"
    """Scheduled on a day after today."""


class Refusal(StrEnum):
    """Why a check-in cannot be written on a day."""

    FUTURE = "future"
    BEFORE_START = "before_start"
    AFTER_END = "after_end"
    ARCHIVED = "archived"

    @property
    def is_conflict(self) -> bool:
        """Whether the habit's state is in the way (409) rather than the date (422)."""
        return self is Refusal.ARCHIVED


@dataclass(frozen=True, slots=True)
class ScheduleVersion:
    """The rule, target and week start in force from a date on."""

    effective_from: date
    rule: Rule
    target: int | None = None
    target_kind: TargetKind = TargetKind.AT_LEAST
    target_per: TargetPer = TargetPer.DAY
    week_start: Weekday = Weekday.MON


class CheckIn(NamedTuple):
    """What was recorded for one local date. `amount` in thousandths of the habit's unit."""

    day: date
    status: CheckInStatus
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that neither count nor break, both ends included; without an end, until further."""

    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class HabitHistory:
    """All that figures are computed from.

    `versions` holds at least one, ordered by `effective_from`; the first is in force before
    its date as well. `check_ins` are keyed by their day.
    """

    kind: HabitKind
    starts_on: date
    versions: tuple[ScheduleVersion, ...]
    ends_on: date | None = None
    no_entry_is_zero: bool = False
    check_ins: Mapping[date, CheckIn] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Streak:
    """A run of done occurrences (or periods) with its first and last day; empty without."""

    length: int = 0
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class PeriodProgress:
    """The running period of a quota.

    `done` and `needed` count days, or thousandths of the unit when the target is per period.
    `can_wait_until` is the last day on which one can begin and still reach it with a day for
    each time; none when it is reached or out of reach.
    """

    done: int
    needed: int
    first_on: date
    last_on: date
    can_wait_until: date | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown of a habit on a day.

    `strength` runs from 0 to 1. `done_count` of `expected_count` are the decided scheduled
    occurrences ("x of y"); `total_done` counts every done day, scheduled or not.
    `progress_percent` runs from 0 to 100 and is none for a habit without an end.
    """

    current_streak: Streak
    best_streak: Streak
    strength: float
    expected_count: int
    done_count: int
    total_done: int
    progress_percent: float | None
    due_today: bool
    state_today: DayState
    period: PeriodProgress | None
