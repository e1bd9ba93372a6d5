"""Each catalogue says everything that English says, with the same values and all plural forms."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

import almanac
from almanac.language.catalogue import DEFAULT, PLURAL_FORMS, Text, catalogue, languages

PACKAGE = Path(almanac.__file__).parent
SOURCES = [
    path
    for suffix in ("py", "html", "typ")
    for path in PACKAGE.rglob(f"*.{suffix}")
    if "web_dist" not in path.parts
]
USE = re.compile(r"""\btext\(\s*["']([a-z_]+\.[a-z_0-9]+)["']""")


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(text: Text) -> Iterator[str]:
    yield from [text] if isinstance(text, str) else text.values()


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_has_the_keys_of_english(language: str) -> None:
    assert list(catalogue(language)) == list(catalogue(DEFAULT))


@pytest.mark.parametrize("language", languages())
def test_a_text_has_the_values_of_the_english_one(language: str) -> None:
    for key, text in catalogue(language).items():
        english = set().union(*map(values, forms(catalogue(DEFAULT)[key])))
        for form in forms(text):
            # "one day" need not say the number.
            assert values(form) | {"count"} == english | {"count"}, (key, form)
            assert form == form.strip() != "", key


@pytest.mark.parametrize("language", languages())
def test_a_text_that_counts_has_the_plural_forms_of_its_language(language: str) -> None:
    expected = {*Locale.parse(language).plural_form.tags, "other"}
    assert expected <= PLURAL_FORMS
    for key, text in catalogue(language).items():
        assert isinstance(text, str) is isinstance(catalogue(DEFAULT)[key], str), key
        if not isinstance(text, str):
            assert set(text) == expected, key


def test_english_stands_first_and_german_is_there() -> None:
    assert languages()[0] == "en"
    assert "de" in languages()


def test_every_text_is_used_and_every_used_one_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    assert set(USE.findall(code)) <= set(catalogue(DEFAULT))
    written = {
        key for key in catalogue(DEFAULT) if re.search(rf"""["']{re.escape(key)}["']""", code)
    }
    assert set(catalogue(DEFAULT)) == written
