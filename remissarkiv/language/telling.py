"""Which words of a text tell what it is about?

Not small words, nor those that motions and answers are made of whatever they are about, nor verbs, nor the
names of people and places.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, compress, pairwise
from operator import ne
from typing import NamedTuple

from remissarkiv.language.compounds import split
from remissarkiv.language.dictionary import cost, lemma, name
from remissarkiv.language.stopwords import STOPWORDS

SOFT_HYPHEN = "\u00ad"

_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)")
_BLANKS = " \u00a0"
_PAUSES = (", ", "; ")
_SHORTEST, _LONGEST = 4, 40
_PLURALS = ("or", "orna", "ors", "ornas")
_INSTITUTIONS = tuple(
    """domstolen fullmäktige förvaltningen inspektionen kassan kontoret myndigheten nämnden polisen rådet
    styrelsen verket""".split()
)
_FORMAL = frozenset(
    """alliansen angående anledning anmälan ansvar arbetsutskott avsatt avseende avslå avslag behandling
    behov beredning beslut beslutar beslutet besvara besvarad besvaras bifall bilaga bilagor bör centerpartiet
    datum delegation delgivning diarienummer dnr enhet enligt ersättare expedieras folkpartiet fråga frågan
    fullmäktige föredragning förfogande förslag förslaget föreslår förvaltning förvaltningen förvaltningens
    förvaltningschef gruppledare gäller handläggare handling handlingar införa information inrätta
    justerare justering justeringen kansli kommun kommunen kommunens kommuner kommunfullmäktige
    kommunkontoret kommunstyrelse kommunstyrelsen kommunstyrelsens kristdemokraterna ledamot ledamöter
    liberalerna miljöpartiet moderaterna motion motionen motioner motionär motionären närvarande nämnd nämnden
    nämndens omröstning ordförande ordföranden paragraf paragrafen protokoll protokollsutdrag reservation
    remiss remissen remissinstans remissinstanser remissvar rörande sammanfattning sammanträde
    sammanträdet sammanträdesrum sekreterare signatur socialdemokraterna stadsdelsnämnd stadsledningskontoret
    svar sverigedemokraterna sändlista telefon tjänsteskrivelse tjänsteskrivelser tjänsteutlåtande
    tjänsteutlåtandet underskrift underskrifter uppdrag utdrag utreda utredning vänsterpartiet votering
    yrkande yrkanden yttrande yttrandet yttranden ärende ärendebeskrivning ärendet överväga
    synpunkter bakgrund bedömning erinran ange bedöma dag dagen härmed lägga justerande jämte ställe
    utdragsbestyrkande vår     utse önskemål""".split()
)
"""What motions and answers are made of, whatever they are about."""


class WrittenWord(NamedTuple):
    """A word of a text: in lower case, and as it is written; `inside` tells that it follows a word of the
    same sentence, so that a capital is its own."""

    form: str
    written: str
    inside: bool


class WrittenWords(NamedTuple):
    """The words of a text as columns, for whoever goes through all of a text: `forms`, `written` and `inside`
    as in `WrittenWord`; `joined` tells that nothing but blanks parts a word from the one before it."""

    forms: list[str]
    written: list[str]
    inside: list[bool]
    joined: list[bool]

    def names(self) -> frozenset[str]:
        """The words that stand with a capital inside sentences and never without, but for dictionary words
        and institutions. A compound that is always so written is a surname or a place: `Sjöskog`."""
        small: set[str] = set()
        capital: set[str] = set()
        # Nearly all words are written as they are counted.
        for number in compress(range(len(self.forms)), map(ne, self.forms, self.written)):
            if self.written[number][0].islower():
                small.add(self.forms[number])
            elif self.inside[number]:
                capital.add(self.forms[number])
        return frozenset(
            form
            for form in capital.difference(small, self.written)
            if lemma(form) is None and not form.endswith(_INSTITUTIONS)
        )


def written_words(text: str) -> WrittenWords:
    """The words of a text. A soft hyphen is no sign of a word."""
    pieces = _WORD.split(text.replace(SOFT_HYPHEN, ""))
    written = pieces[1::2]
    # What stands before each word. It is never empty, and before the first one it may be anything.
    between = ["\n", *pieces[2:-1:2]][: len(written)]
    joined = [gap == " " or not gap.strip(_BLANKS) for gap in between]
    inside = [blank or gap in _PAUSES for blank, gap in zip(joined, between, strict=True)]
    return WrittenWords(list(map(str.lower, written)), written, inside, joined)


def word_runs(text: str) -> Iterator[list[WrittenWord]]:
    """The words of a text, in runs with nothing but blanks between them: phrases lie within one."""
    forms, written, inside, joined = written_words(text)
    words = list(map(WrittenWord, forms, written, inside))
    begins = [number for number, blank in enumerate(joined) if not blank]
    for begin, end in pairwise((*begins, len(words))):
        yield words[begin:end]


def names_among(runs: Sequence[Sequence[WrittenWord]]) -> frozenset[str]:
    """`WrittenWords.names` of words in runs."""
    words = list(chain.from_iterable(runs))
    columns = (
        [word.form for word in words],
        [word.written for word in words],
        [word.inside for word in words],
    )
    return WrittenWords(*columns, joined=[]).names()


@lru_cache(maxsize=50_000)
def is_telling(form: str, *, sound: bool = True) -> bool:
    """Whether a word (lower case) may tell what a text is about. In a text that OCR has damaged (not `sound`)
    only a word that Swedish has, or a compound of such, does."""
    if not _SHORTEST <= len(form) <= _LONGEST or form in STOPWORDS:
        return False
    known = lemma(form)
    if form in _FORMAL or known in _FORMAL or _is_name(form) or _is_verb(form):
        return False
    return known is not None or (sound and cost(form) is not None) or len(split(form)) > 1


def _is_name(form: str) -> bool:
    """Whether a word is a name, or two of them: `per-ola`."""
    return any(name(part) is not None for part in form.split("-"))


def _is_verb(form: str) -> bool:
    """Whether a word is a form of a verb: `används` of `använda`, `bidra`. Not `skolor` of `skola`."""
    known = lemma(form)
    if known is None or not known.endswith("a"):
        return False
    if form in (known, f"{known}s"):
        return lemma(f"{known}r") == known and lemma(f"{known}n") != known
    return not form.startswith(known) and not form.endswith(_PLURALS)
