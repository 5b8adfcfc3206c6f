"""Lagrum as people type them and documents hardly do, written as documents do: `§ 2:1`, `C 346/06`,
`2 Kap 1 Paragraf`, `lagen (2009:47) om vissa kommunala befogenheter`."""

import re
from collections.abc import Callable

from remissarkiv.acts import acts_named, title_at
from remissarkiv.domain import Span

# `3 a` and `3a`; the words `i` and `o` are no letters of a §.
_N = r"[0-9]{1,3}(?:(?:[a-z]|\s[a-hj-np-z])(?![^\W_]))?"
_LIST = rf"{_N}(?:\s{{0,2}}§?\s{{0,2}}(?:[-–,]|(?:och|o|samt)\s)\s{{0,2}}§?\s{{0,2}}{_N}){{0,8}}"
_SFS = r"(?:1[6-9]|20)[0-9]{2}:[0-9]{1,4}"
# Each form with the signs of it, and what is written instead.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    # `KL § 2:1`: the sign is one too many.
    (
        re.compile(r"§{1,2}\s{0,2}([0-9]{1,2}(?:\s?[a-z])?:[0-9]{1,3})(?![\w:/])", re.I),
        lambda found: found[1],
    ),
    # `§ 1 2 kap KL`, `1 och 2 §§ i 2 kap. KL`; in `1 kap. 2 § 3 kap. 4 §` nothing is turned round.
    (
        re.compile(
            rf"(?<![\w:/.-])(?<!kap\s)(?<!kap\.\s)(?:§{{1,2}}\s{{0,2}}({_LIST}),?|({_LIST})\s{{0,2}}§{{1,2}})"
            rf"\s{{1,2}}(?:i\s{{1,2}})?({_N})\s{{0,2}}kap(?:\.|itlet)?(?![^\W_])"
            rf"(?!\s{{0,2}}(?:§\s{{0,2}}[0-9]|{_N}\s{{0,2}}§))",
            re.I,
        ),
        lambda found: f"{found[3]} kap. {(found[1] or found[2]).replace('§', '')} §§",
    ),
    # `NJA 1998 s. 14-16`: a case is known by the page it begins on.
    (
        re.compile(r"(?<!\w)(NJA\s(?:18|19|20)[0-9]{2}\ss\.?\s?[0-9]{1,4})\s?[-–][0-9]{1,4}(?![\w-])", re.I),
        lambda found: found[1],
    ),
    # `2 Kap 1 Paragraf`
    (
        re.compile(
            r"(?<![^\W\d_])(?:kapitlet|kapitel|kap|paragrafen|paragraf|stycket|stycke|punkten|punkt)"
            r"(?!\w)",
            re.I,
        ),
        lambda found: found[0].lower(),
    ),
    # `C 346/06`: Domstolen writes `C-346/06`.
    (re.compile(r"(?<![\w-])C\s([0-9]{1,4}/[0-9]{2})(?![\w/-])"), lambda found: f"C-{found[1]}"),
    # `bet 2016/17 KU30`
    (
        re.compile(
            r"(?<!\w)(bet\.?\s{1,2}[0-9]{4}/[0-9]{2,4})\s{1,2}"
            r"([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}U[0-9]{1,3})(?!\w)",
            re.I,
        ),
        lambda found: f"{found[1]}:{found[2]}",
    ),
)
_NUMBERED = re.compile(
    r"(?<![\w-])(lag|förordning|kungörelse|balk)(?:en|n)?s?\s{1,2}(?=\(?(?:SFS|[0-9]))"
    rf"(?:\((?:SFS\s{{1,2}})?({_SFS})\)|(?:SFS\s{{1,2}})?({_SFS})(?![\w:/#]))",
    re.I,
)
_LONGEST_TITLE = 300
_DEFINITE = {"lag": "lagen", "förordning": "förordningen", "kungörelse": "kungörelsen", "balk": "balken"}


def typed_forms(text: str) -> dict[Span, str]:
    """What stands where in `text`, written as documents write it; only what is written otherwise."""
    changes = {}
    for form, written in _FORMS:
        for found in form.finditer(text):
            right = written(found)
            if right != found[0]:
                changes[Span(*found.span())] = right
    return changes | _numbered(text)


def _numbered(text: str) -> dict[Span, str]:
    """`lagen (2009:47) om vissa kommunala befogenheter`: article, number and title are one thing. The words
    of another act's title are left alone."""
    changes = {}
    for found in _NUMBERED.finditer(text):
        lead = _DEFINITE[found[1].lower()]
        number = found[2] or found[3]
        length = _title_length(lead, number, text[found.end() : found.end() + _LONGEST_TITLE])
        changes[Span(found.start(), found.end() + length)] = f"{lead} ({number})"
    return changes


def _title_length(lead: str, number: str, after: str) -> int:
    """How many signs of `after` are the rest of the title of the act with this number; 0 for none."""
    if not re.match(r"\s{1,2}(?:om|med)\s", after, re.I):
        return 0
    words = list(re.finditer(r"\S+", after))
    title = title_at([lead, *(word[0] for word in words)])
    if title is None or number not in {act.number for act in acts_named(title)}:
        return 0
    last = words[len(title.split()) - 2]
    return last.start() + len(last[0].rstrip(".,;:!?)]»”\"'"))
