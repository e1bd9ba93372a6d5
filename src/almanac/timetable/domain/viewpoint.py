"""How a person looks at their timetable: when, with which days and weeks, from which address."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from almanac.schedules.rules import Weekday


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """`origin` is what links to this server begin with.

    `today` is their day by `zone` and by `day_start`, the minutes after midnight at which it began.
    """

    now: datetime
    today: date
    week_start: Weekday
    origin: str
    zone: ZoneInfo
    day_start: int
