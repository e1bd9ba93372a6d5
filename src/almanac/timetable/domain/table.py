"""Timetables as tables: a row is a session. The words of the columns in English and German.

`table_reading` understands what people and spreadsheets write, `table_writing` writes it so that
reading it gives the same sessions.
"""

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import SessionKind

SUBJECT, WEEKDAY, STARTS, ENDS, MINUTES = "subject", "weekday", "starts", "ends", "minutes"
LOCATION, WEEK, NOTE, KIND, COLOR = "location", "week", "note", "kind", "color"
WRITTEN = (SUBJECT, WEEKDAY, STARTS, ENDS, LOCATION, WEEK, NOTE, KIND, COLOR)
"""The columns of an export; the length is told by the end."""

HEADINGS = {
    SUBJECT: ("subject", "title", "course", "lesson", "fach", "betreff", "titel", "veranstaltung",
              "kurs"),
    WEEKDAY: ("weekday", "day", "wochentag", "tag"),
    STARTS: ("starts", "start", "begin", "begins", "from", "start time", "beginn", "anfang", "von",
             "startzeit"),
    ENDS: ("ends", "end", "to", "until", "end time", "ende", "bis", "endzeit"),
    MINUTES: ("minutes", "duration", "length", "minuten", "dauer", "länge"),
    LOCATION: ("location", "place", "room", "ort", "raum"),
    WEEK: ("week", "woche"),
    NOTE: ("note", "notes", "notiz", "notizen", "bemerkung", "anmerkung"),
    KIND: ("kind", "type", "art", "typ"),
    COLOR: ("color", "colour", "farbe"),
}  # fmt: skip
WEEKDAYS = {
    Weekday.MON: ("monday", "mon", "mo", "montag"),
    Weekday.TUE: ("tuesday", "tues", "tue", "tu", "dienstag", "die", "di"),
    Weekday.WED: ("wednesday", "wed", "we", "mittwoch", "mit", "mi"),
    Weekday.THU: ("thursday", "thurs", "thur", "thu", "th", "donnerstag", "don", "do"),
    Weekday.FRI: ("friday", "fri", "fr", "freitag", "fre"),
    Weekday.SAT: ("saturday", "sat", "sa", "samstag", "sam", "sonnabend"),
    Weekday.SUN: ("sunday", "sun", "su", "sonntag", "son", "so"),
}
KINDS = {
    SessionKind.CLASS: ("", "class", "lesson", "lecture", "unterricht", "stunde", "vorlesung"),
    SessionKind.TASK: ("task", "to do", "todo", "aufgabe"),
}
EVERY_WEEK = ("", "-", "every", "all", "jede", "alle")

FORMULA_STARTS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"
"""What spreadsheets take for the beginning of a formula, full-width signs among it."""
APOSTROPHE = "'"


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula: behind an apostrophe if need be.

    One that begins with an apostrophe gets another, so that `plain` knows what was added.
    """
    return f"{APOSTROPHE}{text}" if text[:1] in {*FORMULA_STARTS, APOSTROPHE} else text


def plain(text: str) -> str:
    """A text without the apostrophe that `neutral` put before it."""
    is_neutral = text[:1] == APOSTROPHE and text[1:2] in {*FORMULA_STARTS, APOSTROPHE}
    return text[1:] if is_neutral else text
