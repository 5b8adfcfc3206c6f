"""The title of a document.

The file's own title (front matter, a TEI header, a first heading) where there is one; else the first block
of lines below the letterhead: what stands there that is not a date, a page number, a Dnr, an address, a
body or the name of a kind of document. In a protokoll the title stands under the § line.
"""

import re
from collections.abc import Iterable
from itertools import islice, tee
from pathlib import PurePosixPath

from indexer.extract.draft import Draft
from indexer.extract.head_fields import head_fields
from indexer.extract.headings import kind_of_heading
from indexer.extract.kind_signs import opens_as_title
from indexer.extract.kind_words import kind_of_words
from indexer.extract.letterhead import is_label, is_letterhead
from indexer.extract.lines import without_bullet
from indexer.extract.paragraph_heads import first_head, paragraph_head
from indexer.extract.paragraph_opening import goes_on, opening_of
from indexer.extract.restore_names import Restorer
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import SectionKind

MAX_TITLE = 300
_HEAD = 40
_MOST_LINES = 4
_MOST_ABOVE = 7
_SHORT = 60
_REPLY = re.compile(r"(?:(?:sv|vb|re|fw|fwd|angående):\s{0,3}){1,6}", re.IGNORECASE)
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
_MOVER = r"av\s[A-ZÅÄÖ][\w-]{1,30}(?:\s[\w-]{1,30}){1,4}\s\("
_INTERPELLATION = re.compile(
    r"(?:Interpellation\s)?\d{4}/\d\d(?:\d\d)?:\d{1,5}\s"
    rf"(?:(?!av\s)(?P<before>.{{3,200}}?)\s(?={_MOVER})|av\s.{{3,150}}?\som\s(?P<after>.{{3,300}}))"
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
    if restorer.damaged:
        # OCR reads the dash of Swedish print as the longer one of English.
        title = title.replace(" — ", " – ")
    title = _BROKEN_WORD.sub("", title).strip(" *_#:;–-")
    if len(title) > MAX_TITLE:
        title = title[:MAX_TITLE].rsplit(" ", 1)[0] + " …"
    return title[:1].upper() + title[1:]


def _from_metadata(draft: Draft) -> str:
    """The file's own title, unless it is a file name or a template's, or tells less than the text does."""
    said = _GLUED_DNR.sub("", " ".join(draft.metadata.get("title", "").split()))
    if not said or kind_of_words(said) is not None:
        return ""
    if _TEMPLATE.fullmatch(said):
        return ""
    if _is_front_matter(draft):
        return said
    if _FILE_NAME.fullmatch(said) or not _says_what(said):
        return ""
    if re.match(r"Interpellation \d{4}/\d\d", said):
        opening = " ".join(draft.text[:500].split())
        match = _INTERPELLATION.match(opening)
        return (match["before"] or match["after"] or said) if match else said
    return _only_heading(draft) or _SITE.sub("", said)


# What the title of a page adds: "… – Björkåsa kommun", "… | bjorkasa.se", "… - Regeringen.se".
_SITE = re.compile(
    r"\s(?:[-–|•]|::)\s(?:[\w-]{2,25} ){0,2}(?:[\w-]{2,25}\.[a-zåäö]{2,10}|kommun|stad|Region [\w ]{3,30})\Z",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:protokoll\w*|sammanträde\w*|utdrag|handling(?:ar)?|diari\w*|dokument\w*|ärende|akt|bilaga|paragraf|sida|möte"
    r"|nr|dnr|den|\d[\w.:/-]*|§|[A-ZÅÄÖ]{1,5})\Z",
    re.IGNORECASE,
)


def _says_what(title: str) -> bool:
    """Whether a title says more than which page of a diary this is: `Protokoll TN 980218`,
    `Diariet - handling 4`."""
    return not all(_NO_SUBJECT.match(word) for word in re.split(r"[\s|–,-]+", title) if word)


def _only_heading(draft: Draft) -> str:
    """The one heading of the highest level that a page has: what its `<title>` says shorter."""
    highest = [heading for heading in draft.normal.headings if heading.level == 1]
    if len(highest) != 1 or highest[0].span.start > _OPENING:
        return ""
    words = " ".join(draft.text[highest[0].span.start : highest[0].span.end].split())
    return "" if is_label(words) or kind_of_heading(words) else _number_off(words)


_OPENING = 1500


def _is_front_matter(draft: Draft) -> bool:
    """A title of one word is a title when the file tells more of itself too."""
    return bool(draft.metadata.get("kind") or draft.metadata.get("dnr") or draft.metadata.get("author"))


def _from_marked_heading(draft: Draft) -> str:
    """The first heading of the file of the highest level that says what the document is about."""
    early = [h for h in draft.normal.headings if h.span.start < max(_OPENING, len(draft.text) // 3)]
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
    fields = head_fields(draft.lines)
    lines = draft.lines[fields.end : fields.end + _HEAD]
    for line in lines:
        label = _LABELLED.match(line.text)
        if label:
            return line.text[label.end() :]
    opening = _paragraph_opening(draft)
    if opening:
        return opening
    # Mostly the first tells, so no more lines are looked at than are asked for.
    openings, again = tee(
        n
        for n, line in enumerate(lines, start=fields.end)
        if not is_letterhead(line.text, draft.restorer) and kind_of_heading(line.text) is None
    )
    found = _speaking(draft, openings)
    if found is not None:
        return _block(draft, found)
    subject = _subject(fields.values.get("subject", ""))
    if subject:
        return _heading_below(draft, fields.end) or subject
    openings, again = tee(again)
    for n in openings:
        # "Svar på remiss från kommunstyrelsen, Dnr KS 2004/118" above the title says what is answered.
        if not (
            _ANSWER.match(draft.lines[n].text) and find_dnr(draft.lines[n].text) and draft.lines[n].closes
        ):
            return _block(draft, n)
    if (first := next(again, None)) is not None:
        return _block(draft, first)
    return next((without_bullet(line.text) for line in lines if any(c.isalpha() for c in line.text)), "")


def _speaking(draft: Draft, openings: Iterable[int]) -> int | None:
    """The line among the first that opens as titles do, "Yttrande över motion om …", when only short lines
    stand above it: the name of a club, of a company, of a party's group."""
    for n in islice(openings, _MOST_ABOVE):
        line = draft.lines[n]
        if opens_as_title(line.text) and not (_ANSWER.match(line.text) and line.closes):
            return n
        if len(line.text) > _SHORT or line.text.endswith((".", "!", "?", ",")):
            return None
    return None


def _heading_below(draft: Draft, n: int) -> str:
    """The line alone below the head of a printed e-mail or a diary card, when it can be a heading."""
    line = draft.lines[n] if n < len(draft.lines) else None
    if line is None or not (line.opens and line.closes) or is_letterhead(line.text, draft.restorer):
        return ""
    is_heading = len(line.text.split()) > 2 and (line.text[-1].isalnum() or line.text[-1] in ")?")
    return line.text if is_heading and len(line.text) < MAX_TITLE else ""


def _subject(words: str) -> str:
    """The subject of a letter without "SV:" and the Dnr before it."""
    words = _REPLY.sub("", words)
    for dnr in find_dnr(words):
        if words.startswith(dnr.raw):
            words = words[len(dnr.raw) :].lstrip(" :,-–")
    return words


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
    """The lines of a title: as many as were too narrow for it, at most four."""
    taken: list[str] = []
    for n in range(start, min(len(draft.lines), start + _MOST_LINES)):
        line = draft.lines[n]
        if taken and taken[-1].rfind("(") > taken[-1].rfind(")") and _LAST_OF_BRACKET.fullmatch(line.text):
            taken.append(line.text)
            break
        if taken and (
            kind_of_heading(line.text)
            or _ANSWER.match(line.text)
            or is_letterhead(line.text, draft.restorer)
            or not goes_on(draft.lines, n)
        ):
            break
        taken.append(line.text)
        if line.text.endswith((".", "?", "!")) and len(" ".join(taken)) > _SHORT:
            break
    title = " ".join(taken)
    match = _INTERPELLATION.match(title)
    if match:
        return match["before"] or match["after"] or title
    return _first_sentence(title)


# "… betänkandet God och nära vård (SOU / / 2018:39)"
_LAST_OF_BRACKET = re.compile(r"[\w :/.-]{1,20}\)")


def _first_sentence(title: str) -> str:
    """A document without title is shown by its first sentence."""
    if len(title) < 200:
        return title.rstrip(".") if title.count(".") == 1 else title
    return re.split(r"(?<=[a-zåäö])\. (?=[A-ZÅÄÖ])", title, maxsplit=1)[0]
