"""The columns of a letterhead that was read line by line.

    Björkåsa kommun Tjänsteutlåtande Dnr SN 2004/64
    Socialförvaltningen 2025-08-18 Sida 1 (2)

OCR leaves one blank between columns that lie far apart on the page. Such a line is divided only when it falls
apart without rest into what letterheads are made of: kommun, body or office, the name of a kind, date, page,
Dnr, telephone, the name of an official. A title never does.
"""

import re
from functools import lru_cache

from indexer.extract.bodies import only_a_body
from indexer.extract.kind_words import kind_of_words
from indexer.extract.lines import cells_of
from indexer.extract.person_names import is_given_name, is_name
from indexer.extract.restore_names import Restorer
from remissarkiv.dnr import find_dnr
from remissarkiv.language.skeleton import skeleton

_LONGEST = 120
_MOST_WORDS = 18
_MOST_IN_COLUMN = 7
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}"
_PLAIN = re.compile(
    r"(?:Sid(?:a|an|or)?|Blad|S)\.? \d{1,3}(?: ?\(\d{1,3}\)| ?av \d{1,3}| ?/ ?\d{1,3})?|\d{1,3} ?\(\d{1,3}\)"
    rf"|(?:(?:[\w]{{0,20}}[Dd]atum|DATUM|Ink|Ank|Inkom|Ankom)\.?:? )?"
    rf"(?:den )?(?:(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}} {_MONTH} (?:19|20)\d\d)"
    r"|(?:[Tt]el|[Tt]fn|[Tt]elefon)?\.?:? ?0\d{1,3}[ -]\d[\d ]{4,10}|[Tt]ill|Enligt s\S{1,2}ndlista"
    r"|\w*[Dd]atum:?"
)
_SMALL = ("den ", "tel", "tfn", "till")
"""How what `_PLAIN` is may begin in small letters, if not with `datum`."""

_KOMMUN = re.compile(
    r"[A-ZÅÄÖ][\w-]{1,24} (?:[A-ZÅÄÖ][\w-]{1,24} )?(?:[Kk]ommun|KOMMUN|stad|STAD)|Regeringskansliet"
)
_DNR_LABEL = re.compile(
    r"(?:(?:[VvEe][aåÅr]\w{0,2}|[A-ZÅÄÖ]\w{4,40}s) )?"
    r"(?:[Dd]n[ro]|DNR|[Dd]iarien\w{1,12}|[Bb]eteckning|[Rr]ef|[Rr]eferens)"
    r"[.:]{0,2}"
)
_CODE = re.compile(r"[ .:-]?(?:\d{1,4}(?:[ .-]\d{1,4})?)?")
_UNIT_ENDS = tuple(
    skeleton(word)
    for word in (
        "förvaltningen förvaltning kontoret kontor kansliet enheten avdelningen staben departementet "
        "sektionen fullmäktige utskottet"
    ).split()
)
_JOINED = re.compile(
    r"[A-ZÅÄÖ][\w-]{2,40}(?: (?:och|&) [\w-]{3,40}| [a-zåäö][\w-]{3,40}){0,2}|[A-ZÅÄÖ -]{5,60}"
)


def columns_of(line: str, restorer: Restorer) -> tuple[str, ...]:
    """The columns of a line without blanks around it; the line itself when it is no line of a letterhead."""
    columns = restorer.columns.get(line)
    if columns is None:
        columns = tuple(column for cell in cells_of(line) for column in _divided(cell, restorer)) or (line,)
        restorer.columns[line] = columns
    return columns


def _divided(cell: str, restorer: Restorer) -> tuple[str, ...]:
    if len(cell) > _LONGEST or cell.endswith("."):
        return (cell,)
    words = cell.strip("‘'’\"|*_ ").split()
    if not 1 < len(words) <= _MOST_WORDS:
        return (cell,)
    # best[n]: the fewest columns that the words from n on fall apart into.
    best: dict[int, tuple[str, ...]] = {len(words): ()}
    first = len(words)
    for start in range(len(words) - 1, -1, -1):
        if first - start > _MOST_IN_COLUMN:
            return (cell,)  # no column is wide enough to go on with
        for end in range(min(len(words), start + _MOST_IN_COLUMN), start, -1):
            if end not in best or (start in best and len(best[start]) <= len(best[end]) + 1):
                continue
            column = " ".join(words[start:end]).strip(",|")
            if is_head_words(column, restorer):
                best[start] = (column, *best[end])
                first = start
    return best.get(0, (cell,))


def is_head_words(words: str, restorer: Restorer) -> bool:
    """Whether these words are one of the things a letterhead is made of, and nothing else."""
    if words[:1].islower() and not ("atum" in words or words.startswith(_SMALL)):
        return False  # as most words, and none that the patterns know
    if not words or _PLAIN.fullmatch(words) or _KOMMUN.fullmatch(words):
        return bool(words)
    if not words[0].isupper() and not words[0].isdigit() and words[0] != "$":
        return False
    return _is_kind(words) or _is_dnr(words) or _is_unit(words, restorer) or _is_person(words, restorer)


@lru_cache(maxsize=5_000)
def _is_kind(words: str) -> bool:
    return any(letter.isalpha() for letter in words) and kind_of_words(words) is not None


@lru_cache(maxsize=5_000)
def _is_dnr(words: str) -> bool:
    label = _DNR_LABEL.match(words)
    rest = words[label.end() :].strip() if label else words
    if label and not rest:
        return True
    found = find_dnr(words)
    if not found:
        return False
    before, _, after = rest.partition(found[0].raw)
    return not before.strip() and _CODE.fullmatch(after) is not None


def _is_unit(words: str, restorer: Restorer) -> bool:
    if only_a_body(words, restorer):
        return True
    return bool(_JOINED.fullmatch(words)) and skeleton(words.split()[-1].lower()).endswith(_UNIT_ENDS)


def _is_person(words: str, restorer: Restorer) -> bool:
    return is_name(words) and is_given_name(words.split()[0], restorer)
