"""Runs a task over many items in processes that may fail, hang or grow without harm to the run."""

from indexer.pool.garbage import seldom_collected
from indexer.pool.outcome import Done, Failed, Limits, Outcome
from indexer.pool.pool import PoolError, WorkerPool

__all__ = ["Done", "Failed", "Limits", "Outcome", "PoolError", "WorkerPool", "seldom_collected"]
