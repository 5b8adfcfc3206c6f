"""What a personal name looks like, and what is no name in spite of its capitals."""

import re

from indexer.extract.headings import kind_of_heading
from indexer.extract.restore_names import Restorer
from indexer.extract.swedish_words import given_names
from remissarkiv.language.skeleton import skeleton

_PART = r"(?:[A-ZÅÄÖÉÜØÆ4][^\W\d_]{1,19}(?:[-'’][A-ZÅÄÖÉa-zåäö][^\W\d_]{0,19})?|[A-ZÅÄÖ]\.?)"
_PARTICLE = r"(?:af|von|van|de|der|den|da|la|el|al|bin|ben|ter)"
NAME = rf"{_PART}(?:[ \u00a0\n](?:{_PARTICLE}[ \n]){{0,2}}{_PART}){{1,4}}"
"""A name: two to five parts with capitals; at most one line break between two parts."""

_WHOLE = re.compile(NAME)
_NOT_ENDS = tuple(
    skeleton(ending)
    for ending in (
        "nämnden kontoret förvaltningen styrelsen fullmäktige enheten avdelningen partiet utskottet direktör "
        "ordförande handläggare sekreterare vägen gatan verket myndigheten regeringen riksdagen "
        "departementet "
        "högskolan universitet kommun förslag motionen"
    ).split()
)
_NOT_WORDS = frozenset(
    skeleton(word)
    for word in (
        "nämnd kontor motion svar stad remiss beslut bilaga datum protokoll ledamot chef interpellation "
        "yttrande region telefon box vice tf ersättare postadress avslag bifall kommunfullmäktige"
    ).split()
)
_BEFORE_NAMES = frozenset(
    skeleton(word)
    for word in (
        "motionen av från ordförande ledamöterna kommunalråd gruppledare kommunstyrelsens herr fru statsrådet"
    ).split()
)


def is_name(words: str) -> bool:
    """Whether the words can be a personal name and are not those of a body, a title or a heading."""
    if _WHOLE.fullmatch(words) is None:
        return False
    keys = [skeleton(part.lower().strip(".")) for part in words.split()]
    return not any(key in _NOT_WORDS or key.endswith(_NOT_ENDS) for key in keys)


def is_given_name(word: str, restorer: Restorer) -> bool:
    """Whether a word is a Swedish given name in everyday use, as it stands or restored: `Asa`,
    `Carl-Johan`."""
    word = restorer.name(word).lower()
    return word in given_names() or ("-" in word and word.split("-")[0] in given_names())


def shown_name(words: str, restorer: Restorer) -> str:
    """A name for people: restored, on one line, without "Motionären" or a title before it."""
    line, _, rest = words.partition("\n")
    if kind_of_heading(line) is not None or (
        " " in rest and " " not in line and is_given_name(rest.split()[0], restorer)
    ):
        # A heading stands on the line above the name: "Ärendet / Jonas Mårtensson".
        words = rest
    parts = restorer.name(" ".join(words.split())).split()
    while len(parts) > 2 and skeleton(parts[0].lower()) in _BEFORE_NAMES:
        parts = parts[1:]
    return " ".join(parts)
