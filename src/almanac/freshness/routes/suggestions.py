"""HTTP of suggested limits."""

from fastapi import APIRouter

from almanac.freshness.schemas.product import SuggestionList
from almanac.freshness.service.suggestions import list_suggestions
from almanac.identity.deps import CurrentUser

router = APIRouter(prefix="/products", tags=["freshness"])


@router.get("/suggestions")
async def read_suggestions(user: CurrentUser) -> SuggestionList:
    """Limits that public bodies published, with their sources; to be confirmed by the person."""
    return list_suggestions(user.locale)
