"""`remiss account`: who may correct what the archive says."""

import sys
from pathlib import Path

import click

from remissarkiv.accounts import Role
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.commands.answers import one_line
from remissarkiv.commands.options import config_option, data_option
from remissarkiv.errors import UsageError

_ROLES = click.Choice([role.value for role in Role])

_stdin_option = click.option(
    "--password-stdin", is_flag=True, help="Read the password from the first line of standard input."
)


@click.group()
def account() -> None:
    """Accounts of people who may correct what was read and derived. Everybody else is a guest."""


@account.command()
@click.argument("name")
@click.option("--role", type=_ROLES, required=True, help="What the person may do.")
@_stdin_option
@data_option
@config_option
def add(name: str, role: str, password_stdin: bool, data: Path | None, config: Path | None) -> None:
    """Make an account for NAME, as it is to be shown beside corrections. Asks for the password twice."""
    with _open(data, config) as archive:
        made = archive.accounts.add(name, _password(password_stdin), Role(role))
    click.echo(f"Account {made.name!r} is made: {made.role.value}.")


@account.command("list")
@data_option
@config_option
def list_accounts(data: Path | None, config: Path | None) -> None:
    """List the accounts with their roles."""
    with _open(data, config) as archive:
        found = archive.accounts.list()
    for one in found:
        click.echo(f"{one_line(one.name)}  {one.role.value}  since {one.created.astimezone():%Y-%m-%d}")
    if not found:
        click.echo("There are no accounts; make one with: remiss account add NAME --role rättare")


@account.command()
@click.argument("name")
@_stdin_option
@data_option
@config_option
def password(name: str, password_stdin: bool, data: Path | None, config: Path | None) -> None:
    """Give NAME another password; whoever is logged in as NAME is logged out."""
    with _open(data, config) as archive:
        archive.accounts.set_password(name, _password(password_stdin))
    click.echo(f"Account {name!r} has a new password.")


@account.command()
@click.argument("name")
@click.argument("role", type=_ROLES)
@data_option
@config_option
def role(name: str, role: str, data: Path | None, config: Path | None) -> None:
    """Give NAME the role ROLE."""
    with _open(data, config) as archive:
        archive.accounts.set_role(name, Role(role))
    click.echo(f"Account {name!r}: {role}.")


@account.command()
@click.argument("name")
@data_option
@config_option
def remove(name: str, data: Path | None, config: Path | None) -> None:
    """Remove the account of NAME. What NAME corrected stays."""
    with _open(data, config) as archive:
        archive.accounts.remove(name)
    click.echo(f"Account {name!r} is removed.")


def _open(data: Path | None, config: Path | None) -> Archive:
    return open_archive(config, data=data, replay=False, create=False)


def _password(from_stdin: bool) -> str:
    if from_stdin:
        line = sys.stdin.readline()
        if not line:
            raise UsageError("account: no password on standard input")
        return line.rstrip("\r\n")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return typed
