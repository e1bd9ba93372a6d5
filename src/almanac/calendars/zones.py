"""Time zones as calendars describe them (RFC 5545, VTIMEZONE): when the clocks change.

A zone is an *observance* for each yearly rule, and one for each change that follows no rule (where
clocks are set by the moon, as in Morocco). Outlook passes over lists of dates (RDATE), so there
are none. Worked out from the zone database; right until the end of `LAST_YEAR`.
"""

from bisect import bisect_left
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from almanac.calendars.events import Frequency, RepeatRule
from almanac.schedules.rules import Weekday

FIRST_YEAR, LAST_YEAR = 1899, 2037
_MODERN = 1970
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
# Fewer years in a row may follow a rule by chance; what reaches the end by one goes on for ever.
_RULE_YEARS = 4
_COMMON_YEAR = 2000  # a leap year, for a change may be on 29 February
_FEBRUARY = 2
_WHOLE_WEEKS = 4


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The clocks of a zone go from one offset to another; `wall` is what they show before it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool

    @property
    def wall(self) -> datetime:
        """The clock on the wall at that moment, not yet set (what RFC 5545 calls the onset)."""
        return (self.at + self.before).replace(tzinfo=None)

    @property
    def wall_after(self) -> datetime:
        """What it is set to."""
        return (self.at + self.after).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Observance:
    """An offset from its onset on, taken up again each year where there is a rule.

    `until` is the instant of its last change, none when it goes on.
    """

    change: ClockChange
    rule: RepeatRule | None = None
    until: datetime | None = None


def clock_changes(zone: ZoneInfo, first_year: int) -> Sequence[ClockChange]:
    """The changes of offset from the beginning of `first_year` to the end of `LAST_YEAR`, UTC."""
    # Two beginnings for all years, so that there is something to be remembered.
    changes = _changes_since(zone, _MODERN if first_year >= _MODERN else FIRST_YEAR)
    begin = datetime(max(first_year, FIRST_YEAR), 1, 1, tzinfo=UTC)
    return changes[bisect_left(changes, begin, key=lambda change: change.at) :]


@lru_cache(maxsize=128)
def unsteady_times(zone: ZoneInfo, first_year: int) -> tuple[tuple[datetime, datetime], ...]:
    """From which to which time on the wall each change of the clocks leaves out or repeats."""
    pairs = ((change.wall, change.wall_after) for change in clock_changes(zone, first_year))
    return tuple((min(pair), max(pair)) for pair in pairs)


def is_ambiguous(moment: datetime) -> bool:
    """Whether clocks show this time twice that day, or not at all."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


@lru_cache(maxsize=128)
def observances(zone: ZoneInfo, first_year: int) -> tuple[Observance, ...]:
    """All there is to say of a zone's clocks from `first_year` on, in the order of their onsets."""
    # A year more, so that what is in force when the first year begins has an onset before it.
    changes = clock_changes(zone, first_year - 1)
    alike: dict[tuple[object, ...], list[ClockChange]] = defaultdict(list)
    for change in changes:
        wall = change.wall
        key = (change.before, change.after, change.name, wall.time(), wall.weekday())
        alike[key].append(change)
    found = [observance for group in alike.values() for observance in _observances(group)]
    if not changes or changes[0].at.year >= first_year:
        found.append(Observance(_standing(zone, first_year - 1)))
    return tuple(sorted(found, key=lambda each: each.change.at))


@lru_cache(maxsize=64)
def _changes_since(zone: ZoneInfo, first_year: int) -> tuple[ClockChange, ...]:
    at, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    found = []
    offset = _offset(at, zone)
    while at < end:
        later = at + _DAY
        after = _offset(later, zone)
        if after != offset:
            found.append(_change(_first_moment(at, later, offset, zone), zone))
        at, offset = later, after
    return tuple(found)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _first_moment(early: datetime, late: datetime, offset: timedelta, zone: ZoneInfo) -> datetime:
    """The first second with another offset than `offset`, found by halving."""
    while late - early > _SECOND:
        middle = early + (late - early) // (2 * _SECOND) * _SECOND
        if _offset(middle, zone) == offset:
            early = middle
        else:
            late = middle
    return late


def _change(at: datetime, zone: ZoneInfo) -> ClockChange:
    before, after = (at - _SECOND).astimezone(zone), at.astimezone(zone)
    old, new = before.utcoffset() or timedelta(), after.utcoffset() or timedelta()
    # Where winter counts as the exception (Dublin), the clocks go forward all the same.
    is_daylight = new > old and bool(before.dst() or after.dst())
    return ClockChange(at, old, new, after.tzname() or "", is_daylight)


def _standing(zone: ZoneInfo, year: int) -> ClockChange:
    """What the clocks are set to when a year begins, as a change that changes nothing."""
    at = datetime(year, 1, 1, tzinfo=UTC)
    local = at.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return ClockChange(at, offset, offset, local.tzname() or "", is_daylight=False)


def _observances(changes: Sequence[ClockChange]) -> Iterable[Observance]:
    """The fewest rules for changes that are alike but for their dates, each year for itself."""
    while changes:
        run = _run(changes)
        yield from _described(changes[:run])
        changes = changes[run:]


def _run(changes: Sequence[ClockChange]) -> int:
    """How many of the changes, from the first on, follow one yearly rule."""
    first = _day_of_year(changes[0])
    lowest = highest = first[1]
    for number, change in enumerate(changes[1:], start=1):
        year, day = _day_of_year(change)
        lowest, highest = min(lowest, day), max(highest, day)
        # Of seven days in a row just one has the weekday.
        if year != first[0] + number or highest - lowest >= len(Weekday):
            return number
    return len(changes)


def _day_of_year(change: ClockChange) -> tuple[int, int]:
    """A year and the day in it, told so that a date from March on has one number in any year."""
    day = change.wall.date()
    return day.year, (day.replace(year=_COMMON_YEAR) - date(_COMMON_YEAR, 1, 1)).days


def _described(run: Sequence[ClockChange]) -> Iterable[Observance]:
    if len(run) == 1:
        yield Observance(run[0])
        return
    goes_on = run[-1].wall.year == LAST_YEAR and len(run) >= _RULE_YEARS
    numbers = [_day_of_year(change)[1] for change in run]
    week = _week(min(numbers), max(numbers))
    # A week that reaches into the next month is two rules, of which each year follows one.
    for month in dict.fromkeys(day.month for day in week):
        within = [change for change in run if change.wall.month == month]
        if within:
            weekday = tuple(Weekday)[within[0].wall.weekday()]
            rule = _rule(weekday, month, [day.day for day in week if day.month == month])
            yield Observance(within[0], rule, None if goes_on else within[-1].at)


def _week(lowest: int, highest: int) -> list[date]:
    """Seven days in a row that hold all of the run; as the n-th of a month's weeks if possible."""
    weeks = []
    for first in range(highest - len(Weekday) + 1, lowest + 1):
        begins = date(_COMMON_YEAR, 1, 1) + first * _DAY
        weeks.append([begins + number * _DAY for number in range(len(Weekday))])
    return next((week for week in weeks if _nth(week[0].month, week[0].day, week)), weeks[-1])


def _rule(weekday: Weekday, month: int, days: Sequence[int]) -> RepeatRule:
    nth = _nth(month, days[0], days)
    return RepeatRule(
        Frequency.YEARLY,
        weekdays=(weekday,),
        months=(month,),
        nth=nth,
        month_days=() if nth else tuple(days),
    )


def _nth(month: int, first: int, week: Sequence[object]) -> int | None:
    """Which of a month's weeks of seven days this is, counted from its first day or -1 the last."""
    if len(week) < len(Weekday):
        return None
    if month != _FEBRUARY and first == monthrange(_COMMON_YEAR, month)[1] - len(Weekday) + 1:
        return -1
    number, rest = divmod(first - 1, len(Weekday))
    return None if rest or number >= _WHOLE_WEEKS else number + 1
