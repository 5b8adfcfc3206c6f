"""What the words around an article say of the act it belongs to, when they do not name it.

"artikel 5 i direktivet" is of a directive that the text has named, "konventionens artikel 6" of a convention;
"artikel 53 i EES-avtalet" and "artikel 3 i rådets direktiv om semester" are of acts that nobody here knows.
"""

import re
from dataclasses import dataclass

ELSEWHERE = ""
"""Said of an act that is none of those named."""

_KINDS = {
    "förordning": "R", "förordningen": "R", "förordningarna": "R",
    "direktiv": "L", "direktivet": "L", "direktiven": "L", "ramdirektivet": "L",
    "beslut": "D", "beslutet": "D", "genomförandebeslutet": "D",
    "rambeslut": "F", "rambeslutet": "F",
    "rekommendation": "H", "rekommendationen": "H",
    "fördrag": "fördrag", "fördraget": "fördrag", "fördragen": "fördrag",
    "stadga": "stadga", "stadgan": "stadga",
    "konvention": "konvention", "konventionen": "konvention",
}  # fmt: skip
"""What an act is called without its name -> its kind; without an ending only after one of `_POINTING`."""

_INDEFINITE = frozenset(
    "förordning direktiv beslut rambeslut rekommendation fördrag stadga konvention".split()
)
_POINTING = frozenset("samma nämnda ovannämnda sistnämnda denna detta dessa".split())
_AUTHORS = frozenset("rådets kommissionens europaparlamentets".split())
_PASSED = (
    _POINTING
    | _AUTHORS
    | frozenset(
        "den det de och eu:s eg:s fn:s unionens gemenskapens nya gamla gällande aktuella allmänna eu- eg- "
        "europeiska internationella första andra tredje".split()
    )
)
"""Words that stand between "i" and what an act is called."""

_CALLED = tuple(
    stem + ending
    for stem, endings in (
        ("avtal", ("", "et")), ("konvention", ("", "en")), ("fördrag", ("", "et")), ("stadga", ("", "n")),
        ("protokoll", ("", "et")), ("pakt", ("", "en")), ("kodex", ("", "en")), ("akt", ("en",)),
        ("förordning", ("", "en")), ("direktiv", ("", "et")), ("beslut", ("", "et")), ("förslag", ("", "et")),
        ("förklaring", ("", "en")), ("deklaration", ("", "en")), ("lag", ("", "en")), ("balk", ("", "en")),
        ("resolution", ("", "en")), ("överenskommelse", ("", "n")), ("statut", ("en", "erna")),
        ("form", ("en",)), ("reglerna", ("",)), ("rekommendation", ("", "en")), ("utkast", ("", "et")),
    )
    for ending in endings
)  # fmt: skip
"""What words end with that name an act, a treaty, or a draft of one."""

_CLAUSES = frozenset("det den de att en ett inte man".split())
"""What begins a clause behind "om", no subject."""

_BEHIND = re.compile(
    r"\s{1,3}(?:i|av|enligt|till)\s{1,3}(?P<words>(?:[^\s,.;()]{1,40}\s{1,3}){0,4}[^\s,.;()]{1,60})"
)
_BEFORE = re.compile(r"(?<!\S)(?P<word>[^\W\d_](?:[\w-]|:s){2,59})s\s{1,3}\Z")
_LONGEST_BEFORE = 66
_OWN = re.compile(r"e[ug]-")


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says of an act without naming it: a letter of CELEX, "fördrag", "stadga", "konvention" or
    ELSEWHERE; and the first word of what it is on: `direktivet om offentlig` is on "offentlig"."""

    kind: str
    subject: str = ""


def said_behind(text: str, end: int) -> Said | None:
    """What the words behind an article say of its act; None when they say nothing."""
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    passed: set[str] = set()
    words = match["words"].split()
    for index, word in enumerate(words):
        lower = word.lower()
        if lower in _PASSED:
            passed.add(lower)
            continue
        kind = _kind(_OWN.sub("", lower))
        if kind and (passed & _AUTHORS or (lower in _INDEFINITE and not passed & _POINTING)):
            return Said(ELSEWHERE)  # "artikel 3 i rådets direktiv om semester"
        if kind:
            on = words[index + 1 : index + 3]
            return Said(kind, on[1] if len(on) == 2 and on[0] == "om" and on[1] not in _CLAUSES else "")
        # "artikel 20 i GATT"
        return Said(ELSEWHERE) if kind is not None or word[0].isupper() else None
    return None


def said_before(text: str, start: int) -> Said | None:
    """The same of the genitive right before an article: `förordningens artikel 5`, `Parisavtalets
    artikel 12`."""
    match = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    kind = _kind(match["word"].lower()) if match else None
    return Said(kind) if kind is not None else None


def _kind(word: str) -> str | None:
    return _KINDS.get(word, ELSEWHERE if word.endswith(_CALLED) else None)


def kinds_of(root: str) -> tuple[str, ...]:
    """The kinds an act goes by; a treaty that nobody knows is meant by both "fördraget" and
    "konventionen"."""
    if not root:
        return ("fördrag", "konvention")
    if root.startswith("ext/coe/"):
        return ("konvention",)
    number = root.removeprefix("ext/celex/")
    if number.startswith("3"):
        return (number[5:6],)
    return ("stadga",) if "P/" in number else ("fördrag",)
