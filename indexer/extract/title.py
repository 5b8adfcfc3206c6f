"""The title of a document.

The file's own title (front matter, a TEI header, a first heading) where there is one; else the first block
of lines below the letterhead: what stands there that is not a date, a page number, a Dnr, an address, a
body or the name of a kind of document. In a protokoll the title stands under the § line.
"""

import re
from pathlib import PurePosixPath

from indexer.extract.bodies import bodies_in, is_office
from indexer.extract.draft import Draft
from indexer.extract.headings import kind_of_heading
from indexer.extract.kind_words import kind_of_words
from indexer.extract.lines import Line, cells_of, folded, without_bullet
from indexer.extract.person_names import is_given_name, is_name
from indexer.extract.restore_names import Restorer
from remissarkiv.dnr import find_dnr
from remissarkiv.language.skeleton import skeleton

MAX_TITLE = 300
_HEAD = 40
_MOST_LINES = 4
_PARAGRAPH = re.compile(r"§§?\s?\d{1,4}\b")
_LABELLED = re.compile(
    r"(?:ärenderubrik|rubrik|titel|ärende|arende|ärendemening|angående|ang|avseende|gäller|rörande"
    r"|förslagets rubrik)"
    r"\s?[:.]\s{0,3}(?=\S)",
    re.IGNORECASE,
)
# What begins a line that is a label with its value; the second sort are also words that a title may begin
# with, and count only before a colon or another label: "Er beteckning", "Plats: …", but not "Vår skola".
_LABELS = frozenset(
    skeleton(word)
    for word in (
        "datum dokumentdatum sammanträdesdatum dnr diarienummer diarienr beteckning referens handläggare "
        "telefon tfn epost fax besöksadress postadress kontaktperson ärendenummer ankom inkom "
        "ankomststämpel innehållsförteckning diariefört beslutande änr till"
    ).split()
)
_WORDS_OR_LABELS = frozenset(
    skeleton(word)
    for word in (
        "plats vår vårt er ert från kopia kommun nämnd avdelning organ version org e adress kontakt "
        "avgörande justering paragrafer ledamöter sekreterare"
    ).split()
)
_BYLINE = re.compile(r"(?:av|från) [^()]{4,60}\([^()]{1,25}\)(?: m\.?\s?fl\.?)?", re.IGNORECASE)
_LABEL_WORDS = 8
_FIRST_WORDS = re.compile(r"(?P<first>[^\W\d_]+)(?:(?P<colon>\s?:)|[\s-]+(?P<second>[^\W\d_]+)|\s*\Z)?")
# `ReferatLagrummet`: what a Word template calls itself.
_TEMPLATE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ]\w*")
# "… (Statskontoret 2025:7)Diarienummer: Fi2025/00822"
_GLUED_DNR = re.compile(r"(?<=\S)Diarienummer: ?\S{4,30}\s*\Z")
_FURNITURE = re.compile(
    r"Klicka (?:här|eller tryck här) .{0,80}"
    r"|(?:sida|sid|s\.)\s?\d{1,3}\b.{0,12}|\S{2,40}@\S{2,40}|(?:www\.|https?:)\S{1,100}"
    r"|\d{3} \d{2} \w.{0,30}|(?:box|postbox) \d.{0,40}|[\d\s()+./:–-]{1,60}|<!--.{0,300}-->",
    re.IGNORECASE,
)
_PLACE_DATE = re.compile(r"(?:[A-ZÅÄÖ][\w-]{2,20},? )?(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4})")
_KOMMUN = re.compile(
    r"(?:[\w-]{2,25} ){1,2}(?:kommun|stad|kommunfullmäktige)|Region [\w]{3,20}(?: [\w]{3,20})?", re.IGNORECASE
)
_KOMMUN_LINE = re.compile(r"(?:[\w-]{2,25} ){1,2}(?:KOMMUN|kommun)\s{2,}.{0,100}")
_FILE_NAME = re.compile(
    r"Microsoft Word - .{0,200}|.{0,200}\.(?:docx?|pdf|odt|rtf|indd|xlsx?|tmp)|untitled.{0,40}|namnlös.{0,40}"
    r"|[\w-]{1,40}|\d[\d_ -]{0,40}|(?:Dokument|Presentation)\d{0,4}",
    re.IGNORECASE,
)
# "Interpellation 2014/15:225 Utredningen av branden av Åsa Coenraads (M) till …"; before 2002 the subject
# stood last: "1994/95:3 av Eva Zetterberg (v) till utrikesministern om vapenexporten".
_INTERPELLATION = re.compile(
    r"(?:Interpellation\s)?\d{4}/\d\d(?:\d\d)?:\d{1,5}\s"
    r"(?:(?!av\s)(?P<before>.{3,200}?)\sav\s|av\s.{3,150}?\som\s(?P<after>.{3,300}))"
)
_ANSWER = re.compile(
    r"(?:svar|yttrande) (?:på|pa|pd|pé|över) remiss(?:en)? (?:från|fran|frdn|frin|frén)\b.*", re.IGNORECASE
)


def find_title(draft: Draft, name: str) -> str:
    """The title as people read it: one line, in correct Swedish where there is evidence, at most `MAX_TITLE`
    characters. `name` is the file's, used when the text has no title at all."""
    for found in (_from_metadata(draft), _from_marked_heading(draft), _from_lines(draft)):
        shown = _shown(draft.restorer.phrase(found))
        if shown:
            return shown
    return PurePosixPath(name).stem.replace("_", " ").strip() or name


# A word broken at the end of a line in an old print: "Miljö- klassning"; not "hälso- och sjukvård", "JAS-
# projektet".
_BROKEN_WORD = re.compile(
    r"(?<=[a-zåäö])- (?!(?:och|eller|samt|till|respektive|men|som|i|på)\b)(?=[a-zåäö]{3})"
)


def _shown(title: str) -> str:
    title = " ".join(title.replace("\u00ad", "").split())
    title = _BROKEN_WORD.sub("", title).strip(" *_#:;–-")
    if len(title) > MAX_TITLE:
        title = title[:MAX_TITLE].rsplit(" ", 1)[0] + " …"
    return title[:1].upper() + title[1:]


def _from_metadata(draft: Draft) -> str:
    """The file's own title, unless it is a file name or a template's, or tells less than the text does."""
    said = _GLUED_DNR.sub("", " ".join(draft.metadata.get("title", "").split()))
    if not said or kind_of_words(said) is not None:
        return ""
    if _TEMPLATE.fullmatch(said) or (_FILE_NAME.fullmatch(said) and not _is_front_matter(draft)):
        return ""
    if re.match(r"Interpellation \d{4}/\d\d", said):
        opening = " ".join(draft.text[:500].split())
        match = _INTERPELLATION.match(opening)
        return (match["before"] or match["after"] or said) if match else said
    return _without_site(said, draft)


def _without_site(said: str, draft: Draft) -> str:
    """`Remiss om cykelväg – Björkåsa kommun`, where a heading of the page says it without the site."""
    for heading in draft.normal.headings[:3]:
        words = " ".join(draft.text[heading.span.start : heading.span.end].split())
        if len(words) > 8 and said.startswith(words) and re.match(r" [–|-] ", said[len(words) :]):
            return words
    return said


def _is_front_matter(draft: Draft) -> bool:
    """A title of one word is a title when the file tells more of itself too."""
    return bool(draft.metadata.get("kind") or draft.metadata.get("dnr") or draft.metadata.get("author"))


def _from_marked_heading(draft: Draft) -> str:
    """The first heading of the file of the highest level that says what the document is about."""
    early = [h for h in draft.normal.headings if h.span.start < max(1500, len(draft.text) // 3)]
    for level in sorted({heading.level for heading in early})[:2]:
        for heading in early:
            words = draft.text[heading.span.start : heading.span.end]
            if heading.level == level and not _is_label(words) and kind_of_heading(words) is None:
                return _number_off(words)
    return ""


def _number_off(words: str) -> str:
    return re.sub(r"^§+\s?\d{1,4}[.:]?\s", "", words)


def _from_lines(draft: Draft) -> str:
    lines = draft.lines[:_HEAD]
    for line in lines:
        label = _LABELLED.match(line.text)
        if label:
            return line.text[label.end() :]
    for n, line in enumerate(lines):
        if _PARAGRAPH.match(line.text):
            rest = _after_paragraph(line)
            return rest or _block(draft, n + 1)
    openings = [
        n
        for n, line in enumerate(lines)
        if not _is_letterhead(line.text, draft.restorer) and kind_of_heading(line.text) is None
    ]
    for n in openings:
        # "Svar på remiss från kommunstyrelsen, Dnr KS 2004/118" above the title says what is answered.
        if not (_ANSWER.match(lines[n].text) and find_dnr(lines[n].text) and lines[n].closes):
            return _block(draft, n)
    if openings:
        return _block(draft, openings[0])
    return next((without_bullet(line.text) for line in lines if any(c.isalpha() for c in line.text)), "")


def _after_paragraph(line: Line) -> str:
    """`§ 34 Svar på motion`: what follows the number on its line, unless that is the Dnr."""
    rest = _PARAGRAPH.sub("", line.text, count=1).strip(" .:\t")
    return "" if find_dnr(rest) or len(rest) < 8 else rest


def _block(draft: Draft, start: int) -> str:
    """The lines of a title: to the next blank line, heading or answer line, at most four."""
    taken: list[str] = []
    for n, line in enumerate(draft.lines[start : start + _MOST_LINES + 2]):
        if taken and (line.opens or len(taken) == _MOST_LINES):
            break
        if (
            n
            and taken
            and (
                kind_of_heading(line.text)
                or _ANSWER.match(line.text)
                or _is_letterhead(line.text, draft.restorer)
            )
        ):
            break
        if _is_letterhead(line.text, draft.restorer) and not taken:
            continue
        taken.append(line.text)
        if line.text.endswith((".", "?", "!")) and len(" ".join(taken)) > 60:
            break
    title = " ".join(taken)
    match = _INTERPELLATION.match(title)
    if match:
        return match["before"] or match["after"] or title
    return _first_sentence(title)


def _first_sentence(title: str) -> str:
    """A document without title is shown by its first sentence."""
    if len(title) < 200:
        return title.rstrip(".") if title.count(".") == 1 else title
    return re.split(r"(?<=[a-zåäö])\. (?=[A-ZÅÄÖ])", title, maxsplit=1)[0]


def _is_label(words: str) -> bool:
    """Whether a heading says only what sort of document this is, whose, or of which day."""
    bare = words.strip(" .:*#|")
    if not any(letter.isalpha() for letter in bare) or kind_of_words(bare) is not None:
        return True
    return bool(_PLACE_DATE.fullmatch(bare) or _KOMMUN.fullmatch(bare)) or _is_body(bare)


def _is_letterhead(words: str, restorer: Restorer) -> bool:
    """Whether a line belongs to the letterhead: date, page, Dnr, address, kommun, body, official or kind."""
    bare = words.strip(" .:*#|")
    if not any(letter.isalpha() for letter in bare) or kind_of_words(bare) is not None:
        return True
    if (
        _FURNITURE.fullmatch(bare)
        or _PLACE_DATE.fullmatch(bare)
        or _KOMMUN.fullmatch(bare)
        or _KOMMUN_LINE.fullmatch(words)
    ):
        return True
    if _is_labelled(bare) or _BYLINE.fullmatch(bare) or skeleton(bare.lower()) in _WORDS_OR_LABELS:
        return True
    if is_name(bare) and is_given_name(bare.split()[0], restorer):
        return True
    dnr = find_dnr(bare) if len(bare) < 60 else ()
    if dnr and len(bare) - len(dnr[0].raw) < 25:
        return True
    if len(bare.split()) <= 5 and (is_office(bare.split()[-1]) or _is_body(bare)):
        return True
    cells = cells_of(words.strip())
    return len(cells) > 1 and all(len(cell) < 60 and _is_letterhead(cell, restorer) for cell in cells)


def _is_labelled(words: str) -> bool:
    match = _FIRST_WORDS.match(words)
    if match is None or len(words) > 80 or len(words.split()) > _LABEL_WORDS:
        return False
    first = skeleton(match["first"].lower())
    if first in _LABELS:
        return True
    second = skeleton((match["second"] or "").lower())
    return first in _WORDS_OR_LABELS and (bool(match["colon"]) or second in _LABELS)


def _is_body(words: str) -> bool:
    return any(folded(found) == folded(words) for found in bodies_in(words, _PLAIN))


_PLAIN = Restorer("", damaged=False)
