"""The key that signs cookies and form tokens: made once, kept in the data folder, for its owner only."""

import os
import secrets
from pathlib import Path

from remissarkiv.errors import ConfigError

FILE_NAME = "web-secret"
_LENGTH = 32


def secret_key(folder: Path) -> bytes:
    """The key in `folder`, made on the first call. Two servers that start at once agree on one key.

    Raises `ConfigError` when the file cannot be written, read, or holds no key.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{FILE_NAME}.{os.getpid()}.{secrets.token_hex(4)}"
        if not path.exists():
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_bytes(_LENGTH))
            try:
                # A link never replaces: whoever comes second keeps the first one's key.
                os.link(draft, path)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        key = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot keep the web server's key in {path}: {error.strerror}") from error
    if len(key) < _LENGTH:
        raise ConfigError(f"{path} holds no key: remove the file and start again")
    return key
