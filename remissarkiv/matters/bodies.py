"""Names of boards, offices and authorities as keys, and which of them a line ends with."""

import re
from enum import Enum, auto
from functools import cache

from remissarkiv.dnr.authorities import bodies
from remissarkiv.language.skeleton import skeleton

_WORD = re.compile(r"[^\W\d_]+-?")
_MOST_WORDS = 14
_AND = "och"


def _skeletons(words: str) -> tuple[str, ...]:
    return tuple(skeleton(word) for word in words.split())


_BOARDS = _skeletons("nämnden nämndens nämnd nämnds utskottet utskottets")
_OF_PLACES = _skeletons("stadsdelsnämnd distriktsnämnd kommundelsnämnd områdesnämnd")
_PARTS_OF_PLACES = frozenset(
    _skeletons("norra södra östra västra inre yttre övre nedre centrala nya gamla stora lilla sankt")
)
_OFFICE = frozenset(
    _skeletons(
        "kommunstyrelsen kommunstyrelsens kommunfullmäktige kommunfullmäktiges kommunledningskontoret "
        "kommunledningskontorets kommunkansliet kommunkansliets stadsledningskontoret stadskansliet "
        "kommunstyrelseförvaltningen kommunledningsförvaltningen stadsledningskontorets stadskansliets "
        "fullmäktige fullmäktiges"
    )
)
_OUTSIDE = _skeletons(
    "departementet departementets verket verkets myndigheten myndighetens länsstyrelsen länsstyrelsens "
    "inspektionen inspektionens landstinget landstingets regionen regionens region socialstyrelsen "
    "socialstyrelsens domstolen domstolens rätten rättens ombudsmannen ombudsmannens försäkringskassan "
    "försäkringskassans kammarkollegiet kammarkollegiets statskontoret statskontorets riksdagen riksdagens "
    "regeringskansliet regeringskansliets regeringen regeringens polisen polisens kollektivtrafikmyndigheten "
    "kommunförbundet kommunförbundets rådet stiftet högskolan universitetet institutet institutets"
)
_NO_AUTHORITY = _skeletons("nätverket nätverkets regelverket hantverket hantverkets")
_KOMMUN = frozenset(_skeletons("kommun kommuns stad stads"))


def body_key(name: str) -> str:
    """A name as a key that survives OCR, case and genitive: "Socialnämndens" and "socialndmnden" have the
    same."""
    words = [skeleton(word.lower()) for word in _WORD.findall(name)]
    return " ".join(word[:-1] if word.endswith("ns") else word for word in words)


def scope_of(kommun: str) -> str:
    """A kommun as a key that survives OCR and can be made of an address too: "Björkåsa", "Björkåsa kommun",
    "Bjorkasa kommuns" and "bjorkasa-kommun" have the same."""
    words = [word.rstrip("-") for word in _WORD.findall(kommun.lower())]
    if len(words) > 1 and skeleton(words[-1]) in _KOMMUN:
        words = words[:-1]
    return " ".join(_APART.get(word) or skeleton(word) for word in words).removesuffix("s")


# Håbo and Habo are two kommuner.
_APART = {"håbo": "håbo", "haabo": "håbo"}


def board_name(name: str) -> str:
    """A board's name in small letters, spelled right where the board is known: "socialnämnden"."""
    return _known().get(body_key(name)) or " ".join(name.lower().split())


@cache
def _known() -> dict[str, str]:
    return {body_key(name): name for name in sorted(bodies())}


def is_short_for(short: str, name: str) -> bool:
    """Whether a board that is called `short` in its own documents may be the one with this whole name:
    "Stadsdelsnämnden" is Hamngårdens stadsdelsnämnd there, and "nämnden" any board; "Fritidsnämnden" is not
    Kultur- och fritidsnämnden."""
    few, many = _board_words(short), _board_words(name)
    if few == _board_words("nämnden"):
        return bool(many) and many[-1] != few[-1] and body_key(name).endswith(_ENDS)
    return 0 < len(few) < len(many) and many[-len(few) :] == few and many[-len(few) - 1] not in _JOINING


def _board_words(name: str) -> list[str]:
    words = body_key(name).split()
    for end in _ENDS:
        if words and words[-1].endswith(end):
            return [*words[:-1], words[-1].removesuffix(end) or end]
    return []


_ENDS = (skeleton("nämnden"), skeleton("nämnd"))
_JOINING = frozenset((skeleton("och"), skeleton("samt")))


class Sort(Enum):
    """What sort of body is named."""

    OFFICE = auto()
    """Kommunstyrelsen, fullmäktige or their office: one diary."""
    BOARD = auto()
    AUTHORITY = auto()
    KOMMUN = auto()
    """Another kommun than the document's own."""


def named_last(before: str, scope: str) -> tuple[Sort, str] | None:
    """Who is named last in the text before a Dnr, for a document of the kommun `scope`; None for nobody."""
    words = _WORD.findall(before)[-_MOST_WORDS:]
    keys = [skeleton(word.lower()) for word in words]
    for n in range(len(words) - 1, -1, -1):
        key = keys[n]
        if key in _OFFICE:
            return Sort.OFFICE, ""
        if key.endswith(_BOARDS):
            joined = n > 1 and words[n - 1].lower() == _AND and words[n - 2].endswith("-")
            placed = n > 0 and key.startswith(_OF_PLACES) and words[n - 1][:1].isupper()
            first = n - 2 if joined else n - 1 if placed or (key in _BOARDS and n) else n
            if placed and n > 1 and keys[n - 2] in _PARTS_OF_PLACES:
                first = n - 2
            name = " ".join(words[first : n + 1])
            return Sort.BOARD, board_name(name.removesuffix("s"))
        if key.endswith(_OUTSIDE) and not key.endswith(_NO_AUTHORITY):
            return Sort.AUTHORITY, body_key(words[n])
        if key in _KOMMUN and n and words[n - 1][0].isupper():
            other = scope_of(f"{words[n - 1]} kommun")
            if scope and other and other != scope:
                return Sort.KOMMUN, other
    return None
