"""Does a sentence as a whole look like a conclusion on competence? Learned, where the rules are written."""

from indexer.conclude.competence.learned.guesses import is_borne_out, unread
from indexer.conclude.competence.learned.judging import NOTHING, Judgement, judge

__all__ = ["NOTHING", "Judgement", "is_borne_out", "judge", "unread"]
