"""What phrases for times mean. Hours are those of a 24-hour clock unless something says p.m."""

from datetime import timedelta

from almanac.tasks.domain.quick_add.model import Moment
from almanac.tasks.domain.quick_add.readings import Daypart, Meaning, Said, TimeReading

_DAY = 24
_HOUR = 60
_NOON = 12
_LAST_HOUR_MEANT_AS_PM = 5
"""`at 3` is the afternoon: what people do at 3 in the night they write as `at 3 am`."""


def on_the_clock(said: Said, _moment: Moment) -> TimeReading | None:
    """`15:00`, `9 Uhr 30`."""
    return _time(said.hour, said.minute)


def in_minutes_form(said: Said, _moment: Moment) -> TimeReading | None:
    """`9 Uhr 30`: the minutes are a number of their own."""
    return _time(said.hour, said.number)


def full_hour(said: Said, _moment: Moment) -> TimeReading | None:
    """`at 9`: may be before or after noon."""
    return _time(said.hour, 0, is_bare=True)


def from_full_hour(minutes: int) -> Meaning:
    """So many minutes from an hour: `half past nine` is 30, `quarter to ten` -15."""

    def meaning(said: Said, _moment: Moment) -> TimeReading | None:
        if not 1 <= said.hour <= _DAY:
            return None
        hour, minute = divmod((said.hour * _HOUR + minutes) % (_DAY * _HOUR), _HOUR)
        return TimeReading(hour, minute, is_bare=True)

    return meaning


def twelve_hour(said: Said, _moment: Moment) -> TimeReading | None:
    """`9:30 pm`; there is no `13 pm` and no `0 am`."""
    if not 1 <= said.hour <= _NOON:
        return None
    hour = said.hour % _NOON + (_NOON if said.is_pm else 0)
    return _time(hour, said.minute, is_exact=True)


def fixed(hour: int) -> Meaning:
    """A word for an hour: `noon`."""
    return lambda _said, _moment: TimeReading(hour, is_exact=True)


def minutes_ahead(said: Said, moment: Moment) -> TimeReading | None:
    """`in 2 hours`: that long from now, on the day it then is."""
    return _from_now(said.number * said.minutes, moment)


def half_an_hour_ahead(_said: Said, moment: Moment) -> TimeReading | None:
    """`in half an hour`."""
    return _from_now(_HOUR // 2, moment)


def _from_now(minutes: int, moment: Moment) -> TimeReading | None:
    try:
        at = moment.now + timedelta(minutes=minutes)
    except OverflowError:
        return None
    return TimeReading(at.hour, at.minute, is_exact=True, on=at.date())


def clock_text(time: TimeReading, daypart: Daypart | None) -> str:
    """`HH:MM`, with the part of the day that was named beside it, if any."""
    part = time.daypart or daypart
    hour = time.hour
    if time.is_exact or hour >= _NOON:
        return f"{hour:02}:{time.minute:02}"
    if part:
        hour += _NOON if hour >= part.pm_from else 0
    elif time.is_bare and 1 <= hour <= _LAST_HOUR_MEANT_AS_PM:
        hour += _NOON
    return f"{hour:02}:{time.minute:02}"


def _time(
    hour: int, minute: int, *, is_bare: bool = False, is_exact: bool = False
) -> TimeReading | None:
    if hour >= _DAY or minute >= _HOUR:
        return None
    return TimeReading(hour, minute, is_bare=is_bare, is_exact=is_exact)
