"""Paths that lead into a zip export."""

from pathlib import Path

ENDING = ".zip"


def split_packed(path: Path) -> tuple[Path, str] | None:
    """The export on the way to `path` and the name of the member in it; None when the way holds none.

    `/srv/arkiv/export.zip/KS/brev.docx` gives `/srv/arkiv/export.zip` and `KS/brev.docx`, provided that
    `export.zip` is a file: a folder may bear such a name too.
    """
    for place in range(1, len(path.parts)):
        if path.parts[place - 1].lower().endswith(ENDING):
            export = Path(*path.parts[:place])
            if export.is_file():
                return export, "/".join(path.parts[place:])
    return None
