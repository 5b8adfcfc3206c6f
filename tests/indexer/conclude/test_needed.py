"""Which words must stand in a sentence for a pattern to match in it."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from indexer.conclude.competence import framing, hedges, senses
from indexer.conclude.competence.clauses import parts
from indexer.conclude.competence.cues import CUES, that_may_match
from indexer.conclude.competence.hedges import Surety, may_be_open, surety
from indexer.conclude.competence.terms import NEEDED, PIECES
from indexer.conclude.needed import Ways, needed, rarest, stand
from indexer.conclude.positions import moved
from indexer.conclude.positions.everyday import EVERYDAY
from indexer.conclude.positions.phrases import WORDINGS
from indexer.conclude.positions.predicates import PREDICATES
from indexer.conclude.sympathy import _AIMS

CASES = Path(__file__).resolve().parents[2] / "cases" / "conclusions"
_MOST_STRINGS = 60
_NAMES = re.compile(r"<[A-Z_]{1,20}>|<\d{1,2}>")
BEGUN = frozenset(("",))


def _sentences() -> Iterator[str]:
    for file in sorted(CASES.glob("sentences_*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line.split("\t")[0]


SENTENCES = tuple(_sentences())


@pytest.mark.parametrize(
    ("pattern", "groups"),
    [
        (r"ingen (?:rätt|makt)\b", (("ingen ",), ("rätt", "makt"))),
        (r"lagstöd(?:et)?", (("lagstöd",),)),
        (r"befogenheten?\b", (("befogenhete",),)),
        (r"utrymme(?! (?:någon|ett) annan)", (("utrymme",),)),
        (r"(?:stöd|grund)? saknas", ((" saknas",),)),
        (r"strider|otillåten", (("otillåten", "strider"),)),
        (r"(?:[a-z]{1,9}|strider) mot lagen", ((" mot lagen",),)),
        (r"Motionen\. Avslås", (("motionen",),)),
        (r"[a-z]+ \w+", ()),
        (r"ja|[a-z]", ()),
        (r"förordar(?= (?:motionen|förslaget)\b)", (("förordar",), ("motionen", "förslaget"))),
        (r"förordar(?! motionen)", (("förordar",),)),
        (r"svaret är ja|svaret är nej", (("svaret är ja", "svaret är nej"),)),
        (
            r"(?:svar|besked) \w+ negativt|(?:svar|besked) \w+ nej",
            (("svar", "besked"), (" negativt", " nej")),
        ),
        (r"(?:svar|besked) \w+ negativt|nej", ((" negativt", "nej"),)),
    ],
)
def test_what_is_plain_to_see_is_needed(pattern: str, groups: tuple[tuple[str, ...], ...]) -> None:
    found = needed(pattern)
    assert {frozenset(one) for one in groups} <= {frozenset(one) for one in found}
    assert bool(groups) == bool(found)


def test_a_name_needs_what_it_stands_for() -> None:
    assert needed("<NOT> <3>tillåtet", {"NOT": ("inte", "ej")}) == (("tillåtet",), ("inte", "ej"))
    assert needed("<NOT>? <3>tillåtet", {"NOT": ("inte", "ej")}) == (("tillåtet",),)


def test_one_of_each_group_must_stand() -> None:
    groups = needed("kommunen (?:får|kan) bevilja")
    assert stand(groups, "att kommunen inte får bevilja det")
    assert not stand(groups, "att kommunen ska bevilja det")
    assert stand((), "")


def _always(tree: Sequence[tuple[Any, Any]], words: Sequence[str], run: frozenset[str] = BEGUN) -> bool:
    """Whether each match of a parsed pattern has one of the words: found out from the tree that the module
    `re` makes of a pattern, and so by other means than the code that is tested. `run` are the strings that
    may stand right before."""
    for place, (operation, value) in enumerate(tree):
        strings, rest = _strings(operation, value), tree[place + 1 :]
        ways = _ways_ahead(operation, value) if strings == {""} else ()
        if ways and all(_always(way, words, run) for way in ways):
            return True
        if strings is not None and len(run) * len(strings) <= _MOST_STRINGS:
            run = frozenset(before + after for before, after in product(run, strings))
            if all(any(word in one for word in words) for one in run):
                return True
            continue
        name = str(operation)
        if name == "SUBPATTERN":
            return _always([*value[3], *rest], words, run)
        if name == "BRANCH":
            return all(_always([*way, *rest], words, run) for way in value[1])
        if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0 and _always(value[2], words, run):
            return True
        run = BEGUN if strings is None else frozenset(strings)
    return False


def _ways_ahead(operation: Any, value: Any) -> list[Any]:
    """Of an element that takes no place what may have to follow: one of these."""
    name = str(operation)
    if name == "ASSERT" and value[0] > 0:
        return [value[1]]
    if name == "SUBPATTERN":
        return [value[3]]
    return list(value[1]) if name == "BRANCH" else []


def _strings(operation: Any, value: Any) -> set[str] | None:
    """All that an element can match, in lower case; None where that is too much."""
    name = str(operation)
    if name == "LITERAL":
        return {chr(value).lower()}
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return {chr(sign).lower() for _, sign in value}
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if name == "SUBPATTERN":
        return _strings_of(value[3])
    if name == "BRANCH":
        ways = [_strings_of(way) for way in value[1]]
        return None if None in ways else {one for way in ways for one in way or ()}
    if name in ("MAX_REPEAT", "MIN_REPEAT") and value[1] == 1:
        inner = _strings_of(value[2])
        return None if inner is None else inner | ({""} if value[0] == 0 else set())
    return None


def _strings_of(tree: Sequence[tuple[Any, Any]]) -> set[str] | None:
    found = {""}
    for operation, value in tree:
        strings = _strings(operation, value)
        if strings is None or len(found) * len(strings) > _MOST_STRINGS:
            return None
        found = {before + after for before, after in product(found, strings)}
    return found


def _tree(pattern: re.Pattern[str]) -> Any:
    return import_module("re._parser").parse(pattern.pattern, pattern.flags & re.IGNORECASE)


def test_no_cue_matches_without_what_it_needs() -> None:
    for cue in CUES:
        told = [group for group in cue.also if group not in NEEDED.values()]
        tree = _tree(re.compile(_NAMES.sub(".", cue.words)))
        for group in told:
            assert _always(tree, group) or _always(_tree(cue.pattern), group), (cue.words, group)


def test_no_piece_of_a_cue_matches_without_what_it_needs() -> None:
    for name, group in NEEDED.items():
        assert _always(_tree(re.compile(PIECES[name])), group), name


def test_no_wording_matches_without_what_it_needs() -> None:
    for wording in (*WORDINGS, *PREDICATES, *EVERYDAY):
        tree = _tree(wording.pattern)
        for group in wording.also:
            assert _always(tree, group), (wording.words, group)


def test_no_sympathy_is_shown_without_what_it_needs() -> None:
    for _, groups, aim in _AIMS:
        for group in groups:
            assert _always(_tree(aim), group), (aim.pattern, group)


@pytest.mark.parametrize("pattern", [hedges._OPEN, hedges._DENIED_DOUBT, hedges._POSSIBLE])
def test_no_doubt_is_found_without_what_it_needs(pattern: re.Pattern[str] | Ways) -> None:
    assert _always(_tree(re.compile(pattern.pattern)), rarest(pattern.pattern))


@pytest.mark.parametrize("pattern", [hedges._OPEN, framing._LAW_RETOLD, senses._OTHER_SENSE])
def test_each_way_of_a_pattern_needs_what_it_is_said_to(pattern: Ways) -> None:
    assert "|".join(way.pattern for _, way in pattern.ways) == pattern.pattern
    assert len(pattern.ways) > 20
    for groups, way in pattern.ways:
        for group in groups:
            assert _always(_tree(way), group), (way.pattern, group)


@pytest.mark.parametrize("pattern", [hedges._OPEN, framing._LAW_RETOLD, senses._OTHER_SENSE])
def test_a_pattern_matches_in_the_cases_where_one_of_its_ways_does(pattern: Ways) -> None:
    whole = re.compile(pattern.pattern)
    lows = [sentence.lower() for sentence in SENTENCES]
    matching = [low for low in lows if whole.search(low) is not None]
    assert matching
    assert [low for low in lows if pattern.match_in(low)] == matching


def test_what_is_about_moving_has_what_it_needs() -> None:
    for pattern, groups in moved._WAYS:
        for group in groups:
            assert _always(_tree(pattern), group), (pattern.pattern, group)


def test_what_matches_in_a_case_is_tried() -> None:
    for sentence in SENTENCES:
        low = sentence.lower()
        tried = set(map(id, that_may_match(low, CUES)))
        for cue in CUES[::5]:
            assert id(cue) in tried or cue.pattern.search(low) is None, (cue.words, sentence)


def test_what_leaves_a_case_open_is_not_refused() -> None:
    for sentence in SENTENCES:
        low = sentence.lower()
        if any(surety(low, part.start, part.end) is Surety.OPEN for part in parts(low)):
            assert may_be_open(low), sentence


@pytest.mark.parametrize(
    "low",
    [
        "det kan ifrågasättas om bidraget är lagligt",
        "det kan möjligen strida mot lagen",
        "det är inte utan vidare tillåtet",
        # Without the denial it reads "kan ha rätt".
        "kommunen kan ingen ha rätt att neka",
    ],
)
def test_what_may_be_open_is_read(low: str) -> None:
    assert surety(low, 0, len(low)) is Surety.OPEN
    assert may_be_open(low)


def test_most_sentences_leave_nothing_open() -> None:
    assert not may_be_open("bron är fyrtio meter lång och öppnas under hösten.")
