"""From a text that an OCR program without Swedish has read to the text that was written."""

from indexer.normalise.interface import NormalText
from remissarkiv.language.damage import DamageEstimate
from remissarkiv.language.lexicon import Lexicon

__all__ = ["repair"]


def repair(normal: NormalText, damage: DamageEstimate, lexicon: Lexicon) -> tuple[NormalText, DamageEstimate]:
    """The text with the misread words of its damaged stretches repaired, each a segment whose rule begins
    with `ocr-`; and the damage there was, its spans moved to the new text."""
    return normal, damage
