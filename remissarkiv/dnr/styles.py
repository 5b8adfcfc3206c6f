"""The ways authorities write a Dnr, one named pattern each.

Every pattern is bounded: fixed counts of digits and letters, no nested repetition. Groups: `authority`,
`year`, `number`, `suffix`, `sep`; `a` and `b` where only their size tells which is the year. The examples are
real spellings.
"""

import re
from dataclasses import dataclass

_LETTERS = r"[^\W\d_]{1,8}"
_YEAR = r"(?:19|20)\d\d"
_NO_WORD_BEFORE = r"(?<![\w§])(?<!\d[.,:/-])"
_END = r"(?![\w])(?![:/]\d)"
_GAP = r"[ \t\u00a0]"

MISREAD_S = "$"
"""What OCR makes of the S of Socialdepartementet: `$2018/9902/FS`."""

_AFTER = (
    # An act in the file ("-7"), a dossier code ("-1.1.2"), a unit ("/SF"): not another ärende.
    r"(?:[-/.](?P<suffix>(?!\d{1,2}-\d)[^\W_]{1,6}(?:\.\d{1,3}){0,3}))?"
)


_CODE_LAST = rf"\d{{3}}(?={_GAP}{{0,3}}(?:[\n\t).,;|]|\Z|{_GAP}{{2}}))"
"""A dossier code without zeros in front, told from the next word by being the last of its line or cell."""


@dataclass(frozen=True, slots=True)
class Style:
    """One way of writing; `strong` styles need no cue around them, `letters` tells that a diary is named,
    `known_only` that the letters must be those of a known diary. `glued` is the pattern without regard to
    what stands before, as OCR and web pages leave a Dnr: `DnrKS 2014-0061`."""

    name: str
    pattern: re.Pattern[str]
    glued: re.Pattern[str]
    letters: bool
    strong: bool = False
    known_only: bool = False


def _style(
    name: str, pattern: str, *, letters: bool, strong: bool = False, known_only: bool = False
) -> Style:
    return Style(
        name,
        re.compile(_NO_WORD_BEFORE + pattern + _END),
        re.compile(pattern + _END),
        letters,
        strong,
        known_only,
    )


LETTER_STYLES: tuple[Style, ...] = (
    # S 2007/2498/SF, KS 2025/448, KS-2024-00014, KS/2015:595, ks2025/448, KS.2019.123, Dnr KS 2025/448-7
    _style(
        "letters-year-number",
        rf"(?P<authority>{_LETTERS})(?P<join>{_GAP}?[/.:-]{_GAP}?|{_GAP}{{0,2}})(?P<year>{_YEAR})"
        rf"{_GAP}?(?P<sep>[/:.-]){_GAP}?(?P<number>\d{{1,7}}){_AFTER}"
        # A dossier code after a blank is told from the next word by zeros in front: "KS 2021/280 013".
        rf"(?:{_GAP}(?P<code>0\d\d|{_CODE_LAST}))?",
        letters=True,
    ),
    # $2018/9902/FS
    _style(
        "misread-letter-year-number",
        rf"(?P<authority>\$)(?P<year>{_YEAR})/(?P<number>\d{{3,6}}){_AFTER}",
        letters=True,
        strong=True,
    ),
    # Gya 1/2022, Ks 1645/2022, KS 448/19, KS 19/448, MHN 98:0112, TN 98/41 310
    _style(
        "letters-two-numbers",
        rf"(?P<authority>{_LETTERS})(?P<join>{_GAP}?[/.:-]{_GAP}?|{_GAP}{{0,2}})(?P<a>\d{{1,7}})"
        rf"(?P<sep>[/:.-])(?P<b>\d{{1,7}}){_AFTER}(?:{_GAP}(?P<code>{_CODE_LAST}))?",
        letters=True,
    ),
    # 2014/KS 0012 001, 2023/KS 0362, 2016KSM1221.042, 2020-KS-0345
    _style(
        "year-letters-number",
        rf"(?P<year>{_YEAR}){_GAP}?[/.-]?{_GAP}?(?P<authority>[^\W\d_]{{1,6}}){_GAP}?[/:.-]?{_GAP}?(?P<number>\d{{3,7}})"
        rf"(?:(?:{_GAP}|[.-])(?P<suffix>\d{{2,3}}))?",
        letters=True,
    ),
    # 12.S0069 757: two-digit year, letter and number in one, dossier code
    _style(
        "short-year-letters-number",
        rf"(?P<short>\d\d)\.(?P<authority>[^\W\d_]{{1,4}})(?P<number>\d{{3,6}})(?:{_GAP}(?P<suffix>\d{{2,3}}))?",
        letters=True,
        strong=True,
    ),
    # 06/KS 0031 106: the number is no year, as in "§ 14/KS 2004"
    _style(
        "short-year-known-letters",
        rf"(?P<short>\d\d)/(?P<authority>[^\W\d_]{{2,6}}){_GAP}?(?!(?:19|20)\d\d(?!\d))(?P<number>\d{{3,6}})"
        rf"(?:(?:{_GAP}|[.-])(?P<suffix>\d{{2,3}}))?",
        letters=True,
        strong=True,
        known_only=True,
    ),
)

NUMBER_STYLES: tuple[Style, ...] = (
    # 332-548/2009, 1.1-123/2021: dossier code, number, year
    _style(
        "code-number-year",
        rf"(?P<suffix>\d{{1,4}}(?:\.\d{{1,3}}){{0,3}})-(?P<number>\d{{1,6}})/(?P<year>{_YEAR})",
        letters=False,
        strong=True,
    ),
    # 1.2.4-182-2013
    _style(
        "code-number-year-hyphens",
        rf"(?P<suffix>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})-(?P<number>\d{{1,6}})-(?P<year>{_YEAR})",
        letters=False,
        strong=True,
    ),
    # 2006-152-307: year, number, dossier code
    _style(
        "year-number-code",
        rf"(?P<year>{_YEAR})-(?P<number>\d{{1,6}})-(?P<suffix>\d{{2,3}}(?:\.\d{{1,3}}){{0,3}})",
        letters=False,
    ),
    # 2001.118.008, (2001.118), Remiss 2001.118: year, number, dossier code
    _style(
        "dotted-with-code",
        rf"(?P<year>{_YEAR})\.(?P<number>\d{{1,5}})\.(?P<suffix>\d{{3}})(?!\.\d)",
        letters=False,
        strong=True,
    ),
    _style(
        "dotted-in-brackets",
        rf"(?:(?<=\()|(?<=[Rr]emiss )|(?<=[Ää]rende ))(?P<year>{_YEAR})\.(?P<number>\d{{3,4}})(?![.,]\d)",
        letters=False,
        strong=True,
    ),
    # 2001.118, 98.123 - 019
    _style(
        "dotted",
        rf"(?:(?P<year>{_YEAR})|(?P<short>\d\d))\.(?P<number>\d{{2,5}})"
        rf"(?:\.(?P<suffix>\d{{3}})|{_GAP}?-{_GAP}?(?P<code>\d{{3}}))?(?!\.\d)",
        letters=False,
    ),
    # 97/214 KS: the diary comes last
    _style(
        "two-numbers-letters",
        rf"(?P<a>\d{{1,7}})(?P<sep>[/:-])(?P<b>\d{{1,7}})(?:{_GAP}|[/-])(?P<authority>[A-ZÅÄÖ]{{2,5}})(?!{_GAP}?\d)",
        letters=False,
        known_only=True,
    ),
    # 2551-80-21: number, two-digit year, group (Justitiekanslern)
    _style(
        "number-short-year-group",
        r"(?P<number>\d{2,5})-(?P<short>\d\d)-(?P<suffix>\d\d)",
        letters=False,
    ),
    # 2017/00024 006, 2006/353, 2025:532, 2011/342/ITP, 0263/19, 6823-2009, 448/2025
    _style(
        "two-numbers",
        rf"(?P<a>\d{{1,7}})(?P<sep>[/:-])(?P<b>\d{{1,7}}){_AFTER}(?:{_GAP}(?P<code>\d{{3}})(?!\d))?",
        letters=False,
    ),
)
