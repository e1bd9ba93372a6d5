"""The rules of freshness: functions of values, without a clock, a database or a framework."""
