"""The words by which a letterhead or a file says what sort of document this is."""

import re
from functools import cache

from indexer.extract.lines import folded
from remissarkiv.domain import Kind
from remissarkiv.language.skeleton import skeleton

KIND_WORDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        Kind.MOTION,
        (
            "motion",
            "motioner",
            "motion till kommunfullmäktige",
            "motion till riksdagen",
            "motion till fullmäktige",
        ),
    ),
    (Kind.MEDBORGARFORSLAG, ("medborgarförslag", "e-förslag", "ett medborgarförslag", "malmöinitiativ")),
    (Kind.INTERPELLATION, ("interpellation", "enkel fråga", "skriftlig fråga", "interpellationer")),
    (Kind.REMISS, ("remiss", "remisser", "remissmissiv", "missiv", "remissbrev")),
    (
        Kind.TJANSTEUTLATANDE,
        (
            "tjänsteutlåtande",
            "tjänsteutlåtanden",
            "tjänsteskrivelse",
            "tjänsteskrivelser",
            "tjänstemannaskrivelse",
            "förvaltningens tjänsteutlåtande",
        ),
    ),
    (Kind.REMISSVAR, ("remissvar", "remissyttrande", "svar på remiss", "svar på remissen")),
    (Kind.YTTRANDE, ("yttrande", "yttranden")),
    (
        Kind.PROTOKOLL,
        (
            "protokoll",
            "sammanträdesprotokoll",
            "protokollsutdrag",
            "utdrag ur protokoll",
            "utdrag ur sammanträdesprotokoll",
            "sammanträdesprotokoll utdrag",
            "mötesprotokoll",
            "protokoll utdrag",
            "sammanträdesprotokoll protokollsutdrag",
        ),
    ),
    (
        Kind.BESLUT,
        ("beslut", "delegationsbeslut", "ordförandebeslut", "beslut på delegation", "delegeringsbeslut"),
    ),
    (Kind.DOM, ("dom", "domar", "slutligt beslut", "avgörande från högsta domstolen")),
    (Kind.MYNDIGHETSBESLUT, ("myndighetsbeslut", "jo-beslut", "jk-beslut")),
    (Kind.PROPOSITION, ("proposition", "regeringens proposition", "propositioner")),
    (
        Kind.UTREDNING,
        (
            "utredning",
            "statens offentliga utredningar",
            "departementsserien",
            "delbetänkande",
            "slutbetänkande",
            "betänkande",
            "departementspromemoria",
        ),
    ),
    (
        Kind.DIREKTIV,
        ("direktiv", "kommittédirektiv", "tilläggsdirektiv", "tilläggsdirektiv till utredningen"),
    ),
    (Kind.LAGRADSREMISS, ("lagrådsremiss", "lagrådsremisser")),
    (
        Kind.FORFATTNING,
        ("författning", "svensk författningssamling", "lag", "förordning", "kommunal författningssamling"),
    ),
    (Kind.PRESSMEDDELANDE, ("pressmeddelande", "pressmeddelanden")),
    (Kind.ARTIKEL, ("artikel", "debattartikel", "debatt", "artiklar", "debattartiklar")),
    (Kind.TAL, ("tal", "anförande")),
    (Kind.UPPDRAG, ("regeringsuppdrag", "uppdrag", "regeringsbeslut")),
    (Kind.OVRIGT, ("övrigt",)),
)

# What else a letterhead writes beside the word: a page, a date, a number.
_BESIDE = re.compile(
    r"(?:\b(?:sid(?:a|an)?|page)\b\.?|\b\d{4}-\d\d-\d\d\b|\b\d{1,3} ?\(\d{1,3}\)|\(?\b\d{1,4} ?(?:av"
    r"|/) ?\d{1,4}\b\)?"
    r"|\b(?:nr|dnr|datum|diarienr)\b\.?|[.:#|*_]|\b\d{1,4}\b)",
    re.IGNORECASE,
)


@cache
def _by_skeleton() -> dict[str, Kind]:
    return {folded(word): kind for kind, words in KIND_WORDS for word in words}


# The first word, where it has no digit in it and no letter that small and large letters take for another.
_FIRST_WORD = re.compile(r"[\W_]*([A-Za-zÀ-ÿ]+)(?![^\W_])")
_WORDS_BESIDE = "sid sida sidan page av nr dnr datum diarienr"


@cache
def _first_words() -> frozenset[str]:
    """The words that the name of a kind, and what may stand before it, begins with."""
    return frozenset(word for name in (*_by_skeleton(), folded(_WORDS_BESIDE)) for word in name.split())


def kind_of_words(words: str) -> Kind | None:
    """The kind these words are the name of (`TJÄNSTESKRIVELSE 1 (3)`, `Tjansteutlatande`), else None."""
    if len(words) > 80:
        return None
    first = _FIRST_WORD.match(words)
    if first is not None and skeleton(first[1].lower()) not in _first_words():
        return None  # as nearly all words
    return _by_skeleton().get(folded(_BESIDE.sub(" ", words)))
