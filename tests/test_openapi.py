"""The OpenAPI document: the snapshot is in step, errors have one shape, names are unique."""

import json
from pathlib import Path

from fastapi import FastAPI

SNAPSHOT = Path(__file__).parents[1] / "openapi.json"


def test_the_snapshot_is_in_step(app: FastAPI) -> None:
    assert json.loads(SNAPSHOT.read_text(encoding="utf-8")) == json.loads(
        json.dumps(app.openapi())
    ), "run `make api`"


def test_every_route_answers_errors_as_problems(app: FastAPI) -> None:
    document = app.openapi()
    assert "HTTPValidationError" not in document["components"]["schemas"]
    assert "Problem" in document["components"]["schemas"]
    for operations in document["paths"].values():
        for operation in operations.values():
            default = operation["responses"]["default"]
            assert list(default["content"]) == ["application/problem+json"]


def test_operation_ids_are_unique_and_read_as_verb_and_noun(app: FastAPI) -> None:
    ids = [
        operation["operationId"]
        for operations in app.openapi()["paths"].values()
        for operation in operations.values()
    ]
    assert len(ids) == len(set(ids))
    assert all("_" in name for name in ids), ids
