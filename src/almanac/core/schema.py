"""The bases of all request and response bodies."""

from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    """What a client sends: unknown fields are refused, so that a typing error is never lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class View(BaseModel):
    """What the server answers."""

    model_config = ConfigDict(from_attributes=True, frozen=True)
