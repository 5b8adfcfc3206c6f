"""Kinds of documents as people name them: inflected, without å ä ö, under other municipalities' names."""

from remissarkiv.domain import Kind
from remissarkiv.query.folding import fold

# Another name for a kind, in basic form. Some municipalities write tjänsteskrivelse where others write
# tjänsteutlåtande; a remissyttrande is filed as either kind.
_OTHER_NAMES: dict[str, tuple[Kind, ...]] = {
    "tjänsteskrivelse": (Kind.TJANSTEUTLATANDE,),
    "tjut": (Kind.TJANSTEUTLATANDE,),
    "tju": (Kind.TJANSTEUTLATANDE,),
    "remissyttrande": (Kind.REMISSVAR, Kind.YTTRANDE),
    "svar": (Kind.REMISSVAR, Kind.YTTRANDE),
    "protokollsutdrag": (Kind.PROTOKOLL,),
    "domslut": (Kind.DOM,),
    "prop": (Kind.PROPOSITION,),
    "sou": (Kind.UTREDNING,),
    "betänkande": (Kind.UTREDNING,),
    "kommittédirektiv": (Kind.DIREKTIV,),
    "dir": (Kind.DIREKTIV,),
    "lag": (Kind.FORFATTNING,),
    "förordning": (Kind.FORFATTNING,),
    "uppdrag": (Kind.UPPDRAG,),
    "annat": (Kind.OVRIGT,),
}

# Endings of Swedish nouns in number, definiteness and case; longest first.
_ENDINGS = (
    "arnas",
    "ernas",
    "ornas",
    "arna",
    "erna",
    "orna",
    "ens",
    "ets",
    "ena",
    "ers",
    "en",
    "et",
    "er",
    "ar",
)
_SHORT_ENDINGS = ("na", "ns", "ts", "n", "t", "r", "s", "a", "e")
_LEAST_BEGINNING = 4


_NAMES: dict[str, tuple[Kind, ...]] = {
    **{fold(kind.value): (kind,) for kind in Kind},
    **{fold(name): kinds for name, kinds in _OTHER_NAMES.items()},
}


def read_kinds(text: str) -> tuple[Kind, ...]:
    """The kinds a person means by `text`; () when it names none. `motioner`, `Tjansteutlatanden` and the
    beginning of a single kind (`medborgarf`) are understood."""
    name = " ".join(fold(text).split())
    for candidate in _basic_forms(name):
        if candidate in _NAMES:
            return _NAMES[candidate]
    if len(name) >= _LEAST_BEGINNING:
        begun = {kinds for known, kinds in _NAMES.items() if known.startswith(name)}
        if len(begun) == 1:
            return begun.pop()
    return ()


def _basic_forms(name: str) -> list[str]:
    forms = [name]
    for ending in (*_ENDINGS, *_SHORT_ENDINGS):
        if name.endswith(ending) and len(name) - len(ending) >= 3:
            # `direktivet` loses two letters, `tjänsteutlåtandet` one: every ending that fits is tried.
            forms.append(name.removesuffix(ending))
    return forms


def kind_names() -> tuple[str, ...]:
    """The kinds as they are shown to people."""
    return tuple(kind.value for kind in Kind)
