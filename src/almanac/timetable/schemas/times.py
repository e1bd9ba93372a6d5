"""How bodies write times of the wall clock, which the rules count in minutes after midnight."""

from almanac.timetable.domain.model import DAY_MINUTES


def minutes_of(time: str) -> int:
    """`07:30` as 450."""
    hours, minutes = time.split(":")
    return 60 * int(hours) + int(minutes)


def end_of_day(time: str) -> int:
    """When a day ends: at 00:00 with midnight, which is 1440."""
    return minutes_of(time) or DAY_MINUTES


def wall_time(minutes: int) -> str:
    """450 as `07:30`, 1470 as `00:30` of the next day."""
    hours, minutes = divmod(minutes % DAY_MINUTES, 60)
    return f"{hours:02d}:{minutes:02d}"
