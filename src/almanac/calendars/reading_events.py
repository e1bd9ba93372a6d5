"""One event from its lines; what cannot be understood makes it an `Unread` with the reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from almanac.calendars.reading_lines import ContentLine, unescaped
from almanac.calendars.reading_model import (
    MAX_DATES,
    MAX_PROPERTIES,
    MAX_TEXT,
    EventFault,
    ReadEvent,
    ReadRule,
    Unread,
    When,
)
from almanac.calendars.reading_values import minutes_of, rule_of, when_of
from almanac.calendars.reading_zones import Zones

_MAX_UID = 500
_DAY_MINUTES = 1440


class _Unreadable(ValueError):
    """Why an event cannot be read."""

    def __init__(self, fault: EventFault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_event(line: int, lines: Sequence[ContentLine], zones: Zones) -> ReadEvent | Unread:
    """The event that begins in a line."""
    first = {each.name: each for each in reversed(lines)}
    uid, subject = _text(first, "UID")[:_MAX_UID].strip(), _text(first, "SUMMARY")
    if len(lines) >= MAX_PROPERTIES:
        return Unread(line, uid, subject, EventFault.TOO_MANY_DATES)
    try:
        starts = _when(first.get("DTSTART"), zones)
        replaced = first.get("RECURRENCE-ID")
        return ReadEvent(
            line=line,
            uid=uid,
            subject=subject,
            location=_text(first, "LOCATION"),
            note=_text(first, "DESCRIPTION"),
            starts=starts,
            minutes=_minutes(first, starts, zones),
            rule=_rule(first, starts),
            excluded=_dates(lines, "EXDATE", zones),
            added=_dates(lines, "RDATE", zones),
            replaces=None if replaced is None else _when(replaced, zones),
            replaces_following=replaced is not None and "RANGE" in replaced.parameters,
            is_cancelled=_word(first, "STATUS") == "CANCELLED",
        )
    except _Unreadable as exc:
        return Unread(line, uid, subject, exc.fault)


def _text(first: dict[str, ContentLine], name: str) -> str:
    return unescaped(first[name].value)[:MAX_TEXT].strip() if name in first else ""


def _word(first: dict[str, ContentLine], name: str) -> str:
    return first[name].value.strip().upper() if name in first else ""


def _when(line: ContentLine | None, zones: Zones) -> When:
    if line is None:
        raise _Unreadable(EventFault.UNREADABLE_DATE)
    return _placed(line.value, line.parameters.get("TZID", ""), zones)


def _placed(text: str, zone: str, zones: Zones) -> When:
    """A time in its zone: UTC, the one that is named, or none."""
    try:
        when, is_utc = when_of(text)
    except ValueError as exc:
        raise _Unreadable(EventFault.UNREADABLE_DATE) from exc
    if not isinstance(when, datetime):
        return when
    if is_utc:
        return when.replace(tzinfo=UTC)
    return zones.place(when, zone) if zone else when


def _minutes(first: dict[str, ContentLine], starts: When, zones: Zones) -> int:
    """How long it takes, by its end or its length; a day without either is one day long."""
    if "DTEND" in first:
        return _between(starts, _when(first["DTEND"], zones))
    if "DURATION" in first:
        try:
            return minutes_of(first["DURATION"].value)
        except ValueError as exc:
            raise _Unreadable(EventFault.UNREADABLE_DATE) from exc
    return 0 if isinstance(starts, datetime) else _DAY_MINUTES


def _between(starts: When, ends: When) -> int:
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return max(0, (_day(ends) - _day(starts)).days) * _DAY_MINUTES
    if starts.tzinfo is None or ends.tzinfo is None:
        # The length on the wall is what such a pair means, if anything.
        starts, ends = starts.replace(tzinfo=None), ends.replace(tzinfo=None)
    return max(0, (ends - starts) // timedelta(minutes=1))


def _day(when: When) -> date:
    return when.date() if isinstance(when, datetime) else when


def _rule(first: dict[str, ContentLine], starts: When) -> ReadRule | None:
    if "RRULE" not in first:
        return None
    try:
        rule, is_utc = rule_of(first["RRULE"].value)
    except ValueError as exc:
        raise _Unreadable(EventFault.UNREADABLE_RULE) from exc
    if "EXRULE" in first:
        rule = replace(rule, others=rule.others | {"EXRULE"})
    until = rule.until
    if is_utc and isinstance(until, datetime) and isinstance(starts, datetime):
        # The end is told in UTC, the dates on the clocks of the event.
        until = until.replace(tzinfo=UTC)
        until = until.astimezone(starts.tzinfo) if starts.tzinfo else until
        return replace(rule, until=until.replace(tzinfo=None))
    return rule


def _dates(lines: Sequence[ContentLine], name: str, zones: Zones) -> tuple[When, ...]:
    """All dates of one property; a stretch of time (`start/end`) counts by its start."""
    found: list[When] = []
    for line in lines:
        if line.name != name:
            continue
        zone = line.parameters.get("TZID", "")
        texts = [text for text in line.value.split(",", MAX_DATES + 1) if text.strip()]
        if len(found) + len(texts) > MAX_DATES:
            raise _Unreadable(EventFault.TOO_MANY_DATES)
        found += [_placed(text.partition("/")[0], zone, zones) for text in texts]
    return tuple(found)
