"""HTTP of freshness, by subject: translate, call one service function, return."""

from almanac.freshness.routes import (
    batches,
    labels,
    products,
    public,
    several,
    shop,
    states,
    suggestions,
    tables,
    turnover,
)

# That of one batch last: `/batches/turnover` would be a batch's id.
routers = (
    shop.router,
    suggestions.router,
    products.router,
    several.router,
    tables.router,
    turnover.router,
    states.router,
    labels.router,
    batches.router,
    public.router,
)
# These take files, which the routes above refuse.
uploads = (shop.uploads, tables.uploads)
