"""The public page of a batch: what its template is given, in the visitor's language.

Kept once written: the same report is the same page to everybody who reads the same language.
"""

from functools import lru_cache

from almanac.freshness.domain.codes import grouped
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.schemas.public import PublicBatch
from almanac.freshness.service.marks import Mark
from almanac.freshness.service.public import Report, report_view
from almanac.language.writing import Writing, writing
from almanac.pages.answers import Rendered, render
from almanac.pages.styles import stylesheet
from almanac.schedules.times import zone_named

PACKAGE = "almanac.freshness"
# Pages of some ten kilobytes, in each language that somebody reads.
KEPT = 512
CHOSEN_BY = "Accept, Accept-Language"
_STATUS = {
    Status.FRESH: ("freshness.fresh", "freshness.fresh_said"),
    Status.CAUTION: ("freshness.caution", "freshness.caution_said"),
    Status.EXPIRED: ("freshness.expired", "freshness.expired_said"),
    Status.RECALLED: ("freshness.recalled", "freshness.recalled_said"),
    Status.NOT_YET: ("freshness.not_yet", "freshness.not_yet_said"),
}
_LEFT = {BatchState.SOLD: "freshness.sold", BatchState.DISCARDED: "freshness.discarded"}


@lru_cache(maxsize=KEPT)
def report_page(report: Report, tag: str, mark: Mark | None) -> Rendered:
    """The page of a report, for who reads the language of this tag."""
    written = writing(tag)
    batch = report_view(report)
    word, said = _STATUS[batch.status]
    product = f"{batch.product.emoji} {batch.product.name}".strip()
    values = {
        "status": batch.status.value,
        "word": written.text(word),
        "said": written.text(said),
        "product": product,
        "name": batch.product.name,
        "days": _days(batch, written),
        "next": _next(batch, written),
        "reason": batch.recall_reason if batch.state is BatchState.RECALLED else "",
        "facts": _facts(batch, written),
        "shop": batch.shop,
        "mark": mark,
        "as_of": written.text("freshness.as_of", date=written.long_date(batch.today)),
        "updated": written.moment(batch.updated_at.astimezone(zone_named(report.row.timezone))),
        "code": grouped(batch.code),
    }
    style = stylesheet(PACKAGE, "report.css")
    return render(
        written, PACKAGE, "report.html", values, style=style, images="data:", vary=CHOSEN_BY
    )


def _days(batch: PublicBatch, written: Writing) -> str:
    """How long it has been on the shelf, while it is there."""
    if batch.state is not BatchState.ON_SHELF or batch.days_on_shelf < 0:
        return ""
    if batch.days_on_shelf == 0:
        return written.text("freshness.first_day")
    return written.text("freshness.days", count=batch.days_on_shelf)


def _next(batch: PublicBatch, written: Writing) -> str:
    """What it will be next, and from when on."""
    if batch.next_change is None:
        return ""
    word, _ = _STATUS[batch.next_change.status]
    on = written.long_date(batch.next_change.on)
    return written.text("freshness.next", date=on, status=written.text(word))


def _facts(batch: PublicBatch, written: Writing) -> list[tuple[str, str]]:
    """What is known of it, by name."""
    text, day = written.text, written.long_date
    has_arrived = batch.arrival_date <= batch.today
    arrival = text("freshness.arrived") if has_arrived else text("freshness.arrives")
    facts = [
        (text("freshness.cut"), day(batch.butcher_date) if batch.butcher_date else ""),
        (arrival, day(batch.arrival_date)),
        (text("freshness.use_by"), day(batch.use_by) if batch.use_by else ""),
        (text("freshness.batch"), batch.batch_identifier),
        (text("freshness.lot"), batch.lot),
    ]
    if batch.left_on is not None and batch.state in _LEFT:
        facts.append((text(_LEFT[batch.state]), day(batch.left_on)))
    return [fact for fact in facts if fact[1]]
