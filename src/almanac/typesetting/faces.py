"""The fonts that pages are set in: those that are shipped, and the system's for Han and Hangul.

The shipped ones are brought by scripts/install.py with their licences. The large ones are looked
for when a text needs them, once in a process. Nothing else of the machine is used, so a page looks
the same on every one that has them.
"""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import typst

from almanac.typesetting.coverage import read_coverage

SHIPPED: Final = Path(__file__).parent / "faces"
# The chain that a text is set in, each family where those before it lack something; what its files
# are called. Of weights the regular one speaks for all.
CHAIN: Final = {
    "Source Sans 3": "SourceSans3",
    "Noto Sans": "NotoSans",
    "Vazirmatn": "Vazirmatn",
    "Noto Sans Arabic": "NotoSansArabic",
    "Noto Sans Hebrew": "NotoSansHebrew",
    "Noto Sans Devanagari": "NotoSansDevanagari",
    "Noto Sans Thai": "NotoSansThai",
    "Noto Emoji": "NotoEmoji",
    "Noto Sans Symbols 2": "NotoSansSymbols2",
}
# Comes before the chain in headings.
HEADINGS: Final = "Vollkorn_500Medium.ttf"
HAN: Final = "Noto Sans CJK SC"
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
    """Fonts as typst holds them, and what each family of the chain can draw."""

    fonts: typst.Fonts
    coverage: dict[str, frozenset[int]]
    headings: frozenset[int]
    together: frozenset[int]

    @property
    def has_han(self) -> bool:
        """Whether Han and Hangul are among them."""
        return HAN in self.coverage

    def can_draw(self, cluster: str) -> bool:
        """Whether one font has all of what stands together: marks are never taken from another."""
        if len(cluster) == 1:
            return ord(cluster) in self.together
        codes = frozenset(map(ord, cluster))
        return any(codes <= font for font in self.coverage.values())

    def family_apart(self, cluster: str) -> str | None:
        """The family to name for a cluster, where typst would lose a part of it by itself.

        It looks for the next font from the first character that one lacks, and so forgets a base
        whose mark the font has: U+1F3CA, a swimmer, before U+2640, which makes her a woman.
        """
        if len(cluster) == 1:
            return None
        base, codes = ord(cluster[0]), frozenset(map(ord, cluster))
        fonts = (self.headings, *self.coverage.values())
        if not any(base not in font and not codes.isdisjoint(font) for font in fonts):
            return None
        return next(family for family, font in self.coverage.items() if codes <= font)


@cache
def shipped_faces() -> Faces:
    """The fonts that come with Almanac. Raises FontsMissing."""
    return _load([SHIPPED], {})


@cache
def all_faces() -> Faces:
    """The shipped fonts and those of Han and Hangul, as far as the system has them."""
    found = han_files(HAN_FOLDERS)
    if not found:
        return shipped_faces()
    with tempfile.TemporaryDirectory() as folder:
        # Alone in a folder, as typst takes folders and would read all that lies beside them.
        for file in found:
            Path(folder, file.name).symlink_to(file)
        return _load([SHIPPED, Path(folder)], {HAN: found[0]})


def han_files(folders: Iterable[Path]) -> list[Path]:
    """The collections of the first folder that has the regular weight."""
    for folder in folders:
        if (folder / HAN_FILES[0]).is_file():
            return [folder / name for name in HAN_FILES if (folder / name).is_file()]
    return []


def _load(folders: Iterable[Path], others: Mapping[str, Path]) -> Faces:
    chain = {family: SHIPPED / f"{stem}_400Regular.ttf" for family, stem in CHAIN.items()}
    try:
        coverage = {name: read_coverage(file) for name, file in {**chain, **others}.items()}
        headings = read_coverage(SHIPPED / HEADINGS)
    except FileNotFoundError as missing:
        raise FontsMissing(missing.filename) from None
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )
    return Faces(fonts, coverage, headings, frozenset().union(*coverage.values()))
