"""Which acts are known here and now: our own table, and the register of acts that the settings name.

The register is the process's, not a caller's: whoever opens an archive says which one is in use, and a
reading process is given its parent's with every task. Our own table has the last word on every act it holds.
"""

from pathlib import Path

from remissarkiv.acts.register import Register, read_register
from remissarkiv.acts.table import Act, acts_by_number

_EMPTY = Register(())
_register = _EMPTY


def use_register(register: Register | None) -> None:
    """From now on acts are also looked up in `register` (None: in our own table alone)."""
    global _register
    _register = register or _EMPTY


def use_register_in(file: Path | None) -> None:
    """The same with the register in a file, as the settings name it. Raises `ConfigError` when it cannot be
    used."""
    use_register(read_register(file) if file else None)


def register_in_use() -> Register:
    """The register in use; an empty one when there is none."""
    return _register


def act(number: str) -> Act | None:
    """The act with this SFS number, or None when neither our table nor the register has it."""
    return acts_by_number().get(number) or _register.by_number.get(number)
