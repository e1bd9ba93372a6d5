"""The rules of the timetable: functions of values.

`model` holds the words, `checks` what cannot be. `dates` says which dates the pattern plans,
`occurrences` what becomes of them, `changes` and `copying` what a person does to sessions,
`meetings` what they meet. `layout` lays a day out; `instants` and `recurrence` are for calendars.
"""
