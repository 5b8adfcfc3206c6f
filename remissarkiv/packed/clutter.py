"""Files that programs leave behind and no one wrote."""

_PREFIXES = ("~$", ".")
_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def is_clutter(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or the litter of Word, Windows or macOS
    (`~$utkast.docx`, `Thumbs.db`, the folder `__MACOSX`)."""
    return name.startswith(_PREFIXES) or name.lower() in _NAMES
