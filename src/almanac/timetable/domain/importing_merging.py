"""Series of a calendar as they count today: without what is over, and each once.

Calendars cut one appointment into pieces that follow each other, which are one here, and hold the
same thing twice, which counts once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from almanac.timetable.domain.importing import (
    PAST_KEPT,
    LeftOut,
    Likeness,
    Refused,
    Series,
    likeness,
)

_DAY = timedelta(days=1)


def present(
    series: Iterable[Series], *, today: date, with_past: bool
) -> tuple[list[Series], list[Refused]]:
    """What is not over, without what did not take place long ago."""
    kept, over = [], []
    since = today - PAST_KEPT
    for each in series:
        last = max([each.last_on or date.max, *(move.on for move in each.moves)])
        if last < today and not with_past:
            over.append(Refused(each.entry, LeftOut.OVER, each.first_on))
        elif with_past:
            kept.append(each)
        else:
            cancelled = frozenset(day for day in each.cancelled if day >= since)
            moves = tuple(move for move in each.moves if move.planned_on >= since)
            kept.append(replace(each, cancelled=cancelled, moves=moves))
    return kept, over


def merged(series: Sequence[Series]) -> tuple[list[Series], list[Refused]]:
    """Series that look alike as one when one follows the other; what is there twice counts once."""
    alike: defaultdict[tuple[Likeness, int], list[Series]] = defaultdict(list)
    for each in series:
        alike[likeness(each), each.every].append(each)
    merged: list[Series] = []
    repeated: list[Refused] = []
    for group in alike.values():
        kept: list[Series] = []
        for each in sorted(group, key=lambda one: (_first(one), one.entry.line)):
            before = next((n for n, one in enumerate(kept) if _in_step(one, each)), None)
            if before is None:
                kept.append(each)
            elif _follows(kept[before], each):
                kept[before] = _joined(kept[before], each)
            else:
                repeated.append(Refused(each.entry, LeftOut.REPEATED, each.first_on))
        merged += kept
    return merged, repeated


def _first(series: Series) -> date:
    assert series.first_on is not None  # noqa: S101 - those of a calendar all have one
    return series.first_on


def _in_step(one: Series, other: Series) -> bool:
    return (_first(other) - _first(one)).days % (7 * one.every) == 0


def _follows(one: Series, other: Series) -> bool:
    return one.last_on is not None and one.last_on < _first(other)


def _joined(one: Series, other: Series) -> Series:
    assert one.last_on is not None  # noqa: S101 - asked by the only caller
    gap = one.last_on + _DAY, _first(other) - _DAY
    # Series that touch leave no date out.
    is_empty = (_first(other) - one.last_on).days <= 7 * one.every
    return replace(
        one,
        last_on=other.last_on,
        cancelled=one.cancelled | other.cancelled,
        gaps=(*one.gaps, *other.gaps) if is_empty else (*one.gaps, gap, *other.gaps),
        moves=(*one.moves, *other.moves),
    )
