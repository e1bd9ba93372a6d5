"""The timetable: weeks built by hand, printed, shared, and kept right when a lesson is cancelled.

Words: a *routine* is a pattern of weeks in force over a stretch of dates, with a *grid* (the hours
and days that are shown, its *breaks*), a *rotation* of one to six weeks and *holidays*; a *session*
is a class or a task at a time of a weekday, every week or in one week of the rotation; an
*occurrence* is a session on one date. A *cancellation* of a date, a range or the series keeps what
it cancels, a *move* takes one date elsewhere; both are undone without a trace. What a session meets
(a break, the end of the day, another session) is a *warning*, never a refusal. The rules are in
`domain`, worked through in `docs/domain/timetable.md`.
"""
