"""What a letterhead is made of: dates, page numbers, Dnr, addresses, names of kommuner, bodies and officials,
and the word that says what sort of document this is. None of it is what the document is about."""

import re

from indexer.extract.bodies import is_office, only_a_body
from indexer.extract.columns import columns_of, is_head_words
from indexer.extract.kind_words import kind_of_words
from indexer.extract.person_names import is_given_name, is_name
from indexer.extract.restore_names import Restorer
from remissarkiv.dnr import find_dnr
from remissarkiv.language.skeleton import skeleton

# What begins a line that is a label with its value; the second sort are also words that a title may begin
# with, and count only before a colon or another label: "Er beteckning", "Plats: …", but not "Vår skola".
_LABELS = frozenset(
    skeleton(word)
    for word in (
        "datum dokumentdatum sammanträdesdatum dnr diarienummer diarienr beteckning referens handläggare "
        "telefon tfn epost fax besöksadress postadress kontaktperson ärendenummer ankom inkom "
        "ankomststämpel innehållsförteckning diariefört beslutande änr till"
    ).split()
)
_WORDS_OR_LABELS = frozenset(
    skeleton(word)
    for word in (
        "plats vår vårt er ert från kopia kommun nämnd avdelning organ version org e adress kontakt "
        "avgörande justering paragrafer ledamöter sekreterare"
    ).split()
)
_BYLINE = re.compile(r"(?:av|från) [^()]{4,60}\([^()]{1,25}\)(?: m\.?\s?fl\.?)?", re.IGNORECASE)
_LABEL_WORDS = 8
_LONGEST_COLUMN = 60
_FIRST_WORDS = re.compile(r"(?P<first>[^\W\d_]+)(?:(?P<colon>\s?:)|[\s-]+(?P<second>[^\W\d_]+)|\s*\Z)?")
_FURNITURE = re.compile(
    r"Klicka (?:här|eller tryck här) .{0,80}"
    r"|(?:sida|sid|s\.)\s?\d{1,3}\b.{0,12}|\S{2,40}@\S{2,40}|(?:www\.|https?:)\S{1,100}"
    r"|\d{3} \d{2} \w.{0,30}|(?:box|postbox|c/o) .{0,60}|[\d\s()+./:–-]{1,60}|<!--.{0,300}-->",
    re.IGNORECASE,
)
_PLACE_DATE = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]{2,20},? )?(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4})"
    r"|[Dd]en \d{1,2} (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}"
)
_KOMMUN = re.compile(
    r"(?:[\w-]{2,25} ){1,2}(?:kommun|stad|kommunfullmäktige)|Region [\w]{3,20}(?: [\w]{3,20})?", re.IGNORECASE
)
_KOMMUN_LINE = re.compile(r"(?:[\w-]{2,25} ){1,2}(?:KOMMUN|kommun)\s{2,}.{0,100}")


def is_label(words: str) -> bool:
    """Whether a heading says only what sort of document this is, whose, or of which day."""
    bare = words.strip(" .:*#|")
    if not any(letter.isalpha() for letter in bare) or kind_of_words(bare) is not None:
        return True
    return bool(_PLACE_DATE.fullmatch(bare) or _KOMMUN.fullmatch(bare)) or _is_body(bare)


def is_letterhead(words: str, restorer: Restorer) -> bool:
    """Whether a line belongs to the letterhead: date, page, Dnr, address, kommun, body, official or kind."""
    bare = words.strip(" .:*#|")
    if not any(letter.isalpha() for letter in bare) or kind_of_words(bare) is not None:
        return True
    if (
        _FURNITURE.fullmatch(bare)
        or _PLACE_DATE.fullmatch(bare)
        or _KOMMUN.fullmatch(bare)
        or _KOMMUN_LINE.fullmatch(words)
    ):
        return True
    if _is_labelled(bare) or _BYLINE.fullmatch(bare) or skeleton(bare.lower()) in _WORDS_OR_LABELS:
        return True
    if is_name(bare) and is_given_name(bare.split()[0], restorer):
        return True
    dnr = find_dnr(bare) if len(bare) < 60 else ()
    if dnr and len(bare) - len(dnr[0].raw) < 25:
        return True
    if len(bare.split()) <= 5 and (is_office(bare.split()[-1]) or _is_body(bare)):
        return True
    columns = columns_of(words.strip(), restorer)
    return len(columns) > 1 and all(
        len(column) < _LONGEST_COLUMN and (is_head_words(column, restorer) or is_letterhead(column, restorer))
        for column in columns
    )


def _is_labelled(words: str) -> bool:
    match = _FIRST_WORDS.match(words)
    if match is None or len(words) > 80 or len(words.split()) > _LABEL_WORDS:
        return False
    first = skeleton(match["first"].lower())
    if first in _LABELS and not words[0].islower():
        return True
    second = skeleton((match["second"] or "").lower())
    return first in _WORDS_OR_LABELS and (bool(match["colon"]) or second in _LABELS)


def _is_body(words: str) -> bool:
    return bool(only_a_body(words, _PLAIN))


_PLAIN = Restorer("", damaged=False)
