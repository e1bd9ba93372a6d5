"""An account with two years of believable data, to look at Almanac before it holds one's own.

Words: a *sketch* says what a habit is and how diligently it is kept, a *chore* is a task that
repeats, an *errand* one that does not, a *lesson* a session of the timetable; a *history* is what
came of each day by day.
The same day always gives the same data.
"""
