"""Whether a file begins as an e-mail does."""

import re

_HEAD_BYTES = 65_536
_LINE = re.compile(rb"([!-9;-~]{1,100}):|[ \t]")
# Lines that only programs write: a letter typed in a text file begins with From: and To: too.
_BY_PROGRAMS = {
    b"received", b"return-path", b"message-id", b"mime-version", b"content-type", b"delivered-to",
    b"content-transfer-encoding", b"dkim-signature", b"x-mailer", b"x-originating-ip", b"thread-index",
}  # fmt: skip
_OF_LETTERS = {b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version"}


def is_letter(data: bytes) -> bool:
    """Whether the lines before the first blank one are those of a letter's head (RFC 5322): all of them of
    the form `Name: value`, some as only programs write them and some as every letter has them."""
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    names: set[bytes] = set()
    for line in head.splitlines():
        if not line.strip():
            break
        match = _LINE.match(line)
        if match is None:
            return False
        if match[1] is not None:
            names.add(match[1].lower())
    return bool(names & _BY_PROGRAMS) and len(names & _OF_LETTERS) >= 2
