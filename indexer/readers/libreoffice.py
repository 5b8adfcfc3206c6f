"""LibreOffice as a converter: headless, with a profile of its own, and never longer than it may."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from indexer.readers.keeper import TIME_IS_UP
from remissarkiv.errors import UnreadableFileError

SECONDS = 40
"""For one file; the reading process as a whole has 60."""
MEMORY_MB = 4096
"""Address space of LibreOffice, which maps far more than it uses."""
_PROGRAMS = ("soffice", "libreoffice")
_KEEPER = Path(__file__).with_name("keeper.py")
_MAX_OUTPUT = 256 * 1024 * 1024

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">\
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""No macros, no linked files or pictures fetched from elsewhere, links never brought up to date."""


def as_docx(data: bytes, ending: str) -> bytes:
    """The document `data`, whose file name would end in `ending` (".doc"), as a docx.

    Raises `UnreadableFileError` when there is no LibreOffice, when it cannot open the document, and when it
    takes too long. Nothing of it outlives this call, nor the process that makes it.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableFileError(
            "old Word format (.doc) can be read only with LibreOffice, which is not installed",
            "äldre Word-format (.doc) kan inte läsas utan LibreOffice; installera LibreOffice,"
            " eller spara om filen som .docx eller pdf",
        )
    with tempfile.TemporaryDirectory(prefix="remiss-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, out = folder / f"handling{ending}", folder / "ut"
        source.write_bytes(data)
        (folder / "profil" / "user").mkdir(parents=True)
        (folder / "profil" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(out), str(source),
        ]  # fmt: skip
        _run(command, folder)
        converted = out / "handling.docx"
        if not converted.is_file() or converted.stat().st_size > _MAX_OUTPUT:
            raise UnreadableFileError(
                "LibreOffice cannot open the document",
                "Word-filen är skadad eller lösenordsskyddad; LibreOffice kan inte öppna den",
            )
        return converted.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Runs the command under a keeper, which ends it with all its children when its time is up, and when
    the pipe to this process breaks: even a reading process that is killed leaves nothing running."""
    environment = {key: value for key, value in os.environ.items() if key in {"PATH", "LANG", "LC_ALL"}}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    keeper = [sys.executable, "-I", "-S", str(_KEEPER), f"{SECONDS:g}", str(MEMORY_MB), *command]
    with subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the arguments are our own
        keeper,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
        start_new_session=True,
    ) as process:
        status = process.wait()
    if status == TIME_IS_UP:
        raise UnreadableFileError(
            f"LibreOffice took more than {SECONDS:g} s",
            f"LibreOffice tog längre än {SECONDS:g} sekunder att öppna filen",
        )
