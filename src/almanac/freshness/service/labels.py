"""Labels on paper: sheets of a stock, and the page that shows where its labels are expected.

The address on a label has to outlive the machine that printed it: one of that machine is refused.
"""

import asyncio
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.errors import Conflict, invalid_field
from almanac.freshness.domain.addresses import MAX_ADDRESS, is_local
from almanac.freshness.domain.checks import label_faults
from almanac.freshness.domain.codes import grouped
from almanac.freshness.domain.labels import ORDER, Line, design_of
from almanac.freshness.domain.stocks import STOCKS, Stock, places
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries.listing import Found, load_batches
from almanac.freshness.queries.rows import find_shop
from almanac.freshness.service import qr
from almanac.freshness.service.lookup import BatchNotFound, at_shop, find_batch, refuse
from almanac.freshness.service.values import batch_of
from almanac.language.writing import Writing
from almanac.typesetting.glyphs import Json
from almanac.typesetting.press import Page, typeset

_LOOKS = {Line.PRODUCT: "product", Line.IDENTIFIER: "identifier", Line.USE_BY: "use-by"}
# The box of words on a calibration page: on sheets in the middle, on a single label at its end.
_SAID_WIDTH, _SAID_HEIGHT = 96.0, 26.0
_SAID_SHARE = 0.42
# A thousand labels take some five seconds; of a machine that has other work, more.
LABELS_SECONDS = 60.0


class PublicAddressNeeded(Conflict):
    code, title = "public_address_needed", "The codes would lead to this machine only"


class Placing(NamedTuple):
    """Which label of a sheet comes first, and how far all of them are shifted, in mm."""

    stock: Stock
    start_at: int = 1
    offset: tuple[float, float] = (0.0, 0.0)


class Label(NamedTuple):
    """What a label carries: the address of its code, and its lines."""

    address: str
    lines: Mapping[Line, str]


def stock_of(code: str, pointer: str) -> Stock:
    """The stock of this name. Raises `Invalid` naming those there are."""
    stock = STOCKS.get(code)
    if stock is None:
        raise invalid_field(pointer, "unknown_stock", f"Use one of {', '.join(STOCKS)}")
    return stock


async def find_address(
    session: AsyncSession, user_id: UUID, batch_id: UUID, *, view: Viewpoint
) -> str:
    """Where the code of a batch leads. Raises `BatchNotFound`."""
    batch = await find_batch(session, user_id, batch_id)
    origin = at_shop(await find_shop(session, user_id), view).origin
    _require_writable(origin)
    return f"{origin}/b/{batch.code}"


async def load_labels(
    session: AsyncSession, user_id: UUID, ids: Sequence[UUID], *, view: Viewpoint, written: Writing
) -> list[Label]:
    """What the labels of these batches carry. Raises `PublicAddressNeeded` and `BatchNotFound`."""
    shop = await find_shop(session, user_id)
    origin = at_shop(shop, view).origin
    _require_writable(origin)
    if is_local(origin):
        detail = (
            f"{origin} works on this machine alone. Set the shop's public address first,"
            " under which phones reach this server."
        )
        raise PublicAddressNeeded(detail)
    found = await load_batches(session, user_id, set(ids))
    if set(ids) - set(found):
        raise BatchNotFound
    name = "" if shop is None else shop.name
    labels = {
        batch_id: Label(f"{origin}/b/{each.batch.code}", _lines(each, name, written))
        for batch_id, each in found.items()
    }
    return [labels[batch_id] for batch_id in ids]


def _require_writable(origin: str) -> None:
    """Refuse an address under which nobody could have meant to reach us; no code would hold it."""
    if len(origin) > MAX_ADDRESS:
        raise PublicAddressNeeded("Set the shop's public address first.")


def check_print(placing: Placing, count: int) -> None:
    """Raise `Invalid` for a print that cannot be."""
    stock, start_at, offset = placing
    refuse(label_faults(stock, count, start_at, offset))


async def print_labels(
    user_id: UUID, labels: Sequence[Label], placing: Placing, written: Writing
) -> Page:
    """Sheets with the labels in their order, the same one as often as it comes. As `typeset`."""
    # A thousand codes take seconds, which nobody else should wait.
    data = await asyncio.to_thread(sheets_data, labels, placing, written)
    return await typeset(template("labels"), data, owner=user_id, limit_seconds=LABELS_SECONDS)


async def print_calibration(user_id: UUID, stock: Stock, written: Writing) -> Page:
    """The page that shows where the labels of a stock are expected. Raises as `typeset`."""
    data = calibration_data(stock, written)
    return await typeset(template("calibration"), data, owner=user_id)


def sheets_data(labels: Sequence[Label], placing: Placing, written: Writing) -> dict[str, Json]:
    """What the template of labels is given; each label once, however often it is printed."""
    stock, start_at, offset = placing
    numbers = {label.address: number for number, label in enumerate(_distinct(labels))}
    sheets: list[list[list[Json]]] = []
    for label, place in zip(
        labels, places(stock, len(labels), start_at=start_at, offset=offset), strict=True
    ):
        if place.sheet == len(sheets):
            sheets.append([])
        sheets[-1].append([place.left, place.top, numbers[label.address]])
    return {
        **document(written, written.text("labels.title")),
        "stock": _stock_data(stock),
        "labels": [_label_data(label, written) for label in _distinct(labels)],
        "sheets": sheets,
    }


def calibration_data(stock: Stock, written: Writing) -> dict[str, Json]:
    """What the template of the calibration page is given."""
    corners = [(place.left, place.top) for place in places(stock, stock.labels)]
    width, height = stock.paper
    if stock.labels == 1:
        said = [width * (1 - _SAID_SHARE), 0.1 * height, _SAID_SHARE * width - 2, 0.8 * height]
    else:
        left, top = (width - _SAID_WIDTH) / 2, (height - _SAID_HEIGHT) / 2
        said = [left, top, _SAID_WIDTH, _SAID_HEIGHT]
    last = corners[-1]
    return {
        **document(written, written.text("labels.calibration", stock=stock.name)),
        "said": written.text("labels.calibrating"),
        "stock": {
            **_stock_data(stock),
            "places": [list(corner) for corner in corners],
            "first": list(corners[0]),
            "end": [last[0] + stock.width, last[1] + stock.height],
            "said": said,
        },
    }


def _lines(found: Found, shop: str, written: Writing) -> dict[Line, str]:
    """The lines of a batch's label; what it does not have is left out."""
    row, date = found.batch, written.medium_date
    use_by = batch_of(row).last_use_on
    lines = {
        Line.PRODUCT: f"{found.product_emoji} {found.product_name}".strip(),
        Line.IDENTIFIER: row.identifier,
        Line.CUT: (
            f"{written.text('labels.cut')} {date(row.butchered_on)}" if row.butchered_on else ""
        ),
        Line.ARRIVED: f"{written.text('labels.arrived')} {date(row.arrived_on)}",
        Line.USE_BY: f"{written.text('labels.use_by')} {date(use_by)}" if use_by else "",
        Line.CODE: grouped(row.code),
        Line.SHOP: shop,
    }
    return {line: lines[line] for line in ORDER if lines[line]}


def _distinct(labels: Sequence[Label]) -> list[Label]:
    return list({label.address: label for label in labels}.values())


def _label_data(label: Label, written: Writing) -> dict[str, Json]:
    return {
        "code": qr.drawing(label.address),
        "address": written.text("labels.code", address=label.address),
        "lines": [
            {"text": text, "rank": line.value, "look": _LOOKS.get(line, "other")}
            for line, text in label.lines.items()
        ],
    }


def _stock_data(stock: Stock) -> dict[str, Json]:
    design = design_of(stock)
    return {
        "paper": list(stock.paper),
        "width": stock.width,
        "height": stock.height,
        "margin": design.margin,
        "code": design.code,
        "gap": design.gap,
        "largest": design.largest,
        "smallest": design.smallest,
        "last": design.last.value,
    }


def document(written: Writing, title: str) -> dict[str, Json]:
    """What every template is given: title, language and direction."""
    return {
        "title": title,
        "lang": written.language,
        "region": written.locale.territory or "",
        "dir": written.direction,
    }


@cache
def template(name: str) -> str:
    """How the pages look."""
    return (files("almanac.freshness.service") / f"{name}.typ").read_text(encoding="utf-8")
