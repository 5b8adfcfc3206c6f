"""Accounts: who may change something in an archive, and by which password she is known."""

from remissarkiv.accounts.accounts import Account, Accounts, Role

__all__ = ["Account", "Accounts", "Role"]
