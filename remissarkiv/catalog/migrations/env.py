"""Alembic's entry: applies the migrations on the connection that `catalog.upgrade` hands over."""

from alembic import context

from remissarkiv.catalog.schema import METADATA

# The caller holds the transaction: a catalog is migrated wholly or, after a crash, not at all.
context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True
)
context.run_migrations()
