"""What OCR makes of `§`, of the numbers of acts and of diary numbers, and how it is put right.

Without Swedish `§` is read as `$`, `8`, `S`, `g` or `5`, alone (`7 8 samma lag`) or as one more digit (`2
kap. 18 kommunallagen` is 2 kap. 1 §). Each rule asks what stands beside the sign for proof that a § is
spoken of: a chapter, the name of an act, a stycke; or, for the number above a § of an act, its neighbours in
the row.
"""

import re
from collections.abc import Iterator

from indexer.normalise.mapping import Edit
from remissarkiv.acts import acts_abbreviated, is_cautious
from remissarkiv.domain import Span

# Every pattern begins with the letter or sign that it is about, and looks back afterwards (`8(?<=\d 8)`): one
# that begins by looking back is tried at every letter of the text.

RULE = "ocr-sign"
COST = 0.1

# `2 kap, 1 $`, `7$`; doubled where several are named: `$$`.
_DOLLAR = re.compile(
    r"(?<=\d)( ?)[$](?=[\s,.;)]|\Z)|(?<![\w$])[$][$](?=\s)|(?<=[\s(])[$](?= ?\d{1,3}\b(?![/-]))"
)
_OF_LAW = re.compile(r"\bkap\b|lag(?:en|ens)?\b|balken|f.{1,2}rordning|\bstycket|[$§]{2}", re.IGNORECASE)
_WIDTH = 120
"""Characters to each side that are looked at; a line may be a megabyte."""

# `1 kap. 2 8 kommunallagen`: a lone 8 or S after the number of a § in a chapter.
_AFTER_CHAPTER = re.compile(r"kap(?<=\bkap)[.,] (\d{1,3} ?[a-z]?) (?P<sign>[8S])(?=[\s,.;)])")
_ACT = r"\w{0,40}(?:lag|balk|f.{1,2}rordning)(?:en|ens)\b"
# `2 kap. 18 kommunallagen`: the sign would stand between the number and the act, so the 8 is the sign.
_BEFORE_ACT = re.compile(rf"kap(?<=\bkap)[.,] (\d{{1,2}})(?P<sign>[8S])(?=\s+{_ACT})")
# `7 8 samma lag`, `18 lagen (1994:137)`, `38 forsta stycket`: what follows is said of a § only.
_BEFORE_PART = re.compile(
    r"\d(?<![\w,.:/-]\d)\d{0,2}(?: [a-h])?(?P<sign> [8S5]|(?<=\d)[8S])(?=\s+(?:"
    r"(?:samma|denna|n.{1,2}mnda) (?:lag|balk|f.{1,2}rordning)\b|lagen \(\d|f.{1,2}rordningen \(\d"
    r"|(?:f.{1,2}rsta|andra|tredje|fj.{1,2}rde|femte)(?: (?:och|eller) (?:andra|tredje|fj.{1,2}rde))? sty\w))"
)
# `enligt 98 LSS`, `av 17 8 forvaltningslagen`, `enligt 33 8.`: after a word that leads to a provision.
_LEAD = (
    r"\b(?:enligt|[Jj]fr|stod av|st.{1,2}d av|villkoren i|avses i|anges i|f.{1,2}ljer av|lydelsen av)\s+"
    r"\d{1,3}(?: [a-h])?"
)
_AFTER_LEAD = re.compile(
    rf"{_LEAD}(?P<sign> [8S5]|(?<=\d)[8S])(?=\s+(?:(?P<short>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,6}})\b|{_ACT}))"
    rf"|{_LEAD}(?P<lone> 8)(?=[.,;)])"
)
# `2 och 4 88`, `38 § första stycket och 39 8.`: the sign behind a list of §§.
_AFTER_LIST = re.compile(
    r"\d(?<![\w:/.]\d)\d{0,2}(?: [a-h])?(?: (?:och|eller|samt) |, | ?[-–] ?)\d{1,3}(?: [a-h])?"
    r" (?P<sign>88|8S|S8|SS|§8|8§|5§|§5)(?=[\s.,;)])"
)
_AFTER_SECTION = re.compile(r"§[^.§]{0,60}?\b(?:och|eller|samt)\s+\d{1,3}(?: [a-h])?(?P<sign> 8)(?=[.,;)])")
# `(1988-144)`, `(201 6:1 108)`, `(2017; 725)`: the number of an act, behind what says that it is one.
_NUMBER = re.compile(
    r"(?:lag|balk|rdning|relse|stadga|form)\w{0,3} "
    r"(?P<sign>\((?P<year>[12] ?\d ?\d ?\d) ?[:;.\-] ?(?P<serial>\d[\d ]{0,5})\))"
)
_SPLIT_SESSION = re.compile(r"(?P<sign> )(?=/\d{2,4}\b)(?<=\b(?:19|20)\d\d )")
# `$2018/9902` is a diary number of S, `Dar SBN 2023/1252` a Dnr.
_DIARY_S = re.compile(r"(?P<sign>[$])(?<![\w$][$])(?=\d{4}/\d)")
_DIARY = re.compile(
    r"(?P<sign>D(?<!\wD)(?:[aäo][rt]|n[tf]|mr))(?=[.:]{0,2} [A-ZÅÄÖ]{2,6}[ /-]?(?:19|20)\d\d[/:-]\d)"
)

_HEAD = re.compile(
    r"^[ \t]*(?P<number>\d{1,3}?)(?P<letter> ?[a-h])?(?P<sign> ?(?:§|[8SsgB]§?))[ \t]*$", re.MULTILINE
)
_SENTENCE = re.compile(r"\s*(?:[A-ZÅÄÖ][^\W\d_]|[I|1l] [a-zåäö])")
_REACH = 6_000
"""Characters between the numbers of two §§ that follow on each other."""


def misread_law_signs(text: str, stretch: Span) -> Iterator[Edit]:
    """Edits for signs of law in a damaged stretch of text; unordered, some may overlap."""
    yield from _dollars(text, stretch)
    for pattern, sign in (
        (_AFTER_CHAPTER, "§"),
        (_BEFORE_ACT, " §"),
        (_AFTER_LIST, "§§"),
        (_AFTER_SECTION, " §"),
        (_SPLIT_SESSION, ""),
        (_DIARY_S, "S"),
        (_DIARY, "Dnr"),
    ):
        for match in pattern.finditer(text, stretch.start, stretch.end):
            yield Edit(Span(*match.span("sign")), sign, RULE, COST)
    for match in _BEFORE_PART.finditer(text, stretch.start, stretch.end):
        yield Edit(Span(*match.span("sign")), " §", RULE, COST)
    for match in _AFTER_LEAD.finditer(text, stretch.start, stretch.end):
        short = match["short"]
        if short is None or (acts_abbreviated(short) and not is_cautious(short)):
            yield Edit(Span(*match.span("lone" if match["lone"] else "sign")), " §", RULE, COST)
    yield from _numbers(text, stretch)
    yield from _heads(text, stretch)


def _dollars(text: str, stretch: Span) -> Iterator[Edit]:
    if text.find("$", stretch.start, stretch.end) < 0:
        return
    for match in _DOLLAR.finditer(text, stretch.start, stretch.end):
        signs = "§" * match.group().count("$")
        around = text[max(stretch.start, match.start() - _WIDTH) : match.end() + _WIDTH]
        if not _OF_LAW.search(around):
            continue  # `8 $` in a table is money
        yield Edit(Span(*match.span()), f"{match[1] or ''}{signs}", RULE, COST)


def _numbers(text: str, stretch: Span) -> Iterator[Edit]:
    for match in _NUMBER.finditer(text, stretch.start, stretch.end):
        year, serial = ("".join(match[name].split()) for name in ("year", "serial"))
        written = f"({year}:{serial})"
        # "(1993-1997)" are years.
        is_number = (
            "1600" < year < "2100" and len(serial) <= 4 and not ("-" in match["sign"] and len(serial) == 4)
        )
        if is_number and written != match["sign"]:
            yield Edit(Span(*match.span("sign")), written, RULE, COST)


def _heads(text: str, stretch: Span) -> Iterator[Edit]:
    """The numbers that stand alone above the §§ of an act: `78` above 7 §, where 6 § or 8 § is near."""
    heads = [
        match
        for match in _HEAD.finditer(text, stretch.start, stretch.end)
        if _SENTENCE.match(text, match.end(), stretch.end)
    ]
    for index, match in enumerate(heads):
        if match["sign"].strip() == "§":
            continue
        number = int(match["number"])
        before = heads[index - 1] if index else None
        after = heads[index + 1] if index + 1 < len(heads) else None
        follows = (
            before and 0 <= number - int(before["number"]) <= 2 and match.start() - before.end() < _REACH
        )
        leads = after and 0 <= int(after["number"]) - number <= 2 and after.start() - match.end() < _REACH
        if follows or leads:
            yield Edit(Span(*match.span("sign")), " §", RULE, COST)
