"""The reference engine: everything in memory, one document at a time, slow and easy to believe."""

from remissarkiv.engines.memory.engine import MemoryEngine

__all__ = ["MemoryEngine"]
