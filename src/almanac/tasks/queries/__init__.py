"""Reads of tasks, by subject: rows in, values out. Each function is one statement."""
