"""Fixtures for quotes: a provider, and the application as if it were configured."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from tests.quotes.provider import Provider, running_provider


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running_provider() as running:
        yield running


@pytest.fixture
def configured(app: FastAPI) -> Iterator[None]:
    """The application shows what a provider gave."""
    app.state.has_quote_provider = True
    yield
    app.state.has_quote_provider = False
