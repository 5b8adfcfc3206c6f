"""Is the document itself an act, and which citations are then its own?

In the text of an act `5 §` is a § of that act, also below a sentence that names another. Which act it is the
title tells: `Lag (1998:150) om …`, `Socialtjänstlag (2001:453)`, `Förordning med instruktion för … (2007:1)`;
the §§ of `Lag om ändring i kommunallagen (2017:725)` are those of kommunallagen. What has §§ in order from
the first on, and no number (lokala ordningsföreskrifter, a draft), has §§ that are nobody's.

An act's own §§ are among its citations, each where it begins: `lag:"1998:150 5 §"` finds the act itself.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from remissarkiv.citations import act_of, find_citations
from remissarkiv.domain import Citation, Kind, Span

# `1 § I denna lag …`, not `26 § LVU` and `7 § SoL` of a list.
_HEAD = re.compile(
    r"^[#* ]{0,8}(?:(?P<chapter>\d{1,2})\s?(?P<c>[a-z])?\s?kap\.\s)?"
    r"(?P<number>\d{1,3})(?:\s?(?P<n>[a-z]))?\s?§"
    r"(?:(?P<lone>[* \t]{0,8}$)|(?=\*{0,2}[ \t]{1,8}(?!\w{2,9}[LB]\b)[A-ZÅÄÖ][a-zåäö \t]))",
    re.MULTILINE,
)
_LONGEST_HEAD = 30
_CHAPTER = re.compile(
    r"^[#* ]{0,8}(?P<chapter>\d{1,2})\s?(?P<c>[a-z])?\s?(?:kap\.?|KAP\.?)(?=[ \t]{1,3}[A-ZÅÄÖ]|[ \t]{0,3}$)",
    re.MULTILINE,
)
_NAME = re.compile(r"[^\W\d_]{3}")
_BLANK_BEFORE = re.compile(r"(?:\A|\n[ \t]{0,8}\n)\Z")
_NUMBER = re.compile(r"\((?P<number>\d{4}:\d{1,4})(?:\s?s\.\s?(?P<page>\d{1,3}))?\)")
# Not the number of another act: `Förordning om bidrag enligt skollagen (2010:800)`.
_LAST_NUMBER = re.compile(
    r"(?<!lagen)(?<!balken)(?<!ordningen)(?<!formen)(?<!kungörelsen)(?<!stadgan)\s" + _NUMBER.pattern + r"\Z"
)
_GENERAL = "Lag|Förordning|Kungörelse|Balk|Stadga|Instruktion|Reglemente"
# `Lag (1998:150) om`, `Plan- och bygglag (2010:900)`, `Förordning om statsbidrag till … (2024:152)`.
_TITLE = re.compile(
    rf"(?:(?:{_GENERAL})(?=\s(?:\(|om\s|med\s|angående\s))"
    r"|[A-ZÅÄÖ][\w-]{1,60}(?:\soch\s[\w-]{1,60})?(?:lag|balk|ordning|form|kungörelse|stadga|instruktion)(?=\s\())"
)
_AMENDS = re.compile(r"\som\s(?:ändring|upphävande)\s(?:i|av)\s")
_FEWEST = 3
"""§§; a letter that quotes one or two is no act."""
_EARLY = 3000
"""Letters before the first §: the letterhead of a municipal regulation, the preamble of a decree."""
_LONGEST = 1500
"""Letters a § has on the average in an act. A bill that ends in the draft of one is longer by far."""
_TOP = 600
_NOBODY = "9999:999"
"""What stands for an act without a number while its text is read; nothing of it is kept."""


class _Head(NamedTuple):
    """The beginning of a §: its place, its chapter and number as in keys ("" without chapter), and whether it
    stands alone on its line, a blank one above."""

    span: Span
    chapter: str
    number: str
    lone: bool

    @property
    def fragment(self) -> str:
        return (f"K{self.chapter}" if self.chapter else "") + f"P{self.number}"


def act_in_title(title: str) -> str | None:
    """The SFS number of the act that a document with this title is, as keys have it (`1904:48_s.1`), None
    when the title is not that of an act: "Remiss av lag (1998:150)" begins with another word."""
    title = title.rstrip(" .")
    named = _TITLE.match(title)
    if named is None:
        return None
    amends = _AMENDS.search(title)
    if amends:
        found = _NUMBER.search(title, amends.end())
    else:
        found = _NUMBER.match(title, named.end() + 1) or _LAST_NUMBER.search(title)
    return found["number"] + (f"_s.{found['page']}" if found["page"] else "") if found else None


def find_hanvisningar(
    text: str, *, title: str, kind: Kind, date: datetime.date | None, guessed: bool = False
) -> tuple[Citation, ...]:
    """The citations of a document, those of an act with its own §§ as its own.

    `date` and `guessed` are as in `find_citations`. A § that is a heading is none of the act last named.
    """
    heads = _heads(text)
    law = act_in_title(title) if heads else None
    if law is None and kind is not Kind.PROTOKOLL and _goes_as_an_act(text, heads):
        law = act_in_title(_first_paragraph(text)) or _NOBODY
    found = find_citations(text, law=law, date=date, guessed=guessed)
    if law is None:
        lone = [head for head in heads if head.lone]
        return tuple(_apart(found, lone, text)) if lone else found
    own = [Citation(f"{law}#{head.fragment}", text[slice(*head.span)], head.span) for head in heads]
    starts = [head.span.start for head in heads]
    kept = (_in_chapter(citation, law, heads, starts) for citation in _apart(found, heads, text))
    citations = [*(own if law != _NOBODY else []), *filter(None, kept)]
    return tuple(sorted(citations, key=lambda citation: (citation.span, citation.key)))


def _first_paragraph(text: str) -> str:
    """On one line; an act without front matter has its title there, also when another was taken for it."""
    return " ".join(re.split(r"\n[ \t]{0,8}\n", text[:_TOP].lstrip(), maxsplit=1)[0].split())


def _lines_with_head(text: str) -> Iterator[re.Match[str]]:
    """What `_HEAD` finds in a text, looked for only at the lines that begin shortly before a `§`."""
    done, sign = -1, text.find("§")
    while sign >= 0:
        reach = max(0, sign - _LONGEST_HEAD)
        starts, place = [], sign
        while (place := text.rfind("\n", reach, place)) >= 0:
            starts.append(place + 1)
        if reach == 0:
            starts.append(0)
        for start in reversed(starts):
            if start > done and (match := _HEAD.match(text, start)):
                done = match.end() - 1
                yield match
        sign = text.find("§", sign + 1)


def _heads(text: str) -> list[_Head]:
    heads = list(_lines_with_head(text))
    if not heads:
        return []
    chapters = [(match.start(), match["chapter"] + (match["c"] or "")) for match in _CHAPTER.finditer(text)]
    starts = [start for start, _ in chapters]
    found = []
    for match in heads:
        start = match.start("chapter") if match["chapter"] else match.start("number")
        at = bisect_right(starts, match.start())
        chapter = (
            match["chapter"] + (match["c"] or "") if match["chapter"] else chapters[at - 1][1] if at else ""
        )
        sign = text.index("§", match.end("number")) + 1
        lone = match["lone"] is not None and bool(
            _BLANK_BEFORE.search(text, max(0, match.start() - 10), match.start())
        )
        found.append(_Head(Span(start, sign), chapter, match["number"] + (match["n"] or ""), lone))
    # 36 § avtalslagen: where the §§ go on counting through the chapters, these are no part of their names.
    if sum(head.number == "1" for head in found) < 2 and not any(
        "kap" in text[slice(*h.span)] for h in found
    ):
        return [head._replace(chapter="") for head in found]
    return found


def _goes_as_an_act(text: str, heads: list[_Head]) -> bool:
    """Whether a text is §§ from 1 on and little else."""
    first = [int(re.sub(r"\D", "", head.number)) for head in heads[:_FEWEST]]
    return (
        len(first) == _FEWEST
        and first[0] == 1
        and first == sorted(first)
        and heads[0].span.start < _EARLY
        and len(text) < _LONGEST * len(heads) + _EARLY
    )


def _apart(found: tuple[Citation, ...], heads: list[_Head], text: str) -> Iterator[Citation]:
    """The citations without those of the heads: "4 §" over "Kommunallagen gäller" is no § of kommunallagen,
    while the name below is still a mention of it."""
    starts = [head.span.start for head in heads]
    for citation in found:
        at = bisect_right(starts, citation.span.start)
        begins = citation.span.start if at == 0 else max(citation.span.start, heads[at - 1].span.end)
        ends = citation.span.end if at == len(heads) else min(citation.span.end, starts[at])
        if (begins, ends) == citation.span:
            yield citation
            continue
        act, named = act_of(citation.key), text[begins:ends].strip(" \t\n*#")
        if act is not None and _NAME.match(named):
            start = text.index(named, begins)
            yield replace(citation, key=act, text=named, span=Span(start, start + len(named)))


def _in_chapter(citation: Citation, law: str, heads: list[_Head], starts: list[int]) -> Citation | None:
    """A citation of an act in itself: `5 §` is one of the chapter it stands in. None for what says nothing
    new, `första stycket` of the § itself, and for an act without a number."""
    root, _, place = citation.key.partition("#")
    if root != law:
        return citation
    if place.startswith("L"):  # "Lag (2005:1). " behind a §: the act that changed it
        return replace(citation, key=place[1:])
    if law == _NOBODY or (place and place[0] not in "KP"):
        return None
    at = bisect_right(starts, citation.span.start) - 1
    if place.startswith("P") and at >= 0 and heads[at].chapter:
        return replace(citation, key=f"{law}#K{heads[at].chapter}{place}")
    return citation
