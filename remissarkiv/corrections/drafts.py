"""Making corrections from what a person sees of a document and says it should be."""

from dataclasses import replace

from remissarkiv.corrections.correction import Anchor, Draft, Value, What
from remissarkiv.corrections.places import sentence_anchor, word_anchor
from remissarkiv.corrections.values import Finding, finding_value, findings_of
from remissarkiv.domain import DnrMention, Document, Kind, Span, read_at, repaired_words


def found_in(document: Document, what: What, span: Span) -> list[Finding]:
    """What of this kind was found in a sentence, in order."""
    return [one for one in getattr(document, findings_of(what)) if one.span.overlaps(span)]


def of_finding(document: Document, what: What, finding: Finding, became: Value | None) -> Draft:
    """What was found in a sentence is something else, or (None) nothing at all."""
    here = found_in(document, what, finding.span)
    anchor = replace(sentence_anchor(document, finding.span), index=here.index(finding), count=len(here))
    return Draft(what, anchor, finding_value(finding), became)


def of_sentence(document: Document, what: What, span: Span, became: Value) -> Draft:
    """Something was missed in the sentence at `span`."""
    here = found_in(document, what, span)
    anchor = replace(sentence_anchor(document, span), index=len(here), count=len(here))
    return Draft(what, anchor, None, became)


def of_word(document: Document, span: Span, word: str) -> Draft:
    """The word at `span` of the text was misread; `word` is what it should be. One that was repaired counts
    with all that was repaired in it."""
    whole = next(iter(repaired_words(document, span)), None)
    place = whole.original if whole else read_at(document, [span])[0]
    shown = document.text[slice(*span)]
    if whole:
        begin, end = whole.repaired
        word = document.text[begin : span.start] + word + document.text[span.end : end]
        shown = document.text[begin:end]
    anchor = word_anchor(document, place, shown)
    return Draft(What.WORD, anchor, {"word": shown}, {"word": word})


def of_title(document: Document, title: str) -> Draft:
    """The document is called something else."""
    return Draft(What.TITLE, Anchor(), {"title": document.title}, {"title": title})


def of_kind(document: Document, kind: Kind) -> Draft:
    """The document is of another kind."""
    return Draft(What.KIND, Anchor(), {"kind": document.kind.value}, {"kind": kind.value})


def of_dnr(was: DnrMention | None, became: DnrMention | None) -> Draft:
    """A Dnr is another, or something else to the document; None: it was missed, or is none."""
    return Draft(What.DNR, Anchor(), _dnr(was), _dnr(became))


def of_matter(leaves: str, joins: str) -> Draft:
    """The document does not belong to the ärende of one Dnr, or belongs to another's; "" for neither."""
    was, became = ({"dnr": value} if value else None for value in (leaves, joins))
    return Draft(What.MATTER, Anchor(), was, became)


def _dnr(mention: DnrMention | None) -> Value | None:
    return {"dnr": mention.dnr.value, "role": mention.role.value} if mention else None
