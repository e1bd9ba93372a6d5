"""Batches as the tests of the rules want them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from almanac.freshness.domain.model import Batch, BatchState, Limits

ARRIVED = date(2026, 3, 16)
DAY = timedelta(days=1)

limits = st.builds(
    lambda fresh, more, use_by: Limits(fresh, fresh + more, use_by),
    st.integers(0, 30),
    st.integers(0, 30),
    st.none() | st.integers(0, 60),
)
dates = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    """Any batch that can be, whatever its state."""
    arrived = draw(dates)
    butchered = draw(st.none() | st.integers(0, 40).map(lambda days: arrived - days * DAY))
    start = butchered or arrived
    use_by = draw(st.none() | st.integers(0, 90).map(lambda days: start + days * DAY))
    return Batch(arrived, butchered, use_by, draw(limits), draw(st.sampled_from(BatchState)))
