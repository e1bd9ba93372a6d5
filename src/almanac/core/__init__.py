"""What every feature stands on: database, errors, HTTP shape, clock, ids, settings.

Knows no feature. Settings are read by the composition roots only (`app`, `cli`, `worker`).
"""
