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
    turnover,
)

# That of one batch last: `/batches/turnover` would be a batch's id.
routers = (
    shop.router,
    suggestions.router,
    products.router,
    several.router,
    turnover.router,
    states.router,
    labels.router,
    batches.router,
    public.router,
)
