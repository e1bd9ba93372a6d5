"""The rules of tasks: functions of values."""
