"""Passwords, as they are kept: hashed by scrypt (RFC 7914), with the parameters beside the hash."""

import hashlib
import hmac
import secrets
import unicodedata

from remissarkiv.errors import UsageError

SHORTEST, LONGEST = 10, 200
"""Characters of a password; long enough to be hard to guess, short enough to be hashed at once."""

_WORK, _BLOCK, _PARALLEL = 2**15, 8, 1
_MEMORY = 128 * 1024 * 1024
_SALT, _LENGTH = 16, 32

_METHOD = "scrypt"

NOBODYS = f"{_METHOD}${_WORK}${_BLOCK}${_PARALLEL}${'00' * _SALT}${'00' * _LENGTH}"
"""What the password of a name that nobody has is compared with, so that the answer takes as long; nothing is
hashed to this."""


def checked_password(password: str) -> str:
    """The password as it is hashed. Raises `UsageError` when it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"password: {len(password)} characters; between {SHORTEST} and {LONGEST} are needed",
            f"Lösenordet ska ha mellan {SHORTEST} och {LONGEST} tecken.",
        )
    return password


def hashed(password: str) -> str:
    """What is kept of a password: `scrypt$32768$8$1$salt$hash`, the two last in hex."""
    salt = secrets.token_bytes(_SALT)
    found = _scrypt(password, salt, _WORK, _BLOCK, _PARALLEL)
    return f"{_METHOD}${_WORK}${_BLOCK}${_PARALLEL}${salt.hex()}${found.hex()}"


def is_password(password: str, kept: str) -> bool:
    """Whether this is the password that was kept so. Takes as long for a wrong one as for the right one;
    False for what was kept in a way that this program does not know."""
    try:
        method, work, block, parallel, salt, known = kept.split("$")
        if method != _METHOD:
            return False
        found = _scrypt(password[:LONGEST], bytes.fromhex(salt), int(work), int(block), int(parallel))
        return hmac.compare_digest(found, bytes.fromhex(known)) and len(password) <= LONGEST
    except ValueError:
        return False


def _scrypt(password: str, salt: bytes, work: int, block: int, parallel: int) -> bytes:
    # The same letters, however the keyboard composes å and é.
    text = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=work, r=block, p=parallel, maxmem=_MEMORY, dklen=_LENGTH)
