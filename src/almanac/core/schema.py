"""The bases of all request and response bodies."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError


class Body(BaseModel):
    """What a client sends: unknown fields are refused, so that a typing error is never lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Patch(Body):
    """Fields to change; what is left out stays. Only those in `clearable` may be set to null."""

    clearable: ClassVar[frozenset[str]] = frozenset()

    @field_validator("*", mode="before")
    @classmethod
    def _keeps_what_is_required(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and info.field_name not in cls.clearable:
            raise PydanticCustomError("required", "This cannot be empty")
        return value


class View(BaseModel):
    """What the server answers."""

    model_config = ConfigDict(from_attributes=True, frozen=True)
