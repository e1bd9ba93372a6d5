"""Statistics: what was due and done over a range of days, and what that says.

Asks habits and tasks for what they counted, puts it together; owns no tables.
"""
