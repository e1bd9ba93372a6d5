"""Scheduled work: when a job ticks, and the claim that makes each tick run once.

Several processes may run the same jobs. Whoever inserts (job, tick) first does the work.
"""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from almanac.core.columns import UTCDateTime
from almanac.core.db import Base


class JobTick(Base):
    """One tick of a job that some process claimed."""

    __tablename__ = "job_ticks"
    __table_args__ = (Index("ix_job_ticks_claimed_at", "claimed_at"),)

    job: Mapped[str] = mapped_column(String(60), primary_key=True)
    tick: Mapped[datetime] = mapped_column(UTCDateTime, primary_key=True)
    claimed_at: Mapped[datetime] = mapped_column(UTCDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    error: Mapped[str | None] = mapped_column(Text)
