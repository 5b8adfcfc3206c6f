"""Accounts: a password is known by its hash, and nobody learns which names there are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from remissarkiv.accounts import Account, Accounts, Role
from remissarkiv.accounts.passwords import NOBODYS, hashed, is_password
from remissarkiv.errors import NotFoundError, UsageError

RIGHT = "hemligt nog för oss"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "catalog.sqlite"


@pytest.fixture
def accounts(place: Path) -> Iterator[Accounts]:
    opened = Accounts(place)
    yield opened
    opened.close()


@pytest.fixture
def eva(accounts: Accounts) -> Account:
    return accounts.add("Eva Ek", RIGHT, Role.RATTARE)


def test_who_has_the_password_is_known_however_she_writes_her_name(accounts: Accounts, eva: Account) -> None:
    for name in ("Eva Ek", "eva ek", "  Eva   EK "):
        assert accounts.known(name, RIGHT) == eva
    assert eva.may_correct


@pytest.mark.parametrize(
    ("name", "password"),
    [("Eva Ek", "hemligt nog för os"), ("Eva Ek", ""), ("Ingen", RIGHT), ("", ""), ("\0", "x" * 100_000)],
)
def test_nobody_else_is(accounts: Accounts, eva: Account, name: str, password: str) -> None:
    assert accounts.known(name, password) is None


def test_the_same_letters_are_the_same_password_however_they_are_composed(accounts: Accounts) -> None:
    accounts.add("Åsa", "tio åäö tecken", Role.RATTARE)
    assert accounts.known("A\u030asa", "tio a\u030aa\u0308o\u0308 tecken") is not None


def test_the_password_itself_is_kept_nowhere(place: Path, accounts: Accounts, eva: Account) -> None:
    accounts.add("Ulf Alm", RIGHT, Role.RATTARE)
    with closing(sqlite3.connect(place)) as connection:
        kept = [row[0] for row in connection.execute("SELECT password FROM accounts")]
    assert all(value.startswith("scrypt$32768$8$1$") and RIGHT not in value for value in kept)
    assert kept[0] != kept[1]


def test_a_name_that_nobody_has_is_answered_after_as_much_work_as_one_that_somebody_has() -> None:
    somebodys, nobodys = hashed(RIGHT).split("$"), NOBODYS.split("$")
    assert nobodys[:4] == somebodys[:4]
    assert [len(part) for part in nobodys] == [len(part) for part in somebodys]


@pytest.mark.parametrize("kept", ["", "scrypt", "md5$1$1$1$00$00", "scrypt$x$8$1$00$00", "scrypt$3$8$1$0$0"])
def test_what_is_no_hash_is_nobodys_password(kept: str) -> None:
    assert not is_password("", kept)


@pytest.mark.parametrize(
    ("name", "password"), [("", RIGHT), (" \n", RIGHT), ("x" * 81, RIGHT), ("eva EK", RIGHT), ("Ny", "kort")]
)
def test_an_account_needs_a_name_of_its_own_and_a_long_password(
    accounts: Accounts, eva: Account, name: str, password: str
) -> None:
    with pytest.raises(UsageError):
        accounts.add(name, password, Role.RATTARE)
    assert accounts.list() == (eva,)


def test_sessions_end_with_the_password_and_with_the_account(accounts: Accounts, eva: Account) -> None:
    assert accounts.of_session(eva.id, eva.session) == eva
    assert accounts.of_session(eva.id, "ö" * 32) is None
    accounts.set_password("Eva Ek", "ett helt annat lösenord")
    assert accounts.of_session(eva.id, eva.session) is None
    now = accounts.known("Eva Ek", "ett helt annat lösenord")
    assert now is not None
    accounts.remove("eva ek")
    assert accounts.of_session(now.id, now.session) is None
    again = accounts.add("Eva Ek", RIGHT, Role.RATTARE)
    assert again.id != eva.id


def test_an_account_there_is_not_is_told(accounts: Accounts) -> None:
    for change in (
        lambda: accounts.remove("Ingen"),
        lambda: accounts.set_password("Ingen", RIGHT),
        lambda: accounts.set_role("Ingen", Role.RATTARE),
    ):
        with pytest.raises(NotFoundError):
            change()
