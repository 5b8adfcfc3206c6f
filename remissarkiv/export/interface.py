"""What an exporter is: hits in, one file out."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from remissarkiv.domain import Hit


@dataclass(frozen=True, slots=True)
class ExportHead:
    """What a list is a list of: the query as typed, the filters chosen beside it in words ("" for none), when
    it was made (with time zone), and what the query was taken for ("Lagrum: 2 kap. 1 § kommunallagen
    (2017:725)"; "" when that is not known)."""

    query: str
    filters: str
    made: datetime.datetime
    understood: str = ""


class Exporter(Protocol):
    """Writes one format."""

    name: str
    """The format's name and file extension: `xlsx`."""

    media_type: str

    def write(self, hits: Iterable[Hit], head: ExportHead, target: BinaryIO) -> None:
        """Write every hit, in order, to `target`, taking them one at a time."""
