"""Whose diary a Dnr stands in: the key by which it joins, or that it is somebody's outside.

A Dnr without letters (`2001/118`) is of the board's own diary. Kommunstyrelsen and fullmäktige share one, and
so do a motion and a remiss that name no board.
"""

import re

from remissarkiv.dnr.authorities import diary_of, letters_of
from remissarkiv.domain import DnrRole, Kind
from remissarkiv.matters.bodies import Sort, board_name, body_key, named_last, scope_of
from remissarkiv.matters.facts import External, Facts, Key, Numbered

OFFICE = "KS"
"""The letters of kommunstyrelsen's diary, also for a Dnr of hers that is written without."""

_OFFICE_BODIES = frozenset(
    body_key(name)
    for name in (
        *(
            "kommunstyrelsen",
            "kommunfullmäktige",
            "fullmäktige",
            "stadsfullmäktige",
            "kommunledningskontoret",
        ),
        *(
            "kommunkansliet",
            "kommunkontoret",
            "stadskansliet",
            "stadsledningskontoret",
            "kommunledningsförvaltningen",
            "kommunstyrelseförvaltningen",
            "kommunstyrelsens arbetsutskott",
        ),
    )
)
_REGION_BODIES = frozenset(
    body_key(name)
    for name in (
        "regionstyrelsen regionfullmäktige regionkansliet landstingsstyrelsen landstingsfullmäktige "
        "landstingskontoret landstingskansliet regionledningskontoret"
    ).split()
)
_OF_OFFICE = frozenset((Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION, Kind.REMISS))
"""What is kept in kommunstyrelsen's diary where no board is named."""
ANSWERS = frozenset(
    (Kind.TJANSTEUTLATANDE, Kind.YTTRANDE, Kind.REMISSVAR, Kind.PROTOKOLL, Kind.BESLUT, Kind.OVRIGT)
)
"""What may answer a remiss."""
_ANSWERING = re.compile(
    r"\b(?:yttrande|svar|remissvar|remiss|remissen|promemorian?|betänkandet?)\b", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:^|\n)(?:§\s?\d{1,4}\s{1,12})?(?:remissvar|yttrande|svar)\b[^.;\n]{0,90}(?:\n[^.;\n]{1,90})?$",
    re.IGNORECASE,
)
HEAD = 1200
"""Characters: so far goes the head of a document, with its title."""
STAMPED = frozenset((Kind.REMISS, Kind.YTTRANDE, Kind.REMISSVAR))
"""What may come from outside and get the stamp of the board that received it."""


def is_office_body(name: str) -> bool:
    """Whether a name is of kommunstyrelsen, fullmäktige or their office."""
    return body_key(name) in _OFFICE_BODIES


def prepares(name: str) -> bool:
    """Whether a body, in a kommun or a region, sends out the remiss and decides on the matter, so that what
    it says is no answer."""
    return is_office_body(name) or body_key(name) in _REGION_BODIES


def keys_of(facts: Facts, scope: str) -> tuple[tuple[Key, ...], tuple[Key, ...], tuple[External, ...]]:
    """A document's own keys, the sender's, and what it has or answers from outside; each once, in order. What
    another kommun wrote has a Dnr of that kommun's own."""
    own: dict[Key, None] = {}
    sender: dict[Key, None] = {}
    outside: dict[External, None] = {}
    titled: dict[Key, None] = {}
    writer = scope_of(facts.kommun)
    is_foreign = bool(facts.archive and writer) and writer != scope
    for one in facts.dnr:
        if one.role is DnrRole.MENTIONED:
            if _is_answered(one, facts):
                outside[External(one.authority or one.code, one.authority, one.year, one.number)] = None
            elif (asked := _asked_in_title(one, facts, scope)) is not None:
                titled[asked] = None
            continue
        found = _own(one, facts, scope) if one.role is DnrRole.OWN else _senders(one, facts, scope)
        if isinstance(found, External):
            outside[found] = None
        elif found is not None and one.role is DnrRole.OWN and is_foreign:
            outside[External(writer, one.authority, one.year, one.number)] = None
        elif found is not None:
            (own if one.role is DnrRole.OWN else sender)[found] = None
    if not sender and len(titled) == 1 and not any(is_office(key) for key in own):
        sender = titled
    if not sender and (outside or own) and all(diary_of(key.diary) is None for key in own):
        stamp = _stamp(facts, scope)
        own = dict.fromkeys(stamp) if stamp else own
    return tuple(own), tuple(sender), tuple(outside)


def spellings(key: Key) -> tuple[str, ...]:
    """The values of Dnr (`KS 2001/118`, `2001/118`) under which documents may have a key."""
    bare = f"{key.year}/{key.number}"
    if key.diary.isupper():
        return (f"{key.diary} {bare}", bare)
    return (bare, *(f"{letters} {bare}" for letters in sorted(letters_of(key.diary))))


def written(value: str) -> tuple[str, ...]:
    """A Dnr's value with the other one under which the same may stand: `2001/118` of kommunstyrelsen, and
    `KS 2001/118`."""
    letters, _, bare = value.rpartition(" ")
    return (value, bare if letters else f"{OFFICE} {value}")


def also(key: Key) -> tuple[Key, ...]:
    """The keys that are the same Dnr as one without letters: `SN 2012/45`, `SOC 2012/45` … for `2012/45` of
    socialnämnden."""
    if key.diary.isupper():
        return ()
    return tuple(Key(key.scope, letters, key.year, key.number) for letters in sorted(letters_of(key.diary)))


def is_office(key: Key) -> bool:
    """Whether a key is of the diary of kommunstyrelsen or fullmäktige."""
    return key.diary in letters_of("kommunstyrelsen")


def _own(one: Numbered, facts: Facts, scope: str) -> Key | External | None:
    if one.authority:
        return _lettered(one, scope)
    # A board's own may have a dossier code in front: `028-455/2006`, `1.6/161-2006`.
    if one.code and not facts.namnd:
        return External(one.code, "", one.year, one.number)
    if is_office_body(facts.namnd) or (not facts.namnd and facts.kind in _OF_OFFICE):
        return Key(scope, OFFICE, one.year, one.number)
    return Key(scope, board_name(facts.namnd), one.year, one.number) if facts.namnd else None


def _senders(one: Numbered, facts: Facts, scope: str) -> Key | External:
    named = named_last(one.before.rpartition("\n\n")[2], scope)
    sort, name = named or (Sort.OFFICE, "")
    if one.authority:
        found = _lettered(one, scope)
        # `Grannköpings kommun (KS 2018/44)` is not our KS; letters of nobody we know are of who is named.
        unknown = sort is Sort.AUTHORITY and diary_of(one.authority) is None
        if isinstance(found, Key) and (sort is Sort.KOMMUN or unknown):
            return External(name, one.authority, one.year, one.number)
        return found
    # With a dossier code it may be an authority's, unless it is said to be kommunstyrelsen's.
    if (one.code and named is None) or sort in (Sort.AUTHORITY, Sort.KOMMUN):
        return External(one.code or name, "", one.year, one.number)
    # The board that answers stands in the letterhead above; it is not the one that asked.
    if sort is Sort.OFFICE or body_key(name) == body_key(facts.namnd):
        name = OFFICE
    return Key(scope, name, one.year, one.number)


def _lettered(one: Numbered, scope: str) -> Key | External:
    diary = diary_of(one.authority)
    if diary is not None and (
        diary.kept_by in ("departement", "myndighet")
        or (diary.kept_by == "region" and not scope.startswith(_REGION))
    ):
        return External(one.authority, one.authority, one.year, one.number)
    return Key(scope, one.authority, one.year, one.number)


_REGION = scope_of("region")


def _is_answered(one: Numbered, facts: Facts) -> bool:
    """Whether a Dnr from outside stands in the head of an answer as that of the remiss: `Yttrande till
    Socialdepartementet över promemorian …, S2021/04492`."""
    return (
        facts.kind in ANSWERS
        and one.start < HEAD
        and (one.code != "" or isinstance(_lettered(one, ""), External))
        and _ANSWERING.search(one.before.rpartition("\n\n")[2]) is not None
    )


def _asked_in_title(one: Numbered, facts: Facts, scope: str) -> Key | None:
    """The Dnr of kommunstyrelsen that ends the title of an answer: `Remissvar – motion om gemensam
    räddningstjänst (KS 2016/212)`."""
    if facts.kind not in ANSWERS or one.start > HEAD or not _TITLE.search(one.before):
        return None
    key = _lettered(one, scope)
    return key if isinstance(key, Key) and is_office(key) else None


def _stamp(facts: Facts, scope: str) -> tuple[Key, ...]:
    """The Dnr of the stamp on what came from outside: a ministry's letter has no other reason to bear the
    Dnr of a board. Several tell nothing."""
    if facts.kind not in STAMPED:
        return ()
    stamped = {
        key
        for one in facts.dnr
        if one.authority and one.role is DnrRole.MENTIONED and one.start < HEAD
        for key in [_lettered(one, scope)]
        if isinstance(key, Key) and diary_of(one.authority) is not None
    }
    return tuple(stamped) if len(stamped) == 1 else ()
