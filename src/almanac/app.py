"""Composition root: settings in, ASGI application out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware import Middleware

import almanac
from almanac.core import idempotency
from almanac.core.clock import Clock, utc_now
from almanac.core.db import Database, SessionDep, open_database
from almanac.core.housekeeping import HOUSEKEEPING
from almanac.core.http import openapi, problems
from almanac.core.http.content import json_only
from almanac.core.http.csrf import CsrfMiddleware
from almanac.core.http.middleware import (
    CrashMiddleware,
    HeadersMiddleware,
    RequestIdMiddleware,
    RetryMiddleware,
    ShortcutMiddleware,
    TooLargeMiddleware,
)
from almanac.core.http.spa import Spa
from almanac.core.jobs import Job, running_jobs
from almanac.core.schema import View
from almanac.core.settings import Settings
from almanac.feeds.routes import links as feeds
from almanac.feeds.routes import public as public_feeds
from almanac.freshness.routes import public as public_freshness
from almanac.freshness.routes import routers as freshness
from almanac.freshness.routes import uploads as freshness_uploads
from almanac.freshness.service.scans import ScanCounter
from almanac.habits.routes import routers as habits
from almanac.habits.service.theme_members import THEMED_HABITS
from almanac.habits.service.versions import adopt_week_start
from almanac.identity import deps as identity_deps
from almanac.identity.domain import IdentityConfig
from almanac.identity.routes import routers as identity
from almanac.identity.service import accounts
from almanac.migrations import head_revision
from almanac.observability.health import Readiness, health_router
from almanac.observability.logs import AccessLogMiddleware
from almanac.portability.routes import routers as portability
from almanac.quotes.jobs import refresh_job
from almanac.quotes.routes import router as quotes
from almanac.stats.routes import router as stats
from almanac.tasks.routes import routers as tasks
from almanac.tasks.service.theme_members import THEMED_TASKS
from almanac.tasks.service.weeks import adopt_week_start as adopt_week_start_of_tasks
from almanac.themes.routes import router as themes
from almanac.timetable.routes import public as public_timetable
from almanac.timetable.routes import routers as timetable
from almanac.timetable.service.theme_members import THEMED_SESSIONS
from almanac.today.jobs import DAY_START
from almanac.today.routes import router as today

API = "/api/v1"
WEB_DIST = Path(__file__).parent / "web_dist"
MAX_BODY_BYTES = 1024 * 1024
# Pages that anybody may open; every other page asks to sign in first.
PUBLIC_PAGES = frozenset({"/", "/login", "/signup", "/offline"})
# Below these, the path is the key to what it names or says what was scanned: no log keeps it.
SECRET_PATHS = ("/r/", "/feeds/", public_freshness.BELOW, f"{API}/public/batches/")
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("X-Frame-Options", "DENY"),
)
API_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
)
HSTS = ("Strict-Transport-Security", "max-age=31536000")
JOBS: tuple[Job, ...] = (DAY_START, HOUSEKEEPING)


class PublicConfig(View):
    """What a client may know before anybody has signed in."""

    version: str
    public_url: str | None
    sign_in_methods: list[str]
    sign_up: str
    # Whether somebody signed up already: until then the next account becomes administrator.
    has_accounts: bool
    # Whether this browser is signed in: who is not need not ask for `users/me` and be refused.
    signed_in: bool


def create_app(settings: Settings, *, secret_key: bytes, clock: Clock = utc_now) -> FastAPI:
    """The application. The database must have been migrated, the data directory must exist."""
    database = open_database(settings.effective_database_url)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with running_jobs(_jobs(settings, clock), database, clock):
            yield
        await scans.end()
        await database.dispose()

    app = FastAPI(
        title="Almanac",
        version=almanac.__version__,
        lifespan=lifespan,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=problems.PROBLEM_RESPONSES,
        generate_unique_id_function=_operation_id,
        # Nothing exports it; to ask whether something does takes as long as a layer.
        telemetry={"tracing": False, "metrics": False, "logs": False},
        middleware=_middleware(settings),
    )
    app.state.database = database
    app.state.clock = clock
    app.state.scans = scans = ScanCounter(database)
    app.state.public_url = settings.public_url
    identity_deps.install(app, _identity_config(settings, secret_key))
    app.state.week_start_followers = (adopt_week_start, adopt_week_start_of_tasks)
    app.state.has_quote_provider = settings.quotes_url is not None
    app.state.theme_members = (THEMED_HABITS, THEMED_TASKS, THEMED_SESSIONS)
    problems.install(app)
    idempotency.install(app)
    openapi.install(app)
    _include_routes(app, settings, database)
    return app


def _identity_config(settings: Settings, secret_key: bytes) -> IdentityConfig:
    return IdentityConfig(
        sign_up=settings.sign_up,
        secret_key=secret_key,
        rate_limit_factor=settings.rate_limit_factor,
        default_timezone=settings.default_timezone,
    )


def _jobs(settings: Settings, clock: Clock) -> tuple[Job, ...]:
    """The scheduled work of this process, which is starting now."""
    if settings.jobs == "off":
        return ()
    if settings.quotes_url is None:
        return JOBS
    interval = timedelta(hours=settings.quotes_refresh_hours)
    return (*JOBS, refresh_job(settings.quotes_url, interval, started_at=clock()))


def _middleware(settings: Settings) -> list[Middleware]:
    return [
        Middleware(RequestIdMiddleware),
        Middleware(AccessLogMiddleware, secret_below=SECRET_PATHS),
        Middleware(
            HeadersMiddleware,
            everywhere=HEADERS,
            api=API_HEADERS,
            https=(HSTS,),
            # A proxy that ends TLS need not say so; the configured address does.
            is_https=(settings.public_url or "").startswith("https://"),
        ),
        Middleware(CrashMiddleware),
        # What a whole shop may ask for at once; it wants none of the layers and routes below.
        Middleware(
            ShortcutMiddleware,
            prefix=public_freshness.BELOW,
            to=RetryMiddleware(public_freshness.ReportPage()),
        ),
        Middleware(TooLargeMiddleware),
        Middleware(CsrfMiddleware),
        Middleware(identity_deps.SessionUpkeep),
        Middleware(RetryMiddleware),
    ]


def _include_routes(app: FastAPI, settings: Settings, database: Database) -> None:
    # Flat, because a request is matched anew on each level of routers within routers.
    for router in (
        *identity,
        themes,
        *habits,
        *tasks,
        *timetable,
        *freshness,
        feeds.router,
        quotes,
        today,
        stats,
        _config_router(settings),
    ):
        app.include_router(
            router,
            prefix=API,
            dependencies=[Depends(json_only)],
            max_body_size=MAX_BODY_BYTES,
        )
    # In this order: `/import/batches` would be a format of its own.
    for router in (*freshness_uploads, *portability):
        app.include_router(router, prefix=API)
    app.include_router(health_router(Readiness(database, settings.data_dir, head_revision())))
    app.include_router(public_timetable.router)
    app.include_router(public_feeds.router)
    # What no route matches, not a mount: that would match before a route's 405 with its `Allow`.
    app.router.default = Spa(WEB_DIST, public_pages=PUBLIC_PAGES, admit=identity_deps.admit)


def _config_router(settings: Settings) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/config/public")
    async def read_public_config(
        session: SessionDep, person: identity_deps.OptionalUser
    ) -> PublicConfig:
        return PublicConfig(
            version=almanac.__version__,
            public_url=settings.public_url,
            sign_in_methods=["password"],
            sign_up=settings.sign_up,
            has_accounts=await accounts.has_any(session),
            signed_in=person is not None,
        )

    return router


def _operation_id(route: APIRoute) -> str:
    return route.name
