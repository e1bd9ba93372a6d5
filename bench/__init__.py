"""Measurements of Almanac: one script per figure; `run.py` lists and runs them.

A speed is a ratio against a reference in the same run, or a count, because machines are shared and
noisy. Nothing here is a test: a missed speed is shown, and only a crash fails.
"""
