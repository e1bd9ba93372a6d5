"""RFC 9457 problem responses for every error the API can return: rendered here and nowhere else."""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from almanac.core.errors import AlmanacError, FieldError, Invalid

BAD_REQUEST = 400
# Enough to mend a form by; a body made of mistakes would cost more to answer than to send.
MOST_ERRORS = 50
LONGEST_POINTER = 200
UNREADABLE = "The body is not JSON that can be read"
CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}


class FieldProblem(BaseModel):
    """A field that was refused; `pointer` is a JSON pointer such as `/body/name`."""

    pointer: str
    code: str
    detail: str


class Problem(BaseModel):
    """What every error looks like (RFC 9457). Clients switch on `code`."""

    type: str
    title: str
    status: int
    detail: str | None
    code: str
    request_id: str
    errors: list[FieldProblem]


PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "Problem (RFC 9457)",
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }
}


class ProblemResponse(JSONResponse):
    """A response with the media type of RFC 9457."""

    media_type = "application/problem+json"


def problem(
    request_id: str,
    status: int,
    code: str,
    title: str,
    *,
    detail: str | None = None,
    errors: list[FieldProblem] | None = None,
    headers: Mapping[str, str] | None = None,
) -> ProblemResponse:
    """A problem response."""
    body = Problem(
        type=f"/problems/{code}",
        title=title,
        status=status,
        detail=detail,
        code=code,
        request_id=request_id,
        errors=errors or [],
    )
    return ProblemResponse(body.model_dump(), status, headers=dict(headers or {}))


def expected_problem(request_id: str, exc: AlmanacError) -> ProblemResponse:
    """The response of an expected error, for middleware that answers without a route."""
    errors = [FieldProblem(pointer=e.pointer, code=e.code, detail=e.detail) for e in exc.errors]
    return problem(
        request_id,
        exc.status,
        exc.code,
        exc.title,
        detail=exc.detail,
        errors=errors,
        headers=exc.headers,
    )


def _request_id(request: Request) -> str:
    return str(request.scope.get("state", {}).get("request_id", ""))


async def _expected(request: Request, exc: AlmanacError) -> ProblemResponse:
    return expected_problem(_request_id(request), exc)


async def _invalid(request: Request, exc: RequestValidationError) -> ProblemResponse:
    errors = [
        FieldProblem(
            pointer=_pointer(error["loc"]),
            code=error["type"],
            detail=_sentence(error),
        )
        for error in exc.errors()[:MOST_ERRORS]
    ]
    detail = errors[0].detail if len(errors) == 1 else None
    title = "Some fields need attention"
    return problem(
        _request_id(request), 422, "invalid_request", title, detail=detail, errors=errors
    )


def _sentence(error: Mapping[str, Any]) -> str:
    """What is wrong, in words. Lengths of text that was tidied first are counted in "items"."""
    if isinstance(error["input"], str):
        match error["type"]:
            case "too_long":
                return f"Use at most {error['ctx']['max_length']} characters"
            case "too_short":
                return "This cannot be empty"
    sentence: str = error["msg"]
    return sentence


def _pointer(parts: Iterable[str | int]) -> str:
    """A JSON pointer (RFC 6901), cut where a client made its own name too long."""
    escaped = (str(part).replace("~", "~0").replace("/", "~1") for part in parts)
    return ("/" + "/".join(escaped))[:LONGEST_POINTER]


async def _http(request: Request, exc: HTTPException) -> ProblemResponse:
    # Nested too deeply, a number too long, no UTF-8: the framework calls only syntax errors 422.
    if exc.status_code == BAD_REQUEST and isinstance(exc.__cause__, ValueError | RecursionError):
        errors = (FieldError("/body", "json_invalid", UNREADABLE),)
        return await _expected(request, Invalid(UNREADABLE, errors=errors))
    code = CODES.get(exc.status_code, f"http_{exc.status_code}")
    return problem(
        _request_id(request), exc.status_code, code, str(exc.detail), headers=exc.headers
    )


def install(app: FastAPI) -> None:
    """Render every expected error of `app` as a problem; unknown ones are the middleware's."""
    app.exception_handler(AlmanacError)(_expected)
    app.exception_handler(RequestValidationError)(_invalid)
    app.exception_handler(HTTPException)(_http)
