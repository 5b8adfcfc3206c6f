"""Files of kinds that lie in no folder here as they should: letters, zip exports, rich text."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP


def letter(text: bytes, attached: bytes) -> bytes:
    """A letter with a text, a file and another letter on it."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Registrator <registrator@example.se>"
    mail["To"] = "socialnamnden@example.se"
    mail["Subject"] = "Remiss: motion om rådgivning, Dnr KS 2025/448"
    mail["Date"] = "Tue, 04 Mar 2025 10:15:00 +0100"
    mail.set_content(text.decode("utf-8", "replace"))
    mail.add_attachment(text, "text", "plain", filename="Motion.txt")
    mail.add_attachment(attached, "application", "octet-stream", filename="Bilaga å.bin")
    inner = EmailMessage(policy=SMTP)
    inner["Subject"] = "VB: remiss"
    inner.set_content("Se nedan.\n")
    mail.add_attachment(inner)
    mail.set_boundary("==remiss==")
    return mail.as_bytes()


def export(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in files.items():
            container.writestr(zipfile.ZipInfo(name, (2025, 3, 4, 10, 15, 0)), data)
    return out.getvalue()


def rich_text(text: bytes) -> bytes:
    """The text as rtf."""
    signs = []
    for sign in text.decode("utf-8", "replace")[:20_000]:
        if sign in "\\{}":
            signs.append(f"\\{sign}")
        elif sign == "\n":
            signs.append("\\par\n")
        else:
            signs.append(sign if sign.isascii() else f"\\u{ord(sign) if ord(sign) < 32768 else 63}?")
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}\\pard " + "".join(signs) + "}"
    ).encode()
