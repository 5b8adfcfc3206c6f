"""From a text that an OCR program without Swedish has read to the text that was written.

The noisy-channel model: of the words that may have been written, the one for which `P(word) * P(read | word)`
is highest, neighbours considered. The words are those of a lexicon (`remissarkiv.language.lexicon`) and
compounds of them, the channel a table learned from pages of which both texts are known.
"""

from indexer.repair.page import repair

__all__ = ["repair"]
