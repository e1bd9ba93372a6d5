"""Bodies of the identity routes."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from almanac.core.schema import Body, View
from almanac.core.text import Line
from almanac.identity.domain import EMAIL_MAX_LENGTH, LATEST_DAY_START, Units, known_zones
from almanac.schedules.rules import Weekday

# Longer than any password that could be right, short enough to be no burden.
TYPED_PASSWORD_LENGTH = 1024
NAME_LENGTH = 120


def _address(text: str) -> str:
    """Refuse what cannot be an address.

    The library refuses names such as `nas.local`, which are addresses in a home network: syntax
    is judged as if the domain stood below a public one.
    """
    try:
        validate_email(f"{text}.example", check_deliverability=False)
    except EmailNotValidError as exc:
        raise PydanticCustomError("invalid_email", "This is not an e-mail address") from exc
    return text


def _zone(text: str) -> str:
    if text not in known_zones():
        raise PydanticCustomError(
            "unknown_timezone", "This is not a zone of the IANA database, such as Europe/Berlin"
        )
    return text


Email = Annotated[
    Line,
    Field(max_length=EMAIL_MAX_LENGTH, examples=["alice@example.org"]),
    AfterValidator(_address),
]
Zone = Annotated[str, Field(examples=["Europe/Berlin"]), AfterValidator(_zone)]
FullName = Annotated[Line, Field(max_length=NAME_LENGTH)]
TypedPassword = Annotated[
    str,
    Field(max_length=TYPED_PASSWORD_LENGTH, json_schema_extra={"format": "password"}),
]
LocaleName = Literal["en", "de"]


class RegisterBody(Body):
    """A new account; zone and language are the server's defaults unless given."""

    email: Email
    password: Annotated[
        TypedPassword,
        Field(description="8 to 128 characters.", examples=["a quiet harbour at dusk"]),
    ]
    full_name: FullName = ""
    timezone: Zone | None = None
    locale: LocaleName = "en"


class LoginBody(Body):
    """Address and password; what cannot be an address is simply not right."""

    email: Annotated[Line, Field(max_length=EMAIL_MAX_LENGTH, examples=["alice@example.org"])]
    password: Annotated[TypedPassword, Field(examples=["a quiet harbour at dusk"])]


class UserUpdate(Body):
    """The fields to change; what is left out stays."""

    full_name: FullName = ""
    timezone: Zone = "UTC"
    week_start: Weekday = Weekday.MON
    day_start: Annotated[
        int,
        Field(
            strict=True,
            ge=0,
            le=LATEST_DAY_START,
            description="Minutes after midnight at which a new day begins.",
        ),
    ] = 0
    locale: LocaleName = "en"
    units: Units = Units.METRIC


class PasswordChange(Body):
    """The present password and the one to come."""

    current_password: TypedPassword
    new_password: Annotated[TypedPassword, Field(description="8 to 128 characters.")]


class UserRead(View):
    """An account as its owner sees it."""

    id: UUID
    email: str
    full_name: str
    is_active: bool
    is_superuser: bool
    timezone: str
    week_start: Weekday
    day_start: int
    locale: str
    units: Units
    created_at: datetime


class CsrfToken(View):
    """For clients that send neither `Sec-Fetch-Site` nor `Origin`: the value of `X-CSRF-Token`."""

    csrf_token: str


class LoginSessionRead(View):
    """A device on which a person is signed in."""

    id: UUID
    created_at: datetime
    last_seen_at: datetime
    ip: str
    user_agent: str
    method: str
    is_current: bool


class LoginSessionPage(View):
    data: list[LoginSessionRead]
    count: int
    next_cursor: str | None


class AuditEventRead(View):
    """Something that happened to an account."""

    id: UUID
    at: datetime
    kind: str
    succeeded: bool
    reason: str | None
    actor: str
    method: str | None
    ip: str
    user_agent: str
    details: dict[str, Any]


class AuditEventPage(View):
    data: list[AuditEventRead]
    count: int
    next_cursor: str | None
