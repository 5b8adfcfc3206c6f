"""The title of a document.

The file's own title (front matter, a TEI header, a first heading) where there is one; else the first block
of lines below the letterhead: what stands there that is not a date, a page number, a Dnr, an address, a
body or the name of a kind of document. In a protokoll the title stands under the § line.
"""

import re
from pathlib import PurePosixPath

from indexer.extract.draft import Draft
from indexer.extract.headings import kind_of_heading
from indexer.extract.kind_words import kind_of_words
from indexer.extract.letterhead import is_label, is_letterhead
from indexer.extract.lines import without_bullet
from indexer.extract.paragraph_heads import first_head, paragraph_head
from indexer.extract.paragraph_opening import opening_of
from indexer.extract.restore_names import Restorer
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import SectionKind

MAX_TITLE = 300
_HEAD = 40
_MOST_LINES = 4
_LABELLED = re.compile(
    r"(?:ärenderubrik|rubrik|titel|ärende|arende|ärendemening|angående|ang|avseende|gäller|rörande"
    r"|förslagets rubrik)"
    r"\s?[:.]\s{0,3}(?=\S)",
    re.IGNORECASE,
)
# `ReferatLagrummet`: what a Word template calls itself.
_TEMPLATE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ]\w*")
# "… (Statskontoret 2025:7)Diarienummer: Fi2025/00822"
_GLUED_DNR = re.compile(r"(?<=\S)Diarienummer: ?\S{4,30}\s*\Z")
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
    if not _is_front_matter(draft):
        found = _from_single_paragraph(draft)
        if found:
            return shown_title(found, draft.restorer)
    for found in (_from_metadata(draft), _from_marked_heading(draft), _from_lines(draft)):
        shown = shown_title(found, draft.restorer)
        if shown:
            return shown
    return PurePosixPath(name).stem.replace("_", " ").strip() or name


# A word broken at the end of a line in an old print: "Miljö- klassning"; not "hälso- och sjukvård", "JAS-
# projektet".
_BROKEN_WORD = re.compile(
    r"(?<=[a-zåäö])- (?!(?:och|eller|samt|till|respektive|men|som|i|på)\b)(?=[a-zåäö]{3})"
)


def shown_title(title: str, restorer: Restorer) -> str:
    """A title as it is shown: on one line, damaged words restored, no longer than `MAX_TITLE`."""
    title = restorer.phrase(title)
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
            if heading.level == level and not is_label(words) and kind_of_heading(words) is None:
                return _number_off(words)
    return ""


def _number_off(words: str) -> str:
    """`§ 21 Svar på motion` without the number."""
    head = paragraph_head(words)
    return words[head.rest :].strip(" \t:.–-") if head and head.certain else words


def _from_lines(draft: Draft) -> str:
    lines = draft.lines[:_HEAD]
    for line in lines:
        label = _LABELLED.match(line.text)
        if label:
            return line.text[label.end() :]
    opening = _paragraph_opening(draft)
    if opening:
        return opening
    openings = [
        n
        for n, line in enumerate(lines)
        if not is_letterhead(line.text, draft.restorer) and kind_of_heading(line.text) is None
    ]
    for n in openings:
        # "Svar på remiss från kommunstyrelsen, Dnr KS 2004/118" above the title says what is answered.
        if not (_ANSWER.match(lines[n].text) and find_dnr(lines[n].text) and lines[n].closes):
            return _block(draft, n)
    if openings:
        return _block(draft, openings[0])
    return next((without_bullet(line.text) for line in lines if any(c.isalpha() for c in line.text)), "")


def _from_single_paragraph(draft: Draft) -> str:
    """The heading of the only § of a protokollsutdrag: a web page or a diary calls it "KF 1998-06-15"."""
    decided = [section for section in draft.sections if section.kind in _OF_MINUTES]
    if not decided or sum(section.kind is SectionKind.BESLUT for section in decided) > 1:
        return ""
    return _paragraph_opening(draft)


_OF_MINUTES = frozenset(
    {SectionKind.BESLUT, SectionKind.BESLUTSGANG, SectionKind.YRKANDEN, SectionKind.RESERVATION}
)


def _paragraph_opening(draft: Draft) -> str:
    """The heading of the § that a protokollsutdrag begins with."""
    found = first_head(draft.lines[:_HEAD])
    return opening_of(draft.lines, *found).title if found else ""


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
                or is_letterhead(line.text, draft.restorer)
            )
        ):
            break
        if is_letterhead(line.text, draft.restorer) and not taken:
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
