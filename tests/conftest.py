"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real Swedish data beside the project. Missing: skipped here, an error in CI."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/data is not present, and CI must have it")
        pytest.skip("../shared/data: not present")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample archive that comes with the project."""
    return PROJECT / "corpus"
