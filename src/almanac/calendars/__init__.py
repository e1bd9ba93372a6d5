"""Calendars: neutral values of events, and iCalendar (RFC 5545) written from them and read to them.

Knows no area of Almanac: sessions, habits and tasks become `events.CalendarEvent` in their own
rooms. `writing` makes the bytes of a calendar, `zones` describes the time zones in it, `reading`
understands what other programs wrote. Values in, values out; no clock, no database.
"""
