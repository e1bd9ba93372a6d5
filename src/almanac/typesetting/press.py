"""Sets a page: a template and data become a tagged PDF (PDF/UA-1), the same bytes each time.

The data reaches the template as JSON and is never read as markup. The template sees an empty folder
and no network. Work is done in threads of its own, a few at a time and one of each account, so that
who prints much waits for themselves: who would have to wait longer than people do is told to come
back.
"""

import asyncio
import json
import re
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from typing import Final
from uuid import UUID
from weakref import WeakValueDictionary

import structlog
import typst

from almanac.core.errors import Unavailable
from almanac.typesetting.faces import CHAIN, Faces, FontsMissing, all_faces, shipped_faces
from almanac.typesetting.glyphs import REPLACEMENT, Json, clusters, code_points, drawable, map_texts

AT_ONCE: Final = 2
"""Pages set at a time. More would take the processors from everybody else."""
MAX_WAITING: Final = 16
MAX_OF_ONE: Final = 4
"""Pages of one account: one that is being set, or may be, and those that wait for it."""
LIMIT_SECONDS: Final = 30.0
EMPTY_RUNS: Final = 11
MAX_MISSING_TOLD: Final = 12
# Shapes that the tables of characters do not foretell are met one by one; this many, then all.
_TRIES: Final = 8
_UNDRAWN: Final = re.compile(r'text (?:contains the disallowed codepoint )?`"(.*?)"`', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)", re.DOTALL)

log = structlog.get_logger(__name__)
_threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="typesetting")
_under_way: set[Future["Page"]] = set()
_turns: WeakValueDictionary[UUID, "_Turn"] = WeakValueDictionary()


class TypesettingBusy(Unavailable):
    code, title = "typesetting_busy", "Too many pages are being set at once"


class FontsUnavailable(Unavailable):
    code, title = "fonts_unavailable", "This server has no fonts to set pages in"


class PageUnset(Unavailable):
    code, title = "page_unset", "This page could not be set"


@dataclass(frozen=True, slots=True)
class Page:
    """A PDF, and the pieces of text that no font has: each was replaced by U+FFFD."""

    pdf: bytes
    missing: tuple[str, ...]

    @property
    def missing_code_points(self) -> str:
        """The missing pieces by their code points, the first few of them."""
        told = code_points(self.missing[:MAX_MISSING_TOLD])
        return f"{told}, ..." if len(self.missing) > MAX_MISSING_TOLD else told


@dataclass(eq=False)
class _Turn:
    """Whose turn it is among the pages of one account; held until its page is done with."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    asked: int = 0


async def typeset(
    template: str,
    data: Mapping[str, Json],
    *,
    owner: UUID,
    limit_seconds: float = LIMIT_SECONDS,
) -> Page:
    """Set a page. The template is typst, the data its `data`, with `missing` told by code points.

    A page waits for those that the `owner` has asked for before. Raises TypesettingBusy,
    FontsUnavailable, and PageUnset for a page that took too long.
    """
    turn = _turns.setdefault(owner, _Turn())
    if turn.asked >= MAX_OF_ONE:
        raise _busy()
    turn.asked += 1
    try:
        async with asyncio.timeout(limit_seconds):
            await turn.lock.acquire()
            page = await asyncio.wrap_future(_begin(turn, template, data))
    except TimeoutError:
        raise PageUnset("It took too long.", headers={"Retry-After": "60"}) from None
    finally:
        turn.asked -= 1
    if page.missing:
        log.warning("missing_glyphs", code_points=page.missing_code_points)
    return page


def _begin(turn: _Turn, template: str, data: Mapping[str, Json]) -> Future[Page]:
    """Put a page among those under way. The turn, which is held, goes on when it is done.

    Not when nobody waits for it any more: a page that was given up keeps its thread.
    """
    if len(_under_way) >= MAX_WAITING:
        turn.lock.release()
        raise _busy()
    _empty_folder()  # before two threads make two of it, of which one goes while it is used
    work = _threads.submit(set_page, template, data)
    _under_way.add(work)
    work.add_done_callback(partial(_done, turn, asyncio.get_running_loop()))
    return work


def _busy() -> TypesettingBusy:
    return TypesettingBusy(headers={"Retry-After": "5"})


def set_page(template: str, data: Mapping[str, Json]) -> Page:
    """Set a page in this thread, for as long as it takes. Raises as `typeset` does."""
    try:
        faces = shipped_faces()
    except FontsMissing:
        raise FontsUnavailable from None
    missing: dict[str, None] = {}
    shown = _drawn_by(faces, data, missing)
    if missing:
        faces, missing = all_faces(), {}
        shown = _drawn_by(faces, data, missing)
    for _ in range(_TRIES):
        try:
            return _compile(faces, template, shown, missing)
        except typst.TypstError as error:
            undrawn = _undrawn(error)
            if not undrawn:
                raise PageUnset(error.message) from error
            missing[undrawn] = None
            shown = map_texts(shown, partial(_without, undrawn))
    plain = map_texts(shown, lambda text: _plain(text, missing))
    return _compile(faces, template, plain, missing)


def _done(turn: _Turn, loop: asyncio.AbstractEventLoop, work: Future[Page]) -> None:
    _under_way.discard(work)
    with suppress(RuntimeError):  # the loop is closed, and nobody waits
        loop.call_soon_threadsafe(turn.lock.release)
    _threads.submit(_forget)


def _forget() -> None:
    """Have typst give up what it keeps of former pages, which it does by the count of its runs.

    It would keep what ten runs used, and find none of it again: no two pages are alike. One run
    more gives all of it up; fewer nothing, and a thousand labels are 250 MB each time.
    """
    for _ in range(EMPTY_RUNS):
        _compiler(shipped_faces()).compile(b"")


def _drawn_by(faces: Faces, data: Json, missing: dict[str, None]) -> Json:
    return map_texts(data, lambda text: drawable(text, faces, missing))


def _compile(faces: Faces, template: str, shown: Json, missing: dict[str, None]) -> Page:
    told = Page(b"", tuple(missing)).missing_code_points
    pdf = _compiler(faces).compile(
        input=f"{_prelude()}\n{template}".encode(),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=0,
        sys_inputs={
            "data": json.dumps(shown),
            "missing": told,
            "families": json.dumps(list(CHAIN)),
            "han": "yes" if faces.has_han else "",
        },
    )
    if not isinstance(pdf, bytes):
        raise PageUnset
    return Page(pdf, tuple(missing))


def _compiler(faces: Faces) -> typst.Compiler:
    """A new one for each page: of bytes, one compiles only once."""
    return typst.Compiler(
        root=_empty_folder().name, font_paths=faces.fonts, ignore_system_fonts=True
    )


def _undrawn(error: typst.TypstError) -> str:
    """The text that typst could not draw; empty if it failed for another reason."""
    found = _UNDRAWN.search(error.message)
    if found is None:
        return ""
    return _ESCAPE.sub(lambda e: chr(int(e[1], 16)) if e[1] else e[2], found[1])


def _without(undrawn: str, text: str) -> str:
    return text.replace(undrawn, REPLACEMENT)


def _plain(text: str, missing: dict[str, None]) -> str:
    """The text in Latin letters and what is read like them; the rest is given up."""
    pieces = []
    for piece in clusters(text):
        if piece.isascii() or piece == REPLACEMENT:
            pieces.append(piece)
        else:
            missing[piece] = None
            pieces.append(REPLACEMENT)
    return "".join(pieces)


@cache
def _prelude() -> str:
    return (files("almanac.typesetting") / "prelude.typ").read_text(encoding="utf-8")


@cache
def _empty_folder() -> tempfile.TemporaryDirectory[str]:
    """What templates may read files from: nothing. Goes with the process."""
    return tempfile.TemporaryDirectory(prefix="almanac-typesetting-")
