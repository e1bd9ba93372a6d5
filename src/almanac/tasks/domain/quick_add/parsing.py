"""Quick add: one line becomes a title, a due date and time, a repeat, a priority and a theme.

Every language reads the line; of what they find the longest phrases count, and of each kind the
last one. The rest is the title. Worked through in docs/domain/quick-add.md.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.quick_add.due import due
from almanac.tasks.domain.quick_add.english import ENGLISH
from almanac.tasks.domain.quick_add.german import GERMAN
from almanac.tasks.domain.quick_add.grammar import Cue
from almanac.tasks.domain.quick_add.marks import named_themes, priorities, quoted_themes
from almanac.tasks.domain.quick_add.matches import Match, clear_ones, found, longest
from almanac.tasks.domain.quick_add.model import Moment, Part, PartKind, QuickAdd
from almanac.tasks.domain.quick_add.readings import DateReading, RepeatReading, TimeReading
from almanac.tasks.domain.quick_add.spans import Span, Spans, quotations
from almanac.tasks.domain.quick_add.title import says_something, without
from almanac.tasks.domain.quick_add.tokens import Word, tokenise

LANGUAGES = (ENGLISH, GERMAN)
_CONNECTIVES = frozenset[str]().union(*(language.connectives for language in LANGUAGES))
_PRIORITIES = {name: word for language in LANGUAGES for name, word in language.priorities.items()}


def parse(
    text: str,
    *,
    now: datetime,
    today: date,
    week_start: Weekday,
    themes: Collection[str] = (),
    ignore: Collection[Span] = (),
) -> QuickAdd:
    """Read a line as the person at whose wall clock it is `now` means it.

    `today` is their day, which may have begun after midnight. `themes` are the names of those
    they have. Nothing is recognised in the spans to `ignore`. When nothing would be left for
    the title, the whole line is the title.
    """
    moment = Moment(now, today, week_start)
    matches, escaped = _recognised(text, moment, themes, Spans(ignore))
    chosen = _last_of_each_kind(matches)
    cuts = sorted((match.start, match.end) for match in chosen.values())
    title = without(text, cuts, [mark for start, end in escaped for mark in (start, end - 1)])
    if not says_something(title):
        return QuickAdd(text.strip())
    return _read(title, list(chosen.values()), moment)


def _recognised(
    text: str, moment: Moment, names: Collection[str], ignored: Spans
) -> tuple[list[Match], set[Span]]:
    """What was found outside of quotations, and the quotations that kept something from it."""
    words, quoted = tokenise(text), quotations(text)
    named = {
        (match.start + 1, match.end): match for match in quoted_themes(text, words, quoted, names)
    }
    matches = [*_all(words, moment, names), *named.values()]
    allowed = [match for match in matches if not ignored.touching(match.start, match.end)]
    closed = Spans(span for span in quoted if span not in named)
    open_ones, escaped = [], set()
    for match in clear_ones(words, allowed, _CONNECTIVES):
        quotation = closed.touching(match.start, match.end)
        if quotation is None:
            open_ones.append(match)
        elif match.reading:
            escaped.add(quotation)
    return [match for match in longest(open_ones, len(text)) if match.reading], escaped


def _all(words: tuple[Word, ...], moment: Moment, names: Collection[str]) -> Iterator[Match]:
    for language in LANGUAGES:
        yield from found(words, language, moment)
    yield from priorities(words, _PRIORITIES)
    yield from named_themes(words, names)


def _last_of_each_kind(matches: list[Match]) -> dict[PartKind, Match]:
    """The last of each kind that fits: a start needs a repeat, a deadline is none of a repeat."""
    repeats = any(match.kind is PartKind.SCHEDULE for match in matches)
    misfit = Cue.BY if repeats else Cue.START
    return {
        match.kind: match
        for match in matches
        if match.kind and not (match.kind is PartKind.DUE_DATE and match.cue is misfit)
    }


def _read(title: str, matches: list[Match], moment: Moment) -> QuickAdd:
    day, time, repeat, starts = None, None, None, False
    for match in matches:
        if isinstance(match.reading, DateReading):
            day, starts = match.reading, match.cue is Cue.START
        elif isinstance(match.reading, TimeReading):
            time = match.reading
        elif isinstance(match.reading, RepeatReading):
            repeat = match.reading
    task = due(day, time, repeat, starts=starts, moment=moment)
    values = {match.kind: match.reading for match in matches if isinstance(match.reading, str)}
    said = values | {
        PartKind.DUE_DATE: day and day.on.isoformat(),
        PartKind.DUE_TIME: task.time,
        PartKind.SCHEDULE: task.rule and task.rule.kind.value,
    }
    return QuickAdd(
        title=title,
        due_on=task.on,
        due_time=task.time,
        rule=task.rule,
        priority=values.get(PartKind.PRIORITY),
        theme=values.get(PartKind.THEME),
        parts=tuple(
            Part(match.kind, match.start, match.end, said.get(match.kind) or "")
            for match in sorted(matches, key=lambda match: match.start)
            if match.kind
        ),
    )
