"""Values of properties: dates, times, lengths and rules; `ValueError` for what is none."""

import re
from datetime import date, datetime, time, timedelta

from almanac.calendars.reading_model import FIRST_YEAR, LAST_YEAR, Frequency, ReadRule, When

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MAX_INTERVAL = 10_000
MAX_COUNT = 100_000_000
MAX_PARTS = 20
MAX_WEEKDAYS = 60
MAX_MINUTES = 10 * 366 * 1440

# ASCII digits alone: \d would take those of every script.
_DATE = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_TIME = re.compile(r"([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?(?:\.[0-9]{1,9})?")
_LENGTH = re.compile(
    r"\+?P(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})S)?)?"
)
_OFFSET = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?")
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[0-9]{1,20}")
_UNDERSTOOD = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}


def date_of(text: str) -> date:
    """`20260302`. Years of which nothing is planned are refused."""
    found = _DATE.fullmatch(text)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise ValueError(text)
    return date(int(found[1]), int(found[2]), int(found[3]))


def when_of(text: str) -> tuple[When, bool]:
    """A day or a time without its zone, and whether it is in UTC (`20260302T081500Z`)."""
    text = text.strip().upper()
    day, separator, clock = text.partition("T")
    if not separator:
        return date_of(day), False
    is_utc = clock.endswith("Z")
    found = _TIME.fullmatch(clock.removesuffix("Z"))
    if found is None:
        raise ValueError(text)
    # A leap second is the one before it.
    hour, minute, second = int(found[1]), int(found[2]), min(int(found[3] or 0), 59)
    return datetime.combine(date_of(day), time(hour, minute, second)), is_utc


def minutes_of(text: str) -> int:
    """Whole minutes of a length such as `PT1H30M`; what is negative is none."""
    found = _LENGTH.fullmatch(text.strip().upper())
    if found is None or not any(found.groups()):
        raise ValueError(text)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    length = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60
    if length > MAX_MINUTES:
        raise ValueError(text)
    return length


def offset_of(text: str) -> timedelta:
    """`+0130`: how far clocks are ahead of UTC."""
    found = _OFFSET.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    size = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if size >= timedelta(hours=24):
        raise ValueError(text)
    return -size if found[1] == "-" else size


def rule_parts(text: str) -> dict[str, str]:
    """The parts of a rule by name."""
    parts = [part for part in text.strip().upper().split(";", MAX_PARTS + 1) if part]
    pairs = [part.partition("=") for part in parts]
    names = {name for name, _, _ in pairs}
    if len(parts) > MAX_PARTS or len(names) < len(pairs) or not all(p[1] for p in pairs):
        raise ValueError(text)
    return {name.strip(): value.strip() for name, _, value in pairs}


def rule_of(text: str) -> tuple[ReadRule, bool]:
    """A rule, and whether its end is in UTC; which dates it has is not reckoned here."""
    parts = rule_parts(text)
    until, is_utc = _until(parts.get("UNTIL", ""))
    others = parts.keys() - _UNDERSTOOD
    weekdays = []
    for each in parts.get("BYDAY", "").split(",", MAX_WEEKDAYS) if "BYDAY" in parts else ():
        found = _WEEKDAY.fullmatch(each.strip())
        if found is None:
            raise ValueError(text)
        others |= {"BYDAY"} if found[1] else set()
        weekdays.append(WEEKDAYS.index(found[2]))
    rule = ReadRule(
        frequency=Frequency(parts.get("FREQ", "")),
        interval=_number(parts.get("INTERVAL", "1"), MAX_INTERVAL),
        count=_number(parts["COUNT"], MAX_COUNT) if "COUNT" in parts else None,
        until=until,
        weekdays=tuple(sorted(set(weekdays))),
        week_start=WEEKDAYS.index(parts.get("WKST", "MO")),
        others=frozenset(others),
    )
    return rule, is_utc


def _until(text: str) -> tuple[When | None, bool]:
    """The end of a rule; beyond the calendar, as some programs write it, is without end."""
    if not text or (text[:4].isdecimal() and int(text[:4]) > LAST_YEAR):
        return None, False
    return when_of(text)


def _number(text: str, most: int) -> int:
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise ValueError(text)
    return min(int(text), most)
