"""Fonts for tests that set pages."""

import pytest

from tests.han_fonts import ensure_han


@pytest.fixture(scope="session")
def han() -> None:
    """The system's fonts of Han and Hangul."""
    ensure_han()
