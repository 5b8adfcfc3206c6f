"""Subcommands of `remiss` that need neither indexer nor web."""

from remissarkiv.commands.account import account
from remissarkiv.commands.backup import backup, restore
from remissarkiv.commands.corrections import corrections
from remissarkiv.commands.export import export
from remissarkiv.commands.search import search
from remissarkiv.commands.status import status
from remissarkiv.commands.verify import verify

COMMANDS = (search, export, status, verify, backup, restore, account, corrections)
