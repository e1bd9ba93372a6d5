"""Themes: a name and a colour that tasks and habits are gathered under.

Used by features, knows none of them: what belongs to themes is told to it by *members*, which a
feature hands in through the composition root.
"""
