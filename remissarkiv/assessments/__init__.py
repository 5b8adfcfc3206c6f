"""What documents conclude on kommunal kompetens, value by value, and what is known of the principles: what
each is called, what it rests on, what it means."""

from remissarkiv.assessments.held import Held, found_in_part, held, own_positions
from remissarkiv.assessments.names import read_principles
from remissarkiv.assessments.pairs import of_pair, pair, paired
from remissarkiv.assessments.principles import (
    PRINCIPLES,
    Limits,
    PrincipleFacts,
    facts_of,
    facts_with_slug,
)
from remissarkiv.assessments.proposal import Proposal, proposal_of
from remissarkiv.assessments.summed import stance_in_one_word, stance_of, verdict_in_one_word, verdict_of
from remissarkiv.assessments.texts import explanation

__all__ = [
    "PRINCIPLES",
    "Held",
    "Limits",
    "PrincipleFacts",
    "Proposal",
    "explanation",
    "facts_of",
    "facts_with_slug",
    "found_in_part",
    "held",
    "of_pair",
    "own_positions",
    "pair",
    "paired",
    "proposal_of",
    "read_principles",
    "stance_in_one_word",
    "stance_of",
    "verdict_in_one_word",
    "verdict_of",
]
