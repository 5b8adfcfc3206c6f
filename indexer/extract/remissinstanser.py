"""Who was asked: the list under "Remissinstanser", or the sentence that says to whom a remiss was sent.

A list ends at the first line that is a sentence. An item may be broken over two lines ("Myndigheten för
samhällsskydd / och beredskap"); it goes on in a line without bullet that begins in lower case.
"""

import re

from indexer.extract.draft import Draft
from indexer.extract.lines import Line, has_bullet, without_bullet
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import SectionKind

_NUMBER = re.compile(r"\d{1,3}(?:[.)]?\s{1,4}|[.)])(?=[^\W\d_])")
_LONGEST_ITEM = 160
_SENTENCE_WORDS = 12
_VERB = re.compile(
    r"\b(?:har|ska|skall|är|ar|dr|kan|bör|lämnas|remitteras|remitterats|anges|svarat|inkommit|yttrat|anser|meddelat|avstått)\b",
    re.IGNORECASE,
)
_SENT_TO = re.compile(
    r"(?:remitterats|remitterades|remitterat|skickats|skickades|sänts|sants|sints|sints|gått|gatt|gdtt)\s(?:\w+\s){0,3}?(?:på\sremiss\s|pa\sremiss\s|pd\sremiss\s|pé\sremiss\s)?(?:för\s(?:yttrande|beredning)\s)?"
    r"till[:\s]\s?(?P<list>[^.\n]{3,400}(?:\n[^.\n]{3,400}){0,8})"
)
_REMISS_NEAR = re.compile(r"remi", re.IGNORECASE)
_SPLIT = re.compile(
    r",\s{0,3}|\s(?:och|samt)\s(?!(?:beredskap|miljö|kultur|fritid|omsorg)\w{0,12}(?:nämnd|förvalt|\b))"
)
_ARTICLES = re.compile(r"^(?:till\s|även\s|dels\s|också\s|bland annat\s)+", re.IGNORECASE)


def find_remissinstanser(draft: Draft) -> tuple[str, ...]:
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
        for match in _SENT_TO.finditer(draft.text):
            if _REMISS_NEAR.search(draft.text, max(0, match.start() - 60), match.start("list")):
                found |= dict.fromkeys(_enumerated(match["list"], draft.restorer))
    return tuple(found)


def _listed(lines: tuple[Line, ...], restorer: Restorer) -> list[str]:
    """The items of a list, one a line."""
    items: list[str] = []
    listed_with_signs = False
    for line in lines:
        for cell in line.cells if len(line.cells) > 1 and not line.cells[0].isdigit() else (line.text,):
            plain = without_bullet(" ".join(cell.split()))
            number = _NUMBER.match(plain)
            words = plain[number.end() if number else 0 :].strip(" ;,")
            if not words:
                continue
            marked = has_bullet(cell) or _NUMBER.match(cell) is not None
            if items and not marked and words[:1].islower() and not line.opens and len(words) < _LONGEST_ITEM:
                items[-1] = f"{items[-1]} {words}"
                continue
            if items and listed_with_signs and not marked and line.opens:
                # "Önskade synpunkter": the next part of the document, under a heading of its own.
                return _shown(items, restorer)
            if _is_sentence(words):
                # Prose before the list ("Ärendet har remitterats till:") is passed over; after it the list
                # is over.
                if items:
                    return _shown(items, restorer)
                continue
            listed_with_signs = marked if not items else listed_with_signs
            items.append(words)
    return _shown(items, restorer)


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
    return _shown([item for item in items if 2 < len(item) < 80 and not _VERB.search(item)], restorer)


def _shown(items: list[str], restorer: Restorer) -> list[str]:
    names = [restorer.name(item.rstrip(" .")) for item in items]
    return [name[:1].upper() + name[1:] for name in names if any(letter.isalpha() for letter in name)]
