"""Habits: what a person wants to do again and again, and whether they did.

Words: a *habit* has *schedule versions* (the rule in force from a date on); a *check-in* records
one local date as done, skipped or missed, with an amount for habits that are measured; a *pause*
makes days neutral; *streak*, *strength* and *progress* are computed from these, never stored as
facts. The rules are in `domain`, worked examples in `docs/domain/habits.md`.
"""
