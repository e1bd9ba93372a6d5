"""HTTP of accounts, by subject: translate, call the services, return."""

from fastapi import APIRouter

from almanac.identity.routes import access, devices, profile

router = APIRouter()
for part in (access, devices, profile):
    router.include_router(part.router)
