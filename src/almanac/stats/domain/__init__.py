"""Statistics as functions of counts; nothing here judges a habit.

`ranges` of days, `counts` and their sums, `ranking`, `weekdays`, and `insights` with the evidence
that each needs.
"""
