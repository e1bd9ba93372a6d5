"""Habit use cases, by subject: `habits`, `check_ins`, `pauses`, `figures`, `imports`, `export`.

Every function takes the session and the owner's id; none commits.
"""
