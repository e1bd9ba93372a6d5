"""When an occurrence is held, in a time zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from almanac.schedules.times import held_between
from almanac.timetable.domain.model import Occurrence


def held_at(occurrence: Occurrence, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants, in `zone`, at which an occurrence begins and ends, as the clock shows them."""
    return held_between(occurrence.on, occurrence.starts, occurrence.minutes, zone)
