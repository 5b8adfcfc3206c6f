"""The key that signs cookies survives a restart and is nobody else's to read."""

from pathlib import Path

import pytest

from remissarkiv.errors import ConfigError
from webapp.secret_key import FILE_NAME, secret_key


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "data")
    assert len(key) == 32
    assert secret_key(tmp_path / "data") == key
    assert [file.name for file in (tmp_path / "data").iterdir()] == [FILE_NAME]
    assert (tmp_path / "data" / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_two_archives_have_two_keys(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_an_empty_key_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"")
    with pytest.raises(ConfigError, match=FILE_NAME):
        secret_key(tmp_path)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(ConfigError, match="data"):
        secret_key(tmp_path / "data")
