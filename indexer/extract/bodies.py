"""Names of boards and offices in a line or a sentence."""

import re
from collections.abc import Iterator

from indexer.extract.lines import folded, sign_of
from indexer.extract.restore_names import Restorer
from remissarkiv.language.skeleton import skeleton

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")

_DECIDING = ("nämnden", "nämnd", "kommunstyrelsen", "fullmäktige", "regionstyrelsen", "utskottet")
_OFFICES = ("förvaltningen", "förvaltning", "kontoret", "kontor")
_DECIDING_ENDS = tuple(skeleton(word) for word in _DECIDING)
_OFFICE_ENDS = tuple(skeleton(word) for word in _OFFICES)
_GENITIVES = tuple(
    skeleton(word) for word in ("nämndens", "nämnds", "kommunstyrelsens", "fullmäktiges", "utskottets")
)
_BARE = frozenset(
    skeleton(word)
    for word in ("nämnden", "nämnd", "fullmäktige", "utskottet", "nämndens", "fullmäktiges", "utskottets")
)
# Councils that answer remisser; a kommunalråd or a statsråd is a person.
_COUNCILS = frozenset(
    skeleton(word)
    for word in (
        "pensionärsrådet handikapprådet tillgänglighetsrådet funktionshinderrådet funktionsrättsrådet "
        "ungdomsrådet trygghetsrådet folkhälsorådet landsbygdsrådet"
    ).split()
)
_SIGN = sign_of((*_DECIDING_ENDS, *_GENITIVES, *_COUNCILS))
# `rn` is often read as `m`.
_BAM = re.compile(r"\bBam-(?= och )")
# "Tekniska nämnden" is a board's whole name.
_ADJECTIVES = frozenset(
    skeleton(word) for word in ("tekniska", "sociala", "gemensamma", "kommunala", "lokala")
)
# The boards of parts of a city, which bear a place's name: "Östra Markens stadsdelsnämnd".
_OF_PLACES = tuple(
    skeleton(word)
    for word in (
        "stadsdelsnämnd stadsdelsnämnden distriktsnämnd distriktsnämnden kommundelsnämnd kommundelsnämnden "
        "områdesnämnd områdesnämnden"
    ).split()
)
_PARTS_OF_PLACES = frozenset(
    skeleton(word)
    for word in (
        "norra södra östra västra nordöstra nordvästra sydöstra sydvästra inre yttre övre nedre centrala "
        "nya gamla stora lilla sankt"
    ).split()
)
_NAMING = frozenset({skeleton("sociala")})
_NO_PLACE = frozenset(
    skeleton(word)
    for word in "till från för och hos den varje samtliga alla berörda även kommunens stadens".split()
)
_MOST_WORDS = 4
# "Socialnämnden Centrum", "Socialnämnden Nordost": one board for each part of the city.
_SOCIAL = skeleton("socialnämnd")
_PART_OF_CITY = re.compile(
    r" (?:Nord|Syd|Norr|Söder|Öster|Väster|Öst|Väst|Nordost|Nordväst|Sydost|Sydväst|Centrum|City)\b"
)
_FOR = skeleton("för")
_AND = "och"


def is_office(word: str) -> bool:
    """Whether a word names an administration: `Socialforvaltningen`, `stadsledningskontoret`."""
    return skeleton(word.lower()).endswith(_OFFICE_ENDS)


def bodies_in(text: str, restorer: Restorer) -> Iterator[str]:
    """The deciding bodies named in a short text, in order, in basic form with a capital: `Socialnämnden`,
    `Miljö- och byggnadsnämnden`, `Bromma stadsdelsnämnd`, `Nämnden för Service`."""
    if not _SIGN.search(text.lower()):
        return
    words = list(_WORD.finditer(text))
    for n, match in enumerate(words):
        key = skeleton(match[0].lower())
        genitive = key.endswith(_GENITIVES)
        is_council = key in _COUNCILS
        if not genitive and not is_council and not key.endswith(_DECIDING_ENDS):
            continue
        start, end = match.start(), match.end() - (1 if genitive else 0)
        if key in _BARE:
            named = _named_for(text, words, n)
            if n and skeleton(words[n - 1][0].lower()) in _ADJECTIVES:
                start, named = words[n - 1].start(), end
            if named is None:
                if key.startswith(skeleton("fullmäktige")):
                    yield "Kommunfullmäktige"
                continue
            end = named
        elif key.removesuffix("s").endswith(_OF_PLACES):
            start = _with_place(text, words, n)
        elif is_council and n and skeleton(words[n - 1][0].lower()) in _ADJECTIVES:
            start = words[n - 1].start()
        elif n > 1 and words[n - 1][0].lower() == _AND and words[n - 2][0].endswith("-"):
            start = words[n - 2].start()
            # "Miljö-, bygg- och räddningsnämnden"
            if n > 2 and words[n - 3][0].endswith("-") and text[words[n - 3].end() : start].strip() == ",":
                start = words[n - 3].start()
        elif key.startswith(_SOCIAL) and (part := _PART_OF_CITY.match(text, end)):
            end = part.end()
        name = _BAM.sub("Barn-", restorer.name(" ".join(text[start:end].split())))
        if name.isupper():
            name = name.lower()
        yield name[:1].upper() + name[1:]


def _with_place(text: str, words: list[re.Match[str]], n: int) -> int:
    """Where the name of a board with the name of a place begins: `Norra innerstadens sociala
    distriktsnämnd`, `Bromma stadsdelsnämnd`; the board's own word where no place is named."""
    first = n
    while first and n - first < _MOST_WORDS and _adjacent(text, words[first - 1].end(), words[first].start()):
        word = words[first - 1][0]
        key = skeleton(word.lower())
        is_place = first == n or skeleton(words[first][0].lower()) in _ADJECTIVES
        of_place = key in _PARTS_OF_PLACES
        if (
            not (key in _ADJECTIVES and first == n)
            and not of_place
            and not (is_place and _is_place(word, words, first))
        ):
            break
        first -= 1
        if of_place:
            break
    while first < n and skeleton(words[first][0].lower()) in _ADJECTIVES - _NAMING:
        first += 1
    return words[first].start()


def _is_place(word: str, words: list[re.Match[str]], n: int) -> bool:
    """`Markens`, or `innerstadens` where "Norra" stands before it; not the "Till" of an addressee."""
    if word[:1].isupper():
        return len(word) > 2 and skeleton(word.lower()) not in _NO_PLACE
    return word.endswith("s") and n > 1 and skeleton(words[n - 2][0].lower()) in _PARTS_OF_PLACES


def _adjacent(text: str, end: int, start: int) -> bool:
    return text[end:start].strip(" ") == "" and start - end <= 2


def _named_for(text: str, words: list[re.Match[str]], n: int) -> int | None:
    """Where `Nämnden för Miljö & Hälsoskydd` ends; None when no name with a capital follows."""
    if n + 2 >= len(words) or skeleton(words[n + 1][0].lower()) != _FOR or not words[n + 2][0][0].isupper():
        return None
    last = n + 2
    for following in range(n + 3, min(n + 6, len(words))):
        between = text[words[last].end() : words[following].start()]
        if between.strip() in ("", "&") and between.count("\n") == 0:
            if words[following][0][0].isupper():
                last = following
                continue
            is_and = words[following][0] == _AND and following + 1 < len(words)
            if is_and and words[following + 1][0][0].isupper():
                continue
        break
    return words[last].end()


def only_a_body(cell: str, restorer: Restorer) -> str:
    """The body when a cell holds its name and nothing else but "Till" or "Protokoll"."""
    if not _SIGN.search(cell.lower()):
        return ""
    bare = _IN_PLACE.sub("", _LABEL.sub("", _BAM.sub("Barn-", cell)))
    bare = _KOMMUN.sub("", _BESIDE.sub("", bare).strip()).strip()
    for found in bodies_in(bare, restorer):
        if folded(found) == folded(bare):
            return found
    return ""


_LABEL = re.compile(r"^(?:till|protokoll|sammanträdesprotokoll|nämnd)\b[ :]{0,3}", re.IGNORECASE)
_IN_PLACE = re.compile(r"(?<=[a-z]) i [A-ZÅÄÖ][\w-]{2,20}(?: kommun)?\Z")
# What a letterhead of minutes writes on the line of the body: "Björkåsa kommun Kommunfullmäktige Sida 1 (2)".
_KOMMUN = re.compile(r"^(?:[\w-]{2,25} ){1,2}kommun(?= )", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:[ ,]{1,2}\d{4}-\d\d-\d\d)?(?:[ ,]{1,2}(?:(?:Sida|Sid|Blad)\.? \d{1,4}(?: ?\(\d{1,4}\)| av \d{1,4})?"
    r"|\d{1,4} ?\(\d{1,4}\)))?$",
    re.IGNORECASE,
)
