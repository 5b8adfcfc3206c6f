"""One row of a manifest, read and understood."""

import datetime
import hashlib
from dataclasses import dataclass, field

from remissarkiv.domain import Dnr, Kind


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What the diary says of one file. A value that is empty or None is not said.

    `file` is the path from the manifest's own folder, with `/` between the parts. `group` is the group that
    alone may see the file ("" for everyone who sees the collection). `number` is the row's, as Excel counts.
    """

    file: str
    dnr: tuple[Dnr, ...] = ()
    kind: Kind | None = None
    title: str = ""
    date: datetime.date | None = None
    kommun: str = ""
    namnd: str = ""
    sender: str = ""
    group: str = ""
    number: int = field(default=0, compare=False)

    @property
    def digest(self) -> str:
        """32 hex digits that change with anything the row says of the file."""
        said = (
            [(dnr.value, dnr.suffix) for dnr in self.dnr],
            self.kind and self.kind.value,
            self.title,
            self.date and self.date.isoformat(),
            self.kommun,
            self.namnd,
            self.sender,
            self.group,
        )
        return hashlib.blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something in a manifest that cannot be taken as written, in English and in Swedish: the row it stands
    in (as Excel counts, the headings are 1; in JSON the object; 0 is the manifest as a whole). The rest of
    the row holds."""

    row: int
    message: str
    swedish: str
