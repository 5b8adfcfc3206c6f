"""Was an answer followed, part by part where fullmäktige decided so?

"Motionen bifalls i fråga om fixartjänst, bifalls delvis i fråga om snöskottning och anses besvarad i fråga om
trygghetsbostäder": who only spoke of trygghetsbostäder was neither followed nor not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.assessments.proposal import Proposal, telling_keys
from remissarkiv.domain import Decision, Document, Outcome, Position, Stance, StoredDocument
from remissarkiv.matters.outcome import Followed, Round, followed

_ORDINALS = {"först": 1, "andr": 2, "tredj": 3, "fjärd": 4, "femt": 5, "sjätt": 6}
_PART = re.compile(
    r"\b(?P<word>först|andr|tredj|fjärd|femt|sjätt)[ae]?\s(?:att[\s-]?sats|förslag|yrkande|punkt|del)"
    r"|\b(?:att-sats|att-satsen|punkt|punkten|yrkande)\s(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:till?styrk|bifall|bifäll)\w*", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:avstyrk|avslå|avslag|avråd)\w*", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:undantag|utom|förutom|förutsatt|förutsättning|villkor|begränsning)\w*", re.IGNORECASE
)


def followed_by(
    said: Sequence[tuple[StoredDocument, Position]],
    stance: Stance | None,
    settled: Round | None,
    proposal: Proposal | None = None,
) -> Followed | None:
    """Whether the round that settled the matter went the way of an answer. `said` are its stances, each with
    its document, `stance` is their head, and `proposal` tells what each att-sats is about.

    None where that cannot be told: nothing is settled, the answer took no side, the motion (or what was
    spoken of) was only answered, or other parts were decided on.
    """
    if settled is None or stance is None:
        return None
    decisions = settled.settling
    if len(decisions) < 2 and not any(one.target for one in decisions):
        return _of_a_whole(said, stance, settled)
    if stance in (Stance.FOR, Stance.AGAINST) and any(not position.target for _, position in said):
        return followed(stance, settled.outcome)
    points = proposal.points if proposal else ()
    parts = [_part(settled.document.document, one, points) for one in decisions]
    ways = [
        way
        for stored, position in said
        for wanted, outcome in _met(stored.document, position, parts)
        if (way := followed(wanted, outcome)) is not None
    ]
    return _summed(ways)


@dataclass(frozen=True, slots=True)
class _Decided:
    """A part that was decided on: the words that tell it, its number (0 for none), and what was decided."""

    words: frozenset[str]
    number: int
    outcome: Outcome


def _part(document: Document, decision: Decision, points: Sequence[frozenset[str]]) -> _Decided:
    sentence = document.text[decision.span.start : decision.span.end]
    number = _number(decision.target)
    words = telling_keys(decision.target) or telling_keys(sentence)
    if 0 < number <= len(points):
        words |= points[number - 1]
    return _Decided(words, number, decision.outcome)


def _met(document: Document, position: Position, parts: Sequence[_Decided]) -> list[tuple[Stance, Outcome]]:
    """The parts that a stance is about, with what it wants of each."""
    sentence = document.text[position.span.start : position.span.end]
    if position.target:
        number = _number(position.target)
        numbered = [one for one in parts if number and one.number == number]
        about = telling_keys(position.target) or telling_keys(sentence)
        found = numbered or _best(about, parts)
        return [(position.stance, one.outcome) for one in found]
    if position.stance is not Stance.PARTLY:
        return [(position.stance, one.outcome) for one in parts]
    if _LIMITED.search(sentence):
        return []
    return [
        (wanted, part.outcome)
        for wanted, words in _clauses(sentence)
        for part in parts
        if part.words & telling_keys(words)
    ]


def _clauses(sentence: str) -> list[tuple[Stance, str]]:
    """What is wanted of what: "avstyrker driftbidrag och tillstyrker en serviceplan" in its two clauses; in
    the passive ("driftbidrag avstyrks och en serviceplan tillstyrks") the words stand before the verb."""
    found = [(verb, Stance.FOR) for verb in _FOR.finditer(sentence)]
    found += [(verb, Stance.AGAINST) for verb in _AGAINST.finditer(sentence)]
    found.sort(key=lambda one: one[0].start())
    if len({stance for _, stance in found}) < 2:
        return [(stance, sentence) for _, stance in found[:1]]
    passive = {verb.group().endswith("s") for verb, _ in found}
    if len(passive) > 1:
        return []
    if True in passive:
        starts = [0, *(verb.end() for verb, _ in found[:-1])]
        return [
            (stance, sentence[start : verb.start()])
            for start, (verb, stance) in zip(starts, found, strict=True)
        ]
    ends = [*(verb.start() for verb, _ in found[1:]), len(sentence)]
    return [(stance, sentence[verb.end() : end]) for end, (verb, stance) in zip(ends, found, strict=True)]


def _best(words: frozenset[str], parts: Sequence[_Decided]) -> list[_Decided]:
    """The part that most words speak of; none where two are spoken of alike."""
    shared = [len(words & part.words) for part in parts]
    most = max(shared, default=0)
    return [parts[shared.index(most)]] if most and shared.count(most) == 1 else []


def _number(target: str) -> int:
    found = _PART.search(target)
    if found is None:
        return 0
    return _ORDINALS[found["word"].lower()] if found["word"] else int(found["number"])


def _of_a_whole(
    said: Sequence[tuple[StoredDocument, Position]], stance: Stance, settled: Round
) -> Followed | None:
    """Of a decision on the motion as a whole: what was wanted of each part, when the answer is by parts."""
    by_parts = stance is Stance.PARTLY and all(position.target for _, position in said)
    if not by_parts or settled.outcome is Outcome.DELVIS_BIFALL:
        return followed(stance, settled.outcome)
    ways = [followed(position.stance, settled.outcome) for _, position in said]
    return _summed([way for way in ways if way is not None])


def _summed(ways: Sequence[Followed]) -> Followed | None:
    kinds = set(ways)
    return Followed.PARTLY if len(kinds) > 1 else next(iter(kinds), None)
