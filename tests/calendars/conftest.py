"""What the tests of calendars share: a program that reads them in another language."""

from collections.abc import Iterator

import pytest

from tests.calendars.readers import JavaScriptReader


@pytest.fixture(scope="session")
def javascript() -> Iterator[JavaScriptReader]:
    with JavaScriptReader() as reader:
        yield reader
