"""The shipped quotations: enough of them, tidy, varied, and every one with a source."""

import json
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACK = ROOT / "src" / "almanac" / "quotes" / "pack"
SOURCES = ROOT / "docs" / "domain" / "quotes-sources.md"
LANGUAGES = ("en", "de")
HEADINGS = {"en": "## English", "de": "## German"}


def quotations(language: str) -> list[dict[str, Any]]:
    pack: list[dict[str, Any]] = json.loads((PACK / f"{language}.json").read_text(encoding="utf-8"))
    return pack


def source_rows(language: str) -> list[tuple[str, str, str]]:
    """The opening words, author and work of each row of a language's table."""
    section = SOURCES.read_text(encoding="utf-8").split(HEADINGS[language], 1)[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]
    return [(opening, author, work) for opening, author, work, *_ in cells]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_at_least_sixty_by_at_least_twenty_authors(language: str) -> None:
    authors = Counter(quotation["author"] for quotation in quotations(language))
    assert authors.total() >= 60
    assert len(authors) >= 20
    assert max(authors.values()) <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_a_text_an_author_a_work_and_at_most_a_year_besides(language: str) -> None:
    for quotation in quotations(language):
        assert {"text", "author", "work"} <= set(quotation) <= {"text", "author", "work", "year"}
        assert isinstance(quotation.get("year", 1900), int)
        assert 1 <= quotation.get("year", 1900) < 1955


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_tidy(language: str) -> None:
    for quotation in quotations(language):
        for field in ("text", "author", "work"):
            value = quotation[field]
            assert value, quotation
            assert " ".join(value.split()) == value
            assert unicodedata.is_normalized("NFC", value)
            assert not set(value) & {'"', "'", "|"}
            assert "--" not in value


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_short_and_end_as_sentences_do(language: str) -> None:
    for quotation in quotations(language):
        assert len(quotation["text"]) <= 200
        assert quotation["text"].endswith((".", "!", "?"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_stands_twice(language: str) -> None:
    texts = [quotation["text"].casefold() for quotation in quotations(language)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_neighbouring_days_have_different_authors(language: str) -> None:
    authors = [quotation["author"] for quotation in quotations(language)]
    assert all(first != second for first, second in pairwise([*authors, authors[0]]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_sources_names_each_once_and_nothing_else(language: str) -> None:
    rows = source_rows(language)
    named = [
        [
            (opening, author, work)
            for opening, author, work in rows
            if (author, work) == (quotation["author"], quotation["work"])
            and quotation["text"].startswith(opening)
        ]
        for quotation in quotations(language)
    ]
    assert [len(matches) for matches in named] == [1] * len(rows)
