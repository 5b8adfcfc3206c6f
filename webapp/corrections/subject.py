"""What a form of corrections is about: one thing of one document, told in the address and sent back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from remissarkiv.corrections import FINDINGS, Finding, What, findings_of
from remissarkiv.corrections.drafts import found_in
from remissarkiv.corrections.places import folded, shown_at
from remissarkiv.domain import DnrMention, Document, Span, read_at
from remissarkiv.errors import NotFoundError, UsageError
from webapp.corrections.standing import places_of, sentence_of

LONGEST_WORDS = 1_000


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to be corrected. Of a finding, `span` is its sentence and `index` which of those in it;
    `finding` is None where one was missed. Of a word, `places` are where it stands."""

    what: What
    key: str = ""
    span: Span | None = None
    index: int = 0
    finding: Finding | None = None
    mention: DnrMention | None = None
    word: str = ""
    places: tuple[Span, ...] = ()

    def sent_back(self, document: Document) -> dict[str, str]:
        """The hidden fields of the form, by which the thing is found again when the form comes back: the
        sentence's place in what was read, which no other correction moves."""
        fields = {"vad": self.what.value, "nyckel": self.key, "felord": self.word}
        if self.span is not None:
            (place,) = read_at(document, [self.span])
            fields["plats"] = f"{place.start}-{place.end}"
            fields["lage"] = str(self.index)
            fields["mening"] = _digest(document, place)
        return {name: value for name, value in fields.items() if value}


def asked(document: Document, arguments: Mapping[str, str]) -> Subject:
    """What the address of a form asks for: `vad` and `nyckel`, or the words where something was missed.

    Raises `NotFoundError` for what there is not, `UsageError` for words that stand nowhere.
    """
    what = _what(arguments.get("vad", ""))
    key = arguments.get("nyckel", "")
    words = arguments.get("felord", "")[:LONGEST_WORDS]
    if what in FINDINGS:
        if words:
            span = sentence_of(document, words)
            return Subject(what, span=span, index=len(found_in(document, what, span)))
        findings: tuple[Finding, ...] = getattr(document, findings_of(what))
        if not (key.isascii() and key.isdecimal() and int(key[:6]) < len(findings)):
            raise _gone()
        finding = findings[int(key[:6])]
        here = found_in(document, what, finding.span)
        return Subject(what, key, finding.span, here.index(finding), finding)
    if what is What.DNR and key:
        return Subject(what, key, mention=_mention(document, key))
    if what is What.WORD:
        word = " ".join(words.split())
        return Subject(what, word=word, places=tuple(places_of(document, word)))
    return Subject(what)


def returned(document: Document, form: Mapping[str, str]) -> Subject:
    """What a posted form is about. Raises as `asked` does, and `UsageError` when the text has changed."""
    what = _what(form.get("vad", ""))
    if what not in FINDINGS:
        return asked(document, form)
    start, _, end = form.get("plats", "").partition("-")
    index = form.get("lage", "")
    if not all(one.isascii() and one.isdecimal() and len(one) < 10 for one in (start, end, index)):
        raise _gone()
    place = Span(int(start), int(end))
    if _digest(document, place) != form.get("mening"):
        raise UsageError(
            "correction: the document has changed since the form was opened",
            "Dokumentet har lästs in på nytt medan du skrev. Öppna det igen och rätta där.",
        )
    span = shown_at(document, place)
    here = found_in(document, what, span)
    at = int(index)
    return Subject(what, form.get("nyckel", ""), span, at, here[at] if at < len(here) else None)


def _what(text: str) -> What:
    try:
        return What(text)
    except ValueError:
        raise _gone() from None


def _mention(document: Document, key: str) -> DnrMention:
    for mention in document.dnr:
        if mention.dnr.value == key:
            return mention
    raise _gone()


def _digest(document: Document, place: Span) -> str:
    sentence = folded(document.original[slice(*place)])
    return hashlib.blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _gone() -> NotFoundError:
    return NotFoundError("correction: there is no such thing in the document")
