"""`remiss account` at the command line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from remissarkiv.accounts import Accounts

Remiss = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def remiss(tmp_path: Path) -> Remiss:
    """Runs the command in an empty archive."""
    program = Path(sys.executable).with_name("remiss")
    (tmp_path / "tom").mkdir()

    def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments, "--data", "data"],
            input=typed,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=False,
        )

    assert run("index", "tom").returncode == 0
    return run


def test_an_account_is_made_listed_changed_and_removed(remiss: Remiss, tmp_path: Path) -> None:
    assert "no accounts" in remiss("account", "list").stdout
    made = remiss(
        "account", "add", "Eva Ek", "--role", "rättare", "--password-stdin", typed="tio tecken nu\n"
    )
    assert made.returncode == 0, made.stderr
    assert "Eva Ek  rättare" in remiss("account", "list").stdout
    changed = remiss("account", "password", "Eva Ek", "--password-stdin", typed="helt andra tecken\n")
    assert changed.returncode == 0
    accounts = Accounts(tmp_path / "data" / "catalog.sqlite")
    assert accounts.known("Eva Ek", "helt andra tecken") is not None
    assert accounts.known("Eva Ek", "tio tecken nu") is None
    accounts.close()
    assert remiss("account", "role", "Eva Ek", "rättare").returncode == 0
    assert remiss("account", "remove", "Eva Ek").returncode == 0
    assert "no accounts" in remiss("account", "list").stdout


def test_what_cannot_be_done_is_one_line_and_never_a_password(remiss: Remiss) -> None:
    for arguments, typed in (
        (("add", "Eva Ek", "--role", "rättare", "--password-stdin"), "kort\n"),
        (("add", "Eva Ek", "--role", "rättare", "--password-stdin"), ""),
        (("add", "Eva Ek", "--role", "kung", "--password-stdin"), "tio tecken nu\n"),
        (("add", "Eva Ek", "--password-stdin"), "tio tecken nu\n"),
        (("remove", "Ingen"), ""),
    ):
        done = remiss("account", *arguments, typed=typed)
        assert done.returncode in (1, 2)
        assert "Traceback" not in done.stderr
        assert typed.strip() == "" or typed.strip() not in done.stdout + done.stderr
    assert "no accounts" in remiss("account", "list").stdout
