"""The fonts that pages are set in: those that are shipped, and the system's for Han and Hangul.

The shipped ones are brought by scripts/install.py with their licences. The large ones are looked
for when a text needs them, once in a process. Nothing else of the machine is used, so a page looks
the same on every one that has them.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import typst

from almanac.typesetting.coverage import read_coverage

SHIPPED: Final = Path(__file__).parent / "faces"
# Debian and Ubuntu (fonts-noto-cjk), Fedora, Arch, Alpine, and what an operator puts there.
HAN_FOLDERS: Final = (
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/google-noto-sans-cjk-fonts"),
    Path("/usr/share/fonts/noto-cjk"),
    Path("/usr/share/fonts/noto"),
    Path("/usr/local/share/fonts"),
)
HAN_FILES: Final = ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc")


class FontsMissing(Exception):
    """The folder of fonts was never made: `make run` and the wheel bring it."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Fonts as typst holds them, what each can draw, and whether Han and Hangul are among them."""

    fonts: typst.Fonts
    coverage: tuple[frozenset[int], ...]
    has_han: bool

    def can_draw(self, cluster: Iterable[int]) -> bool:
        """Whether one font has all of what stands together: marks are never taken from another."""
        codes = frozenset(cluster)
        return any(codes <= font for font in self.coverage)


@cache
def shipped_faces() -> Faces:
    """The fonts that come with Almanac. Raises FontsMissing."""
    files = _weighed()
    if not files:
        raise FontsMissing(str(SHIPPED))
    return _load([SHIPPED], files, has_han=False)


@cache
def all_faces() -> Faces:
    """The shipped fonts and those of Han and Hangul, as far as the system has them."""
    found = han_files(HAN_FOLDERS)
    if not found:
        return shipped_faces()
    with tempfile.TemporaryDirectory() as folder:
        # Alone in a folder, as typst takes folders and would read all that lies beside them.
        links = [Path(folder, file.name) for file in found]
        for link, file in zip(links, found, strict=True):
            link.symlink_to(file)
        fonts = [*_weighed(), found[0]]
        return _load([SHIPPED, *{link.parent for link in links}], fonts, has_han=True)


def han_files(folders: Iterable[Path]) -> list[Path]:
    """The collections of the first folder that has the regular weight."""
    for folder in folders:
        if (folder / HAN_FILES[0]).is_file():
            return [folder / name for name in HAN_FILES if (folder / name).is_file()]
    return []


def _weighed() -> list[Path]:
    """The files that speak for what can be drawn: the one weight that every family has.

    Vollkorn, for headings, is not among them: what it lacks is taken from the others.
    """
    return sorted(SHIPPED.glob("*_400Regular.ttf"))


def _load(folders: Iterable[Path], files: Iterable[Path], *, has_han: bool) -> Faces:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )
    return Faces(fonts, tuple(read_coverage(file) for file in files), has_han)
