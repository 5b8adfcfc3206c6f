"""Who was asked: the list under "Remissinstanser", or the sentence that says to whom a remiss was sent.

A list ends at the first line that is a sentence, or that opens another part of the document. An item may be
broken over two lines ("Myndigheten för samhällsskydd / och beredskap"); it goes on in a line without bullet
that begins in lower case. Of a table only the column of the names is read.
"""

import re
from collections.abc import Iterator
from itertools import islice

from indexer.extract.asked_in_prose import lists_in_prose
from indexer.extract.draft import Draft
from indexer.extract.lines import Line, has_bullet, without_bullet
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import Kind, SectionKind

_NUMBER = re.compile(r"\d{1,3}(?:[.)]?\s{1,4}|[.)])(?=[^\W\d_])")
_LONGEST_ITEM = 160
_LONGEST_HEADING = 70
_MOST_LISTS = 8
_LONGEST_LIST = 500
"""Lines; a remiss of a ministry goes to two hundred."""
_SENTENCE_WORDS = 12
_VERB = re.compile(
    r"\b(?:har|ska|skall|är|ar|dr|kan|bör|lämnas|remitteras|remitterats|anges|svarat|inkommit|yttrat|anser|meddelat|avstått)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"(?<!-),\s{0,3}|(?<!-)\s(?:och|samt)\s(?!(?:beredskap|miljö|kultur|fritid|omsorg)\w{0,12}(?:nämnd|förvalt|\b))"
)
_ARTICLES = re.compile(r"^(?:till\s|även\s|dels\s|också\s|bland annat\s)+", re.IGNORECASE)
# What stands over a list of those who are asked, as a line of its own.
_ASKED = re.compile(
    r"(?:remissinstans\w*(?:\soch\s.{3,40})?|remissmottagare|s\S{1,2}ndlista(?: f\S{1,2}r remiss\w*)?"
    r"|(?:yttranden?|svar|synpunkter)\s(?:beg\S{1,2}rs|inh\S{1,2}mtas|\S{1,2}nskas)\s(?:in\s)?(?:fr\S{1,2}n|av)"
    r"|(?:motionen|\S{1,2}rendet|f\S{1,2}rslaget|medborgarf\S{1,2}rslaget|remissen)\s(?:har\s)?"
    r"(?:remittera[ts]s?|remitterats|s\S{1,2}nds|skickas|\S{1,2}vers\S{1,2}nds)"
    r"(?:\s(?:p\S{1,2}\sremiss|f\S{1,2}r\syttrande))?\still"
    r"|remissen\s(?:g\S{1,2}r|skickas|s\S{1,2}nds|har\s(?:g\S{1,2}tt|skickats|s\S{1,2}nts))\s(?:ut\s)?till"
    r"|(?:vilka|de)\s(?:som\s)?(?:f\S{1,2}r|har\sf\S{1,2}tt)\s(?:denna\s)?remissen"
    r"|(?:vem|vilka)\s(?:som\s)?(?:ska(?:ll)?\s)?(?:svarar?|yttra(?:r)?\ssig)(?:\sp\S{1,2}\s(?:vad|remissen))?)\s?[:?]?",
    re.IGNORECASE,
)
# The heads of the columns of names.
_NAMES_COLUMN = re.compile(
    r"(?:remiss)?instans(?:er)?|vem|vilka|n\S{1,2}mnd(?:er)?(?:/bolag)?|mottagare|svarande"
    r"|besvaras av|organisation(?:er)?",
    re.IGNORECASE,
)
_INSTANS = re.compile(r"(?:remiss)?instans(?:er)?", re.IGNORECASE)
_GLUED_HEAD = re.compile(
    r"(?:remiss)?instans(?:er)?\s(?:svar|fr\S{1,2}g|att\s|f\S{1,2}rslag|\S{1,2}nsk|punkt)", re.IGNORECASE
)
# What a joined second column says of a name: "Äldrenämnden fråga 1–3".
_QUESTIONS = re.compile(
    r"\s(?:(?:fr\S{1,2}g(?:a|or|orna)|punkt(?:en|erna)?|f\S{1,2}rslag(?:en)?|del(?:en|arna)?)\s\d[\d\s,–-]*(?:(?:och|samt)\s\d+)?"
    r"|valfritt|(?:alla|samtliga)\s(?:fr\S{1,2}gor|delar|f\S{1,2}rslag|punkter))$",
    re.IGNORECASE,
)
# The next part of the document, when nothing marks it as a heading.
_NEXT_PART = re.compile(
    r"(?:tid\sf\S{1,2}r|svarsdatum|svarstid|remisstid|sista\s(?:svars)?dag|upplysning|fr\S{1,2}gor\b|bilag|kontakt|anvisning"
    r"|n\S{1,2}r\soch\shur|enligt\suppdrag|synpunkter|vad\svi\b|s\S{1,2}\ssvarar\b|med\sv\S{1,2}nlig)",
    re.IGNORECASE,
)
_WISH = re.compile(r"\s(?:\S{1,2}nskar|vill|beh\S{1,2}ver|ber|belyst)\b", re.IGNORECASE)
_DUE = re.compile(r"\s(?:senast\s)?(?:19|20)\d\d-\d\d-\d\d\s?\Z")
_NUMBERED = re.compile(r"\d{3}")
"""A Dnr or a day, and no name."""
_LETTERED = re.compile(r"[a-h]\)\s")


def find_remissinstanser(draft: Draft, kind: Kind) -> tuple[str, ...]:
    """The remissinstanser in the order of the document, each once; () when it lists none."""
    found: dict[str, None] = {}
    for section in draft.sections:
        if section.kind is SectionKind.REMISSINSTANSER:
            lines = draft.lines_in(section.span)
            first = 1 if lines and lines[0].text.startswith(section.heading.strip()[:20]) else 0
            inline = lines[0].text[len(section.heading.strip()) :].strip(" :") if lines else ""
            found |= dict.fromkeys(_enumerated(inline, draft.restorer))
            found |= dict.fromkeys(_listed(lines[first:], draft.restorer))
    if not found:
        for lines in islice(_lists_below(draft), _MOST_LISTS):
            found |= dict.fromkeys(_listed(lines, draft.restorer))
    if not found:
        for words in lists_in_prose(draft, kind):
            found |= dict.fromkeys(_enumerated(words, draft.restorer))
    return tuple(found)


def _lists_below(draft: Draft) -> Iterator[tuple[Line, ...]]:
    """The lines below "Yttrande begärs från" and the like, or of a table of them, to the next heading."""
    starts = [section.span.start for section in draft.sections]
    for n, line in enumerate(draft.lines):
        if len(line.text) <= _LONGEST_HEADING:
            is_table = len(line.cells) > 1 and any(map(_INSTANS.fullmatch, line.cells))
            if is_table or _ASKED.fullmatch(line.item):
                first = n if is_table else n + 1
                end = next((start for start in starts if start > line.span.start), len(draft.text))
                yield draft.lines[first : min(draft.line_at(end), first + _LONGEST_LIST)]


def _rows(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line, bool]]:
    """The cells that may be names, each with its line, and whether it is an item of its own: of a table with
    a head only the column of the names, and nothing of the head."""
    column: int | None = None
    joined = False
    for line in lines:
        cells = line.cells
        heads = [n for n, cell in enumerate(cells) if _NAMES_COLUMN.fullmatch(cell.strip(" :"))]
        if column is None and heads and len(cells) > 1:
            column = heads[0]
        elif column is not None and len(cells) > column and len(cells) > 1:
            yield cells[column], line, True
        elif _GLUED_HEAD.match(line.text):
            joined = True
        elif len(cells) > 1 and not cells[0].isdigit():
            yield from ((cell, line, False) for cell in cells)
        else:
            yield _QUESTIONS.sub("", line.text) if joined else line.text, line, joined


def _listed(lines: tuple[Line, ...], restorer: Restorer) -> list[str]:
    """The items of a list, one a line."""
    items: list[str] = []
    last: Line | None = None
    listed_with_signs = False
    for cell, line, whole in _rows(lines):
        plain = without_bullet(" ".join(cell.split()))
        number = _NUMBER.match(plain)
        words = plain[number.end() if number else 0 :].strip(" ;,")
        if not words:
            continue
        marked = has_bullet(cell) or _NUMBER.match(cell) is not None
        if items and (_is_next_part(words, line) or (_LETTERED.match(cell) and not listed_with_signs)):
            return _shown(items, restorer)
        continues = words[:1].islower() and not line.opens and len(words) < _LONGEST_ITEM
        if items and not marked and not whole and continues:
            items[-1] = f"{items[-1]} {words}"
            continue
        if items and listed_with_signs and not marked and line.opens:
            # "Önskade synpunkter": the next part of the document, under a heading of its own.
            return _shown(items, restorer)
        if _is_sentence(words):
            # Prose before the list ("Ärendet har remitterats till:") is passed over; after it the list
            # is over, and what stands right above the prose is its heading.
            if items:
                is_heading = last is not None and last.opens and not line.opens and len(items) > 1
                return _shown(items[:-1] if is_heading else items, restorer)
            continue
        listed_with_signs = marked if not items else listed_with_signs
        items.append(words)
        last = line
    return _shown(items, restorer)


def _is_next_part(words: str, line: Line) -> bool:
    if not line.opens:
        return _WISH.search(words) is not None
    return _NEXT_PART.match(words) is not None or _WISH.search(words) is not None


def _is_sentence(words: str) -> bool:
    if len(words) > _LONGEST_ITEM or words.endswith(":"):
        return True
    ends = words.endswith((".", "!", "?"))
    return (ends and len(words.split()) > 3) or (
        len(words.split()) > _SENTENCE_WORDS and bool(_VERB.search(words))
    )


def _enumerated(words: str, restorer: Restorer) -> list[str]:
    """The names of "stadsledningskontoret, socialnämnden och Bromma stadsdelsnämnd"."""
    plain = " ".join(words.split())
    items = [_ARTICLES.sub("", item).strip(" :;") for item in _SPLIT.split(plain)]
    return _shown([item for item in items if _may_be_name(item)], restorer)


def _may_be_name(item: str) -> bool:
    return 2 < len(item) < 80 and not _VERB.search(item) and not _NUMBERED.search(item)


def _shown(items: list[str], restorer: Restorer) -> list[str]:
    # The second column of a table of which OCR has joined the columns: when the answer is due.
    names = [restorer.name(_DUE.sub("", item).rstrip(" .")) for item in items]
    return [name[:1].upper() + name[1:] for name in names if any(letter.isalpha() for letter in name)]
