"""The OpenAPI document: what the framework derives from the routes, and the shape of problems."""

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from almanac.core.http.problems import FieldProblem, Problem

REFERENCE = "#/components/schemas/{model}"


def install(app: FastAPI) -> None:
    """Let `app.openapi()` also define the problem that every route may answer with."""
    derive = app.openapi

    def openapi() -> dict[str, Any]:
        document = derive()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        if "Problem" not in schemas:
            _, defined = models_json_schema(
                [(FieldProblem, "serialization"), (Problem, "serialization")],
                ref_template=REFERENCE,
            )
            schemas.update(defined["$defs"])
        return document

    app.openapi = openapi  # type: ignore[method-assign]  # the framework's documented way
