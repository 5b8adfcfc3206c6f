"""Where a text names an act: `kommunallagen (2017:725)`, `lagen (1982:80)`, `OSL`, `samma lag`.

The pieces of a mention: `span` is all of it, `shown` what its own citation covers: of `lagen (1982:80) om`
only the number says which act, so only the number is shown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from remissarkiv.acts import (
    fold,
    is_cautious,
    names_ending_in,
    register_in_use,
    title_at,
)
from remissarkiv.citations.words import Word
from remissarkiv.domain import Span


class Naming(Enum):
    """How a mention says which act it means."""

    NAME = "a name or abbreviation, perhaps with a number"
    NUMBER = "an SFS number, the word before it is general"
    LAST = "the act named before: samma lag"
    OWN = "the act the text belongs to: denna lag"
    GENERAL = "just 'lagen'"
    UNKNOWN = "a name nobody knows"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `number` is the printed SFS number if any, `name` the name without genitive s."""

    naming: Naming
    span: Span
    shown: Span
    name: str = ""
    number: str | None = None
    year: int | None = None
    cautious: bool = False
    amendment: bool = False
    indefinite: bool = False
    genitive: bool = False


SFS = r"(?P<year>1\d{3}|20\d\d):\s?(?P<serial>0?\d{1,4})(?:\s?_?s\.\s?(?P<page>\d{1,3}))?"
_SPACED = re.compile(r"\S+")
_LONGEST_TITLE = 300
_AFTER_WORD = ".,;:!?)]»”\"'"
_PAREN = re.compile(rf"\s{{0,3}}\(\s{{0,2}}(?:SFS\s{{1,2}})?(?P<shown>{SFS})\s{{0,2}}(?P<end>\)|[;,])")
# "lagen den 8 april 1927 (nr 77) om försäkringsavtal", "lagen (1927 nr 77)": how acts were cited until 1970.
_OLD_NUMBER = re.compile(
    r"(?P<gap>\s{1,3})(?:den\s\d{1,2}\s[a-z]{3,9}\s(?P<y1>1[89]\d\d)\s\(nr\s(?P<s1>\d{1,4})|\((?P<y2>1[89]\d\d)\snr\s(?P<s2>\d{1,4}))\)"
)
_PLAIN = re.compile(rf",?\s{{1,3}}(?:SFS\s{{0,2}})?(?P<shown>{SFS})(?![\w:/-])")
_MAY_BE_NUMBERED = re.compile(r"\s{0,3}\(|,?\s{1,3}(?:\d|SFS)|\s{1,3}den\s")
"""What stands behind a name that a number follows; behind most names it does not."""

_LONE = re.compile(
    rf"(?:\(\s{{0,2}}(?P<paren>{SFS})\s{{0,2}}\))".replace("year>", "y1>")
    .replace("serial>", "s1>")
    .replace("page>", "p1>")
)
_SFS_CUE = re.compile(rf"SFS(?<!\w...)(?:[-\s]nr)?\.?\s{{0,2}}(?P<shown>{SFS})(?![\w:/-])")
_END_OF_PARAGRAPH = re.compile(r"(?P<stop>\.|(?=[ \t]{0,8}\n[ \t]{0,8}\n))")
_TITLED = re.compile(
    r"\s(?P<title>(?:om\s(?!(?:inte|det|den|de|man|en|ett|kommunen|han|hon|vi|någon|något|detta|så|dessa)\s)"
    r"|med\s(?!(?:stöd|hänsyn|anledning|undantag|avseende|början|verkan|hjälp)\s)|angående\s)"
    r"[\w-]{2,40}(?:\s[\w-]{1,40}){0,9})"
)
# "2 kap. 1 § lag om anställningsskydd (1982:80)": the number ends the title, and no other act lies between.
_TITLE_THEN_NUMBER = re.compile(
    r"\s(?P<title>(?:om|med|angående)\s(?!(?:ändring|upphävande|införande)\w*\s)"
    r"[a-zåäö][\w-]*,?(?:\s(?!\w*(?:lag|lagen|lagens|balk|balken|balkens|förordning|förordningen|kungörelsen)\s)"
    rf"[a-zåäö][\w-]*,?){{0,11}})\s\((?:SFS\s)?{SFS}\)"
)
_UNKNOWN = re.compile(r".{2,}(?:lagen|balken|förordningen|kungörelsen|stadgan)s?", re.IGNORECASE)
_ORDINARY = re.compile(
    r".*(?:förs|bo|under|upps|ans|utl|överl|omsl|bel|ned|upp|till|för|på|av|in|dag|arbets|tur|rang)(?:slagen|lagen|ordningen)s?",
    re.I,
)
_DECREE = re.compile(r"\wförordningens?\Z", re.IGNORECASE)
_BEFORE_SAME = re.compile(
    r"(?:(?P<last>samma|nämnda|sistnämnda|förstnämnda|förra|senare|angivna|ifrågavarande|nyssnämnda|sagda|berörda|förutnämnda)|(?P<own>denna))\s{1,3}\Z",
    re.IGNORECASE,
)
_YEARS_ACT = re.compile(r"(?P<year>1[89]\d\d|20\d\d) års\s{1,3}\Z")
_NOT_SFS_BEFORE = re.compile(
    r"(?:motion(?:en)?|skrivelse|rapport(?:en)?|studien?|promemorian?|betänkandet?|utredningen|cirkulär|dnr|diarienummer|sou|ds|bet|rskr|prop|dir|mot)\.?\s{0,2}\Z",
    re.I,
)


def sfs_number(match: re.Match[str]) -> str:
    """The root key of a printed number: `(2017: 725)` is 2017:725, `(1910:103 s. 1)` is 1910:103_s.1."""
    number = f"{match['year']}:{match['serial']}"
    if not match["page"]:
        return number
    # The balkar of 1734 years' act share a number; the table tells them apart by part.
    return f"{number}_{match['page']}" if match["year"] == "1736" else f"{number}_s.{match['page']}"


def _numbered(text: str, start: int, name_end: int, name: str, general: bool) -> Mention | None:
    if not _MAY_BE_NUMBERED.match(text, name_end):
        return None
    if old := _OLD_NUMBER.match(text, name_end):
        year, serial = old["y1"] or old["y2"], int(old["s1"] or old["s2"])
        number, span = f"{year}:{serial}", Span(start, old.end())
        if general:
            return Mention(Naming.NUMBER, span, Span(name_end + len(old["gap"]), old.end()), number=number)
        return Mention(Naming.NAME, span, span, name, number)
    match = _PAREN.match(text, name_end)
    plain = None if match else _PLAIN.match(text, name_end)
    found = match or plain
    if found is None:
        return None
    end = found.end() - (0 if plain or found["end"] == ")" else 1)
    span, shown = Span(start, end), Span(*found.span("shown"))
    if general:
        name = _unknown_title(text, end)
        last = _END_OF_PARAGRAPH.match(text, end)
        if last is not None and text[start].isupper() and match is not None:
            shown = Span(start, last.end("stop"))
            return Mention(Naming.NUMBER, span, shown, number=sfs_number(found), amendment=True)
        return Mention(Naming.NUMBER, span, shown, name, number=sfs_number(found))
    return Mention(Naming.NAME, span, span, name, sfs_number(found))


@lru_cache(maxsize=1 << 14)
def _names_by_form(word: str, register: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms in which a word may end a known name, with these names; `register` is the digest of the
    register of acts in use. What most words are asked for, none at all, is told at once."""
    forms = dict.fromkeys((word, word.removesuffix("s"), word + "en", word + "n"))
    return tuple((form, names) for form in forms if len(form) >= 6 and (names := names_ending_in(form)))


def _full_name(text: str, start: int, names: Sequence[str]) -> tuple[int, str] | None:
    """Where the longest of the `names` that end in the word at `start` begins, and the name."""
    for name in names:
        lead = name.split()[:-1]
        if not lead:
            return start, name
        before = text[max(0, start - len(name) - 8) : start]
        pieces = before.split()[-len(lead) :]
        # "plan och bygglagen" is meant for plan- och bygglagen.
        if [fold(piece.rstrip("-")) for piece in pieces] == [fold(piece.rstrip("-")) for piece in lead]:
            return start - len(before) + before.rfind(pieces[0]), name
    return None


def _title(text: str, start: int) -> tuple[int, str] | None:
    """The end of a title such as `lagen om anställningsskydd` that begins at `start`, and the name."""
    words = list(_SPACED.finditer(text, start, start + _LONGEST_TITLE))
    name = title_at([word[0] for word in words])
    if name is None:
        return None
    last = words[len(name.split()) - 1]
    return last.start() + len(last[0].rstrip(_AFTER_WORD)), name


def _unknown_title(text: str, end: int) -> str:
    """The first words of a title behind `lagen`, "" for none: "om Sveriges ekonomiska" tells of an act that
    the table need not have, but that the text may have printed the number of."""
    match = _TITLED.match(text, end)
    return " ".join(match["title"].lower().split()) if match else ""


def title_end(text: str, end: int, words: int) -> int:
    """Where the first `words` words of the title end that stands behind a `lagen` that ends at `end`."""
    last = end
    for count, match in enumerate(_SPACED.finditer(text, end, end + _LONGEST_TITLE), start=1):
        last = match.start() + len(match[0].rstrip(_AFTER_WORD))
        if count >= words:
            break
    return last


def _general(text: str, spot: Word) -> Mention | None:
    start, end, word = spot.start, spot.end, spot.text
    if numbered := _numbered(text, start, end, "", general=True):
        return numbered
    if behind := _TITLE_THEN_NUMBER.match(text, end):
        titled = Span(start, behind.end())
        return Mention(
            Naming.NAME,
            titled,
            titled,
            " ".join(behind["title"].lower().split()),
            number=sfs_number(behind),
        )
    before = _BEFORE_SAME.search(text[max(0, start - 16) : start])
    if before:
        naming = Naming.LAST if before["last"] else Naming.OWN
        span = Span(start - len(before[0]), end)
        return Mention(
            naming, span, span, (before["last"] or "").lower(), genitive=word.lower().endswith("s")
        )
    if title := _title(text, start):
        name_end, name = title
        return _numbered(text, start, name_end, name, general=False) or Mention(
            Naming.NAME, Span(start, name_end), Span(start, name_end), name
        )
    if not word.lower().endswith(("en", "ens")):
        return None
    if name := _unknown_title(text, end):
        return Mention(Naming.UNKNOWN, Span(start, end), Span(start, title_end(text, end, 2)), name)
    return Mention(Naming.GENERAL, Span(start, end), Span(start, end))


@lru_cache(maxsize=1 << 14)
def _is_unknown(word: str) -> bool:
    """Whether a word looks like the name of an act that nobody knows."""
    if not _UNKNOWN.fullmatch(word):
        return False
    return _DECREE.search(word) is not None or not _ORDINARY.fullmatch(word)


def _named(text: str, spot: Word) -> Mention | None:
    start, end, word = spot.start, spot.end, spot.text
    for form, names in _names_by_form(word, register_in_use().digest):
        known = _full_name(text, start, names)
        if known is None:
            continue
        begin, name = known
        if numbered := _numbered(text, begin, end, name, general=False):
            return numbered
        year = _YEARS_ACT.search(text[max(0, begin - 14) : begin])
        if year:
            begin -= len(year[0])
            return Mention(Naming.NAME, Span(begin, end), Span(begin, end), name, year=int(year["year"]))
        if form not in (word, word.removesuffix("s")):
            # "en ny kommunallag" names no act, `kommunallag 2 kap 1 §` does.
            span = Span(begin, end)
            return Mention(Naming.NAME, span, span, name, cautious=True, indefinite=True)
        return Mention(Naming.NAME, Span(begin, end), Span(begin, end), name)
    if numbered := _numbered(text, start, end, word.removesuffix("s"), general=False):
        return numbered
    if _is_unknown(word):
        return Mention(Naming.UNKNOWN, Span(start, end), Span(start, end), word.removesuffix("s"))
    return None


def _from_words(text: str, words: Sequence[Word]) -> Iterator[Mention]:
    for word in words:
        if word.short:
            span = Span(word.start, word.end)
            numbered = _numbered(text, *span, word.text, general=False)
            yield numbered or Mention(Naming.NAME, span, span, word.text, cautious=is_cautious(word.text))
        elif word.general or word.ending:
            mention = _general(text, word) if word.general else _named(text, word)
            if mention is not None:
                yield mention


def find_mentions(text: str, words: Sequence[Word]) -> list[Mention]:
    """Every mention of an act in `text`, in order and without overlaps. `words` are those of
    `words.names_words`."""
    found = list(_from_words(text, words))
    for pattern in (_LONE, _SFS_CUE):
        for match in pattern.finditer(text):
            if pattern is _LONE:
                if _NOT_SFS_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
                    continue
                shown = _PAREN.match(text, match.start())
            else:
                shown = match
            if shown is not None:
                span = Span(
                    match.start() if pattern is _SFS_CUE else shown.start("shown"), shown.end("shown")
                )
                found.append(
                    Mention(Naming.NUMBER, span, Span(*shown.span("shown")), number=sfs_number(shown))
                )
    return apart(found)


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order and without overlaps; a number says more than `lagen` alone."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        if kept and mention.span.start < kept[-1].span.end:
            if kept[-1].naming in (Naming.GENERAL, Naming.UNKNOWN) and mention.number:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
