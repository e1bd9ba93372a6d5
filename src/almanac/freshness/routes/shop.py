"""HTTP of the shop's profile."""

from typing import Annotated

from fastapi import APIRouter, File, Request, Response, UploadFile, status

from almanac.core.db import SessionDep
from almanac.core.http.revalidation import is_kept
from almanac.freshness.deps import ViewpointDep
from almanac.freshness.schemas.shop import ShopRead, ShopUpdate
from almanac.freshness.service import logo, shop
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep
from almanac.identity.deps.uploads import ENVELOPE_BYTES, SignedInFirst

router = APIRouter(prefix="/shop", tags=["freshness"])
# Takes files, which the JSON routes do not.
uploads = APIRouter(
    prefix="/shop",
    tags=["freshness"],
    route_class=SignedInFirst,
    max_body_size=logo.MAX_FILE_BYTES + ENVELOPE_BYTES,
)


@router.get("")
async def read_shop(user: CurrentUser, session: SessionDep, view: ViewpointDep) -> ShopRead:
    """The shop as its customers read of it; without a name until it was given one."""
    return await shop.get_shop(session, user.id, view=view)


@router.patch("")
async def update_shop(
    data: ShopUpdate, user: CurrentUser, session: SessionDep, view: ViewpointDep, once: OnceDep
) -> ShopRead:
    """Change the given fields."""
    return await once(lambda: shop.update_shop(session, user.id, data, view=view))


@router.get(
    "/logo",
    response_class=Response,
    responses={200: {"content": {logo.MEDIA_TYPE: {"schema": {"type": "string"}}}}},
)
async def read_logo(request: Request, user: CurrentUser, session: SessionDep) -> Response:
    """The logo as it was written anew."""
    found = await logo.get_logo(session, user.id)
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{found.hash}"'}
    if is_kept(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=logo.MEDIA_TYPE, headers=headers)


@router.delete("/logo", status_code=status.HTTP_204_NO_CONTENT)
async def delete_logo(user: CurrentUser, session: SessionDep, view: ViewpointDep) -> None:
    """Take the logo away, also when there is none."""
    await logo.set_logo(session, user.id, None, view=view)


@uploads.put("/logo")
async def put_logo(
    file: Annotated[UploadFile, File(description="PNG, JPEG or WebP, up to 5 MiB")],
    user: CurrentUser,
    session: SessionDep,
    view: ViewpointDep,
) -> ShopRead:
    """Give the shop a logo; it is made smaller where it is large, and keeps nothing but pixels."""
    picture = await logo.read_logo_file(await file.read())
    return await logo.set_logo(session, user.id, picture, view=view)
