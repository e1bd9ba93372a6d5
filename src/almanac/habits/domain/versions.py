"""Which version of a schedule judges a day, and what a change leaves of the versions before it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from almanac.habits.domain.model import ScheduleVersion

Versions = tuple[ScheduleVersion, ...]
"""At least one, ordered by `effective_from`."""


def version_in_force(versions: Versions, day: date) -> ScheduleVersion:
    """The version that judges `day`: the newest begun by then, else the first."""
    begun = [version for version in versions if version.effective_from <= day]
    return begun[-1] if begun else versions[0]


def changed_versions(
    versions: Versions,
    change: Callable[[ScheduleVersion], ScheduleVersion],
    *,
    starts_on: date,
    effective_from: date,
) -> Versions:
    """The versions once `change` is in force from a day on; days before it are judged as before.

    What was planned for later stays planned, changed as well. From the habit's start on, or
    earlier, the change holds for every day. One that makes no difference adds no version.
    """
    first = max(effective_from, starts_on)
    kept: list[ScheduleVersion] = []
    if first > starts_on:
        # The first is in force before its date too, and goes on judging those days.
        oldest = replace(versions[0], effective_from=min(versions[0].effective_from, starts_on))
        kept = [version for version in (oldest, *versions[1:]) if version.effective_from < first]
    later = [version for version in versions if version.effective_from > first]
    for version in (replace(version_in_force(versions, first), effective_from=first), *later):
        changed = change(version)
        if not kept or replace(kept[-1], effective_from=changed.effective_from) != changed:
            kept.append(changed)
    return tuple(kept)
