"""JSON for programs: the query, when it was asked, every hit and how many they were. The keys of a hit are
those of `remiss search --json`."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from remissarkiv.domain import Hit
from remissarkiv.export.interface import ExportHead


class JsonExporter:
    """One object; the hits, one per line, are written as they come, so the number stands after them."""

    name = "json"
    media_type = "application/json"

    def write(self, hits: Iterable[Hit], head: ExportHead, target: BinaryIO) -> None:
        """Write the object as UTF-8."""
        top = {"query": head.query, "filters": head.filters, "made": head.made.isoformat(timespec="seconds")}
        target.write(_dump(top).removesuffix(b"}") + b', "hits": [')
        number = 0
        for number, hit in enumerate(hits, start=1):
            target.write((b"\n" if number == 1 else b",\n") + _dump(_row(hit)))
        target.write(b'\n], "total": ' + _dump(number) + b"}\n")


def _row(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "title": hit.title,
        "kind": str(hit.kind),
        "date": hit.date.isoformat() if hit.date else None,
        "dnr": list(hit.dnr),
        "namnd": hit.namnd,
        "kommun": hit.kommun,
        "path": hit.path,
        **({"part": hit.part} if hit.part else {}),
        "quality": hit.quality,
        "copies": [
            {"id": copy.id, "path": copy.path} | ({"part": copy.part} if copy.part else {})
            for copy in hit.copies
        ],
    }


def _dump(value: object) -> bytes:
    # A lone surrogate from a broken file name has no UTF-8; it becomes "?".
    return json.dumps(value, ensure_ascii=False).encode("utf-8", errors="replace")
