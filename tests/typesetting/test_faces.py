"""The fonts: what their tables say they can draw, where they are found, their licences."""

from pathlib import Path

import pytest

from almanac.typesetting import faces
from almanac.typesetting.coverage import read_coverage
from almanac.typesetting.faces import (
    CHAIN,
    HAN_FILES,
    SHIPPED,
    FontsMissing,
    all_faces,
    han_files,
    shipped_faces,
)
from almanac.typesetting.glyphs import clusters
from almanac.typesetting.press import FontsUnavailable, set_page
from scripts.install import CUTS


def test_every_family_of_the_chain_is_there_in_its_weights() -> None:
    found = {(font.family, font.weight) for font in shipped_faces().fonts.fonts()}
    assert {family for family, _ in found} == {*CHAIN, "Vollkorn"}
    assert {("Source Sans 3", 400), ("Source Sans 3", 600), ("Vollkorn", 500)} <= found


def test_each_package_of_fonts_brings_its_licence() -> None:
    for package in CUTS:
        licence = (SHIPPED / f"{package}-LICENSE.txt").read_text()
        assert "SIL OPEN FONT LICENSE" in licence.upper()


@pytest.mark.parametrize(
    ("file", "has", "lacks"),
    [
        ("SourceSans3", "aßéЖΩ€…", "אا中\U0001f600"),
        ("NotoSansHebrew", "אש\u05c1", "कด"),
        ("NotoSansThai", "ก\u0e33", "अ"),
        ("NotoEmoji", "\U0001f600\U0001f3fd\u20e3", "क"),
    ],
)
def test_a_font_is_read_for_what_it_has(file: str, has: str, lacks: str) -> None:
    coverage = read_coverage(SHIPPED / f"{file}_400Regular.ttf")
    assert coverage >= set(map(ord, has))
    assert coverage.isdisjoint(map(ord, lacks))


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "no.ttf"
    for content in (b"", b"no font at all", b"\0\1\0\0\0\1" + bytes(26)):
        file.write_bytes(content)
        with pytest.raises(ValueError, match=r"no\.ttf"):
            read_coverage(file)


def test_the_large_fonts_are_taken_from_the_first_folder_that_has_them(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    assert han_files(folders) == []
    for folder in folders[1:]:
        folder.mkdir()
        (folder / HAN_FILES[0]).touch()
    assert han_files(folders) == [folders[1] / HAN_FILES[0]]
    (folders[1] / HAN_FILES[1]).touch()
    assert han_files(folders) == [folders[1] / name for name in HAN_FILES]


def test_without_the_large_fonts_their_characters_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(faces, "HAN_FOLDERS", (tmp_path,))
    all_faces.cache_clear()
    try:
        data = {"title": "日", "lang": "ja", "region": "", "dir": "ltr"}
        page = set_page("= #say(title)\n#missing", data)
        assert page.missing == ("日",)
    finally:
        all_faces.cache_clear()


def test_without_any_fonts_it_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(faces, "SHIPPED", tmp_path)
    shipped_faces.cache_clear()
    try:
        with pytest.raises(FontsMissing):
            shipped_faces()
        with pytest.raises(FontsUnavailable):
            set_page("", {})
    finally:
        shipped_faces.cache_clear()


@pytest.mark.parametrize(
    "pieces",
    [
        ["a", "b"],
        ["e\u0301", "x"],
        ["👩🏽\u200d🏫", " ", "🇩🇪", "🇫🇷", "🇬"],
        ["क\u093f", "त\u094d", "र"],
        ["☀\ufe0f", "1\ufe0f\u20e3"],
        [],
    ],
)
def test_what_is_drawn_together_stays_together(pieces: list[str]) -> None:
    assert list(clusters("".join(pieces))) == pieces


@pytest.mark.parametrize(
    ("cluster", "family"),
    [
        ("a", None),
        ("e\u0301", None),
        ("कि", None),
        ("\U0001f3ca\u2640", "Noto Emoji"),
        ("1\u20e3", None),
    ],
)
def test_a_family_is_named_where_a_part_would_be_lost(cluster: str, family: str | None) -> None:
    assert shipped_faces().family_apart(cluster) == family
