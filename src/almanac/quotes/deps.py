"""What routes that show a quote depend on: who reads it."""

from typing import Annotated, cast

from fastapi import Depends, Request

from almanac.identity.deps import CurrentUser
from almanac.quotes.domain import language_of
from almanac.quotes.service.daily import Audience


def read_audience(request: Request, user: CurrentUser) -> Audience:
    """The person who asks, as far as quotes go."""
    has_provider = cast("bool", request.app.state.has_quote_provider)
    return Audience(language_of(user.locale), has_provider)


AudienceDep = Annotated[Audience, Depends(read_audience)]
