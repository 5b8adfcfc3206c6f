"""A register for the length of a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from remissarkiv.acts import use_register, use_register_in

HEADER = "sfsnr\ttitle\tabbreviation\tshort_name\tissued\tin_force\texpires\trepealed_by\n"


@pytest.fixture
def registered(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Call it with the rows of a register (columns parted by tabs) to have it in use."""

    def use(rows: str) -> None:
        file = tmp_path / "register.tsv"
        file.write_text(HEADER + rows, encoding="utf-8")
        use_register_in(file)

    yield use
    use_register(None)
