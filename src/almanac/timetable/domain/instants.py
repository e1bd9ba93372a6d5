"""When an occurrence is held, in a time zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from almanac.schedules.times import resolve_local
from almanac.timetable.domain.model import DAY_MINUTES, Occurrence


def held_at(occurrence: Occurrence, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants, in `zone`, at which an occurrence begins and ends.

    Both are read from the clock on the wall, so in the night of a clock change a session is longer
    or shorter than on others. A time that happens twice is the first one, one that does not exist
    the first that does; a session that lies within the missing time keeps its length from there.
    """
    begins = _at(occurrence.on, occurrence.stretch.starts, zone)
    ends = _at(occurrence.on, occurrence.stretch.ends, zone)
    if ends.astimezone(UTC) <= begins.astimezone(UTC):
        length = timedelta(minutes=occurrence.minutes)
        ends = (begins.astimezone(UTC) + length).astimezone(zone)
    return begins, ends


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    days, of_day = divmod(minutes, DAY_MINUTES)
    hour, minute = divmod(of_day, 60)
    return resolve_local(day + timedelta(days=days), time(hour, minute), zone)
