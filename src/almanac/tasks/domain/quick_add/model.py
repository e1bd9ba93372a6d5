"""What quick add takes and gives: the words of the other modules of this package."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from almanac.schedules.rules import Rule, Weekday


class PartKind(StrEnum):
    """What a piece of the line can say about a task; each is taken once."""

    DUE_DATE = "date"
    DUE_TIME = "time"
    SCHEDULE = "repeat"
    PRIORITY = "priority"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Part:
    """A recognised piece of the line, `start` to `end` in Unicode code points.

    `value` is what it says: an ISO date, `HH:MM`, a priority, the name of a theme, or the kind
    of the schedule.
    """

    kind: PartKind
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """A line as read: the title is what was not understood as something else."""

    title: str
    due_on: date | None = None
    due_time: str | None = None
    rule: Rule | None = None
    priority: str | None = None
    theme: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """When and for whom a line is read: wall clock, the person's day, their week."""

    now: datetime
    today: date
    week_start: Weekday
