"""What a document is about, as its title has it in common with the others of its ärende; for guessing where a
document belongs whose Dnr OCR has eaten."""

import re
from functools import lru_cache

from remissarkiv.domain import DnrRole, Document, Kind
from remissarkiv.language.skeleton import skeleton

_LONGEST = 200
_HEAD = 2500
_HEAD_LINES = 40

# What stands before the subject in a title: "Svar på remiss av motion om". `m` is often read as `rn`.
_FORMS = re.compile(
    r"(?:\w+\s){0,12}?(?:(?:m|rn|nn)ot\w{1,3}on(?:en)?|medborgarf\w+rslag(?:et)?|remiss(?:en)?)"
    r"\s(?:\w+\s){0,8}?(?:om|orn|ang\w+ende|ang|avseende|r\w+rande)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_PROPOSALS = frozenset((Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION))
_EMPTY = frozenset(
    skeleton(word)
    for word in (
        "att och för till med samt inom enligt från utan under över efter eller vissa andra kommunen "
        "kommunens kommunal kommunalt kommunala kommun inrätta införa ärende motion remiss yttrande svar "
        "angående"
    ).split()
)
_SHORTEST = 4
_SHORTEST_TELLING = 5
_MOST_TELLING = 2


def subject_of(document: Document) -> str:
    """The subject as words that survive OCR: "Svar på remiss av motion om att inrätta ett kompetenscenter"
    and "Motion om att inratta ett kompetenscenter" have the same. A motion's own title is its subject, with
    or without "motion om"; where no Dnr tells what a document belongs to, a title that says nothing gives
    way to the first such line of the text. "" where nothing of the kind is found, and for minutes in
    whole."""
    if document.parted:
        return ""
    found = _after_form(document.title)
    if not found and document.kind in _PROPOSALS:
        found = _plain(document.title)
    if not found and all(mention.role is DnrRole.MENTIONED for mention in document.dnr):
        lines = document.text[:_HEAD].split("\n")[:_HEAD_LINES]
        found = next((said for line in lines if len(line) < _LONGEST and (said := _after_form(line))), "")
    # Numbers are of the Dnr that ends a title.
    words = [word for word in found.split() if not any(letter.isdigit() for letter in word)]
    return " ".join(skeleton(word) for word in words)


def title_subject(title: str) -> str:
    """What a title says the document is about, as it is written there: "Svar på remiss av motion om att
    inrätta ett kompetenscenter" gives "att inrätta ett kompetenscenter"; a title of another form comes back
    as it is."""
    found = _FORMS.match(title)
    return title[found.end() :] if found else title


@lru_cache(maxsize=50_000)
def words_of(subject: str) -> frozenset[str]:
    """The words of a subject that say something."""
    return frozenset(word for word in subject.split() if len(word) >= _SHORTEST and word not in _EMPTY)


@lru_cache(maxsize=50_000)
def telling(subject: str) -> tuple[str, ...]:
    """The longest words of a subject: of two that are about the same, one has such a word of the other."""
    words = sorted(words_of(subject), key=lambda word: (-len(word), word))
    return tuple(word for word in words if len(word) >= _SHORTEST_TELLING)[:_MOST_TELLING]


def may_be_same(one: str, other: str) -> bool:
    """Whether two subjects have a telling word in common, and half of the words of the shorter."""
    first, second = words_of(one), words_of(other)
    if first.isdisjoint(telling(other)) and second.isdisjoint(telling(one)):
        return False
    return 2 * len(first & second) >= min(len(first), len(second))


def is_same(one: str, other: str) -> bool:
    """Whether two subjects are the same but for a word here and there."""
    first, second = words_of(one), words_of(other)
    return may_be_same(one, other) and 10 * len(first & second) >= 7 * max(len(first), len(second))


def _after_form(title: str) -> str:
    plain = _plain(title)
    found = _FORMS.match(plain + " ")
    return plain[found.end() :] if found else ""


def _plain(title: str) -> str:
    return " ".join(_WORD.findall(title[:_LONGEST].lower()))
