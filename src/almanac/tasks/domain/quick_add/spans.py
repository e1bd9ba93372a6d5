"""Stretches of the line that are closed: what the person took back, what stands in quotes."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from almanac.tasks.domain.quick_add.tokens import CLOSING

Span = tuple[int, int]

_QUOTES = {
    '"': '"', "“": "”", "„": '“”"', "«": "»", "»": "«",
    "'": "'", "‘": "’", "‚": "‘’",  # noqa: RUF001 - the quotation marks people type
}  # fmt: skip
_BEFORE_A_QUOTATION = "([{#"


class Spans:
    """Spans to ask whether something touches one of them, in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Keep the spans that hold something, in order, those that overlap as one."""
        self._spans: list[Span] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if self._spans and start < self._spans[-1][1]:
                first, last = self._spans.pop()
                self._spans.append((first, max(last, end)))
            else:
                self._spans.append((start, end))
        self._starts = [start for start, _end in self._spans]

    def touching(self, start: int, end: int) -> Span | None:
        """The last span that shares a character with `start` to `end`."""
        at = bisect_left(self._starts, end) - 1
        return self._spans[at] if at >= 0 and self._spans[at][1] > start else None


def quotations(text: str) -> list[Span]:
    """What stands in quotation marks, with them: `"…"`, `“…”`, `„…“`, `«…»`, `»…«`, `'…'`.

    A quotation begins where a word begins and ends where one ends, so `5"` is no quotation; the
    apostrophe of `don't` is none either.
    """
    ends = _closing_marks(text)
    found: list[Span] = []
    for start, mark in enumerate(text):
        if mark not in _QUOTES or (found and start < found[-1][1]) or not _opens(text, start):
            continue
        after = [_first_beyond(ends[close], start + 1) for close in _QUOTES[mark]]
        if closing := min((end for end in after if end), default=0):
            found.append((start, closing + 1))
    return found


def _closing_marks(text: str) -> dict[str, list[int]]:
    """Where each mark can end a quotation."""
    marks = set("".join(_QUOTES.values()))
    found: dict[str, list[int]] = defaultdict(list)
    for index, mark in enumerate(text):
        if mark in marks and _closes(text, index):
            found[mark].append(index)
    return found


def _opens(text: str, index: int) -> bool:
    before = text[index - 1 : index]
    return not before or before.isspace() or before in _BEFORE_A_QUOTATION


def _closes(text: str, index: int) -> bool:
    after = text[index + 1 : index + 2]
    return not after or after.isspace() or after in CLOSING


def _first_beyond(indexes: list[int], index: int) -> int:
    at = bisect_right(indexes, index)
    return indexes[at] if at < len(indexes) else 0
