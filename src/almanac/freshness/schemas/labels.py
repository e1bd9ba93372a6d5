"""Bodies of prints of labels."""

from uuid import UUID

from pydantic import Field

from almanac.core.schema import Body


class LabelsPrint(Body):
    """Labels in the order asked for; a batch may come several times."""

    batch_ids: list[UUID] = Field(description="1 to 1,000")
    stock: str = Field(max_length=40, examples=["L7160"])
    start_at: int = Field(default=1, description="The label of the first sheet to begin on")
    offset_mm: tuple[float, float] = Field(
        default=(0.0, 0.0), description="How far all is shifted, to the right and down"
    )
