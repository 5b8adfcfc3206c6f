"""What is made of the judgement of a sentence: verdicts that no rule saw, and those that none should have
seen.

Where the two bounds lie was chosen on files that neither the rules nor the weights had seen. Of what the
rules read in sentences below the lower one nothing was right (0 of 18); of the sentences above the upper one
in which no rule read anything four of five did conclude, and of the verdicts they are given here .70 were
right, about as many as of the unsure ones that are read by rules."""

import re

from indexer.conclude.competence.clauses import Part
from indexer.conclude.competence.framing import is_question
from indexer.conclude.competence.learned.judging import Judgement
from indexer.conclude.competence.verdicts import Reading
from remissarkiv.domain import Verdict

_CONCLUDES = 1.0
_CONCLUDES_AMONG_MANY = 2.0
"""In a whole document, of which more sentences only tell something than in a passage that is quoted for what
it concludes, as most of the cases are that taught the weights."""
_HARDLY = -2.0
_EITHER = 0.5
"""Below it a sentence may as well permit as forbid."""
_THOUGH_DENIED = 2.0
"""What a sentence with a denial needs to be taken for a yes: "hindrar inte" is one, "passar inte" is none."""
_DENIES = re.compile(r"\b(?:in[tl]e|ínte|ej|icke|knappast|näppeligen|varken|ing(?:en|et|a|enting))\b")

_SUPPOSES = ("om ", "ifall ", "huruvida ")
"""How sentences begin that only suppose or ask, with the words of a conclusion: "Om lagen ändras får kommunen
rätt att ta ut avgift." Only rules read them."""

_SHORT = 60
"""Characters of a sentence that tells too little of itself: "Uppgiften är exklusivt statlig."."""


def is_borne_out(low: str, judged: Judgement) -> bool:
    """Whether a sentence in lower case may as a whole conclude what was read in it."""
    return judged.concludes > _HARDLY or len(low) < _SHORT


def unread(low: str, judged: Judgement, *, among_many: bool) -> Reading | None:
    """The verdict of a sentence in lower case in which no rule saw anything, never sure; None where it does
    not look like a conclusion, or may be either way. `among_many`: it stands in a whole document."""
    least = _CONCLUDES_AMONG_MANY if among_many else _CONCLUDES
    if judged.concludes < least or low.startswith(_SUPPOSES) or is_question(low):
        return None
    verdict = _verdict(low, judged)
    return Reading(verdict, False, (0, 0), Part(0, len(low), ())) if verdict else None


def _verdict(low: str, judged: Judgement) -> Verdict | None:
    if judged.open > 0:
        return Verdict.OPEN
    if judged.permits <= -_EITHER:
        return Verdict.OUTSIDE
    enough = _THOUGH_DENIED if _DENIES.search(low) else _EITHER
    return Verdict.WITHIN if judged.permits >= enough else None
