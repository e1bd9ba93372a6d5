"""How fresh a batch is on a day, and when that changes next.

The worst of all rules counts. From its arrival on a batch never gets better with time alone: each
rule only ever turns for the worse, and so does the worst of them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from almanac.freshness.domain.model import Batch, BatchState, Severity, Status

_DAY = timedelta(days=1)


def shop_today(now: datetime, zone: ZoneInfo) -> date:
    """The date on the calendar in the shop's zone; when a person's day starts plays no part."""
    return now.astimezone(zone).date()


def days_on_shelf(batch: Batch, today: date) -> int:
    """Whole days since the arrival, by the calendar; negative before it."""
    return (today - batch.arrived_on).days


def status_of(batch: Batch, today: date) -> Status:
    """How fresh a batch is: recalled before all else, then the worst of its rules.

    What was discarded is expired, whatever its dates say; what was sold goes on ageing, because
    its label goes home with the customer.
    """
    if batch.state is BatchState.RECALLED:
        return Status.RECALLED
    if batch.state is BatchState.DISCARDED:
        return Status.EXPIRED
    if today < batch.arrived_on:
        return Status.NOT_YET
    return max(_by_days(batch, today), _by_use_by(batch, today), key=severity)


def severity(status: Status) -> Severity:
    """How bad a status is, to be compared."""
    return Severity[status.name]


@dataclass(frozen=True, slots=True)
class Turns:
    """The days from which a batch is to be used with caution, and from which it is expired.

    Kept beside each batch, so that a database finds what is how fresh by comparing dates.
    """

    caution_on: date
    expires_on: date


def turns_of(batch: Batch) -> Turns:
    """When a batch turns, as long as it is neither recalled nor discarded."""
    by_days = batch.arrived_on + timedelta(days=batch.limits.caution_days + 1)
    last = batch.last_use_on
    expires_on = by_days if last is None else min(by_days, last + _DAY)
    caution_on = batch.arrived_on + timedelta(days=batch.limits.fresh_days + 1)
    return Turns(min(caution_on, expires_on), expires_on)


def status_by_turns(state: BatchState, arrived_on: date, turns: Turns, today: date) -> Status:
    """What `status_of` says, by comparing dates alone."""
    if state is BatchState.RECALLED:
        return Status.RECALLED
    if state is BatchState.DISCARDED:
        return Status.EXPIRED
    if today < arrived_on:
        return Status.NOT_YET
    if today >= turns.expires_on:
        return Status.EXPIRED
    return Status.CAUTION if today >= turns.caution_on else Status.FRESH


def next_change(batch: Batch, today: date) -> tuple[date, Status] | None:
    """The next day after `today` on which the status is another, and which; None if never."""
    now = status_of(batch, today)
    for day in sorted(day for day in _turning_days(batch) if day > today):
        if (then := status_of(batch, day)) is not now:
            return day, then
    return None


def _by_days(batch: Batch, today: date) -> Status:
    days = days_on_shelf(batch, today)
    if days <= batch.limits.fresh_days:
        return Status.FRESH
    return Status.CAUTION if days <= batch.limits.caution_days else Status.EXPIRED


def _by_use_by(batch: Batch, today: date) -> Status:
    last = batch.last_use_on
    return Status.FRESH if last is None or today <= last else Status.EXPIRED


def _turning_days(batch: Batch) -> list[date]:
    """Every day on which some rule may turn."""
    last = batch.last_use_on
    return [
        batch.arrived_on,
        batch.arrived_on + timedelta(days=batch.limits.fresh_days + 1),
        batch.arrived_on + timedelta(days=batch.limits.caution_days + 1),
        *([] if last is None else [last + _DAY]),
    ]
