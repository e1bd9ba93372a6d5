"""How a person looks at their timetable: when, with which weeks, from which address."""

from dataclasses import dataclass
from datetime import date, datetime

from almanac.schedules.rules import Weekday


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """`origin` is what links to this server begin with."""

    now: datetime
    today: date
    week_start: Weekday
    origin: str
