"""Freshness: shops, products, batches, what was done with them, codes that were taken back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
instant = sa.DateTime(timezone=True)
there = sa.text("deleted_at IS NULL")
LIMITS = "fresh_days >= 0 AND caution_days >= fresh_days"
STATES = ("on_shelf", "sold", "discarded", "recalled")
KINDS = (
    "created",
    "edited",
    "sold",
    "discarded",
    "recalled",
    "restored",
    "new_code",
    "deleted",
    "undeleted",
)


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)


def by_code_point(length: int) -> sa.String:
    return sa.String(length).with_variant(postgresql.VARCHAR(length, collation="C"), "postgresql")


def upgrade() -> None:
    _create_shops()
    _create_products()
    _create_batches()
    for table, key in (("products", "name_key"), ("batches", "identifier_key")):
        op.create_index(
            f"uq_{table}_user_id_{key}",
            table,
            ["user_id", key],
            unique=True,
            sqlite_where=there,
            postgresql_where=there,
        )
        op.create_index(f"ix_{table}_user_id_import_id", table, ["user_id", "import_id"])
    for columns in (["product_id"], ["lot_key"], ["state", "expires_on"]):
        op.create_index(f"ix_batches_user_id_{'_'.join(columns)}", "batches", ["user_id", *columns])
    _create_events()
    _create_codes()


def _create_shops() -> None:
    op.create_table(
        "shops",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("timezone", sa.String(64), nullable=True),
        sa.Column("public_url", sa.String(200), nullable=True),
        sa.Column("fresh_days", sa.Integer(), nullable=False),
        sa.Column("caution_days", sa.Integer(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("logo_hash", sa.String(32), nullable=True),
        sa.Column("updated_at", instant, nullable=False),
        sa.CheckConstraint(LIMITS, name=op.f("ck_shops_limits")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_shops_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_shops")),
    )


def _create_products() -> None:
    op.create_table(
        "products",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("name_key", by_code_point(1200), nullable=False),
        sa.Column("emoji", sa.String(16), nullable=False),
        sa.Column("fresh_days", sa.Integer(), nullable=False),
        sa.Column("caution_days", sa.Integer(), nullable=False),
        sa.Column("use_by_days", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("import_key", sa.String(200), nullable=True),
        sa.CheckConstraint(LIMITS, name=op.f("ck_products_limits")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_products_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_products")),
    )


def _create_batches() -> None:
    op.create_table(
        "batches",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("identifier", sa.String(40), nullable=False),
        sa.Column("identifier_key", by_code_point(800), nullable=False),
        sa.Column("lot", sa.String(60), nullable=False),
        sa.Column("lot_key", by_code_point(1200), nullable=False),
        sa.Column("butchered_on", sa.Date(), nullable=True),
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("use_by", sa.Date(), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.String(12), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("fresh_days", sa.Integer(), nullable=False),
        sa.Column("caution_days", sa.Integer(), nullable=False),
        sa.Column("use_by_days", sa.Integer(), nullable=True),
        sa.Column("caution_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("state", one_of("state", *STATES), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("recall_reason", sa.Text(), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("scans", sa.BigInteger(), nullable=False),
        sa.Column("events_count", sa.Integer(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("updated_at", instant, nullable=False),
        sa.Column("deleted_at", instant, nullable=True),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("import_key", sa.String(200), nullable=True),
        sa.CheckConstraint(LIMITS, name=op.f("ck_batches_limits")),
        sa.CheckConstraint(
            "butchered_on IS NULL OR butchered_on <= arrived_on",
            name=op.f("ck_batches_butchered_on"),
        ),
        sa.CheckConstraint("caution_on <= expires_on", name=op.f("ck_batches_turns")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_batches_user_id_users"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "product_id"],
            ["products.user_id", "products.id"],
            name=op.f("fk_batches_user_id_product_id_products"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_batches")),
        sa.UniqueConstraint("code", name=op.f("uq_batches_code")),
    )


def _create_events() -> None:
    op.create_table(
        "batch_events",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", one_of("kind", *KINDS), nullable=False),
        sa.Column("at", instant, nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("state", one_of("state", *STATES), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changes", json, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "batch_id"],
            ["batches.user_id", "batches.id"],
            name=op.f("fk_batch_events_user_id_batch_id_batches"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "batch_id", "number", name=op.f("pk_batch_events")),
    )


def _create_codes() -> None:
    op.create_table(
        "retired_codes",
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("revoked_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "batch_id"],
            ["batches.user_id", "batches.id"],
            name=op.f("fk_retired_codes_user_id_batch_id_batches"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_retired_codes")),
    )
    op.create_index("ix_retired_codes_user_id_batch_id", "retired_codes", ["user_id", "batch_id"])


def downgrade() -> None:
    for table in ("retired_codes", "batch_events", "batches", "products", "shops"):
        op.drop_table(table)
