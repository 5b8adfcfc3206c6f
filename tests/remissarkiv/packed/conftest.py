"""Zip exports, made on the spot."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def zipped() -> Callable[[dict[str, bytes]], bytes]:
    """The bytes of a zip with these members."""

    def make(members: dict[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return out.getvalue()

    return make


@pytest.fixture
def export(tmp_path: Path, zipped: Callable[[dict[str, bytes]], bytes]) -> Callable[[dict[str, bytes]], Path]:
    """A zip export with these members, as a file."""

    def make(members: dict[str, bytes]) -> Path:
        file = tmp_path / "export.zip"
        file.write_bytes(zipped(members))
        return file

    return make
