"""Places in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of character offsets, `text[start:end]`."""

    start: int
    end: int

    def shift(self, offset: int) -> "Span":
        """The same range seen from a text that begins `offset` characters earlier."""
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end


class Segment(NamedTuple):
    """One place where `Document.text` differs from what was read.

    `original` is the span in `Document.original`, `repaired` the span in `Document.text`, `rule` the name of
    the step that changed it (`"whitespace"`, `"soft-hyphen"`, `"line-hyphen"`, `"running-head"`) and `cost`
    how unlikely the change is (negative log probability; 0 for a change that cannot be wrong).
    Text between segments is equal in both. Rules that begin with `"ocr-"` are repairs of what an OCR program
    read wrongly (`"ocr-word"`, `"ocr-hyphen"`, …); the others only tidy the text.
    """

    original: Span
    repaired: Span
    rule: str
    cost: float = 0.0

    @property
    def is_repair(self) -> bool:
        """Whether a misread word was mended here."""
        return self.rule.startswith("ocr-")
