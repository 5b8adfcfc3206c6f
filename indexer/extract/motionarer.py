"""The councillors behind a motion, with their parties.

Three places tell: how a text speaks of the motion ("motion från Åsa Nilsson Söderström (L) om …", "Maria
Losman (MP) har i en motion …"), the by-line of a motion ("av Annie Lööf m.fl. (C)"), and its signatures.
Names with a party in a protokoll or an answer are otherwise those of anybody who spoke.
"""

import re
from collections.abc import Iterator

from indexer.extract.draft import Draft
from indexer.extract.parties import party_in_brackets, party_of
from indexer.extract.person_names import NAME, is_name, shown_name
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import Kind, Motionar
from remissarkiv.language.skeleton import skeleton

_PARTY = r"[\(\[](?P<party>[^\W\d_][\w .åäöÅÄÖ-]{0,40})[\)\]]"
_WITH = rf"(?P<name>{NAME})(?:,?\s(?:m\.?\s?fl\.?|med flera))?,?\s{{0,2}}{_PARTY}"
_WITH_PARTY = re.compile(_WITH)
_NEXT = re.compile(rf"\s{{0,3}}(?:,|och|samt|&)\s{{1,3}}(?:(?:av|från)\s)?(?={NAME})")
_NEXT_UNSIGNED = re.compile(rf"(?P<name>{NAME})(?=\s{{0,3}}(?:,|och|samt|&)\s)")
# "motion från", "motion (2025:13) av", "motion om utbyggnad av laddinfrastruktur av", "motionärerna"
_CUE = re.compile(
    r"(?:[Mm]otion(?:en|er|erna)?|[Mm]otion\S{1,2}ren|[Mm]otion\S{1,2}rerna)(?:\s(?:nr|dnr)?\.?\s?\(?[\w/:.-]{0,15}\)?)?,?\s{1,2}"
    r"(?:(?:som\s(?:har\s)?(?:l\S{1,2}mnats|v\S{1,2}ckts|inkommit)|inl\S{1,2}mnad|v\S{1,2}ckt)\s(?:in\s)?)?(?:av|fr\S{1,2}n|frin)\s{1,2}"
)
_AFTER = re.compile(
    r"\)?\s{0,2}(?:motion\b|har\s(?:\w+\s){0,4}(?:motion\b|motionen\b)|har\si\s(?:en\s)?motion|f\S{1,2}resl\S{1,2}r\si\s(?:en\s|sin\s)?motion"
    r"|skriver\si\s(?:en\s|sin\s)?motion|l\S{1,2}mnade\sin\s(?:en\s)?motion|inkom\s(?:\w+\s){0,4}med\s(?:en\s)?motion|yrkar\si\s(?:en\s)?motion)"
)
_AFTER_REACH = 90
_BYLINE_LINES = 12
_SIGNATURE_LINES = 14
_MOST = 12


def find_motioner(draft: Draft, kind: Kind) -> tuple[Motionar, ...]:
    """Who put the motion that this document is or answers, in order of first mention, each once."""
    found: dict[str, Motionar] = {}
    mentions = list(_byline(draft)) if kind is Kind.MOTION else []
    mentions += _spoken_of(draft)
    if kind is Kind.MOTION:
        mentions += _signed(draft)
    for mention in mentions:
        _add(found, mention)
    return tuple(found.values())[:_MOST]


def _add(found: dict[str, Motionar], mention: Motionar) -> None:
    """Two spellings of a name are one motionär; the longer name without a genitive s stays, and a party."""
    key = skeleton(mention.name.lower())
    for known in (key, key.removesuffix("s"), key + "s"):
        if known in found:
            old = found[known]
            if not old.party and mention.party:
                found[known] = Motionar(old.name, mention.party)
            if known == key + "s":
                found[known] = Motionar(mention.name, found[known].party)
            return
    found[key] = mention


def _motionar(name: str, party: str, restorer: Restorer) -> Motionar | None:
    shown = shown_name(name, restorer)
    return Motionar(shown, party) if is_name(shown) else None


def _spoken_of(draft: Draft) -> Iterator[Motionar]:
    """Names after "motion från", and names before "har i en motion"."""
    text = draft.text
    for cue in _CUE.finditer(text):
        yield from _list_at(text, cue.end(), draft.restorer)
    for match in _WITH_PARTY.finditer(text):
        after = _AFTER.match(text, match.end(), match.end() + _AFTER_REACH)
        party = party_in_brackets(draft.restorer.name(match["party"]))
        if after is None or not party:
            continue
        genitive = after[0].strip(") \n").startswith("motion")
        name = _basic(match["name"]) if genitive else match["name"]
        mention = _motionar(name, party, draft.restorer)
        if mention:
            # "Anna Berg (S) och Bo Ek (M) har i en motion": those before belong to it too.
            yield from _before(text, match.start(), draft.restorer)
            yield mention


def _basic(name: str) -> str:
    """`Asa Nilsson Soderstrdms (L) motion` is a motion of Åsa Nilsson Söderström."""
    return name[:-1] if name.endswith("s") and not name.endswith(("as", "ss", "us", "is")) else name


def _list_at(text: str, start: int, restorer: Restorer) -> Iterator[Motionar]:
    """`Anna Berg (S), Bo Ek och Eva Lund (M)` at a place: those without party of their own share the next."""
    waiting: list[str] = []
    for _ in range(_MOST):
        match = _WITH_PARTY.match(text, start)
        party = party_in_brackets(restorer.name(match["party"])) if match else ""
        if match is None or not party:
            match = _NEXT_UNSIGNED.match(text, start)
            if match is None:
                break
            waiting.append(match["name"])
        else:
            for name in (*waiting, match["name"]):
                mention = _motionar(name, party, restorer)
                if mention:
                    yield mention
            waiting = []
        following = _NEXT.match(text, match.end())
        if following is None:
            break
        start = following.end()


_JOINED = re.compile(r"\s{0,2}(?:,|och|samt|&)\s{1,2}")


def _before(text: str, end: int, restorer: Restorer) -> Iterator[Motionar]:
    """Those who stand before a name in the same list, the first one first."""
    found: list[Motionar] = []
    while len(found) < _MOST:
        start = max(0, end - 200)
        window = text[start:end]
        match = None
        for candidate in _WITH_PARTY.finditer(window):
            if _JOINED.fullmatch(window, candidate.end()):
                match = candidate
        mention = _motionar(match["name"], party_in_brackets(match["party"]), restorer) if match else None
        if match is None or mention is None or not mention.party:
            break
        found.append(mention)
        end = start + match.start()
    yield from reversed(found)


def _byline(draft: Draft) -> Iterator[Motionar]:
    """`av Annie Lööf m.fl. (C)` and the like among the first lines of a motion."""
    for line in draft.lines[:_BYLINE_LINES]:
        match = re.match(
            r"(?:[Aa]v|[Mm]otion\S{1,2}r(?:er)?|[Ff]r\S{1,2}n|[Ff]örslagsställare)\s{0,2}:?\s{1,2}", line.text
        )
        if match:
            yield from _list_at(line.text, match.end(), draft.restorer)


def _signed(draft: Draft) -> Iterator[Motionar]:
    """The signatures of a motion: `Anna Berg (S)`, `Bo Ek, Centerpartiet`, or the party on the line below."""
    lines = draft.lines[-_SIGNATURE_LINES:]
    for n, line in enumerate(lines):
        below = lines[n + 1].text if n + 1 < len(lines) else ""
        cells = line.cells
        beside = lines[n + 1].cells if n + 1 < len(lines) else ()
        if len(cells) > 1 and len(cells) == len(beside):
            for cell, party in zip(cells, beside, strict=True):
                yield from _signature(cell, party, draft.restorer)
            continue
        for cell in cells:
            yield from _signature(cell, below if len(cells) == 1 else "", draft.restorer)


def _signature(words: str, below: str, restorer: Restorer) -> Iterator[Motionar]:
    brackets = list(_WITH_PARTY.finditer(words))
    end = 0
    for match in brackets:
        between, end = words[end : match.start()], match.end()
        party = party_in_brackets(restorer.name(match["party"]))
        mention = _motionar(match["name"], party, restorer) if party else None
        if mention and between.strip(" ,.").lower() in ("", "och", "för", "av"):
            yield mention
    if brackets:
        return
    name, comma, rest = words.partition(",")
    party = party_of(restorer.name(rest)) if comma else party_of(restorer.name(below))
    if party and is_name(name.strip()):
        mention = _motionar(name.strip(), party, restorer)
        if mention:
            yield mention
