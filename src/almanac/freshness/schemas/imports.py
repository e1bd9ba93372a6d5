"""What is answered about a table of batches that is brought in."""

from almanac.core.schema import View
from almanac.freshness.schemas.batch import BatchRead
from almanac.freshness.schemas.several import BatchBulk


class RowFault(View):
    """A cell that cannot be as it is; `row` counts from 1, which is the head."""

    row: int
    field: str
    code: str
    detail: str


class BatchImportResult(View):
    """What a table brings in, or would in a dry run.

    `present` rows have the identifier of a batch that is there, which is kept; `refused` ones are
    left out. `undo` is what to post to `/batches/bulk` to take exactly this back.
    """

    dry_run: bool
    added: int
    present: int
    refused: list[RowFault]
    products_added: list[str]
    data: list[BatchRead]
    undo: BatchBulk | None
