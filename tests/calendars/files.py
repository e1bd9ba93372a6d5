"""Calendars of other programs as files: samples modelled on what they write, and small ones."""

from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> bytes:
    """A sample with the line ends that the format asks for."""
    text = (SAMPLES / f"{name}.ics").read_text(encoding="utf-8")
    return text.replace("\n", "\r\n").encode()


def calendar(*events: str, name: str = "", zones: str = "") -> bytes:
    """A calendar of events, each given by its lines."""
    head = f"X-WR-CALNAME:{name}\r\n" if name else ""
    parts = "".join(f"BEGIN:VEVENT\r\n{_lines(each)}END:VEVENT\r\n" for each in events)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{_lines(zones)}{parts}END:VCALENDAR\r\n"
    return text.encode()


def event(
    subject: str = "Algebra",
    starts: str = "20261123T101500",
    *more: str,
    uid: str = "",
    length: str = "PT90M",
) -> str:
    """The lines of an event; Monday, 23 November 2026 if nothing else is said."""
    named = [f"UID:{uid}"] if uid else []
    stated = starts if ":" in starts else f":{starts}"
    lines = [f"SUMMARY:{subject}", f"DTSTART{stated}", f"DURATION:{length}", *named, *more]
    return "\n".join(lines)


def single_dates(subject: str, days: list[str], *more: str, zone: str = "Europe/Berlin") -> bytes:
    """Every date an event of its own, as universities write their lectures."""
    events = [
        event(subject, f";TZID={zone}:{day}T101500", *more, uid=f"{subject}-{number}")
        for number, day in enumerate(days)
    ]
    return calendar(*events)


def _lines(text: str) -> str:
    return "".join(f"{line}\r\n" for line in text.split("\n") if line)
