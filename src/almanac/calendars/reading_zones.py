"""Which zone a time is in: the IANA database, the names that Windows uses, rules in the file.

A zone is looked up by name and never opened by it. The rules of a file count only for zones that
go by a name nobody knows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from almanac.calendars.reading_lines import ContentLine
from almanac.calendars.reading_model import LAST_YEAR
from almanac.calendars.reading_values import WEEKDAYS, offset_of, rule_parts, when_of

_UTC_NAMES = frozenset({"UTC", "Z", "GMT", "ETC/UTC", "ETC/GMT", "COORDINATED UNIVERSAL TIME"})
# Names of zones are paths: `/mozilla.org/20070129_1/Europe/Berlin` ends in the one that is known.
_LONGEST_NAME = 3
_LONGEST_TEXT = 100
_MONTHS = range(1, 13)
_MOST_WEEKS = 5
_NTH_WEEKDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class Observance:
    """From when on, in every year perhaps, clocks stand `offset` ahead of UTC."""

    since: datetime
    offset: timedelta
    every: tuple[int, int, int] | None = None
    """Month, weekday and which of its weekdays, the last being -1; none when it began once."""
    last_year: int = LAST_YEAR

    def last_onset(self, wall: datetime) -> datetime | None:
        """When it last began before `wall`, both as clocks show it; two years are looked at."""
        if self.every is None:
            return self.since if self.since <= wall else None
        last = min(wall.year, self.last_year)
        for year in (last, last - 1):
            day = _nth_weekday(year, *self.every)
            onset = None if day is None else datetime.combine(day, self.since.time())
            if onset is not None and self.since <= onset <= wall:
                return onset
        return None


@dataclass(frozen=True, slots=True)
class FileZone:
    """A zone by the rules of the file."""

    observances: tuple[Observance, ...]

    def at(self, wall: datetime) -> tzinfo | None:
        """How far ahead of UTC its clocks are when they show `wall`."""
        begun = [
            (onset, number)
            for number, each in enumerate(self.observances)
            if (onset := each.last_onset(wall))
        ]
        if not begun:
            return None
        return timezone(self.observances[max(begun)[1]].offset)


class Zones:
    """The zones of one file by name."""

    def __init__(self, of_file: Mapping[str, FileZone], locations: Mapping[str, str]) -> None:
        self._of_file = of_file
        self._locations = locations
        self.unknown: dict[str, None] = {}

    def place(self, wall: datetime, name: str) -> datetime:
        """The instant when clocks of the zone show `wall`; unchanged when nobody knows the zone."""
        name = name.strip()[:_LONGEST_TEXT]
        zone = named_zone(name) or named_zone(self._locations.get(name, ""))
        if zone is None and name in self._of_file:
            zone = self._of_file[name].at(wall)
        if zone is None:
            self.unknown.setdefault(name)
        return wall.replace(tzinfo=zone)


@lru_cache(maxsize=1024)
def named_zone(name: str) -> tzinfo | None:
    """The zone that goes by this name anywhere."""
    if name.upper() in _UTC_NAMES:
        return UTC
    known = _zone_names()
    parts = name.strip("/").split("/")
    for length in range(min(len(parts), _LONGEST_NAME), 0, -1):
        if found := known.get("/".join(parts[-length:]).casefold()):
            return ZoneInfo(found)
    windows = _windows_names().get(name.casefold())
    return ZoneInfo(windows) if windows else None


def read_zone(tzid: str, observances: Sequence[Sequence[ContentLine]]) -> FileZone | None:
    """A `VTIMEZONE` from the lines of its parts; those that cannot be read do not count."""
    read = [found for lines in observances if (found := _observance(lines))]
    return FileZone(tuple(read)) if tzid and read else None


@lru_cache(maxsize=1)
def _zone_names() -> Mapping[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@lru_cache(maxsize=1)
def _windows_names() -> Mapping[str, str]:
    there = available_timezones()
    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items() if zone in there}


def _observance(lines: Sequence[ContentLine]) -> Observance | None:
    values = {line.name: line.value for line in reversed(lines)}
    try:
        offset = offset_of(values["TZOFFSETTO"])
        since = _since(values["DTSTART"])
        return (
            _yearly(since, offset, values["RRULE"])
            if "RRULE" in values
            else Observance(since, offset)
        )
    except (ValueError, KeyError):
        return None


def _since(text: str) -> datetime:
    # Exchange writes the years 1 and 1601, which are as good as any before our time.
    text = text.strip()
    if text[:4].isdecimal() and int(text[:4]) < 1970:  # noqa: PLR2004 - where computers' time begins
        text = f"1970{text[4:]}"
    when, _ = when_of(text)
    return when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)  # noqa: DTZ001 - on the wall


def _yearly(since: datetime, offset: timedelta, text: str) -> Observance:
    parts = rule_parts(text)
    if parts.get("FREQ") != "YEARLY":
        raise ValueError(text)
    month = int(parts.get("BYMONTH", str(since.month)))
    found = _NTH_WEEKDAY.fullmatch(parts.get("BYDAY", WEEKDAYS[since.weekday()]))
    if found is None or month not in _MONTHS:
        raise ValueError(text)
    nth = int(found[1] or parts.get("BYSETPOS", str((since.day - 1) // 7 + 1)))
    if not nth or abs(nth) > _MOST_WEEKS:
        raise ValueError(text)
    last_year = when_of(parts["UNTIL"])[0].year if "UNTIL" in parts else LAST_YEAR
    return Observance(since, offset, (month, WEEKDAYS.index(found[2]), nth), last_year)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1 if nth > 0 else 0))
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        back = (following.weekday() - weekday - 1) % 7 + 1 + 7 * (-nth - 1)
        day = following - timedelta(days=back)
    return day if day.month == month else None
