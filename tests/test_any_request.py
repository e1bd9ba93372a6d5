"""Requests that a machine thinks up from the OpenAPI document: none may crash a real server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.conftest import PASSWORD
from tests.server import RunningServer, running_server

SNAPSHOT = Path(__file__).parents[1] / "openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
# They would end the session that the other requests need, or fill it with slow passwords.
LEFT_OUT = r"/auth/(logout|register|login|sessions/revoke-others)$|/users/me/password$"

schema = schemathesis.openapi.from_dict(json.loads(SNAPSHOT.read_text(encoding="utf-8"))).exclude(
    path_regex=LEFT_OUT
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    data_dir = tmp_path_factory.mktemp("any") / "data"
    with running_server(data_dir=data_dir, env={"ALMANAC_RATE_LIMIT_FACTOR": "1000"}) as running:
        yield running


@pytest.fixture(scope="module")
def cookie(server: RunningServer) -> str:
    """The cookie of somebody who is signed in."""
    body = json.dumps({"email": "alice@example.org", "password": PASSWORD}).encode()
    headers = {"Content-Type": "application/json", "Origin": server.url}
    with urlopen(Request(f"{server.api}/auth/register", body, headers)) as response:  # noqa: S310 - our own server
        cookies = response.headers.get_all("Set-Cookie")
    return "; ".join(value.partition(";")[0] for value in cookies)


@schema.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_any_request_is_answered_as_the_document_says(
    case: Case[Any], server: RunningServer, cookie: str
) -> None:
    case.call_and_validate(
        base_url=server.url,
        headers={"Cookie": cookie, "Origin": server.url},
        checks=CHECKS,
        timeout=20,
    )
