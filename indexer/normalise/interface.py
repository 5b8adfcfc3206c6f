"""A reading made fit to be shown and searched, with the way back to what was read."""

from dataclasses import dataclass, field

from indexer.readers.interface import Heading
from remissarkiv.domain import Page, Segment


@dataclass(frozen=True, slots=True)
class NormalText:
    """`text` is what every span of a `Document` points into; `original` is `Reading.text`.

    `running` holds the lines of running heads and feet that were dropped from the text, in reading order:
    they are still a source of metadata (`Dnr SOF 2025/424`, `Sida 3 (3)`).
    """

    text: str
    original: str
    segments: tuple[Segment, ...] = ()
    pages: tuple[Page, ...] = ()
    headings: tuple[Heading, ...] = ()
    running: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
