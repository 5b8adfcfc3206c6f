"""What does the diary say of a file? A list beside the files, exported from the diary system.

read_manifest(data, name) -> Manifest      the rows of a list, and what is wrong with it
Manifests(...)                             which list tells of which file
telling.tell(read, row) -> Document        what the diary says outranks what was read
"""

from indexer.manifest.columns import COLUMNS, template
from indexer.manifest.finding import NAMES, Manifests, missing_files, spelling
from indexer.manifest.reading import Manifest, ManifestError, read_manifest
from indexer.manifest.row import ManifestRow, RowProblem

__all__ = [
    "COLUMNS",
    "NAMES",
    "Manifest",
    "ManifestError",
    "ManifestRow",
    "Manifests",
    "RowProblem",
    "missing_files",
    "read_manifest",
    "spelling",
    "template",
]
