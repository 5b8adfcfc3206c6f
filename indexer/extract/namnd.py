"""The board a document belongs to: the one that wrote it, never the one it is sent to."""

import re
from collections.abc import Iterator, Sequence

from indexer.extract.bodies import bodies_in, only_a_body
from indexer.extract.columns import columns_of
from indexer.extract.dates import date_in
from indexer.extract.diary_boards import is_of_office
from indexer.extract.diary_words import LABEL
from indexer.extract.draft import Draft
from indexer.extract.head_fields import head_fields
from indexer.extract.lines import Line, has_bullet
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import Kind, SectionKind
from remissarkiv.language.skeleton import skeleton
from remissarkiv.matters.bodies import body_key, is_short_for
from remissarkiv.matters.diaries import is_office_body

_PROPOSAL = 400
_OPENING = 2000
_HEAD, _HEAD_LINES = 25, 15
_PROSE = 100
"""Characters; where a line is longer than this, the text of a letter has begun."""
# "Tjänsteutlåtandet överlämnas till kommunstyrelsen": who gets the answer does not give it.
_SENT_TO = re.compile(r"\btill [a-zåäö]\S+")
_RIKSDAG = re.compile(r"\b(?:till riksdagen|riksdagsbeslut)\b", re.IGNORECASE)
_TO = re.compile(r"till\b", re.IGNORECASE)
_THEIRS = re.compile(r"er[ta]?\b.{0,60}|remiss\b.{0,60}", re.IGNORECASE)
_ARRIVED = re.compile(r"(?:ink|ank)(?:om|\b)", re.IGNORECASE)
_ACTS = re.compile(
    r"(?:^|(?<=[.\n] )|(?<=\n))(?P<body>[A-ZÅÄÖ][^.\n]{3,60}?)\s"
    r"(?:yttrar sig|behandlade|har behandlat|avger|lämnar|avstyrker|tillstyrker|beslutade)\b",
    re.MULTILINE,
)
_STATE = frozenset(
    {
        Kind.PROPOSITION,
        Kind.LAGRADSREMISS,
        Kind.UTREDNING,
        Kind.DIREKTIV,
        Kind.FORFATTNING,
        Kind.DOM,
        Kind.MYNDIGHETSBESLUT,
        Kind.PRESSMEDDELANDE,
        Kind.ARTIKEL,
        Kind.TAL,
        Kind.UPPDRAG,
    }
)
_ANSWERS = frozenset({Kind.REMISSVAR, Kind.YTTRANDE})
_OF_BOARDS = frozenset({Kind.TJANSTEUTLATANDE, Kind.PROTOKOLL, Kind.BESLUT, *_ANSWERS, Kind.OVRIGT})
_UNITS = tuple(skeleton(word) for word in "nämnden nämnd förvaltningen förvaltning kontoret kontor".split())
_IN_KOMMUN = re.compile(r",\s[A-ZÅÄÖ][\w-]{1,24}(?:\s[A-ZÅÄÖ][\w-]{1,24})?\s(?:[Kk]ommun|[Ss]tad)\Z")
_OURS = re.compile(rf"(?:v\S{{1,2}}rt?\s)?{LABEL}\b", re.IGNORECASE)


_OFFICES = frozenset(
    skeleton(word)
    for word in (
        "stadsledningskontoret stadskansliet kommunkansliet kommunkontoret kommunledningskontoret "
        "kommunledningsförvaltningen kommunstyrelseförvaltningen stadsledningsförvaltningen "
        "kommunstyrelsekontoret"
    ).split()
) | {skeleton("kommunstyrelsens kansli"), skeleton("kommunstyrelsens förvaltning")}
"""The administration of kommunstyrelsen, which writes in her name."""


def find_namnd(draft: Draft, kind: Kind, *, told: str = "") -> str:
    """The board a document belongs to, "" when the document does not say. `told` is the board whose archive
    holds it: it stands where the letterhead names no other, or only its short name.

    In this order: what the file says; the sender of a printed e-mail or a diary card; for a tjänsteutlåtande
    the body that its proposal lets decide ("Socialnämnden godkänner …"); a column of the letterhead that
    names a body and nothing else; for a motion kommunfullmäktige, before whom every motion is brought (5 kap.
    22 § kommunallagen); for a remiss kommunstyrelsen where the Dnr is of its diary, or her office sends it.
    """
    found = _found(draft, kind, told)
    return told if told and is_short_for(found, told) else found


def _found(draft: Draft, kind: Kind, told: str) -> str:
    said = next(bodies_in(draft.metadata.get("namnd", ""), draft.restorer), "")
    if said:
        return said
    if kind in _STATE:
        return ""
    sender = next(bodies_in(head_fields(draft.lines).values.get("from", ""), draft.restorer), "")
    if sender:
        return sender
    if kind is Kind.REMISS and (office := _of_its_diary(draft) or _of_office(draft)):
        return office
    # What is proposed may be for fullmäktige, or tell of another board: whose archive it is says more.
    is_board = bool(told) and not is_office_body(told)
    if is_board and kind in _OF_BOARDS and _is_in_head(told, draft):
        return told
    if not is_board and kind in (Kind.TJANSTEUTLATANDE, *_ANSWERS, Kind.OVRIGT):
        found = _proposed_to(draft)
        if found:
            return _full_name(found, draft)
    found = next(_in_head(draft, kind), "")
    if found:
        return _full_name(found, draft)
    if is_board and kind in _OF_BOARDS:
        return told
    if kind in (Kind.MOTION, Kind.MEDBORGARFORSLAG):
        return "" if _RIKSDAG.search(draft.text[:_PROPOSAL]) else "Kommunfullmäktige"
    if kind in (Kind.PROTOKOLL, Kind.BESLUT):
        return _in_decision(draft)
    if kind is Kind.TJANSTEUTLATANDE:
        if office := _of_office(draft):
            return office
        to = [line.text for line in draft.lines[:_HEAD_LINES] if _TO.match(line.text)]
        return next((body for words in to for body in bodies_in(words, draft.restorer)), "")
    if kind in _ANSWERS:
        return _that_acts(draft)
    return ""


def _is_in_head(told: str, draft: Draft) -> bool:
    """Whether the letterhead names the board, by its whole name or its administration's."""
    stem = _stem(told)
    return any(
        _stem(column) == stem
        for line in draft.lines[:_HEAD_LINES]
        for column in columns_of(line.text, draft.restorer)
    )


def _stem(name: str) -> str:
    """`hägersta liljeviks stadsdels` of "Hägersta-Liljeviks stadsdelsförvaltning" as a key."""
    key = body_key(name)
    return next((key.removesuffix(unit) for unit in _UNITS if key.endswith(unit)), key)


def _of_office(draft: Draft) -> str:
    """Kommunstyrelsen, when a column of the letterhead is her office."""
    for line in draft.lines[:_HEAD_LINES]:
        for column in columns_of(line.text, draft.restorer):
            if skeleton(column.strip(" .:").lower()) in _OFFICES:
                return "Kommunstyrelsen"
    return ""


def _proposed_to(draft: Draft) -> str:
    """Who is to decide: the body that the heading of a proposal or its first sentences name."""
    for section in draft.sections:
        if section.kind is SectionKind.FORSLAG_TILL_BESLUT:
            _, _, owner = section.heading.partition(" i ")
            proposal = _SENT_TO.sub("", draft.body(section)[:_PROPOSAL])
            return next((b for words in (owner, proposal) for b in bodies_in(words, draft.restorer)), "")
    return ""


def _in_decision(draft: Draft) -> str:
    """The first body named by a decision or the heading over it: `Kommunfullmäktiges beslut`."""
    for section in draft.sections:
        if section.kind is SectionKind.BESLUT:
            words = draft.text[section.span.start : min(section.span.end, section.span.start + _PROPOSAL)]
            return next(bodies_in(words, draft.restorer), "")
    return ""


def _in_head(draft: Draft, kind: Kind) -> Iterator[str]:
    """The bodies that columns of the letterhead name and nothing else, addressees left out.

    A tjänsteutlåtande is addressed to its own board, and minutes to nobody.
    """
    for line in draft.running:
        yield from filter(
            None, (only_a_body(c, draft.restorer) for c in columns_of(line.text, draft.restorer))
        )
    lines = draft.lines[:_HEAD]
    own = kind not in (Kind.REMISS, *_ANSWERS, Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.OVRIGT)
    dated = False
    for n, line in enumerate(lines):
        columns = columns_of(_IN_KOMMUN.sub("", line.text), draft.restorer)
        bodies = [body for column in columns if (body := only_a_body(column, draft.restorer))]
        if bodies and not has_bullet(line.text) and (own or not _is_addressee(draft, lines, n, dated=dated)):
            yield from bodies
        dated = dated or date_in(line.text) is not None
        if not own and len(line.text) > _PROSE:
            return


def _is_addressee(draft: Draft, lines: Sequence[Line], n: int, *, dated: bool) -> bool:
    """Whether the body on line `n` is written to: "Till kommunstyrelsen", a body alone below the date, one
    above "Er beteckning", one of several in a row, one with the stamp "Ank. 2010-04-30" below it."""
    text = _IN_KOMMUN.sub("", lines[n].text)
    below = lines[n + 1 : n + 3]
    if _TO.match(text) or (n and _TO.fullmatch(lines[n - 1].text)):
        return True
    if any(_ARRIVED.match(line.text) for line in below[:1]):
        return True
    if len(columns_of(text, draft.restorer)) > 1 or date_in(text):
        return False
    # A sender's name has the Dnr of its letter right below it.
    if below and not below[0].opens and _OURS.match(below[0].text):
        return False
    if dated or (below and _THEIRS.fullmatch(below[0].text) and not below[0].opens):
        return True
    beside = [lines[m].text for m in (n - 1, n + 1) if 0 <= m < len(lines)]
    return any(only_a_body(words, draft.restorer) for words in beside)


def _that_acts(draft: Draft) -> str:
    """`Äldrenämnden behandlade remissen`: who speaks in an answer without letterhead."""
    for match in _ACTS.finditer(draft.text[:_OPENING]):
        found = only_a_body(match["body"], draft.restorer)
        if found:
            return found
    return ""


def _of_its_diary(draft: Draft) -> str:
    """Kommunstyrelsen, when the first Dnr of a kommun's remiss is of its diary."""
    first = next(iter(find_dnr(draft.text[:_OPENING])), None)
    return "Kommunstyrelsen" if first and is_of_office(first.authority) else ""


def _full_name(body: str, draft: Draft) -> str:
    """`Stadsdelsnämnden` of a proposal by the name the letterhead gives it: `Bromma stadsdelsnämnd`."""
    if not body.startswith(("Stadsdelsnämnd", "Distriktsnämnd", "Kommundelsnämnd")):
        return body
    for line in draft.head:
        for found in bodies_in(line.text, draft.restorer):
            if is_short_for(body, found):
                return found
    return body
