"""Subcommands of `remiss` that need neither indexer nor web."""

from remissarkiv.commands.backup import backup, restore
from remissarkiv.commands.export import export
from remissarkiv.commands.index_care import rebuild, verify
from remissarkiv.commands.search import search
from remissarkiv.commands.status import status

COMMANDS = (search, export, status, verify, rebuild, backup, restore)
