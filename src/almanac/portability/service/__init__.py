"""Use cases of portability, by subject: `imports`, `documents` (Almanac's own format).

Every function takes the session and the owner's id; none commits.
"""
