"""Party names and their abbreviations, of today and of the years an archive covers."""

import re

# Abbreviation and the names it stands for. Local parties keep their own name ("Sjöbopartiet").
PARTIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "S",
        (
            "Socialdemokraterna",
            "Socialdemokratiska arbetarepartiet",
            "Arbetarepartiet Socialdemokraterna",
            "Socialdemokrat",
        ),
    ),
    ("M", ("Moderaterna", "Moderata samlingspartiet", "Nya Moderaterna", "Moderat")),
    ("SD", ("Sverigedemokraterna", "Sverigedemokrat")),
    ("C", ("Centerpartiet", "Centern", "Centerpartist")),
    ("V", ("Vänsterpartiet", "Vänstern", "Vänsterpartiet kommunisterna")),
    ("KD", ("Kristdemokraterna", "Kristdemokratiska samhällspartiet", "Kristdemokrat")),
    ("L", ("Liberalerna", "Liberal")),
    ("FP", ("Folkpartiet", "Folkpartiet liberalerna")),
    ("MP", ("Miljöpartiet", "Miljöpartiet de gröna", "De gröna")),
    ("FI", ("Feministiskt initiativ",)),
    ("NYD", ("Ny demokrati",)),
    ("PP", ("Piratpartiet",)),
    ("KDS", ("Kristen demokratisk samling",)),
    ("VPK", ("Vänsterpartiet Kommunisterna",)),
)
_BY_NAME = {name.lower(): short for short, names in PARTIES for name in (short, *names)}
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{1,5}|[a-zåäö]{1,3}|[A-ZÅÄÖ][a-zåäö]{0,2}[A-ZÅÄÖ]?")
_LOCAL = re.compile(
    r"[A-ZÅÄÖ][\w-]{2,25}(?: [\w-]{1,20}){0,2}(?:partiet|listan|demokraterna|väl|alternativet|rösten"
    r"|initiativ|framtid)|"
    r"[A-ZÅÄÖ][\w-]{2,25}(?:partiet|listan|demokraterna)"
)
_NOT_PARTIES = frozenset(
    "nr kap st ff mfl red obs sek kr tkr mnkr dnr bil sid jfr sou ds prop bet rskr sfs eu".split()
)


def party_of(words: str) -> str:
    """The party these words name: a known one by its abbreviation (`s` and `Socialdemokraterna` are `S`), a
    local one by its name as written; "" when they name no party."""
    words = " ".join(words.strip(" .,:;()[]").split())
    known = _BY_NAME.get(words.lower())
    if known:
        return known
    if _LOCAL.fullmatch(words):
        return words
    return ""


def party_in_brackets(words: str) -> str:
    """The party of `(s)`, `(Sjöbopartiet)`, `(SBP)`: in brackets after a name a short unknown abbreviation
    counts too, as every kommun has local parties."""
    known = party_of(words)
    if known:
        return known
    words = words.strip()
    if _ABBREVIATION.fullmatch(words) and words.lower() not in _NOT_PARTIES:
        return words.upper() if words.islower() else words
    return ""
