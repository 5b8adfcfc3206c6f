"""What a heading over decisions tells: "Kommunstyrelsens förslag till kommunfullmäktige" stands over what
kommunstyrelsen proposes and kommunfullmäktige is to decide."""

import re

from indexer.conclude.decided.bodies import Bodies, is_fullmaktige, is_kommunstyrelse
from indexer.conclude.decided.folding import folded
from indexer.conclude.decided.frames import VERB, Frame, Strength, turns_in
from remissarkiv.domain import Kind, SectionKind, Status

FORMAL = frozenset((SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT))

_PROPOSAL = re.compile(r"\bforslag|\bhemstallan|beslutsforslag")
_TO = re.compile(r"\bforslag(?:et)? (?:till|for|i)\b|\bbeslut i\b")
_HEADING = re.compile(
    r"\A\W{0,3}(?:\d{1,2}[.)]?\s+)?(?:[\w-]+s\s+){0,3}(?:forslag(?: till (?:beslut|[\w-]{3,40}))?|beslut)"
    r"(?: (?:till|i) [\w-]{3,40})?\s*(?::|\Z|\n)"
)


def heading_frame(kind: SectionKind, heading: str, document_kind: Kind, bodies: Bodies) -> Frame:
    """What holds for the acts under a heading of a section of decisions or proposals."""
    text = folded(heading)
    mentions = bodies.mentions(heading)
    is_paper = document_kind is Kind.TJANSTEUTLATANDE
    proposed = kind is SectionKind.FORSLAG_TILL_BESLUT or is_paper or _PROPOSAL.search(text) is not None
    status = Status.FORSLAG if proposed else Status.BESLUT
    given = Frame(bodies.home, status, Strength.FORMAL, named=False)
    if VERB.search(text):
        turns = turns_in(text, mentions, bodies, given, formal=True)
        return next((turn.frame for turn in reversed(turns) if turn.frame is not None), given)
    to = _TO.search(text)
    named = [mention for mention in mentions if to is None or mention.start >= to.start()]
    if proposed and to is not None and named:
        owner = mentions[0].name if mentions[0].start < to.start() else ""
        return Frame(named[0].name, status, Strength.FORMAL, proposer=owner)
    owner = mentions[0].name if mentions else ""
    if not owner:
        return given
    if not proposed:
        return Frame(owner, status, Strength.FORMAL)
    if is_fullmaktige(bodies.home) or is_kommunstyrelse(owner):
        above = bodies.fullmaktige
        if owner.lower().endswith(("utskott", "utskottet")) and not is_fullmaktige(bodies.home):
            above = bodies.home or owner
        return Frame(above, status, Strength.FORMAL, named=False, proposer=owner)
    return given


_FOLLOWED = re.compile(r"\W*(?:enligt|i (?:enlighet|likhet) med)\b")
"""What a decision follows heads nothing: "I enlighet med kommunstyrelsens förslag: Motionen avslås"."""


def run_in_heading(text: str) -> int:
    """How long the heading is that a sentence begins with ("Kommunstyrelsens förslag: Motionen avslås"), 0
    where there is none. `text` is as it stands in the document, line ends and all."""
    words = folded(text[:120])
    found = _HEADING.match(words)
    return found.end() if found is not None and not _FOLLOWED.match(words) else 0
