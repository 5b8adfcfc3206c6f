"""From a posted form to corrections, or one Swedish sentence on what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from remissarkiv.corrections import (
    FINDINGS,
    LONGEST_VALUE,
    Draft,
    What,
    clean_text,
    finding_value,
    of_dnr,
    of_finding,
    of_kind,
    of_matter,
    of_sentence,
    of_title,
    of_word,
)
from remissarkiv.dnr import DnrError, parse_dnr
from remissarkiv.domain import (
    ActorKind,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Outcome,
    PositionForm,
    Span,
    Stance,
    Status,
    Verdict,
)
from remissarkiv.errors import UsageError
from webapp.corrections.subject import Subject

NONE = "inget"
"""What a form sends for "there is none"."""

MAIN_VALUES: dict[What, tuple[str, type[Verdict] | type[Stance] | type[Outcome]]] = {
    What.ASSESSMENT: ("verdict", Verdict),
    What.POSITION: ("stance", Stance),
    What.DECISION: ("outcome", Outcome),
}
"""The name of what matters most of a finding, and what it can be."""

Form = Mapping[str, str]


def drafts_of(document: Document, subject: Subject, form: Form, places: Sequence[str]) -> list[Draft]:
    """The corrections that a form asks for; `places` are the numbers of the places of a word that were
    chosen. Raises `UsageError` when it asks for nothing, or for what cannot be."""
    if subject.what in FINDINGS:
        return [_finding(document, subject, form)]
    return _WAYS[subject.what](document, subject, form, places)


def _finding(document: Document, subject: Subject, form: Form) -> Draft:
    name, vocabulary = MAIN_VALUES[subject.what]
    chosen = form.get("varde", "")
    if subject.span is None:
        raise _nothing()
    if chosen == NONE:
        if subject.finding is None:
            raise _nothing("Där finns inget att ta bort; någon kan ha hunnit före.")
        return of_finding(document, subject.what, subject.finding, None)
    part = "concerns" if subject.what is What.ASSESSMENT else "target"
    value: dict[str, Any] = {**(finding_value(subject.finding) if subject.finding else _bare(subject.what))}
    value[name] = _one_of(vocabulary, chosen)
    value[part] = _typed(form, "om")
    value["actor"] = _typed(form, "aktor")
    value["actor_kind"] = _one_of(ActorKind, form.get("aktorstyp", ""))
    value["status"] = _one_of(Status, form.get("status", ""))
    if subject.finding is None:
        return of_sentence(document, subject.what, subject.span, value)
    if value == finding_value(subject.finding) and subject.finding.certain:
        raise _nothing()
    return of_finding(document, subject.what, subject.finding, value)


def _bare(what: What) -> dict[str, Any]:
    if what is What.ASSESSMENT:
        return {"grounds": [], "principles": []}
    return {"form": PositionForm.STALLNINGSTAGANDE.value} if what is What.POSITION else {}


def _title(document: Document, subject: Subject, form: Form, places: Sequence[str]) -> list[Draft]:
    title = _typed(form, "titel")
    if not title:
        raise UsageError("correction: the title is empty", "Skriv dokumentets titel.")
    if title == document.title:
        raise _nothing()
    return [of_title(document, title)]


def _kind(document: Document, subject: Subject, form: Form, places: Sequence[str]) -> list[Draft]:
    kind = Kind(_one_of(Kind, form.get("varde", "")))
    if kind == document.kind:
        raise _nothing()
    return [of_kind(document, kind)]


def _dnr(document: Document, subject: Subject, form: Form, places: Sequence[str]) -> list[Draft]:
    if form.get("roll") == NONE:
        if subject.mention is None:
            raise _nothing()
        return [of_dnr(subject.mention, None)]
    became = DnrMention(_parsed(form), DnrRole(_one_of(DnrRole, form.get("roll", ""))))
    known = [(one.dnr.value, one.role) for one in document.dnr]
    if (became.dnr.value, became.role) in known:
        raise _nothing(f"Dokumentet har redan {became.dnr.value} i den rollen.")
    return [of_dnr(subject.mention, became)]


def _matter(document: Document, subject: Subject, form: Form, places: Sequence[str]) -> list[Draft]:
    leaves, joins = form.get("lamnar", ""), ""
    belongs = {one.dnr.value for one in document.dnr if one.role in (DnrRole.OWN, DnrRole.SENDER)}
    if leaves and leaves not in belongs:
        raise _nothing(f"Dokumentet hör inte till något ärende {clean_text(leaves)[:60]}.")
    if form.get("dnr", "").strip():
        joins = _parsed(form).value
        if joins in belongs:
            raise _nothing(f"Dokumentet hör redan till ärendet {joins}.")
    if not leaves and not joins:
        raise _nothing()
    return [of_matter(leaves, joins)]


def _word(document: Document, subject: Subject, form: Form, places: Sequence[str]) -> list[Draft]:
    word = _typed(form, "ord")
    if not word:
        raise UsageError("correction: no word given", "Skriv vad det ska stå.")
    if word == subject.word:
        raise _nothing()
    chosen: list[Span] = [place for number, place in enumerate(subject.places) if str(number) in places]
    if not chosen:
        raise UsageError("correction: no place chosen", "Välj minst ett ställe där ordet ska rättas.")
    return [of_word(document, place, word) for place in chosen]


def _parsed(form: Form) -> Any:
    typed = clean_text(form.get("dnr", ""))[:LONGEST_VALUE]
    if not typed:
        raise UsageError("correction: no Dnr given", "Skriv ett diarienummer.")
    try:
        return parse_dnr(typed)
    except DnrError as error:
        raise UsageError(str(error), error.swedish) from None


def _typed(form: Form, name: str) -> str:
    value = clean_text(form.get(name, ""))
    if len(value) > LONGEST_VALUE:
        raise UsageError(
            f"correction: {name} is too long", f"Texten är för lång: högst {LONGEST_VALUE} tecken."
        )
    return value


def _one_of(vocabulary: Any, value: str) -> str:
    try:
        return str(vocabulary(value).value)
    except ValueError:
        raise UsageError("correction: not a choice", "Välj ett av alternativen i listan.") from None


def _nothing(sentence: str = "Inget är ändrat. Ändra något, eller gå tillbaka.") -> UsageError:
    return UsageError("correction: nothing changes", sentence)


_WAYS: dict[What, Callable[[Document, Subject, Form, Sequence[str]], list[Draft]]] = {
    What.TITLE: _title,
    What.KIND: _kind,
    What.DNR: _dnr,
    What.MATTER: _matter,
    What.WORD: _word,
}
