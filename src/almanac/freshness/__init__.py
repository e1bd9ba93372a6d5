"""Freshness: batches of products on a shelf, how fresh each is, and who is told by its code.

A batch arrives, turns from fresh to caution to expired, and leaves: sold, discarded or recalled.
"""
