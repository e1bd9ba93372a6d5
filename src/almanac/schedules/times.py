"""Between instants and local days: what day it is, and when a local time happens.

The present instant is always an argument. Zones come from the IANA database (`zoneinfo`).
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MINUTE = timedelta(minutes=1)
_DAY_MINUTES = 1440
# No offset reaches two days, so nearer the ends of the calendar a conversion may overflow.
_FIRST_CONVERTIBLE = date.min + timedelta(days=2)
_LAST_CONVERTIBLE = date.max - timedelta(days=2)


def zone_named(name: str) -> ZoneInfo:
    """The zone of that name; UTC when this machine's zone database does not know it (any more)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def local_today(now_utc: datetime, zone: ZoneInfo, day_start_minutes: int) -> date:
    """The local date at an aware instant, when days begin `day_start_minutes` past midnight.

    Wall-clock arithmetic: with a day start of 04:00 the day changes when the clock shows
    04:00, in a night of 23 or 25 hours as well. Where a clock set back shows the day start a
    second time, the first time counts, so today never goes backwards.
    """
    local = now_utc.astimezone(zone)
    today = (local.replace(tzinfo=None) - timedelta(minutes=day_start_minutes)).date()
    if local.fold:
        tomorrow = today + timedelta(days=1)
        if now_utc >= day_starts_at(tomorrow, zone, day_start_minutes):
            return tomorrow
    return today


def day_starts_at(day: date, zone: ZoneInfo, day_start_minutes: int) -> datetime:
    """The instant at which the local day begins, `day_start_minutes` (0 to 720) past midnight."""
    hour, minute = divmod(day_start_minutes, 60)
    return resolve_local(day, time(hour, minute), zone)


def next_day_starts_at(now_utc: datetime, zone: ZoneInfo, day_start_minutes: int) -> datetime:
    """The first instant, in UTC, at which today is a later date than it is now."""
    tomorrow = local_today(now_utc, zone, day_start_minutes) + timedelta(days=1)
    return day_starts_at(tomorrow, zone, day_start_minutes).astimezone(UTC)


def resolve_local(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The aware datetime at which the clocks of `zone` show `wall` on `day`.

    A time that happens twice is the first one; one that does not exist moves forward to the
    first valid minute. Within two days of the ends of the calendar nothing is adjusted.
    """
    first = datetime.combine(day, wall.replace(tzinfo=None, fold=0), tzinfo=zone)
    if not _FIRST_CONVERTIBLE <= day <= _LAST_CONVERTIBLE:
        return first
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == first.replace(tzinfo=None):
        return first
    return _end_of_gap(first, zone)


def held_between(day: date, starts: int, minutes: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants at which something begins and ends that takes `minutes` from a minute of a day.

    Both are read from the clock on the wall, so in the night of a clock change it is longer or
    shorter than on others. A time that happens twice is the first one, one that does not exist
    the first that does; what lies within the missing time keeps its length from there.
    """
    begins = _at(day, starts, zone)
    ends = _at(day, starts + minutes, zone)
    if ends.astimezone(UTC) <= begins.astimezone(UTC):
        ends = (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)
    return begins, ends


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    days, of_day = divmod(minutes, _DAY_MINUTES)
    hour, minute = divmod(of_day, 60)
    return resolve_local(day + timedelta(days=days), time(hour, minute), zone)


def _end_of_gap(missing: datetime, zone: ZoneInfo) -> datetime:
    """First whole minute after the jump of the clocks over `missing`, found by halving."""
    # Read with the offset after the jump, the missing time is an instant before it; read
    # with the offset before, one after it.
    before = missing.replace(fold=1).astimezone(UTC)
    after = missing.astimezone(UTC)
    old_offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    # The jump lies on a whole second, and `after` less than one second past it.
    jump = after.replace(microsecond=0).astimezone(zone)
    return jump if jump.second == 0 else jump.replace(second=0) + _MINUTE
