"""Bringing data in from other programs and taking everything out again.

Words: an *import* is one file that was brought in, once; it can be undone as a whole. *Formats*
(`loop`, …) are read by pure code in `domain`; the rows are written by the features' services.
"""
